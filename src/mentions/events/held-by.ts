// The verb of a capture in, the word for those from whom the place was taken out: "liberated the town of Orlec from the rebels".
import { DET, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { BACKING } from './farther.ts';
import type { Matcher } from './match.ts';

const REACH = 12;
const HOLDING: ReadonlySet<string | null> = new Set(['group', 'organisation', 'state']);
const ARMED: ReadonlySet<string | null> = new Set(['REB', 'MIL', 'UAF', 'SEP', 'PRM', 'GOV']);

/** -1 where no side is told of behind "from". */
export function heldBy(verb: number, { view }: Matcher, cast: CastGrowth): number {
  const { lower, sentence, upos } = view;
  if (upos[verb] !== VERB) return -1;
  for (let at = verb + 1; at < view.length && at < verb + REACH && sentence[at] === sentence[verb]; at++) {
    if (upos[at] === VERB) return -1;
    if (lower[at] !== 'from') continue;
    // "with support from Velmar"
    if (BACKING.has(lower[at - 1] ?? '')) return -1;
    for (
      let side = upos[at + 1] === DET ? at + 2 : at + 1;
      side < at + 5 && sentence[side] === sentence[verb];
      side++
    ) {
      const actor = cast.at(side);
      if (actor >= 0) return HOLDING.has(cast.kindOf(actor)) && ARMED.has(cast.sectorOf(actor)) ? side : -1;
    }
    return -1;
  }
  return -1;
}
