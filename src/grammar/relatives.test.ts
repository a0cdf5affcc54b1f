// Relative clauses behind a comma, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { makeState } from './parse-state.ts';
import { hangRelatives, relativeNames } from './relatives.ts';
import { begin } from './transitions.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'PRON WP', 'PRON WDT', 'PUNCT ,'];
const RELATIONS = 'root nsubj obj parataxis conj advcl ccomp flat nmod punct acl:relcl'.split(' ');
const names = relativeNames(TAGS, RELATIONS)!;

/** `TAG:relation>head` a word; gives the relation and head of the word that is numbered, from 1. */
function hung(words: string, asked: number): string {
  const rows = words.split(' ').map((word) => /^(.+):(\S+)>(\d+)$/.exec(word)!.slice(1) as [string, string, string]);
  const state = makeState(rows.length);
  begin(state, rows.length);
  rows.forEach(([tag, relation, head], i) => {
    state.tag[i] = TAGS.findIndex((name) => name.endsWith(` ${tag}`));
    state.label[i] = RELATIONS.indexOf(relation);
    state.head[i] = head === '0' ? rows.length : Number(head) - 1;
  });
  hangRelatives(state, names);
  const head = state.head[asked - 1] as number;
  return `${RELATIONS[state.label[asked - 1] as number]}>${head === rows.length ? 0 : head + 1}`;
}

describe('a clause of “who” or “which” behind a comma', () => {
  it.each([
    ['hangs on the noun before it', 'VBD:root>0 NN:obj>1 ,:punct>5 WP:nsubj>5 VBD:parataxis>1', 'acl:relcl>2'],
    ['hangs on the first word of a name', 'VBD:root>0 NNP:obj>1 NNP:flat>2 WP:nsubj>5 VBD:conj>1', 'conj>1'],
    ['stays where it answers what is asked', 'VBD:root>0 NN:obj>1 ,:punct>5 WP:nsubj>5 VBD:ccomp>1', 'ccomp>1'],
    ['stays behind a verb', 'NN:nsubj>2 VBD:root>0 ,:punct>5 WP:nsubj>5 VBD:parataxis>2', 'parataxis>2'],
    ['is no “said” behind what is said', 'NN:nsubj>2 VBD:ccomp>6 NN:obj>2 ,:punct>2 WP:nsubj>6 VBD:root>0', 'nsubj>6'],
    ['makes no ring of words', 'VBD:root>0 NN:nsubj>5 ,:punct>5 WP:obj>5 VBD:parataxis>1', 'parataxis>1'],
  ])('%s', (_, words, wanted) => expect(hung(words, 5)).toBe(wanted));

  it('hangs on what leads a phrase of common nouns, and on a name in it', () => {
    const clause = ',:punct>6 WDT:nsubj>6 VBD:conj>1';
    expect(hung(`VBD:root>0 NN:obj>1 NN:nmod>2 ${clause}`, 6)).toBe('acl:relcl>2');
    expect(hung(`VBD:root>0 NN:obj>1 NNP:nmod>2 ${clause}`, 6)).toBe('acl:relcl>3');
  });

  it('leaves the sentence to the clause before it', () => {
    const words = 'NN:nsubj>2 VBD:ccomp>6 NN:obj>2 ,:punct>2 WP:nsubj>6 VBD:root>0';
    expect([hung(words, 2), hung(words, 6)]).toEqual(['root>0', 'acl:relcl>3']);
  });

  it('is no matter of treebanks without relative clauses', () =>
    expect(relativeNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
