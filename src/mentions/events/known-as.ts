// A noun for a group in, the token of the name that its own words give it out: "a militia known as the Tarn Brigade", "a group calling itself Orlec".
import { NOUN, PROPN, REL } from '../actors/token-view.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

/** What a name is given by, and what leads the name behind it. */
const NAMING: ReadonlyMap<string, string> = new Map([
  ['known', 'as'],
  ['called', ''],
  ['named', ''],
  ['dubbed', ''],
  ['calling', 'itself'],
]);
/** Parts of a body that bear names of their own. */
const PARTS = /^(?:affiliate|branch|wing|offshoot|faction|splinter|arm)$/;
const GROUP = kindBit('body') | kindBit('forces') | kindBit('person');
const FAR = 4;

/** -1 where no name is given. */
export function knownAs(noun: number, { view, kinds, roles }: Matcher): number {
  const { upos, lower, relation, sentence } = view;
  if (upos[noun] !== NOUN || view.tag(noun) !== 'NN') return -1;
  if ((kinds.of(noun) & GROUP) === 0 && !PARTS.test(lower[noun] ?? '')) return -1;
  const naming = roles.childBy(noun, REL.acl);
  const led = naming === noun + 1 ? NAMING.get(lower[naming] ?? '') : undefined;
  if (led === undefined || (led !== '' && lower[naming + 1] !== led)) return -1;
  // the article of a name, and no words that only say what it is
  let at = naming + (led === '' ? 1 : 2);
  if (lower[at] === 'the') at++;
  if (upos[at] !== PROPN || sentence[at] !== sentence[noun]) return -1;
  // the word that the rest of the name hangs from
  for (let word = at; word < at + FAR && upos[word] === PROPN; word++)
    if (relation[word] !== REL.compound && relation[word] !== REL.flat) return word;
  return at;
}
