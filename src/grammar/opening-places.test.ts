// “In Cali, a bomb exploded”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangOpeningPlaces, openingNames } from './opening-places.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'VERB VBN', 'VERB VBG', 'ADP IN', 'PUNCT ,', 'ADV RB'];
const RELATIONS = 'root nsubj obl nmod appos acl advcl case punct obj'.split(' ');
const names = openingNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangOpeningPlaces(state, new Int32Array(20), 0, names));

describe('a sentence that opens with a place', () => {
  it('has the verb behind its noun for a head', () =>
    expect(
      hung(
        'In/IN:case>2 Arn/NNP:root>0 ,/,:punct>4 bomb/NN:appos>2 exploded/VBN:acl>4 outside/IN:case>7 hall/NN:obl>5 ,/,:punct>9 killing/VBG:acl>2 nine/NN:obj>9',
      ),
    ).toBe(
      'In:case>2 Arn:obl>5 ,:punct>4 bomb:nsubj>5 exploded:root>0 outside:case>7 hall:obl>5 ,:punct>9 killing:advcl>5 nine:obj>9',
    ));
  it('keeps what a participle may be said of', () => {
    const words = 'In/IN:case>2 Arn/NNP:root>0 ,/,:punct>4 city/NN:appos>2 divided/VBN:acl>4 by/IN:case>7 war/NN:obl>5';
    expect(hung(words)).toContain('divided:acl>4');
  });
  it('is none without a preposition', () => {
    const words = 'Arn/NNP:root>0 ,/,:punct>3 bomb/NN:appos>1 exploded/VBN:acl>3';
    expect(hung(words)).toContain('exploded:acl>3');
  });
  it('is no matter of treebanks without subjects', () => expect(openingNames(TAGS, ['root', 'obl'])).toBeNull());
});
