// An averaged perceptron for three classes: the parser's transitions, whose weights lie side by side for speed.
import type { Row } from '../src/grammar/model-file.ts';

/** As Perceptron, but with a weight for each of three classes in every row. */
export class ArcPerceptron {
  #mask: number;
  /** Feature and row by slot, side by side; 0 for an empty slot. */
  #table: Int32Array;
  #rows = 0;
  /** Three weights a row and how often it was updated. */
  #weight: Float32Array;
  #total: Float64Array;
  step = 1;

  constructor(capacity = 1 << 20) {
    this.#mask = capacity * 2 - 1;
    this.#table = new Int32Array(capacity * 4);
    this.#weight = new Float32Array(capacity * 4);
    this.#total = new Float64Array(capacity * 3);
  }

  #find(feature: number): number {
    const key = feature | 0 || 1;
    const table = this.#table;
    let slot = (key ^ (key >>> 16)) & this.#mask;
    for (;;) {
      const found = table[2 * slot] as number;
      if (found === key) return table[2 * slot + 1] as number;
      if (found === 0) return -1;
      slot = (slot + 1) & this.#mask;
    }
  }

  #add(feature: number): number {
    if (this.#rows * 4 >= this.#weight.length) this.#grow();
    put(this.#table, this.#mask, feature | 0 || 1, this.#rows);
    return this.#rows++;
  }

  #grow(): void {
    const old = this.#table;
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2)
      if (old[slot] !== 0) put(this.#table, this.#mask, old[slot] as number, old[slot + 1] as number);
    const [weight, total] = [this.#weight, this.#total];
    this.#weight = new Float32Array(weight.length * 2);
    this.#weight.set(weight);
    this.#total = new Float64Array(total.length * 2);
    this.#total.set(total);
  }

  /** Writes the score of each class for `features[0..count]`. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    const weight = this.#weight;
    let [a, b, c] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const at = this.#find(features[i] as number) * 4;
      if (at < 0) continue;
      a += weight[at] as number;
      b += weight[at + 1] as number;
      c += weight[at + 2] as number;
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
  }

  /** Moves the weights towards `right` and away from `wrong`. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      let row = this.#find(features[i] as number);
      if (row < 0) row = this.#add(features[i] as number);
      const [weight, total] = [this.#weight, this.#total];
      weight[row * 4 + right] = (weight[row * 4 + right] as number) + 1;
      weight[row * 4 + wrong] = (weight[row * 4 + wrong] as number) - 1;
      weight[row * 4 + 3] = (weight[row * 4 + 3] as number) + 1;
      total[row * 3 + right] = (total[row * 3 + right] as number) + this.step;
      total[row * 3 + wrong] = (total[row * 3 + wrong] as number) - this.step;
    }
  }

  /** Averaged rows of the features that were updated at least `least` times, in order of the feature. */
  averaged(least: number): Row[] {
    const rows: Row[] = [];
    for (let slot = 0; slot <= this.#mask; slot++) {
      const feature = this.#table[2 * slot] as number;
      const row = this.#table[2 * slot + 1] as number;
      if (feature === 0 || (this.#weight[row * 4 + 3] as number) < least) continue;
      const weights = [0, 1, 2].map(
        (one) => (this.#weight[row * 4 + one] as number) - (this.#total[row * 3 + one] as number) / this.step,
      );
      rows.push({ feature, classes: [0, 1, 2], weights });
    }
    return rows.sort((a, b) => a.feature - b.feature);
  }
}

function put(table: Int32Array, mask: number, key: number, row: number): void {
  let slot = (key ^ (key >>> 16)) & mask;
  while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
  table[2 * slot] = key;
  table[2 * slot + 1] = row;
}
