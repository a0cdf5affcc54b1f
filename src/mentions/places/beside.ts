// Two names of a text in, whether the words between them say that one lies in the other or that both stand in a list out.
import { PUNCT, type TokenView } from '../actors/token-view.ts';
import { distance } from './evidence.ts';
import type { NameHit } from './find-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';

const LINK =
  /^(?:,|the|a|an|city|town|village|district|province|region|county|area|governorate|state|country|northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|in|of|'s|’s)$/;

/** Kilometres within which a name before a large town's is a part of it, and how large that is. */
const PART = 40;
const LARGE = 160;

/** “A, B”: a comma and nothing else between two names. */
export function follows(view: TokenView, a: NameHit, b: NameHit): boolean {
  return b.from - a.to === 1 && view.lower[a.to] === ',' && view.sentence[a.from] === view.sentence[b.from];
}

/** “A and B”, “A, B”, “A, and B”: one list. */
export function goesOn(view: TokenView, a: NameHit, b: NameHit): boolean {
  if (view.sentence[a.from] !== view.sentence[b.from] || b.from - a.to > 3 || b.from === a.to) return false;
  for (let i = a.to; i < b.from; i++) if (!/^(?:,|and|or|&|the|\/|to)$/.test(view.lower[i] ?? '')) return false;
  return true;
}

/** “A in B province”, “A, in northern B”, “A in the B region of”. */
export function liesIn(view: TokenView, a: NameHit, b: NameHit): boolean {
  if (view.sentence[a.from] !== view.sentence[b.from] || b.from - a.to > 8) return false;
  let preposition = false;
  for (let i = a.to; i < b.from; i++) {
    const word = view.lower[i] ?? '';
    if (!LINK.test(word)) return false;
    if (word === 'in' || word === 'of') preposition = true;
  }
  return preposition || (b.from - a.to > 0 && view.upos[a.to] === PUNCT && b.from - a.to <= 3);
}

/** “A’s B”: B lies in A. */
export function owns(view: TokenView, a: NameHit, b: NameHit): boolean {
  if (view.sentence[a.from] !== view.sentence[b.from] || !/^['’]s?$/.test(view.lower[a.to] ?? '')) return false;
  for (let i = a.to + 1; i < b.from; i++) if (!LINK.test(view.lower[i] ?? '')) return i - a.to <= 3 && b.from - i === 1;
  return true;
}

/** Whether something that the second name may mean holds something that the first may mean. */
export function mayContain(g: Gazetteer, inner: readonly number[], outer: NameHit): boolean {
  if (outer.short) return true;
  for (const value of outer.entries) {
    const area = value & ~ALTERNATE;
    const kind = g.kind(area);
    if (kind === 'region') return true;
    if (kind === 'capital' || (kind === 'seat' && g.size(area) >= LARGE)) {
      // “Lewisham, London”
      for (const one of inner)
        if ((one & ~ALTERNATE) !== area && distance(g, one & ~ALTERNATE, area) < PART) return true;
      continue;
    }
    if (kind !== 'country' && kind !== 'province' && kind !== 'district') continue;
    for (const one of inner) if (g.within(one & ~ALTERNATE, area)) return true;
  }
  return false;
}
