// Phrases behind “and”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangJoined, joinedNames } from './joined-phrases.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'ADJ JJ', 'VERB VBD', 'CCONJ CC', 'ADP IN', 'DET DT'];
const RELATIONS = 'root nsubj nmod obl conj cc case amod det'.split(' ');
const names = joinedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangJoined(state, names));

describe('a phrase that “and” leads', () => {
  const before = 'death/NN:root>0 of/IN:case>3 senator/NN:nmod>1';
  it('goes on with the one before it', () =>
    expect(hung(`${before} and/CC:cc>5 poet/NN:nmod>1`)).toContain('senator:nmod>1 and:cc>5 poet:conj>3'));
  it('does so where “and” was hung from its adjective', () =>
    expect(hung(`${before} and/CC:cc>5 late/JJ:amod>6 poet/NN:nmod>1`)).toContain('and:cc>6 late:amod>6 poet:conj>3'));
  it('stands for itself with a preposition of its own', () =>
    expect(hung(`${before} and/CC:cc>6 by/IN:case>6 poison/NN:nmod>1`)).toContain('poison:nmod>1'));
  it('leaves an adjective before it to its noun', () =>
    expect(hung('Orlovian/JJ:nsubj>5 and/CC:cc>4 Velmarian/JJ:amod>4 raids/NNS:nsubj>5 ended/VBD:root>0')).toBe(
      'Orlovian:amod>4 and:cc>4 Velmarian:amod>4 raids:nsubj>5 ended:root>0',
    ));
  it('goes on with the phrase of its own preposition where it was hung from the verb', () =>
    expect(hung('called/VBD:root>0 for/IN:case>3 polls/NNS:obl>1 and/CC:cc>6 for/IN:case>6 bans/NNS:conj>1')).toContain(
      'bans:conj>3',
    ));
  it('goes on with the deed that has an "of" too, and not with who did it', () =>
    expect(
      hung(
        'the/DT:det>2 killing/NN:root>0 of/IN:case>4 nine/NNS:nmod>2 by/IN:case>6 soldiers/NNS:nmod>4 and/CC:cc>9 the/DT:det>9 arrest/NN:conj>6 of/IN:case>11 ten/NNS:nmod>9',
      ),
    ).toContain('arrest:conj>2'));
  it('is no matter of treebanks without coordination', () => expect(joinedNames(TAGS, ['root', 'amod'])).toBeNull());
});
