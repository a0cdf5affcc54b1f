// "Would like them to leave": a verb in, whether it wants something of somebody, and is no liking that might be.
import { ADV, type TokenView, VERB } from '../actors/token-view.ts';

const WOULD: ReadonlySet<string> = new Set(['would', "'d", '’d']);

/** Whether "like" says what somebody wants: with "would" right before it, or an adverb between. */
export function isWish(token: number, { lower, upos }: TokenView): boolean {
  // "would like to buy jets": nothing is asked of anybody
  if (lower[token] !== 'like' || upos[token] !== VERB || lower[token + 1] === 'to') return false;
  return WOULD.has(lower[token - 1] ?? '') || (upos[token - 1] === ADV && WOULD.has(lower[token - 2] ?? ''));
}
