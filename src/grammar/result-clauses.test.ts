// What a blow did, behind the clause of the blow, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangResults, resultNames } from './result-clauses.ts';

const TAGS = ['NOUN NN', 'VERB VBD', 'VERB VBG', 'SCONJ WRB', 'PUNCT ,'];
const RELATIONS = 'root nsubj nsubj:pass obj advcl advmod punct acl:relcl acl'.split(' ');
const names = resultNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangResults(state, names));

describe('what killed, behind a comma', () => {
  it('is the blow before it, and not what those who were hit did', () => {
    const words =
      'family/NN:nsubj>2 slept/VBD:root>0 when/WRB:advmod>5 shell/NN:nsubj>5 hit/VBD:advcl>2 ,/,:punct>7 killing/VBG:advcl>2';
    expect(hung(words)).toContain('killing:advcl>5');
  });
  it('stays with a blow of the main clause', () => {
    const words =
      'rebels/NN:nsubj>2 attacked/VBD:root>0 when/WRB:advmod>5 convoy/NN:nsubj>5 hit/VBD:advcl>2 ,/,:punct>7 killing/VBG:advcl>2';
    expect(hung(words)).toContain('killing:advcl>2');
  });
  it('stays where no blow was dealt', () => {
    const words =
      'gunman/NN:nsubj>2 fled/VBD:root>0 when/WRB:advmod>5 police/NN:nsubj>5 came/VBD:advcl>2 ,/,:punct>7 killing/VBG:advcl>2';
    expect(hung(words)).toContain('killing:advcl>2');
  });
  it('is the deed that others speak of, and not what those did to whom it was done', () => {
    const words =
      'police/NN:nsubj>2 beat/VBD:root>0 monks/NN:obj>2 who/WRB:nsubj>5 blocked/VBD:acl:relcl>3 road/NN:obj>5 ,/,:punct>8 drawing/VBG:advcl>5 anger/NN:obj>8';
    expect(hung(words)).toContain('drawing:advcl>2');
  });
  it('is the penalty, and not what those did who are punished', () => {
    const words =
      'union/NN:nsubj>2 listed/VBD:root>0 men/NN:obj>2 accused/VBD:acl>3 shelling/VBG:advcl>4 ,/,:punct>7 freezing/VBG:advcl>5 assets/NN:obj>7';
    expect(hung(words)).toContain('freezing:advcl>2');
  });
  it('is no matter of treebanks without such clauses', () => expect(resultNames(TAGS, ['root', 'nsubj'])).toBeNull());
});
