// What a report has settled so far in, how much speaks for each thing that a name may mean out.
import type { Gazetteer } from './gazetteer.ts';
import { type Candidate, type Districts, type Group, namedBesides, SORTED } from './group.ts';

/** What told most for a candidate; `of` is the entry that it is about. */
export type Reason =
  | 'known'
  | 'populous'
  | 'called'
  | 'inside'
  | 'region'
  | 'listed'
  | 'held'
  | 'holds'
  | 'country'
  | 'province'
  | 'places'
  | 'near';

export interface Scored {
  readonly entry: number;
  readonly score: number;
  readonly reason: Reason;
  readonly of: number;
}

interface Point {
  readonly group: Group;
  readonly latitude: number;
  readonly longitude: number;
  readonly weight: number;
}

interface Gave {
  readonly country: string | null;
  readonly toCountry: number;
  readonly province: number;
  readonly toProvince: number;
}

/** As in beside.ts: how far parts of a large town lie from its point. */
const PART = 40;
/** Below it, some 120,000 people, nobody knows a place without being told where it is. */
const LITTLE = 140;
const NEAR = 60;
const REGIONAL = 250;
/** No more than this for the country alone, or Moscow would lie in Idaho whenever a report is about Americans. */
const MOST_COUNTRY = 6.5;
/** Settled places that others are measured from: enough for any report, and no more work for a list of thousands. */
const MOST_POINTS = 40;

export class Evidence {
  private readonly g: Gazetteer;
  private readonly countries: Map<string, number>;
  private readonly provinces = new Map<number, number>();
  private readonly points: Point[] = [];
  private readonly gave = new Map<Group, Gave>();
  private readonly districts: Districts;
  private total = 0;

  constructor(g: Gazetteer, countries: ReadonlyMap<string, number>, districts: Districts) {
    this.g = g;
    this.countries = new Map(countries);
    this.districts = districts;
    for (const value of countries.values()) this.total += value;
  }

  addCountry(country: string, weight: number): void {
    this.countries.set(country, (this.countries.get(country) ?? 0) + weight);
    this.total += weight;
  }

  /** What a name is settled to speaks for what lies in the same country and province, and near it. */
  settle(group: Group, entry: number): void {
    const { g } = this;
    group.entry = entry;
    const country = g.country(entry);
    const province = g.province(entry);
    const kind = g.kind(entry);
    const toProvince = Math.min(3, group.count);
    const toCountry = toProvince * (kind === 'country' ? 1 : 0.7);
    this.gave.set(group, { country, toCountry, province, toProvince });
    if (country) this.addCountry(country, toCountry);
    if (province >= 0) this.provinces.set(province, (this.provinces.get(province) ?? 0) + toProvince);
    if (kind !== 'country' && kind !== 'region' && this.points.length < MOST_POINTS)
      this.points.push({
        group,
        latitude: g.latitude(entry),
        longitude: g.longitude(entry),
        weight: kind === 'province' ? 0.3 : 1,
      });
  }

  /** Takes back what `settle` gave, so that no name speaks for itself. */
  unsettle(group: Group): void {
    const given = this.gave.get(group);
    if (!given) return;
    this.gave.delete(group);
    if (given.country) this.addCountry(given.country, -given.toCountry);
    if (given.province >= 0)
      this.provinces.set(given.province, (this.provinces.get(given.province) ?? 0) - given.toProvince);
    const at = this.points.findIndex((point) => point.group === group);
    if (at >= 0) this.points.splice(at, 1);
  }

  /** Whether the report speaks of other countries and of nothing near or around a little known place. */
  isBaseless(group: Group, candidate: Candidate): boolean {
    const { country, kind, size } = candidate;
    if (country === null || kind === 'country' || size >= LITTLE || group.inside.size > 0) return false;
    if ((this.countries.get(country) ?? 0) > 0.01 || this.total < 0.5) return false;
    return this.nearness(candidate) === 0;
  }

  /** The best and the next best of the candidates; null where there are none. */
  weigh(
    group: Group,
    candidates: readonly Candidate[],
  ): { readonly best: Scored; readonly next: Scored | null } | null {
    let best: Scored | null = null;
    let next: Scored | null = null;
    for (const candidate of candidates) {
      const scored = this.score(group, candidate);
      if (!best || scored.score > best.score) {
        next = best;
        best = scored;
      } else if (!next || scored.score > next.score) next = scored;
    }
    return best && { best, next };
  }

  private score(group: Group, candidate: Candidate): Scored {
    const { g } = this;
    const { entry, kind, sort, country, province, parent } = candidate;
    let score = candidate.base;
    let reason: Reason = candidate.known ? 'known' : 'populous';
    let of = entry;
    let most = 0;
    const add = (points: number, why: Reason, about: number) => {
      score += points;
      if (points <= most) return;
      most = points;
      reason = why;
      of = about;
    };
    for (const wanted of group.sorts) {
      if (wanted === sort) add(4, 'called', entry);
      else score -= 2.5;
    }
    if (group.inside.size > 0) {
      let inside = false;
      for (const outer of group.inside) {
        if (outer.entry === null) continue;
        if (g.within(entry, outer.entry)) {
          inside = true;
          add(12, 'inside', outer.entry);
        } else if (SORTED[g.kind(outer.entry)] === 'settlement' && outer.entry !== entry) {
          if (distance(g, entry, outer.entry) < PART) {
            inside = true;
            add(8, 'inside', outer.entry);
          }
        } else if (outer.entry !== entry && g.kind(outer.entry) === 'region' && distance(g, entry, outer.entry) < 900)
          add(3, 'region', outer.entry);
      }
      if (!inside) score -= 1;
    } else if (kind !== 'province' && namedBesides(this.districts.held, parent, group)) add(5, 'held', parent);
    else if (kind === 'district' && namedBesides(this.districts.holding, entry, group)) add(5, 'holds', entry);
    let alike = 0;
    for (const other of group.beside) {
      if (alike === 2) break;
      if (other.entry === null || other.entry === entry || SORTED[g.kind(other.entry)] !== sort) continue;
      if (sort !== 'country' && g.country(other.entry) !== country) continue;
      alike++;
      add(5, 'listed', other.entry);
    }
    const weight = country === null ? 0 : (this.countries.get(country) ?? 0);
    if (weight > 0.01) {
      const share = 0.4 + (0.6 * weight) / this.total;
      add(Math.min(MOST_COUNTRY, 3 * Math.log2(1 + weight) * share), 'country', g.countryEntry(country ?? ''));
      if (kind === 'capital') score += 2;
    }
    const there = province < 0 ? 0 : (this.provinces.get(province) ?? 0);
    if (there > 0.01) add(2.2 * Math.log2(1 + there), kind === 'province' ? 'places' : 'province', province);
    if (kind !== 'country') {
      const near = this.nearness(candidate);
      if (near > 0) add(near, 'near', entry);
    }
    return { entry, score, reason, of };
  }

  private nearness({ latitude, longitude }: Candidate): number {
    let near = 0;
    for (const point of this.points) {
      if (Math.abs(point.latitude - latitude) > 2.3) continue;
      const km = kilometres(latitude, longitude, point.latitude, point.longitude);
      if (km < REGIONAL) near = Math.max(near, (km < NEAR ? 3.5 : 1.5) * point.weight);
    }
    return near;
  }
}

/** Kilometres between two entries. */
export function distance(g: Gazetteer, a: number, b: number): number {
  return kilometres(g.latitude(a), g.longitude(a), g.latitude(b), g.longitude(b));
}

const RADIANS = Math.PI / 180;
/** Good to a few per cent below a thousand kilometres, which is all that is asked. */
function kilometres(a: number, b: number, c: number, d: number): number {
  const across = Math.abs(b - d);
  const x = (across > 180 ? 360 - across : across) * Math.cos(((a + c) / 2) * RADIANS);
  return 111.2 * Math.sqrt((a - c) * (a - c) + x * x);
}
