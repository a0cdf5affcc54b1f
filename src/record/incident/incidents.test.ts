// Reports in, incidents out: what is one happening, what is two, and that the order of reports is nothing.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { read } from '../../reading/read.ts';
import { dateOf, dayOf } from './day.ts';
import { IncidentIndex } from './incident-index.ts';

const STRIKE = [
  '2026-03-03 Meridian Wire: Missiles struck the Ukrainian city of Odesa late on Monday, killing at least nine people and injuring dozens, officials said. The barrage set two warehouses on fire.',
  '2026-03-03 The Courier: Nine people were killed when missiles struck Odesa on Monday night, the mayor said. Two warehouses were on fire.',
  '2026-03-04 Evening Post: The number of people killed in Monday’s missile strike on Odesa rose to 14, the governor said.',
];
const OTHERS = [
  '2026-03-03 Meridian Wire: A missile struck the city of Lviv on Monday, killing two people.',
  '2026-03-20 Meridian Wire: Drones struck Odesa on Friday, killing one person.',
];

function grouped(reports: readonly string[]): string[][] {
  const index = new IncidentIndex();
  const readings = readingsOf(...reports);
  for (const reading of readings) index.add(reading);
  const number = new Map(readings.map((reading, at) => [reading.report.id, reports[at] as string]));
  return index
    .incidents()
    .filter(({ happenings }) => happenings[0].family === 'violence')
    .map(({ happenings }) => [...new Set(happenings.map(({ report }) => number.get(report) as string))].sort())
    .sort();
}

describe('incidents', () => {
  it('hold what different reports tell of one strike, and nothing else', () => {
    const groups = grouped([...STRIKE, ...OTHERS]);
    expect(groups.some((group) => group.includes(STRIKE[0]!) && group.includes(STRIKE[1]!))).toBe(true);
    for (const group of groups) {
      expect(group.includes(OTHERS[0]!) && group.length > 1).toBe(false);
      expect(group.includes(OTHERS[1]!) && group.length > 1).toBe(false);
    }
  });
  it('are the same whatever the order of reports', () => {
    const all = [...STRIKE, ...OTHERS];
    const first = grouped(all);
    for (let turn = 1; turn < all.length; turn++)
      expect(grouped([...all.slice(turn), ...all.slice(0, turn)])).toEqual(first);
    expect(grouped([...all].reverse())).toEqual(first);
  });
  it('a report added twice is one', () => expect(grouped([STRIKE[0]!, STRIKE[0]!])).toEqual(grouped([STRIKE[0]!])));
  it('say why two reports are one', () => {
    const index = new IncidentIndex();
    for (const reading of readingsOf(...STRIKE.slice(0, 2))) index.add(reading);
    const found = index
      .incidents()
      .find(({ happenings }) => new Set(happenings.map(({ report }) => report)).size === 2);
    expect(found && index.tiesOf(found)[0]?.reasons.join()).toMatch(/9 killed in both/);
  });
  it('hold what two reports are about, where only the reports name its towns', () => {
    const first =
      '2026-03-03 Meridian Wire: Masked men attacked the pupils in the gym with knives. Police with dogs came from Odesa and Kherson and searched the corridors of the music school, where parents waited in the rain.';
    const again =
      '2026-03-03 The Courier: Masked men stabbed people in the gym of the music school while parents waited in the rain. Police with dogs from Kherson and Odesa searched the corridors.';
    const other =
      '2026-03-03 The Courier: Masked men attacked a bank with knives. Police with dogs from Kharkiv and Lviv searched the street.';
    expect(grouped([first, again, other])).toEqual([[other], [first, again].sort()].sort());
  });
  it('are not linked by place and words alone where no day is known', () => {
    const index = new IncidentIndex();
    const told = [
      'January 9: coalition aircraft struck near Sinjar. One strike destroyed a tunnel entrance and a truck bomb.',
      'January 11: coalition aircraft struck near Sinjar. One strike destroyed a tunnel entrance and a mortar.',
    ].map((text) => read(text, {}));
    for (const reading of told) index.add(reading);
    for (const { happenings } of index.incidents())
      expect(new Set(happenings.map(({ report }) => report)).size).toBe(1);
  });
  it('follow what people decide', () => {
    const [a, b] = readingsOf(STRIKE[0]!, OTHERS[0]!);
    const events = [a!, b!].map((reading) => {
      const index = new IncidentIndex();
      index.add(reading);
      return index.incidents().find(({ happenings }) => happenings[0].family === 'violence')?.happenings[0]
        .id as string;
    });
    const index = new IncidentIndex({ same: [[events[0]!, events[1]!]], apart: [] });
    index.add(a!);
    index.add(b!);
    expect(index.incidentOf(events[0]!)?.id).toBe(index.incidentOf(events[1]!)?.id);
    expect(index.tiesOf(index.incidentOf(events[0]!)!)[0]?.reasons).toEqual(['decided to be the same']);
  });
});

describe('days', () => {
  it('go both ways', () => {
    expect(dayOf('1970-01-02T23:59:00Z')).toBe(1);
    expect(dateOf(dayOf('2024-02-29') as number)).toBe('2024-02-29');
    expect(dayOf('yesterday')).toBeNull();
    expect(dayOf(null)).toBeNull();
  });
});
