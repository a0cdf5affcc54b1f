// Words in, the names of spots that no gazetteer knows out; people, days, bodies and peoples are none.
import { describe, expect, it } from 'vitest';
import { passedIn, spotsIn } from './spot.ts';

const named = (text: string) => spotsIn(text, new Set()).map(({ name }) => name);

describe('spots', () => {
  it.each([
    ['Missiles struck the grain terminal of Port Averin late on Monday.', 'Port Averin'],
    ['The strike on Averin earlier this month killed nine.', 'Averin'],
    ['Shells fell near the Linden Gap.', 'Linden Gap'],
    ['Two men were shot on Harbour Street.', 'Harbour Street'],
    ['The mayor of Port Averin spoke.', 'Port Averin'],
    ['The shelling of Upper Tarn went on.', 'Upper Tarn'],
  ])('are read from %j', (text, name) => expect(named(text)).toEqual([name]));
  it.each([
    'He was charged with the murder of Ilse Varga.',
    'They were gunned down on Jan. 19.',
    'The ship was hit in Polish waters.',
    'He was shown in Sobel’s killing.',
    'Three were shot on Thanksgiving weekend.',
    'A report to the Street Crimes Unit and at the Foreign Ministry followed.',
    'A shooting in Southwest left two dead.',
    'The news in WISH was bad.',
  ])('are none in %j', (text) => expect(named(text)).toEqual([]));
  it('are only passed where something leaves them or comes from there', () => {
    const text = 'The first batteries would leave the Linden Gap, and a convoy came from Upper Tarn.';
    expect(named(text)).toEqual([]);
    expect(passedIn(text, new Set()).map(({ name }) => name)).toEqual(['Linden Gap', 'Upper Tarn']);
  });
});
