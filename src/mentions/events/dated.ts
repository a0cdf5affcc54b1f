// A verb in, whether it stands under an "if", says "would", or has a day to come out.
import { eachChild } from '../../grammar/tree.ts';
import { AUX, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const AHEAD_OF: ReadonlySet<string> = new Set([
  'week',
  'month',
  'year',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

/** "Would hold talks with Dahl next month": what has a day to come is meant. */
export function isDated(verb: number, view: TokenView, roles: RoleReader): boolean {
  const { lower, sentence, upos, length } = view;
  if (upos[verb] !== VERB || !saysWould(verb, view, roles) || isConditional(verb, view)) return false;
  for (let at = verb + 1; at < length && at < verb + 16 && sentence[at] === sentence[verb]; at++) {
    if (upos[at] === VERB || lower[at] === 'if') return false;
    if (lower[at] === 'tomorrow' || (lower[at] === 'next' && AHEAD_OF.has(lower[at + 1] ?? ''))) return true;
  }
  return false;
} // biome-ignore format: long conditions

/** "If both are killed": the conjunction may hang anywhere, but it stands before the verb in its clause. */
export function isConditional(verb: number, view: TokenView): boolean {
  if (isInverted(verb, view)) return true;
  for (let at = verb - 1; at >= 0 && at > verb - 14 && view.sentence[at] === view.sentence[verb]; at--) {
    const word = view.lower[at];
    // "in case they are arrested", "on whether or not to arrest"
    if ((word === 'case' && view.lower[at - 1] === 'in' && at > verb - 8) || (word === 'whether' && at > verb - 6))
      return true;
    if (word === 'if' || word === 'unless') return view.lower[at - 1] !== 'as' && view.lower[at - 1] !== 'even';
    if (view.upos[at] === PUNCT) return false;
  }
  return false;
}

/** "Had Velmar struck the port, Dorvania would have struck back": before its subject, where nothing is asked. */
function isInverted(verb: number, { lower, sentence, upos, relation, tag, length }: TokenView): boolean {
  const form = tag(verb);
  if (form !== 'VBN' && form !== 'VBD') return false;
  let had = verb - 1;
  while (had >= 0 && had > verb - 8 && sentence[had] === sentence[verb] && lower[had] !== 'had') {
    if (upos[had] === PUNCT || upos[had] === VERB) return false;
    had--;
  }
  if (had < 0 || lower[had] !== 'had' || sentence[had] !== sentence[verb]) return false;
  // a subject stands between
  let subject = false;
  for (let at = had + 1; at < verb; at++)
    if (relation[at] === REL.nsubj || relation[at] === REL['nsubj:pass']) subject = true;
  if (!subject) return false;
  const first = had === 0 || sentence[had - 1] !== sentence[had];
  if (!first && upos[had - 1] !== PUNCT && relation[verb] !== REL.advcl) return false;
  let would = false;
  for (let at = verb + 1; at < length && sentence[at] === sentence[verb]; at++) {
    if (lower[at] === '?') return false;
    if (lower[at] === 'would' || lower[at] === 'could' || lower[at] === 'might') would = true;
  }
  for (let at = had - 1; !would && at >= 0 && at > had - 24 && sentence[at] === sentence[had]; at--)
    would = lower[at] === 'would' || lower[at] === 'could' || lower[at] === 'might';
  return would;
}

export function saysWould(verb: number, view: TokenView, roles: RoleReader): boolean {
  let would = false;
  eachChild(roles.parsed, verb, (child) => {
    if (view.relation[child] === REL.aux && (view.lower[child] === 'would' || view.lower[child] === "'d")) would = true;
  });
  return would;
}

const REPORTING: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'announce',
  'add',
  'confirm',
  'report',
  'state',
  'declare',
  'reveal',
]);

/** "Said that Holt would arrive", "said that it was disappointed and that Holt would arrive": what was ahead when it was said. */
export function isReportedAhead(verb: number, view: TokenView, roles: RoleReader): boolean {
  if (!saysWould(verb, view, roles)) return false;
  let clause = verb;
  for (let steps = 0; steps < 3 && view.relation[clause] === REL.conj; steps++) clause = view.head[clause] ?? clause;
  const joined = clause !== verb;
  // joined to what is said by a subject of its own, and no second verb of one clause
  if (joined && (roles.clauses.subject[verb] ?? -1) < 0 && (roles.clauses.passive[verb] ?? -1) < 0) return false;
  if (joined && isConditional(verb, view)) return false;
  const said = view.relation[clause] === REL.ccomp ? (view.head[clause] ?? -1) : -1;
  return said >= 0 && view.upos[said] === VERB && REPORTING.has(roles.parsed.words.lemma(said));
}

/** "His visit to Velmar later this year": what goes with a noun says that it has yet to come. */
export function isLater(noun: number, { lower, upos, sentence, length }: TokenView): boolean {
  for (let at = noun + 1; at + 1 < length && at < noun + 10 && sentence[at] === sentence[noun]; at++) {
    if (upos[at] === VERB || upos[at] === PUNCT || upos[at] === AUX) return false;
    if (lower[at] === 'later' && lower[at + 1] === 'this') return true;
  }
  return false;
}

/** Whether a clause hangs from "to see" under a wish. */
export function isWishedToSee(token: number, { head, lower, upos }: TokenView): boolean {
  let at = token;
  for (let steps = 0; steps < 3; steps++) {
    at = head[at] ?? -1;
    if (at < 0) return false;
    if (upos[at] === VERB) break;
  }
  if (lower[at] !== 'see' || lower[at - 1] !== 'to') return false;
  return /^(?:want(?:s|ed)?|hop(?:e|es|ed|ing)|wish(?:es|ed)?|like|likes|love|eager|keen|expect(?:s|ed)?)$/.test(
    lower[head[at] ?? -1] ?? '',
  );
}
