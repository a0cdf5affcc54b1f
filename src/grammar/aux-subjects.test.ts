// Subjects right before an auxiliary, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { auxiliaryNames, hangAuxiliarySubjects } from './aux-subjects.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBN', 'AUX VBD', 'VERB VB', 'AUX MD', 'ADP IN', 'PART TO', 'CCONJ CC', 'ADV RB']; // biome-ignore format: one table
const RELATIONS =
  'root nsubj nsubj:pass csubj csubj:pass expl obj iobj obl nmod conj cc advmod ccomp xcomp advcl parataxis case mark aux aux:pass cop punct'.split(
    ' ',
  );
const names = auxiliaryNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangAuxiliarySubjects(state, names));

// every VBD here is an auxiliary to the rule
describe('a noun right before an auxiliary', () => {
  it('is the subject of what is told, and no object of the telling', () =>
    expect(hung('said/VBD:root>0 Holt/NNP:obj>1 was/VBD:aux:pass>4 shot/VBN:ccomp>1')).toBe(
      'said:root>0 Holt:nsubj:pass>4 was:aux:pass>4 shot:ccomp>1',
    ));
  it('is no object of the clause behind it', () =>
    expect(hung('alleged/VBD:root>0 ministry/NN:obj>4 would/MD:aux>4 strike/VB:ccomp>1')).toContain(
      'ministry:nsubj>4',
    ));
  it('is the subject of a clause that “and” joins', () => {
    const words =
      'fought/VBD:root>0 with/IN:case>3 police/NN:obl>1 and/CC:cc>5 Holt/NNP:conj>3 was/VBD:aux:pass>7 found/VBN:conj>1';
    expect(hung(words)).toContain('and:cc>7 Holt:nsubj:pass>7');
  });
  it('is an object before it, however long its name', () => {
    const words = 'said/VBD:root>0 group/NN:obj>5 Front/NNP:nmod>2 had/VBD:aux>5 freed/VBN:ccomp>1 nurses/NN:obj>5';
    expect(hung(words)).toContain('group:nsubj>5');
  });
  it('is none where the clause has one', () => {
    const words = 'told/VBD:root>0 Holt/NNP:obj>1 police/NN:nsubj>5 had/VBD:aux>5 left/VBN:ccomp>1';
    expect(hung(words)).toContain('Holt:obj>1');
  });
  it('is none of an infinitive', () =>
    expect(hung('saw/VBD:root>0 Holt/NNP:obj>1 to/TO:mark>5 be/VB:aux:pass>5 shot/VBN:xcomp>1')).toContain(
      'Holt:obj>1',
    ));
  it('is no matter of treebanks without passives', () => expect(auxiliaryNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
