// A filter in, the figures ledger out: for each incident, measure and group every claim by who says it and when.
import { z } from 'zod';
import type { Incident } from '../record/incident/incident-index.ts';
import { PROFILES } from '../record/ledger/profile.ts';
import { AsOf, houseFrom, momentOf } from './chronicle.ts';
import { SeriesShape, seriesShapes } from './incident.ts';
import { incidentCalled, nameFrom, pageOf } from './incidents.ts';
import { IncidentRow, incidentRow, namedRow } from './ledger-shapes.ts';
import { OperationError, operation } from './operation.ts';
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
    const moment = momentOf({ asOf, knowledge });
    if (incident === undefined) {
      const store = await context.store();
      const wanted = Object.fromEntries(
        Object.entries({ measure, group, by }).filter(([, value]) => value !== undefined),
      );
      const filter = { series: wanted, ...(place === undefined ? {} : { place }) };
      const page = await pageOf(store.incidents.list(filter, { limit, after: after ?? null }, moment));
      const part = await store.incidents.part(
        page.incidents.map(({ n }) => n),
        null,
        moment,
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
    const n = await incidentCalled(context, incident, moment);
    const { record, incidents } = await (await context.store()).incidents.part([n], null, moment);
    const one = incidents.get(n) as Incident;
    const elsewhere = ({ where }: Incident['happenings'][number]) =>
      place !== undefined && !where?.name.toLowerCase().includes(place.toLowerCase());
    const series = one.happenings.every(elsewhere) ? [] : seriesShapes(record, one, profile, own).filter(isWanted);
    if (after !== undefined && (series.length === 0 || one.id !== after))
      throw new OperationError('input/after', `“${after}” is no cursor of this list.`);
    const rows = after !== undefined || series.length === 0 ? [] : [{ incident: incidentRow(record, one), series }];
    return { incidents: rows, next: null, total: series.length === 0 ? 0 : 1 };
  },
});
