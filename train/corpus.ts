// Treebanks in, one corpus in flat arrays out: words with their hashes, tags, heads and labels.

import type { TagInput } from '../src/grammar/tag-features.ts';
import { wordHashes } from '../src/grammar/word-hashes.ts';
import type { Pieces } from '../src/text/text.ts';

export interface Corpus {
  readonly text: string;
  readonly tokens: Pieces;
  /** First token of each sentence; one more at the end. */
  readonly first: readonly number[];
  readonly input: TagInput;
  /** `UPOS XPOS` of each token as an index into the inventory's tags. */
  readonly tag: Int32Array;
  /** Head within the sentence; the sentence's length for the root. */
  readonly head: Int32Array;
  readonly label: Int32Array;
  readonly lemmas: readonly string[];
}

/** Names by number, grown while the training data is read. */
export class Inventory {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();
  id(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.#ids.set(name, id);
    }
    return id;
  }
  find(name: string): number {
    return this.#ids.get(name) ?? -1;
  }
}

/** Reads CoNLL-U; `grow` adds unknown tags and labels, else they are -1 (and count as never right). */
export function readCorpus(
  conllu: string,
  tags: Inventory,
  labels: Inventory,
  grow: boolean,
  lexicon: (hash: number) => number,
): Corpus {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const tag: number[] = [];
  const head: number[] = [];
  const label: number[] = [];
  const lemmas: string[] = [];
  const first: number[] = [];
  let at = 0;
  for (const block of conllu.split(/\n\n+/)) {
    const rows = block
      .split('\n')
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    first.push(starts.length);
    for (const [, form = '', lemma = '', upos = '', xpos = '', , parent = '0', relation = 'dep'] of rows) {
      parts.push(form, ' ');
      starts.push(at);
      at += form.length;
      ends.push(at);
      at++;
      const name = `${upos} ${xpos}`;
      tag.push(grow ? tags.id(name) : tags.find(name));
      head.push(parent === '0' ? rows.length : Number(parent) - 1);
      label.push(grow ? labels.id(relation) : labels.find(relation));
      lemmas.push(lemma);
    }
  }
  first.push(starts.length);
  const text = parts.join('');
  const tokens: Pieces = { length: starts.length, start: Int32Array.from(starts), end: Int32Array.from(ends) };
  return {
    text,
    tokens,
    first,
    input: wordHashes(text, tokens, lexicon),
    tag: Int32Array.from(tag),
    head: Int32Array.from(head),
    label: Int32Array.from(label),
    lemmas,
  };
}
