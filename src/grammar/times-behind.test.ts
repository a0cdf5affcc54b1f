// Names right before “next month”, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangBeforeTimes, timeNames } from './times-behind.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VB', 'ADJ JJ', 'ADP IN'];
const RELATIONS = 'root nsubj obj obl obl:unmarked compound amod case'.split(' ');
const names = timeNames(TAGS, RELATIONS)!;

const hung = hungBy(TAGS, RELATIONS, (state) => hangBeforeTimes(state, names));

describe('a name right before “next month”', () => {
  it('is the object of the verb', () =>
    expect(hung('visit/VB:root>0 Ankara/NNP:compound>4 next/JJ:amod>4 month/NN:obl:unmarked>1')).toBe(
      'visit:root>0 Ankara:obj>1 next:amod>4 month:obl:unmarked>1',
    ));
  it('takes its preposition along', () =>
    expect(hung('go/VB:root>0 to/IN:case>5 Oslo/NNP:compound>5 next/JJ:amod>5 week/NN:obl>1')).toBe(
      'go:root>0 to:case>3 Oslo:obl>1 next:amod>5 week:obl:unmarked>1',
    ));
  it('is oblique where there is an object', () =>
    expect(hung('met/VB:root>0 him/NN:obj>1 Ankara/NNP:compound>5 last/JJ:amod>5 year/NN:obl>1')).toContain(
      'Ankara:obl>1',
    ));
  it('leaves other phrases alone', () => {
    const words = 'visit/VB:root>0 Ankara/NNP:compound>4 next/JJ:amod>4 station/NN:obj>1';
    expect(hung(words)).toBe('visit:root>0 Ankara:compound>4 next:amod>4 station:obj>1');
  });
  it('is no matter of treebanks without times', () => expect(timeNames(TAGS, ['root', 'obj'])).toBeNull());
});
