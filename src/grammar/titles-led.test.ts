// Prepositions before titles, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangTitlesLed, titleNames } from './titles-led.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'ADP IN', 'PUNCT ,'];
const RELATIONS = 'nmod appos root nsubj obj obl case compound flat nmod:desc punct'.split(' ');
const names = titleNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangTitlesLed(state, names));

describe('a preposition before a title', () => {
  it('leads the name', () =>
    expect(hung('he/NN:nsubj>2 spoke/VBD:root>0 with/IN:case>4 Minister/NNP:nmod:desc>5 Holt/NNP:obj>2')).toBe(
      'he:nsubj>2 spoke:root>0 with:case>5 Minister:nmod:desc>5 Holt:obl>2',
    ));
  it('does not reach over a comma', () => {
    const words = 'in/IN:case>2 findings/NN:compound>4 ,/,:punct>4 Holt/NNP:obj>5 said/VBD:root>0';
    expect(hung(words)).toContain('in:case>2');
  });
  it('stays with a noun before a noun', () => {
    const words = 'he/NN:nsubj>2 sold/VBD:root>0 of/IN:case>4 control/NN:compound>5 cars/NN:obj>2';
    expect(hung(words)).toContain('of:case>4');
  });
  it('is no matter of treebanks without objects', () => expect(titleNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
