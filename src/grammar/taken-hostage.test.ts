// Who was taken hostage, on trees made by hand.
import { describe, expect, it } from 'vitest';
import { hungBy } from '../../test/support/hung.ts';
import { hangHostages, hostageNames } from './taken-hostage.ts';

const TAGS = ['NOUN NN', 'NOUN NNS', 'VERB VBD', 'ADP IN', 'DET DT'];
const RELATIONS = 'root nsubj obj compound xcomp nmod case det'.split(' ');
const names = hostageNames(TAGS, RELATIONS)!;
const hung = hungBy(TAGS, RELATIONS, (state) => hangHostages(state, names));

describe('those taken hostage', () => {
  it('are the object', () => {
    const trees = hung('gunmen/NNS:nsubj>2 took/VBD:root>0 the/DT:det>5 guests/NNS:compound>5 hostage/NN:obj>2');
    expect(trees).toContain('guests:obj>2');
    expect(trees).toContain('the:det>4');
    expect(trees).toContain('hostage:xcomp>2');
  });
  it('are those of whom so many were taken', () => {
    const trees = hung(
      'gunmen/NNS:nsubj>2 took/VBD:root>0 dozens/NNS:obj>2 of/IN:case>6 guests/NNS:compound>6 hostage/NN:nmod>3',
    );
    expect(trees).toContain('guests:nmod>3');
    expect(trees).toContain('hostage:xcomp>2');
  });
  it('may be one, but no prisoner of a kind', () => {
    expect(hung('gunmen/NNS:nsubj>2 took/VBD:root>0 the/DT:det>5 mayor/NN:compound>5 hostage/NN:obj>2')).toContain(
      'mayor:obj>2',
    );
    expect(hung('gunmen/NNS:nsubj>2 took/VBD:root>0 a/DT:det>5 rebel/NN:compound>5 prisoner/NN:obj>2')).toContain(
      'rebel:compound>5',
    );
  });
  it('are nobody where nobody takes them', () =>
    expect(hung('gunmen/NNS:nsubj>2 met/VBD:root>0 guests/NNS:compound>4 hostage/NN:obj>2')).toContain(
      'guests:compound>4',
    ));
  it('are no matter of treebanks without compounds', () => expect(hostageNames(TAGS, ['root', 'obj'])).toBeNull());
});
