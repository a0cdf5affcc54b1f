// A participle behind a noun in, whether it is a past tense that the tagger missed out: "a coalition ousted Holt".
import { ADJ, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import { DAYS, RELATIVES } from './role-words.ts';
import type { Children, RoleReader } from './roles.ts';

/** Participles with a second name behind them: "the man called Holt". */
const NAMING: ReadonlySet<string> = new Set([
  'called', 'named', 'dubbed', 'known', 'nicknamed', 'titled', 'entitled', 'codenamed', 'labelled', 'labeled', 'designated', 'considered', 'declared', 'elected', 'appointed', 'given', 'awarded', 'granted',
  'offered', 'sent', 'shown', 'told', 'asked', 'left', 'paid', 'denied', 'christened', 'styled', 'crowned', 'renamed', 'based', 'born', 'held', 'found', 'deemed', 'billed',
]); // biome-ignore format: one table

/** Whether a name stands right behind a participle that calls or gives nobody anything. */
export function actsUpon(verb: number, { upos, relation, head, lower }: TokenView): boolean {
  const next = verb + 1;
  if (upos[next] !== PROPN || DAYS.has(lower[next] ?? '') || NAMING.has(lower[verb] ?? '')) return false;
  return head[next] === verb && (relation[next] === REL.obj || relation[next] === REL.xcomp);
}

/** "Have fired": an auxiliary "have" right before a participle or an adverb of it, and no "been". */
export function hasBeenLess(verb: number, { lower, upos }: TokenView): boolean {
  let at = verb - 1;
  while (at >= 0 && (upos[at] === ADV || lower[at] === 'not' || lower[at] === "n't" || lower[at] === 'n’t')) at--;
  const word = lower[at];
  return (word === 'have' || word === 'has' || word === 'had') && upos[at] === AUX;
}

/** "Inmates granted pardons were freed": a participle right behind those to whom something is given, with no verb of its own to help it. */
export const isGiven = (verb: number, { upos, relation, head, lower }: TokenView, { subject, passive }: Clauses): boolean =>
  relation[verb] === REL.acl &&
  /^(?:granted|given|awarded|denied|offered|accorded)$/.test(lower[verb] ?? '') &&
  (subject[verb] ?? -1) < 0 &&
  (passive[verb] ?? -1) < 0 &&
  (head[verb] === verb - 1 || (head[verb] === verb - 2 && lower[verb - 1] === ',')) &&
  (upos[verb - 1] === NOUN || upos[verb - 1] === PROPN || lower[verb - 1] === ','); // biome-ignore format: long signature

/** "Suspected army strikes killed nine": a participle without an auxiliary that has an object of its own, and gives nobody anything. */
export function hasOwnObject(
  verb: number,
  object: number,
  { relation, head, lower, upos, tag }: TokenView,
  { first, next }: Children,
  { passive }: Clauses,
): boolean {
  const subject = passive[verb] ?? -1;
  if (subject < 0 || subject > verb || object <= verb || head[object] !== verb || relation[object] !== REL.obj) return false;
  const link = relation[verb];
  if (link === REL.acl || link === REL.amod || link === REL.advcl || NAMING.has(lower[verb] ?? '')) return false;
  if ((upos[object] !== NOUN && upos[object] !== PROPN) || DAYS.has(lower[object] ?? '')) return false;
  // "ten killed 58 others injured"
  if (lower[object] === 'others' || tag(object + 1) === 'VBN') return false;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
    if (relation[child] === REL.aux || relation[child] === REL['aux:pass']) return false;
  return true;
} // biome-ignore format: long conditions

/** "Killed 80 there": so many right behind a verb of harm, where no noun follows and it is no date; -1 otherwise. */
export function countBehind(verb: number, { upos, lower, tag }: TokenView): number {
  const at = verb + 1;
  if (upos[at] !== NUM || !HARMED.test(lower[verb] ?? '') || tag(verb) === 'VBG') return -1;
  const next = lower[at + 1] ?? '';
  if (DAYS.has(next) || /^(?:times?|miles?|km|kilometers?|kilometres?|%|percent|people|\/|:|-)$/.test(next)) return -1;
  // "ten killed, 15 injured" without the comma
  if (tag(at + 1) === 'VBN' || next === 'others') return -1;
  return upos[at + 1] === NOUN || upos[at + 1] === PROPN || upos[at + 1] === NUM ? -1 : at;
}
const HARMED = /^(?:killed|wounded|injured|hurt)$/;

/** "Targeted on Wednesday morning the old quarter": what stands behind the day of an active verb, which the parser takes for another day; -1 for none. */
export function objectPastDay(verb: number, { upos, lower, tag, relation, head, length }: TokenView, { first, next }: Children): number {
  if (lower[verb + 1] !== 'on' || !DAYS.has(lower[verb + 2] ?? '') || (tag(verb) !== 'VBD' && tag(verb) !== 'VBN')) return -1;
  let at = verb + 3;
  while (at < length && DAYS.has(lower[at] ?? '')) at++;
  if (upos[at] !== DET && upos[at] !== PROPN && upos[at] !== NUM) return -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < verb && (relation[child] === REL.aux || relation[child] === REL['aux:pass'])) return -1;
    if (child < at || head[child] !== verb || (upos[child] !== NOUN && upos[child] !== PROPN)) continue;
    const link = relation[child];
    return (link === REL['obl:tmod'] || link === REL.obj) && !DAYS.has(lower[child] ?? '') ? child : -1;
  }
  return -1;
} // biome-ignore format: long conditions

/** "Killed between nine and twelve people": the parser takes "between" for a preposition; -1 for none. */
export function rangeBehind(verb: number, { upos, lower, tag }: TokenView): number {
  if (lower[verb + 1] !== 'between' || upos[verb + 2] !== NUM || lower[verb + 3] !== 'and' || upos[verb + 4] !== NUM)
    return -1;
  let at = verb + 5;
  while (upos[at] === ADJ) at++;
  while (upos[at] === NOUN && upos[at + 1] === NOUN) at++;
  return upos[at] === NOUN && tag(at) === 'NNS' ? at : -1;
}

/** Tags of past tenses, those that look like infinitives too: "beat". */
const PAST: ReadonlySet<string> = new Set(['VBD', 'VB', 'VBP']);

/** Whether a verb without an auxiliary is coordinated with one in the past tense that has an object and no subject of its own. */
export function isAmongPast(
  verb: number,
  view: TokenView,
  { first, next }: Children,
  { subject, passive, object }: Clauses,
): boolean {
  // "soldiers | raped, beat": the parser took the first for a participle of theirs
  const beside = verb + 2;
  if (view.relation[verb] === REL.acl && view.lower[verb + 1] === ',' && PAST.has(view.tag(beside)))
    return (subject[beside] ?? -1) === view.head[verb] && (object[beside] ?? -1) > beside;
  if ((passive[verb] ?? -1) < 0 || (passive[verb] ?? -1) > verb) return false;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.relation[child] === REL.conj && view.tag(child) === 'VBD')
      if ((subject[child] ?? -1) < 0 && (passive[child] ?? -1) < 0 && (object[child] ?? -1) > child) return true;
  return false;
}

/** "Authorities shut and seized the site": the object of the past tense that a bare participle is coordinated with; -1 for none. */
export function sharedObject(
  verb: number,
  { relation, tag, lower }: TokenView,
  { first, next }: Children,
  { subject, passive, object }: Clauses,
): number {
  // "sealed off the bridge and arrested two": the particle, taken for a preposition, leads the first one's own
  if (relation[verb + 1] === REL.case && PARTICLES.has(lower[verb + 1] ?? '')) return -1;
  // "resigned and fled the country": nobody resigns it
  if (ALONE.test(lower[verb] ?? '')) return -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (relation[child] === REL.aux || relation[child] === REL['aux:pass']) return -1;
    if (child < verb || relation[child] !== REL.conj || tag(child) !== 'VBD') continue;
    const own = Math.max(subject[child] ?? -1, passive[child] ?? -1);
    return own < 0 ? (object[child] ?? -1) : -1;
  }
  return -1;
}

const PARTICLES: ReadonlySet<string> = new Set(['off', 'up', 'out', 'down', 'over']);

/** "Did not attack or threaten the convoy", "has jailed, exiled or silenced its critics": the object of the last of verbs of one form with nothing between them, each without one of its own; -1 for none. */
export function sharedBeside(
  verb: number,
  { relation, tag, lower, upos, head }: TokenView,
  { first, next }: Children,
  { subject, passive, object }: Clauses,
): number {
  const joined = lower[verb + 1];
  if (joined !== 'and' && joined !== 'or' && joined !== ',') return -1;
  if (ALONE.test(lower[verb] ?? '')) return -1;
  const form = tag(verb);
  let last = verb;
  for (let at = verb + 1; at < verb + SHARED_FAR; at++) {
    const word = lower[at];
    if (upos[at] === ADV || word === ',' || word === 'and' || word === 'or') continue;
    if (upos[at] !== VERB || relation[at] !== REL.conj || tag(at) !== form) return -1;
    const up = head[at] ?? -1;
    if (up < verb && up !== head[verb]) return -1;
    if ((subject[at] ?? -1) >= 0 || (passive[at] ?? -1) >= 0) return -1;
    for (let child = first[at] as number; child >= 0 && child < at; child = next[child] as number)
      if (relation[child] === REL.aux || relation[child] === REL['aux:pass'] || relation[child] === REL.mark) return -1;
    last = at;
    const own = object[at] ?? -1;
    if (own >= 0) return own > at && isAnd(lower, last) ? own : -1;
  }
  return -1;
}

const SHARED_FAR = 9;
/** What is done to nobody: "met and signed a pact". */
const ALONE =
  /^(?:met$|meet|disarm|talk|spoke|speak|agree|withdr|return|left$|leave|went|go$|gone|came|come$|stop|vote|resign|surrender|advance|gather|tried|try|act|respon|retaliat|appeal|fle[ed]|march|protest|demonstrat|clash|rall|arriv|wait|look|regroup|rearm|target|stay|work|camp|moved?$|crossed|escaped|disappear|died|apologi|quit$)/;

/** Whether “and” or “or” leads a verb, with at most two adverbs between. */
const isAnd = (lower: TokenView['lower'], verb: number): boolean =>
  [1, 2, 3].some((back) => lower[verb - back] === 'and' || lower[verb - back] === 'or');

/** Whether a participle is coordinated with a past tense before it. */
export function isBesidePast(verb: number, view: TokenView): boolean {
  const { relation, head, upos } = view;
  const up = head[verb] ?? -1;
  if (relation[verb] !== REL.conj || up < 0 || up > verb || upos[up] !== VERB) return false;
  const form = view.tag(up);
  // "has jailed, exiled or silenced them"
  if (form === 'VBN') return hasBeenLess(up, view);
  return form === 'VBD' || (form === 'VB' && relation[up] === REL.root);
}

/** The noun right before a past tense which "after", "before", "since" or "until" was taken to lead: "wounded after a bomber blew"; -1 for none. */
export function clauseSubject(verb: number, view: TokenView, roles: Pick<RoleReader, 'caseOf' | 'children'>): number {
  const before = verb - 1;
  const pos = view.upos[before];
  if (pos !== NOUN && pos !== PROPN) return -1;
  if (view.tag(verb) === 'VBG') return isTopic(before, view, roles) ? before : -1;
  if (view.tag(verb) !== 'VBD') return -1;
  if (OPENING.has(roles.caseOf(before))) return before;
  // "after a bomb at a market killed nine": with more words between
  const { first, next } = roles.children;
  const up = view.head[verb] ?? -1;
  for (let child = up < 0 ? -1 : (first[up] as number); child >= 0 && child < verb; child = next[child] as number) {
    if (child < up || view.relation[child] !== REL.obl || !OPENING.has(roles.caseOf(child))) continue;
    for (let at = child + 1; at < verb; at++)
      if ((view.upos[at] === VERB && view.lower[at] !== 'including') || view.lower[at] === ',') return -1;
    return child;
  }
  return -1;
}
const OPENING: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'as', 'when', 'while']);

/** What "of" leads a clause behind: "ahead of Velmar signing it". */
const AHEAD_OF: ReadonlySet<string> = new Set(['ahead', 'because', 'instead', 'news', 'prospect', 'possibility', 'chance', 'likelihood', 'danger']); // biome-ignore format: one line

/** "Complained about the army blocking the road", "ahead of Velmar signing it": a noun that opens the gerund's clause. */
function isTopic(noun: number, view: TokenView, roles: Pick<RoleReader, 'caseOf'>): boolean {
  const led = roles.caseOf(noun);
  if (led === 'about') return true;
  if (led !== 'of') return false;
  let at = noun - 1;
  while (at > 0 && view.sentence[at] === view.sentence[noun] && view.lower[at] !== 'of') at--;
  return AHEAD_OF.has(view.lower[at - 1] ?? '');
}

/** Where "in the strongest possible terms" ends, with a "both" behind it; -1 where no such words stand at `at`. */
export function termsBehind(at: number, lower: TokenView['lower']): number {
  for (let end = at + 2; end < at + 6; end++)
    if (lower[end] === 'terms') return lower[end + 1] === 'both' ? end + 1 : end;
  return -1;
}

const KILLED = /^(?:killed|slain|dead)$/;
const HURT = /^(?:injured|wounded|hurt|missing)$/;

/** "Ten civilians killed 15 injured in attacks": a headline's count of the dead and the hurt, who killed nobody. */
export function isTollOf(verb: number, { lower, upos, sentence }: TokenView): boolean {
  if (!KILLED.test(lower[verb] ?? '') || upos[verb - 1] === AUX) return false;
  let at = verb + 1;
  while (
    at < verb + 6 &&
    (lower[at] === ',' || lower[at] === 'and' || lower[at] === 'at' || lower[at] === 'least' || lower[at] === 'over')
  )
    at++;
  if (
    sentence[at] !== sentence[verb] ||
    (upos[at] !== NUM && !/^(?:others|dozens|scores|several)$/.test(lower[at] ?? ''))
  )
    return false;
  // "killed 15 wounded soldiers"
  const people = (token: number) =>
    upos[token] === NOUN && !/^(?:attack|raid|strike|clash|shelling)/.test(lower[token] ?? '');
  if (HURT.test(lower[at + 1] ?? '')) return !people(at + 2);
  return /^(?:others|more|people|civilians)$/.test(lower[at + 1] ?? '') && HURT.test(lower[at + 2] ?? '');
}

/** "The girls it abducted": without "been" the clause of a noun, with a pronoun of its own before the verb, is no passive. */
export function isOfNoun(verb: number, { relation, upos, lower }: TokenView, { passive }: Clauses): boolean {
  const before = verb - 1;
  return (
    relation[verb] === REL['acl:relcl'] &&
    passive[verb] === before &&
    upos[before] === PRON &&
    !RELATIVES.has(lower[before] ?? '')
  );
}

/** Whether a gerund above a finite verb is its subject: nothing but auxiliaries stands between them. */
export function isGerundBefore(verb: number, up: number, view: TokenView): boolean {
  const { upos } = view;
  if (up >= verb || view.tag(up) !== 'VBG') return false;
  let at = verb - 1;
  while (at > up && (upos[at] === AUX || upos[at] === ADV)) at--;
  return at === up && (verb - up > 1 || view.tag(verb) === 'VBD');
}
