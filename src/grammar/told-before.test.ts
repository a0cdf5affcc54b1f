// Clauses before “…, he said”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangToldBefore, toldNames } from './told-before.ts';

const TAGS = ['NOUN NN', 'VERB VBD', 'ADP IN', 'PUNCT ,'];
const RELATIONS = 'root nsubj ccomp advcl obl case mark punct obj'.split(' ');
const names = toldNames(RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangToldBefore(state, names));

describe('a clause before “…, he said”', () => {
  it('belongs to what is told', () =>
    expect(
      hung(
        'guards/NN:nsubj>2 fell/VBD:ccomp>8 when/IN:mark>5 troops/NN:nsubj>5 fired/VBD:advcl>8 ,/,:punct>8 ministry/NN:nsubj>8 said/VBD:root>0',
      ),
    ).toContain('fired:advcl>2'));
  it('is the same before “…, said he”', () =>
    expect(
      hung('guards/NN:nsubj>2 fell/VBD:ccomp>6 in/IN:case>4 Arn/NN:obl>6 ,/,:punct>6 said/VBD:root>0 he/NN:nsubj>6'),
    ).toContain('Arn:obl>2'));
  it('is none of it behind the comma', () =>
    expect(
      hung('guards/NN:nsubj>2 fell/VBD:ccomp>7 ,/,:punct>7 on/IN:case>5 Monday/NN:obl>7 he/NN:nsubj>7 said/VBD:root>0'),
    ).toContain('Monday:obl>7'));
  it('is none of it without a comma', () => {
    const words = 'guards/NN:nsubj>2 fell/VBD:ccomp>5 in/IN:case>4 Arn/NN:obl>5 said/VBD:root>0';
    expect(hung(words)).toContain('Arn:obl>5');
  });
  it('is no matter of treebanks without clauses', () => expect(toldNames(['root', 'nsubj'])).toBeNull());
});
