// Rows by words in, the bytes of a file out in which one word's rows are found without reading the others; and the other way round.
import { type LazyFile, lazyFile } from './lazy-file.ts';
import { lengthBit, SHAPES, shapeOf } from './word-map.ts';

/** What of the file is filed under one name. */
export interface Section {
  /** Whether the word may be there: a glance that refuses most. */
  may(word: string): boolean;
  /** Null for a word that has none. */
  rows(word: string): string[][] | null;
  /** All words in the order in which they were filed. */
  all(): Iterable<readonly [word: string, rows: string[][]]>;
}

type Groups = ReadonlyMap<string, readonly (readonly string[])[]>;

/** RFL1, numbers as this machine writes them: the file never leaves the package that it was built for. */
const MAGIC = 0x314c4652;

/** Puts together what `filedIn` reads. */
export function encodeFiled(sections: ReadonlyMap<string, Groups>): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: Uint8Array): number => {
    const at = length;
    parts.push(part);
    length += (part.length + 3) & -4;
    return at;
  };
  const directory: Record<string, readonly number[]> = {};
  for (const [name, groups] of sections) {
    let size = 16;
    while (size < groups.size * 2) size *= 2;
    const glance = new Int32Array(SHAPES);
    const slots = new Int32Array(size);
    const ends = new Int32Array(groups.size);
    const texts: Uint8Array[] = [];
    let end = 0;
    for (const [i, [word, rows]] of [...groups].entries()) {
      if ([word, ...rows.flat()].some((field) => /[\t\n]/.test(field)))
        throw new RangeError(`filed under ${name}: a tab or the end of a line in the rows of “${word}”`);
      const shape = shapeOf(word);
      glance[shape] = (glance[shape] as number) | lengthBit(word);
      let slot = hashOf(word) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = i + 1;
      const text = encoder.encode([word, ...rows.map((row) => row.join('\t'))].join('\n'));
      texts.push(text);
      end += text.length;
      ends[i] = end;
    }
    const numbers = (list: Int32Array) => put(new Uint8Array(list.buffer));
    directory[name] = [numbers(glance), numbers(slots), size, numbers(ends), groups.size, put(Buffer.concat(texts))];
  }
  const names = encoder.encode(JSON.stringify(directory));
  const start = (8 + names.length + 3) & -4;
  const out = new Uint8Array(start + length);
  new Int32Array(out.buffer, 0, 2).set([MAGIC, names.length]);
  out.set(names, 8);
  let at = start;
  for (const part of parts) {
    out.set(part, at);
    at += (part.length + 3) & -4;
  }
  return out;
}

/** What the build makes of the lists; where nothing was built, it is not there. */
const BUILT = new URL('filed.bin', import.meta.url);

let kept: ((name: string) => Section | null) | null = null;

/** What the package has under a name; null where nothing was built. */
export function filedIn(name: string): Section | null {
  kept ??= openFiled(BUILT);
  return kept(name);
}

/** The sections of such a file, by name; none where there is no file. Throws RangeError when it is something else. */
export function openFiled(url: URL): (name: string) => Section | null {
  const file = lazyFile(url);
  if (!file) return () => null;
  const { buffer } = file;
  file.need(0, 8);
  const [magic, named] = new Int32Array(buffer, 0, 2) as unknown as [number, number];
  if (magic !== MAGIC) throw new RangeError(`${url.pathname} holds no filed lists: the package is not whole`);
  file.need(8, 8 + named);
  const bytes = Buffer.from(buffer);
  const directory = JSON.parse(bytes.toString('utf8', 8, 8 + named)) as Record<string, number[]>;
  const start = (8 + named + 3) & -4;
  return (name) => {
    const at = directory[name];
    return at ? sectionOf(file, bytes, start, at as unknown as Parameters<typeof sectionOf>[3]) : null;
  };
}

function sectionOf(
  file: LazyFile,
  bytes: Buffer,
  start: number,
  [glanceAt, slotsAt, size, endsAt, count, textAt]: readonly [number, number, number, number, number, number],
): Section {
  const list = (at: number, length: number) => {
    file.need(start + at, start + at + 4 * length);
    return new Int32Array(file.buffer, start + at, length);
  };
  const glance = list(glanceAt, SHAPES);
  const slots = list(slotsAt, size);
  const ends = list(endsAt, count);
  const read = (i: number): [word: string, rows: string[][]] => {
    const from = start + textAt + (i === 0 ? 0 : (ends[i - 1] as number));
    const to = start + textAt + (ends[i] as number);
    file.need(from, to);
    const [word = '', ...rows] = bytes.toString('utf8', from, to).split('\n');
    return [word, rows.map((row) => row.split('\t'))];
  };
  return {
    may: (word) => ((glance[shapeOf(word)] as number) & lengthBit(word)) !== 0,
    rows(word) {
      for (let slot = hashOf(word) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
        const i = slots[slot] as number;
        if (i === 0) return null;
        const [found, rows] = read(i - 1);
        if (found === word) return rows;
      }
    },
    *all() {
      file.need(start + textAt, start + textAt + (ends[count - 1] ?? 0));
      for (let i = 0; i < count; i++) yield read(i);
    },
  };
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
