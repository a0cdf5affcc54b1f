// A noun for violence or protest of which nobody is told in, whether its words tell that it happened out: it broke out, it was in a town.
import { ADP, DET, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { DAYS } from './role-words.ts';

/** What things that happen do. */
const HAPPENING: ReadonlySet<string> = new Set([
  'occur', 'happen', 'erupt', 'break', 'take', 'continue', 'begin', 'start', 'resume', 'spread', 'escalate', 'rage', 'intensify', 'rock', 'hit', 'fill', 'enter', 'turn', 'ensue', 'follow',
]); // biome-ignore format: one table
/** Of these only with the word behind them: "broke out", "took place". */
const WITH: Readonly<Record<string, readonly string[]>> = { break: ['out'], take: ['place', 'to'], turn: ['violent', 'deadly', 'into'], enter: ['their', 'its', 'a'] }; // biome-ignore format: one table
/** Attacks of which a town says enough: "the bombings in Velmar". */
const BLOWS: ReadonlySet<string> = new Set([
  'attack', 'bombing', 'car bombing', 'suicide bombing', 'bomb attack', 'car bomb attack', 'suicide attack', 'terrorist attack', 'terror attack', 'rocket attack', 'missile attack', 'drone attack',
  'airstrike', 'air strike', 'drone strike', 'missile strike', 'air raid', 'shelling', 'bombardment', 'shooting', 'mass shooting', 'ambush', 'massacre', 'siege', 'clash',
]); // biome-ignore format: one table
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
const WHERE: ReadonlySet<string> = new Set(['in', 'near', 'at', 'outside']);

/** Nothing without a party is taken for an event but what surely happened. */
export function occurs({ coded, code, status }: Draft, match: Matcher): boolean {
  const { view } = match;
  const { trigger, entry, operators } = coded;
  if (view.upos[trigger] !== NOUN || operators.length > 0 || status !== 'asserted') return false;
  if (code.type !== 'ASSAULT' && code.type !== 'PROTEST') return false;
  // an explosion may be an accident
  if (code.type === 'ASSAULT' && !BLOWS.has(entry.words) && !FIGHTS.has(entry.words)) return false;
  return happens(trigger, match) || (BLOWS.has(entry.words) && isInTown(trigger, match));
}

/** "Protests have been taking place", "clashes broke out". */
function happens(noun: number, match: Matcher): boolean {
  const { view } = match;
  const verb = view.head[noun] ?? -1;
  const relation = view.relation[noun];
  if (verb < noun || view.upos[verb] !== VERB || (relation !== REL.nsubj && relation !== REL['nsubj:pass'])) return false;
  const lemma = match.lemma(verb);
  if (!HAPPENING.has(lemma)) return false;
  const after = WITH[lemma];
  return after === undefined || after.includes(view.lower[verb + 1] ?? '');
} // biome-ignore format: long condition

/** "The attacks this weekend in Velmar": the name of a place right behind, days aside. */
function isInTown(noun: number, { view }: Matcher): boolean {
  let at = noun + 1;
  while (at < noun + 5 && (DAYS.has(view.lower[at] ?? '') || view.upos[at] === DET || view.upos[at] === NUM || view.lower[at] === 'on')) at++;
  if (view.upos[at] !== ADP || !WHERE.has(view.lower[at] ?? '') || view.sentence[at] !== view.sentence[noun]) return false;
  for (let word = at + 1; word < at + 7 && view.sentence[word] === view.sentence[noun]; word++) {
    if (view.upos[word] === PROPN) return !DAYS.has(view.lower[word] ?? '');
    if (view.upos[word] === VERB) return false;
  }
  return false;
} // biome-ignore format: long conditions
