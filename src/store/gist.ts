// A report's facts and happenings in, the one text by which the record compares it with others out; and back.
import { sql } from 'kysely';
import { type Block, blockOf } from '../record/incident/blocks.ts';
import type { Compared } from '../record/incident/likeness.ts';
import type { Facts } from '../record/incident/story.ts';

/** What a report is compared by, without its words. */
export interface Gist {
  /** The report's number. */
  readonly report: number;
  readonly facts: Facts;
  /** In the order of the text; each with its number and what decides whether it is compared. */
  readonly happenings: readonly { readonly n: number; readonly told: Compared; readonly block: Block }[];
}

/** More happenings than any report has: a happening's number is its report's times this, and its place. */
const MOST = 16_384;

export const happeningNumber = (report: number, place: number): number => report * MOST + place;
export const reportOfHappening = (n: number): number => Math.floor(n / MOST);
/** The same in SQL: whole numbers are divided as such by both engines. */
export const reportNumber = (column: string) => sql<number>`(${sql.ref(column)} / ${sql.lit(MOST)})`;
/** The first number of a report's happenings, and the first that is no more its own. */
export const happeningRange = (report: number): readonly [number, number] => [report * MOST, (report + 1) * MOST];

/** Sets, maps and arrays of numbers as JSON can hold them; new fields come through by themselves. */
function packed(_: string, value: unknown): unknown {
  if (value instanceof Set) return { $set: [...value] };
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Int32Array) return { $int: base64(value) };
  if (value instanceof Float32Array) return { $float: base64(value) };
  return value;
}

function unpacked(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const held = value as { $set?: unknown[]; $map?: [unknown, unknown][]; $int?: string; $float?: string };
  if (held.$set) return new Set(held.$set);
  if (held.$map) return new Map(held.$map);
  if (held.$int !== undefined) return new Int32Array(bytesOf(held.$int));
  if (held.$float !== undefined) return new Float32Array(bytesOf(held.$float));
  return value;
}

// machines that write the lowest byte first are all that Node runs on
const base64 = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');
const bytesOf = (text: string): ArrayBuffer => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** All happenings of a report name the same places around them: these stand once. */
export function writeGist(facts: Facts, happenings: readonly Compared[]): string {
  const told = happenings.map(({ around: _, event: { type, mode }, ...rest }) => {
    const { events: __, ...slim } = rest as typeof rest & { events?: unknown };
    return { ...slim, event: { type, mode } };
  });
  return JSON.stringify({ facts, around: happenings[0]?.around ?? new Set(), told }, packed);
}

export function readGist(report: number, body: string): Gist {
  const { facts, around, told } = JSON.parse(body, unpacked) as {
    facts: Facts;
    around: ReadonlySet<string>;
    told: Omit<Compared, 'around'>[];
  };
  return gistOf(
    report,
    facts,
    told.map((one) => ({ ...one, around })),
  );
}

export const gistOf = (report: number, facts: Facts, happenings: readonly Compared[]): Gist => ({
  report,
  facts,
  happenings: happenings.map((told, place) => ({ n: happeningNumber(report, place), told, block: blockOf(told) })),
});
