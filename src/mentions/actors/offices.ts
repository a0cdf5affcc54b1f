// The words behind or before a title in, the office they name out: "Minister for the Middle East Tobias Kern", "Presidents Anna Holt and Ivan Kern".
import { BODY_OF, CHARGE, isName, nameEnd, type Reader, raw, same } from './chunk.ts';
import { agentOf } from './described.ts';
import { actorLexicon, type NamedEntry, namedAt, type Title, titleAt, titlesAt } from './lexicon.ts';
import { ADJ, AUX, DET, NOUN, PRON, PROPN, type TokenView, VERB } from './token-view.ts';

/**
 * "Minister for the Middle East Tobias Kern", "President of France Emmanuel Macron", "Minister of Defence Anna Kern":
 * where the name begins behind what the title is of, and the state or body it is of; null if no name follows.
 */
export function officeOf(view: TokenView, at: number): { from: number; named: NamedEntry | null } | null {
  if (!/^(?:of|for|to|from)$/.test(view.lower[at] ?? '')) return null;
  let i = at + 1;
  if (view.lower[i] === 'the') i++;
  if (!same(view, at, i)) return null;
  const named = namedAt(view, i);
  const { firstNames, leaders } = actorLexicon();
  const isStart = (k: number): boolean => {
    if (!same(view, at, k) || !isName(view, k)) return false;
    const end = nameEnd(view, k);
    if (end - k < 2) return false;
    return firstNames.has(raw(view, k, k + 1)) || leaders.has(raw(view, k, end));
  };
  if (named) {
    // "the African Union Commission Anna Kern": the body's own name goes on
    const goesOn =
      /^(?:coalition|alliance)$/.test(view.lower[named.to] ?? '') || BODY_OF.test(view.lower[named.to] ?? '');
    const to = goesOn && isName(view, named.to) ? named.to + 1 : named.to;
    const end = same(view, at, to) ? nameEnd(view, to) : to;
    return end - to >= 2 && end - to <= 4 && !titleAt(view, to) && !agentOf(view, end - 1)
      ? { from: to, named: named.entry }
      : longOffice(view, at, named.to + 1, isStart);
  }
  let k = i;
  while (k < i + 6 && CHARGE.test(view.lower[k] ?? '') && same(view, at, k)) k++;
  if (k > i) {
    const end = same(view, at, k) ? nameEnd(view, k) : k;
    if (end - k >= 2 && end - k <= 4 && isName(view, k) && !agentOf(view, end - 1)) return { from: k, named: null };
  }
  for (k = i + 1; k < i + 4; k++) {
    if (titleAt(view, k - 1)) return null; // "a spokesperson for President Anna Kern"
    if (isStart(k)) return { from: k, named: null };
  }
  return longOffice(view, at, k, isStart);
}

/** One past the name of two or three words that stands behind a title in capitals and a comma; -1 where none does. */
export function holderBehind(view: TokenView, titleFrom: number, comma: number): number {
  const { lower } = view;
  const from = comma + 1;
  if (lower[comma] !== ',' || !same(view, titleFrom, from) || !isName(view, comma - 1) || !isName(view, from))
    return -1;
  if (titleAt(view, from) || namedAt(view, from)) return -1;
  const end = nameEnd(view, from);
  if (end - from < 2 || end - from > 3 || agentOf(view, end - 1) || BODY_OF.test(lower[end - 1] ?? '')) return -1;
  const { firstNames, leaders } = actorLexicon();
  const known = firstNames.has(raw(view, from, from + 1)) || leaders.has(raw(view, from, end));
  // "met the President, Anna Kern and Omar Holt": a list
  return known && (lower[end] === ',' || lower[end] === '.') ? end : -1;
}

const FARTHEST = 7;

/** "Special Envoy for the Coalition to Counter Piracy Anna Kern": no article before the title, and a name of two or three words with what the person does behind. */
function longOffice(view: TokenView, at: number, near: number, isStart: (k: number) => boolean): { from: number; named: null } | null {
  const { upos, lower } = view;
  let first = at - 1;
  while (first > 0 && same(view, at, first - 1) && (upos[first - 1] === PROPN || upos[first - 1] === ADJ || upos[first - 1] === NOUN)) first--;
  if (upos[first - 1] === DET || upos[first - 1] === PRON) return null;
  for (let k = near; k < near + FARTHEST && same(view, at, k); k++) {
    if (titleAt(view, k - 1) || upos[k - 1] === AUX || upos[k - 1] === PRON || lower[k - 1] === ',') return null;
    if (!isStart(k) || !(upos[k - 1] === PROPN || upos[k - 1] === NOUN)) continue;
    const end = nameEnd(view, k);
    if (end - k > 3 || agentOf(view, end - 1) || BODY_OF.test(lower[end - 1] ?? '')) return null;
    return upos[end] === VERB || upos[end] === AUX || lower[end] === ',' ? { from: k, named: null } : null;
  }
  return null;
} // biome-ignore format: long conditions

/** "Presidents Anna Holt of Velmar and Ivan Kern": the title that each of them bears, in the words where it is printed; null where none is. */
export function severalTitled(reader: Reader, at: number, k: number): { title: Title; from: number; to: number } | null {
  const { view, shared } = reader;
  const { lower } = view;
  const own = titlesAt(view, k);
  // most phrases bear none
  if (!own && (!shared || k !== at || k - shared.to > 5 || !same(view, shared.to, k))) return null;
  if (own) {
    const end = isNamed(view, at, own.to) ? nameEnd(view, own.to) : own.to;
    const next = pastLand(view, end);
    // "told reporters Kern remained": one alone bears no title of several
    return end > own.to && same(view, k, next) && (lower[next] === 'and' || lower[next] === ',') ? { ...own, from: k } : null;
  }
  if (!shared || !isNamed(view, at, k)) return null;
  if (lower[k - 1] !== 'and' && lower[k - 1] !== ',') return null;
  for (let i = pastLand(view, shared.to); i < k; i++) if (lower[i] !== 'and' && lower[i] !== ',') return null;
  return { title: shared.title, from: k, to: k };
} // biome-ignore format: long conditions

/** A name of the same phrase that no list has. */
const isNamed = (view: TokenView, at: number, to: number): boolean =>
  same(view, at, to) && view.upos[to] === PROPN && isName(view, to) && !namedAt(view, to);

/** One past "of Velmar" that may stand behind a name. */
const pastLand = (view: TokenView, to: number): number =>
  view.lower[to] === 'of' ? (namedAt(view, to + (view.lower[to + 1] === 'the' ? 2 : 1))?.to ?? to) : to;

/** "Holt regime air strikes": one past the word for those who rule, where a name stands before it and a thing behind; -1 elsewhere. */
export function regimeEnd(view: TokenView, from: number, to: number): number {
  if (to > from + 2 || view.upos[to - 1] !== PROPN || !/^(?:regime|administration)$/.test(view.lower[to] ?? ''))
    return -1;
  const next = to + 1;
  const goesOn = view.upos[next] === NOUN && view.sentence[next] === view.sentence[to];
  return goesOn && agentOf(view, next) === undefined && !view.lower[next + 1]?.startsWith('force') ? next : -1;
}
