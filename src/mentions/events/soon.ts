// A word of a sentence in, whether one of some others stands soon behind it out.
import type { TokenView } from '../actors/token-view.ts';

/** Whether one of `words`, in lower case, is among the fewer than `reach` tokens behind one, in its sentence. */
export function isSoon(
  words: ReadonlySet<string>,
  token: number,
  reach: number,
  { lower, sentence }: TokenView,
): boolean {
  for (let at = token + 1; at < token + reach && sentence[at] === sentence[token]; at++)
    if (words.has(lower[at] ?? '')) return true;
  return false;
}

/** Whether a word of a token's sentence is of a pattern. */
export function sentenceHas(pattern: RegExp, token: number, { parsed, sentence, lower }: TokenView): boolean {
  const { firstToken, endToken } = parsed.text.sentences;
  const own = sentence[token] ?? 0;
  for (let at = firstToken[own] ?? 0, end = endToken[own] ?? 0; at < end; at++) if (pattern.test(lower[at] ?? '')) return true;
  return false;
} // biome-ignore format: one loop
