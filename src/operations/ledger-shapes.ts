// What incidents, figures, flags, promises and meetings look like to a caller, as zod schemas, and how they are made.
import { z } from 'zod';
import { ReadingSpan } from '../reading/schema.ts';
import type { Chronicle, Row } from '../record/chronicle.ts';
import { dateOf } from '../record/incident/day.ts';
import type { Happening, Window } from '../record/incident/happening.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { boundsOf, type FigureClaim } from '../record/ledger/figure-claim.ts';
import { FLAGS, type Flag } from '../record/ledger/flag.ts';
import { type Estimate, estimate, PROFILES } from '../record/ledger/profile.ts';
import { currentOf } from '../record/ledger/series.ts';
import { type Chain, CLASSES } from '../record/origin.ts';

export const Words = ReadingSpan.extend({ report: z.string() }).meta({
  id: 'Words',
  description: 'Words of one report of the record',
});

export const ChainShape = z
  .object({
    speaker: z.string().nullable().describe('As resolved; null where the outlet itself says it or nobody is named'),
    printed: z.string().nullable(),
    via: z.string().nullable(),
    role: z.string().nullable().describe('Office or kind of speaker: mayor, police; null where none is told'),
    outlet: z.string().nullable(),
    class: z.enum(CLASSES),
    key: z.string().describe('Same key, same origin'),
  })
  .meta({ id: 'Chain', description: 'Who said it, via whom, in which outlet' });

/** Words with the outlet and day of their report, for a reader who knows no ids. */
export const Printed = Words.extend({ source: z.string().nullable(), published: z.string().nullable() }).meta({
  id: 'Printed',
  description: 'Words of one report with its outlet and day',
});

export const FlagShape = z
  .object({ name: z.enum(FLAGS), reason: z.string(), words: z.array(Printed.extend({ claim: z.string() })) })
  .meta({ id: 'Flag' });

export const EstimateShape = z
  .object({
    profile: z.string(),
    low: z.number().nullable(),
    best: z.number().nullable(),
    high: z.number().nullable(),
    grade: z.enum(['fair', 'weak', 'contested']).nullable(),
    rules: z.array(z.string()),
    claims: z.array(z.string()),
  })
  .meta({ id: 'Estimate', description: 'What a profile of rules makes of several accounts' });

const Days = z
  .object({
    from: z.string(),
    to: z.string(),
    stated: z.boolean().describe('False: bounded by the day of publication'),
  })
  .nullable();
const Named = z.object({ id: z.string(), name: z.string() });

export const IncidentRow = z
  .object({
    id: z.string(),
    type: z.string(),
    mode: z.string().nullable(),
    when: Days,
    where: z
      .object({
        id: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        precision: z.string().nullable(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
      })
      .nullable(),
    who: z.array(Named),
    whom: z.array(Named),
    reports: z.int(),
    copies: z.int().describe('Reports among them that repeat another'),
    origins: z.int().describe('Independent origins, copies aside'),
    status: z.enum(['reported', 'disputed']).describe('Disputed: its accounts exclude each other, or it is denied'),
    killed: EstimateShape.nullable().describe('By the house profile, or “taken” where a person took one account'),
    injured: EstimateShape.nullable(),
    flags: z.array(z.enum(FLAGS)),
    words: Words.describe('The clause of its first report'),
  })
  .meta({ id: 'IncidentRow' });
export type IncidentRow = z.infer<typeof IncidentRow>;

export const FigureRow = z
  .object({
    id: z.string(),
    report: z.string(),
    measure: z.string(),
    group: z.string().nullable(),
    scope: z.string().nullable(),
    low: z.number().nullable(),
    best: z.number().nullable(),
    high: z.number().nullable(),
    superseded: z.boolean(),
    partial: z.boolean().describe('Some of those that another count covers: never held against a whole'),
    current: z.boolean().describe('Its origin has said nothing newer'),
    denied: z.boolean(),
    chain: ChainShape,
    asserted: z.string().nullable(),
    words: Words,
    sentence: z.string(),
    flags: z.array(z.enum(FLAGS)),
  })
  .meta({ id: 'FigureRow' });
export type FigureRow = z.infer<typeof FigureRow>;

export const daysOf = (window: Window | null, stated: boolean): z.infer<typeof Days> =>
  window && { from: dateOf(window[0]), to: dateOf(window[1]), stated };

/** The days that most exactly bound an incident: of the stated windows the narrowest, else of all. */
export function whenOf({ happenings }: Incident): z.infer<typeof Days> {
  const stated = happenings.filter(({ dated }) => dated);
  const from = stated.length > 0 ? stated : happenings;
  let best: Window | null = null;
  for (const { window } of from) if (window && (!best || window[1] - window[0] < best[1] - best[0])) best = window;
  return daysOf(best, stated.length > 0);
}

const FINENESS = ['site', 'settlement', 'district', 'province', 'region', 'country'];

/** The finest place that a report gives; of equals the one that most reports give. */
export function whereOf({ happenings }: Incident): IncidentRow['where'] {
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

export function incidentRow(record: Chronicle, incident: Incident): IncidentRow {
  const { happenings, id } = incident;
  const [first] = happenings;
  const flags = record.flagsOf(incident);
  const names = [...new Set(flags.map(({ name }) => name))];
  const figures = record.figuresOf(incident);
  const of = (measure: 'killed' | 'injured') =>
    takenEstimate(record, incident, measure) ??
    houseEstimate(
      figures.filter((one) => one.measure === measure),
      record,
    );
  const parties = (side: 'actors' | 'recipients', row: Row) =>
    [...new Set(alone(record, incident, row).happenings.flatMap((one) => [...one[side]]))].map((actor) => ({
      id: actor,
      name: record.nameOf(actor),
    }));
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
export function takenHappening(record: Chronicle, incident: Incident, row: Row): Happening | null {
  const taken = record.takenOf(incident, row);
  return (taken && incident.happenings.find(({ ids }) => ids.includes(taken.claim))) ?? null;
}

/** The incident as the report alone tells it whose cell of this row was taken; whole where none was. */
function alone(record: Chronicle, incident: Incident, row: Row): Incident {
  const taken = takenHappening(record, incident, row);
  return taken ? { ...incident, happenings: [taken] } : incident;
}

/** The one count that people took for the record. */
function takenEstimate(
  record: Chronicle,
  incident: Incident,
  measure: 'killed' | 'injured',
): z.infer<typeof EstimateShape> | null {
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

/** What the house makes of the claims that count everybody in this event alone. */
function houseEstimate(claims: readonly FigureClaim[], { copies }: Chronicle): z.infer<typeof EstimateShape> | null {
  const house = PROFILES.find(({ name }) => name === 'house');
  const whole = claims.filter(({ group, scope, per }) => group === null && scope === null && per === null);
  const found =
    house &&
    estimate(
      house,
      whole.length > 0 ? whole : claims.filter(({ scope, per }) => scope === null && per === null),
      new Set(copies.copyOf.keys()),
    );
  return found ? shownEstimate(found) : null;
}

export const shownEstimate = (one: Estimate): z.infer<typeof EstimateShape> => ({
  ...one,
  rules: [...one.rules],
  claims: [...one.claims],
});
export const shownChain = (chain: Chain): z.infer<typeof ChainShape> => ({ ...chain });
export const shownFlag = (record: Chronicle, { name, reason, words }: Flag): z.infer<typeof FlagShape> => ({
  name,
  reason,
  words: words.map(({ claim, report, words: span }) => ({ claim, ...printed(record, { report, ...span }) })),
});

/** Words with the outlet and day of their report. */
export function printed(record: Chronicle, words: z.infer<typeof Words>): z.infer<typeof Printed> {
  const { source = null, published = null } = record.readings.get(words.report)?.report ?? {};
  return { ...words, source, published };
}

/** "Meridian Wire, 2026-03-03": a report as a reader knows it. */
export function labelOf(record: Chronicle, report: string): string {
  const { source, published } = record.readings.get(report)?.report ?? {};
  return `${source ?? report.slice(0, 9)}, ${published?.slice(0, 10) ?? 'no date'}`;
}

export function figureRows(claims: readonly FigureClaim[], flags: readonly Flag[], record: Chronicle): FigureRow[] {
  const copies = new Set(record.copies.copyOf.keys());
  const current = new Set(currentOf(claims, copies).map(({ id }) => id));
  return claims.map(
    (claim): FigureRow => ({
      id: claim.id,
      report: claim.report,
      measure: claim.measure,
      group: claim.group,
      scope: claim.per === null ? claim.scope : `a ${claim.per}`,
      low: claim.low,
      best: claim.best,
      high: claim.high,
      superseded: claim.superseded,
      partial: claim.partial,
      current: current.has(claim.id),
      denied: claim.denied,
      chain: shownChain(claim.chain),
      asserted: claim.asserted,
      words: { ...claim.words, report: claim.report },
      sentence: claim.sentence.text,
      flags: [
        ...new Set(flags.filter(({ words }) => words.some((one) => one.claim === claim.id)).map(({ name }) => name)),
      ],
    }),
  );
}
