// Verbs joined to a verb of another form, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangUnlike, unlikeNames } from './unlike-conjuncts.ts';

const TAGS = [
  'NOUN NN',
  'PROPN NNP',
  'VERB VBD',
  'VERB VBN',
  'VERB VBZ',
  'VERB VB',
  'VERB VBG',
  'PART TO',
  'CCONJ CC',
  'PRON PRP',
  'AUX VBD',
];
const RELATIONS = 'root nsubj obj xcomp ccomp conj cc mark obl aux'.split(' ');
const names = unlikeNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangUnlike(state, names));

describe('a verb with a tense that is joined to an infinitive', () => {
  it('goes on from the verb above of its own form', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 urged/VBD:root>0 them/PRP:obj>2 to/TO:mark>5 wait/VB:xcomp>2 and/CC:cc>7 spoke/VBD:conj>5',
      ),
    ).toContain('spoke:conj>2'));
  it('stays where no verb above has its form', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 urges/VBZ:root>0 them/PRP:obj>2 to/TO:mark>5 wait/VB:xcomp>2 and/CC:cc>7 spoke/VBD:conj>5',
      ),
    ).toContain('spoke:conj>5'));
  it('goes on from a verb with a tense where it has an auxiliary of its own', () =>
    expect(
      hung('Kern/NNP:nsubj>2 agreed/VBD:root>0 to/TO:mark>4 wait/VB:xcomp>2 but/CC:cc>7 did/VBD:aux>7 yield/VB:conj>4'),
    ).toContain('yield:conj>2'));
  it('goes on with "had" from the verb above that has it too', () =>
    expect(
      hung(
        'they/PRP:nsubj>3 had/VBD:aux>3 struck/VBN:root>0 hut/NN:obj>3 guests/NN:nsubj>7 were/VBD:aux>7 housed/VBN:xcomp>4 and/CC:cc>10 had/VBD:aux>10 taken/VBN:conj>7 hill/NN:obj>10',
      ),
    ).toContain('taken:conj>3'));
  it('goes on behind a gerund from the verb that governs it', () =>
    expect(
      hung('they/PRP:nsubj>2 stop/VB:root>0 firing/VBG:xcomp>2 and/CC:cc>5 free/VB:conj>3 Kern/NNP:obj>5'),
    ).toContain('free:conj>2'));
  it('leaves infinitives together', () =>
    expect(
      hung('Kern/NNP:nsubj>2 urged/VBD:root>0 them/PRP:obj>2 to/TO:mark>5 wait/VB:xcomp>2 and/CC:cc>7 speak/VB:conj>5'),
    ).toContain('speak:conj>5'));
  it('goes on from the saying above where it is one and the clause told is in the perfect', () =>
    expect(
      hung(
        'Mali/NNP:nsubj>2 said/VBD:root>0 troops/NN:nsubj>5 had/VBD:aux>5 moved/VBN:ccomp>2 and/CC:cc>7 warned/VBD:conj>5 them/PRP:obj>7',
      ),
    ).toContain('warned:conj>2'));
  it('leaves what those told of did', () =>
    expect(
      hung(
        'Mali/NNP:nsubj>2 said/VBD:root>0 troops/NN:nsubj>5 had/VBD:aux>5 moved/VBN:ccomp>2 and/CC:cc>7 burned/VBD:conj>5 them/PRP:obj>7',
      ),
    ).toContain('burned:conj>5'));
  it('goes on from a saying by the same one', () => {
    const told = (who: string) =>
      hung(
        `Mali/NNP:nsubj>2 said/VBD:root>0 ${who}:nsubj>5 had/VBD:aux>5 moved/VBN:ccomp>2 and/CC:cc>7 called/VBD:conj>5 for/NN:obl>7`,
      );
    expect(told('it/PRP')).toContain('called:conj>2');
    expect(told('troops/NN')).toContain('called:conj>5');
  });
  it('goes on from a denial', () =>
    expect(
      hung('Mali/NNP:nsubj>2 denied/VBD:root>0 troops/NN:nsubj>4 moved/VBD:ccomp>2 and/CC:cc>6 said/VBD:conj>4'),
    ).toContain('said:conj>2'));
});
