// The network's loops against plain ones: the best tree among all trees, and a whole sentence with the shipped weights.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mulberry } from '../../train/perceptron.ts';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { tagSentence } from './analyse.ts';
import { makeKernel } from './kernel.ts';
import { loadModel } from './load-model.ts';
import { parse } from './parse.ts';
import type { TagInput } from './tag-features.ts';
import { makeTreeReader } from './tree-reader.ts';
import { wordHashes } from './word-hashes.ts';

const file = new Uint8Array(readFileSync(new URL('../../model/parser.bin', import.meta.url)));
const { tags, relations } = loadModel().names;
const LONG = 'The minister, who had said on Monday that talks with the rebels would go on, left for Vienna. ';

/** Whether one word hangs from the root (head 0), each word from it in the end, and all under an arc from within it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  const isAbove = (head: number, word: number) => {
    for (let at = word, steps = 0; steps <= heads.length; steps++) {
      if (at === head) return true;
      if (at === 0) return false;
      at = heads[at - 1] as number;
    }
    return false;
  };
  return heads.every((head, i) => {
    const [from, to] = head < i + 1 ? [head, i + 1] : [i + 1, head];
    for (let k = from + 1; k < to; k++) if (!isAbove(head, k)) return false;
    return isAbove(0, i + 1);
  });
}

/** The largest sum over all trees of so many words, each with a head of 0 to `count`. */
function bestByTrying(scores: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(count).fill(0);
  for (let code = 0; code < (count + 1) ** count; code++) {
    for (let i = 0, rest = code; i < count; i++, rest = Math.floor(rest / (count + 1))) heads[i] = rest % (count + 1);
    if (isTree(heads)) best = Math.max(best, sumOf(scores, heads));
  }
  return best;
}

const sumOf = (scores: Float32Array, heads: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < heads.length; i++) sum += scores[i * (heads.length + 1) + (heads[i] as number)] as number;
  return sum;
};

describe('the best tree', () => {
  const random = mulberry(7);
  const kernel = makeKernel();
  kernel.reach(1 << 20);
  for (let round = 0; round < 60; round++) {
    const count = 1 + (round % 5);
    it(`of ${count} words, ${round}`, () => {
      const scores = kernel.ints(0, count * (count + 1));
      const floats = new Float32Array(scores.buffer, 0, scores.length);
      for (let i = 0; i < floats.length; i++) floats[i] = random() * 8 - 4;
      // one word below the root, as the caller sees to
      for (let i = 0; i < count; i++) floats[i * (count + 1)] = (floats[i * (count + 1)] as number) - 1000;
      for (let i = 0; i < count; i++) floats[i * (count + 1) + i + 1] = -1e30;
      kernel.bestTree(0, count, 4096, 8192);
      const heads = [...kernel.ints(4096, count)];
      expect(isTree(heads)).toBe(true);
      expect(sumOf(floats, heads)).toBeCloseTo(bestByTrying(floats, count), 3);
    });
  }
});

/** A sentence's words with their tags. */
function sentence(text: string): { input: TagInput; given: Int32Array; count: number } {
  const { tokens, report } = readText(readReport(text));
  const grammar = loadModel();
  const input = wordHashes(report.text, tokens, grammar.known);
  const given = new Int32Array(tokens.length);
  tagSentence(grammar, input, 0, tokens.length, given);
  return { input, given, count: tokens.length };
}

/** Reads a sentence at a time, the words `first..last`. */
function reader() {
  const read = makeTreeReader(file, tags.length, relations.length);
  return (input: TagInput, given: Int32Array, first: number, last: number) => {
    const heads = new Int32Array(last);
    const labels = new Uint8Array(last);
    read(input, given, { length: 1, firstToken: [first], endToken: [last] }, heads, labels);
    return { heads: heads.subarray(first), labels: labels.subarray(first) };
  };
}

describe('a sentence', () => {
  const text = 'Rebels in the east shelled two villages on Monday, killing at least 12 people, officials said.';

  it('is read as plain loops read it', () => {
    const { input, given, count } = sentence(text);
    const { heads, labels } = reader()(input, given, 0, count);
    const plain = plainly(input, given, count);
    // heads one by one, since the likeliest ones make a tree here
    expect([...heads]).toEqual(plain.heads);
    expect([...labels].map((i) => relations[i])).toEqual(plain.labels.map((i) => relations[i]));
  });

  it('is read the same behind a long one and a short one', () => {
    const read = reader();
    const { input, given, count } = sentence(text);
    const first = [...read(input, given, 0, count).heads];
    for (const other of [LONG.repeat(12), 'No.']) {
      const another = sentence(other);
      read(another.input, another.given, 0, another.count);
      expect([...read(input, given, 0, count).heads]).toEqual(first);
    }
  });

  it('is read the same alone and among others, however long they are', () => {
    const { input, given, count } = sentence(`${text} No. ${LONG.repeat(3)}They left. ${LONG.repeat(11)}`);
    const ends = [20, 22, 80, 81, 85, 130, 200, 201, count];
    const firsts = [0, ...ends.slice(0, -1)];
    const heads = new Int32Array(count);
    const labels = new Uint8Array(count);
    const sentences = { length: ends.length, firstToken: firsts, endToken: ends };
    makeTreeReader(file, tags.length, relations.length)(input, given, sentences, heads, labels);
    const alone = firsts.map((first, s) => reader()(input, given, first, ends[s] as number));
    expect([...heads]).toEqual(alone.flatMap((one) => [...one.heads]));
    expect([...labels]).toEqual(alone.flatMap((one) => [...one.labels]));
  });

  it('of more unlike words than the cache tells apart is read the same whatever was read before', () => {
    const names = Array.from({ length: 300 }, (_, i) => `${String.fromCharCode(65 + (i % 26))}ar${i}o`);
    const { input, given, count } = sentence(`Among those who came were ${names.join(', ')} and others.`);
    const once = reader();
    const { heads, labels } = once(input, given, 0, count);
    const [first, relation] = [[...heads], [...labels]];
    expect([...once(input, given, 0, count).heads]).toEqual(first);
    const used = reader();
    // word by word the last of those with one slot has it
    for (let i = 0; i < count; i++) used(input, given, i, i + 1);
    const again = used(input, given, 0, count);
    expect([...again.heads]).toEqual(first);
    expect([...again.labels]).toEqual(relation);
  });

  it('gives every word of a text a head in its sentence, and each sentence one root', () => {
    const { text: read, words } = parse(readText(readReport(LONG.repeat(40))));
    for (let s = 0; s < read.sentences.length; s++) {
      const from = read.sentences.firstToken[s] as number;
      const to = read.sentences.endToken[s] as number;
      let roots = 0;
      for (let i = from; i < to; i++) {
        const head = words.head[i] as number;
        if (head < 0) roots++;
        else expect(head >= from && head < to && head !== i).toBe(true);
      }
      expect(roots).toBe(1);
    }
  });
});

describe('a file', () => {
  it('that is none is told', () => {
    expect(() => makeTreeReader(new Uint8Array(10), 1, 1)).toThrow(
      'not a parser: 10 bytes that do not begin with RNP2',
    );
    expect(() => makeTreeReader(file.subarray(0, 5000), tags.length, relations.length)).toThrow('not a parser');
  });
  it('for other tags is told', () =>
    expect(() => makeTreeReader(file, 3, 4)).toThrow(
      /beside a tagger with 3 and 4: make both from the same treebanks/,
    ));
});

/** The network in plain loops with the weights of the file: the likeliest head of each word, and its relation. */
function plainly(input: TagInput, given: Int32Array, count: number): { heads: number[]; labels: number[] } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const number = (at: number) => view.getInt32(4 * at, true);
  const [width, size, arc, label] = [1, 2, 3, 4].map(number) as [number, number, number, number];
  const float = (part: number, i: number) => view.getFloat32(number(part) + 4 * i, true);
  const byte = (part: number, i: number) => view.getInt8(number(part) + i);
  const seven = (x: number) => Math.round(x * 63);
  const bucket = (hash: number, mask: number) => (hash ^ (hash >> 12)) & mask;
  const form = (hash: number) => {
    for (let slot = (hash ^ (hash >>> 15)) & 32_767; ; slot = (slot + 1) & 32_767) {
      const key = view.getInt32(number(22) + 4 * slot, true);
      if (key === hash) return view.getUint16(number(23) + 2 * slot, true);
      if (key === 0) return 0;
    }
  };
  const at = <T>(list: ArrayLike<T>, i: number) => list[i] as T;
  const rowsOf = (i: number) =>
    [
      form(at(input.form, i)),
      bucket(at(input.suffix4, i), 4095),
      bucket(at(input.suffix3, i), 4095),
      bucket(at(input.suffix2, i), 1023),
      bucket(at(input.prefix3, i), 2047),
      view.getUint8(number(24) + at(input.shape, i)),
      view.getUint8(number(25) + at(input.elsewhere, i)),
      at(input.lexical, i),
      at(input.doing, i),
      at(input.about, i),
      at(given, i),
      (at(input.doing, i) + 15) >> 4,
      (at(input.about, i) + 15) >> 4,
    ].map((row, table) => row + number(7 + table));
  /** Rows of a matrix by a vector in sevenths: see train/parser/file.py for how weights lie. */
  const times = (part: number, x: readonly number[], rows: number) =>
    Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      const from = Math.floor(row / 24) * 24 * x.length + Math.floor((row % 24) / 4) * 16 + (row % 4) * 4;
      for (let k = 0; k < x.length; k++)
        sum += byte(part, from + Math.floor(k / 4) * 96 + (k % 4)) * (seven(at(x, k)) + 64);
      return sum * float(part + 1, row) + float(part + 2, row);
    });
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  let layer = Array.from({ length: count }, (_, i) => {
    const rows = rowsOf(i);
    return Array.from({ length: width }, (_, c) =>
      Math.tanh(rows.reduce((sum, row) => sum + byte(21, row * width + c) * float(20, row), 0)),
    );
  });
  for (const part of [26, 38]) {
    const ways = [part, part + 6].map((from, way) => {
      let state = new Array<number>(size).fill(0);
      const out: number[][] = [];
      for (let step = 0; step < count; step++) {
        const i = way === 0 ? step : count - 1 - step;
        const own = times(from, at(layer, i), 3 * size);
        const gates = times(from + 3, state, 3 * size);
        state = state.map((old, unit) => {
          const reset = sigmoid(at(own, unit) + at(gates, unit));
          const keep = sigmoid(at(own, size + unit) + at(gates, size + unit));
          const fresh = Math.tanh(at(own, 2 * size + unit) + reset * at(gates, 2 * size + unit));
          return fresh + keep * (old - fresh);
        });
        out[i] = state;
      }
      return out;
    });
    layer = Array.from({ length: count }, (_, i) => ways.flatMap((out) => out[i] as number[]));
  }
  const outs = layer.map((x) => times(50, x, 2 * (arc + label)).map((y) => (y > 0 ? y : 0.1 * y)));
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * at(b, i), 0);
  const floats = (part: number, from: number, many: number) =>
    Array.from({ length: many }, (_, i) => float(part, from + i));
  const bias = floats(56, 0, arc);
  const above = (head: number) => (head === 0 ? floats(53, 0, arc) : at(outs, head - 1).slice(arc, 2 * arc));
  const aboveLabel = (head: number) => (head === 0 ? floats(54, 0, label) : at(outs, head - 1).slice(2 * arc + label));
  const heads: number[] = [];
  const labels: number[] = [];
  const relationsUp = Math.ceil(number(6) / 16) * 16;
  for (let i = 0; i < count; i++) {
    const turned = Array.from({ length: arc }, (_, j) =>
      dot(
        at(outs, i).slice(0, arc),
        Array.from({ length: arc }, (_, k) => float(55, k * arc + j)),
      ),
    );
    const scores = Array.from({ length: count + 1 }, (_, head) => {
      const by = i + 1 - head;
      const far = head === 0 ? 0 : float(57, by > 0 ? Math.min(by, 32) : 33 + Math.min(-by, 32));
      return by === 0
        ? Number.NEGATIVE_INFINITY
        : dot(turned, above(head)) + dot(above(head), bias) + float(56, arc) + far;
    });
    const head = scores.indexOf(Math.max(...scores));
    heads.push(head === 0 ? count : head - 1);
    const a = at(outs, i).slice(2 * arc, 2 * arc + label);
    const b = aboveLabel(head);
    const all = [...a, ...b, ...a.map((x, k) => x * at(b, k)), 1];
    const sums = Array.from({ length: number(6) }, (_, one) =>
      all.reduce((sum, x, k) => sum + x * float(58, k * relationsUp + one), 0),
    );
    labels.push(sums.indexOf(Math.max(...sums)));
  }
  return { heads, labels };
}
