// A model file's bytes in, the models out; and the other way round for training.
import { buildModel, buildPairs, type PairModel, type SparseModel } from './sparse-model.ts';

/** What a grammar model holds besides its weights. */
export interface ModelNames {
  readonly language: string;
  /** `UPOS XPOS` by tag number. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Feature values that go with a tag: `Number=Plur` for `NOUN NNS`; '' for none. */
  readonly features: readonly string[];
  /** By how much, on average, the parser's choice of a transition leads the next best: the measure of its doubt. */
  readonly lead: number;
  /** Lemmas that the rules do not give: `form/UPOS lemma`. */
  readonly lemmas: readonly string[];
}

export interface Row {
  readonly feature: number;
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

export interface ModelFile {
  readonly names: ModelNames;
  readonly tagger: SparseModel;
  readonly arcs: PairModel;
  readonly labels: SparseModel;
}

const MAGIC = 0x52474d32; // RGM2

/**
 * Rows as bytes. A weight becomes the signed square root of itself in eight bits: the few large weights carry the
 * score, and a linear scale would drown the rest in them. Entries of up to `drop` in that measure are left out.
 */
export function encodeRows(rows: readonly Row[], classes: number, drop = 0): Uint8Array {
  let largest = 1e-9;
  for (const { weights } of rows) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = (127 * 127) / largest;
  const keys: number[] = [];
  const counts: number[] = [];
  const entries: number[] = [];
  let before = -2_147_483_648;
  let kept = 0;
  for (const { feature, classes: of, weights } of rows) {
    const mine: [number, number][] = [];
    of.forEach((one, i) => {
      const weight = weights[i] as number;
      const q = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) * scale));
      if (Math.abs(q) > drop) mine.push([one, q]);
    });
    if (mine.length === 0) continue;
    mine.sort((a, b) => a[0] - b[0]);
    let delta = feature - before;
    before = feature;
    while (delta > 127) {
      keys.push((delta % 128) | 128);
      delta = Math.floor(delta / 128);
    }
    keys.push(delta);
    counts.push(mine.length);
    for (const [one, q] of mine) entries.push(one, q & 255);
    kept++;
  }
  const out = new Uint8Array(20 + keys.length + counts.length + entries.length);
  const view = new DataView(out.buffer);
  [classes, kept, keys.length, counts.length, entries.length].forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  out.set(keys, 20);
  out.set(counts, 20 + keys.length);
  out.set(entries, 20 + keys.length + counts.length);
  return out;
}

/** Rows of three classes as bytes: the second and third weight above the first, each as the signed square root of itself. */
export function encodePairs(rows: readonly Row[], drop = 0): Uint8Array {
  const pairs = rows.map(({ feature, classes, weights }) => {
    const weight = (one: number) => (weights[classes.indexOf(one)] as number | undefined) ?? 0;
    return { feature, second: weight(1) - weight(0), third: weight(2) - weight(0) };
  });
  let largest = 1e-9;
  for (const { second, third } of pairs) largest = Math.max(largest, Math.abs(second), Math.abs(third));
  const scale = (127 * 127) / largest;
  const q = (weight: number) => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) * scale));
  const kept = pairs.filter(({ second, third }) => Math.max(Math.abs(q(second)), Math.abs(q(third))) > drop);
  const keys: number[] = [];
  let before = -2_147_483_648;
  for (const { feature } of kept) {
    let delta = feature - before;
    before = feature;
    while (delta > 127) {
      keys.push((delta % 128) | 128);
      delta = Math.floor(delta / 128);
    }
    keys.push(delta);
  }
  const out = new Uint8Array(8 + keys.length + 2 * kept.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, kept.length, true);
  view.setUint32(4, keys.length, true);
  out.set(keys, 8);
  kept.forEach(({ second, third }, i) => {
    out[8 + keys.length + i] = q(second) & 255;
    out[8 + keys.length + kept.length + i] = q(third) & 255;
  });
  return out;
}

function decodePairs(bytes: Uint8Array): PairModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = view.getUint32(0, true);
  const values = 8 + view.getUint32(4, true);
  const features = new Int32Array(kept);
  const pairs = new Int32Array(kept);
  let feature = -2_147_483_648;
  let at = 8;
  for (let i = 0; i < kept; i++) {
    let delta = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++] as number;
      delta += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    feature += delta;
    features[i] = feature;
    const second = ((bytes[values + i] as number) << 24) >> 24;
    const third = ((bytes[values + kept + i] as number) << 24) >> 24;
    pairs[i] = ((second * Math.abs(second)) << 16) | ((third * Math.abs(third)) & 0xffff);
  }
  return buildPairs(features, pairs);
}

function decodeRows(bytes: Uint8Array): {
  classes: number;
  features: Int32Array;
  counts: Uint8Array;
  entries: Int32Array;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [classes = 0, kept = 0, keyBytes = 0, countBytes = 0, entryBytes = 0] = [0, 4, 8, 12, 16].map((at) =>
    view.getUint32(at, true),
  );
  const features = new Int32Array(kept);
  let feature = -2_147_483_648;
  let at = 20;
  for (let i = 0; i < kept; i++) {
    let delta = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++] as number;
      delta += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    feature += delta;
    features[i] = feature;
  }
  const counts = bytes.subarray(20 + keyBytes, 20 + keyBytes + countBytes);
  const packed = bytes.subarray(20 + keyBytes + countBytes, 20 + keyBytes + countBytes + entryBytes);
  const entries = new Int32Array(packed.length >> 1);
  for (let i = 0; i < entries.length; i++) {
    const q = ((packed[2 * i + 1] as number) << 24) >> 24;
    entries[i] = ((q * Math.abs(q)) << 8) | (packed[2 * i] as number);
  }
  return { classes, features, counts, entries };
}

/** Puts a model file together. */
export function encodeModel(names: ModelNames, tagger: Uint8Array, arcs: Uint8Array, labels: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(names));
  const parts = [head, tagger, arcs, labels];
  const out = new Uint8Array(20 + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, false);
  let at = 20;
  parts.forEach((part, i) => {
    view.setUint32(4 + i * 4, part.length, true);
    out.set(part, at);
    at += part.length;
  });
  return out;
}

/** Reads a model file. Throws RangeError when it is none. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20 || view.getUint32(0, false) !== MAGIC)
    throw new RangeError(`not a grammar model: ${bytes.length} bytes that do not begin with RGM2`);
  let at = 20;
  const [head, tagger, arcs, labels] = [0, 1, 2, 3].map((i) => {
    const length = view.getUint32(4 + i * 4, true);
    at += length;
    return bytes.subarray(at - length, at);
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const [tagRows, labelRows] = [decodeRows(tagger), decodeRows(labels)];
  return {
    names: JSON.parse(new TextDecoder().decode(head)) as ModelNames,
    tagger: buildModel(tagRows.classes, tagRows.features, tagRows.counts, tagRows.entries),
    arcs: decodePairs(arcs),
    labels: buildModel(labelRows.classes, labelRows.features, labelRows.counts, labelRows.entries),
  };
}
