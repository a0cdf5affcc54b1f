// A trained model and the sentences it was trained on in, the contexts in which a tag or label never differed out.
import { enterSentence, tagSentence } from '../src/grammar/analyse.ts';
import { LABEL_CONTEXTS, labelContexts, TAG_CONTEXTS, tagContexts } from '../src/grammar/contexts.ts';
import type { Grammar } from '../src/grammar/load-model.ts';
import type { Sure } from '../src/grammar/model-file.ts';
import { makeState, type ParseState } from '../src/grammar/parse-state.ts';
import { parseSentence } from '../src/grammar/search.ts';
import { attach, begin, finished, headOf, LEFT, legal, RIGHT, SHIFT, shift } from '../src/grammar/transitions.ts';
import type { Corpus } from './corpus.ts';

/** A context is sure when it was seen so often, and one class had so much of it. */
const LEAST = 20;
const SHARE = 0.998;

/** How often each class was chosen in a context. */
class Choices {
  readonly #counts = new Map<number, Map<number, number>>();

  add(contexts: Int32Array, count: number, chosen: number): void {
    for (let i = 0; i < count; i++) {
      const context = contexts[i] as number;
      let classes = this.#counts.get(context);
      if (!classes) {
        classes = new Map();
        this.#counts.set(context, classes);
      }
      classes.set(chosen, (classes.get(chosen) ?? 0) + 1);
    }
  }

  sure(): Map<number, number> {
    const found = new Map<number, number>();
    for (const [context, classes] of this.#counts) {
      let [sum, most, chosen] = [0, 0, 0];
      for (const [one, count] of classes) {
        sum += count;
        if (count > most) [most, chosen] = [count, one];
      }
      if (sum >= LEAST && most >= SHARE * sum) found.set(context, chosen);
    }
    return found;
  }
}

/**
 * Goes through what `model`, which is sure of nothing yet, makes of the corpus. Tags are counted as the treebanks have
 * them; the parser sees `tags`, those of taggers that did not know the sentence, as it will when it reads.
 */
export function sureContexts(
  model: Grammar,
  corpus: Corpus,
  tags: Int32Array,
  upos: Uint8Array,
): Sure<Map<number, number>> {
  const [byTag, byLabel] = [new Choices(), new Choices()];
  const contexts = new Int32Array(Math.max(TAG_CONTEXTS, LABEL_CONTEXTS));
  const own = new Int32Array(corpus.tokens.length);
  const state = makeState(1000);
  for (let sentence = 0; sentence + 1 < corpus.first.length; sentence++) {
    const first = corpus.first[sentence] as number;
    const last = corpus.first[sentence + 1] as number;
    if (last - first > 1000) continue;
    tagSentence(model, corpus.input, first, last, own);
    for (let at = first; at < last; at++) {
      tagContexts(corpus.input, at, first, last, own, contexts);
      byTag.add(contexts, TAG_CONTEXTS, corpus.tag[at] as number);
    }
    enterSentence(state, corpus.input, tags, upos, first, last);
    parseSentence(model, state);
    const [heads, labels] = [state.head.slice(0, last - first), state.label.slice(0, last - first)];
    begin(state, last - first);
    while (!finished(state)) {
      const go = next(state, heads);
      if (go === SHIFT) {
        shift(state);
        continue;
      }
      const dependant = state.stack[state.depth - 1] as number;
      const label = labels[dependant] as number;
      labelContexts(state, headOf(state, go), dependant, contexts);
      byLabel.add(contexts, LABEL_CONTEXTS, label);
      attach(state, headOf(state, go), label);
    }
  }
  return { tags: byTag.sure(), labels: byLabel.sure() };
}

/** The transition that leads to these heads: an arc as soon as the word has all that hangs from it. */
function next(state: ParseState, heads: Int32Array): number {
  const may = legal(state);
  const top = state.stack[state.depth - 1] as number;
  if ((may & (1 << LEFT)) !== 0 && heads[top] === headOf(state, LEFT)) return LEFT;
  if ((may & (1 << RIGHT)) === 0 || heads[top] !== headOf(state, RIGHT)) return SHIFT;
  for (let i = state.front; i < state.length; i++) if (heads[i] === top) return SHIFT;
  return RIGHT;
}
