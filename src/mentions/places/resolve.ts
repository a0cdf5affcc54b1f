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
  /** Groups that stand in a list with it: what is listed together is alike. */
  readonly beside: Set<Group>;
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
/** No more than this for the country alone, or Moscow would lie in Idaho whenever a report is about Americans. */
const MOST_COUNTRY = 6.5;
/** Settled places that others are measured from: enough for any report, and no more work for a list of thousands. */
const MOST_POINTS = 40;

/** Resolves the groups in place, the surest first, since each one that is settled helps the others. */
export function resolve(groups: readonly Group[], gazetteer: Gazetteer, countries: CountryEvidence): void {
  const g = gazetteer;
  const named = new Map<string, number>(countries);
  const provinces = new Map<number, number>();
  const points: Point[] = [];
  const gave = new Map<
    Group,
    {
      readonly country: string | null;
      readonly toCountry: number;
      readonly province: number;
      readonly toProvince: number;
    }
  >();
  const settle = (group: Group, entry: number) => {
    group.entry = entry;
    const country = g.country(entry);
    const province = g.province(entry);
    const kind = g.kind(entry);
    const toCountry = Math.min(3, group.count) * (kind === 'country' ? 1 : 0.7);
    const toProvince = Math.min(3, group.count);
    gave.set(group, { country, toCountry, province, toProvince });
    if (country) named.set(country, (named.get(country) ?? 0) + toCountry);
    if (province >= 0) provinces.set(province, (provinces.get(province) ?? 0) + toProvince);
    if (kind !== 'country' && kind !== 'region' && points.length < MOST_POINTS)
      points.push({
        latitude: g.latitude(entry),
        longitude: g.longitude(entry),
        group,
        weight: kind === 'province' ? 0.3 : 1,
      });
  };
  const unsettle = (group: Group) => {
    const given = gave.get(group);
    if (!given) return;
    gave.delete(group);
    if (given.country) named.set(given.country, (named.get(given.country) ?? 0) - given.toCountry);
    if (given.province >= 0) provinces.set(given.province, (provinces.get(given.province) ?? 0) - given.toProvince);
    const at = points.findIndex((point) => point.group === group);
    if (at >= 0) points.splice(at, 1);
  };

  const shared = sharedDistricts(groups, g);
  const weigh = (group: Group): Scored[] => {
    const scored: Scored[] = [];
    let total = 0;
    for (const value of named.values()) total += value;
    const usual = group.entries.some((value) => value < ALTERNATE);
    for (const value of group.entries) {
      const entry = value & ~ALTERNATE;
      const kind = g.kind(entry);
      const size = g.size(entry);
      let score = size / 12 - (value < ALTERNATE ? 0 : usual ? 5 : 2.5);
      let reason = size >= 150 ? 'the best known of the name' : 'the most populous of the name';
      let most = 0;
      const add = (points: number, why: string) => {
        score += points;
        if (points > most) {
          most = points;
          reason = why;
        }
      };
      if (kind === 'country') score += 4;
      else if (kind === 'capital') score += 3;
      else if (kind === 'seat') score += 1;
      else if (kind === 'quarter') score -= 2;
      else if (kind === 'district') score -= 2.5;
      else if (kind === 'province') score += holdsSeat(g, entry, group.entries) ? -3 : 1;
      const sort = SORTED[kind];
      for (const wanted of group.sorts) {
        if (wanted === sort) add(4, `the words say that it is a ${wanted}`);
        else score -= 2.5;
      }
      if (group.inside.size > 0) {
        let inside = false;
        for (const outer of group.inside) {
          if (outer.entry === null) continue;
          if (g.within(entry, outer.entry)) {
            inside = true;
            add(12, `the words say that it lies in ${g.name(outer.entry)}`);
          } else if (outer.entry !== entry && g.kind(outer.entry) === 'region' && distance(g, entry, outer.entry) < 900)
            add(3, `it lies in ${g.name(outer.entry)}`);
        }
        if (!inside) score -= 1;
      }
      let alike = 0;
      for (const other of group.beside) {
        if (alike === 2) break;
        if (other.entry === null || other.entry === entry || SORTED[g.kind(other.entry)] !== sort) continue;
        if (sort !== 'country' && g.country(other.entry) !== g.country(entry)) continue;
        alike++;
        add(4, `it stands in a list with ${g.name(other.entry)}`);
      }
      // “Paris” and “Henry County”: the one that lies in the other
      const parent = g.parent(entry);
      if (
        parent >= 0 &&
        !group.inside.size &&
        kind !== 'province' &&
        shared.held.has(parent) &&
        g.kind(parent) === 'district'
      )
        add(5, `it lies in ${g.name(parent)}, which the report names too`);
      else if (kind === 'district' && heldBesides(shared.holding, entry, group))
        add(5, 'it holds another place of the report');
      const country = g.country(entry);
      const weight = country ? (named.get(country) ?? 0) : 0;
      if (weight > 0) {
        add(
          Math.min(MOST_COUNTRY, 3 * Math.log2(1 + weight) * (0.4 + (0.6 * weight) / total)),
          `the report speaks of ${nameOf(g, country)}`,
        );
        if (kind === 'capital') score += 2;
      }
      const province = g.province(entry);
      const there = province >= 0 ? (provinces.get(province) ?? 0) : 0;
      if (there > 0.01)
        add(
          2.2 * Math.log2(1 + there),
          kind === 'province' ? 'the report names places in it' : `the report speaks of ${g.name(province)}`,
        );
      let near = 0;
      if (kind !== 'country')
        for (const point of points) {
          const km = kilometres(g.latitude(entry), g.longitude(entry), point.latitude, point.longitude);
          if (km < REGIONAL) near = Math.max(near, (km < NEAR ? 3.5 : 1.5) * point.weight);
        }
      if (near > 0) add(near, 'it lies near other places of the report');
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
  // What all that a name may mean have in common is known before it is settled.
  for (const { entries, count } of open) {
    const country = commonCountry(g, entries);
    if (country) named.set(country, (named.get(country) ?? 0) + 0.5 * Math.min(3, count));
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
    unsettle(group);
    const [best, next] = weigh(group);
    if (!best) continue;
    if (
      next &&
      best.score - next.score < EVEN &&
      distance(g, best.entry, next.entry) > FAR &&
      !g.within(best.entry, next.entry) &&
      !g.within(next.entry, best.entry)
    ) {
      group.entry = null;
      group.level = [best.entry, next.entry];
      group.why = `the evidence is even between ${told(g, best.entry)} and ${told(g, next.entry)}`;
      continue;
    }
    settle(group, best.entry);
    group.why = `${told(g, best.entry)}: ${best.reason}`;
  }
}

interface Shared {
  /** Districts that the report may name, with the groups that may name them. */
  readonly held: ReadonlyMap<number, ReadonlySet<Group>>;
  /** Those that hold something else that it may name, with the groups that may name that. */
  readonly holding: ReadonlyMap<number, ReadonlySet<Group>>;
}

function sharedDistricts(groups: readonly Group[], g: Gazetteer): Shared {
  const held = new Map<number, Set<Group>>();
  const holding = new Map<number, Set<Group>>();
  const put = (map: Map<number, Set<Group>>, district: number, group: Group) => {
    const known = map.get(district);
    if (known) known.add(group);
    else map.set(district, new Set([group]));
  };
  for (const group of groups)
    for (const value of group.entries) if (value < ALTERNATE && g.kind(value) === 'district') put(held, value, group);
  if (held.size > 0)
    for (const group of groups)
      for (const value of group.entries) {
        const parent = value < ALTERNATE ? g.parent(value) : -1;
        if (held.has(parent)) put(holding, parent, group);
      }
  return { held, holding };
}

/** Whether another name of the report may mean it, or what it holds. */
function heldBesides(map: ReadonlyMap<number, ReadonlySet<Group>>, district: number, group: Group): boolean {
  const groups = map.get(district);
  return groups !== undefined && (groups.size > 1 || !groups.has(group));
}

/** The one country in which all entries of a name lie; null where there are several. */
function commonCountry(g: Gazetteer, entries: readonly number[]): string | null {
  let common: string | null = null;
  for (const value of entries) {
    const country = g.country(value & ~ALTERNATE);
    if (country === null || (common !== null && common !== country)) return null;
    common = country;
  }
  return common;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
  readonly group: Group;
  readonly weight: number;
}

interface Scored {
  readonly entry: number;
  readonly score: number;
  readonly reason: string;
}

/** “Idlib” is first of all the town that its province is named for, “Washington” the capital of its country. */
function holdsSeat(g: Gazetteer, province: number, entries: readonly number[]): boolean {
  for (const value of entries) {
    if (value >= ALTERNATE) continue;
    const kind = g.kind(value);
    if (kind === 'capital' && g.country(value) === g.country(province)) return true;
    if (kind === 'seat' && g.within(value, province)) return true;
  }
  return false;
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
