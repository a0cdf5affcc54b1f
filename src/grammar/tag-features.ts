// A sentence's words and the tags so far in, the hashed features of the next word's tag out.
import { mix } from './hash.ts';

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

export const TAG_FEATURES = 58;
const EDGE = 0x5bd1e995;

/** Writes the features of token `at` of the sentence `first..last` into `out`; `tags` holds those already given. */
export function tagFeatures(
  input: TagInput,
  at: number,
  first: number,
  last: number,
  tags: Int32Array,
  out: Int32Array,
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
  out[0] = mix(1, w);
  out[1] = mix(mix(2, w), t1);
  out[2] = mix(mix(3, w), w1);
  out[3] = mix(mix(4, w), n1);
  out[4] = mix(5, w1);
  out[5] = mix(6, n1);
  out[6] = mix(7, w2);
  out[7] = mix(8, n2);
  out[8] = mix(9, t1);
  out[9] = mix(mix(10, t1), t2);
  out[10] = mix(11, suffix3[at] as number);
  out[11] = mix(12, suffix2[at] as number);
  out[12] = mix(13, prefix3[at] as number);
  out[13] = mix(mix(14, s), start);
  out[14] = mix(mix(15, s & 255), t1);
  out[15] = mix(mix(16, suffix3[at] as number), t1);
  out[16] = mix(17, x);
  out[17] = mix(mix(18, x), t1);
  out[18] = mix(mix(19, x), xn);
  out[19] = mix(mix(20, x), xp);
  out[20] = mix(mix(21, suffix3[at] as number), x);
  out[21] = at + 1 < last ? mix(22, suffix3[at + 1] as number) : 22;
  out[22] = at > first ? mix(23, suffix3[at - 1] as number) : 23;
  out[23] = mix(mix(24, w), mix(t1, t2));
  out[24] = mix(mix(25, w1), n1);
  out[25] = mix(mix(26, s & 255), mix(sn, sp));
  out[26] = mix(mix(27, t1), n1);
  out[27] = mix(mix(28, xn), t1);
  out[28] = mix(mix(29, mix(x, xn)), t1);
  out[29] = mix(mix(30, n1), n2);
  out[30] = mix(mix(31, x), mix(s & 255, start));
  out[31] = mix(32, suffix4[at] as number);
  out[32] = mix(mix(33, suffix4[at] as number), t1);
  out[33] = mix(mix(34, w2), w1);
  out[34] = mix(mix(35, sn), mix(x, t1));
  out[35] = mix(mix(36, suffix2[at] as number), mix(s & 255, t1));
  out[36] = mix(mix(37, w), xn);
  const d = doing[at] as number;
  const dc = (d + 15) >> 4;
  const dn = at + 1 < last ? (doing[at + 1] as number) : -1;
  const dn2 = at + 2 < last ? (doing[at + 2] as number) : -1;
  const dp = at > first ? (doing[at - 1] as number) : -1;
  const dnc = (dn + 15) >> 4;
  const dpc = (dp + 15) >> 4;
  const a = about[at] as number;
  const ac = (a + 15) >> 4;
  out[37] = mix(38, d);
  out[38] = mix(mix(39, d), t1);
  out[39] = mix(mix(40, dc), t1);
  out[40] = mix(mix(41, d), dnc);
  out[41] = mix(mix(42, dpc), mix(dc, dnc));
  out[42] = mix(43, dn);
  out[43] = mix(44, dp);
  out[44] = mix(mix(45, a), s & 255);
  out[45] = mix(mix(46, ac), mix(t1, s & 255));
  out[46] = mix(mix(47, w), dnc);
  out[47] = mix(mix(48, d), mix(s & 255, start));
  out[48] = mix(mix(49, dn), t1);
  out[49] = mix(mix(50, dc), mix(dnc, dn2));
  out[50] = mix(mix(51, x), mix(dnc, t1));
  out[51] = mix(mix(52, suffix3[at] as number), dnc);
  out[52] = mix(mix(53, dc), mix(t1, t2));
  out[53] = mix(mix(54, dn), mix(sn, s & 255));
  const e = elsewhere[at] as number;
  const en = at + 1 < last ? (elsewhere[at + 1] as number) : 4;
  out[54] = mix(mix(55, e), mix(s & 255, start));
  out[55] = mix(mix(56, e), mix(x, t1));
  out[56] = mix(mix(57, e), mix(d, start));
  out[57] = mix(mix(58, e * 8 + en), mix(s & 255, sn));
}
