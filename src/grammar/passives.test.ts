// Passives read as copulas, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangPassives, passiveNames } from './passives.ts';

const TAGS = ['NOUN NN', 'VERB VBN', 'ADJ JJ', 'AUX VBD'];
const RELATIONS = 'root nsubj nsubj:pass cop aux:pass'.split(' ');
const names = passiveNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangPassives(state, names));

describe('“was”', () => {
  it('makes a passive of a participle', () =>
    expect(hung('curfew/NN:nsubj>3 was/VBD:cop>3 relaxed/VBN:root>0')).toBe(
      'curfew:nsubj:pass>3 was:aux:pass>3 relaxed:root>0',
    ));
  it('stays a copula before an adjective', () =>
    expect(hung('curfew/NN:nsubj>3 was/VBD:cop>3 strict/JJ:root>0')).toContain('was:cop>3'));
  it('is no matter of treebanks without passives', () => expect(passiveNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
