// “Who” before whoever says what it did, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangSaidWithin, saidNames } from './said-within.ts';

const TAGS = [
  'NOUN NN',
  'NOUN NNS',
  'VERB VBP',
  'VERB VBD',
  'VERB VBN',
  'AUX VBD',
  'PRON WP',
  'PRON WDT',
  'PRON PRP',
  'SCONJ IN',
];
const RELATIONS = 'root nsubj nsubj:pass obj ccomp aux aux:pass cop mark compound acl:relcl'.split(' ');
const names = saidNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangSaidWithin(state, names));

describe('“who” before whoever says what it did', () => {
  it('is the subject of what is said', () =>
    expect(
      hung('men/NNS:root>0 who/WP:obj>4 police/NNS:nsubj>4 say/VBP:acl:relcl>1 shot/VBN:ccomp>4 guards/NNS:obj>5'),
    ).toContain('who:nsubj>5'));
  it('undergoes it in the passive', () =>
    expect(
      hung('men/NNS:root>0 who/WP:nsubj>4 police/NNS:nsubj>4 say/VBP:acl:relcl>1 were/VBD:aux:pass>6 shot/VBN:ccomp>4'),
    ).toContain('who:nsubj:pass>6'));
  it('is one though it was taken for part of a name, or for what opens a clause', () => {
    expect(
      hung('men/NNS:root>0 who/WP:compound>3 police/NNS:nsubj>4 say/VBP:acl:relcl>1 shot/VBN:ccomp>4 guards/NNS:obj>5'),
    ).toContain('who:nsubj>5');
    expect(
      hung('bomb/NN:root>0 that/IN:mark>4 police/NNS:nsubj>4 say/VBP:acl:relcl>1 killed/VBN:ccomp>4 guards/NNS:obj>5'),
    ).toContain('that:nsubj>5');
  });
  it('stays where another one did it', () =>
    expect(
      hung('men/NNS:root>0 who/WP:obj>4 police/NNS:nsubj>4 say/VBP:acl:relcl>1 they/PRP:nsubj>6 shot/VBD:ccomp>4'),
    ).toContain('who:obj>4'));
  it('stays where it says so itself', () =>
    expect(hung('men/NNS:root>0 who/WP:nsubj>3 say/VBP:acl:relcl>1 shot/VBD:ccomp>3')).toContain('who:nsubj>3'));
  it('is no matter of treebanks without relative clauses', () => expect(saidNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
