// Rough numbers of those to whom something is done, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangCountedObjects, roughNames } from './counted-objects.ts';

const TAGS = ['VERB VBD', 'ADP IN', 'NUM CD', 'NOUN NNS', 'PRON PRP'];
const RELATIONS = 'root nsubj obj obl nmod case advmod'.split(' ');
const names = roughNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangCountedObjects(state, names));

describe('“around” before a number', () => {
  it('counts those to whom it is done', () => {
    const tree = hung(
      'Guards/NNS:nsubj>2 detained/VBD:root>0 around/IN:case>4 fifty/CD:obl>2 of/IN:case>6 them/PRP:nmod>4',
    );
    expect(tree).toContain('fifty:obj>2');
    expect(tree).toContain('around:advmod>4');
  });
  it('stays a place behind other verbs', () =>
    expect(
      hung('Guards/NNS:nsubj>2 argued/VBD:root>0 over/IN:case>4 two/CD:obl>2 of/IN:case>6 them/PRP:nmod>4'),
    ).toContain('two:obl>2'));
  it('stays one where no “of” stands behind', () =>
    expect(hung('Guards/NNS:nsubj>2 shot/VBD:root>0 around/IN:case>4 nine/CD:obl>2')).toContain('nine:obl>2'));
  it('is no matter of treebanks without objects', () => expect(roughNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
