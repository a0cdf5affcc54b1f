// A head noun in, the noun phrase around it out: by parts of speech, so that a wrong tree does not break it.

import type { Phrase } from '../statements/utterance.ts';
import {
  ADJ,
  ADP,
  ADV,
  DET,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  REL,
  SYM,
  type TokenView,
  VERB,
} from './token-view.ts';

/** What stands behind whoever owns something. */
export const POSSESSIVE: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);
const MY = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);

/** Days that stand beside a noun phrase without a preposition: "told reporters today", "on Monday Kern said". */
const DAY = new Set(
  'today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

/** A day that is no part of the phrase around it: "Monday’s meeting" and "the Monday meeting" are phrases. */
const besideDay = (view: TokenView, i: number): boolean =>
  DAY.has(view.lower[i] ?? '') && !POSSESSIVE.has(view.lower[i + 1] ?? '');

/** Whether a token can head a noun phrase that acts. */
export function isNominal(view: TokenView, i: number): boolean {
  const upos = view.upos[i];
  return upos === NOUN || upos === PROPN || upos === PRON || (upos === NUM && /^\p{L}/u.test(view.lower[i] ?? ''));
}

function joins(view: TokenView, i: number): boolean {
  // A hyphen written without blanks holds a word together: "Kurdish-led".
  const word = view.lower[i] ?? '';
  return (word === '-' || word === '–') && view.end[i - 1] === view.start[i] && view.end[i] === view.start[i + 1];
}

/** First token of the noun phrase that `head` heads, in its sentence and on its side of a quotation mark. */
export function phraseStart(view: TokenView, head: number): number {
  if (
    view.upos[head] === PRON &&
    !/^(?:one|ones|others|some|many|most|all|both|those|these|several|few)$/.test(view.lower[head] ?? '')
  )
    return head;
  const sentence = view.sentence[head];
  let start = head;
  for (let i = head - 1; i >= 0 && view.sentence[i] === sentence && view.quoteAt[i] === view.quoteAt[head]; i--) {
    const upos = view.upos[i];
    const word = view.lower[i] ?? '';
    if (besideDay(view, i) && upos !== ADJ && view.upos[i - 1] !== DET) break;
    if (upos === NOUN || upos === PROPN || upos === ADJ || upos === NUM || upos === SYM) start = i;
    else if (upos === DET) {
      start = i;
      if (!/^(?:all|both|half|such)$/.test(view.lower[i - 1] ?? '')) return start;
    } else if (MY.has(word)) return word === 'whose' && view.upos[head] === PROPN ? nameStart(view, head, i) : i;
    else if (upos === PART && POSSESSIVE.has(word)) start = i;
    else if (joins(view, i)) start = i;
    else if (
      upos === VERB &&
      view.relation[i] === REL.amod &&
      (view.upos[i - 1] === DET || view.upos[i - 1] === ADJ || joins(view, i - 1) || view.upos[i - 1] === ADV)
    )
      start = i;
    else if (upos === VERB && joins(view, i - 1)) start = i;
    else if (
      upos === ADV &&
      (view.upos[i + 1] === ADJ || view.upos[i + 1] === NUM || view.upos[i + 1] === VERB) &&
      start === i + 1 &&
      /ly$|^(?:most|more|very|at|about|some|nearly)$/.test(word)
    )
      start = i;
    else if (word === ',' && view.upos[i + 1] === ADJ && view.upos[i - 1] === ADJ && start === i + 1) start = i;
    else if (word === '&' && view.upos[i - 1] === PROPN) start = i;
    else if (word === '.' && view.end[i - 1] === view.start[i] && view.upos[i - 1] === PROPN) start = i;
    else break;
  }
  return start;
}

/** "whose release President Anna Kern announced": the name with its title, not what the relative clause is about. */
function nameStart(view: TokenView, head: number, whose: number): number {
  let start = head;
  while (start - 1 > whose + 1 && view.upos[start - 1] === PROPN) start--;
  return start;
}

/** One past the last token of the phrase: names go on to the right ("Ursula von der Leyen"), common nouns end at their head. */
export function phraseEnd(view: TokenView, head: number): number {
  let end = head + 1;
  if (view.upos[head] !== PROPN && view.upos[head] !== NOUN && view.upos[head] !== ADJ) return end;
  const sentence = view.sentence[head];
  while (end < view.length && view.sentence[end] === sentence && view.quoteAt[end] === view.quoteAt[head]) {
    const upos = view.upos[end];
    if (upos === PROPN || (upos === NUM && view.upos[end - 1] === PROPN && view.relation[end] === REL.flat)) end++;
    else if (joins(view, end) && (view.upos[end + 1] === PROPN || view.upos[end + 1] === NOUN)) end += 2;
    else if (
      upos === NOUN &&
      view.analysed &&
      (view.relation[end] === REL.flat || view.relation[end] === REL.compound) &&
      view.head[end] === head
    )
      end++;
    else break;
  }
  return end;
}

/** The phrase of a head; a name's title and its last word are both inside. */
export function phraseOf(view: TokenView, head: number): Phrase {
  return { from: phraseStart(view, head), to: phraseEnd(view, head), head };
}

/** The noun phrase that ends right before token `at`, or null: the head is its last noun. */
export function phraseBefore(view: TokenView, at: number): Phrase | null {
  const head = at - 1;
  if (head < 0 || view.sentence[head] !== view.sentence[at]) return null;
  if (!isNominal(view, head) && !(view.upos[head] === ADJ && /^[A-Z]/.test(view.text.charAt(view.start[head] ?? 0))))
    return null;
  return { from: phraseStart(view, head), to: at, head };
}

const ASKING = /^(?:when|where|why|how)$/;

const SPELL =
  /^(?:week|weekend|month|year|spring|summer|autumn|winter|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The noun phrase that begins at token `at`, or null. */
export function phraseAfter(view: TokenView, at: number): Phrase | null {
  const sentence = view.sentence[at];
  if (sentence === undefined) return null;
  if (view.upos[at] === PRON && !MY.has(view.lower[at] ?? '')) return { from: at, to: at + 1, head: at };
  let head = -1;
  let i = at;
  for (; i < view.length && view.sentence[i] === sentence && view.quoteAt[i] === view.quoteAt[at]; i++) {
    const upos = view.upos[i];
    const word = view.lower[i] ?? '';
    if (head >= 0 && besideDay(view, i)) break;
    // "Kenyan police kill two": a verb to the tree, whatever its tag
    if (head >= 0 && head === i - 1 && upos === NOUN && view.head[head] === i && view.relation[head] === REL.nsubj)
      break;
    if (upos === NOUN || upos === PROPN) head = i;
    else if (upos === NUM || upos === SYM) {
      if (head < 0) continue;
      break;
    } else if (upos === ADJ || (upos === DET && i === at) || (MY.has(word) && i === at)) {
      if (head >= 0 && upos !== ADJ) break;
      if (head >= 0 && view.upos[i + 1] !== NOUN && view.upos[i + 1] !== PROPN) break;
      // "the United States last month imposed": when
      if (head >= 0 && (word === 'last' || word === 'next') && SPELL.test(view.lower[i + 1] ?? '')) break;
    } else if (upos === PART && POSSESSIVE.has(word)) head = -1;
    else if (joins(view, i)) continue;
    else if (upos === VERB && (joins(view, i - 1) || (head < 0 && view.relation[i] === REL.amod))) continue;
    // "since 2003 when ethnic militias": a clause begins
    else if (upos === ADV && head < 0 && i > at && !ASKING.test(word)) continue;
    else break;
  }
  return head < 0 ? null : { from: at, to: head + 1, head };
}

/** Whether a token opens a noun phrase. */
export function opensPhrase(view: TokenView, i: number): boolean {
  const upos = view.upos[i];
  return upos === DET || upos === PROPN || upos === NOUN || upos === PRON || upos === ADJ || upos === NUM;
}

/** Whether a token is punctuation or a preposition, where a phrase surely ends. */
export function bounds(view: TokenView, i: number): boolean {
  return view.upos[i] === PUNCT || view.upos[i] === ADP;
}

/** "Legal and religious groups", all of them: the first word of the two that "and" joins before a plural; `begin` where it joins none. */
export function joinedFrom(
  { lower, relation, head, upos, tag, sentence }: TokenView,
  begin: number,
  noun: number,
): number {
  const other = begin - 2;
  if (other < 0 || lower[begin - 1] !== 'and' || begin >= noun || upos[begin] !== ADJ || upos[other] !== ADJ)
    return begin;
  if (tag(noun) !== 'NNS' || relation[begin] !== REL.conj || head[begin] !== other || head[other] !== noun)
    return begin;
  return sentence[other] === sentence[begin] && relation[other] === REL.amod ? other : begin;
}

/** Whether a hyphen without blanks ties a token to a word before it. */
export const isInsideWord = ({ lower, start, end, sentence }: TokenView, at: number): boolean =>
  lower[at - 1] === '-' &&
  end[at - 1] === start[at] &&
  end[at - 2] === start[at - 1] &&
  sentence[at - 2] === sentence[at];
