// What incidents, figures, flags, promises and meetings look like to a caller, as zod schemas, and how they are made.
import { z } from 'zod';
import { ReadingSpan } from '../reading/schema.ts';
import type { Chronicle } from '../record/chronicle.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { type Summary, type Summed, summaryOf } from '../record/incident/summary.ts';
import type { FigureClaim } from '../record/ledger/figure-claim.ts';
import { FLAGS, type Flag, type FlagName } from '../record/ledger/flag.ts';
import { currentOf } from '../record/ledger/series.ts';
import { type Chain, CLASSES } from '../record/origin.ts';
import type { FlagRow, SourceOf } from '../store/incident-queries.ts';

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
    killed: EstimateShape.nullable().describe(
      'By the house profile or the one that was asked for, or “taken” where a person took one account',
    ),
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

export function incidentRow(record: Chronicle, incident: Incident, profile?: string): IncidentRow {
  return namedRow(summaryOf(record, incident, profile), (actor) => record.nameOf(actor));
}

/** The line of an incident with its parties called by their names. */
export function namedRow(summary: Summary, nameOf: (actor: string) => string): IncidentRow {
  const { who, whom, killed, injured, flags, ...rest } = summary;
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: nameOf(id) }));
  return {
    ...rest,
    who: named(who),
    whom: named(whom),
    killed: killed && shownEstimate(killed),
    injured: injured && shownEstimate(injured),
    flags: [...flags],
  };
}

export const shownEstimate = (one: Summed): z.infer<typeof EstimateShape> => ({
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

/** A flag as the record keeps it, with its incident. */
export const keptFlag = (
  { name, reason, words, incident }: FlagRow,
  sources: ReadonlyMap<string, SourceOf>,
): z.infer<typeof FlagShape> & { incident: string } => ({
  name: name as FlagName,
  reason,
  words: words.map(({ claim, report, start, end, text }) => {
    const { source, published } = sources.get(report) ?? { source: null, published: null };
    return { claim, report, start, end, text, source, published };
  }),
  incident,
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
