// Verbs of a list, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangVerbLists, verbListNames } from './verb-lists.ts';

const TAGS = [
  'NOUN NN', 'NOUN NNS', 'PROPN NNP', 'VERB VBD', 'VERB VBN', 'VERB VBG', 'CCONJ CC', 'SCONJ IN', 'PUNCT ,', 'AUX VBZ', 'DET DT',
]; // biome-ignore format: one table
const RELATIONS =
  'root nsubj nsubj:pass obj conj cc mark case obl amod compound advcl acl aux aux:pass punct ccomp det'.split(' ');
const names = verbListNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangVerbLists(state, names));

describe('verbs of a list', () => {
  it('goes on behind "and" with a verb that was hung before a noun', () => {
    const tree = hung(
      'men/NNS:nsubj>2 shot/VBD:root>0 guards/NNS:obj>2 ,/,:punct>5 burned/VBD:conj>2 barns/NNS:obj>5 and/CC:cc>9 abducted/VBN:amod>9 girls/NNS:conj>6',
    );
    expect(tree).toContain('and:cc>8 abducted:conj>2 girls:obj>8');
  });
  it('leaves a participle before a noun alone where no list of verbs is open', () =>
    expect(
      hung('men/NNS:nsubj>2 burned/VBD:root>0 barns/NNS:obj>2 and/CC:cc>6 parked/VBN:amod>6 cars/NNS:conj>3'),
    ).toContain('parked:amod>6'));
  it('hangs the second gerund on the first where somebody is accused of both', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Holt/NNP:obj>2 of/IN:mark>5 looting/VBG:acl>3 shops/NNS:obj>5 ,/,:punct>8 killing/VBG:advcl>2 guards/NNS:obj>8',
      ),
    ).toContain('killing:conj>5'));
  it('leaves what the accuser says', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Holt/NNP:obj>2 of/IN:mark>5 looting/VBG:acl>3 shops/NNS:obj>5 ,/,:punct>8 calling/VBG:advcl>2 him/NNP:obj>8',
      ),
    ).toContain('calling:advcl>2'));
  it('joins two phrases with "of" and a gerund', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 accused/VBD:root>0 Holt/NNP:obj>2 of/IN:case>6 hiring/VBG:compound>6 men/NNS:obl>2 and/CC:cc>9 of/IN:mark>9 burning/VBG:conj>2 barns/NNS:obj>9',
      ),
    ).toContain('of:mark>5 hiring:advcl>2 men:obj>5 and:cc>9 of:mark>9 burning:conj>5'));
  it('hangs what is no past tense on what "had" helps', () =>
    expect(
      hung(
        'Kern/NNP:nsubj>2 denied/VBD:root>0 men/NNS:nsubj>5 had/VBZ:aux>5 entered/VBN:ccomp>2 camps/NNS:obj>5 ,/,:punct>8 beaten/VBD:conj>2 guards/NNS:obj>8',
      ),
    ).toContain('beaten:conj>5'));
});
