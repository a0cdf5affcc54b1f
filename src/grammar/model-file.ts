// A model file's bytes in, the models out; and the other way round for training.
import { decodeList, encodeList } from './hash-list.ts';
import { decodePlacement, encodePlacement, placeAll } from './placement.ts';
import { type PairModel, type Placed, placed, type SparseModel } from './sparse-model.ts';
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

/** RGM4 */
const MAGIC = 0x344d4752;
/** Names, three models, two lists of contexts. */
const PARTS = 6;
const NOTHING: Sure<ReadonlyMap<number, number>> = { tags: new Map(), labels: new Map() };

/** The square root of a weight's size on a scale on which that of the largest is 127. */
const rootsUpTo = (largest: number) => {
  const scale = (127 * 127) / largest;
  return (weight: number): number => Math.sqrt(Math.abs(weight) * scale);
};

const largestOf = (rows: readonly Row[]): number => {
  let largest = 1e-9;
  for (const { weights } of rows) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  return largest;
};

/** Such a root as a file keeps it: whole, with the weight's sign. */
const signed = (root: (weight: number) => number) => (weight: number) => Math.sign(weight) * Math.round(root(weight));

/** What a model file makes of the weights of these rows, from -127 to 127. */
export const rootsOf = (rows: readonly Row[]): ((weight: number) => number) => signed(rootsUpTo(largestOf(rows)));

/** What rounds to nothing. */
const LEAST = 0.5;

/**
 * Rows as bytes. A weight becomes the signed square root of itself in eight bits: the few large weights carry the
 * score, and a linear scale would drown the rest in them. Entries of less than `drop` in that measure are left out.
 */
export function encodeRows(rows: readonly Row[], classes: number, drop = LEAST): Uint8Array {
  const root = rootsUpTo(largestOf(rows));
  const byte = signed(root);
  const kept: { feature: number; entries: [number, number][] }[] = [];
  for (const { feature, classes: of, weights } of rows) {
    const entries = of
      .map((one, i): [number, number] => [one, weights[i] as number])
      .filter(([, weight]) => root(weight) >= Math.max(LEAST, drop))
      .map(([one, weight]): [number, number] => [one, byte(weight)])
      .sort((a, b) => a[0] - b[0]);
    if (entries.length > 0) kept.push({ feature, entries });
  }
  const { order, parts } = placedParts(kept);
  const inOrder = Array.from(order, (i) => (kept[i] as (typeof kept)[number]).entries);
  return sections(
    [classes],
    [
      ...parts,
      Uint8Array.from(inOrder, (entries) => entries.length),
      Uint8Array.from(inOrder.flatMap((entries) => entries.flatMap(([one, q]) => [one, q & 255]))),
    ],
  );
}

/** Rows of three classes as bytes: the second and third weight above the first, each as the signed square root of itself. */
export function encodePairs(rows: readonly Row[], drop = LEAST): Uint8Array {
  const pairs = rows.map(({ feature, classes, weights }) => {
    const weight = (one: number) => (weights[classes.indexOf(one)] as number | undefined) ?? 0;
    return { feature, second: weight(1) - weight(0), third: weight(2) - weight(0) };
  });
  let largest = 1e-9;
  for (const { second, third } of pairs) largest = Math.max(largest, Math.abs(second), Math.abs(third));
  const root = rootsUpTo(largest);
  const q = signed(root);
  const kept = pairs.filter(({ second, third }) => Math.max(root(second), root(third)) >= Math.max(LEAST, drop));
  const { order, parts } = placedParts(kept);
  const inOrder = Array.from(order, (i) => kept[i] as (typeof kept)[number]);
  return sections(
    [],
    [...parts, Uint8Array.from(inOrder, ({ second }) => q(second)), Uint8Array.from(inOrder, ({ third }) => q(third))],
  );
}

/** What a file keeps of features: their places, not the whole of their hashes; and the order of what else is kept of them. */
function placedParts(rows: readonly { readonly feature: number }[]): { order: Int32Array; parts: Uint8Array[] } {
  const features = Int32Array.from(rows, ({ feature }) => feature);
  const placement = placeAll(features);
  const { taken, third, upper, order } = placed(features, placement);
  return { order, parts: [encodePlacement(placement), taken, third, upper] };
}

const readPlaced = ([placement, taken, third, upper]: Uint8Array[]): Placed => ({
  ...decodePlacement(placement as Uint8Array),
  taken: taken as Uint8Array,
  third: third as Uint8Array,
  upper: upper as Uint8Array,
});

function decodePairs(bytes: Uint8Array): PairModel {
  const { parts } = readSections(bytes, 0, 6);
  return { ...readPlaced(parts), one: parts[4] as Uint8Array, two: parts[5] as Uint8Array };
}

function decodeRows(bytes: Uint8Array): SparseModel {
  const { numbers, parts } = readSections(bytes, 1, 6);
  return {
    ...readPlaced(parts),
    classes: numbers[0] as number,
    counts: parts[4] as Uint8Array,
    entries: parts[5] as Uint8Array,
  };
}

/** Numbers, then the lengths of the parts, in four bytes each, then the parts. */
function sections(numbers: readonly number[], parts: readonly Uint8Array[]): Uint8Array {
  const head = [...numbers, ...parts.map((part) => part.length)];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 4 * head.length));
  const view = new DataView(out.buffer);
  head.forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  let at = 4 * head.length;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What `sections` put together. */
function readSections(bytes: Uint8Array, numbers: number, parts: number): { numbers: number[]; parts: Uint8Array[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = Array.from({ length: numbers + parts }, (_, i) => view.getUint32(4 * i, true));
  let at = 4 * head.length;
  return {
    numbers: head.slice(0, numbers),
    parts: head.slice(numbers).map((length) => {
      at += length;
      return bytes.subarray(at - length, at);
    }),
  };
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
  return sections([MAGIC], [head, tagger, arcs, labels, ...lists]);
}

/** Reads a model file. Throws RangeError when it is none. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const start = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 * (1 + PARTS) || start.getUint32(0, true) !== MAGIC)
    throw new RangeError(`not a grammar model: ${bytes.length} bytes that do not begin with RGM4`);
  const [head, tagger, arcs, labels, sureTags, sureLabels] = readSections(bytes, 1, PARTS).parts as [
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
  const { hashes, values } = decodeList(bytes, 0, 1);
  return buildSure(hashes, Uint8Array.from(values));
}
