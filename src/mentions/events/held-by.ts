// The verb of a capture or the participle before a place in, the word for those from whom it was taken or who hold it out: "liberated the town of Orlec from the rebels", "a rebel-held town".
import { DET, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { BACKING } from './farther.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const REACH = 12;
const HOLDING: ReadonlySet<string | null> = new Set(['group', 'organisation', 'state']);
const ARMED: ReadonlySet<string | null> = new Set(['REB', 'MIL', 'UAF', 'SEP', 'PRM', 'GOV']);

const HELD: ReadonlySet<string> = new Set(['held', 'controlled', 'run', 'occupied', 'owned', 'operated']);
export const isHeld = (participle: string): boolean => HELD.has(participle);
const SIDES = kindBit('body') | kindBit('forces');

/** "A Taliban-run prison", "an ISIL-held building": whose it is; -1 where a participle tells of nobody. */
export function holderBefore(participle: number, { view, kinds }: Matcher, cast: CastGrowth): number {
  if (!isHeld(view.lower[participle] ?? '') || view.lower[participle - 1] !== '-') return -1;
  const holder = participle - 2;
  return cast.at(holder) >= 0 || (kinds.of(holder) & SIDES) !== 0 ? holder : -1;
}

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
