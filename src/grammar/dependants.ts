// A word of a parsed sentence in, whether another one hangs from it in one of some ways out.
import type { ParseState } from './parse-state.ts';

/** Whether any of the words from `from` up to `to` hangs from `word` by a relation that `use` gives the number `wanted`. */
export function hasDependant(
  { head, label }: ParseState,
  word: number,
  use: Uint8Array,
  wanted: number,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) if (head[at] === word && use[label[at] as number] === wanted) return true;
  return false;
}
