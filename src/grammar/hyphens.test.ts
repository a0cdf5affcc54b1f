// Participles behind a hyphen, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hangHyphened, hyphenNames } from './hyphens.ts';
import { makeState } from './parse-state.ts';
import { begin } from './transitions.ts';

const TAGS = ['NOUN NNS', 'PROPN NNP', 'PUNCT HYPH', 'VERB VBN', 'VERB VBD', 'ADJ JJ'];
const names = hyphenNames(TAGS, ['root', 'nsubj', 'advcl', 'amod'])!;

/** `TAG>head` a word; gives each word's head, from 1, 0 for the root. */
function hung(words: string): number[] {
  const rows = words.split(' ').map((word) => word.split('>') as [string, string]);
  const state = makeState(rows.length);
  begin(state, rows.length);
  rows.forEach(([tag, head], i) => {
    state.tag[i] = TAGS.findIndex((name) => name.endsWith(` ${tag}`));
    state.head[i] = head === '0' ? rows.length : Number(head) - 1;
  });
  hangHyphened(state, names);
  return Array.from(state.head.subarray(0, rows.length), (head) => (head === rows.length ? 0 : head + 1));
}

describe('a participle behind a hyphen', () => {
  it.each([
    ['hangs on the noun behind it', 'NNP>3 HYPH>1 VBN>5 NNS>5 VBD>0', [3, 1, 4, 5, 0]],
    ['reaches over an adjective', 'NNP>3 HYPH>1 VBN>6 JJ>5 NNS>6 VBD>0', [3, 1, 5, 5, 6, 0]],
    ['gives its place to a noun that hung on it', 'NNP>3 HYPH>1 VBN>0 NNS>3', [3, 1, 4, 0]],
    ['hangs on the last of a row of nouns', 'NNP>3 HYPH>1 VBN>6 NNP>5 NNS>6 VBD>0', [3, 1, 5, 5, 6, 0]],
    ['stays where there is no noun behind', 'NNS>3 HYPH>1 VBN>4 VBD>0', [3, 1, 4, 0]],
    ['stays without a hyphen', 'NNP>2 VBN>4 NNS>4 VBD>0', [2, 4, 4, 0]],
  ])('%s', (_, words, wanted) => expect(hung(words)).toEqual(wanted));

  it('is no matter of treebanks that do not cut at hyphens', () =>
    expect(hyphenNames(['NOUN NN'], ['root', 'amod'])).toBeNull());
});
