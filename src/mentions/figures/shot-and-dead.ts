// The people of a report in, those told as hurt and later as dead settled: who died is not also injured.
import type { Measure } from './figure.ts';
import type { Quantity } from './quantity.ts';

/** One figure on its way out, with what the settling needs. */
export interface Victims {
  readonly sentence: number;
  readonly measure: Measure;
  readonly quantity: Quantity;
  /** The verb says hit, not how badly: shot, stabbed, struck, taken to hospital. */
  readonly weak: boolean;
  dropped: boolean;
  /** Taken off the count: the dead among "7 shot, 3 dead". */
  less: number;
}

/** How many sentences the death of the person shot may follow. */
const REACH = 4;

/**
 * "A man was shot … He died": one person, dead. "7 shot, 3 dead" in one sentence: 4 were hurt. Linear: each weak figure looks
 * at the dead of the next few sentences only.
 */
export function settleVictims(all: readonly Victims[]): void {
  for (let i = 0; i < all.length; i++) {
    const hurt = all[i];
    if (!hurt?.weak || hurt.measure !== 'injured') continue;
    const single = hurt.quantity.best === 1;
    for (let k = Math.max(0, i - 4); k < Math.min(all.length, i + 14); k++) {
      const dead = all[k];
      if (dead?.measure !== 'killed' || dead.sentence > hurt.sentence + REACH || dead.sentence < hurt.sentence - 1)
        continue;
      const q = dead.quantity;
      if (single && !hurt.quantity.numbered && q.best === 1 && !q.numbered) hurt.dropped = true;
      const value = q.best;
      const total = hurt.quantity.best;
      if (single || k <= i || value === null || total === null || value >= total || hurt.less > 0 || q.more) continue;
      if (amongThem(hurt, dead)) hurt.less = value;
    }
  }
}

/** Whether the dead are some of those hit: in the same sentence, "two of them" soon after, or plain people in the next. */
function amongThem(hurt: Victims, dead: Victims): boolean {
  const later = dead.sentence - hurt.sentence;
  const { part, numbered, person } = dead.quantity;
  if (later === 0) return numbered;
  if (part) return later <= 3;
  return numbered && later === 1 && (person === null || person.unit === 'people');
}
