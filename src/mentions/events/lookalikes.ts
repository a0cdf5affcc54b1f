// A word in, whether it only looks like an event where it stands, or whose deed its neighbours make it, out.
import { ADP, DET, NUM, PRON, PROPN, REL, SCONJ, type TokenView, VERB } from '../actors/token-view.ts';
import type { Entry } from './entries.ts';
import type { Matcher } from './match.ts';
import { DAYS, isDay } from './role-words.ts';

/** "In surrounding Hasakeh province": where, and no siege. */
export function isAround(token: number, { lower, upos, sentence }: TokenView): boolean {
  if (lower[token] !== 'surrounding') return false;
  const before = upos[token - 1];
  return sentence[token - 1] === sentence[token] && (before === ADP || before === DET || before === SCONJ);
}

/** Prepositions behind which "visiting" says what somebody is like: nobody sues "against visiting a prince". */
const BESIDE: ReadonlySet<string> = new Set(['against', 'with', 'between', 'alongside']);

/** "A lawsuit against visiting Prince Holt", "talks with visiting officials": a guest, and no visit of who sues or talks. */
export const isGuest = (verb: number, { lower, upos }: TokenView): boolean =>
  lower[verb] === 'visiting' && BESIDE.has(lower[verb - 1] ?? '') && upos[verb + 1] !== DET;

/** "The marchers were tear-gassed", "the shop was petrol-bombed": with what it was done. */
const ARMS: ReadonlySet<string> = new Set(['tear', 'pepper', 'petrol', 'fire', 'machine', 'pistol', 'car', 'acid']);

/** "The government-held west": a participle with a hyphen before it says what something is like, wherever the parser hung it. */
export const isJoined = (token: number, { view: { lower, start, end, tag }, roles: { clauses } }: Matcher): boolean =>
  lower[token - 1] === '-' &&
  !((clauses.passive[token] ?? -1) >= 0 && ARMS.has(lower[token - 2] ?? '')) &&
  (clauses.object[token] ?? -1) < token &&
  (clauses.subject[token] ?? -1) < 0 &&
  tag(token) === 'VBN' &&
  end[token - 1] === start[token] &&
  end[token - 2] === start[token - 1];

/** Words before the name of a month. */
const DATING: ReadonlySet<string> = new Set([
  'in', 'since', 'until', 'till', 'by', 'from', 'through', 'during', 'last', 'next', 'this', 'early', 'late', 'mid', '-',
]); // biome-ignore format: one table

/** The day of a month before its name. */
const DAY = /^[0-3]?[0-9](st|nd|rd|th)?$/u;

/** "Staged in March"; "met on 3 March for talks"; "till march 22": in reports in small letters a march with a number is a day. */
export const isMonth = (noun: number, { lower, upos, sentence, text, start }: TokenView): boolean =>
  lower[noun] === 'march' &&
  ((upos[noun + 1] === NUM && sentence[noun + 1] === sentence[noun]) ||
    (text[start[noun] ?? 0] === 'M' &&
      sentence[noun - 1] === sentence[noun] &&
      (DATING.has(lower[noun - 1] ?? '') || DAY.test(lower[noun - 1] ?? ''))));

/** "What he called an attack on the academy": what somebody calls by a name asks nobody for anything. */
export const isNaming = (verb: number, preposition: string | null, match: Matcher): boolean =>
  isWhatOneCalls(verb, match) ||
  isCalledSo(verb, match.view) ||
  (match.view.lower[verb]?.startsWith('call') === true &&
    (isOfWhom(verb, match) ||
      // "called Sunday on the council to act"
      ((preposition === 'on' || preposition === 'upon') &&
        (match.roles.clauses.object[verb] ?? -1) > verb &&
        !isDay(match.roles.clauses.object[verb] ?? -1, match.view)) ||
      // "called Nevada for Holt": it is called something, or by telephone
      (preposition === 'for' &&
        (namesObject(verb, match) || isBetween(verb, match.roles.clauses.object[verb] ?? -1, match)))));

/** "Rebel groups called the Army of Tarn": what they are called. */
const isCalledSo = (verb: number, { lower, relation, upos }: TokenView): boolean =>
  lower[verb] === 'called' &&
  relation[verb] === REL.acl &&
  (upos[verb + 1] === PROPN || (upos[verb + 1] === DET && upos[verb + 2] === PROPN));

/** "Whom the army calls terrorists": what somebody is called stands behind the verb, and nobody is telephoned. */
function isOfWhom(verb: number, { roles, view }: Matcher): boolean {
  const { first, next } = roles.children;
  if (view.relation[verb] !== REL['acl:relcl']) return false;
  let whom = false;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (view.relation[child] === REL.obj && child < verb) whom = true;
    // "the men the army calls rebels", against "the day when Kern called Holt"
    else if (view.relation[child] === REL.nsubj && child < verb)
      whom =
        child > (view.head[verb] ?? 0) + 1 &&
        !/^(?:who|which|that)$/.test(view.lower[child] ?? '') &&
        view.upos[child - 1] === DET;
    else if (child < verb && /^wh/.test(view.lower[child] ?? '')) return false;
    else if (child === verb + 1 && view.relation[child] === REL.obj) return whom;
  }
  return false;
}

/** An object that stands before the "for" that a verb has too. */
const isBetween = (verb: number, object: number, { roles, view }: Matcher): boolean =>
  object > verb && !isDay(object, view) && roles.obliqueOf(verb, 'for') > object;

/** "In what the police declared an attack": a name for what is told. */
function isWhatOneCalls(verb: number, { view: { lower, upos, sentence } }: Matcher): boolean {
  if (!/^(?:declared|termed|labelled|labeled|described|dubbed|considered)$/.test(lower[verb] ?? '')) return false;
  for (let at = verb - 1; at > verb - 7 && sentence[at] === sentence[verb] && upos[at] !== VERB; at--)
    if (lower[at] === 'what') return true;
  return false;
}

/** "Called Jerusalem “the key for peace”": a name with what it is called right behind it. */
function namesObject(verb: number, { view }: Matcher): boolean {
  const { upos, lower } = view;
  let at = verb + 1;
  if ((upos[at] !== PROPN && upos[at] !== PRON) || DAYS.has(lower[at] ?? '')) return false;
  while (upos[at] === PROPN || upos[at] === PRON) at++;
  const next = lower[at] ?? '';
  return /^["“'‘`]/.test(next) || next === 'the' || next === 'a' || next === 'an';
}

const OPERATIONS: ReadonlySet<string> = new Set([
  'operation', 'raid', 'offensive', 'mission', 'campaign', 'incursion', 'ambush', 'crackdown', 'sweep', 'swoop', 'assault', 'onslaught', 'barrage',
]); // biome-ignore format: one table

/** "Was killed in a Dorvanian counter-terrorism operation": whose operation it was did it. */
export function operationOf(verb: number, match: Matcher): number {
  if (!match.roles.isPassive(verb)) return -1;
  for (const preposition of ['in', 'during']) {
    const led = match.roles.obliqueOf(verb, preposition);
    if (led >= 0 && OPERATIONS.has(match.lemma(led))) return led;
  }
  return -1;
}

/** "Joined the calls by officials": several calls that are with nobody are appeals. */
export const isAppeals = (noun: number, { view, roles }: Matcher): boolean =>
  view.lower[noun] === 'calls' && roles.obliqueOf(noun, 'with') < 0 && roles.obliqueOf(noun, 'between') < 0;

/** As taggers have it, "ordered the mayors jailed". */
export const isParticiple = (tag: string): boolean => tag === 'VBN' || tag === 'VBD';

const IMPOSING: ReadonlySet<string> = new Set(['impose', 'place', 'slap', 'introduce', 'enact']);

/** "Lifted the sanctions imposed on Velmar": the verbs that only say which measures were given up. */
export function imposedOn(match: Matcher, tokens: readonly number[], { type }: Entry): number[] {
  const found: number[] = [];
  if (type !== 'RETREAT' && type !== 'CONCEDE') return found;
  const { first, next } = match.roles.children;
  for (const noun of tokens)
    for (let child = first[noun] as number; child >= 0; child = next[child] as number)
      if (child > noun && match.view.upos[child] === VERB && IMPOSING.has(match.lemma(child))) found.push(child);
  return found;
}

/** "Talks between the two sides": whoever asks for them may be one. */
const PAIRS = /^(?:countries|sides|nations|states|neighbou?rs|governments|parties|leaders|two|them|rivals)$/;

/** "Arranged a meeting between Holt and Kern": those two met, and not who arranged it. */
export function meetsWithout(agents: readonly number[], noun: number, match: Matcher): boolean {
  const led = match.roles.obliqueOf(noun, 'between');
  const both = led < 0 ? [] : match.together(led);
  // "between Dorvanian and rebel officials" too
  const several =
    both.length > 1 ||
    (both.length === 1 && match.view.tag(led).endsWith('S') && !PAIRS.test(match.view.lower[led] ?? ''));
  return several && agents.every((token) => !both.includes(token));
}

/** "Condemned what he called a massacre": the massacre; the word itself where it is no such "what". */
export function calledWhat({ roles, view, parsed }: Matcher, what: number): number {
  if (what < 0 || view.lower[what] !== 'what') return what;
  for (let child = roles.children.first[what] as number; child >= 0; child = roles.children.next[child] as number) {
    if (view.relation[child] !== REL['acl:relcl'] || !CALLED.has(parsed.words.lemma(child))) continue;
    const as = roles.obliqueOf(child, 'as');
    const named = as >= 0 ? as : (roles.clauses.object[child] ?? -1);
    if (named > child) return named;
  }
  return what;
}

const CALLED: ReadonlySet<string> = new Set([
  'call', 'describe', 'term', 'label', 'brand', 'characterise', 'characterize',
]); // biome-ignore format: one table
