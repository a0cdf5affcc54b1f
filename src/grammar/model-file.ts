// A model file's bytes in, the models out; and the other way round for training.
import { decodeList, encodeList, readHashes, writeHashes } from './hash-list.ts';
import { buildModel, buildPairs, type PairModel, type SparseModel } from './sparse-model.ts';
import { buildSure, type SureTable } from './sure-table.ts';

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

/** What tag or label a word was given in contexts in which it was always the same; see contexts.ts. */
export interface Sure<Contexts> {
  readonly tags: Contexts;
  readonly labels: Contexts;
}

export interface ModelFile {
  readonly names: ModelNames;
  readonly tagger: SparseModel;
  readonly arcs: PairModel;
  readonly labels: SparseModel;
  readonly sure: Sure<SureTable>;
}

const MAGIC = 0x52474d33; // RGM3
/** Names, three models, two lists of contexts. */
const PARTS = 6;
const HEADER = 4 + 4 * PARTS;
const NOTHING: Sure<ReadonlyMap<number, number>> = { tags: new Map(), labels: new Map() };

/** The signed square root of a weight on a scale on which that of the largest is 127. */
const rootsUpTo = (largest: number) => {
  const scale = (127 * 127) / largest;
  return (weight: number): number => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) * scale));
};

/** What a model file makes of the weights of these rows, from -127 to 127. */
export function rootsOf(rows: readonly Row[]): (weight: number) => number {
  let largest = 1e-9;
  for (const { weights } of rows) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  return rootsUpTo(largest);
}

/**
 * Rows as bytes. A weight becomes the signed square root of itself in eight bits: the few large weights carry the
 * score, and a linear scale would drown the rest in them. Entries of up to `drop` in that measure are left out.
 */
export function encodeRows(rows: readonly Row[], classes: number, drop = 0): Uint8Array {
  const root = rootsOf(rows);
  const kept: number[] = [];
  const counts: number[] = [];
  const entries: number[] = [];
  for (const { feature, classes: of, weights } of rows) {
    const mine: [number, number][] = [];
    of.forEach((one, i) => {
      const weight = weights[i] as number;
      const q = root(weight);
      if (Math.abs(q) > drop) mine.push([one, q]);
    });
    if (mine.length === 0) continue;
    mine.sort((a, b) => a[0] - b[0]);
    kept.push(feature);
    counts.push(mine.length);
    for (const [one, q] of mine) entries.push(one, q & 255);
  }
  const keys = writeHashes(kept);
  const out = new Uint8Array(20 + keys.length + counts.length + entries.length);
  const view = new DataView(out.buffer);
  [classes, kept.length, keys.length, counts.length, entries.length].forEach((value, i) => {
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
  const q = rootsUpTo(largest);
  const kept = pairs.filter(({ second, third }) => Math.max(Math.abs(q(second)), Math.abs(q(third))) > drop);
  const keys = writeHashes(kept.map(({ feature }) => feature));
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
  const features = readHashes(bytes, 8, kept);
  return buildPairs(features, bytes.subarray(values, values + kept), bytes.subarray(values + kept, values + 2 * kept));
}

function decodeRows(bytes: Uint8Array): SparseModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [classes = 0, kept = 0, keyBytes = 0, countBytes = 0, entryBytes = 0] = [0, 4, 8, 12, 16].map((at) =>
    view.getUint32(at, true),
  );
  const counts = 20 + keyBytes;
  const entries = counts + countBytes;
  return buildModel(
    classes,
    readHashes(bytes, 20, kept),
    bytes.subarray(counts, entries),
    bytes.subarray(entries, entries + entryBytes),
  );
}

/** Puts a model file together; `sure` gives the class of each context's hash. */
export function encodeModel(
  names: ModelNames,
  tagger: Uint8Array,
  arcs: Uint8Array,
  labels: Uint8Array,
  sure: Sure<ReadonlyMap<number, number>> = NOTHING,
): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(names));
  const lists = [sure.tags, sure.labels].map((contexts) => encodeList(contexts, 1));
  const parts = [head, tagger, arcs, labels, ...lists];
  const out = new Uint8Array(HEADER + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, false);
  let at = HEADER;
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
  if (bytes.length < HEADER || view.getUint32(0, false) !== MAGIC)
    throw new RangeError(`not a grammar model: ${bytes.length} bytes that do not begin with RGM3`);
  let at = HEADER;
  const part = Array.from({ length: PARTS }, (_, i) => {
    const length = view.getUint32(4 + i * 4, true);
    at += length;
    return bytes.subarray(at - length, at);
  });
  const [head, tagger, arcs, labels, sureTags, sureLabels] = part as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return {
    names: JSON.parse(new TextDecoder().decode(head)) as ModelNames,
    tagger: decodeRows(tagger),
    arcs: decodePairs(arcs),
    labels: decodeRows(labels),
    sure: { tags: decodeSure(sureTags), labels: decodeSure(sureLabels) },
  };
}

function decodeSure(bytes: Uint8Array): SureTable {
  const { hashes, value } = decodeList(bytes, 0, 1);
  return buildSure(
    hashes,
    Uint8Array.from(hashes, (_, i) => value(i)),
  );
}
