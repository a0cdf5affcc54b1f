// The parser's file in, a reader of trees out: a sentence's words and tags go in, heads and relations come out.
//
// The loops are those of kernel/tree.ts. The file is laid out as they want it, so that it is read into their memory
// and nothing is made of it.
import { makeKernel } from './kernel.ts';
import type { TagInput } from './tag-features.ts';

/** What was read of a sentence, good until the next one: an entry a word. */
export interface Trees {
  /** Head within the sentence; the number of its words for the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Reads the words `first..last` of a text, tagged as `tags` says. */
export type TreeReader = (input: TagInput, tags: Int32Array, first: number, last: number) => Trees;

/** RNP1 */
const MAGIC = 0x31504e52;
const TAGS = 5;
const RELATIONS = 6;
/** Where numbers stand at the beginning of the file: first the sizes, then the tables' first rows, then the parts. */
const TABLES = 7;
const KEYS = 22;
const IDS = 23;
const SHAPES = 24;
const ELSEWHERE = 25;
const END = 59;
const SHAPE_COUNT = 2048;
/** Slots of the list of forms. */
const SLOTS = 1 << 15;
/** Numbers of a word's rows; thirteen are used. */
const ROW = 16;

/** Throws RangeError when the bytes are no such file, or one that was made for other tags or relations. */
export const makeTreeReader = (file: Uint8Array, tagCount: number, relationCount: number): TreeReader =>
  treeReaderOf(file.length, (memory) => memory.set(file), tagCount, relationCount);

/** The same of a file of so many bytes, which `fill` reads to where they are used. Throws RangeError. */
export function treeReaderOf(
  length: number,
  fill: (memory: Uint8Array<ArrayBuffer>) => void,
  tagCount: number,
  relationCount: number,
): TreeReader {
  const kernel = makeKernel();
  kernel.reach(length);
  const file = kernel.bytes(0, length);
  fill(file);
  const head = new DataView(file.slice(0, 4 * (END + 1)).buffer);
  if (length < 4 * (END + 1) || head.getInt32(0, true) !== MAGIC || head.getInt32(4 * END, true) !== length)
    throw new RangeError(`not a parser: ${length} bytes that do not begin with RNP1`);
  if (head.getInt32(4 * TAGS, true) !== tagCount || head.getInt32(4 * RELATIONS, true) !== relationCount)
    throw new RangeError(
      `a parser of ${head.getInt32(4 * TAGS, true)} tags and ${head.getInt32(4 * RELATIONS, true)} relations beside a tagger with ${tagCount} and ${relationCount}: make both from the same treebanks`,
    );
  const number = (at: number) => head.getInt32(4 * at, true);
  const first = Int32Array.from({ length: 13 }, (_, table) => number(TABLES + table));
  // copies, since a memory that grows leaves its views empty
  const piece = (at: number, bytes: number) => file.slice(number(at), number(at) + bytes);
  const keys = new Int32Array(piece(KEYS, 4 * SLOTS).buffer);
  const ids = new Uint16Array(piece(IDS, 2 * SLOTS).buffer);
  const shapes = piece(SHAPES, SHAPE_COUNT);
  const elsewheres = piece(ELSEWHERE, 256);
  const cacheAt = (length + 15) & -16;
  const idsAt = (cacheAt + kernel.cacheRoom(0) + 15) & -16;
  let room = 0;
  let rows: Int32Array = new Int32Array(0);
  let outAt = 0;
  let roomAt = 0;
  const known = (form: number): number => {
    const key = form || 1;
    let slot = (key ^ (key >>> 15)) & (SLOTS - 1);
    for (;;) {
      const found = keys[slot];
      if (found === key) return ids[slot] as number;
      if (found === 0) return 0;
      slot = (slot + 1) & (SLOTS - 1);
    }
  };
  const reach = (count: number) => {
    // no more than is asked for: the tables of trees grow with the square
    room = Math.max(64, count);
    outAt = idsAt + 4 * ROW * room;
    roomAt = (outAt + 8 * room + 15) & -16;
    kernel.reach(roomAt + kernel.treeRoom(0, room));
    rows = kernel.ints(idsAt, ROW * room);
  };
  return (input, tags, from, to) => {
    const count = to - from;
    if (count > room) reach(count);
    for (let i = 0; i < count; i++) {
      const word = from + i;
      const at = ROW * i;
      const shape = input.shape[word] as number;
      const doing = input.doing[word] as number;
      const about = input.about[word] as number;
      rows[at] = (first[0] as number) + known(input.form[word] as number);
      rows[at + 1] = (first[1] as number) + bucket(input.suffix4[word] as number, 4095);
      rows[at + 2] = (first[2] as number) + bucket(input.suffix3[word] as number, 4095);
      rows[at + 3] = (first[3] as number) + bucket(input.suffix2[word] as number, 1023);
      rows[at + 4] = (first[4] as number) + bucket(input.prefix3[word] as number, 2047);
      rows[at + 5] = (first[5] as number) + (shape < SHAPE_COUNT ? (shapes[shape] as number) : 0);
      rows[at + 6] = (first[6] as number) + (elsewheres[input.elsewhere[word] as number] as number);
      rows[at + 7] = (first[7] as number) + (input.lexical[word] as number);
      rows[at + 8] = (first[8] as number) + doing;
      rows[at + 9] = (first[9] as number) + about;
      rows[at + 10] = (first[10] as number) + (tags[word] as number);
      rows[at + 11] = (first[11] as number) + ((doing + 15) >> 4);
      rows[at + 12] = (first[12] as number) + ((about + 15) >> 4);
    }
    kernel.readTree(0, idsAt, count, outAt, roomAt, cacheAt);
    return { heads: kernel.ints(outAt, count), labels: kernel.ints(outAt + 4 * count, count) };
  };
}

const bucket = (hash: number, mask: number): number => (hash ^ (hash >> 12)) & mask;
