// Who says what a sentence tells, behind its last comma, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangTailSayers, sayerNames } from './tail-sayers.ts';

const TAGS = ['NOUN NNS', 'VERB VBD', 'ADP IN', 'CCONJ CC', 'PUNCT ,'];
const RELATIONS = 'root nsubj obl conj cc ccomp case punct amod'.split(' ');
const names = sayerNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangTailSayers(state, names));

describe('those between the last comma and “said”', () => {
  it('are its subject, and no more of a list', () => {
    const words =
      'fought/VBD:ccomp>8 with/IN:case>3 rebels/NNS:obl>1 ,/,:punct>5 police/NNS:conj>3 and/CC:cc>7 nurses/NNS:conj>3 said/VBD:root>0';
    expect(hung(words)).toBe(
      'fought:ccomp>8 with:case>3 rebels:obl>1 ,:punct>8 police:nsubj>8 and:cc>7 nurses:conj>5 said:root>0',
    );
  });
  it('are left where the verb has a subject', () => {
    const words = 'fought/VBD:ccomp>6 rebels/NNS:obl>1 ,/,:punct>4 police/NNS:conj>2 Holt/NNS:nsubj>6 said/VBD:root>0';
    expect(hung(words)).toContain('police:conj>2');
  });
  it('are left where the verb tells nothing before them', () => {
    const words = 'rebels/NNS:obl>4 ,/,:punct>3 police/NNS:conj>1 said/VBD:root>0';
    expect(hung(words)).toContain('police:conj>1');
  });
  it('are no matter of treebanks without conjuncts', () => expect(sayerNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
