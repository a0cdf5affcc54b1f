// A verb that the parser gave a day, a thing of somebody's or a report for a subject in, those who did or underwent it out.
import { ADV, AUX, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { behindDay } from './beside-verb.ts';
import { DAYS } from './role-words.ts';
import type { Children } from './roles.ts';

/** What stands for a day that was taken for a verb's subject: in "a series of strikes on rebels this week killed nine" the first subject, else who stands before the day. */
export function besideDay(day: number, verb: number, view: TokenView, { first, next }: Children): number {
  const { relation, upos, lower } = view;
  // "the first charged Trump and the second accused him" has no day
  if (lower[day - 1] === 'this' || lower[day - 1] === 'last')
    for (let child = first[verb] as number; child >= 0 && child < day; child = next[child] as number)
      if (relation[child] === REL.nsubj && upos[child] === NOUN && !DAYS.has(lower[child] ?? '')) return child;
  return behindDay(day, view);
}

/** "Doctors whose names are listed were killed": whose they are, where another verb follows what is theirs; the token itself otherwise. */
export function ownerBefore(subject: number, verb: number, { upos, lower, sentence }: TokenView): number {
  if (subject < 2 || subject > verb || lower[subject - 1] !== 'whose') return subject;
  let verbs = 0;
  for (let at = subject + 1; at < verb; at++) {
    if (lower[at] === 'and' || lower[at] === 'or' || lower[at] === 'but') return subject;
    // the auxiliaries of the verb itself are none of its clause
    if (
      upos[at] === VERB ||
      (upos[at] === AUX && upos[at + 1] !== AUX && at + 1 < verb && !isLight(at + 1, verb, upos))
    )
      verbs++;
  }
  const owner = lower[subject - 2] === ',' ? subject - 3 : subject - 2;
  const named = upos[owner] === NOUN || upos[owner] === PROPN;
  return verbs > 0 && named && sentence[owner] === sentence[verb] ? owner : subject;
}

/** Whether nothing but adverbs and auxiliaries stands before a verb. */
function isLight(from: number, verb: number, upos: TokenView['upos']): boolean {
  for (let at = from; at < verb; at++) if (upos[at] !== ADV && upos[at] !== AUX) return false;
  return true;
}

/** "Reports of a protester being shot": the noun right before "being", hung from what tells of it; -1 for none. */
export function beforeBeing(verb: number, { relation, upos, head, lower }: TokenView): number {
  const up = head[verb] ?? -1;
  if (lower[verb - 1] !== 'being' || upos[verb - 2] === undefined) return -1;
  let at = verb - 2;
  for (let steps = 0; steps < 6 && at > up; steps++) {
    const above = head[at] ?? -1;
    if (above === up) return relation[at] === REL.nmod && (upos[at] === NOUN || upos[at] === PROPN) ? at : -1;
    at = above;
  }
  return -1;
}

/** What passes before something is the case "in" so many of them. */
const SPANS: ReadonlySet<string> = new Set(['years', 'year', 'months', 'weeks', 'decades', 'centuries', 'century']);
/** "For the first time in 16 years": the words behind the preposition say when. */
export const isWhen = (preposition: string, word = ''): boolean => preposition === 'in' && SPANS.has(word);

/** What one says a clause by, and no gerund of one's own: "admitted killing" is. */
const SAYING =
  /^(?:say|says|said|saying|argue[sd]?|insist(?:s|ed)?|warn(?:s|ed)?|claim(?:s|ed)?|believe[sd]?|think|thinks|thought|add(?:s|ed)?|stress(?:es|ed)?|state[sd]?)$/;

/** "The general said retaking the town was a victory": what is spoken of, by whomever it was done. */
export function isSpokenOf(
  verb: number,
  up: number,
  { relation, lower, upos, sentence, tag, head }: TokenView,
): boolean {
  if (relation[verb] !== REL.ccomp || up > verb || tag(verb) !== 'VBG' || !SAYING.test(lower[up] ?? '')) return false;
  for (let at = up + 1; at < verb; at++) if (upos[at] === AUX && head[at] === verb) return false;
  for (let at = verb + 1; at < lower.length && sentence[at] === sentence[verb]; at++) {
    if (lower[at] === ',') return false;
    if (upos[at] === AUX || tag(at) === 'VBD' || tag(at) === 'VBZ') return true;
  }
  return false;
}
