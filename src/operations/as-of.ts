// Two moments in, what the record knew at each and what became known, changed or was merged between them out.
import { z } from 'zod';
import type { Summary } from '../record/incident/summary.ts';
import { AsOf } from './chronicle.ts';
import { nameFrom } from './incidents.ts';
import { IncidentRow, namedRow } from './ledger-shapes.ts';
import { OperationError, operation } from './operation.ts';

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
  async run({ at, until, knowledge = 'knowable', limit }, context) {
    if (until !== undefined && `${until}~` < `${at}~`)
      throw new OperationError('input/until', `“${until}” is before “${at}”; give the earlier moment first.`);
    const { incidents } = await context.store();
    const found = await incidents.between({ at, mode: knowledge }, until ?? null, limit);
    const row = (summary: Summary) => namedRow(summary, nameFrom(found.names));
    const changes: Change[] = found.gone.map((one) => ({
      change: 'gone',
      incident: row(one),
      merged: [],
      differences: [],
    }));
    let fresh = found.fresh;
    for (const { now, before } of found.others) {
      const incident = row(now);
      const [first, ...others] = before;
      if (!first) {
        fresh--;
        changes.push({ change: 'new', incident, merged: [], differences: [] });
        continue;
      }
      const differences = differencesOf(row(first), incident);
      if (others.length > 0)
        changes.push({ change: 'merged', incident, merged: before.map(({ id }) => id), differences });
      else if (differences.length > 0) changes.push({ change: 'changed', incident, merged: [], differences });
    }
    return {
      earlier: { at, ...found.earlier },
      later: { at: until ?? null, ...found.later },
      changes: changes.slice(0, limit),
      total: changes.length + fresh,
    };
  },
});

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
