// An incident's id in, everything about it out: each report side by side, cell by cell, its figures, flags and links.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import { dayOf } from '../record/incident/day.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { daysOf } from '../record/incident/summary.ts';
import { boundsOf } from '../record/ledger/figure-claim.ts';
import { ROWS, type Row } from '../record/ledger/ledger.ts';
import { differenceOf, estimate, PROFILES, type Profile } from '../record/ledger/profile.ts';
import { seriesOf, stepsOf } from '../record/ledger/series.ts';
import { AsOf, houseFrom, momentOf } from './chronicle.ts';
import { incidentCalled } from './incidents.ts';
import {
  ChainShape,
  EstimateShape,
  FigureRow,
  FlagShape,
  figureRows,
  IncidentRow,
  incidentRow,
  shownChain,
  shownEstimate,
  shownFlag,
  Words,
} from './ledger-shapes.ts';
import { operation } from './operation.ts';

const Cell = z.object({ value: z.string(), words: Words }).nullable();

export const ReportCells = z
  .object({
    claim: z.string(),
    report: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable(),
    copyOf: z.string().nullable(),
    chain: ChainShape.nullable(),
    what: Cell,
    who: Cell,
    whom: Cell,
    when: Cell,
    where: Cell,
    killed: z.array(z.object({ claim: z.string(), value: z.string(), words: Words })),
    injured: z.array(z.object({ claim: z.string(), value: z.string(), words: Words })),
  })
  .meta({ id: 'ReportCells', description: 'What one report says of an incident, cell by cell' });

export const SeriesShape = z
  .object({
    measure: z.string(),
    group: z.string().nullable(),
    scope: z.string().nullable(),
    claims: z.array(FigureRow),
    steps: z.array(z.object({ at: z.string(), low: z.number(), high: z.number().nullable(), claim: z.string() })),
    estimates: z.array(EstimateShape),
    differences: z.array(z.string()).describe('The rules that make the profiles differ'),
  })
  .meta({ id: 'FigureSeries' });

export const RecordCell = z
  .object({
    row: z.enum(ROWS),
    value: z.string(),
    claim: z.string().nullable().describe('The claim whose cell a person took; null where the rules chose'),
    decision: z.string().nullable().describe('The decision that took it'),
  })
  .meta({ id: 'RecordCell', description: 'What the record holds of an incident in one row of its grid' });

export const IncidentDetail = z
  .object({
    incident: IncidentRow,
    record: z.array(RecordCell),
    cells: z.array(ReportCells),
    origins: z.array(ChainShape),
    series: z.array(SeriesShape),
    flags: z.array(FlagShape),
    ties: z
      .array(z.object({ a: z.string(), b: z.string(), points: z.number(), reasons: z.array(z.string()) }))
      .describe('Why its reports are taken for one'),
    proposals: z
      .array(z.object({ incident: z.string(), points: z.number(), reasons: z.array(z.string()) }))
      .describe('Other incidents that may be the same'),
    parts: z.array(
      z.object({
        incident: z.string(),
        relation: z.string().describe('part of, has part, same story; or what a person said'),
        reason: z.string(),
        decision: z.string().nullable().describe('The decision that says so; null where days and reports do'),
      }),
    ),
  })
  .meta({ id: 'IncidentDetail' });

export const incident = operation({
  name: 'incident',
  summary:
    'Show one happening: all reports of it side by side, its figures under each profile, its flags, and why its reports belong together.',
  input: AsOf.extend({
    id: z.string().min(1).describe('Id of the incident, or of a claim of it, or its beginning'),
    profile: z.string().optional().describe('Profiles, with commas between; all without'),
    house: z.string().optional().describe('The content of a file with house rules of your own (docs/ledger.md)'),
  }),
  output: IncidentDetail,
  changes: false,
  async run({ id, profile, house, ...input }, context) {
    const rules = house === undefined ? undefined : houseFrom(house);
    const moment = momentOf(input);
    const n = await incidentCalled(context, id, moment);
    const today = dayOf(input.asOf ?? context.now());
    const { record, incidents } = await (await context.store()).incidents.around(n, today, moment);
    return detailOf(record, incidents.get(n) as Incident, profile, rules);
  },
});

export function detailOf(
  record: Chronicle,
  one: Incident,
  profile?: string,
  house?: Profile,
): z.infer<typeof IncidentDetail> {
  const flags = record.flagsOf(one);
  const row = incidentRow(record, one);
  return {
    incident: row,
    record: ROWS.map((name) => recordCell(record, one, row, name)),
    cells: one.happenings.map((happening) => cellsOf(record, one, happening)),
    origins: record.originsOf(one).map(shownChain),
    series: seriesShapes(record, one, profile, house),
    flags: flags.map((flag) => shownFlag(record, flag)),
    ties: record.index.tiesOf(one).map((tie) => ({ ...tie, reasons: [...tie.reasons] })),
    proposals: proposalsOf(record, one),
    parts: partsOf(record, one),
  };
}

/** "9", "9–14", "≥ 12". */
const countText = (low: number | null, high: number | null): string =>
  high === null ? `≥ ${low ?? 0}` : low === high ? String(high) : `${low ?? 0}–${high}`;

function recordCell(
  record: Chronicle,
  one: Incident,
  { type, mode, who, whom, when, where, killed, injured }: z.infer<typeof IncidentRow>,
  name: Row,
): z.infer<typeof RecordCell> {
  const taken = record.takenOf(one, name);
  const names = (list: readonly { name: string }[]) => list.map(({ name: called }) => called).join(', ');
  const values: Readonly<Record<Row, string>> = {
    what: mode ? `${type} ${mode}` : type,
    who: names(who),
    whom: names(whom),
    when: when === null ? '' : when.from === when.to ? when.from : `${when.from} – ${when.to}`,
    where: where?.name ?? '',
    killed: killed ? countText(killed.low, killed.high) : '',
    injured: injured ? countText(injured.low, injured.high) : '',
  };
  return { row: name, value: values[name], claim: taken?.claim ?? null, decision: taken?.decision ?? null };
}

function proposalsOf(record: Chronicle, one: Incident) {
  const found = new Map<string, { incident: string; points: number; reasons: string[] }>();
  for (const { b, points, reasons } of record.index.proposalsFor(one)) {
    const other = record.index.incidentOf(b);
    if (other && !found.has(other.id)) found.set(other.id, { incident: other.id, points, reasons: [...reasons] });
  }
  return [...found.values()];
}

/** Incidents of the same reports: linked, never merged; a stated window within another's is a part of it. */
function partsOf(record: Chronicle, one: Incident) {
  const reports = new Set(one.happenings.map(({ report }) => report));
  const window = widest(one);
  const found: z.infer<typeof IncidentDetail>['parts'] = [];
  const seen = new Set([one.id]);
  const own = new Set(one.happenings.flatMap(({ ids }) => ids));
  for (const { from, to, relation, decision } of record.links) {
    if (relation === 'apart') continue;
    const [mine, theirs] = own.has(from) ? [from, to] : own.has(to) ? [to, from] : [];
    const other = theirs === undefined ? null : record.index.incidentOf(theirs);
    if (!other || other.id === one.id) continue;
    seen.add(other.id);
    const reason = `“${other.happenings[0].event.trigger.text}”`;
    found.push({ incident: other.id, relation: mine === from ? relation : `${relation} (of this)`, reason, decision });
  }
  for (const report of reports) {
    for (const { id, family } of record.index.happeningsOf(report)) {
      const other = record.index.incidentOf(id);
      if (!other || seen.has(other.id)) continue;
      seen.add(other.id);
      const theirs = widest(other);
      const same = family === one.happenings[0].family && window && theirs;
      const relation =
        !same || (window[0] === theirs[0] && window[1] === theirs[1])
          ? 'same story'
          : window[0] >= theirs[0] && window[1] <= theirs[1]
            ? 'part of'
            : theirs[0] >= window[0] && theirs[1] <= window[1]
              ? 'has part'
              : 'same story';
      found.push({
        incident: other.id,
        relation,
        reason: `told in the same report: “${other.happenings[0].event.trigger.text}”`,
        decision: null,
      });
    }
  }
  return found;
}

function widest({ happenings }: Incident): readonly [number, number] | null {
  const dated = happenings.filter(({ dated: stated }) => stated).flatMap(({ window }) => (window ? [window] : []));
  return dated.length === 0 ? null : [Math.min(...dated.map(([from]) => from)), Math.max(...dated.map(([, to]) => to))];
}

function cellsOf(
  record: Chronicle,
  one: Incident,
  { id, report, event, where, window, dated, actors, recipients }: Incident['happenings'][0],
): z.infer<typeof ReportCells> {
  const reading = record.readings.get(report);
  const about = reading?.report;
  const at = (span: { start: number; end: number; text: string }) => ({ ...span, report });
  const names = (ids: ReadonlySet<string>, list: readonly string[]) => {
    if (ids.size === 0) return null;
    const mention =
      reading?.actors
        .find((actor) => list.includes(actor.id))
        ?.mentions.find((span) => span.end > event.evidence.start) ?? event.trigger;
    return { value: [...ids].map((actor) => record.nameOf(actor)).join(', '), words: at(mention) };
  };
  const place = reading?.places.find(({ id: own }) => own === event.place);
  const time = reading?.times.find(({ id: own }) => own === event.time);
  const days = daysOf(window, dated);
  const counts = (measure: string) =>
    record
      .figuresOf(one)
      .filter((claim) => claim.report === report && claim.measure === measure)
      .map((figure) => ({ claim: figure.id, value: countText(...boundsOf(figure)), words: at(figure.words) }));
  return {
    claim: id,
    report,
    title: about?.title ?? null,
    source: about?.source ?? null,
    published: about?.published ?? null,
    copyOf: record.copies.copyOf.get(report) ?? null,
    chain: record.chainOf(id),
    what: { value: event.mode ? `${event.type} ${event.mode}` : event.type, words: at(event.trigger) },
    who: names(actors, event.actors),
    whom: names(recipients, event.recipients),
    when:
      time && days
        ? { value: days.from === days.to ? days.from : `${days.from} – ${days.to}`, words: at(time.span) }
        : null,
    where: where && place?.mentions[0] ? { value: where.name, words: at(place.mentions[0]) } : null,
    killed: counts('killed'),
    injured: counts('injured'),
  };
}

/** The ledger of an incident: each series with its steps and what each profile makes of it. */
export function seriesShapes(
  record: Chronicle,
  one: Incident,
  profile?: string,
  house?: Profile,
): z.infer<typeof SeriesShape>[] {
  const flags = record.flagsOf(one);
  const copies = new Set(record.copies.copyOf.keys());
  const names = profile === undefined ? null : profile.split(',').map((name) => name.trim());
  const profiles = PROFILES.map((rules) => (house && rules.name === house.name ? house : rules)).filter(
    ({ name }) => names === null || names.includes(name),
  );
  return seriesOf(record.figuresOf(one)).map((series) => {
    const estimates = profiles.flatMap((rules) => estimate(rules, series.claims, copies) ?? []);
    const differences = estimates.flatMap((a, i) => estimates.slice(i + 1).flatMap((b) => differenceOf(a, b)));
    return {
      measure: series.measure,
      group: series.group,
      scope: series.scope,
      claims: figureRows(series.claims, flags, record),
      steps: stepsOf(series, copies).map((step) => ({ ...step })),
      estimates: estimates.map(shownEstimate),
      differences: [...new Set(differences)],
    };
  });
}
