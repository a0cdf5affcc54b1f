// What the second of two verbs is done to, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangMet, metNames } from './met-objects.ts';

const TAGS = ['NOUN NNS', 'VERB VBD', 'CCONJ CC'];
const RELATIONS = 'root nsubj obj conj cc'.split(' ');
const names = metNames(RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangMet(state, names));

describe('an object behind two verbs', () => {
  it('is that of the second where the first is a meeting', () =>
    expect(hung('they/NNS:nsubj>2 met/VBD:root>0 and/CC:cc>4 discussed/VBD:conj>2 steps/NNS:obj>2')).toContain(
      'steps:obj>4',
    ));
  it('is that of the first where one does it to people', () =>
    expect(hung('they/NNS:nsubj>2 met/VBD:root>0 and/CC:cc>4 thanked/VBD:conj>2 miners/NNS:obj>2')).toContain(
      'miners:obj>2',
    ));
  it('is that of the first where the second has its own', () => {
    const words = 'they/NNS:nsubj>2 met/VBD:root>0 and/CC:cc>4 signed/VBD:conj>2 papers/NNS:obj>4 men/NNS:obj>2';
    expect(hung(words)).toContain('men:obj>2');
  });
  it('is no matter of treebanks without objects', () => expect(metNames(['root', 'conj'])).toBeNull());
});
