// A noun that counts how long or how often a blow went on in, the blow's own noun out: "three rounds of firing by the police".
import { ADJ, DET, NOUN, REL, type TokenView } from '../actors/token-view.ts';
import type { Children } from './roles.ts';

const SPELLS: ReadonlySet<string> = new Set([
  'round', 'rounds', 'hours', 'days', 'weeks', 'months', 'night', 'nights', 'wave', 'waves', 'series', 'spate', 'barrage', 'bout', 'bouts', 'spell',
]); // biome-ignore format: one table
/** Words between "of" and the noun that are looked past: "of heavy army shelling". */
const FAR = 4;

/** The noun or gerund behind "of"; -1 where the first noun counts nothing that goes on. */
export function wentOn(noun: number, { lower, upos, head, relation, tag }: TokenView): number {
  if (!SPELLS.has(lower[noun] ?? '') || lower[noun + 1] !== 'of') return -1;
  for (let at = noun + 2; at <= noun + 1 + FAR; at++) {
    if (tag(at) === 'VBG' || upos[at] === NOUN) {
      if (head[at] === noun) return at;
      if (relation[at] !== REL.compound && relation[at] !== REL.amod) return -1;
    } else if (upos[at] !== ADJ && upos[at] !== DET) return -1;
  }
  return -1;
}

/** Of "killed in days of shelling" the shelling, of the verb's token; -1 for none. */
export function wentOnFor(verb: number, view: TokenView, { first, next }: Children): number {
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.relation[child] === REL.obl) {
      const blow = wentOn(child, view);
      if (blow >= 0) return blow;
    }
  return -1;
}
