// A name of a report in, what it may mean out, with all that is the same whatever else the report says.
import type { EntryKind, Gazetteer } from './gazetteer.ts';
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

/** One thing that a name may mean. */
export interface Candidate {
  readonly entry: number;
  readonly kind: EntryKind;
  readonly sort: Sort;
  /** How known it is, and whether the name is its usual one. */
  readonly base: number;
  readonly known: boolean;
  readonly size: number;
  readonly country: string | null;
  readonly province: number;
  readonly parent: number;
  readonly latitude: number;
  readonly longitude: number;
}

export const SORTED: Readonly<Record<EntryKind, Sort>> = {
  country: 'country', province: 'province', district: 'district', settlement: 'settlement', capital: 'settlement', seat: 'settlement', quarter: 'district', site: 'site', region: 'region',
}; // biome-ignore format: one table

/** What a kind counts for before anything is known of the report. */
const KNOWN: Readonly<Record<EntryKind, number>> = {
  country: 4, province: 1, district: -2.5, settlement: 0, capital: 3, seat: 1, quarter: -2, site: 0, region: 0,
}; // biome-ignore format: one table

/** What our own lists add to a town: Geneva is no large one. */
const LISTED = 2.5;

export function candidatesOf({ entries }: Group, g: Gazetteer): Candidate[] {
  const usual = entries.some((value) => value < ALTERNATE);
  return entries.map((value) => {
    const entry = value & ~ALTERNATE;
    const kind = g.kind(entry);
    const size = g.size(entry);
    let base = size / 12 + KNOWN[kind] - (value < ALTERNATE ? 0 : usual ? 5 : 2.5);
    if (SORTED[kind] === 'settlement' && g.listed(entry)) base += LISTED;
    if (kind === 'province' && holdsSeat(g, entry, entries)) base -= 4;
    if (kind === 'province' && entries.some((other) => g.kind(other & ~ALTERNATE) === 'region')) base -= 5;
    return {
      entry,
      kind,
      sort: SORTED[kind],
      base,
      known: size >= 150,
      size,
      country: g.country(entry),
      province: g.province(entry),
      parent: g.parent(entry),
      latitude: g.latitude(entry),
      longitude: g.longitude(entry),
    };
  });
}

/** “Idlib” is first of all the town that its province is named for, “Washington” the capital of its country. */
function holdsSeat(g: Gazetteer, province: number, entries: readonly number[]): boolean {
  for (const value of entries) {
    if (value >= ALTERNATE) continue;
    const kind = g.kind(value);
    if (kind === 'capital' && g.country(value) === g.country(province)) return true;
    if ((kind === 'seat' || (kind === 'settlement' && g.size(value) >= 165)) && g.within(value, province)) return true;
  }
  return false;
}

/** Districts that the report may name, and those that hold something else that it may name, each with the names. */
export interface Districts {
  readonly held: ReadonlyMap<number, ReadonlySet<Group>>;
  readonly holding: ReadonlyMap<number, ReadonlySet<Group>>;
}

export function districtsOf(groups: ReadonlyMap<Group, readonly Candidate[]>): Districts {
  const held = new Map<number, Set<Group>>();
  const holding = new Map<number, Set<Group>>();
  const put = (map: Map<number, Set<Group>>, district: number, group: Group) => {
    const known = map.get(district);
    if (known) known.add(group);
    else map.set(district, new Set([group]));
  };
  for (const [group, candidates] of groups)
    for (const { kind, entry } of candidates) if (kind === 'district') put(held, entry, group);
  if (held.size > 0)
    for (const [group, candidates] of groups)
      for (const { parent } of candidates) if (held.has(parent)) put(holding, parent, group);
  return { held, holding };
}

/** Whether another name of the report may mean the district, or something in it. */
export function namedBesides(map: ReadonlyMap<number, ReadonlySet<Group>>, district: number, group: Group): boolean {
  const groups = map.get(district);
  return groups !== undefined && (groups.size > 1 || !groups.has(group));
}

/** The one country in which all that a name may mean lies; null where there are several. */
export function commonCountry(candidates: readonly Candidate[]): string | null {
  const [first] = candidates;
  return first && candidates.every(({ country }) => country === first.country) ? first.country : null;
}
