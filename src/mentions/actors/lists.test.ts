// The lists of actors hold together: terms that can be true at once, days that exist, codes that are codes.
import { describe, expect, it } from 'vitest';
import { readList } from '../../lexicon/read-list.ts';
import { dayNumber, daysInMonth, isoDay } from '../times/calendar.ts';

/** Offices that one person holds at a time in a country; generals, envoys and heads of bodies there may be several. */
const SINGLE = new Set([
  'president', 'prime minister', 'vice president', 'chancellor', 'king', 'emir', 'supreme leader', 'pope', 'foreign minister', 'foreign secretary',
  'secretary of state', 'defense minister', 'defence secretary', 'secretary of defense', 'high representative', 'national security adviser',
]); // biome-ignore format: one table
/** Bodies of no country have presidents of their own each. */
const MANY = new Set(['IGO', 'NGO', 'NSA']);
/** Terms that overlap because two claimed one office. */
const DISPUTED = new Set(['CIV president', 'GMB president']);
const SECTORS =
  /^(?:AGR|BUS|COP|CRM|CVL|EDU|ELI|GOV|IGO|JRN|JUD|LAB|LEG|MED|MIL|NGO|OPP|PRM|PTY|REB|REF|REL|SET|SOC|SPY|UAF|UNK|UNS)?$/;

const rows = (name: string) => readList(`en/actors/${name}`).rows;
const exists = (day: string): boolean => {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  return (
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(day) && month >= 1 && month <= 12 && of >= 1 && of <= daysInMonth(year, month)
  );
};
/** First or last day number of a day that may lack month or day. */
function edge(day: string, last: boolean): number {
  if (day === '') return Number.POSITIVE_INFINITY;
  const [year = 0, month, of] = day.split('-').map(Number);
  const m = month ?? (last ? 12 : 1);
  return dayNumber(year, m, of ?? (last ? daysInMonth(year, m) : 1));
}

describe('leaders.tsv', () => {
  const leaders = rows('leaders').map(([name = '', gender = '', country = '', office = '', sector = '', from = '', to = '']) => ({
    name, gender, country, office, sector, from, to,
  })); // biome-ignore format: one shape

  it('has days that exist, each term ending after it began', () => {
    const bad = leaders.filter(
      ({ from, to }) => !exists(from) || (to !== '' && (!exists(to) || edge(to, true) <= edge(from, false))),
    );
    expect(bad).toEqual([]);
  });

  it('has a gender, a country and a sector in every row', () => {
    const known = new Set(rows('countries').map((row) => row[1] ?? ''));
    const bad = leaders.filter(
      ({ gender, country, sector }) =>
        !/^[mf]$/.test(gender) || !(known.has(country) || MANY.has(country)) || sector === '' || !SECTORS.test(sector),
    );
    expect(bad).toEqual([]);
  });

  it('gives an office that one person holds to one person at a time', () => {
    const overlaps: string[] = [];
    const held = leaders.filter(({ office, country }) => SINGLE.has(office) && !MANY.has(country));
    held.forEach((a, index) => {
      for (const b of held.slice(index + 1)) {
        if (a.country !== b.country || a.office !== b.office) continue;
        // two spellings of one name share both days
        if (a.from === b.from && a.to === b.to) continue;
        // the day of handing over belongs to both
        const both = Math.min(edge(a.to, true), edge(b.to, true)) - Math.max(edge(a.from, false), edge(b.from, false));
        const coarse = [a.from, a.to, b.from, b.to].some((day) => day !== '' && day.length < 10);
        if (both > (coarse ? 366 : 0) && !DISPUTED.has(`${a.country} ${a.office}`))
          overlaps.push(`${a.country} ${a.office}: ${a.name} ${a.from}–${a.to}, ${b.name} ${b.from}–${b.to}`);
      }
    });
    expect(held.length).toBeGreaterThan(300);
    expect(overlaps).toEqual([]);
  });

  it('says nothing twice, and nothing about days to come', () => {
    const keys = leaders.map((one) => `${one.name}|${one.country}|${one.office}|${one.from}`);
    expect(new Set(keys).size).toBe(keys.length);
    const latest = Math.max(...leaders.map(({ from }) => edge(from, false)));
    expect(isoDay(latest) < '2027').toBe(true);
    expect(leaders.filter(({ to }) => to !== '' && edge(to, false) > latest + 366)).toEqual([]);
  });
});

describe('the other lists', () => {
  it('bodies have a kind, a country code or none, and a sector', () => {
    const bad = rows('bodies').filter(
      ([, name = '', kind = '', country = '', sector = '']) =>
        name === '' ||
        !/^(?:organisation|group)$/.test(kind) ||
        !/^(?:[A-Z]{3})?$/.test(country) ||
        !SECTORS.test(sector),
    );
    expect(bad).toEqual([]);
  });

  it('countries have a code, a use, and their own name among their words', () => {
    const countries = rows('countries');
    expect(
      countries.filter(
        ([, code = '', use = '']) => !/^[A-Z]{3}$/.test(code) || !/^(?:name|adjective|people|capital|seat)$/.test(use),
      ),
    ).toEqual([]);
    const named = new Set(countries.filter((row) => row[2] === 'name').map(([words, code]) => `${words} ${code}`));
    const lacking = new Set(countries.map((row) => `${row[3]} ${row[1]}`).filter((key) => !named.has(key)));
    expect([...lacking]).toEqual([]);
  });

  it('one name has one code', () => {
    const codes = new Map<string, Set<string>>();
    for (const [, code = '', , name = ''] of rows('countries'))
      codes.set(name, (codes.get(name) ?? new Set()).add(code));
    expect([...codes].filter(([, set]) => set.size > 1)).toEqual([]);
  });

  it('titles and agents have a sector', () => {
    expect(rows('titles').filter(([, sector = '']) => !SECTORS.test(sector))).toEqual([]);
    expect(
      rows('agents').filter(([, kind = '', sector = '']) => !/^(?:person|group)$/.test(kind) || !SECTORS.test(sector)),
    ).toEqual([]);
  });
});
