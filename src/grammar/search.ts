// A sentence in a state in, its best found parse out: the greedy way first, then other ways where that was in doubt.
import { ARCS, arcFeatures } from './arc-features.ts';
import { LABEL_CONTEXTS, labelContexts } from './contexts.ts';
import { join } from './hash.ts';
import { LABELS, labelFeatures } from './label-features.ts';
import type { Grammar } from './load-model.ts';
import type { ParseState } from './parse-state.ts';
import { sureClass } from './sure-table.ts';
import { sideSalt } from './template.ts';
import { attach, begin, headOf, LEFT, legal, RIGHT, SHIFT, shift } from './transitions.ts';

/** What the search may spend. */
export const LIMITS = {
  /** How many natural logarithms of odds the parser's usual lead is worth. */
  sharp: 3,
  /** Steps that led by less, in the same measure, are in doubt. */
  doubt: 0.5,
  /** Most steps of a sentence that are taken otherwise. */
  tries: 4,
  /** Most steps in all other ways together, as a share of the sentence's own. */
  extra: 1,
  /** Another way that has fallen so far behind, in the same measure, is given up: of a hundred that win, one was there. */
  behind: -1,
};

/** What of a model the search asks. */
export type Chooser = Pick<Grammar, 'scorer'> & { readonly sure: Pick<Grammar['sure'], 'labels'> };

/** One way through a sentence, by step. */
interface Way {
  readonly done: Uint8Array;
  readonly label: Uint8Array;
  /** Minus the logarithm of the step's probability. */
  readonly loss: Float64Array;
  /** Lead over the next best transition; Infinity where there was none, or it was tried. */
  readonly lead: Float64Array;
  readonly second: Int8Array;
  /** Tells what the stack holds after the step. */
  readonly stack: Int32Array;
}

const makeWay = (steps: number): Way => ({
  done: new Uint8Array(steps),
  label: new Uint8Array(steps),
  loss: new Float64Array(steps),
  lead: new Float64Array(steps),
  second: new Int8Array(steps),
  stack: new Int32Array(steps),
});

const contexts = new Int32Array(LABEL_CONTEXTS);
let main = makeWay(256);
let other = makeWay(256);
/** A number for the words of the stack up to each depth. */
let told = new Int32Array(256);
/** Natural logarithms of odds for one of the scores. */
let scale = 1;

/** Makes sure that a way of so many steps has room. */
function room(steps: number): void {
  if (steps > main.done.length) {
    main = makeWay(2 * steps);
    other = makeWay(2 * steps);
    told = new Int32Array(2 * steps);
  }
  told[0] = 1;
}

/** Takes one step and writes it to `way`; `force` is a transition to take, -1 for the best. */
function step({ scorer, sure }: Chooser, state: ParseState, way: Way, at: number, force: number): void {
  const may = legal(state);
  let go = may === 1 ? SHIFT : may === 2 ? LEFT : may === 4 ? RIGHT : -1;
  let second = -1;
  way.loss[at] = 0;
  way.lead[at] = Number.POSITIVE_INFINITY;
  if (go < 0) {
    const { scores: arcScores } = scorer;
    arcFeatures(state, scorer);
    scorer.joinAll(scorer.arcSalts, 0, ARCS.plain, ARCS.count);
    scorer.sumPairs(scorer.arcs, ARCS.count);
    for (let one = SHIFT; one <= RIGHT; one++) {
      if ((may & (1 << one)) === 0) continue;
      if (go < 0 || (arcScores[one] as number) > (arcScores[go] as number)) {
        second = go;
        go = one;
      } else if (second < 0 || (arcScores[one] as number) > (arcScores[second] as number)) second = one;
    }
    const top = arcScores[go] as number;
    const lead = (top - (arcScores[second] as number)) * scale;
    if (force >= 0) go = force;
    else way.lead[at] = lead;
    if (lead < 12) {
      let sum = 0;
      for (let one = SHIFT; one <= RIGHT; one++)
        if ((may & (1 << one)) !== 0) sum += Math.exp(((arcScores[one] as number) - top) * scale);
      way.loss[at] = Math.log(sum);
    }
    way.loss[at] = (way.loss[at] as number) + (top - (arcScores[go] as number)) * scale;
  }
  way.second[at] = second;
  way.done[at] = go;
  let label = 0;
  if (go !== SHIFT) {
    const head = headOf(state, go);
    const dependant = state.stack[state.depth - 1] as number;
    labelContexts(state, head, dependant, contexts);
    label = sureClass(sure.labels, contexts, LABEL_CONTEXTS);
    if (label < 0) {
      const side = labelFeatures(state, head, dependant, scorer);
      scorer.joinAll(scorer.labelSalts, sideSalt(side), LABELS.plain, LABELS.count);
      label = scorer.sumRows(scorer.labels, LABELS.count);
    }
  }
  way.label[at] = label;
  follow(state, go, label);
  way.stack[at] = told[state.depth] as number;
}

/** Takes a step that is known already. */
function follow(state: ParseState, go: number, label: number): void {
  if (go === SHIFT) {
    shift(state);
    told[state.depth] = join(told[state.depth - 1] as number, state.front);
  } else attach(state, headOf(state, go), label);
}

/** Brings the state to where the main way stands before step `to`. */
function replay(state: ParseState, to: number): void {
  begin(state, state.length);
  for (let at = 0; at < to; at++) follow(state, main.done[at] as number, main.label[at] as number);
}

/**
 * Parses the sentence that was put into `state`: afterwards each word has its head (the length for the root) and label.
 *
 * The greedy way is taken first. Then, where it was in doubt, the next best transition is taken instead and followed
 * until the stack is as it was on the way before; the steps in between stay if they were the likelier ones. Linear in the length: both the tries and their steps are bounded.
 */
export function parseSentence(
  model: Chooser & { readonly names: Pick<Grammar['names'], 'lead'> },
  state: ParseState,
): void {
  const steps = 2 * state.length;
  room(steps);
  scale = LIMITS.sharp / model.names.lead;
  let doubts = 0;
  for (let at = 0; at < steps; at++) {
    step(model, state, main, at, -1);
    if ((main.lead[at] as number) < LIMITS.doubt) doubts++;
  }
  if (doubts === 0) return;
  let extra = LIMITS.extra * steps;
  for (let tries = 0; tries < LIMITS.tries && extra > 0; tries++) {
    let from = 0;
    for (let at = 1; at < steps; at++) if ((main.lead[at] as number) < (main.lead[from] as number)) from = at;
    if (!((main.lead[from] as number) < LIMITS.doubt)) break;
    replay(state, from);
    step(model, state, other, from, main.second[from] as number);
    main.lead[from] = Number.POSITIVE_INFINITY;
    let gain = (main.loss[from] as number) - (other.loss[from] as number);
    // the other way can gain no more than the main one still loses: where that is too little it is given up
    let rest = 0;
    for (let at = from + 1; at < steps; at++) rest += main.loss[at] as number;
    let at = from + 1;
    while (at < steps && gain + rest > 0 && gain > LIMITS.behind && other.stack[at - 1] !== main.stack[at - 1]) {
      step(model, state, other, at, -1);
      gain += (main.loss[at] as number) - (other.loss[at] as number);
      rest -= main.loss[at] as number;
      at++;
    }
    extra -= at - from;
    if (gain > 0) take(from, at);
  }
  replay(state, steps);
}

/** Puts the steps `from..to` of the other way in place of the main one's. */
function take(from: number, to: number): void {
  for (let at = from; at < to; at++) {
    main.done[at] = other.done[at] as number;
    main.label[at] = other.label[at] as number;
    main.loss[at] = other.loss[at] as number;
    main.lead[at] = other.lead[at] as number;
    main.second[at] = other.second[at] as number;
    main.stack[at] = other.stack[at] as number;
  }
}

/** The sum of the leads of the steps that the parser takes on a sentence, and how many there are: for training. */
export function leads(model: Chooser, state: ParseState): { sum: number; steps: number } {
  room(2 * state.length);
  scale = 1;
  let [sum, steps] = [0, 0];
  for (let at = 0; at < 2 * state.length; at++) {
    step(model, state, main, at, -1);
    if (main.lead[at] === Number.POSITIVE_INFINITY) continue;
    sum += main.lead[at] as number;
    steps++;
  }
  return { sum, steps };
}
