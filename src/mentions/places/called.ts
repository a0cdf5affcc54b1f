// “The village of Prisi” in the text in, the name with what the words call it out, whether a gazetteer has it or not.
import { PROPN, type TokenView } from '../actors/token-view.ts';
import { type Feature, gap, isCapital } from './feature.ts';
import type { Precision } from './place.ts';

/** “the village of X”: nouns after whose “of” a name is a place. */
const CALLED: ReadonlyMap<string, Precision> = new Map(
  (
    [
      ['settlement', 'city town village hamlet suburb township settlement enclave'],
      ['district', 'district neighbourhood neighborhood county'],
      ['province', 'province governorate'],
    ] as const
  ).flatMap(([precision, words]) => words.split(' ').map((word) => [word, precision] as const)),
);

/** “the village of X”, “a suburb called X”: the token of the name's end, with what it is; null where nothing says so. */
export function calledAt(view: TokenView, from: number): Feature | null {
  const { lower, upos, sentence } = view;
  if (lower[from - 1] !== 'of' || sentence[from - 2] !== sentence[from]) return null;
  const precision = CALLED.get(lower[from - 2] ?? '');
  if (!precision || isCapital(view, from - 2)) return null;
  // “Upper Tarn” begins with an adjective
  const named = upos[from] === PROPN || (isCapital(view, from) && upos[from + 1] === PROPN && gap(view, from));
  if (!named) return null;
  let to = from + 1;
  while (
    to < from + 4 &&
    sentence[to] === sentence[from] &&
    gap(view, to - 1) &&
    ((isCapital(view, to) && upos[to] === PROPN) || /^(?:-|al|el|de|ez)$/.test(lower[to] ?? ''))
  )
    to++;
  return {
    from,
    to,
    precision,
    rule: 'places/called',
    why: `the words call it a ${lower[from - 2]}; the gazetteer does not have it`,
  };
}
