// A parsed sentence in, its punctuation hung where Universal Dependencies want it: on the phrase that it bounds.
import type { ParseState } from './parse-state.ts';

const ROUND = 1;
const SQUARE = 2;
const DOUBLE = 3;
const SINGLE = 4;
const OPENS = 1;
const CLOSES = 2;
const EITHER = 3;
/** Kind and role by character; what is not here bounds no pair. */
const ROLES: Readonly<Record<number, readonly [number, number]>> = {
  40: [ROUND, OPENS], // (
  41: [ROUND, CLOSES],
  91: [SQUARE, OPENS], // [
  93: [SQUARE, CLOSES],
  34: [DOUBLE, EITHER], // "
  8220: [DOUBLE, OPENS],
  8221: [DOUBLE, CLOSES],
  171: [DOUBLE, OPENS],
  187: [DOUBLE, CLOSES],
  39: [SINGLE, EITHER],
  8216: [SINGLE, OPENS],
  8217: [SINGLE, EITHER],
};

let low = new Int32Array(64);
let high = new Int32Array(64);
let order = new Int32Array(64);
let waiting = new Int32Array(64);
let mate = new Int32Array(64);
let open = new Int32Array(64);

function room(length: number): void {
  if (length <= low.length) return;
  [low, high, order, waiting, mate, open] = Array.from({ length: 6 }, () => new Int32Array(2 * length)) as [
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
  ];
}

/**
 * Gives each punctuation mark of a parsed sentence its head anew: marks of a pair hang on the highest word between them;
 * others on the highest phrase that ends before or begins behind them and whose own head lies beyond; the last one on
 * the root. `punct` and `label` are the numbers of the part of speech and of the relation; `character` gives the first
 * character of a one-character token of the sentence, else 0. A sentence whose root is punctuation stays as it is.
 * Linear in the length.
 */
export function hangPunctuation(
  state: ParseState,
  punct: number,
  label: number,
  character: (index: number) => number,
): void {
  const { head, upos, length } = state;
  let root = -1;
  let marks = 0;
  for (let i = 0; i < length; i++) {
    if (head[i] === length) root = i;
    if (upos[i] === punct) marks++;
  }
  if (marks === 0 || root < 0 || upos[root] === punct) return;
  room(length);
  // words never hang on punctuation: up to the next word
  for (let i = 0; i < length; i++) {
    if (upos[i] === punct) continue;
    let up = head[i] as number;
    while (up < length && upos[up] === punct) {
      const next = head[up] as number;
      if (next < length && upos[next] === punct) head[up] = head[next] as number;
      up = next;
    }
    head[i] = up;
  }
  edges(state, punct);
  pairs(state, punct, character);
  let behind = length;
  for (let i = length - 1; i >= 0; i--) {
    waiting[i] = behind;
    if (upos[i] !== punct) behind = i;
  }
  let before = -1;
  for (let i = 0; i < length; i++) {
    if (upos[i] !== punct) {
      before = i;
      continue;
    }
    const other = mate[i] as number;
    let to = other < 0 ? -1 : topBetween(state, punct, Math.min(i, other), Math.max(i, other));
    if (to < 0) to = before < 0 || waiting[i] === length ? root : neighbour(state, i, before, waiting[i] as number);
    head[i] = to;
    state.label[i] = label;
  }
}

/** First and last word of each word's phrase, punctuation left out. */
function edges({ head, upos, length }: ParseState, punct: number): void {
  waiting.fill(0, 0, length);
  for (let i = 0; i < length; i++) {
    low[i] = i;
    high[i] = i;
    if (upos[i] !== punct && head[i] !== length)
      waiting[head[i] as number] = (waiting[head[i] as number] as number) + 1;
  }
  let count = 0;
  for (let i = 0; i < length; i++) if (upos[i] !== punct && waiting[i] === 0) order[count++] = i;
  for (let k = 0; k < count; k++) {
    const i = order[k] as number;
    const up = head[i] as number;
    if (up === length) continue;
    low[up] = Math.min(low[up] as number, low[i] as number);
    high[up] = Math.max(high[up] as number, high[i] as number);
    waiting[up] = (waiting[up] as number) - 1;
    if (waiting[up] === 0) order[count++] = up;
  }
}

/** Finds what opens and closes together; `mate` is -1 for a mark without one. */
function pairs({ upos, length }: ParseState, punct: number, character: (index: number) => number): void {
  let depth = 0;
  for (let i = 0; i < length; i++) {
    mate[i] = -1;
    if (upos[i] !== punct) continue;
    const [kind, role] = ROLES[character(i)] ?? [0, 0];
    if (role === 0) continue;
    let at = -1;
    if (role !== OPENS) {
      // an opener is looked for among the last few, so that unclosed ones cost nothing
      for (let d = depth - 1; d >= 0 && d >= depth - 4 && at < 0; d--)
        if (ROLES[character(open[d] as number)]?.[0] === kind) at = d;
    }
    if (at >= 0) {
      mate[i] = open[at] as number;
      mate[open[at] as number] = i;
      depth = at;
    } else if (role !== CLOSES) open[depth++] = i;
  }
}

/** The first word between two marks whose head lies outside; -1 for none. */
function topBetween({ head, upos }: ParseState, punct: number, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    if (upos[i] === punct) continue;
    // on to the highest word of this phrase that still lies between
    let at = i;
    for (let steps = 0; steps < 64 && (head[at] as number) > from && (head[at] as number) < to; steps++)
      at = head[at] as number;
    return at;
  }
  return -1;
}

/** The phrase between two words that a mark between them bounds. */
function neighbour({ head, length }: ParseState, at: number, before: number, behind: number): number {
  let left = before;
  for (let up = head[left] as number; up < length && high[up] === before; up = head[left] as number) left = up;
  let right = behind;
  for (let up = head[right] as number; up < length && low[up] === behind; up = head[right] as number) right = up;
  const leftHead = head[left] as number;
  if (leftHead !== length && leftHead > at && high[left] === before) return left;
  return (head[right] as number) < at && low[right] === behind ? right : left;
}
