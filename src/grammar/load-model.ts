// The shipped model files in, a grammar ready to read out; loaded once, on first asking.

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { fill } from '../lexicon/lazy-file.ts';
import { BASE } from './irregular.ts';
import { decodeModel, type ModelFile } from './model-file.ts';
import { makeScorer, type Scorer } from './scorer.ts';
import { readTables } from './tables-file.ts';
import { makeTreeReader, type TreeReader, treeReaderOf } from './tree-reader.ts';
import { decodeWordList, knownIn } from './word-list.ts';

export interface Grammar extends Pick<ModelFile, 'names' | 'sure'> {
  readonly scorer: Scorer;
  /** Reads trees in place of the parser of the model file; null where a language has none. */
  readonly trees: TreeReader | null;
  /** Bits of what a form can be, by its hash. */
  readonly lexicon: (hash: number) => number;
  /** All that the word list knows of a form, bits and classes (CLASSED in word-list.ts), by its hash. */
  readonly known: (hash: number) => number;
  /** Lemmas that the rules do not give: by tag, then by form in lower case. */
  readonly lemmas: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let kept: Grammar | null = null;

/** The network that reads English trees. */
const TREES = new URL('../../model/parser.bin', import.meta.url);

/** What the build makes of the model files; where nothing was built, it is not there. */
const BUILT = new URL('english.tables', import.meta.url);

/** The English grammar of the package. Throws when its files are not there: then the package is not whole. */
export function loadModel(): Grammar {
  kept ??= readGrammar(BUILT) ?? makeGrammar(...modelFiles());
  return kept;
}

/** What the package was built from: the model, the word list, the network that reads trees. */
export const modelFiles = (): [model: Uint8Array, words: Uint8Array, trees: Uint8Array] => [
  readFileSync(new URL('../../model/grammar.bin', import.meta.url)),
  readFileSync(new URL('../../model/words.bin', import.meta.url)),
  readFileSync(TREES),
];

/** A grammar whose tables were made before (see tables-file.ts); null where there is no such file. Throws RangeError. */
export function readGrammar(file: URL): Grammar | null {
  const tables = readTables(file);
  return tables && grammarOf(tables, tables.scorer, knownIn(tables.words), shippedTrees);
}

/**
 * A grammar from the bytes of a model file, of a word list and of a network that reads trees (null where a language has
 * none). Throws RangeError.
 */
export function makeGrammar(model: Uint8Array, words: Uint8Array | null, trees: Uint8Array | null = null): Grammar {
  const file = decodeModel(model);
  return grammarOf(
    file,
    makeScorer(file),
    words ? decodeWordList(words) : () => 0,
    trees && ((tags, relations) => makeTreeReader(trees, tags, relations)),
  );
}

/** The network of the package, read to where it is used: a copy would take as long as all the rest of a short sentence. */
function shippedTrees(tags: number, relations: number): TreeReader {
  const descriptor = openSync(TREES, 'r');
  try {
    const { size } = fstatSync(descriptor);
    return treeReaderOf(size, (memory) => fill(memory, descriptor, null, TREES), tags, relations);
  } finally {
    closeSync(descriptor);
  }
}

const PAST: ReadonlySet<string> = new Set(['VBD', 'VBN']);

function grammarOf(
  { names, sure }: Pick<ModelFile, 'names' | 'sure'>,
  scorer: Scorer,
  known: (hash: number) => number,
  trees: ((tags: number, relations: number) => TreeReader) | null,
): Grammar {
  const lemmas = new Map<string, Map<string, string>>();
  for (const line of names.lemmas) {
    // `form/TAG lemma`
    const end = line.lastIndexOf(' ');
    const cut = line.lastIndexOf('/', end);
    const tag = line.slice(cut + 1, end);
    // a slip of a treebank (“fled” of “flead”) against the table of irregular verbs
    if (PAST.has(tag) && BASE.has(line.slice(0, cut))) continue;
    let ofTag = lemmas.get(tag);
    if (!ofTag) {
      ofTag = new Map();
      lemmas.set(tag, ofTag);
    }
    ofTag.set(line.slice(0, cut), line.slice(end + 1));
  }
  const reader = trees?.(names.tags.length, names.relations.length) ?? null;
  return { names, sure, scorer, trees: reader, lexicon: (hash) => known(hash) & 255, known, lemmas };
}
