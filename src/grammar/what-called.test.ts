// What others call by a name, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangWhatCalled, whatNames } from './what-called.ts';

const TAGS = [
  'NOUN NN',
  'NOUN NNS',
  'PROPN NNP',
  'VERB VBD',
  'VERB VBN',
  'VERB VBZ',
  'AUX VB',
  'AUX VBD',
  'ADP IN',
  'ADP RP',
  'DET DT',
  'PRON WP',
  'PRON PRP',
  'PART TO',
];
const RELATIONS =
  'root nsubj nsubj:pass obj obl obl:agent nmod case acl:relcl mark det cop aux:pass xcomp advcl compound:prt'.split(
    ' ',
  );
const names = whatNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangWhatCalled(state, names)); // biome-ignore format: tables

describe('what somebody calls it', () => {
  it('is what the sentence tells of, in a phrase', () => {
    const trees = hung(
      'guests/NNS:nsubj:pass>3 were/VBD:aux:pass>3 killed/VBN:root>0 in/IN:mark>7 what/WP:det>6 police/NN:nsubj>7 called/VBD:advcl>3 a/DT:det>9 raid/NN:obj>7',
    );
    expect(trees).toContain('raid:obl>3');
    expect(trees).toContain('in:case>9');
    expect(trees).toContain('called:acl:relcl>9');
  });
  it('is the object of a verb, and whatever is behind it belongs to it', () => {
    const trees = hung(
      'Norway/NNP:nsubj>2 took/VBD:root>0 on/RP:compound:prt>2 what/WP:obj>2 it/PRP:nsubj>6 called/VBD:acl:relcl>4 a/DT:det>8 war/NN:obj>6 with/IN:case>10 Velmar/NNP:obl>6',
    );
    expect(trees).toContain('war:obj>2');
    expect(trees).toContain('Velmar:nmod>8');
    expect(trees).toContain('on:compound:prt>2');
  });
  it('does what the passive tells where it only seems to be', () => {
    const trees = hung(
      'it/PRP:nsubj:pass>3 was/VBD:aux:pass>3 hit/VBN:root>0 by/IN:case>5 what/WP:obl:agent>3 appears/VBZ:acl:relcl>5 to/TO:mark>9 be/VB:cop>9 raid/NN:xcomp>6',
    );
    expect(trees).toContain('raid:obl:agent>3');
    expect(trees).toContain('be:mark>6');
  });
  it('is nothing where nobody calls anything', () =>
    expect(
      hung(
        'Holt/NNP:nsubj>2 told/VBD:root>0 what/WP:obj>5 he/PRP:nsubj>5 said/VBD:ccomp>2 in/IN:case>7 talks/NNS:obl>5',
      ),
    ).toContain('talks:obl>5'));
  it('is no matter of treebanks without clauses of nouns', () => expect(whatNames(TAGS, ['root', 'obj'])).toBeNull());
});
