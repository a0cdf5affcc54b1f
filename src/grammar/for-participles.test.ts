// Whom “for” leads before a participle, on trees made by hand.
import { expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { forNames, hangForParticiples } from './for-participles.ts';

const TAGS = ['NOUN NN', 'DET DT', 'VERB VBD', 'VERB VBN', 'ADP IN'];
const RELATIONS = 'root nsubj obj det obl advcl mark case acl'.split(' ');
const names = forNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangForParticiples(state, names));

it('is the noun that the participle describes', () =>
  expect(
    hung('judge/NN:nsubj>2 set/VBD:root>0 bail/NN:obj>2 for/IN:mark>7 a/DT:det>6 nurse/NN:obl>7 charged/VBN:advcl>2'),
  ).toBe('judge:nsubj>2 set:root>0 bail:obj>2 for:case>6 a:det>6 nurse:obl>2 charged:acl>6'));
it('is that noun where “for” hangs from it already, and no length of time', () => {
  expect(hung('set/VBD:root>0 bail/NN:obj>1 for/IN:case>4 nurse/NN:obl>5 charged/VBN:advcl>1')).toContain(
    'nurse:obl>1 charged:acl>4',
  );
  expect(hung('held/VBD:root>0 nurse/NN:obj>1 for/IN:case>4 hours/NN:obl>5 accused/VBN:advcl>1')).toContain(
    'accused:advcl>1',
  );
});
it('is nobody where the noun is the subject of a clause', () =>
  expect(hung('judge/NN:nsubj>2 set/VBD:root>0 for/IN:mark>5 nurse/NN:nsubj>5 charged/VBN:advcl>2')).toContain(
    'charged:advcl>2',
  ));
it('is no matter of treebanks without such clauses', () => expect(forNames(TAGS, ['root', 'obl'])).toBeNull());
