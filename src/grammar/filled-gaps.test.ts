// What a verb behind a clause about an object goes on from, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { gapNames, hangFilledGaps } from './filled-gaps.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'PROPN NNP', 'VERB VBD', 'VERB VBZ', 'PRON PRP', 'PRON WDT', 'CCONJ CC'];
const RELATIONS = 'root nsubj obj conj cc acl:relcl'.split(' ');
const names = gapNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangFilledGaps(state, names));

describe('a verb joined to a clause about an object', () => {
  it('goes on from the verb above where it has an object of its own', () => {
    expect(
      hung(
        'police/NNS:nsubj>2 raided/VBD:root>0 shops/NNS:obj>2 he/PRP:nsubj>5 owned/VBD:acl:relcl>3 and/CC:cc>7 held/VBD:conj>5 Kern/NNP:obj>7',
      ),
    ).toContain('held:conj>2');
    expect(
      hung(
        'police/NNS:nsubj>2 raided/VBD:root>0 shops/NNS:obj>2 that/WDT:obj>6 rebels/NNS:nsubj>6 owned/VBD:acl:relcl>3 and/CC:cc>8 held/VBD:conj>6 Kern/NNP:obj>8',
      ),
    ).toContain('held:conj>2');
  });
  it('stays where it has none, where another tense or a moment is told, and where “who” does both', () => {
    expect(
      hung(
        'police/NNS:nsubj>2 raided/VBD:root>0 shops/NNS:obj>2 he/PRP:nsubj>5 owned/VBD:acl:relcl>3 and/CC:cc>7 ran/VBD:conj>5',
      ),
    ).toContain('ran:conj>5');
    expect(
      hung(
        'police/NNS:nsubj>2 raided/VBD:root>0 shops/NNS:obj>2 he/PRP:nsubj>5 owns/VBZ:acl:relcl>3 and/CC:cc>7 holds/VBZ:conj>5 Kern/NNP:obj>7',
      ),
    ).toContain('holds:conj>5');
    expect(
      hung(
        'police/NNS:nsubj>2 recalled/VBD:root>0 day/NN:obj>2 he/PRP:nsubj>5 came/VBD:acl:relcl>3 and/CC:cc>7 held/VBD:conj>5 Kern/NNP:obj>7',
      ),
    ).toContain('held:conj>5');
    expect(
      hung(
        'police/NNS:nsubj>2 met/VBD:root>0 men/NNS:obj>2 that/WDT:nsubj>5 came/VBD:acl:relcl>3 and/CC:cc>7 held/VBD:conj>5 Kern/NNP:obj>7',
      ),
    ).toContain('held:conj>5');
  });
  it('is no matter of treebanks without relative clauses', () => expect(gapNames(TAGS, ['root', 'obj'])).toBeNull());
});
