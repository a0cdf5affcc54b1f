// Whom a clause of “who” behind a place describes, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangWho, whoNames } from './who-of-places.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'PROPN NNP', 'VERB VBD', 'ADP IN', 'PRON WP', 'PUNCT ,'];
const RELATIONS = 'root nsubj nsubj:pass obj obl nmod case punct compound acl:relcl'.split(' ');
const names = whoNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangWho(state, names));

describe('a clause of “who” behind a place', () => {
  it('describes those who are told to be there', () =>
    expect(
      hung('held/VBD:root>0 men/NNS:obj>1 in/IN:case>4 Velmar/NNP:obl>1 who/WP:nsubj>6 fled/VBD:acl:relcl>4'),
    ).toContain('fled:acl:relcl>2'));
  it('describes those whom the phrase of the place describes', () =>
    expect(
      hung(
        'met/VBD:root>0 men/NNS:obj>1 from/IN:case>4 camps/NNS:nmod>2 in/IN:case>6 Velmar/NNP:nmod>4 ,/,:punct>9 who/WP:nsubj>9 fled/VBD:acl:relcl>6',
      ),
    ).toContain('fled:acl:relcl>2'));
  it('describes the name where no word for a place leads it', () =>
    expect(
      hung('held/VBD:root>0 men/NNS:obj>1 with/IN:case>4 Holt/NNP:obl>1 who/WP:nsubj>6 fled/VBD:acl:relcl>4'),
    ).toContain('fled:acl:relcl>4'));
  it('describes whoever is of a body', () =>
    expect(
      hung(
        'met/VBD:root>0 men/NNS:obj>1 of/IN:case>5 Tarn/NNP:compound>5 Party/NNP:nmod>2 who/WP:nsubj>7 fled/VBD:acl:relcl>5',
      ),
    ).toContain('fled:acl:relcl>2'));
  it('describes whom one puts trust in', () =>
    expect(
      hung('had/VBD:root>0 trust/NN:obj>1 in/IN:case>4 Holt/NNP:nmod>2 who/WP:nsubj>6 fled/VBD:acl:relcl>4'),
    ).toContain('fled:acl:relcl>4'));
  it('stays where nobody else is told', () =>
    expect(hung('slept/VBD:root>0 in/IN:case>3 Velmar/NNP:obl>1 who/WP:nsubj>5 fled/VBD:acl:relcl>3')).toContain(
      'fled:acl:relcl>3',
    ));
  it('is no matter of treebanks without relative clauses', () => expect(whoNames(TAGS, ['root', 'obl'])).toBeNull());
});
