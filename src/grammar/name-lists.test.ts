// Lists of names, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangLists, listNames } from './name-lists.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'PUNCT ,', 'CCONJ CC', 'ADP IN'];
const RELATIONS = 'root nsubj nmod conj appos cc punct case'.split(' ');
const names = listNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangLists(state, names));

describe('a list of names', () => {
  it('goes on to its “and”', () =>
    expect(
      hung(
        'offers/NN:root>0 by/IN:case>3 Kestria/NNP:nmod>1 ,/,:punct>5 Dorvania/NNP:conj>3 ,/,:punct>7 Orlova/NNP:appos>1 and/CC:cc>9 Velmar/NNP:conj>7',
      ),
    ).toContain('Orlova:conj>3 and:cc>9 Velmar:conj>3'));
  it('has ended where “and” came before', () => {
    const words =
      'offers/NN:root>0 by/IN:case>3 Kestria/NNP:nmod>1 and/CC:cc>5 Dorvania/NNP:conj>3 ,/,:punct>7 Orlova/NNP:appos>5 and/CC:cc>9 Velmar/NNP:conj>7';
    expect(hung(words)).toContain('Orlova:appos>5');
  });
  it('is none where a name only says who is meant', () => {
    const words = 'envoy/NN:root>0 Holt/NNP:nmod>1 ,/,:punct>4 Kern/NNP:appos>1 and/CC:cc>6 Velmar/NNP:conj>4';
    expect(hung(words)).toContain('Kern:appos>1');
  });
  it('is no matter of treebanks without coordination', () => expect(listNames(TAGS, ['root', 'appos'])).toBeNull());
});
