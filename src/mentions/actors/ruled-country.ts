// A text and how often it names each land in, the land whose government it means by "the government" out.
import { namedAt } from './lexicon.ts';
import type { TokenView } from './token-view.ts';

/** What stands for a state where nothing says whose it is. */
export const RULERS = /^(?:government|regime)$/i;

/** How many tokens back the name of a land may begin: "the United Arab Emirates' government". */
const LONGEST = 4;

/** The only land whose government is called by its name, where no other is named more often; null otherwise. */
export function ruledCountry(view: TokenView, counts: ReadonlyMap<string, number>): string | null {
  let ruled: string | null = null;
  for (let i = 1; i < view.length; i++) {
    const word = view.lower[i];
    if (word !== 'government' && word !== 'regime') continue;
    const country = countryOf(view, i);
    if (country === null) continue;
    if (ruled !== null && ruled !== country) return null;
    ruled = country;
  }
  if (ruled === null) return null;
  const most = counts.get(ruled) ?? 0;
  for (const [country, count] of counts) if (country !== ruled && count > most) return null;
  return ruled;
}

/** "The Syrian government", "Syria's government", "the government of Syria". */
function countryOf(view: TokenView, ruler: number): string | null {
  const owner = view.lower[ruler - 1];
  const end = owner === "'s" || owner === '’s' || owner === "'" || owner === '’' ? ruler - 1 : ruler;
  for (let from = end - 1; from >= 0 && from >= end - LONGEST; from--) {
    const found = view.sentence[from] === view.sentence[ruler] ? namedAt(view, from) : null;
    if (found?.to === end) return found.entry.kind === 'state' ? found.entry.country : null;
  }
  if (view.lower[ruler + 1] !== 'of') return null;
  const named = namedAt(view, view.lower[ruler + 2] === 'the' ? ruler + 3 : ruler + 2);
  return named?.entry.kind === 'state' ? named.entry.country : null;
}
