// Subjects of clauses behind “after”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { clauseSubjectNames, hangClauseSubjects } from './clause-subjects.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBN', 'AUX VBD', 'ADP IN', 'PUNCT ,'];
const RELATIONS = 'root nsubj nsubj:pass obl obl:agent advcl case mark aux aux:pass appos punct'.split(' ');
const names = clauseSubjectNames(RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangClauseSubjects(state, names));

describe('a noun behind “after”', () => {
  it('is the subject of a clause without one', () =>
    expect(hung('fled/VBN:root>0 after/IN:case>3 Holt/NNP:obl>1 was/VBD:aux:pass>5 shot/VBN:advcl>1')).toBe(
      'fled:root>0 after:mark>5 Holt:nsubj:pass>5 was:aux:pass>5 shot:advcl>1',
    ));
  it('keeps what it is called', () =>
    expect(
      hung(
        'fled/VBN:root>0 after/IN:case>3 Holt/NNP:obl>1 ,/,:punct>5 mayor/NN:obl:agent>1 ,/,:punct>8 was/VBD:aux:pass>8 shot/VBN:advcl>1',
      ),
    ).toContain('mayor:appos>3'));
  it('is no subject of a clause that has one', () => {
    const words =
      'fled/VBN:root>0 after/IN:case>3 noon/NN:obl>1 Holt/NNP:nsubj:pass>6 was/VBD:aux:pass>6 shot/VBN:advcl>1';
    expect(hung(words)).toContain('noon:obl>1');
  });
  it('is none of a participle', () =>
    expect(hung('fled/VBN:root>0 after/IN:case>3 noon/NN:obl>1 ,/,:punct>5 shot/VBN:advcl>1')).toContain('noon:obl>1'));
  it('is no matter of treebanks without passives', () => expect(clauseSubjectNames(['root', 'nsubj'])).toBeNull());
});
