// What a person narrows a list of claims by in, the store's filter out: names become ids, months become days.
import { z } from 'zod';
import type { ClaimFilter, Moment, Store } from '../store/store.ts';
import { OperationError } from './operation.ts';

const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', ''])])
  .transform((value) => value === true || value === 'true' || value === '1' || value === '');

/** Fields of every operation that lists claims; a query string or options of a command line. */
export const ClaimFilterInput = {
  kind: z
    .enum(['event', 'statement', 'figure', 'time', 'place', 'actor'])
    .optional()
    .describe('Without it, events, statements and figures'),
  type: z.string().optional().describe('PLOVER type of an event, act of a statement, measure of a figure'),
  actor: z.string().optional().describe('A name, or the id of an actor such as person:ilse-varga'),
  role: z.enum(['actor', 'recipient', 'speaker', 'addressee']).optional().describe('As what the actor takes part'),
  place: z.string().optional().describe('A name, or the id of a place such as geonames:703448'),
  from: z.string().optional().describe('First day: 2025, 2025-04 or 2025-04-24'),
  to: z.string().optional().describe('Last day, included: 2025, 2025-04 or 2025-04-24'),
  report: z.string().optional().describe('Id of a report, or the beginning of it that only one has'),
  status: z.enum(['open', 'accepted', 'rejected']).optional(),
  review: flag.optional().describe('Only claims that a newer reading changed after somebody had decided upon them'),
  all: flag.optional().describe('Also rejected, merged and superseded claims'),
  asOf: z.string().optional().describe('A day or instant: the record as it was then'),
  mode: z
    .enum(['held', 'knowable'])
    .optional()
    .describe('With asOf: what the record held then, or what could have been known from reports published by then'),
} as const;

export type FilterInput = z.output<z.ZodObject<typeof ClaimFilterInput>>;

export async function claimFilter(store: Store, input: FilterInput): Promise<ClaimFilter> {
  const { kind, type, role, status, review, all } = input;
  const given = {
    kind,
    type,
    role,
    status,
    review,
    all,
    actors: input.actor === undefined ? undefined : await idsOf(store, 'actor', input.actor),
    places: input.place === undefined ? undefined : await idsOf(store, 'place', input.place),
    from: input.from === undefined ? undefined : dayOf(input.from, 'first', 'from'),
    to: input.to === undefined ? undefined : dayOf(input.to, 'last', 'to'),
    report: input.report === undefined ? undefined : await reportId(store, input.report),
    asOf: momentOf(input),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClaimFilter;
}

export function momentOf({ asOf, mode }: Pick<FilterInput, 'asOf' | 'mode'>): Moment | undefined {
  if (asOf === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw new OperationError(
      'input/as-of',
      `The moment is “${asOf}”; give a day such as 2026-03-05 or an instant such as 2026-03-05T06:30:00Z.`,
    );
  return { at: asOf, mode: mode ?? 'held' };
}

/** Ids of all whom a name may mean. Throws OperationError where the record knows nobody of that name. */
export async function idsOf(store: Store, what: 'actor' | 'place', name: string): Promise<string[]> {
  const found = await (what === 'actor' ? store.findActors(name, 100) : store.findPlaces(name, 100));
  if (found.length === 0)
    throw new OperationError(
      `input/${what}`,
      what === 'actor'
        ? `The record knows no actor “${name}”; \`recount actors\` shows those it knows.`
        : `The record knows no place “${name}”; \`recount places\` shows those it knows.`,
    );
  return found.map(({ entity }) => entity.id);
}

/** A year or month is its first or last day. */
export function dayOf(value: string, end: 'first' | 'last', name: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).getUTCDate();
  const whole =
    end === 'first'
      ? `${year}-${month ?? '01'}-${day ?? '01'}`
      : `${year}-${month ?? '12'}-${day ?? String(last).padStart(2, '0')}`;
  const parsed = new Date(`${whole}T00:00:00Z`);
  if (year === '' || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== whole)
    throw new OperationError(
      'input/day',
      `“${name}” is ${JSON.stringify(value)}; give a year, a month or a day of the calendar, such as 2025-04-24.`,
    );
  return whole;
}

/** A report's whole id from the beginning of it that only one has. Throws OperationError. */
export async function reportId(store: Store, id: string): Promise<string> {
  const [whole, second] = await store.startingWith(id, 2);
  if (whole === undefined)
    throw new OperationError(
      'report/unknown',
      `There is no report “${id}” in this record; \`recount list\` shows what there is.`,
    );
  if (second !== undefined && whole !== id)
    throw new OperationError(
      'report/ambiguous',
      `More than one report begins with “${id}” (${whole}, ${second}); give more of the id.`,
    );
  return whole;
}

/** Any id with its report's part made whole: `r3f.e41-87` names a claim when one report alone begins so. */
export async function wholeId(store: Store, id: string): Promise<string> {
  const [, report, rest = ''] = /^(r[0-9a-f]*)((?:\.[a-z]\d.*)?)$/.exec(id) ?? [];
  return report === undefined || report.length >= 25 ? id : (await reportId(store, report)) + rest;
}
