// Participles behind “have” and “be”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangParticiples, participleNames } from './participles.ts';

const TAGS = ['NOUN NN', 'VERB VBN', 'VERB VBG', 'AUX VBZ', 'VERB VBP', 'ADP IN', 'PUNCT .'];
const RELATIONS = 'root nsubj obj amod cop aux case nmod punct'.split(' ');
const names = participleNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangParticiples(state, names));

describe('a participle behind an auxiliary', () => {
  it('is what somebody has done', () =>
    expect(hung('Arn/NN:nsubj>2 has/VBZ:root>0 frozen/VBN:amod>4 aid/NN:obj>2 ./.:punct>2')).toBe(
      'Arn:nsubj>3 has:aux>3 frozen:root>0 aid:obj>3 .:punct>3',
    ));
  it('is what somebody is doing', () =>
    expect(hung('it/NN:nsubj>4 is/VBZ:cop>4 feeding/VBG:amod>4 refugees/NN:root>0 in/IN:case>6 Arn/NN:nmod>4')).toBe(
      'it:nsubj>3 is:aux>3 feeding:root>0 refugees:obj>3 in:case>6 Arn:nmod>4',
    ));
  it('tells what something is like where it mostly does', () =>
    expect(hung('Arn/NN:nsubj>2 has/VBZ:root>0 limited/VBN:amod>4 power/NN:obj>2')).toContain('limited:amod>4'));
  it('describes what is had behind a verb', () =>
    expect(hung('they/NN:nsubj>2 have/VBP:root>0 painted/VBN:amod>4 walls/NN:obj>2')).toContain('painted:amod>4'));
  it('describes what is had behind “does”', () =>
    expect(hung('it/NN:nsubj>3 does/VBZ:aux>3 have/VBZ:root>0 painted/VBN:amod>5 walls/NN:obj>3')).toContain(
      'painted:amod>5',
    ));
  it('is no matter of treebanks without auxiliaries', () => expect(participleNames(TAGS, ['root', 'obj'])).toBeNull());
});
