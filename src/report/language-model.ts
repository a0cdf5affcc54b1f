// The shipped profiles of sixty languages and a text in, the language whose profile the text fits best out.
import { readFileSync } from 'node:fs';

/** What stretches of four bytes tell of a text's language; see train/languages.ts. */
export interface LanguageModel {
  readonly tags: readonly string[];
  /** How well, from 0 to 1, texts of each language fit its profile on average. */
  readonly usual: readonly number[];
  /** Hashes of stretches in rising order, and where the entries of each begin; one more tells where the last end. */
  readonly keys: Uint32Array;
  readonly from: Uint32Array;
  /** By entry, the language's place in `tags` and a score. */
  readonly entries: Uint8Array;
}

export interface LanguageFound {
  readonly tag: string;
  /** False for a text that fits its language much worse than most do. */
  readonly sure: boolean;
}

/** RLM1 */
const MAGIC = 0x314d4c52;
const HEADER = 12;
/** What an entry's score is kept without. */
const BASE = 53;
/** Characters of a text, and bytes of its words: after `ENOUGH` the word is ended, after `MOST` the character. */
const LOOKED_AT = 1000;
const ENOUGH = 350;
const MOST = 380;
/** Bytes of a word beyond which only its end counts. */
const LONG = 70;
const SPACE = 0x20;
/** What is no letter of the first plane stands between words; an apostrophe is left at the end of one. */
const BETWEEN = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`’])/gu;
/** A score of so much by stretch counts as a half. */
const HALF = 25;
const SHARE = 0.75;
/** Stretches of a text below which nothing is sure. */
const LEAST = 3;

let kept: LanguageModel | null = null;

/** Null for a text without letters, or in no language that is known. Throws RangeError when the package is not whole. */
export function detectLanguage(text: string): LanguageFound | null {
  kept ??= decodeLanguages(readFileSync(new URL('../../model/languages.bin', import.meta.url)));
  return bestFit(kept, text);
}

export function bestFit({ tags, usual, keys, from, entries }: LanguageModel, text: string): LanguageFound | null {
  const stretches = stretchesOf(text);
  const scores = new Float64Array(tags.length);
  for (const key of stretches) {
    const at = find(keys, key);
    if (at < 0) continue;
    for (let i = from[at] as number; i < (from[at + 1] as number); i++) {
      const one = entries[2 * i] as number;
      scores[one] = (scores[one] as number) + (entries[2 * i + 1] as number) + BASE;
    }
  }
  let best = 0;
  for (let one = 1; one < scores.length; one++) if ((scores[one] as number) > (scores[best] as number)) best = one;
  const score = (scores[best] as number) / stretches.size;
  if (!(score > 0)) return null;
  // two languages that are alike are told apart by little: that a text is in one of them is sure all the same
  const sure = stretches.size >= LEAST && (usual[best] as number) * SHARE <= score / (score + HALF);
  return { tag: tags[best] as string, sure };
}

function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = keys[middle] as number;
    if (one === key) return middle;
    if (one < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Hashes of every third stretch of four bytes of each word, and of its last: with a space where the word begins or ends. */
function stretchesOf(text: string): ReadonlySet<number> {
  const words = text.substring(0, LOOKED_AT).replace(BETWEEN, ' ').trim().toLowerCase();
  const bytes = new TextEncoder().encode(words);
  const found = new Set<number>();
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const ended = at === bytes.length;
    // what is cut in a word counts as its end, whole characters only
    const cut = !ended && at > MOST && ((bytes[at] as number) & 0xc0) !== 0x80;
    if (!ended && !cut && bytes[at] !== SPACE) continue;
    addWord(bytes, start, at, found);
    if (cut || at > ENOUGH) break;
    start = at + 1;
  }
  return found;
}

function addWord(bytes: Uint8Array, start: number, end: number, found: Set<number>): void {
  if (start === end) return;
  const length = Math.min(end - start, LONG);
  for (let at = 0; at + 4 < length; at += 3) found.add(hashOf(bytes, start + at, start + at + 4, at === 0, false));
  // its last four bytes: of a word that is cut for its length, all that is left
  const last = length === 3 ? 0 : Math.max(0, length - 4);
  found.add(hashOf(bytes, start + last, end, last === 0 && length <= 4, true));
}

/** FNV-1a over bytes, with a space before and after where the word begins and ends there. */
export function hashOf(bytes: Uint8Array, start: number, end: number, begins: boolean, ends: boolean): number {
  let h = 0x811c9dc5;
  if (begins) h = Math.imul(h ^ SPACE, 0x01000193);
  for (let at = start; at < end; at++) h = Math.imul(h ^ (bytes[at] as number), 0x01000193);
  if (ends) h = Math.imul(h ^ SPACE, 0x01000193);
  return h >>> 0;
}

/** Languages as a file's bytes: tags of two letters, usual shares in thousandths, then keys, counts and entries. */
export function encodeLanguages({ tags, usual, keys, from, entries }: LanguageModel): Uint8Array {
  const heads = HEADER + 4 * tags.length;
  const bytes = new Uint8Array(heads + 5 * keys.length + entries.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, tags.length, true);
  view.setUint32(8, keys.length, true);
  tags.forEach((tag, at) => {
    view.setUint8(HEADER + 4 * at, tag.charCodeAt(0));
    view.setUint8(HEADER + 4 * at + 1, tag.charCodeAt(1));
    view.setUint16(HEADER + 4 * at + 2, Math.round((usual[at] as number) * 1000), true);
  });
  keys.forEach((key, at) => {
    view.setUint32(heads + 4 * at, key, true);
    bytes[heads + 4 * keys.length + at] = (from[at + 1] as number) - (from[at] as number);
  });
  bytes.set(entries, heads + 5 * keys.length);
  return bytes;
}

/** Throws RangeError for bytes that are no such file. */
export function decodeLanguages(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('model/languages.bin holds no profiles of languages; install the package again');
  const [languages, count] = [view.getUint32(4, true), view.getUint32(8, true)];
  const heads = HEADER + 4 * languages;
  const tags = Array.from({ length: languages }, (_, at) =>
    String.fromCharCode(view.getUint8(HEADER + 4 * at), view.getUint8(HEADER + 4 * at + 1)),
  );
  const usual = tags.map((_, at) => view.getUint16(HEADER + 4 * at + 2, true) / 1000);
  const keys = new Uint32Array(count);
  const from = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) {
    keys[at] = view.getUint32(heads + 4 * at, true);
    from[at + 1] = (from[at] as number) + (bytes[heads + 4 * count + at] as number);
  }
  const entries = bytes.slice(heads + 5 * count);
  if (entries.length !== 2 * (from[count] as number))
    throw new RangeError('model/languages.bin is cut short; install the package again');
  return { tags, usual, keys, from, entries };
}
