// The parser's file in, a reader of trees out: a sentence's words and tags go in, heads and relations come out.
//
// The loops are those of kernel/tree.ts. The file is laid out as they want it, so that it is read into their memory
// and nothing is made of it.
import { makeKernel } from './kernel.ts';
import type { TagInput } from './tag-features.ts';

/** First tokens of sentences, and behind their last ones; they follow each other. */
export interface Sentences {
  readonly length: number;
  readonly firstToken: ArrayLike<number>;
  readonly endToken: ArrayLike<number>;
}

/**
 * Reads a text's sentences, whose words are tagged as `tags` says: `heads` gets each word's head within its sentence, the
 * number of the sentence's words for the root, and `labels` its relation, both at the number of its token.
 */
export type TreeReader = (
  input: TagInput,
  tags: Int32Array,
  sentences: Sentences,
  heads: Int32Array,
  labels: Uint8Array,
) => void;

/** RNP2 */
const MAGIC = 0x32504e52;
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
/** Words that are read at once: of more, what is known of each would not stay near. */
const WORDS = 256;

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
    throw new RangeError(`not a parser: ${length} bytes that do not begin with RNP2`);
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
  const most = kernel.treesAtOnce();
  /** How many words there is room for, and how long the longest sentence may be. */
  let room = 0;
  let longest = 0;
  let rows: Int32Array = new Int32Array(0);
  let countsAt = 0;
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
  const reach = (count: number, length: number) => {
    // no more than is asked for: the tables of trees grow with the square
    room = Math.max(WORDS, room, count);
    longest = Math.max(64, longest, length);
    countsAt = idsAt + 4 * ROW * room;
    outAt = countsAt + 4 * most;
    roomAt = (outAt + 8 * room + 15) & -16;
    kernel.reach(roomAt + kernel.treeRoom(0, room, longest));
    rows = kernel.ints(idsAt, ROW * room);
  };
  const put = (input: TagInput, tags: Int32Array, word: number, at: number) => {
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
  };
  return (input, tags, { length: number, firstToken, endToken }, heads, labels) => {
    const begin = (s: number) => firstToken[s] as number;
    const words = (s: number) => (endToken[s] as number) - begin(s);
    // sentences of like lengths together, so that they end together
    const order = Array.from({ length: number }, (_, s) => s).sort((a, b) => words(b) - words(a));
    for (let from = 0, to = 0; from < number; from = to) {
      let count = 0;
      for (to = from; to < number && to - from < most; to++) {
        const more = words(order[to] as number);
        if (to > from && count + more > WORDS) break;
        count += more;
      }
      const group = order.slice(from, to);
      const length = words(order[from] as number);
      if (count > room || length > longest) reach(count, length);
      let at = 0;
      for (const s of group)
        for (let i = begin(s); i < (endToken[s] as number); i++, at += ROW) put(input, tags, i, at);
      kernel.ints(countsAt, most).set(group.map(words));
      kernel.readTrees(0, idsAt, countsAt, group.length, outAt, roomAt, cacheAt);
      const read = kernel.ints(outAt, 2 * count);
      let done = 0;
      for (const s of group) {
        const many = words(s);
        heads.set(read.subarray(done, done + many), begin(s));
        labels.set(read.subarray(done + many, done + 2 * many), begin(s));
        done += 2 * many;
      }
    }
  };
}

const bucket = (hash: number, mask: number): number => (hash ^ (hash >> 12)) & mask;
