// Names right behind a day, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { dayNames, hangBehindDays } from './days-before.ts';

const TAGS = ['NOUN NN', 'PROPN NNP', 'VERB VBD', 'ADJ JJ', 'ADP IN', 'NUM CD'];
const RELATIONS = 'root nsubj obj obl obl:unmarked compound flat nmod:poss amod case nummod'.split(' ');
const names = dayNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangBehindDays(state, names));

describe('a name right behind a day', () => {
  it('is the subject of the verb', () =>
    expect(hung('On/IN:case>2 Sunday/NNP:obl>4 Kestria/NNP:flat>2 left/VBD:root>0')).toBe(
      'On:case>2 Sunday:obl>4 Kestria:nsubj>4 left:root>0',
    ));
  it('is an owner within the subject', () =>
    expect(
      hung('On/IN:case>5 Sunday/NNP:nmod:poss>5 Kestria/NNP:flat>2 ’s/IN:case>2 army/NN:obl>6 left/VBD:root>0'),
    ).toBe('On:case>2 Sunday:obl>6 Kestria:nmod:poss>5 ’s:case>3 army:nsubj>6 left:root>0'));
  it('stands behind a day of a month too', () =>
    expect(hung('On/IN:case>2 8/CD:obl>5 March/NNP:compound>4 Kestria/NNP:nsubj>5 left/VBD:root>0')).toBe(
      'On:case>3 8:nummod>3 March:obl>5 Kestria:nsubj>5 left:root>0',
    ));
  it('leaves the day to the verb of saying before it', () =>
    expect(hung('said/VBD:root>0 Sunday/NNP:compound>3 Kestria/NNP:nsubj>4 left/VBD:obj>1')).toBe(
      'said:root>0 Sunday:obl:unmarked>1 Kestria:nsubj>4 left:obj>1',
    ));
  it('stays a part of a name that is no clause’s own', () => {
    const words = 'the/IN:case>3 Sunday/NNP:compound>3 Kestrian/NNP:obl>4 left/VBD:root>0 it/NN:obj>4';
    expect(hung(words)).toContain('Kestrian:obl>4');
    expect(hung('Sunday/NNP:compound>2 Times/NNP:nsubj>3 left/VBD:root>0')).toContain('Sunday:compound>2');
  });
  it('is no matter of treebanks without times', () => expect(dayNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
