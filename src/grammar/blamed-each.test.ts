// Two who are blamed of one thing each, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { blamedNames, hangBlamedEach } from './blamed-each.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'VERB VBG', 'CCONJ CC', 'SCONJ IN', 'DET DT'];
const RELATIONS = 'root nsubj obj conj cc mark case obl acl advcl nmod det'.split(' ');
const names = blamedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangBlamedEach(state, names));

describe('two who are blamed of one thing each', () => {
  it('are both blamed, and the second did the second', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Oster/NNP:obj>2 of/IN:mark>5 shelling/VBG:advcl>2 Lintz/NNP:obj>5 and/CC:cc>8 Velmar/NNP:conj>6 of/IN:mark>10 arming/VBG:acl>8 it/NN:obj>10',
      ),
    ).toContain('Velmar:conj>3 of:mark>10 arming:acl>8'));
  it('are so before nouns', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Oster/NNP:obj>2 of/IN:case>5 fraud/NN:obl>2 and/CC:cc>7 Velmar/NNP:conj>5 of/IN:case>9 graft/NN:nmod>7',
      ),
    ).toContain('Velmar:conj>3'));
  it('are not where one thing is of another', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Oster/NNP:obj>2 of/IN:mark>5 robbing/VBG:advcl>2 shops/NN:obj>5 and/CC:cc>9 the/DT:det>9 head/NN:conj>6 of/IN:case>11 state/NN:nmod>9',
      ),
    ).toContain('head:conj>6'));
});
