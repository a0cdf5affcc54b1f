// An averaged perceptron over hashed features, with rows that grow as classes are seen.

/** Weights by feature and class; reproducible: insertion order and sums are fixed by the order of calls. */
export class Perceptron {
  readonly classes: number;
  #mask: number;
  #keys: Int32Array;
  #row: Int32Array;
  #features = 0;
  #start: Int32Array;
  #count: Uint8Array;
  #room: Uint8Array;
  #updates: Uint16Array;
  #class: Uint8Array;
  #weight: Float32Array;
  #total: Float64Array;
  #used = 0;
  step = 1;

  constructor(classes: number, capacity = 1 << 21) {
    this.classes = classes;
    this.#mask = capacity * 2 - 1;
    this.#keys = new Int32Array(capacity * 2);
    this.#row = new Int32Array(capacity * 2);
    this.#start = new Int32Array(capacity);
    this.#count = new Uint8Array(capacity);
    this.#room = new Uint8Array(capacity);
    this.#updates = new Uint16Array(capacity);
    this.#class = new Uint8Array(capacity * 4);
    this.#weight = new Float32Array(capacity * 4);
    this.#total = new Float64Array(capacity * 4);
  }

  #find(feature: number): number {
    const key = feature | 0 || 1;
    let slot = (key ^ (key >>> 16)) & this.#mask;
    for (;;) {
      const found = this.#keys[slot] as number;
      if (found === key) return this.#row[slot] as number;
      if (found === 0) return -1;
      slot = (slot + 1) & this.#mask;
    }
  }

  #add(feature: number): number {
    if (this.#features * 2 > this.#mask * 0.8 || this.#features >= this.#start.length) this.#grow();
    const key = feature | 0 || 1;
    let slot = (key ^ (key >>> 16)) & this.#mask;
    while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#row[slot] = this.#features;
    return this.#features++;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#row;
    this.#mask = this.#mask * 2 + 1;
    this.#keys = new Int32Array(this.#mask + 1);
    this.#row = new Int32Array(this.#mask + 1);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === 0) continue;
      let slot = (key ^ (key >>> 16)) & this.#mask;
      while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#row[slot] = rows[i] as number;
    }
    const wider = <T extends Int32Array | Uint8Array | Uint16Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const size = this.#start.length * 2;
    this.#start = wider(this.#start, new Int32Array(size));
    this.#count = wider(this.#count, new Uint8Array(size));
    this.#room = wider(this.#room, new Uint8Array(size));
    this.#updates = wider(this.#updates, new Uint16Array(size));
  }

  #claim(entries: number): number {
    while (this.#used + entries > this.#class.length) {
      const size = this.#class.length * 2;
      const [classes, weights, totals] = [this.#class, this.#weight, this.#total];
      this.#class = new Uint8Array(size);
      this.#weight = new Float32Array(size);
      this.#total = new Float64Array(size);
      this.#class.set(classes);
      this.#weight.set(weights);
      this.#total.set(totals);
    }
    const at = this.#used;
    this.#used += entries;
    return at;
  }

  /** Writes the score of each class for `features[0..count]`. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = this.#find(features[i] as number);
      if (row < 0) continue;
      const start = this.#start[row] as number;
      const end = start + (this.#count[row] as number);
      for (let at = start; at < end; at++)
        scores[this.#class[at] as number] =
          (scores[this.#class[at] as number] as number) + (this.#weight[at] as number);
    }
  }

  /** Moves the weights towards `right` and away from `wrong`. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      let row = this.#find(features[i] as number);
      if (row < 0) row = this.#add(features[i] as number);
      if ((this.#updates[row] as number) < 65_535) this.#updates[row] = (this.#updates[row] as number) + 1;
      this.#change(row, right, 1);
      this.#change(row, wrong, -1);
    }
  }

  #change(row: number, one: number, by: number): void {
    let start = this.#start[row] as number;
    const count = this.#count[row] as number;
    let at = start;
    while (at < start + count && this.#class[at] !== one) at++;
    if (at === start + count) {
      if (count === this.#room[row]) {
        const room = count === 0 ? 2 : Math.min(255, count * 2);
        const fresh = this.#claim(room);
        this.#class.copyWithin(fresh, start, start + count);
        this.#weight.copyWithin(fresh, start, start + count);
        this.#total.copyWithin(fresh, start, start + count);
        this.#start[row] = fresh;
        this.#room[row] = room;
        start = fresh;
        at = start + count;
      }
      this.#class[at] = one;
      this.#weight[at] = 0;
      this.#total[at] = 0;
      this.#count[row] = count + 1;
    }
    this.#weight[at] = (this.#weight[at] as number) + by;
    this.#total[at] = (this.#total[at] as number) + by * this.step;
  }

  /** Averaged rows of the features that were updated at least `least` times: [feature, class, weight] in order of the feature. */
  averaged(least: number): { feature: number; classes: number[]; weights: number[] }[] {
    const rows: { feature: number; classes: number[]; weights: number[] }[] = [];
    for (let slot = 0; slot <= this.#mask; slot++) {
      const key = this.#keys[slot] as number;
      if (key === 0) continue;
      const row = this.#row[slot] as number;
      if ((this.#updates[row] as number) < least) continue;
      const start = this.#start[row] as number;
      const classes: number[] = [];
      const weights: number[] = [];
      for (let at = start; at < start + (this.#count[row] as number); at++) {
        classes.push(this.#class[at] as number);
        weights.push((this.#weight[at] as number) - (this.#total[at] as number) / this.step);
      }
      rows.push({ feature: key, classes, weights });
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
