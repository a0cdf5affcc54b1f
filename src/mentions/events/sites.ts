// A noun that names a site in, the names of the places where it stands out: "a military base in Lamu county in Kenya".
import { ADJ, ADP, DET, NOUN, NUM, PROPN, PUNCT, type TokenView } from '../actors/token-view.ts';
import { DAYS } from './role-words.ts';

/** Words behind a site in which its place is looked for. */
const REACH = 16;
const PLACING: ReadonlySet<string> = new Set([
  'in', 'at', 'near', 'inside', 'outside', 'within', 'of', 'on', 'along', 'around', 'across', 'throughout', 'over', 'from',
]); // biome-ignore format: one table

const DIRECTION = /^(?:north|south|north-?east|north-?west|south-?east|south-?west|east|west)$/;

/** Tokens of names, in the order of the text, that prepositions of place lead from the site on, whatever the parser hung them from. */
export function standsIn(site: number, { upos, lower, sentence, length }: TokenView): number[] {
  const names: number[] = [];
  let led = false;
  for (let at = site + 1; at < length && at <= site + REACH && sentence[at] === sentence[site]; at++) {
    const pos = upos[at];
    const word = lower[at] ?? '';
    // "an area west of Tarn"
    if (lower[at + 1] === 'of' && DIRECTION.test(word)) continue;
    if (pos === ADP) {
      // "rockets were fired at the city from Velmar": whence they came
      if (word === 'from' && at === site + 1) break;
      // "a tanker off Somalia" is not Somalia's
      if (!PLACING.has(word)) break;
      led = true;
    } else if (pos === PROPN) {
      if (!led || DAYS.has(word)) break;
      names.push(at);
    } else if (pos === NOUN) {
      if (!led || DAYS.has(word)) break;
    } else if (pos === PUNCT) {
      // "in Kamuya, Nigeria"
      if (word !== ',' && word !== '-') break;
      if (word === ',' && upos[at + 1] !== PROPN) break;
    } else if (pos !== DET && pos !== ADJ && pos !== NUM && word !== "'s" && word !== '’s') break;
  }
  return names;
}
