// "The North" in, the half of a divided land that it names out, where the report has named that half or the other.
import type { Cast } from './cast.ts';
import { actorLexicon, type NamedEntry } from './lexicon.ts';
import { ADJ, NOUN, NUM, PROPN, type TokenView } from './token-view.ts';

const HALVES = /^(North|South) (\S+)$/;

/** Null for a quarter of the sky, and for words that a longer name or a noun goes on with: "the North Sea", "the North of the island". */
export function halfLand(view: TokenView, cast: Cast, at: number): { entry: NamedEntry; to: number } | null {
  const word = view.lower[at];
  if ((word !== 'north' && word !== 'south') || view.lower[at - 1] !== 'the') return null;
  const half = view.text.slice(view.start[at], view.end[at]);
  if (half !== 'North' && half !== 'South') return null;
  const next = view.sentence[at + 1] === view.sentence[at] ? view.upos[at + 1] : undefined;
  if (next === PROPN || next === NOUN || next === ADJ || next === NUM) return null;
  if (view.lower[at + 1] === '-' || view.lower[at + 1] === 'of') return null;
  for (const { kind, name } of cast.entities) {
    const land = kind === 'state' ? HALVES.exec(name) : null;
    if (!land) continue;
    const entry = stateCalled(half, land[2] ?? '');
    if (entry && stateCalled(half === 'North' ? 'South' : 'North', land[2] ?? '')) return { entry, to: at + 1 };
  }
  return null;
}

/** The state whose whole name these two words are. */
export const stateCalled = (half: string, land: string): NamedEntry | null =>
  actorLexicon()
    .named.get(half)
    ?.find(({ words, kind, use }) => kind === 'state' && use === 'name' && words === `${half} ${land}`) ?? null;
