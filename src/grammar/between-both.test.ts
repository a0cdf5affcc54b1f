// The two parties of “between”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { betweenNames, hangBetween } from './between-both.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'PROPN NNP', 'VERB VBD', 'CCONJ CC', 'ADP IN'];
const RELATIONS = 'root nsubj nmod conj cc case obj'.split(' ');
const names = betweenNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangBetween(state, names));

describe('the other party of “between”', () => {
  const before = 'fighting/NN:nsubj>6 between/IN:case>3 army/NN:nmod>1';
  it('is the phrase that “and” leads behind the first', () =>
    expect(hung(`${before} and/CC:cc>5 movement/NN:conj>1 ended/VBD:root>0`)).toContain('movement:conj>3'));
  it('is not what the first one is of', () =>
    expect(
      hung(
        'talks/NNS:nsubj>8 between/IN:case>3 army/NN:nmod>1 of/IN:case>5 Velmar/NNP:nmod>3 and/CC:cc>7 rebels/NNS:conj>5 ended/VBD:root>0',
      ),
    ).toContain('rebels:conj>3'));
  it('is there already', () =>
    expect(
      hung(
        'fighting/NN:nsubj>8 between/IN:case>3 army/NN:nmod>1 and/CC:cc>5 rebels/NNS:conj>3 and/CC:cc>7 hunger/NN:conj>1 ended/VBD:root>0',
      ),
    ).toContain('hunger:conj>1'));
  it('is as many as the first are, whatever one thing those are of', () => {
    const of = (whom: string) =>
      hung(
        `talks/NNS:nsubj>8 between/IN:case>3 officers/NNS:nmod>1 of/IN:case>5 ${whom}:nmod>3 and/CC:cc>7 captains/NNS:conj>5 ended/VBD:root>0`,
      );
    expect(of('state/NN')).toContain('captains:conj>3');
    expect(of('states/NNS')).toContain('captains:conj>5');
  });
  it('is not needed among several', () =>
    expect(
      hung(
        'fighting/NN:nsubj>6 between/IN:case>3 clans/NNS:nmod>1 and/CC:cc>5 hunger/NN:conj>1 drove/VBD:root>0 people/NNS:obj>6',
      ),
    ).toContain('hunger:conj>1'));
  it('is no matter of treebanks without coordination', () => expect(betweenNames(TAGS, ['root', 'case'])).toBeNull());
});
