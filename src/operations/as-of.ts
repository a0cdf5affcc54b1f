// Two moments in, what the record knew at each and what became known, changed or was merged between them out.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { AsOf, chronicle } from './chronicle.ts';
import { IncidentRow, incidentRow } from './ledger-shapes.ts';
import { operation } from './operation.ts';

const Known = z.object({
  at: z.string().nullable().describe('null for now'),
  reports: z.int(),
  incidents: z.int(),
  disputed: z.int().describe('Incidents whose accounts exclude each other'),
  statements: z.int(),
});

const Difference = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

const Change = z.object({
  change: z.enum(['new', 'changed', 'merged', 'gone']),
  incident: IncidentRow.describe('As it was known at the later moment; at the earlier one where it is gone'),
  merged: z.array(z.string()).describe('Incidents of the earlier moment that are one at the later'),
  differences: z.array(Difference),
});
type Change = z.infer<typeof Change>;

export const asOf = operation({
  name: 'as-of',
  summary:
    'Tell what was known at a moment, and which happenings became known, changed or were merged from then until another moment, or until now.',
  input: z.object({
    at: AsOf.shape.asOf.unwrap().describe('A day or an instant; a date counts whole'),
    until: AsOf.shape.asOf.describe('The later moment; now without'),
    knowledge: AsOf.shape.knowledge,
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Changes at most'),
  }),
  output: z
    .object({
      earlier: Known,
      later: Known,
      changes: z.array(Change),
      total: z.int(),
    })
    .meta({ id: 'Known' }),
  changes: false,
  async run({ at, until, knowledge, limit }, context) {
    const then = await chronicle(context, { asOf: at, knowledge });
    const later = await chronicle(context, { asOf: until, knowledge });
    const changes = changesBetween(then, later);
    return {
      earlier: known(then, at),
      later: known(later, until ?? null),
      changes: changes.slice(0, limit),
      total: changes.length,
    };
  },
});

function known(record: Chronicle, at: string | null): z.infer<typeof Known> {
  const disputed = record.incidents.filter((one) => incidentRow(record, one).status === 'disputed').length;
  return {
    at,
    reports: record.readings.size,
    incidents: record.incidents.length,
    disputed,
    statements: record.said.length,
  };
}

/** Newest first, as lists of incidents are. */
function changesBetween(then: Chronicle, later: Chronicle): Change[] {
  const found: Change[] = [];
  const before = new Map<string, Incident[]>();
  for (const one of then.incidents) {
    const heir = one.happenings
      .map(({ id }) => later.index.incidentOf(id))
      .find((held) => held !== null && held !== undefined);
    if (!heir) found.push({ change: 'gone', incident: incidentRow(then, one), merged: [], differences: [] });
    else before.set(heir.id, [...(before.get(heir.id) ?? []), one]);
  }
  for (const one of [...later.incidents].reverse()) {
    const row = incidentRow(later, one);
    const [first, ...others] = before.get(one.id) ?? [];
    if (!first) {
      found.push({ change: 'new', incident: row, merged: [], differences: [] });
      continue;
    }
    const differences = differencesOf(incidentRow(then, first), row);
    if (others.length > 0)
      found.push({ change: 'merged', incident: row, merged: [first, ...others].map(({ id }) => id), differences });
    else if (differences.length > 0) found.push({ change: 'changed', incident: row, merged: [], differences });
  }
  return found;
}

type Row = z.infer<typeof IncidentRow>;
const bounds = (one: Row['killed']) =>
  one === null ? null : one.low === one.high ? String(one.low ?? '?') : `${one.low ?? '?'}–${one.high ?? '?'}`;

/** What stands in a row's cells, as people read it. */
const CELLS: readonly (readonly [string, (row: Row) => string | null])[] = [
  ['type', ({ type, mode }) => (mode === null ? type : `${type} ${mode}`)],
  ['when', ({ when }) => when && (when.from === when.to ? when.from : `${when.from} – ${when.to}`)],
  ['where', ({ where }) => where?.name ?? null],
  ['who', ({ who }) => who.map(({ name }) => name).join(', ') || null],
  ['whom', ({ whom }) => whom.map(({ name }) => name).join(', ') || null],
  ['killed', ({ killed }) => bounds(killed)],
  ['injured', ({ injured }) => bounds(injured)],
  ['status', ({ status }) => status],
  ['flags', ({ flags }) => flags.join(', ') || null],
  ['reports', ({ reports }) => String(reports)],
  ['origins', ({ origins }) => String(origins)],
];

function differencesOf(a: Row, b: Row): z.infer<typeof Difference>[] {
  return CELLS.flatMap(([field, of]) => {
    const [before, after] = [of(a), of(b)];
    return before === after ? [] : [{ field, before, after }];
  });
}
