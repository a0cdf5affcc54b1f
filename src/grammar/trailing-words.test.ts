// Gerunds of speech behind a told clause, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangTrailing, trailingNames } from './trailing-words.ts';

const TAGS = ['NOUN NNS', 'PROPN NNP', 'VERB VBD', 'VERB VB', 'VERB VBG', 'AUX MD', 'PUNCT ,'];
const RELATIONS = 'root nsubj obj ccomp advcl aux punct'.split(' ');
const names = trailingNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangTrailing(state, names));

describe('a gerund of speech behind a comma', () => {
  it('belongs to who says what is to come', () =>
    expect(
      hung(
        'Holt/NNP:nsubj>2 said/VBD:root>0 talks/NNS:nsubj>5 would/MD:aux>5 resume/VB:ccomp>2 ,/,:punct>7 urging/VBG:advcl>5 calm/NNS:obj>7',
      ),
    ).toContain('urging:advcl>2'));
  it('stays with what was done', () =>
    expect(
      hung(
        'Holt/NNP:nsubj>2 said/VBD:root>0 Kern/NNP:nsubj>4 resigned/VBD:ccomp>2 ,/,:punct>6 blaming/VBG:advcl>4 aides/NNS:obj>6',
      ),
    ).toContain('blaming:advcl>4'));
  it('is no deed', () =>
    expect(
      hung(
        'Holt/NNP:nsubj>2 said/VBD:root>0 talks/NNS:nsubj>5 would/MD:aux>5 resume/VB:ccomp>2 ,/,:punct>7 ending/VBG:advcl>5 doubts/NNS:obj>7',
      ),
    ).toContain('ending:advcl>5'));
  it('is no matter of treebanks without clauses that are told', () =>
    expect(trailingNames(TAGS, ['root', 'advcl'])).toBeNull());
});
