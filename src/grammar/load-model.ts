// The shipped model files in, a grammar ready to read out; loaded once, on first asking.
import { readFileSync } from 'node:fs';
import { decodeModel, type ModelFile } from './model-file.ts';
import { makeScorer, type Scorer } from './scorer.ts';
import { decodeWordList } from './word-list.ts';

export interface Grammar extends Pick<ModelFile, 'names' | 'sure'> {
  readonly scorer: Scorer;
  /** Bits of what a form can be, by its hash. */
  readonly lexicon: (hash: number) => number;
  /** All that the word list knows of a form, bits and classes (CLASSED in word-list.ts), by its hash. */
  readonly known: (hash: number) => number;
  /** Lemmas that the rules do not give: by tag, then by form in lower case. */
  readonly lemmas: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let kept: Grammar | null = null;

/** The English grammar of the package. Throws when its files are not there: then the package is not whole. */
export function loadModel(): Grammar {
  kept ??= makeGrammar(
    readFileSync(new URL('../../model/grammar.bin', import.meta.url)),
    readFileSync(new URL('../../model/words.bin', import.meta.url)),
  );
  return kept;
}

/** A grammar from the bytes of a model file and of a word list (null where a language has none). Throws RangeError. */
export function makeGrammar(model: Uint8Array, words: Uint8Array | null): Grammar {
  const file = decodeModel(model);
  const lemmas = new Map<string, Map<string, string>>();
  for (const line of file.names.lemmas) {
    // `form/TAG lemma`
    const end = line.lastIndexOf(' ');
    const cut = line.lastIndexOf('/', end);
    const tag = line.slice(cut + 1, end);
    let ofTag = lemmas.get(tag);
    if (!ofTag) {
      ofTag = new Map();
      lemmas.set(tag, ofTag);
    }
    ofTag.set(line.slice(0, cut), line.slice(end + 1));
  }
  const known = words ? decodeWordList(words) : () => 0;
  return {
    names: file.names,
    sure: file.sure,
    scorer: makeScorer(file),
    lexicon: (hash) => known(hash) & 255,
    known,
    lemmas,
  };
}
