// Names told in a row, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { enumeratedNames, hangEnumerated } from './enumerated.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'DET DT', 'CCONJ CC', 'PUNCT ,', 'ADP IN'];
const RELATIONS = 'root nsubj obj appos conj cc det punct nmod case amod'.split(' ');
const names = enumeratedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangEnumerated(state, names));

describe('names told in a row', () => {
  it('are one list where the second was read as another name of the first', () =>
    expect(
      hung(
        'Velmar/NNP:nsubj>8 ,/,:punct>5 the/DT:det>5 Orlov/NNP:amod>5 Republic/NNP:appos>1 and/CC:cc>7 Tarn/NNP:conj>5 joined/VBD:root>0',
      ),
    ).toContain('Republic:conj>1'));
  it('are one list where the verb was given two subjects', () =>
    expect(
      hung(
        'Velmar/NNP:nsubj>7 ,/,:punct>1 the/DT:det>4 Tarns/NNP:nsubj>7 and/CC:cc>6 Orlov/NNP:conj>4 joined/VBD:root>0',
      ),
    ).toContain('Tarns:conj>1'));
  it('leaves another name that a comma closes', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>11 ,/,:punct>4 the/DT:det>4 President/NNP:appos>1 and/CC:cc>6 Commander/NNP:conj>4 of/IN:case>9 the/DT:det>9 Army/NNP:nmod>6 ,/,:punct>1 resigned/VBD:root>0',
      ),
    ).toContain('President:appos>1'));
  it('leaves what is no name', () =>
    expect(
      hung('Kern/NNP:nsubj>7 ,/,:punct>4 the/DT:det>4 mayor/NN:appos>1 and/CC:cc>6 Holt/NNP:conj>4 joined/VBD:root>0'),
    ).toContain('mayor:appos>1'));
});
