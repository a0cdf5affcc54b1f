// What somebody is called, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangCalled, hangNamings, namingNames } from './namings.ts';

const TAGS = [
  'NOUN NN',
  'NOUN NNS',
  'VERB VBD',
  'DET DT',
  'PUNCT ,',
  'ADJ JJ',
  'ADP IN',
  'PART TO',
  'VERB VB',
  'AUX VBD',
];
const RELATIONS = 'root nsubj obj appos compound det xcomp punct acl nmod case amod mark aux'.split(' ');
const names = namingNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangNamings(state, names));

describe('a noun with “a” behind the object of a verb of naming', () => {
  const rest = 'the/DT:det>4 band/NN:obj>2 a/DT:det>6 gang/NN:appos>4';
  it('is what it is called', () =>
    expect(hung(`she/NN:nsubj>2 declared/VBD:root>0 ${rest}`)).toContain('band:obj>2 a:det>6 gang:xcomp>2'));
  it('says more about it behind other verbs', () =>
    expect(hung(`she/NN:nsubj>2 met/VBD:root>0 ${rest}`)).toContain('gang:appos>4'));
  it('says more about it behind a comma', () => {
    const words = 'she/NN:nsubj>2 called/VBD:root>0 the/DT:det>4 band/NN:obj>2 ,/,:punct>7 a/DT:det>7 gang/NN:appos>4';
    expect(hung(words)).toContain('gang:appos>4');
  });
});

describe('two plurals behind a verb of naming', () => {
  it('are those who are called and what they are called', () =>
    expect(hung('she/NN:nsubj>2 called/VBD:root>0 the/DT:det>5 rebels/NNS:compound>5 terrorists/NNS:obj>2')).toBe(
      'she:nsubj>2 called:root>0 the:det>4 rebels:obj>2 terrorists:xcomp>2',
    ));
  it('are one noun where nobody is called so', () =>
    expect(hung('she/NN:nsubj>2 called/VBD:root>0 the/DT:det>5 arms/NNS:compound>5 dealers/NNS:obj>2')).toContain(
      'arms:compound>5 dealers:obj>2',
    ));
  it('are no matter of treebanks without appositions', () => expect(namingNames(TAGS, ['xcomp', 'obj'])).toBeNull());
});

describe('an adjective that ends the clause of a verb of naming', () => {
  const called = hungBy(TAGS, RELATIONS, (state) => hangCalled(state, names));
  const raid = 'she/NN:nsubj>2 called/VBD:root>0 the/DT:det>4 raid/NN:obj>2';
  it('is what the object is called', () =>
    expect(called(`${raid} on/IN:case>6 camp/NN:nmod>4 cruel/JJ:amod>6`)).toContain('cruel:xcomp>2'));
  it('leaves an infinitive to the object', () =>
    expect(called(`${raid} to/TO:mark>6 free/VB:xcomp>2 them/NN:obj>6 cruel/JJ:xcomp>6`)).toContain(
      'free:acl>4 them:obj>6 cruel:xcomp>2',
    ));
  it('says something of its own noun where a clause stands between', () =>
    expect(called(`${raid} which/NN:nsubj>7 was/AUX:aux>7 cruel/JJ:acl>4`.replace('AUX:', 'VBD:'))).toContain(
      'cruel:acl>4',
    ));
});
