// A report's facts and happenings in, the one text by which the record compares it with others out; and back.
import { type Block, blockOf } from '../record/incident/blocks.ts';
import type { Compared } from '../record/incident/likeness.ts';
import type { Facts } from '../record/incident/story.ts';

/** What a report is compared by, without its words. */
export interface Gist {
  /** The report's number. */
  readonly report: number;
  readonly facts: Facts;
  /** In the order of the text; each with its number and what decides whether it is compared. */
  readonly happenings: readonly Entry[];
}

export interface Entry {
  readonly n: number;
  readonly told: Compared;
  readonly block: Block;
}

/** More happenings than any report has: a happening's number is its report's times this, and its place. */
export const MOST_HAPPENINGS = 16_384;

export const happeningNumber = (report: number, place: number): number => report * MOST_HAPPENINGS + place;
export const reportOfHappening = (n: number): number => Math.floor(n / MOST_HAPPENINGS);
export const placeOfHappening = (n: number): number => n % MOST_HAPPENINGS;
/** The first number of a report's happenings, and the first that is no more its own. */
export const happeningRange = (report: number): readonly [number, number] => [
  report * MOST_HAPPENINGS,
  (report + 1) * MOST_HAPPENINGS,
];

/**
 * Sets, maps and arrays of numbers as JSON can hold them; new fields come through by themselves. Made before it is written
 * out: a function that JSON asks about each value takes it several times as long.
 */
function packed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Set) return { $set: Array.from(value, packed) };
  if (value instanceof Map) return { $map: Array.from(value, ([key, one]) => [packed(key), packed(one)]) };
  if (value instanceof Int32Array) return { $int: base64(value) };
  if (value instanceof Float32Array) return { $float: base64(value) };
  if (Array.isArray(value)) return value.map(packed);
  const made: Record<string, unknown> = {};
  for (const name of Object.keys(value)) made[name] = packed((value as Record<string, unknown>)[name]);
  return made;
}

/** What `packed` made of a value, whatever stands in what. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const held = value as { $set?: unknown[]; $map?: [unknown, unknown][]; $int?: string; $float?: string };
  if (held.$set) return new Set(plain(held.$set) ? held.$set : held.$set.map(unpacked));
  if (held.$map) return new Map(held.$map.map(([key, one]) => [unpacked(key), unpacked(one)]));
  if (held.$int !== undefined) return new Int32Array(bytesOf(held.$int));
  if (held.$float !== undefined) return new Float32Array(bytesOf(held.$float));
  if (Array.isArray(value)) return plain(value) ? value : value.map(unpacked);
  return unpack(value as Record<string, unknown>);
}

/** Lists hold one kind of thing: most hold texts or numbers. */
const plain = ([first]: readonly unknown[]): boolean => typeof first !== 'object';

/** The fields of an object as they were. */
function unpack(object: Record<string, unknown>): Record<string, unknown> {
  for (const name in object) {
    const value = object[name];
    if (typeof value === 'object' && value !== null) object[name] = unpacked(value);
  }
  return object;
}

// machines that write the lowest byte first are all that Node runs on
const base64 = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');
const bytesOf = (text: string): ArrayBuffer => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** A happening without its events: what is remembered of many reports holds none of their readings. */
function wordless({ event: { type, mode }, ...rest }: Compared): Compared {
  const { events: _, ...slim } = rest as typeof rest & { events?: unknown };
  return { ...slim, event: { type, mode } };
}

/** All happenings of a report name the same places around them: these stand once. Facts are text within: few are asked for. */
export function writeGist(facts: Facts, happenings: readonly Compared[]): string {
  const told = happenings.map((one) => {
    const { around: _, ...slim } = wordless(one);
    return slim;
  });
  return JSON.stringify({
    facts: JSON.stringify(packed(facts)),
    around: [...(happenings[0]?.around ?? [])],
    told: told.map(packed),
  });
}

/** A gist as it was kept. Most that are compared share little more than a country: what else they hold is unpacked when asked for. */
class KeptGist implements Gist {
  readonly report: number;
  readonly happenings: readonly Entry[];
  readonly #packed: string;
  #facts: Facts | null = null;

  constructor(report: number, body: string) {
    const { facts, around, told } = JSON.parse(body) as {
      facts: string;
      around: string[];
      told: Record<string, unknown>[];
    };
    this.report = report;
    this.#packed = facts;
    const places = new Set(around);
    this.happenings = told.map((one, place) => {
      const compared = unpack(one);
      compared['around'] = places;
      return new KeptEntry(happeningNumber(report, place), compared as never as Compared);
    });
  }

  get facts(): Facts {
    if (this.#facts) return this.#facts;
    const facts = unpack(JSON.parse(this.#packed) as Record<string, unknown>);
    this.#facts = facts as never as Facts;
    return this.#facts;
  }
}

class KeptEntry implements Entry {
  readonly n: number;
  readonly told: Compared;
  #block: Block | null = null;
  constructor(n: number, told: Compared) {
    this.n = n;
    this.told = told;
  }
  get block(): Block {
    this.#block ??= blockOf(this.told);
    return this.#block;
  }
}

export const readGist = (report: number, body: string): Gist => new KeptGist(report, body);

export const gistOf = (report: number, facts: Facts, happenings: readonly Compared[]): Gist => ({
  report,
  facts,
  happenings: happenings.map((told, place) => new KeptEntry(happeningNumber(report, place), wordless(told))),
});
