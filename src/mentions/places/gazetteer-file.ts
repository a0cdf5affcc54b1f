// Entries and keys in, the bytes of a gazetteer out; and the other way round, as views without a copy.
import { type LazyFile, wholeFile } from '../../lexicon/lazy-file.ts';

/** What an entry is; the number is kept in the file. */
export const KINDS = ['country', 'province', 'district', 'settlement', 'capital', 'seat', 'quarter'] as const;
export type Kind = (typeof KINDS)[number];

/** Flat columns, one entry an index; provinces and districts come first, since others point to them. */
export interface GazetteerFile {
  /** What is read of the columns must be needed before. */
  readonly lazy: LazyFile;
  readonly length: number;
  /** ISO 3166-1 alpha-3 codes; the first entries are these countries, in order. */
  readonly countries: readonly string[];
  /** Index of the province, district or country an entry lies in; its own for a country. */
  readonly parent: Uint16Array;
  /** Degrees times 360, from 90 south, and times 180, from 180 west. */
  readonly latitude: Uint16Array;
  readonly longitude: Uint16Array;
  /** GeoNames identifier, 0 for none. */
  readonly geonames: Uint32Array;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** Twelve times the natural logarithm of the population plus one. */
  readonly size: Uint8Array;
  /** Bytes of each name in UTF-8, and where every 64th name begins in `names`. */
  readonly nameLength: Uint8Array;
  readonly nameStart: Uint32Array;
  readonly names: Uint8Array;
  /** Keys of all names, ascending: the upper 32 bits, the lower 16, and the entry; ALTERNATE marks a name beside the usual one. */
  readonly high: Uint32Array;
  readonly low: Uint16Array;
  readonly entry: Uint32Array;
  /** First key of each value of the upper 12 bits of `high`, and one past the last. */
  readonly bucket: Uint32Array;
}

export const ALTERNATE = 0x80000000;
const MAGIC = 0x52505031; // RPP1
const HEAD = 20;
const BUCKETS = 4096;
/** Names whose beginnings are not kept one by one. */
export const NAME_BLOCK = 64;

export interface EntryRow {
  readonly name: string;
  readonly parent: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonames: number;
  readonly kind: Kind;
  readonly population: number;
}

export interface KeyRow {
  /** 48 bits, as `keyOf` gives them. */
  readonly key: number;
  readonly entry: number;
  readonly alternate: boolean;
}

/** Puts a gazetteer together. Throws RangeError when there is more than the columns can hold. */
export function encodeGazetteer(
  countries: readonly string[],
  entries: readonly EntryRow[],
  keys: readonly KeyRow[],
): Uint8Array {
  const encoder = new TextEncoder();
  const names = entries.map(({ name }) => encoder.encode(name));
  if (entries.some(({ parent }) => parent > 0xffff)) throw new RangeError('more than 65536 areas');
  if (names.some(({ length }) => length > 255)) throw new RangeError('a name of more than 255 bytes');
  const head = encoder.encode(countries.join(' '));
  const total = names.reduce((sum, { length }) => sum + length, 0);
  const n = entries.length;
  const k = keys.length;
  const pad = (size: number) => (size + 3) & ~3;
  const blocks = Math.ceil(n / NAME_BLOCK);
  const sizes = [
    head.length,
    n * 2,
    n * 2,
    n * 2,
    n * 4,
    n,
    n,
    n,
    blocks * 4,
    total,
    k * 4,
    k * 2,
    k * 4,
    BUCKETS * 4 + 4,
  ];
  const out = new Uint8Array(HEAD + sizes.reduce((sum, size) => sum + pad(size), 0));
  const view = new DataView(out.buffer);
  [MAGIC, n, k, head.length, total].forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  let at = HEAD;
  const place = (size: number): number => {
    const here = at;
    at += pad(size);
    return here;
  };
  out.set(head, place(head.length));
  const column = (size: number, write: (at: number, row: EntryRow) => void) => {
    const here = place(n * size);
    entries.forEach((row, i) => {
      write(here + i * size, row);
    });
  };
  column(2, (to, { parent }) => view.setUint16(to, parent, true));
  column(2, (to, { latitude }) => view.setUint16(to, Math.round((latitude + 90) * 360), true));
  column(2, (to, { longitude }) => view.setUint16(to, Math.round((longitude + 180) * 180), true));
  column(4, (to, { geonames }) => view.setUint32(to, geonames, true));
  column(1, (to, { kind }) => view.setUint8(to, KINDS.indexOf(kind)));
  column(1, (to, { population }) => view.setUint8(to, Math.min(255, Math.round(12 * Math.log(population + 1)))));
  const lengths = place(n);
  names.forEach(({ length }, i) => {
    out[lengths + i] = length;
  });
  const starts = place(blocks * 4);
  const first = place(total);
  let to = first;
  names.forEach((name, i) => {
    if (i % NAME_BLOCK === 0) view.setUint32(starts + (i / NAME_BLOCK) * 4, to - first, true);
    out.set(name, to);
    to += name.length;
  });
  const sorted = [...keys].sort(
    (a, b) => a.key - b.key || Number(a.alternate) - Number(b.alternate) || a.entry - b.entry,
  );
  const high = place(k * 4);
  const low = place(k * 2);
  const entry = place(k * 4);
  const bucket = place(BUCKETS * 4 + 4);
  let open = 0;
  sorted.forEach(({ key }, i) => {
    for (; open <= Math.floor(key / 0x1000000000); open++) view.setUint32(bucket + open * 4, i, true);
  });
  for (; open <= BUCKETS; open++) view.setUint32(bucket + open * 4, k, true);
  sorted.forEach(({ key, entry: index, alternate }, i) => {
    view.setUint32(high + i * 4, Math.floor(key / 0x10000), true);
    view.setUint16(low + i * 2, key % 0x10000, true);
    view.setUint32(entry + i * 4, alternate ? (index | ALTERNATE) >>> 0 : index, true);
  });
  return out;
}

/** Reads a gazetteer. Throws RangeError when the bytes are none. */
export function decodeGazetteer(bytes: Uint8Array): GazetteerFile {
  // typed arrays want an offset of whole words, and a Buffer may stand in a larger one
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return openGazetteer(wholeFile(whole.buffer as ArrayBuffer));
}

/** The gazetteer in a file whose bytes are read when they are needed. Throws RangeError when it holds none. */
export function openGazetteer(lazy: LazyFile): GazetteerFile {
  const { buffer } = lazy;
  const size = buffer.byteLength;
  lazy.need(0, HEAD);
  const view = new DataView(buffer);
  if (size < HEAD || view.getUint32(0, true) !== MAGIC)
    throw new RangeError(`not a gazetteer: ${size} bytes that do not begin with RPP1`);
  const n = view.getUint32(4, true);
  const k = view.getUint32(8, true);
  const headLength = view.getUint32(12, true);
  const total = view.getUint32(16, true);
  let at = HEAD;
  const place = (bytes: number): number => {
    const here = at;
    at += (bytes + 3) & ~3;
    if (at > size) throw new RangeError(`a gazetteer cut short: ${size} bytes`);
    return here;
  };
  lazy.need(HEAD, HEAD + headLength);
  const countries = new TextDecoder().decode(new Uint8Array(buffer, place(headLength), headLength)).split(' ');
  const parent = new Uint16Array(buffer, place(n * 2), n);
  const latitude = new Uint16Array(buffer, place(n * 2), n);
  const longitude = new Uint16Array(buffer, place(n * 2), n);
  const geonames = new Uint32Array(buffer, place(n * 4), n);
  const kind = new Uint8Array(buffer, place(n), n);
  const sizes = new Uint8Array(buffer, place(n), n);
  const nameLength = new Uint8Array(buffer, place(n), n);
  const blocks = Math.ceil(n / NAME_BLOCK);
  const nameStart = new Uint32Array(buffer, place(blocks * 4), blocks);
  const names = new Uint8Array(buffer, place(total), total);
  const high = new Uint32Array(buffer, place(k * 4), k);
  const low = new Uint16Array(buffer, place(k * 2), k);
  const entry = new Uint32Array(buffer, place(k * 4), k);
  const bucket = new Uint32Array(buffer, place(BUCKETS * 4 + 4), BUCKETS + 1);
  lazy.need(bucket.byteOffset, bucket.byteOffset + bucket.byteLength);
  return {
    lazy,
    length: n,
    countries,
    parent,
    latitude,
    longitude,
    geonames,
    kind,
    size: sizes,
    nameLength,
    nameStart,
    names,
    high,
    low,
    entry,
    bucket,
  };
}
