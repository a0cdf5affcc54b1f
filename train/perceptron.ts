// An averaged perceptron over hashed features, with rows that grow as classes are seen.

/** Numbers of a slot: the feature's hash, its row's first entry, entries in use and room for, and updates. */
const SLOT = 4;

/** Weights by feature and class; reproducible: insertion order and sums are fixed by the order of calls. */
export class Perceptron {
  readonly classes: number;
  #mask: number;
  /** Slots of SLOT numbers, so that a look-up touches one cache line; an empty one has hash 0. */
  #table: Int32Array;
  #features = 0;
  /** Weight (a whole number, as steps are) shifted left by eight, with the class below. */
  #entries: Int32Array;
  #total: Float64Array;
  #used = 0;
  readonly #first = new Int32Array(256);
  step = 1;

  constructor(classes: number, capacity = 1 << 20) {
    this.classes = classes;
    this.#mask = capacity * 2 - 1;
    this.#table = new Int32Array(capacity * 2 * SLOT);
    this.#entries = new Int32Array(capacity * 4);
    this.#total = new Float64Array(capacity * 4);
  }

  /** First number of the slot of `key`, or of the empty slot where it would stand. */
  #slotOf(key: number): number {
    const table = this.#table;
    let slot = (key ^ (key >>> 16)) & this.#mask;
    for (;;) {
      const found = table[SLOT * slot] as number;
      if (found === key || found === 0) return SLOT * slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#table;
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += SLOT) {
      const key = old[from] as number;
      if (key === 0) continue;
      const to = this.#slotOf(key);
      for (let i = 0; i < SLOT; i++) this.#table[to + i] = old[from + i] as number;
    }
  }

  #claim(entries: number): number {
    while (this.#used + entries > this.#entries.length) {
      const [old, totals] = [this.#entries, this.#total];
      this.#entries = new Int32Array(old.length * 2);
      this.#entries.set(old);
      this.#total = new Float64Array(old.length * 2);
      this.#total.set(totals);
    }
    const at = this.#used;
    this.#used += entries;
    return at;
  }

  /** Writes the score of each class for `features[0..count]`. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    const table = this.#table;
    const entries = this.#entries;
    const first = this.#first;
    for (let i = 0; i < count; i++) {
      const key = (features[i] as number) || 1;
      first[i] = table[SLOT * ((key ^ (key >>> 16)) & this.#mask)] as number;
    }
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      if (first[i] === 0) continue;
      const slot = this.#slotOf((features[i] as number) || 1);
      if (table[slot] === 0) continue;
      const start = table[slot + 1] as number;
      const end = start + ((table[slot + 2] as number) & 255);
      for (let at = start; at < end; at++) {
        const entry = entries[at] as number;
        scores[entry & 255] = (scores[entry & 255] as number) + (entry >> 8);
      }
    }
  }

  /** Moves the weights towards `right` and away from `wrong`. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const key = (features[i] as number) || 1;
      let slot = this.#slotOf(key);
      if (this.#table[slot] === 0) {
        if (++this.#features * 2 > this.#mask * 0.9) {
          this.#grow();
          slot = this.#slotOf(key);
        }
        this.#table[slot] = key;
      }
      this.#table[slot + 3] = (this.#table[slot + 3] as number) + 1;
      this.#change(slot, right, 1);
      this.#change(slot, wrong, -1);
    }
  }

  #change(slot: number, one: number, by: number): void {
    const table = this.#table;
    let start = table[slot + 1] as number;
    const count = (table[slot + 2] as number) & 255;
    const room = (table[slot + 2] as number) >>> 8;
    let at = start;
    while (at < start + count && ((this.#entries[at] as number) & 255) !== one) at++;
    if (at === start + count) {
      let wide = room;
      if (count === room) {
        wide = count === 0 ? 2 : Math.min(255, count * 2);
        const fresh = this.#claim(wide);
        this.#entries.copyWithin(fresh, start, start + count);
        this.#total.copyWithin(fresh, start, start + count);
        table[slot + 1] = fresh;
        start = fresh;
        at = start + count;
      }
      this.#entries[at] = one;
      this.#total[at] = 0;
      table[slot + 2] = (wide << 8) | (count + 1);
    }
    this.#entries[at] = (this.#entries[at] as number) + by * 256;
    this.#total[at] = (this.#total[at] as number) + by * this.step;
  }

  /** Averaged rows of the features that were updated at least `least` times: [feature, class, weight] in order of the feature. */
  averaged(least: number): { feature: number; classes: number[]; weights: number[] }[] {
    const rows: { feature: number; classes: number[]; weights: number[] }[] = [];
    const table = this.#table;
    for (let slot = 0; slot < table.length; slot += SLOT) {
      const feature = table[slot] as number;
      if (feature === 0 || (table[slot + 3] as number) < least) continue;
      const start = table[slot + 1] as number;
      const end = start + ((table[slot + 2] as number) & 255);
      const classes: number[] = [];
      const weights: number[] = [];
      for (let at = start; at < end; at++) {
        const entry = this.#entries[at] as number;
        classes.push(entry & 255);
        weights.push((entry >> 8) - (this.#total[at] as number) / this.step);
      }
      rows.push({ feature, classes, weights });
    }
    return rows.sort((a, b) => a.feature - b.feature);
  }
}

/** A small generator of numbers from 0 to 1, the same on every machine. */
export function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Orders the numbers below `count` by chance. */
export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}
