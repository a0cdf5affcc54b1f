// "The Holt administration", "Holt's regime" in, the country of the leader that it is called after out.
import type { Reader } from './chunk.ts';
import { knownTerm } from './leaders.ts';
import { PROPN } from './token-view.ts';

/** What is called after whoever leads it. */
const RULED = /^(?:administrations?|regimes?|government|cabinet|campaign|forces|troops|army|loyalists)$/;
const RULERS = /^(?:administration|regime|government)$/;

/** Null where no leader's name stands right before the noun. */
export function namesakeCountry({ view, cast, published }: Reader, begin: number, head: number): string | null {
  // "Holt administration officials"
  if (!RULED.test(view.lower[head] ?? '') && !(head - 1 > begin && RULERS.test(view.lower[head - 1] ?? '')))
    return null;
  for (let at = begin; at < head; at++) {
    if (view.upos[at] !== PROPN) continue;
    const printed = view.text.slice(view.start[at], view.end[at]);
    // "Assads regime": reports that lost their apostrophes
    for (const name of printed.endsWith('s') ? [printed, printed.slice(0, -1)] : [printed]) {
      const met = cast.findPerson(name);
      const country = met ? met.country : (knownTerm(name, null, published, view.own)?.country ?? null);
      if (country !== null) return country;
    }
  }
  return null;
}
