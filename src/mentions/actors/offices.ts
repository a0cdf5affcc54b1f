// The words behind or before a title in, the office they name out: "Minister for the Middle East Tobias Kern", "Presidents Anna Holt and Ivan Kern".
import { BODY_OF, CHARGE, isName, nameEnd, type Reader, raw, same } from './chunk.ts';
import { agentOf } from './described.ts';
import { actorLexicon, type NamedEntry, namedAt, type Title, titleAt, titlesAt } from './lexicon.ts';
import { PROPN, type TokenView } from './token-view.ts';

/**
 * "Minister for the Middle East Tobias Kern", "President of France Emmanuel Macron", "Minister of Defence Anna Kern":
 * where the name begins behind what the title is of, and the state or body it is of; null if no name follows.
 */
export function officeOf(view: TokenView, at: number): { from: number; named: NamedEntry | null } | null {
  if (!/^(?:of|for|to)$/.test(view.lower[at] ?? '')) return null;
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
      : null;
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
  return null;
}

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
