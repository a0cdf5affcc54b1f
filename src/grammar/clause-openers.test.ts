// Clauses behind “after”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangOpenedClauses, openerNames } from './clause-openers.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'VERB VBN', 'ADP IN', 'ADV RB'];
const RELATIONS = 'root nsubj obj obl nmod advcl conj acl case mark advmod'.split(' ');
const names = openerNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangOpenedClauses(state, names));

describe('a clause behind “after”', () => {
  it('has the noun before its verb for a subject', () =>
    expect(hung('it/NN:nsubj>2 came/VBD:root>0 after/IN:case>4 envoys/NN:obl>2 signed/VBD:advcl>2 it/NN:obj>5')).toBe(
      'it:nsubj>2 came:root>0 after:mark>5 envoys:nsubj>5 signed:advcl>2 it:obj>5',
    ));
  it('may have words of the noun and an adverb between', () =>
    expect(
      hung(
        'came/VBD:root>0 after/IN:case>3 envoys/NN:obl>1 of/IN:case>5 Kestria/NNP:nmod>3 finally/RB:advmod>7 signed/VBD:conj>1',
      ),
    ).toContain('envoys:nsubj>7 of:case>5 Kestria:nmod>3 finally:advmod>7 signed:advcl>1'));
  it('may have a clause between commas before its verb', () =>
    expect(
      hung(
        'came/VBD:root>0 after/IN:case>3 envoys/NN:obl>1 ,/IN:case>6 who/NN:nsubj>6 left/VBD:acl>3 ,/IN:case>6 signed/VBD:conj>1',
      ),
    ).toContain('envoys:nsubj>8'));
  it('is none behind a comma', () => {
    const words = 'left/VBD:root>0 after/IN:case>3 talks/NN:obl>1 ,/IN:case>5 signed/VBD:conj>1';
    expect(hung(words)).toContain('talks:obl>1');
  });
  it('is none before a participle', () => {
    const words = 'came/VBD:root>0 after/IN:case>3 papers/NN:obl>1 signed/VBN:acl>3';
    expect(hung(words)).toContain('papers:obl>1');
  });
  it('is none where the verb has its subject', () => {
    const words = 'left/VBD:root>0 after/IN:case>3 talks/NN:obl>1 broke/VBD:conj>1 he/NN:nsubj>4';
    expect(hung(words)).toContain('talks:obl>1');
  });
  it('is no matter of treebanks without clauses', () => expect(openerNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
