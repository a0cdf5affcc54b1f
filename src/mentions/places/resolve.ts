// Names with what each may stand for in, one entry for each name out: by the report's own evidence, each with its reason.
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import type { Sort } from './wording.ts';

/** All mentions of one name in a report. */
export interface Group {
  readonly words: string;
  readonly entries: readonly number[];
  /** Mentions of it that are places. */
  count: number;
  /** Groups that its words are said to lie in: “Athens, Ga.”, “the town of X in Y”. */
  readonly inside: Set<Group>;
  readonly sorts: Set<Sort>;
  dateline: boolean;
  /** What it was resolved to; null while open or where the evidence is even. */
  entry: number | null;
  /** The level ones, when it stays open. */
  level: readonly number[];
  why: string;
}

/** Country codes that the report names in other ways, with how often: “Syrian”, “Damascus said”. */
export type CountryEvidence = ReadonlyMap<string, number>;

const NEAR = 60;
const REGIONAL = 250;
/** Below this lead over the next one, and so far from it, nothing is settled. */
const EVEN = 0.35;
const FAR = 161;

/** Resolves the groups in place, the surest first, since each one that is settled helps the others. */
export function resolve(groups: readonly Group[], gazetteer: Gazetteer, countries: CountryEvidence): void {
  const g = gazetteer;
  const named = new Map<string, number>(countries);
  const provinces = new Map<number, number>();
  const points: {
    readonly latitude: number;
    readonly longitude: number;
    readonly group: Group;
    readonly weight: number;
  }[] = [];
  const settle = (group: Group, entry: number) => {
    group.entry = entry;
    const country = g.country(entry);
    if (country)
      named.set(
        country,
        (named.get(country) ?? 0) + Math.min(3, group.count) * (g.kind(entry) === 'country' ? 1 : 0.7),
      );
    const province = g.province(entry);
    if (province >= 0) provinces.set(province, (provinces.get(province) ?? 0) + Math.min(3, group.count));
    const kind = g.kind(entry);
    if (kind !== 'country' && kind !== 'region')
      points.push({
        latitude: g.latitude(entry),
        longitude: g.longitude(entry),
        group,
        weight: kind === 'province' ? 0.3 : 1,
      });
  };

  interface Scored {
    readonly entry: number;
    readonly score: number;
    readonly reason: string;
  }
  const weigh = (group: Group): Scored[] => {
    const scored: Scored[] = [];
    let total = 0;
    for (const value of named.values()) total += value;
    for (const value of group.entries) {
      const entry = value & ~ALTERNATE;
      const kind = g.kind(entry);
      const size = g.size(entry);
      let score = size / 12 - (value >= ALTERNATE ? 2.5 : 0);
      let reason = size >= 150 ? 'the best known of the name' : 'the most populous of the name';
      let most = 0;
      const add = (points: number, why: string) => {
        score += points;
        if (points > most) {
          most = points;
          reason = why;
        }
      };
      if (kind === 'capital') score += 2;
      else if (kind === 'seat') score += 1;
      else if (kind === 'quarter') score -= 2;
      else if (kind === 'district') score -= 2.5;
      else if (kind === 'province') score -= 1.5;
      const sort = SORTED[kind];
      for (const wanted of group.sorts) {
        if (wanted === sort) add(4, `the words say that it is a ${wanted}`);
        else score -= 2.5;
      }
      if (group.inside.size > 0) {
        let inside = false;
        for (const outer of group.inside) {
          if (outer.entry !== null && g.within(entry, outer.entry)) {
            inside = true;
            add(12, `the words say that it lies in ${g.name(outer.entry)}`);
          } else if (
            outer.entry !== null &&
            outer.entry !== entry &&
            g.kind(outer.entry) === 'region' &&
            distance(g, entry, outer.entry) < 900
          )
            add(3, `it lies in ${g.name(outer.entry)}`);
        }
        if (!inside) score -= 1;
      }
      const country = g.country(entry);
      const weight = country ? (named.get(country) ?? 0) : 0;
      if (weight > 0 && kind !== 'country')
        add(2.6 * Math.log2(1 + weight) * (0.4 + (0.6 * weight) / total), `the report speaks of ${nameOf(g, country)}`);
      const province = g.province(entry);
      const there = province >= 0 && province !== entry ? (provinces.get(province) ?? 0) : 0;
      if (there > 0) add(2.2 * Math.log2(1 + there), `the report speaks of ${g.name(province)}`);
      let near = 0;
      for (const point of points) {
        if (point.group === group) continue;
        const km = kilometres(g.latitude(entry), g.longitude(entry), point.latitude, point.longitude);
        if (km < REGIONAL) near = Math.max(near, (km < NEAR ? 3.5 : 1.5) * point.weight);
      }
      if (near > 0 && kind !== 'country') add(near, 'it lies near other places of the report');
      scored.push({ entry, score, reason });
    }
    return scored.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };

  // Names of one meaning first.
  const open: Group[] = [];
  for (const group of groups) {
    const [only, other] = group.entries;
    if (only !== undefined && other === undefined) {
      settle(group, only & ~ALTERNATE);
      group.why = `${g.name(only & ~ALTERNATE)}: the only place of the name in the gazetteer`;
    } else open.push(group);
  }
  // A state that contains what is named beside it, and what nobody else is as large as.
  let waiting = open;
  for (let round = 0; round < 4 && waiting.length > 0; round++) {
    const least = [7, 4, 2, 0][round] as number;
    const later: Group[] = [];
    for (const group of waiting) {
      const [best, next] = weigh(group);
      if (!best) continue;
      const lead = next ? best.score - next.score : 99;
      const outer = [...group.inside].some((one) => one.entry === null);
      if (lead >= least && !(outer && round < 2)) {
        settle(group, best.entry);
        group.why = `${g.name(best.entry)}: ${best.reason}`;
      } else later.push(group);
    }
    waiting = later;
  }
  // With all the evidence in, what was settled early is looked at once more.
  for (const group of open) {
    const was = group.entry;
    const [best, next] = weigh(group);
    if (!best) continue;
    if (next && best.score - next.score < EVEN && distance(g, best.entry, next.entry) > FAR) {
      group.entry = null;
      group.level = [best.entry, next.entry];
      group.why = `the evidence is even between ${told(g, best.entry)} and ${told(g, next.entry)}`;
      continue;
    }
    if (was !== best.entry) group.entry = best.entry;
    group.why = `${told(g, best.entry)}: ${best.reason}`;
  }
}

const SORTED: Readonly<Record<string, Sort>> = {
  country: 'country', province: 'province', district: 'district', settlement: 'settlement', capital: 'settlement', seat: 'settlement', quarter: 'district', site: 'site', region: 'region',
}; // biome-ignore format: one table

/** Its name with the area it lies in, for a reader. */
export function told(g: Gazetteer, entry: number): string {
  const country = g.country(entry);
  const province = g.province(entry);
  const where = [
    province >= 0 && province !== entry ? g.name(province) : null,
    g.kind(entry) === 'country' ? null : country && nameOf(g, country),
  ];
  return [g.name(entry), ...where.filter((one, i) => one && where.indexOf(one) === i)].join(', ');
}

const nameOf = (g: Gazetteer, code: string | null): string => {
  const entry = code === null ? -1 : g.countryEntry(code);
  return entry >= 0 ? g.name(entry) : (code ?? '');
};

export function distance(g: Gazetteer, a: number, b: number): number {
  return kilometres(g.latitude(a), g.longitude(a), g.latitude(b), g.longitude(b));
}

const RADIANS = Math.PI / 180;
/** Good to a few per cent below a thousand kilometres, which is all that is asked. */
function kilometres(a: number, b: number, c: number, d: number): number {
  const across = Math.abs(b - d);
  const x = (across > 180 ? 360 - across : across) * Math.cos(((a + c) / 2) * RADIANS);
  return 111.2 * Math.hypot(a - c, x);
}
