// A filter in, the figures ledger out: for each incident, measure and group every claim by who says it and when.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { PROFILES } from '../record/ledger/profile.ts';
import { AsOf, chronicle, houseFrom } from './chronicle.ts';
import { SeriesShape, seriesShapes } from './incident.ts';
import { findIncident, incidentCalled, nameFrom, pageOf } from './incidents.ts';
import { IncidentRow, incidentRow, namedRow } from './ledger-shapes.ts';
import { type Context, OperationError, operation } from './operation.ts';
import { AfterInput } from './page-after.ts';

export const figures = operation({
  name: 'figures',
  summary:
    'The figures ledger: how many, according to whom, since when, under each profile of rules, and where the accounts differ.',
  input: AsOf.extend({
    incident: z.string().optional().describe('Only of this incident'),
    measure: z.string().optional().describe('killed, injured, missing …'),
    group: z.string().optional().describe('civilians, children, soldiers …'),
    by: z.string().optional().describe('Part of the name of who says so'),
    place: z.string().optional().describe('Part of the name of the place'),
    profile: z.string().optional().describe('acled, ucdp, airwars, house, with commas between; all without'),
    house: z.string().optional().describe('The content of a file with house rules of your own (docs/ledger.md)'),
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Incidents at most'),
    ...AfterInput,
  }),
  output: z
    .object({
      incidents: z.array(z.object({ incident: IncidentRow, series: z.array(SeriesShape) })),
      next: z.string().nullable(),
      total: z.int(),
    })
    .meta({ id: 'Ledger' }),
  changes: false,
  async run({ incident, measure, group, by, place, profile, house, limit, after, asOf, knowledge }, context) {
    for (const name of profile?.split(',') ?? [])
      if (!PROFILES.some((known) => known.name === name.trim()))
        throw new OperationError(
          'input/profile',
          `“${name}” is no profile; there are ${PROFILES.map((known) => known.name).join(', ')}.`,
        );
    const isWanted = (each: z.infer<typeof SeriesShape>) =>
      (measure === undefined || each.measure === measure) &&
      (group === undefined || each.group === group) &&
      (by === undefined ||
        each.claims.some(({ chain }) =>
          `${chain.speaker ?? ''} ${chain.printed ?? ''}`.toLowerCase().includes(by.toLowerCase()),
        ));
    const own = house === undefined ? undefined : houseFrom(house);
    if (asOf === undefined && incident === undefined) {
      const store = await context.store();
      const wanted = Object.fromEntries(
        Object.entries({ measure, group, by }).filter(([, value]) => value !== undefined),
      );
      const filter = { series: wanted, ...(place === undefined ? {} : { place }) };
      const page = await pageOf(store.incidents.list(filter, { limit, after: after ?? null }));
      const part = await store.incidents.part(
        page.incidents.map(({ n }) => n),
        null,
      );
      return {
        incidents: page.incidents.map(({ n, summary }) => ({
          incident: namedRow(summary, nameFrom(page.names)),
          series: seriesShapes(part.record, part.incidents.get(n) as Incident, profile, own).filter(isWanted),
        })),
        next: page.next,
        total: page.total,
      };
    }
    const record = await recordFor(context, { asOf, knowledge, incident });
    const some = incident === undefined ? [...record.incidents].reverse() : [findIncident(record, incident)];
    const rows = [];
    let total = 0;
    let reached = after === undefined;
    let next: string | null = null;
    for (const one of some) {
      if (
        place !== undefined &&
        !one.happenings.some(({ where }) => where?.name.toLowerCase().includes(place.toLowerCase()))
      )
        continue;
      const series = seriesShapes(record, one, profile, own).filter(isWanted);
      if (series.length === 0) continue;
      total++;
      if (!reached) reached = one.id === after;
      else if (rows.length < limit) rows.push({ incident: incidentRow(record, one), series });
      else next ??= rows.at(-1)?.incident.id ?? null;
    }
    if (!reached) throw new OperationError('input/after', `“${after}” is no cursor of this list.`);
    return { incidents: rows, next, total };
  },
});

/** The whole record as of a moment; as of now only the incident that is asked for. */
async function recordFor(
  context: Context,
  {
    asOf,
    knowledge,
    incident,
  }: {
    asOf?: string | undefined;
    knowledge?: 'knowable' | 'held' | undefined;
    incident?: string | undefined;
  },
): Promise<Chronicle> {
  if (asOf !== undefined || incident === undefined) return chronicle(context, { asOf, knowledge });
  const n = await incidentCalled(context, incident);
  return (await (await context.store()).incidents.part([n], null)).record;
}
