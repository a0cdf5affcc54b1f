// A sentence's words and the tags so far in, the features of the next word's tag out.
import { mix, unmix } from './hash.ts';
import type { Features } from './scorer.ts';

/** What a tagger knows of each token, by index over the whole text; two slots of padding on either side of a sentence. */
export interface TagInput {
  /** Hash of the form in lower case. */
  readonly form: Int32Array;
  readonly shape: Int32Array;
  /** Hashes of the last four, three and two characters, and of the first three. */
  readonly suffix4: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly prefix3: Int32Array;
  /** Bits of a word list: what the word can be (noun, verb, adjective, adverb, inflections). */
  readonly lexical: Int32Array;
  /** Class by what the word does in a sentence and by what it is about, 1 to 1024; 0 for a word without. */
  readonly doing: Int32Array;
  readonly about: Int32Array;
  /** How a capitalised word is written nearby; see written-elsewhere.ts. */
  readonly elsewhere: Uint8Array;
}

/** How many features there are; the first so many are made of a key and one number, the others of a key and two. */
export const TAG_FEATURES = 58;
export const TAG_SINGLES = 16;
/** The key of each feature: a number of its own. */
// biome-ignore format: a table
export const TAG_KEYS = Int32Array.of(
  1, 5, 6, 7, 8, 9, 11, 12, 13, 17, 22, 23, 32, 38, 43, 44,
  2, 3, 4, 10, 14, 15, 16, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36, 37, 39, 40, 41, 42, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58,
);
const EDGE = 0x5bd1e995;
/** Numbers that make the features of keys 22 and 23 the keys themselves. */
const NONE_BEHIND = unmix(22, 22);
const NONE_BEFORE = unmix(23, 23);

/** Writes the numbers of token `at` of the sentence `first..last` into `out`; `tags` holds those already given. */
export function tagFeatures(
  input: TagInput,
  at: number,
  first: number,
  last: number,
  tags: Int32Array,
  { one, two: other }: Features,
): void {
  const { form, shape, suffix4, suffix3, suffix2, prefix3, lexical, doing, about, elsewhere } = input;
  const w = form[at] as number;
  const w1 = at > first ? (form[at - 1] as number) : EDGE;
  const w2 = at > first + 1 ? (form[at - 2] as number) : EDGE;
  const n1 = at + 1 < last ? (form[at + 1] as number) : EDGE;
  const n2 = at + 2 < last ? (form[at + 2] as number) : EDGE;
  const t1 = at > first ? (tags[at - 1] as number) : -1;
  const t2 = at > first + 1 ? (tags[at - 2] as number) : -1;
  const s = shape[at] as number;
  const x = lexical[at] as number;
  const xn = at + 1 < last ? (lexical[at + 1] as number) : -1;
  const xp = at > first ? (lexical[at - 1] as number) : -1;
  const sn = at + 1 < last ? (shape[at + 1] as number) & 255 : -1;
  const sp = at > first ? (shape[at - 1] as number) & 255 : -1;
  const start = at === first ? 1 : 0;
  const d = doing[at] as number;
  const dc = (d + 15) >> 4;
  const dn = at + 1 < last ? (doing[at + 1] as number) : -1;
  const dn2 = at + 2 < last ? (doing[at + 2] as number) : -1;
  const dp = at > first ? (doing[at - 1] as number) : -1;
  const dnc = (dn + 15) >> 4;
  const dpc = (dp + 15) >> 4;
  const a = about[at] as number;
  const ac = (a + 15) >> 4;
  const e = elsewhere[at] as number;
  const en = at + 1 < last ? (elsewhere[at + 1] as number) : 4;
  const look = s & 255;
  const two = suffix2[at] as number;
  const three = suffix3[at] as number;
  const four = suffix4[at] as number;
  const tags12 = mix(t1, t2);
  const xt1 = mix(x, t1);
  const lookStart = mix(look, start);
  one[0] = w;
  one[1] = w1;
  one[2] = n1;
  one[3] = w2;
  one[4] = n2;
  one[5] = t1;
  one[6] = three;
  one[7] = two;
  one[8] = prefix3[at] as number;
  one[9] = x;
  one[10] = at + 1 < last ? (suffix3[at + 1] as number) : NONE_BEHIND;
  one[11] = at > first ? (suffix3[at - 1] as number) : NONE_BEFORE;
  one[12] = four;
  one[13] = d;
  one[14] = dn;
  one[15] = dp;
  one[16] = w;
  other[16] = t1;
  one[17] = w;
  other[17] = w1;
  one[18] = w;
  other[18] = n1;
  one[19] = t1;
  other[19] = t2;
  one[20] = s;
  other[20] = start;
  one[21] = look;
  other[21] = t1;
  one[22] = three;
  other[22] = t1;
  one[23] = x;
  other[23] = t1;
  one[24] = x;
  other[24] = xn;
  one[25] = x;
  other[25] = xp;
  one[26] = three;
  other[26] = x;
  one[27] = w;
  other[27] = tags12;
  one[28] = w1;
  other[28] = n1;
  one[29] = look;
  other[29] = mix(sn, sp);
  one[30] = t1;
  other[30] = n1;
  one[31] = xn;
  other[31] = t1;
  one[32] = mix(x, xn);
  other[32] = t1;
  one[33] = n1;
  other[33] = n2;
  one[34] = x;
  other[34] = lookStart;
  one[35] = four;
  other[35] = t1;
  one[36] = w2;
  other[36] = w1;
  one[37] = sn;
  other[37] = xt1;
  one[38] = two;
  other[38] = mix(look, t1);
  one[39] = w;
  other[39] = xn;
  one[40] = d;
  other[40] = t1;
  one[41] = dc;
  other[41] = t1;
  one[42] = d;
  other[42] = dnc;
  one[43] = dpc;
  other[43] = mix(dc, dnc);
  one[44] = a;
  other[44] = look;
  one[45] = ac;
  other[45] = mix(t1, look);
  one[46] = w;
  other[46] = dnc;
  one[47] = d;
  other[47] = lookStart;
  one[48] = dn;
  other[48] = t1;
  one[49] = dc;
  other[49] = mix(dnc, dn2);
  one[50] = x;
  other[50] = mix(dnc, t1);
  one[51] = three;
  other[51] = dnc;
  one[52] = dc;
  other[52] = tags12;
  one[53] = dn;
  other[53] = mix(sn, look);
  one[54] = e;
  other[54] = lookStart;
  one[55] = e;
  other[55] = xt1;
  one[56] = e;
  other[56] = mix(d, start);
  one[57] = e * 8 + en;
  other[57] = mix(look, sn);
}

/** The hashes of the features that `tagFeatures` wrote, in the order of their keys, into `out`. */
export function tagHashes({ one, two }: Features, out: Int32Array): void {
  for (let i = 0; i < TAG_FEATURES; i++) {
    const key = TAG_KEYS[i] as number;
    const hash = mix(key, one[i] as number);
    out[key - 1] = i < TAG_SINGLES ? hash : mix(hash, two[i] as number);
  }
}
