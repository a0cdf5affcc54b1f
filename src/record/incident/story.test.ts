// Two short reports in, whether they are of one story out: names, places and numbers tell alike happenings apart.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { read } from '../../reading/read.ts';
import { IncidentIndex } from './incident-index.ts';
import { factsOf, likenessOfReports, STORY } from './story.ts';

const like = (a: string, b: string) => {
  const [one, other] = readingsOf(a, b).map(factsOf);
  return likenessOfReports(one!, other!);
};
const undated = (a: string, b: string) => likenessOfReports(factsOf(read(a, {})), factsOf(read(b, {})));

describe('reports of one story', () => {
  it('share places and names, with the reasons told', () => {
    const { points, reasons } = like(
      '2026-03-03 Wire: A ferry sank off Port Averin on Monday with 40 dock workers on board. Captain Josip Adler was rescued.',
      '2026-03-04 Post: Divers searched for the ferry that sank off Port Averin. The captain, Josip Adler, was questioned.',
    );
    expect(points).toBeGreaterThanOrEqual(STORY.linked);
    expect(reasons).toContain('the same names');
  });
  it('a number of the same thing that differs speaks against it, one in common for it', () => {
    const base = 'The Kestrian navy captured 23 pirates in the Gulf of Averin, the ministry said.';
    const same = undated(base, 'Kestria said that its navy seized 23 pirates in the Gulf of Averin.');
    const other = undated(base, 'Kestria said that its navy seized 26 pirates in the Gulf of Averin.');
    expect(same.points - other.points).toBeGreaterThanOrEqual(2);
    expect(same.reasons).toContain('the same numbers');
  });
  it('people of the one whom the other does not name speak against it', () => {
    const base = 'The goalkeeper Ivo Lanz was arrested in Velmar for driving drunk.';
    const same = undated(base, 'Ivo Lanz, a goalkeeper, was arrested in Velmar after driving drunk.');
    const other = undated(base, 'Pavel Horn, a goalkeeper, was arrested in Velmar after driving drunk.');
    expect(same.points - other.points).toBeGreaterThan(1.5);
  });
  it('symmetric, and nothing where no words are shared', () => {
    const a = '2026-03-03 Wire: A ferry sank off Port Averin on Monday.';
    const b = '2026-03-04 Post: The ferry off Port Averin sank in a storm on Monday.';
    expect(like(a, b)).toEqual(like(b, a));
    expect(like(a, '2026-03-03 Wire: Parliament in Velmar voted on a budget.').points).toBeLessThan(STORY.proposed);
  });
});

describe('a late report', () => {
  const first =
    '2026-01-10 Wire: Gunmen killed the banker Josip Adler in the town of Port Averin on Saturday, January 10.';
  const late =
    '2026-07-20 Post: A court in Velmar tried the gunmen who killed the banker Josip Adler in Port Averin on January 10, 2026.';
  const others = Array.from(
    { length: 6 },
    (_, at) => `2026-0${at + 1}-15 Wire: Parliament in Velmar debated the price of bread for the ${at + 2}th time.`,
  );
  const storyOf = (reports: readonly string[]) => {
    const index = new IncidentIndex();
    const readings = readingsOf(...reports);
    for (const reading of readings) index.add(reading);
    const found = readings[reports.indexOf(first)]!.report.id;
    return index.storyOf(found).length;
  };
  it('is of the story of the day that it looks back on, whichever came first', () => {
    expect(storyOf([first, ...others, late])).toBe(2);
    expect(storyOf([late, ...others, first])).toBe(2);
  });
});
