// A noun for violence or protest of which nobody is told in, whether its words tell that it happened out: it broke out, it was in a town.
import { ADP, DET, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import { happeningOf } from './both-sides.ts';
import type { Draft } from './draft.ts';
import type { Entry } from './entries.ts';
import type { Matcher } from './match.ts';
import { isDay } from './role-words.ts';

/** What things that happen do. */
const HAPPENING: ReadonlySet<string> = new Set([
  'occur', 'happen', 'erupt', 'break', 'take', 'continue', 'begin', 'start', 'resume', 'spread', 'escalate', 'rage', 'intensify', 'rock', 'hit', 'fill', 'enter', 'turn', 'ensue', 'follow', 'draw', 'attract', 'paralyse', 'paralyze', 'cripple',
]); // biome-ignore format: one table
/** Of these what tells that a thing happened then, and not how long it has gone on. */
const OUTBREAKS: ReadonlySet<string> = new Set(['occur', 'happen', 'erupt', 'break', 'take']);
/** Of these only with the word behind them: "broke out", "took place". */
const WITH: Readonly<Record<string, readonly string[]>> = { break: ['out'], take: ['place', 'to'], turn: ['violent', 'deadly', 'into'], enter: ['their', 'its', 'a'] }; // biome-ignore format: one table
/** Attacks of which a town says enough: "the bombings in Velmar". */
const BLOWS: ReadonlySet<string> = new Set([
  'attack', 'bombing', 'car bombing', 'suicide bombing', 'bomb attack', 'car bomb attack', 'suicide attack', 'terrorist attack', 'terror attack', 'rocket attack', 'missile attack', 'drone attack',
  'airstrike', 'air strike', 'drone strike', 'missile strike', 'air raid', 'shelling', 'bombardment', 'shooting', 'mass shooting', 'ambush', 'massacre', 'siege', 'clash', 'assault',
]); // biome-ignore format: one table
/** Whether an entry names an attack: "mortar attack", "heavy clash". */
const isBlow = ({ words }: Entry) =>
  BLOWS.has(words) || /(?: |^)(?:attack|bombing|clash|ambush|shelling|airstrike|shootout|gunfight)$/.test(words);
/** Of protests, what is done with them: "demonstrations are being held across the land". */
const HELD: ReadonlySet<string> = new Set(['hold', 'stage', 'organise', 'organize', 'spark', 'trigger', 'prompt']);
const FIGHTS: ReadonlySet<string> = new Set([
  'fighting',
  'battle',
  'gunfire',
  'gun battle',
  'firefight',
  'violence',
  'fire',
  'offensive',
]);
const WHERE: ReadonlySet<string> = new Set(['in', 'near', 'at', 'outside', 'across', 'around', 'throughout']);
/** What people do in the streets of a town: "protests in Velmar". */
const STREET: ReadonlySet<string | null> = new Set(['demo', 'riot']);

/** Nothing without a party is taken for an event but what surely happened. */
export function occurs({ coded, code, status }: Draft, match: Matcher): boolean {
  const { view } = match;
  const { trigger, entry, operators } = coded;
  if (view.upos[trigger] !== NOUN || status !== 'asserted') return false;
  // a bare "rally" is a verb as often, and parsers give it the article of the noun before
  const told = view.tag(trigger) === 'NNS' || /^an?$/.test(view.lower[match.roles.childBy(trigger, REL.det)] ?? '');
  const street = code.type === 'PROTEST' && STREET.has(code.mode) && told;
  if (code.type !== 'ASSAULT' && code.type !== 'PROTEST') return false;
  // an explosion may be an accident
  if (code.type === 'ASSAULT' && !isBlow(entry) && !FIGHTS.has(entry.words)) return false;
  // "protests continued", "sparked protests in Velmar": what goes on or was set off
  if (operators.length > 0)
    return (
      operators.length === 1 &&
      (HAPPENING.has(match.lemma(operators[0] as number)) ||
        (street && (HELD.has(match.lemma(operators[0] as number)) || isInTown(trigger, match, true))))
    );
  return (
    happens(trigger, match) ||
    (street && isAgainst(trigger, match)) ||
    ((street || isBlow(entry)) && isInTown(trigger, match, street))
  );
}

/** "The revolt grew out of anti-government protests": what they were against is told. */
const isAgainst = (noun: number, { view: { lower } }: Matcher): boolean =>
  /^anti-(?:government|regime|war|austerity|corruption|monarchy|coup|junta|police)$/.test(lower[noun - 1] ?? '') &&
  // "ahead of anti-junta rallies tomorrow", "planned anti-war rallies"
  !/^(?:next|tomorrow|planned)$/.test(lower[noun + 1] ?? '') &&
  !/^(?:planned|upcoming|further|more|possible|new)$/.test(lower[noun - 2] ?? '') &&
  lower[noun - 3] !== 'ahead';

/** "Protests have been taking place", "clashes broke out". */
function happens(noun: number, match: Matcher): boolean {
  const { view } = match;
  if (isExistential(noun, match) || isAblaze(noun, match)) return true;
  const own = happeningOf(noun, match);
  // "an attack that took place on Monday", against "protests that began last year"
  const verb = own < 0 ? match.roles.childBy(noun, REL['acl:relcl']) : own;
  if (verb < noun || view.upos[verb] !== VERB) return false;
  const lemma = match.lemma(verb);
  if (!(own < 0 ? OUTBREAKS : HAPPENING).has(lemma)) return false;
  const after = WITH[lemma];
  return after === undefined || after.includes(view.lower[verb + 1] ?? '');
} // biome-ignore format: long condition

/** What is set off by an attack that was made. */
const SETTING: ReadonlySet<string> = new Set(['spark', 'cause', 'ignite', 'trigger', 'start']);
const FLAMES: ReadonlySet<string> = new Set(['fire', 'blaze', 'inferno', 'damage']);

/** "A drone attack sparked a fire at a depot": it was made. */
function isAblaze(noun: number, match: Matcher): boolean {
  const { view, roles } = match;
  const up = view.head[noun] ?? -1;
  if (up < noun || view.relation[noun] !== REL.nsubj || view.upos[up] !== VERB) return false;
  const what = roles.clauses.object[up] ?? -1;
  return what > up && FLAMES.has(match.lemma(what)) && SETTING.has(match.lemma(up));
}

/** How far before a noun its "there" may stand: "there have been clashes". */
const NEAR = 8;

function isExistential(noun: number, { view: { head, relation, lower, sentence } }: Matcher): boolean {
  const up = head[noun] ?? -1;
  if ((relation[noun] !== REL.nsubj && relation[noun] !== REL.obj) || up < 0 || up > noun) return false;
  for (let at = noun - 1; at >= 0 && at > noun - NEAR && sentence[at] === sentence[noun]; at--)
    if (lower[at] === 'there') return head[at] === up;
  return false;
}

/** "The attacks this weekend in Velmar": the name of a place right behind, days aside; with `town` not "in seven states and Velmar". */
function isInTown(noun: number, { view }: Matcher, town = false): boolean {
  let at = noun + 1;
  while (at < noun + 5 && (isDay(at, view) || view.upos[at] === DET || view.upos[at] === NUM || view.lower[at] === 'on')) at++;
  if (view.upos[at] !== ADP || !WHERE.has(view.lower[at] ?? '') || view.sentence[at] !== view.sentence[noun]) return false;
  for (let word = at + 1; word < at + 7 && view.sentence[word] === view.sentence[noun]; word++) {
    if (view.upos[word] === PROPN) return !isDay(word, view);
    if (view.upos[word] === VERB || (town && view.upos[word] === NUM)) return false;
  }
  return false;
} // biome-ignore format: long conditions
