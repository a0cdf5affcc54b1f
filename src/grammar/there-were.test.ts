// Whose the calls are that there were, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { existentialNames, hangExistential } from './there-were.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'VERB VBD', 'ADP IN', 'PRON EX'];
const RELATIONS = 'root expl nsubj obl nmod case'.split(' ');
const names = existentialNames(RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangExistential(state, names));

describe('what there was', () => {
  it('is of whom the words behind say', () => {
    const trees = hung(
      'there/EX:expl>2 were/VBD:root>0 calls/NNS:nsubj>2 from/IN:case>5 France/NN:obl>2 for/IN:case>7 talks/NNS:obl>2',
    );
    expect(trees).toContain('France:nmod>3');
    expect(trees).toContain('talks:nmod>3');
  });
  it('is where the words behind say', () =>
    expect(hung('there/EX:expl>2 were/VBD:root>0 calls/NNS:nsubj>2 in/IN:case>5 France/NN:obl>2')).toContain(
      'France:obl>2',
    ));
  it('is of nobody where it is a thing', () =>
    expect(hung('there/EX:expl>2 were/VBD:root>0 trees/NNS:nsubj>2 from/IN:case>5 France/NN:obl>2')).toContain(
      'France:obl>2',
    ));
  it('is no matter of treebanks without “there”', () => expect(existentialNames(['root', 'nsubj'])).toBeNull());
});
