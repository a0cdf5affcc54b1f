// What a verb of beginning or ending has behind it, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { gerundNames, hangBegun } from './begun-gerunds.ts';

const TAGS = ['NOUN NNS', 'VERB VB', 'VERB VBG', 'VERB VBD'];
const RELATIONS = 'root nsubj obj xcomp amod compound'.split(' ');
const names = gerundNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangBegun(state, names));

describe('a gerund behind a verb of beginning or ending', () => {
  it('is what is begun or ended, and the noun behind is its own', () => {
    const tree = hung('rebels/NNS:nsubj>2 stop/VB:root>0 recruiting/VBG:compound>4 minors/NNS:obj>2');
    expect(tree).toContain('recruiting:xcomp>2');
    expect(tree).toContain('minors:obj>3');
  });
  it('tells what the noun is like where participles do', () =>
    expect(hung('they/NNS:nsubj>2 stop/VB:root>0 warring/VBG:amod>4 sides/NNS:obj>2')).toContain('warring:amod>4'));
  it('stays behind other verbs', () =>
    expect(hung('they/NNS:nsubj>2 fought/VBD:root>0 bombing/VBG:amod>4 crews/NNS:obj>2')).toContain('bombing:amod>4'));
  it('is no matter of treebanks without open clauses', () => expect(gerundNames(TAGS, ['root', 'obj'])).toBeNull());
});
