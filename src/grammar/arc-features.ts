// A state of the parser in, the hashed features of the next transition and of an arc's label out.
import { mix } from './hash.ts';

/** Arrays over the tokens of one sentence, and one slot behind them for the root. Indices are within the sentence. */
export interface ParseState {
  /** Hash of each form; the root's own at index `length`. */
  readonly form: Int32Array;
  readonly tag: Int32Array;
  /** Lexical class of the form's ending or word list, a coarser view than the form. */
  readonly coarse: Int32Array;
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Leftmost, second leftmost, rightmost, second rightmost dependants; -1 for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Uint8Array;
  readonly rights: Uint8Array;
  readonly stack: Int32Array;
  depth: number;
  /** First token of the buffer. */
  front: number;
  length: number;
}

export const ARC_FEATURES = 66;
export const LABEL_FEATURES = 30;

/** Writes the features of the next transition into `out`. */
export function arcFeatures(state: ParseState, out: Int32Array): void {
  const { form, tag, label, stack, depth, front, length, left1, left2, right1, right2, lefts, rights, coarse } = state;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1;
  const n0 = front;
  const n1 = front < length ? front + 1 : -1;
  const n2 = front + 1 < length ? front + 2 : -1;
  const w = (i: number) => (i < 0 ? 7 : (form[i] as number));
  const t = (i: number) => (i < 0 ? 9999 : (tag[i] as number));
  const l = (i: number) => (i < 0 ? 999 : (label[i] as number));
  const s0w = w(s0);
  const s1w = w(s1);
  const n0w = w(n0);
  const n1w = w(n1);
  const s0t = t(s0);
  const s1t = t(s1);
  const s2t = t(s2);
  const n0t = t(n0);
  const n1t = t(n1);
  const n2t = t(n2);
  const s0l = s0 < 0 ? -1 : (left1[s0] as number);
  const s0r = s0 < 0 ? -1 : (right1[s0] as number);
  const s0l2 = s0 < 0 ? -1 : (left2[s0] as number);
  const s0r2 = s0 < 0 ? -1 : (right2[s0] as number);
  const s1l = s1 < 0 ? -1 : (left1[s1] as number);
  const s1r = s1 < 0 ? -1 : (right1[s1] as number);
  const s1r2 = s1 < 0 ? -1 : (right2[s1] as number);
  const n0l = left1[n0] as number;
  const n0l2 = left2[n0] as number;
  const near = s0 < 0 ? 0 : Math.min(7, n0 - s0);
  const far = s1 < 0 || s0 < 0 ? 0 : Math.min(7, s0 - s1);
  const v0l = s0 < 0 ? 0 : (lefts[s0] as number);
  const v0r = s0 < 0 ? 0 : (rights[s0] as number);
  const v1r = s1 < 0 ? 0 : (rights[s1] as number);
  const vnl = lefts[n0] as number;
  const s0c = s0 < 0 ? 0 : (coarse[s0] as number);
  const s1c = s1 < 0 ? 0 : (coarse[s1] as number);
  const n0c = coarse[n0] as number;
  let k = 0;
  out[k++] = mix(mix(1, s0w), s0t);
  out[k++] = mix(2, s0t);
  out[k++] = mix(3, s0w);
  out[k++] = mix(mix(4, n0w), n0t);
  out[k++] = mix(5, n0t);
  out[k++] = mix(6, n0w);
  out[k++] = mix(mix(7, n1w), n1t);
  out[k++] = mix(8, n1t);
  out[k++] = mix(mix(9, s1w), s1t);
  out[k++] = mix(10, s1t);
  out[k++] = mix(11, s1w);
  out[k++] = mix(mix(mix(12, s0w), s0t), mix(n0w, n0t));
  out[k++] = mix(mix(mix(13, s0w), s0t), n0w);
  out[k++] = mix(mix(mix(14, s0w), n0w), n0t);
  out[k++] = mix(mix(mix(15, s0w), s0t), n0t);
  out[k++] = mix(mix(mix(16, s0t), n0w), n0t);
  out[k++] = mix(mix(17, s0w), n0w);
  out[k++] = mix(mix(18, s0t), n0t);
  out[k++] = mix(mix(19, n0t), n1t);
  out[k++] = mix(mix(mix(20, s0t), n0t), n1t);
  out[k++] = mix(mix(mix(mix(21, n0t), n1t), n2t), s0t);
  out[k++] = mix(mix(mix(22, s1t), s0t), n0t);
  out[k++] = mix(mix(mix(mix(23, s1t), s0t), n0t), n1t);
  out[k++] = mix(mix(mix(24, s2t), s1t), s0t);
  out[k++] = mix(mix(25, s1t), s0t);
  out[k++] = mix(mix(mix(26, s1w), s1t), mix(s0w, s0t));
  out[k++] = mix(mix(mix(27, s1w), s0t), 1);
  out[k++] = mix(mix(mix(28, s1t), s0w), 1);
  out[k++] = mix(mix(29, s1w), s0w);
  out[k++] = mix(mix(mix(30, s1w), s1t), n0t);
  out[k++] = mix(mix(mix(31, s1t), n0w), n0t);
  out[k++] = mix(mix(32, s1t), n0t);
  out[k++] = mix(mix(33, s0w), near);
  out[k++] = mix(mix(34, s0t), near);
  out[k++] = mix(mix(35, n0w), near);
  out[k++] = mix(mix(36, n0t), near);
  out[k++] = mix(mix(mix(37, s0t), n0t), near);
  out[k++] = mix(mix(mix(38, s1t), s0t), far);
  out[k++] = mix(mix(mix(39, s0w), v0l), v0r);
  out[k++] = mix(mix(mix(40, s0t), v0l), v0r);
  out[k++] = mix(mix(mix(41, n0t), vnl), 1);
  out[k++] = mix(mix(mix(42, s1t), v1r), s0t);
  out[k++] = mix(mix(43, t(s0l)), mix(s0t, n0t));
  out[k++] = mix(mix(44, t(s0r)), mix(s0t, n0t));
  out[k++] = mix(mix(45, t(n0l)), mix(s0t, n0t));
  out[k++] = mix(mix(46, l(s0l)), mix(s0t, n0t));
  out[k++] = mix(mix(47, l(s0r)), mix(s0t, n0t));
  out[k++] = mix(mix(48, l(n0l)), mix(s0t, n0t));
  out[k++] = mix(mix(49, w(s0l)), s0t);
  out[k++] = mix(mix(50, w(s0r)), s0t);
  out[k++] = mix(mix(51, w(n0l)), n0t);
  out[k++] = mix(mix(52, l(s0l2)), mix(l(s0l), s0t));
  out[k++] = mix(mix(53, l(s0r2)), mix(l(s0r), s0t));
  out[k++] = mix(mix(54, l(n0l2)), mix(l(n0l), n0t));
  out[k++] = mix(mix(55, t(s1r)), mix(s1t, s0t));
  out[k++] = mix(mix(56, l(s1r)), mix(s1t, s0t));
  out[k++] = mix(mix(57, l(s1l)), mix(s1t, s0t));
  out[k++] = mix(mix(58, l(s1r2)), mix(l(s1r), mix(s1t, s0t)));
  out[k++] = mix(mix(59, mix(s0c, n0c)), mix(s0t, n0t));
  out[k++] = mix(mix(60, mix(s1c, s0c)), mix(s1t, s0t));
  out[k++] = mix(mix(61, w(s0l)), mix(s1w, s0t));
  out[k++] = mix(mix(62, w(s0l)), mix(s1t, s0w));
  out[k++] = mix(mix(63, w(n0l)), mix(s0w, n0t));
  out[k++] = mix(mix(64, l(s0l)), mix(mix(s1t, s0t), n0t));
  out[k++] = mix(mix(65, mix(l(s0r), l(s0l))), mix(s0w, n0t));
  out[k++] = mix(mix(66, mix(s0w, n0w)), mix(n1t, s1t));
}

/** Writes the features of the label of `dependant` under `head` into `out`; indices as in the state, the root is `length`. */
export function labelFeatures(state: ParseState, head: number, dependant: number, out: Int32Array): void {
  const { form, tag, label, length, left1, right1, lefts, rights, coarse } = state;
  const hw = form[head] as number;
  const ht = tag[head] as number;
  const dw = form[dependant] as number;
  const dt = tag[dependant] as number;
  const side = head === length ? 2 : head < dependant ? 1 : 0;
  const distance = head === length ? 0 : Math.min(6, Math.abs(head - dependant));
  const neighbour = (i: number) => (i < 0 || i >= length ? 9999 : (tag[i] as number));
  const l = (i: number) => (i < 0 ? 999 : (label[i] as number));
  const w = (i: number) => (i < 0 ? 7 : (form[i] as number));
  const t = (i: number) => (i < 0 ? 9999 : (tag[i] as number));
  const dl = left1[dependant] as number;
  const dr = right1[dependant] as number;
  const sibling = side === 1 ? (right1[head] as number) : (left1[head] as number);
  const other = side === 1 ? (left1[head] as number) : (right1[head] as number);
  let k = 0;
  out[k++] = mix(mix(101, dw), side);
  out[k++] = mix(mix(102, dt), side);
  out[k++] = mix(mix(103, mix(dw, dt)), side);
  out[k++] = mix(mix(104, mix(hw, ht)), side);
  out[k++] = mix(mix(105, ht), side);
  out[k++] = mix(mix(106, mix(ht, dt)), side);
  out[k++] = mix(mix(107, mix(mix(ht, dt), distance)), side);
  out[k++] = mix(mix(108, mix(hw, dw)), side);
  out[k++] = mix(mix(109, mix(hw, dt)), side);
  out[k++] = mix(mix(110, mix(ht, dw)), side);
  out[k++] = mix(mix(111, mix(mix(ht, dt), neighbour(dependant - 1))), side);
  out[k++] = mix(mix(112, mix(mix(ht, dt), neighbour(dependant + 1))), side);
  out[k++] = mix(mix(113, mix(mix(ht, dt), neighbour(head + 1))), side);
  out[k++] = mix(mix(114, mix(mix(ht, dt), neighbour(head - 1))), side);
  out[k++] = mix(mix(115, l(dl)), mix(dt, side));
  out[k++] = mix(mix(116, l(dr)), mix(dt, side));
  out[k++] = mix(mix(117, w(dl)), mix(dt, mix(ht, side)));
  out[k++] = mix(mix(118, mix(w(dl), dw)), mix(ht, side));
  out[k++] = mix(mix(119, l(sibling)), mix(mix(ht, dt), side));
  out[k++] = mix(mix(120, l(other)), mix(mix(ht, dt), side));
  out[k++] = mix(mix(121, mix(l(dl), l(dr))), mix(mix(ht, dt), side));
  out[k++] = mix(mix(122, mix(lefts[dependant] as number, rights[dependant] as number)), mix(dt, side));
  out[k++] = mix(mix(123, mix(w(dl), hw)), mix(dt, side));
  out[k++] = mix(mix(124, mix(coarse[dependant] as number, coarse[head] as number)), mix(mix(ht, dt), side));
  out[k++] = mix(mix(125, t(dl)), mix(mix(ht, dt), side));
  out[k++] = mix(mix(126, mix(hw, l(sibling))), mix(dt, side));
  out[k++] = mix(mix(127, mix(w(dl), w(dr))), mix(dt, side));
  out[k++] = mix(mix(128, mix(dw, neighbour(dependant + 1))), side);
  out[k++] = mix(mix(129, mix(dw, neighbour(dependant - 1))), side);
  out[k++] = mix(mix(130, mix(mix(lefts[head] as number, rights[head] as number), ht)), mix(dt, side));
}
