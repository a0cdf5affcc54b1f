// "They", "it" before a verb of answering or refusing in, the one to whom it was done or said before out: "shelled the rebels. They fired back", "ordered the union to stop, but it refused".
import { AUX, PART, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';

/** What one does to those who did something to one; with "back" or "fire" what only then says so. */
const ANSWERING: ReadonlySet<string> = new Set(['respond', 'retaliate']);
const BACK: ReadonlySet<string> = new Set(['fire', 'fight', 'shoot', 'strike', 'hit', 'shell', 'punch']);
/** What one does with an order or a plea. */
const REFUSING: ReadonlySet<string> = new Set([
  'refuse', 'ignore', 'defy', 'disobey', 'reject', 'decline', 'comply', 'obey', 'flout', 'disregard', 'rebuff',
]); // biome-ignore format: one table
/** What is said to somebody who then obeys or does not. */
const BIDDING: ReadonlySet<string> = new Set([
  'order', 'urge', 'ask', 'tell', 'instruct', 'command', 'direct', 'warn', 'beg', 'implore', 'press', 'summon', 'require', 'invite',
]); // biome-ignore format: one table
const UPON: ReadonlySet<string> = new Set(['at', 'on', 'upon', 'against', 'with']);
const FAR = 40;

/** A token; -1 where the words do not say so. */
export function answerer(view: TokenView, clauses: Clauses, pronoun: number, isActor: (token: number) => boolean): number {
  const { relation, head, lower, sentence, upos } = view;
  if (relation[pronoun] !== REL.nsubj) return -1;
  const verb = head[pronoun] ?? -1;
  if (verb < pronoun || upos[verb] !== VERB) return -1;
  const lemma = view.parsed.words.lemma(verb);
  const answers = ANSWERING.has(lemma) || (BACK.has(lemma) && lower[verb + 1] === 'back') || (lemma === 'return' && lower[verb + 1] === 'fire');
  const refuses = REFUSING.has(lemma);
  if (!answers && !refuses) return -1;
  const before = verbBefore(pronoun, verb);
  if (before < 0) return -1;
  const { object, indirect } = clauses;
  const whom = Math.max(object[before] ?? -1, indirect[before] ?? -1);
  if (refuses) return BIDDING.has(view.parsed.words.lemma(before)) && whom > before && whom < pronoun ? whom : -1;
  // "threw stones at police": at whom, and not what
  for (let at = pronoun - 1; at > before; at--)
    if (relation[at] === REL.obl && head[at] === before && isActor(at) && UPON.has(caseBefore(at))) return at;
  for (let at = pronoun - 1; at > before && whom > before; at--)
    if (relation[at] === REL.nmod && head[at] === whom && isActor(at) && UPON.has(caseBefore(at))) return at;
  return whom > before && whom < pronoun ? whom : -1;

  function caseBefore(noun: number): string {
    for (let at = noun - 1; at >= 0 && at > noun - 6; at--)
      if (relation[at] === REL.case && head[at] === noun) return lower[at] ?? '';
    return '';
  }

  /** The verb that the pronoun's own is joined to by "but" or "and", else that of the sentence before. */
  function verbBefore(i: number, own: number): number {
    const up = head[own] ?? -1;
    if (up >= 0 && up < i && upos[up] === VERB && sentence[up] === sentence[i])
      return relation[own] === REL.conj || relation[own] === REL.parataxis ? up : -1;
    // only an adverb or "but" before the pronoun
    let first = i - 1;
    while (first >= 0 && sentence[first] === sentence[i] && upos[first] !== AUX && upos[first] !== PART && upos[first] !== VERB) first--;
    if (first < 0 || sentence[first] === sentence[i]) return -1;
    const last = sentence[first];
    for (let at = first; at >= 0 && at > i - FAR && sentence[at] === last; at--)
      if (upos[at] === VERB && relation[at] === REL.root) return at;
    return -1;
  }
} // biome-ignore format: long conditions

/** Whom the clause whose subject a pronoun is does something to: "they threw stones at the officers"; none of them is "they". */
export function doneTo(view: TokenView, clauses: Clauses, pronoun: number): number {
  const { relation, head, lower, upos } = view;
  if (relation[pronoun] !== REL.nsubj) return -1;
  const verb = head[pronoun] ?? -1;
  if (verb < pronoun || upos[verb] !== VERB) return -1;
  for (let at = verb + 1; at < view.length && at < verb + FAR && view.sentence[at] === view.sentence[verb]; at++) {
    if (relation[at] !== REL.case || (lower[at] !== 'at' && lower[at] !== 'against' && lower[at] !== 'with')) continue;
    const led = head[at] ?? -1;
    const up = head[led] ?? -1;
    if (up === verb || up === (clauses.object[verb] ?? -1)) return led;
  }
  return clauses.object[verb] ?? -1;
}

const FAULTING: ReadonlySet<string> = new Set(['accuse', 'blame']);

/** The object of the verb of blaming that a pronoun's own, with a subject besides, is joined to; -1 for none. */
export function alsoFaulted(view: TokenView, clauses: Clauses, i: number): number {
  const { relation, head, parsed } = view;
  const verb = head[i] ?? -1;
  if (relation[i] !== REL.obj || verb < 0 || relation[verb] !== REL.conj || (clauses.subject[verb] ?? -1) < 0)
    return -1;
  const first = head[verb] ?? -1;
  if (first < 0 || !FAULTING.has(parsed.words.lemma(verb)) || !FAULTING.has(parsed.words.lemma(first))) return -1;
  return clauses.object[first] ?? -1;
}
