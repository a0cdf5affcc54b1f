// What words that modify the wrong one hang from instead, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangModifiers, modifierNames } from './lost-modifiers.ts';

const TAGS = [
  'NOUN NN',
  'NOUN NNS',
  'PROPN NNP',
  'VERB VBD',
  'VERB VBN',
  'ADJ JJ',
  'ADP IN',
  'CCONJ CC',
  'NUM CD',
  'AUX VBD',
  'DET DT',
];
const RELATIONS =
  'root nsubj obj obl nmod nmod:poss case amod nummod det flat cc conj nsubj:pass aux:pass obl:agent'.split(' ');
const names = modifierNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangModifiers(state, names));

describe('words that modify what they cannot', () => {
  it('“for two hours with Holt”: it was done with Holt', () =>
    expect(
      hung('met/VBD:root>0 for/IN:case>4 two/CD:nummod>4 hours/NNS:obl>1 with/IN:case>6 Holt/NNP:nmod>4'),
    ).toContain('Holt:obl>1'));
  it('“for two hours of talks”: the hours are of talks', () =>
    expect(
      hung('met/VBD:root>0 for/IN:case>4 two/CD:nummod>4 hours/NNS:obl>1 of/IN:case>6 talks/NNS:nmod>4'),
    ).toContain('talks:nmod>4'));
  it('a possessor owns the noun behind qualities', () =>
    expect(hung('Holt/NNP:nmod:poss>2 loud/JJ:amod>3 tinged/VBN:amod>4 attacks/NNS:root>0')).toContain(
      'Holt:nmod:poss>4',
    ));
  it('“Holt of Velmar and Kern of Orlo”: two', () =>
    expect(
      hung('Holt/NNP:root>0 of/IN:case>3 Velmar/NNP:nmod>1 and/CC:cc>5 Kern/NNP:flat>1 of/IN:case>7 Orlo/NNP:nmod>5'),
    ).toContain('Kern:conj>1'));
  it('“Ministry of Roads and Ports”: one', () =>
    expect(hung('Ministry/NNP:root>0 of/IN:case>3 Roads/NNP:nmod>1 and/CC:cc>5 Ports/NNP:flat>1')).toContain(
      'Ports:flat>1',
    ));
  it('“sentenced for the murder by a court”: the court sentenced', () =>
    expect(
      hung('was/VBD:aux:pass>2 sentenced/VBN:root>0 for/IN:case>4 murder/NN:obl>2 by/IN:case>6 court/NN:nmod>4'),
    ).toContain('court:obl:agent>2'));
  it('“sentenced for the murder by rebels”: it is theirs', () =>
    expect(
      hung('was/VBD:aux:pass>2 sentenced/VBN:root>0 for/IN:case>4 murder/NN:obl>2 by/IN:case>6 rebels/NNS:nmod>4'),
    ).toContain('rebels:nmod>4'));
  it('“blamed for the raid by Holt”: Holt blamed', () =>
    expect(
      hung(
        'was/VBD:aux:pass>2 blamed/VBN:root>0 for/IN:case>5 the/DT:det>5 raid/NN:obl>2 by/IN:case>7 Holt/NNP:nmod>5',
      ),
    ).toContain('Holt:obl:agent>2'));
  it('“blamed for a raid by rebels”: the raid is theirs', () =>
    expect(
      hung(
        'was/VBD:aux:pass>2 blamed/VBN:root>0 for/IN:case>5 a/DT:det>5 raid/NN:obl>2 by/IN:case>7 rebels/NNS:nmod>5',
      ),
    ).toContain('rebels:nmod>5'));
  it('is no matter of treebanks without these relations', () => expect(modifierNames(TAGS, ['root'])).toBeNull());
});
