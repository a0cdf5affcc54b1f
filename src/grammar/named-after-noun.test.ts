// Names behind the nouns that they belong to, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangNamed, namedNames } from './named-after-noun.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'AUX VBZ', 'DET DT', 'PUNCT ,', 'ADP IN'];
const RELATIONS = 'acl:relcl obj root nsubj nsubj:pass appos aux aux:pass det punct compound'.split(' ');
const names = namedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangNamed(state, names));

describe('a name right behind a noun', () => {
  it('says which one it is', () =>
    expect(hung('the/DT:det>2 bloc/NN:nsubj:pass>5 Arva/NNP:nsubj>5 has/VBZ:aux>5 warned/VBD:root>0')).toBe(
      'the:det>2 bloc:compound>3 Arva:nsubj>5 has:aux>5 warned:root>0',
    ));
  it('may have a first name', () =>
    expect(hung('envoy/NN:nsubj>4 Ada/NNP:compound>3 Holt/NNP:nsubj>4 left/VBD:root>0')).toContain('envoy:compound>3'));
  it('leaves the passive a passive', () =>
    expect(hung('bloc/NN:nsubj:pass>4 Arva/NNP:nsubj:pass>4 was/VBZ:aux:pass>4 founded/VBD:root>0')).toBe(
      'bloc:compound>2 Arva:nsubj:pass>4 was:aux:pass>4 founded:root>0',
    ));
  it('may be read as whose deed the noun is', () =>
    expect(hung('the/DT:det>2 bloc/NN:root>0 Arva/NNP:nsubj>4 imposed/VBD:acl:relcl>2 tolls/NN:obj>4')).toBe(
      'the:det>2 bloc:compound>3 Arva:nsubj>4 imposed:root>0 tolls:obj>4',
    ));
  it('is whose deed the noun is where the verb has no object', () =>
    expect(hung('the/DT:det>2 tolls/NN:root>0 Arva/NNP:nsubj>4 imposed/VBD:acl:relcl>2')).toContain('tolls:root>0'));
  it('is somebody else behind a comma', () => {
    const words = 'bloc/NN:nsubj>4 ,/,:punct>3 Arva/NNP:nsubj>4 warned/VBD:root>0';
    expect(hung(words)).toContain('Arva:nsubj>4');
  });
  it('is somebody else behind a preposition', () => {
    const words = 'nurses/NN:nsubj>4 from/IN:case>3 Arva/NNP:nsubj>4 walked/VBD:root>0';
    expect(hung(words)).toContain('nurses:nsubj>4');
  });
  it('belongs to no other name', () =>
    expect(hung('Arva/NNP:nsubj>3 Holt/NNP:nsubj>3 warned/VBD:root>0')).toContain('Holt:nsubj>3'));
  it('is no matter of treebanks without compounds', () => expect(namedNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
