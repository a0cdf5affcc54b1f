// The events of a report in; its air strikes of nobody known given to the only side that strikes from the air in it, out.
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';

const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((one) => b.includes(one));
const isStrike = ({ code, status, into }: Draft) =>
  code.type === 'ASSAULT' && code.mode === 'aerial' && status === 'asserted' && into === null;

/** "Syrian air strikes killed nine. On Monday air strikes killed ten in the town": Syria's too, where nobody else is told to strike. */
export function inheritStriker(drafts: readonly Draft[], cast: CastGrowth): void {
  let striker: Draft | null = null;
  for (const draft of drafts) {
    if (!isStrike(draft) || draft.actors.length === 0) continue;
    if (striker && !same(striker.actors, draft.actors)) return;
    striker ??= draft;
  }
  // aircraft are states' or their forces'
  const isArmy = (one: number) => cast.kindOf(one) === 'state' || ['MIL', 'GOV'].includes(cast.sectorOf(one) ?? '');
  if (!striker?.actors.every(isArmy)) return;
  let behind = false;
  for (const draft of drafts) {
    if (draft === striker) behind = true;
    else if (behind && isStrike(draft) && draft.actors.length === 0 && draft.coded.agents.length === 0 && !draft.recipients.some((one) => striker.actors.includes(one)))
      draft.actors = [...striker.actors];
  }
} // biome-ignore format: long condition
