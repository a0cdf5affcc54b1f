// “The Ukrainian capital” in the text in, the entry of the city that is meant out.
import { type NamedEntry, namedAt } from '../actors/lexicon.ts';
import { NOUN, type TokenView } from '../actors/token-view.ts';
import type { Gazetteer } from './gazetteer.ts';

export interface Described {
  readonly from: number;
  readonly to: number;
  readonly entry: number;
  readonly why: string;
}

const CITY = /^(?:capital|capital's|capital’s)$/;

/** At a word `capital`: “the Ukrainian capital”, “Ukraine's capital”, “the capital of Ukraine”; null where no country is named, or the city's name follows. */
export function capitalAt(view: TokenView, gazetteer: Gazetteer, at: number): Described | null {
  const { lower, sentence, text, start, upos } = view;
  if (!CITY.test(lower[at] ?? '')) return null;
  const behind = lower[at + 1] === 'city' && sentence[at + 1] === sentence[at] ? at + 2 : at + 1;
  const next = text.charAt(start[behind] ?? 0);
  if (sentence[behind] === sentence[at] && upos[behind] !== undefined && /\p{Lu}/u.test(next)) return null;
  if (sentence[behind] === sentence[at] && upos[behind] === NOUN) return null;
  if (sentence[behind] === sentence[at] && /^(?:,|of)$/.test(lower[behind] ?? '')) {
    const follows = text.charAt(start[behind + 1] ?? 0);
    // “the Syrian capital, Damascus” names it
    if (lower[behind] === ',' && /\p{Lu}/u.test(follows)) return null;
    if (lower[behind] === 'of') {
      const named = namedAt(view, behind + 1);
      return named?.entry.use === 'name'
        ? meant(gazetteer, named.entry, lower[at - 1] === 'the' ? at - 1 : at, at + 1)
        : null;
    }
  }
  for (let i = at - 1; i >= at - 4 && i >= 0 && sentence[i] === sentence[at]; i--) {
    const named = namedAt(view, i);
    if (!named) continue;
    const clitic = /^['’]s?$/.test(lower[named.to] ?? '') ? 1 : 0;
    if (named.to + clitic !== at) continue;
    if (named.entry.use !== 'adjective' && !(named.entry.use === 'name' && clitic === 1)) return null;
    return meant(gazetteer, named.entry, lower[i - 1] === 'the' ? i - 1 : i, at + 1);
  }
  return null;
}

function meant(gazetteer: Gazetteer, { country, name }: NamedEntry, from: number, to: number): Described | null {
  const entry = country === null ? -1 : gazetteer.capital(country);
  return entry < 0 ? null : { from, to, entry, why: `${gazetteer.name(entry)}: the capital of ${name}` };
}
