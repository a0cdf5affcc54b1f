// An incident and its record in, its line in a list out: what, who, when, where, how many.
import { boundsOf, type FigureClaim } from '../ledger/figure-claim.ts';
import type { FlagName } from '../ledger/flag.ts';
import type { Ledger, Row } from '../ledger/ledger.ts';
import { type Estimate, estimate, PROFILES } from '../ledger/profile.ts';
import { dateOf } from './day.ts';
import type { Happening, Where, Window } from './happening.ts';
import type { Incident } from './incident-index.ts';

/** First and last day, ISO; `stated` is false when they were bounded by the day of publication. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly stated: boolean;
}

export interface Spot extends Pick<Where, 'name' | 'country' | 'precision' | 'latitude' | 'longitude'> {
  readonly id: string;
}

/** By the house profile or the one that was asked for, or `taken` where a person took one account. */
export interface Summed extends Omit<Estimate, 'profile'> {
  readonly profile: string;
}

export interface Summary {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly when: Days | null;
  readonly where: Spot | null;
  /** The record's ids. */
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly reports: number;
  /** Reports among them that repeat another. */
  readonly copies: number;
  /** Independent origins, copies aside. */
  readonly origins: number;
  /** Disputed: its accounts exclude each other, or it is denied. */
  readonly status: 'reported' | 'disputed';
  readonly killed: Summed | null;
  readonly injured: Summed | null;
  readonly flags: readonly FlagName[];
  /** The clause of its first report. */
  readonly words: { readonly report: string; readonly start: number; readonly end: number; readonly text: string };
}

export const daysOf = (window: Window | null, stated: boolean): Days | null =>
  window && { from: dateOf(window[0]), to: dateOf(window[1]), stated };

/** The days that most exactly bound an incident: of the stated windows the narrowest, else of all. */
function whenOf({ happenings }: Incident): Days | null {
  const stated = happenings.filter(({ dated }) => dated);
  const from = stated.length > 0 ? stated : happenings;
  let best: Window | null = null;
  for (const { window } of from) if (window && (!best || window[1] - window[0] < best[1] - best[0])) best = window;
  return daysOf(best, stated.length > 0);
}

const FINENESS = ['site', 'settlement', 'district', 'province', 'region', 'country'];

/** The finest place that a report gives; of equals the one that most reports give. */
export function whereOf({ happenings }: Incident): Spot | null {
  const named = new Map<string, { where: NonNullable<Happening['where']>; count: number }>();
  for (const { where } of happenings) {
    if (!where) continue;
    const known = named.get(where.key);
    if (known) known.count++;
    else named.set(where.key, { where, count: 1 });
  }
  const rank = ({ where: { precision } }: { where: NonNullable<Happening['where']> }) =>
    FINENESS.indexOf(precision ?? 'country');
  const [best] = [...named.values()].sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.where.key < b.where.key ? -1 : 1),
  );
  if (!best) return null;
  const { key, name, country, precision, latitude, longitude } = best.where;
  return { id: key, name, country, precision, latitude, longitude };
}

export function summaryOf(record: Ledger, incident: Incident, profile = 'house'): Summary {
  const { happenings, id } = incident;
  const [first] = happenings;
  const flags = record.flagsOf(incident);
  const names = [...new Set(flags.map(({ name }) => name))];
  const figures = record.figuresOf(incident);
  const of = (measure: 'killed' | 'injured') =>
    takenEstimate(record, incident, measure) ??
    estimateBy(
      profile,
      figures.filter((one) => one.measure === measure),
      record,
    );
  const parties = (side: 'actors' | 'recipients', row: Row) => [
    ...new Set(alone(record, incident, row).happenings.flatMap((one) => [...one[side]])),
  ];
  const reports = new Set(happenings.map(({ report }) => report));
  const what = takenHappening(record, incident, 'what');
  return {
    id,
    type: (what ?? first).event.type,
    mode: what ? what.event.mode : (happenings.find(({ event }) => event.mode !== null)?.event.mode ?? null),
    when: whenOf(alone(record, incident, 'when')),
    where: whereOf(alone(record, incident, 'where')),
    who: parties('actors', 'who'),
    whom: parties('recipients', 'whom'),
    reports: reports.size,
    copies: [...reports].filter((report) => record.copies.copyOf.has(report)).length,
    origins: record.originsOf(incident).length,
    status: names.includes('DISJOINT') || names.includes('DENIED') ? 'disputed' : 'reported',
    killed: of('killed'),
    injured: of('injured'),
    flags: names,
    words: { ...first.event.evidence, report: first.report },
  };
}

/** The happening whose cell of this row people took for the record; null where they took none. */
function takenHappening(record: Ledger, incident: Incident, row: Row): Happening | null {
  const taken = record.takenOf(incident, row);
  return (taken && incident.happenings.find(({ ids }) => ids.includes(taken.claim))) ?? null;
}

/** The incident as the report alone tells it whose cell of this row was taken; whole where none was. */
function alone(record: Ledger, incident: Incident, row: Row): Incident {
  const taken = takenHappening(record, incident, row);
  return taken ? { ...incident, happenings: [taken] } : incident;
}

/** The one count that people took for the record. */
function takenEstimate(record: Ledger, incident: Incident, measure: 'killed' | 'injured'): Summed | null {
  const taken = record.takenOf(incident, measure);
  const claim = taken && record.figuresOf(incident).find(({ id }) => id === taken.claim);
  if (!taken || !claim) return null;
  const [low, high] = boundsOf(claim);
  return {
    profile: 'taken',
    low,
    best: claim.best,
    high,
    grade: null,
    rules: [`taken by ${taken.decision}`],
    claims: [claim.id],
  };
}

/** What a profile makes of the claims that count everybody in this event alone. */
function estimateBy(profile: string, claims: readonly FigureClaim[], { copies }: Ledger): Summed | null {
  const house = PROFILES.find(({ name }) => name === profile);
  const whole = claims.filter(({ group, scope, per }) => group === null && scope === null && per === null);
  const found =
    house &&
    estimate(
      house,
      whole.length > 0 ? whole : claims.filter(({ scope, per }) => scope === null && per === null),
      new Set(copies.copyOf.keys()),
    );
  return found || null;
}
