// A protest that its words set against somebody in, those out: "anti-government protests in Velmar", "anti-Holt demonstrators".
import type { Found as Cast } from '../actors/actor.ts';
import { ADJ, NOUN, PROPN, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';

const RULERS: ReadonlySet<string> = new Set(['government', 'regime', 'junta', 'goverment']);
const AGAINST = /^anti-(.+)$/;

/** Gives a protest without recipients those whom "anti-" before its noun or its crowd names; `country` is that of the place where it was. */
export function addOpposed(
  draft: Draft,
  country: string | null,
  cast: Cast,
  growth: CastGrowth,
  view: TokenView,
): void {
  const { coded, recipients, actors } = draft;
  for (const noun of [coded.trigger, ...coded.agents]) {
    const word = noun - 1;
    const kind = view.upos[word];
    if (kind !== ADJ && kind !== NOUN && kind !== PROPN) continue;
    const whom = AGAINST.exec(view.lower[word] ?? '')?.[1];
    if (whom === undefined) continue;
    const opposed = RULERS.has(whom) ? ruler(country ?? growth.ruled, word, growth) : namedAs(whom, cast);
    if (opposed >= 0 && !actors.includes(opposed)) recipients.push(opposed);
    return;
  }
}

const ruler = (country: string | null, word: number, growth: CastGrowth): number =>
  country === null
    ? -1
    : growth.state(country, word, word + 1, 'the government that a protest is against is that of the land where it is');

/** The only one of the cast whose name it is, or whose last name. */
function namedAs(whom: string, { actors }: Cast): number {
  let found = -1;
  for (let i = 0; i < actors.length; i++) {
    const name = (actors[i]?.name ?? '').toLowerCase();
    if (name === whom) return i;
    if (actors[i]?.kind !== 'person' || !name.endsWith(` ${whom}`)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
} // biome-ignore format: long signature
