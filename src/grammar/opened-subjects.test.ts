// Subjects behind an opening phrase, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangOpened, openedNames } from './opened-subjects.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'AUX VBD', 'ADP IN', 'CCONJ CC', 'PUNCT ,'];
const RELATIONS = 'root nsubj nsubj:pass obl nmod conj cc case punct aux:pass'.split(' ');
const names = openedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangOpened(state, names));

describe('a noun behind an opening phrase and a comma', () => {
  it('is the subject of a verb without one', () =>
    expect(hung('on/IN:case>2 Friday/NNP:obl>5 ,/,:punct>4 Holt/NNP:conj>2 resigned/VBD:root>0')).toContain(
      'Holt:nsubj>5',
    ));
  it('is what a passive is done to', () =>
    expect(
      hung('on/IN:case>2 Friday/NNP:obl>6 ,/,:punct>4 Holt/NNP:conj>2 was/VBD:aux:pass>6 freed/VBD:root>0'),
    ).toContain('Holt:nsubj:pass>6'));
  it('is one of a list where “and” joins it', () => {
    const words = 'in/IN:case>2 Tarn/NNP:obl>7 ,/,:punct>4 Orlo/NNP:conj>2 and/CC:cc>6 Velm/NNP:conj>2 fell/VBD:root>0';
    expect(hung(words)).toContain('Orlo:conj>2');
  });
  it('may be joined to the end of the opening phrase, two of them too', () => {
    const words =
      'after/IN:case>2 talks/NNP:nsubj>9 in/IN:case>4 Tarn/NNP:nmod>2 ,/,:punct>6 Orlo/NNP:conj>4 and/CC:cc>8 Velm/NNP:conj>4 agreed/VBD:root>0';
    expect(hung(words)).toContain('Orlo:nsubj>9 and:cc>8 Velm:conj>6');
    expect(hung(words)).toContain('talks:obl>9');
  });
  it('is none where the verb has a subject', () => {
    const words = 'in/IN:case>2 Tarn/NNP:obl>6 ,/,:punct>4 Orlo/NNP:conj>2 he/NN:nsubj>6 fell/VBD:root>0';
    expect(hung(words)).toContain('Orlo:conj>2');
  });
  it('is none without a comma', () =>
    expect(hung('in/IN:case>2 Tarn/NNP:obl>4 Orlo/NNP:conj>2 fell/VBD:root>0')).toContain('Orlo:conj>2'));
  it('is no matter of treebanks without conjuncts', () => expect(openedNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
