// Names with what each may stand for in, one entry for each name out: by the report's own evidence, each with its reason.
import { distance, Evidence, type Scored } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Candidate, candidatesOf, commonCountry, districtsOf, type Group } from './group.ts';

/** Country codes that the report names in other ways, with how often: “Syrian”, “Damascus said”. */
export type CountryEvidence = ReadonlyMap<string, number>;

/** Below this lead over the next one, and so far from it, nothing is settled. */
const EVEN = 0.35;
const FAR = 161;
/** How far ahead the best has to be, round after round: the surest are settled first. */
const LEADS = [6, 2.5, 0] as const;

/** Resolves the groups in place; each one that is settled helps the others. */
export function resolve(groups: readonly Group[], g: Gazetteer, countries: CountryEvidence): void {
  const candidates = new Map<Group, readonly Candidate[]>();
  for (const group of groups) candidates.set(group, candidatesOf(group, g));
  const evidence = new Evidence(g, countries, districtsOf(candidates));
  const open: Group[] = [];
  for (const group of groups) {
    const [only, other] = candidates.get(group) ?? [];
    group.level = [];
    group.entry = null;
    if (only && !other) {
      evidence.settle(group, only.entry);
      group.why = `${g.name(only.entry)}: the only place of the name in the gazetteer`;
    } else open.push(group);
  }
  // What all that a name may mean have in common is known before it is settled.
  for (const group of open) {
    const country = commonCountry(candidates.get(group) ?? []);
    if (country) evidence.addCountry(country, 0.5 * Math.min(3, group.count));
  }
  let waiting = open;
  LEADS.forEach((least, round) => {
    const later: Group[] = [];
    for (const group of waiting) {
      const weighed = evidence.weigh(group, candidates.get(group) ?? []);
      if (!weighed) continue;
      const { best, next } = weighed;
      const wanting = round < 2 && [...group.inside].some((one) => one.entry === null);
      if (!wanting && (next === null || best.score - next.score >= least)) evidence.settle(group, best.entry);
      else later.push(group);
    }
    waiting = later;
  });
  // With all the evidence in, what was settled early is looked at once more.
  for (const group of open) {
    evidence.unsettle(group);
    const weighed = evidence.weigh(group, candidates.get(group) ?? []);
    if (!weighed) continue;
    const { best, next } = weighed;
    if (next && best.score - next.score < EVEN && isApart(g, best.entry, next.entry)) {
      group.entry = null;
      group.level = [best.entry, next.entry];
      group.why = `the evidence is even between ${told(g, best.entry)} and ${told(g, next.entry)}`;
      continue;
    }
    evidence.settle(group, best.entry);
    group.why = `${told(g, best.entry)}: ${reasonOf(g, best)}`;
  }
  // A village that only shares its name with one in a country that the report has nothing to do with.
  for (const group of groups) {
    const candidate = candidates.get(group)?.find(({ entry }) => entry === group.entry);
    if (!candidate) continue;
    evidence.unsettle(group);
    if (!evidence.isBaseless(group, candidate)) {
      evidence.settle(group, candidate.entry);
      continue;
    }
    group.entry = null;
    group.level = [candidate.entry];
    group.why = `${told(g, candidate.entry)} has the name, but nothing in the report speaks of it`;
  }
}

/** Whether it matters which: far from each other, and neither in the other. */
const isApart = (g: Gazetteer, a: number, b: number): boolean =>
  distance(g, a, b) > FAR && !g.within(a, b) && !g.within(b, a);

function reasonOf(g: Gazetteer, { reason, of }: Scored): string {
  const name = of >= 0 ? g.name(of) : '';
  switch (reason) {
    case 'known':
      return 'the best known of the name';
    case 'populous':
      return 'the most populous of the name';
    case 'called':
      return 'the words say what kind of place it is';
    case 'inside':
      return `the words say that it lies in ${name}`;
    case 'region':
      return `it lies in ${name}`;
    case 'listed':
      return `it stands in a list with ${name}`;
    case 'held':
      return `it lies in ${name}, which the report names too`;
    case 'holds':
      return 'it holds another place of the report';
    case 'country':
    case 'province':
      return `the report speaks of ${name}`;
    case 'places':
      return 'the report names places in it';
    case 'near':
      return 'it lies near other places of the report';
  }
}

/** Its name with the area it lies in, for a reader. */
export function told(g: Gazetteer, entry: number): string {
  const code = g.country(entry);
  const country = code === null ? -1 : g.countryEntry(code);
  const names = [g.name(entry)];
  for (const area of [g.province(entry), country]) {
    if (area < 0 || area === entry) continue;
    const name = g.name(area);
    if (!names.slice(1).includes(name)) names.push(name);
  }
  return names.join(', ');
}
