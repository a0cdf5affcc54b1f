// The two names that open a headline, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangListed, listedNames } from './listed-subjects.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBP', 'VERB VBZ', 'VERB VBD', 'PUNCT ,', 'ADJ JJ', 'PART TO', 'VERB VB'];
const RELATIONS = 'root nsubj vocative appos conj obj punct amod acl mark'.split(' ');
const names = listedNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangListed(state, names));

describe('two names before the verb of a headline', () => {
  it('are both its subject', () =>
    expect(hung('Kestria/NNP:nsubj>4 ,/,:punct>1 Velmar/NNP:nsubj>4 sign/VBP:root>0 deal/NN:obj>4')).toContain(
      'Kestria:nsubj>4 ,:punct>1 Velmar:conj>1',
    ));
  it('are it where the first was taken for one who is called', () =>
    expect(hung('Kestria/NNP:vocative>4 ,/,:punct>1 Velmar/NNP:nsubj>4 sign/VBP:root>0')).toContain(
      'Kestria:nsubj>4 ,:punct>1 Velmar:conj>1',
    ));
  it('are it where the second was taken for what the first is', () =>
    expect(hung('Holt/NNP:nsubj>4 ,/,:punct>3 Kern/NNP:appos>1 meet/VBP:root>0')).toContain('Kern:conj>1'));
  it('stay as they are before a verb of one', () =>
    expect(hung('Holt/NNP:nsubj>4 ,/,:punct>3 Kern/NNP:appos>1 meets/VBZ:root>0')).toContain('Kern:appos>1'));
  it('stay as they are with a comma behind them', () => {
    const words = 'Holt/NNP:nsubj>5 ,/,:punct>3 mayor/NN:appos>1 ,/,:punct>3 sign/VBP:root>0';
    expect(hung(words)).toContain('mayor:appos>1');
  });
  it('are both the doers of what they are to do', () =>
    expect(
      hung('Kestria/NNP:root>0 ,/,:punct>3 Velmar/NNP:appos>1 to/TO:mark>5 resume/VB:acl>1 ties/NN:obj>5'),
    ).toContain('Velmar:conj>1'));
  it('stay as they are before a noun', () =>
    expect(hung('Kestria/NNP:root>0 ,/,:punct>3 Velmar/NNP:appos>1 deal/NN:appos>1')).toContain('Velmar:appos>1'));
  it('may be the two lands of several', () =>
    expect(
      hung('Norlandic/JJ:acl>5 ,/,:punct>1 Velmarian/JJ:amod>4 envoys/NN:nsubj>5 sign/VBP:root>0 pact/NN:obj>5'),
    ).toContain('Norlandic:amod>4 ,:punct>1 Velmarian:conj>1'));
  it('are no matter of treebanks without conjuncts', () => expect(listedNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
