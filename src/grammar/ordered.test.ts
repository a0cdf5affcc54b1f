// What somebody is told to do, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangOrdered, orderedNames } from './ordered.ts';

const TAGS = ['NOUN NN', 'VERB VBD', 'VERB VB', 'PART TO'];
const RELATIONS = 'root nsubj obj iobj advcl xcomp mark'.split(' ');
const names = orderedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangOrdered(state, names));

describe('an infinitive behind the one who is told', () => {
  it('is what they are told', () =>
    expect(hung('judge/NN:nsubj>2 ordered/VBD:root>0 papers/NN:obj>2 to/TO:mark>5 close/VB:advcl>2')).toContain(
      'close:xcomp>2',
    ));
  it('tells what for behind other verbs', () =>
    expect(hung('judge/NN:nsubj>2 bought/VBD:root>0 papers/NN:obj>2 to/TO:mark>5 read/VB:advcl>2')).toContain(
      'read:advcl>2',
    ));
  it('tells what for where something else is told', () => {
    const words = 'he/NN:nsubj>2 asked/VBD:root>0 her/NN:iobj>2 to/TO:mark>5 go/VB:xcomp>2 to/TO:mark>7 see/VB:advcl>2';
    expect(hung(words)).toContain('see:advcl>2');
  });
  it('tells what for where nobody is told', () =>
    expect(hung('he/NN:nsubj>2 asked/VBD:root>0 to/TO:mark>4 know/VB:advcl>2')).toContain('know:advcl>2'));
  it('is no matter of treebanks without open clauses', () => expect(orderedNames(TAGS, ['root', 'obj'])).toBeNull());
});
