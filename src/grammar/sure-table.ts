// Contexts in which a decision always fell the same way in training; the decision out, without scoring any feature.

/** Contexts by open addressing on their hash. */
export interface SureTable {
  readonly mask: number;
  /** Upper 24 bits of the context's hash, then one more than its class; 0 for an empty slot. */
  readonly slots: Int32Array;
}

const UPPER = -256;

/** The class that the first known of `contexts[0..count]` has; -1 where none is known. */
export function sureClass({ mask, slots }: SureTable, contexts: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) {
    const key = contexts[i] as number;
    let at = (key ^ (key >>> 15)) & mask;
    for (let slot = slots[at] as number; slot !== 0; slot = slots[at] as number) {
      if (((slot ^ key) & UPPER) === 0) return (slot & 255) - 1;
      at = (at + 1) & mask;
    }
  }
  return -1;
}

/** Builds a table from the hashes of contexts and their classes, up to 254. */
export function buildSure(contexts: Int32Array, classes: Uint8Array): SureTable {
  let size = 64;
  while (size < contexts.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  for (let i = 0; i < contexts.length; i++) {
    const key = contexts[i] as number;
    let at = (key ^ (key >>> 15)) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = (key & UPPER) | ((classes[i] as number) + 1);
  }
  return { mask, slots };
}
