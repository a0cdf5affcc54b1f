// A filter in, the incidents of the record out: happenings over many reports, newest first.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { PROFILES } from '../record/ledger/profile.ts';
import type { Moment, Store } from '../store/store.ts';
import { AsOf, momentOf } from './chronicle.ts';
import { IncidentRow, incidentRow, namedRow } from './ledger-shapes.ts';
import { type Context, OperationError, operation } from './operation.ts';

export const incidents = operation({
  name: 'incidents',
  summary:
    'List happenings over all reports of the record, newest first: what, who, whom, when, where, how many, and where accounts differ.',
  input: AsOf.extend({
    type: z.string().optional().describe('PLOVER event type, such as ASSAULT'),
    actor: z.string().optional().describe('Part of the name of a party'),
    place: z.string().optional().describe('Part of the name of the place'),
    words: z.string().optional().describe('Words of the clauses that tell it'),
    from: z.string().optional().describe('First day'),
    to: z.string().optional().describe('Last day'),
    flag: z.string().optional().describe('Only those with this flag, such as DISJOINT'),
    reports: z.coerce.number().int().min(1).default(1).describe('Only those that so many reports tell, or more'),
    profile: z
      .string()
      .refine((name) => PROFILES.some((known) => known.name === name), {
        error: `there are ${PROFILES.map(({ name }) => name).join(', ')}`,
      })
      .optional()
      .describe('The rules by which the dead and injured are counted: acled, ucdp, airwars or house; house without'),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
    after: z.string().optional().describe('The "next" of the page before'),
  }),
  output: z
    .object({ incidents: z.array(IncidentRow), next: z.string().nullable(), total: z.int() })
    .meta({ id: 'IncidentPage' }),
  changes: false,
  async run(input, context) {
    return listed(await context.store(), input);
  },
});

/** The list as of now or of another moment, from its rows. */
async function listed(
  store: Store,
  input: Wanted & {
    limit: number;
    after?: string | undefined;
    profile?: string | undefined;
    asOf?: string | undefined;
    knowledge?: 'knowable' | 'held' | undefined;
  },
) {
  const { limit, after = null, reports, profile = 'house', asOf, knowledge, ...filter } = input;
  const moment = momentOf({ asOf, knowledge });
  const asked = Object.fromEntries(
    (['type', 'actor', 'place', 'words', 'from', 'to', 'flag'] as const).flatMap((name) =>
      filter[name] === undefined ? [] : [[name, filter[name]]],
    ),
  );
  const page = await pageOf(store.incidents.list({ ...asked, reports }, { limit, after }, moment));
  // what the house makes of them is kept with them; another profile counts the page anew
  const part =
    profile === 'house'
      ? null
      : await store.incidents.part(
          page.incidents.map(({ n }) => n),
          null,
          moment,
        );
  return {
    incidents: page.incidents.map(({ n, summary }) => {
      const one = part?.incidents.get(n);
      return part && one ? incidentRow(part.record, one, profile) : namedRow(summary, nameFrom(page.names));
    }),
    next: page.next,
    total: page.total,
  };
}

/** What an actor is called; the end of its id where the record does not know it. */
export const nameFrom =
  (names: ReadonlyMap<string, string>) =>
  (actor: string): string =>
    names.get(actor) ?? actor.replace(/^\w+:/, '');

/** A cursor that is none is the caller's mistake. */
export async function pageOf<T>(page: Promise<T>): Promise<T> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof RangeError) throw new OperationError('input/after', error.message);
    throw error;
  }
}

interface Wanted {
  type?: string | undefined;
  actor?: string | undefined;
  place?: string | undefined;
  words?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  flag?: string | undefined;
  reports: number;
}

/** As `findIncident`, without reading the record through: its number. Throws OperationError. */
export async function incidentCalled(context: Context, id: string, moment?: Moment): Promise<number> {
  const found = await (await context.store()).incidents.find(id, moment);
  const [only, second] = found;
  if (only && !second) return only.n;
  throw notOne(
    id,
    found.map((one) => one.id),
    found.length >= MOST_NAMED ? `${MOST_NAMED} or more` : String(found.length),
  );
}

/** Incidents that the store names for a beginning, at most. */
const MOST_NAMED = 5;

function notOne(id: string, some: readonly string[], count: string): OperationError {
  return new OperationError(
    some.length === 0 ? 'incident/unknown' : 'incident/ambiguous',
    some.length === 0
      ? `There is no incident “${id}”. recount incidents lists them.`
      : `“${id}” begins ${count} incidents; give more of it: ${some.slice(0, 4).join(', ')}${some.length > 4 ? ' …' : ''}`,
  );
}

/** The incident with this id, the one that holds this claim, or the only one whose id begins so. Throws OperationError. */
export function findIncident(record: Chronicle, id: string): Incident {
  const held = record.index.incidentOf(id.replace(/^i(?=r)/, ''));
  if (held) return held;
  // as tables print them: the beginning of the report's id and the whole of the claim's
  const [, report, claim] = /^i?(r[0-9a-f]{4,})(\.[a-z]\d+-\d+)$/.exec(id) ?? [];
  if (report !== undefined && claim !== undefined)
    for (const one of record.incidents)
      if (one.happenings.some(({ ids }) => ids.some((event) => event.startsWith(report) && event.endsWith(claim))))
        return one;
  const some = record.incidents.filter((one) => one.id.startsWith(id) || one.id.startsWith(`i${id}`));
  if (some.length === 1) return some[0] as Incident;
  throw notOne(
    id,
    some.map((one) => one.id),
    String(some.length),
  );
}
