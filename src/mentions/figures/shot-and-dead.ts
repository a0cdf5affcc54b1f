// The people of a report in, those told as hurt and later as dead settled: who died is not also injured.
import type { Measure } from './figure.ts';
import type { Pieces } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';

/** One figure on its way out, with what the settling needs. */
export interface Victims {
  readonly sentence: number;
  readonly measure: Measure;
  readonly quantity: Quantity;
  /** The verb says hit, not how badly: shot, stabbed, struck, taken to hospital. */
  readonly weak: boolean;
  /** One person who died, by a word that names no violence: died, the death of. */
  readonly natural: boolean;
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
export function settleVictims(all: readonly Victims[], violent: boolean): void {
  // an obituary: one person died, and nothing in the report tells of violence
  if (!violent) for (const one of all) if (one.natural) one.dropped = true;
  const dead = new Set<number>();
  const wounded = new Set<number>();
  for (const { measure, weak, quantity } of all) {
    if (quantity.best === null || quantity.best === 0) continue;
    if (measure === 'killed') dead.add(quantity.best);
    else if (measure === 'injured' && !weak && quantity.best < MANY) wounded.add(quantity.best);
  }
  for (let i = 0; i < all.length; i++) {
    const hurt = all[i];
    if (!hurt?.weak || hurt.measure !== 'injured') continue;
    const single = hurt.quantity.best === 1;
    hurt.less = accounted(hurt.quantity.best, dead, wounded);
    for (let k = Math.max(0, i - 4); k < Math.min(all.length, i + 14); k++) {
      const victim = all[k];
      if (
        victim?.measure !== 'killed' ||
        victim.sentence > hurt.sentence + REACH ||
        victim.sentence < hurt.sentence - 1
      )
        continue;
      const q = victim.quantity;
      if (single && !hurt.quantity.numbered && q.best === 1 && !q.numbered) hurt.dropped = true;
      const value = q.best;
      const total = hurt.quantity.best;
      if (single || k <= i || value === null || total === null || value >= total || hurt.less > 0 || q.more) continue;
      if (amongThem(hurt, victim)) hurt.less = value;
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

/** The report's own sum: of 5 shot, 4 are elsewhere told as injured and 1 as dead. 0 where it does not come out. */
function accounted(total: number | null, dead: ReadonlySet<number>, wounded: ReadonlySet<number>): number {
  if (total === null || total <= 1 || total >= MANY || wounded.has(total)) return 0;
  for (const rest of wounded) if (rest < total && dead.has(total - rest)) return total - rest;
  return 0;
}

/** Beyond this a sum that comes out is chance or a statistic. */
const MANY = 100;

/** Whether a sentence has a word of violence: killing or wounding, an attack, a weapon fired, an accident that hurts. */
export function tellsOfViolence(p: Pieces, { words, id }: QuantityWords): boolean {
  for (let i = 0; i < p.length; i++) {
    const word = p.word[i] ?? 0;
    if (word === 0) continue;
    const governor = words.governor[word];
    if (
      governor &&
      (governor.role === 'act' || governor.role === 'part') &&
      (governor.measure === 'killed' || governor.measure === 'injured')
    )
      return true;
    const thing = words.thing[word];
    if (thing && (thing.measure === 'attacks' || thing.measure === 'weapons')) return true;
    if (word === id.gunshot || word === id.bullet || word === id.wounds || word === id.injuries || word === id.suicide)
      return true;
  }
  return false;
}
