// A weekday between a verb and its infinitive, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { unhangWeekdays, weekdayNames } from './weekday-objects.ts';

const TAGS = ['NOUN NNS', 'PROPN NNP', 'VERB VBD', 'VERB VB', 'PART TO'];
const RELATIONS = 'root nsubj obj obl:unmarked mark advcl xcomp ccomp acl:relcl'.split(' ');
const names = weekdayNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => unhangWeekdays(state, names));

describe('a weekday before an infinitive', () => {
  const tree = (verb: string) => `they/NNS:nsubj>2 ${verb}/VBD:root>0 Friday/NNP:obj>2 to/TO:mark>5 talk/VB:advcl>2`;
  it('tells when', () => expect(hung(tree('agreed'))).toContain('Friday:obl:unmarked>2'));
  it('leaves the infinitive to the verb', () => expect(hung(tree('agreed'))).toContain('talk:xcomp>2'));
  it('is what is chosen', () => expect(hung(tree('chose'))).toContain('Friday:obj>2'));
  it('leaves what something is done for', () => expect(hung(tree('marched'))).toContain('talk:advcl>2'));
  it('is not told apart by what is said', () =>
    expect(
      hung('they/NNS:nsubj>2 ruled/VBD:root>0 Friday/NNP:obj>2 that/TO:mark>6 bans/NNS:nsubj>6 failed/VBD:acl:relcl>3'),
    ).toContain('failed:ccomp>2'));
  it('is no matter of treebanks without open clauses', () => expect(weekdayNames(TAGS, ['root', 'obj'])).toBeNull());
});
