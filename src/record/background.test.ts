// Facts of one's own against what reports say of them.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { contradictionsOf, parseFacts } from './background.ts';

const FACTS = parseFacts(
  '# facts\n# source: ours\n# columns: name\tnouns\tabout\tbegan\tended\nthe war over the gap\twar, conflict\tVelmar, Sarnow\t2022-02-24\t-\n',
  'facts.tsv',
);
const reasons = (report: string) =>
  readingsOf(report).flatMap((reading) => contradictionsOf(reading, FACTS).map(({ reason }) => reason));

describe('background', () => {
  it('flags a war made too young', () =>
    expect(reasons('2025-04-24 Wire: Velmar called for a resolution to the two-year conflict.')[0]).toMatch(
      /“two-year”.*began on 2022-02-24, 3\.2 years/,
    ));
  it('leaves a rounded age alone', () => {
    expect(reasons('2025-04-24 Wire: Velmar called for a resolution to the three-year conflict.')).toEqual([]);
    expect(reasons('2025-04-24 Wire: Velmar spoke of the four-year war.')).toEqual([]);
  });
  it('flags a wrong year of its beginning', () =>
    expect(reasons('2025-04-24 Wire: Velmar has lost much in the war that began in 2021.')).toHaveLength(1));
  it('leaves the right year, another matter and another country alone', () => {
    expect(reasons('2025-04-24 Wire: Velmar has lost much in the war that began in 2022.')).toEqual([]);
    expect(reasons('2025-04-24 Wire: Velmar signed a two-year contract.')).toEqual([]);
    expect(reasons('2025-04-24 Wire: Peru spoke of the two-year conflict.')).toEqual([]);
  });
  it('a file that cannot be used is refused with file and line', () =>
    expect(() =>
      parseFacts(
        '# source: x\n# columns: name\tnouns\tabout\tbegan\tended\na war\twar\t-\tyesterday\t-\n',
        'facts.tsv',
      ),
    ).toThrow(/facts\.tsv.*yesterday/));
});
