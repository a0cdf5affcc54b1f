// The arc-hybrid system: what a parser may do in a state, and what becomes of the state.
import type { ParseState } from './parse-state.ts';

export const SHIFT = 0;
/** The buffer's first word becomes the head of the stack's top. */
export const LEFT = 1;
/** The word below the stack's top becomes its head. */
export const RIGHT = 2;

/** Clears a state for a sentence of `length` words, whose forms and tags the caller has written. */
export function begin(state: ParseState, length: number): void {
  state.length = length;
  state.depth = 0;
  state.front = 0;
  const none = length + 1;
  const end = length + 2;
  state.head.fill(-1, 0, end);
  state.label.fill(0, 0, end);
  state.label[none] = 63;
  state.left1.fill(none, 0, end);
  state.left2.fill(none, 0, end);
  state.right1.fill(none, 0, end);
  state.right2.fill(none, 0, end);
  state.lefts.fill(0, 0, end);
  state.rights.fill(0, 0, end);
  state.leftLabels.fill(0, 0, end);
  state.rightLabels.fill(0, 0, end);
}

/** Bits of what may be done: 1 shift, 2 left, 4 right. Only one word may hang from the root, which stands at `length`. */
export function legal({ depth, front, length }: ParseState): number {
  const atRoot = front === length;
  return (atRoot ? 0 : 1) | (depth > 0 && (!atRoot || depth === 1) ? 2 : 0) | (depth > 1 ? 4 : 0);
}

export const finished = ({ depth, front, length }: ParseState): boolean => front === length && depth === 0;

export function shift(state: ParseState): void {
  state.stack[state.depth++] = state.front++;
}

/** Gives the stack's top its head and label, and takes it off. */
export function attach(state: ParseState, head: number, label: number): void {
  const dependant = state.stack[--state.depth] as number;
  state.head[dependant] = head;
  state.label[dependant] = label;
  if (dependant < head) {
    state.left2[head] = state.left1[head] as number;
    state.left1[head] = dependant;
    if ((state.lefts[head] as number) < 5) state.lefts[head] = (state.lefts[head] as number) + 1;
    state.leftLabels[head] = (state.leftLabels[head] as number) | (1 << (label & 31));
  } else {
    state.right2[head] = state.right1[head] as number;
    state.right1[head] = dependant;
    if ((state.rights[head] as number) < 5) state.rights[head] = (state.rights[head] as number) + 1;
    state.rightLabels[head] = (state.rightLabels[head] as number) | (1 << (label & 31));
  }
}

/** The head that LEFT or RIGHT would give to the stack's top. */
export function headOf(state: ParseState, transition: number): number {
  return transition === LEFT ? state.front : (state.stack[state.depth - 2] as number);
}
