// Subjects behind a day and “and”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { datedNames, hangDatedClauses } from './dated-clauses.ts';

const TAGS = ['PROPN NNP', 'VERB VBD', 'ADP IN', 'CCONJ CC', 'NOUN NNS', 'NUM CD'];
const RELATIONS = 'root nsubj obj obl conj cc case'.split(' ');
const names = datedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangDatedClauses(state, names));

describe('a name behind a day and “and”', () => {
  it('is the subject of the verb right behind that has none', () => {
    const tree = hung(
      'Kern/NNP:nsubj>2 left/VBD:root>0 in/IN:case>4 August/NNP:obl>2 and/CC:cc>6 Mali/NNP:conj>4 halted/VBD:conj>2 flights/NNS:obj>7',
    );
    expect(tree).toContain('and:cc>7');
    expect(tree).toContain('Mali:nsubj>7');
  });
  it('is so behind a year', () =>
    expect(
      hung('Kern/NNP:nsubj>2 left/VBD:root>0 in/IN:case>4 2022/CD:obl>2 and/CC:cc>6 Mali/NNP:conj>4 halted/VBD:conj>2'),
    ).toContain('Mali:nsubj>7'));
  it('stays with another name', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 left/VBD:root>0 from/IN:case>4 Chad/NNP:obl>2 and/CC:cc>6 Mali/NNP:conj>4 halted/VBD:conj>2',
      ),
    ).toContain('Mali:conj>4'));
  it('is no matter of treebanks without coordination', () => expect(datedNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
