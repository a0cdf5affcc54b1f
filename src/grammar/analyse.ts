// A model and the hashes of a text's words in, tags, heads and labels out: the two hot loops.
import { TAG_CONTEXTS, tagContexts } from './contexts.ts';
import { hashWord } from './hash.ts';
import type { Grammar } from './load-model.ts';
import type { ParseState } from './parse-state.ts';
import { UPOS } from './parsed.ts';
import { sureClass } from './sure-table.ts';
import { TAG_FEATURES, TAG_SINGLES, type TagInput, tagFeatures } from './tag-features.ts';
import { begin } from './transitions.ts';

const contexts = new Int32Array(TAG_CONTEXTS);

/** Tags the words `first..last` of a sentence into `tags`. */
export function tagSentence(
  { scorer, sure }: Pick<Grammar, 'scorer' | 'sure'>,
  input: TagInput,
  first: number,
  last: number,
  tags: Int32Array,
): void {
  for (let at = first; at < last; at++) {
    tagContexts(input, at, first, last, tags, contexts);
    const known = sureClass(sure.tags, contexts, TAG_CONTEXTS);
    if (known >= 0) {
      tags[at] = known;
      continue;
    }
    tagFeatures(input, at, first, last, tags, scorer);
    scorer.mixAll(TAG_SINGLES, TAG_FEATURES);
    tags[at] = scorer.sumRows(scorer.tagger, TAG_FEATURES);
  }
}

const VERB = UPOS.indexOf('VERB');
const CONJUNCTION = UPOS.indexOf('CCONJ');
const COMMA = hashWord(',');
const QUOTES = ['"', '“', '”', "''", '``', '«', '»', '„'].map(hashWord);

/**
 * Puts a sentence's words into a state: see ParseState. The root stands behind the last word. `upos` gives the index
 * into UPOS of each tag.
 */
export function enterSentence(
  state: ParseState,
  input: TagInput,
  tags: Int32Array,
  upos: Uint8Array,
  first: number,
  last: number,
): void {
  const length = last - first;
  let [verbs, commas, conjunctions, quotes] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const form = input.form[first + i] as number;
    const tag = tags[first + i] as number;
    const coarser = upos[tag] as number;
    state.form[i] = form;
    state.tag[i] = tag;
    state.upos[i] = coarser;
    state.coarse[i] = (input.lexical[first + i] as number) || (input.suffix3[first + i] as number);
    state.doing[i] = input.doing[first + i] as number;
    state.about[i] = input.about[first + i] as number;
    state.verbs[i] = verbs;
    state.commas[i] = commas;
    state.conjunctions[i] = conjunctions;
    state.quotes[i] = quotes;
    if (coarser === VERB) verbs++;
    else if (coarser === CONJUNCTION) conjunctions++;
    else if (form === COMMA) commas++;
    else if (QUOTES.includes(form)) quotes++;
  }
  for (let i = length; i < length + 2; i++) {
    state.form[i] = i === length ? 3 : 7;
    state.tag[i] = i === length ? 300 : 301;
    state.upos[i] = i === length ? 30 : 31;
    state.coarse[i] = 3;
    state.doing[i] = 0;
    state.about[i] = 0;
    state.verbs[i] = verbs;
    state.commas[i] = commas;
    state.conjunctions[i] = conjunctions;
    state.quotes[i] = quotes;
  }
  begin(state, length);
}
