// A token in, whether it stands in the first sentence under a headline, be it behind a dateline of its own, out.
import { type TokenView, VERB } from '../actors/token-view.ts';

/** "VELMAR, March 3 (Wire) — Missiles struck": the words before the dash are no sentence that tells anything. */
export function isInLead(token: number, { sentence, upos }: TokenView): boolean {
  const at = sentence[token] as number;
  if (at !== 2) return at === 1;
  let word = token;
  while (word > 0 && sentence[word - 1] === at) word--;
  for (word--; word >= 0 && sentence[word] === 1; word--) if (upos[word] === VERB) return false;
  return true;
}
