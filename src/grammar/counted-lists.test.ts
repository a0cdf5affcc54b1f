// Two that are counted and what befell both, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { countedNames, hangCounted } from './counted-lists.ts';

const TAGS = ['NOUN NNS', 'NUM CD', 'VERB VBN', 'PUNCT ,', 'DET DT'];
const RELATIONS = 'root nummod appos conj acl punct det'.split(' ');
const names = countedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangCounted(state, names));

describe('what befell two that are counted', () => {
  it('befell both', () =>
    expect(hung('3/CD:nummod>2 guards/NNS:root>0 ,/,:punct>5 6/CD:nummod>5 rebels/NNS:appos>2 killed/VBN:acl>5')).toBe(
      '3:nummod>2 guards:root>0 ,:punct>5 6:nummod>5 rebels:conj>2 killed:acl>2',
    ));
  it('is left where one has no number', () =>
    expect(
      hung('3/CD:nummod>2 guards/NNS:root>0 ,/,:punct>5 the/DT:det>5 brothers/NNS:appos>2 killed/VBN:acl>5'),
    ).toContain('brothers:appos>2'));
  it('is no matter of treebanks without numbers', () => expect(countedNames(TAGS, ['root', 'conj'])).toBeNull());
});
