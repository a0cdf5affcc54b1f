// A state of the parser and an arc in, the features of its label out: the numbers that each is made of.
import { join } from './hash.ts';
import type { ParseState } from './parse-state.ts';
import type { Features } from './scorer.ts';
import { between, type Template, template } from './template.ts';

export const LABELS: Template = template(
  28,
  1001,
  4,
  // biome-ignore format: a table
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 21, 24, 27, 28, 30, 31, 39, 41, 48, 17, 20, 22, 23, 25, 26, 29, 32, 33, 34, 35, 36, 37, 38, 40, 42, 43, 44, 45, 46, 47, 49, 50, 51],
);
/**
 * Writes the features of the label of `dependant` under `head`; indices as in the state, the root is `length`. Gives the
 * side of the head, for the salt.
 */
export function labelFeatures(
  state: ParseState,
  head: number,
  dependant: number,
  { one, two, three }: Features,
): number {
  const { form, tag, upos, label, length, left1, left2, right1, lefts, rights, coarse, doing, about } = state;
  const { leftLabels, rightLabels, verbs, commas, conjunctions } = state;
  const none = length + 1;
  const hw = form[head] as number;
  const ht = tag[head] as number;
  const dw = form[dependant] as number;
  const dt = tag[dependant] as number;
  const side = head === length ? 2 : head < dependant ? 1 : 0;
  const distance = head === length ? 0 : Math.min(6, Math.abs(head - dependant));
  const before = dependant > 0 ? dependant - 1 : none;
  const behind = dependant + 1 < length ? dependant + 1 : none;
  const dl = left1[dependant] as number;
  const dl2 = left2[dependant] as number;
  const dr = right1[dependant] as number;
  const sibling = side === 1 ? (right1[head] as number) : (left1[head] as number);
  const other = side === 1 ? (left1[head] as number) : (right1[head] as number);
  const hd = doing[head] as number;
  const dd = doing[dependant] as number;
  const hg = (hd + 15) >> 4;
  const dg = (dd + 15) >> 4;
  const u = (upos[head] as number) * 32 + (upos[dependant] as number);
  const hdt = join(ht, dt);
  const dll = label[dl] as number;
  const drl = label[dr] as number;
  const low = Math.min(head, dependant);
  const high = Math.max(head, dependant);
  const gap = between(verbs, low, high) + 4 * between(commas, low, high) + 16 * between(conjunctions, low, high);
  const headLabels = join(leftLabels[head] as number, rightLabels[head] as number);
  const ownLabels = join(leftLabels[dependant] as number, rightLabels[dependant] as number);
  let k = 0;
  one[k] = dw;
  two[k++] = 0;
  one[k] = dt;
  two[k++] = 0;
  one[k] = dw;
  two[k++] = dt;
  one[k] = hw;
  two[k++] = ht;
  one[k] = ht;
  two[k++] = 0;
  one[k] = hdt;
  two[k++] = 0;
  one[k] = hdt;
  two[k++] = distance;
  one[k] = hw;
  two[k++] = dw;
  one[k] = hw;
  two[k++] = dt;
  one[k] = ht;
  two[k++] = dw;
  one[k] = hdt;
  two[k++] = tag[before] as number;
  one[k] = hdt;
  two[k++] = tag[behind] as number;
  one[k] = hdt;
  two[k++] = head + 1 < length ? (tag[head + 1] as number) : 9999;
  one[k] = hdt;
  two[k++] = head > 0 && head < length ? (tag[head - 1] as number) : 9999;
  one[k] = dll;
  two[k++] = dt;
  one[k] = drl;
  two[k++] = dt;
  one[k] = form[dl] as number;
  two[k++] = hdt;
  one[k] = label[sibling] as number;
  two[k++] = hdt;
  one[k] = label[other] as number;
  two[k++] = hdt;
  one[k] = (lefts[dependant] as number) * 8 + (rights[dependant] as number);
  two[k++] = dt;
  one[k] = tag[dl] as number;
  two[k++] = hdt;
  one[k] = dw;
  two[k++] = form[behind] as number;
  one[k] = dw;
  two[k++] = form[before] as number;
  one[k] = dd;
  two[k++] = u;
  one[k] = hd;
  two[k++] = u;
  one[k] = hdt;
  two[k++] = gap;
  one[k] = hdt;
  two[k++] = ownLabels;
  one[k] = form[dl2] as number;
  two[k++] = hdt;
  // the same, of which the first number is joined of two
  one[k] = form[dl] as number;
  three[k] = dw;
  two[k++] = ht;
  one[k] = dll;
  three[k] = drl;
  two[k++] = hdt;
  one[k] = form[dl] as number;
  three[k] = hw;
  two[k++] = dt;
  one[k] = coarse[dependant] as number;
  three[k] = coarse[head] as number;
  two[k++] = hdt;
  one[k] = hw;
  three[k] = label[sibling] as number;
  two[k++] = dt;
  one[k] = form[dl] as number;
  three[k] = form[dr] as number;
  two[k++] = dt;
  one[k] = lefts[head] as number;
  three[k] = rights[head] as number;
  two[k++] = hdt;
  one[k] = hd;
  three[k] = dt;
  two[k++] = dt;
  one[k] = ht;
  three[k] = dd;
  two[k++] = ht;
  one[k] = hg;
  three[k] = dg;
  two[k++] = u;
  one[k] = hd;
  three[k] = dd;
  two[k++] = 0;
  one[k] = hw;
  three[k] = dg;
  two[k++] = dt;
  one[k] = hg;
  three[k] = dw;
  two[k++] = ht;
  one[k] = form[dl] as number;
  three[k] = hg;
  two[k++] = join(dg, u);
  one[k] = dw;
  three[k] = ht;
  two[k++] = gap;
  one[k] = hdt;
  three[k] = rightLabels[head] as number;
  two[k++] = side;
  one[k] = hw;
  three[k] = headLabels;
  two[k++] = dt;
  one[k] = hdt;
  three[k] = ownLabels;
  two[k++] = headLabels;
  one[k] = form[dl] as number;
  three[k] = hdt;
  two[k++] = ownLabels;
  one[k] = ((about[head] as number) + 15) >> 4;
  three[k] = ((about[dependant] as number) + 15) >> 4;
  two[k++] = u;
  one[k] = dg;
  three[k] = form[dl] as number;
  two[k++] = hdt;
  one[k] = label[dl2] as number;
  three[k] = dll;
  two[k++] = hdt;
  one[k] = form[dl2] as number;
  three[k] = form[dl] as number;
  two[k++] = dt;
  one[k] = form[left1[head] as number] as number;
  three[k] = dw;
  two[k++] = hdt;
  return side;
}
