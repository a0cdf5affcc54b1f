// A file of a user's own rules in, the profile `house` by them out.
import { parseList } from '../../lexicon/read-list.ts';
import { CLASSES, type OriginClass } from '../origin.ts';
import { inListOrder } from '../own-rows.ts';
import type { Vague } from './figure-claim.ts';
import { PROFILES, type Profile } from './profile.ts';

const LOOSE: readonly Vague[] = ['couple', 'few', 'several', 'tens', 'dozens', 'scores', 'hundreds', 'thousands'];
const PICKS: readonly Profile['pick'][] = ['lowest', 'reliable', 'range'];
const MEASURES = [
  'killed', 'injured', 'missing', 'captured', 'displaced', 'evacuated', 'detained', 'troops', 'fighters', 'people',
  'attacks', 'launched', 'intercepted', 'vehicles',
] as const; // biome-ignore format: one list

/**
 * Parses a tab-separated file: `# source: …`, `# columns: rule⇥value`, then a rule a line: `measures` (with commas, or
 * `all`), `pick` (lowest, reliable, range), `trust` (kinds of origin, most reliable first; what is left out is not
 * counted), `grades` (yes, no), and what loose words count as (`dozens⇥24`). What is not said stays as it is. Throws
 * LexiconError or RangeError with the file and the rule.
 */
export function parseHouse(content: string, file: string): Profile {
  let house = PROFILES.find(({ name }) => name === 'house') as Profile;
  for (const [rule = '', value = ''] of parseList(inListOrder(content), file).rows) {
    const refuse = (what: string): never => {
      throw new RangeError(`${file}: “${rule}”: ${JSON.stringify(value)} ${what}`);
    };
    const some = <T extends string>(known: readonly T[]): T[] =>
      value.split(',').map((one) => {
        const word = one.trim();
        return known.find((each) => each === word) ?? refuse(`has “${word}”; there are ${known.join(', ')}`);
      });
    if (rule === 'measures') house = { ...house, measures: value === 'all' ? 'all' : some(MEASURES) };
    else if (rule === 'pick') house = { ...house, pick: some(PICKS)[0] as Profile['pick'] };
    else if (rule === 'trust') house = { ...house, trust: some<OriginClass>(CLASSES) };
    else if (rule === 'grades') house = { ...house, grades: some(['yes', 'no'])[0] === 'yes' };
    else {
      const loose = LOOSE.find((word) => word === rule);
      if (!loose) refuse(`: there is no such rule; there are measures, pick, trust, grades, ${LOOSE.join(', ')}`);
      const number = Number(value);
      if (!(Number.isFinite(number) && number >= 0)) refuse('is no number');
      house = { ...house, vague: { ...house.vague, [loose as Vague]: number } };
    }
  }
  return house;
}
