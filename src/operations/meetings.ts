// The record in, its meetings out: floated, scheduled, moved, confirmed, held or cancelled, each step with its words; or as a calendar.
import ical, { ICalEventStatus } from 'ical-generator';
import { z } from 'zod';
import { MEETING_STATES } from '../record/diplomacy/meeting.ts';
import { daysOf } from '../record/incident/summary.ts';
import { AsOf } from './chronicle.ts';
import { toldWords } from './commitments.ts';
import { plansAsOf } from './followed.ts';
import { Words } from './ledger-shapes.ts';
import { operation } from './operation.ts';

export const MeetingRow = z
  .object({
    id: z.string(),
    parties: z.array(z.string()),
    place: z.string().nullable(),
    when: z.object({ from: z.string(), to: z.string(), stated: z.boolean() }).nullable(),
    state: z.enum(MEETING_STATES),
    steps: z.array(
      z.object({
        state: z.enum(MEETING_STATES),
        published: z.string().nullable(),
        source: z.string().nullable(),
        words: Words,
      }),
    ),
  })
  .meta({ id: 'MeetingRow' });
export type MeetingRow = z.infer<typeof MeetingRow>;

export const meetings = operation({
  name: 'meetings',
  summary:
    'Meetings that reports tell of: floated, scheduled, moved, confirmed, held or cancelled, each step with its words.',
  input: AsOf.extend({
    party: z.string().optional().describe('Part of the name of a party'),
    state: z.enum(MEETING_STATES).optional(),
  }),
  output: z.object({ meetings: z.array(MeetingRow) }).meta({ id: 'Meetings' }),
  changes: false,
  async run({ party, state, asOf, knowledge }, context) {
    const record = await plansAsOf(context, { asOf, knowledge });
    const rows = record.meetings.map(
      (one): MeetingRow => ({
        id: one.id,
        parties: one.parties.map((id) => record.nameOf(id)),
        place: one.place,
        when: daysOf(one.window, true),
        state: one.state,
        steps: one.steps.map((step) => ({
          state: step.state,
          published: step.told.published,
          source: record.sourceOf(step.told.report).source,
          words: toldWords(step.told),
        })),
      }),
    );
    return {
      meetings: rows.filter(
        (row) =>
          (state === undefined || row.state === state) &&
          (party === undefined || row.parties.some((name) => name.toLowerCase().includes(party.toLowerCase()))),
      ),
    };
  },
});

const DAY = 86_400_000;

/** The meetings whose day is known as an iCalendar file; cancelled ones say so. `stamp` is the instant of making it. */
export function calendarOf(rows: readonly MeetingRow[], stamp: string): string {
  const calendar = ical({ name: 'Meetings in the record', prodId: '//recount//meetings//EN' });
  for (const { id, parties, place, when, state, steps } of rows) {
    if (!when) continue;
    calendar.createEvent({
      id: `${id}@recount`,
      stamp: new Date(stamp),
      start: new Date(`${when.from}T00:00:00Z`),
      end: new Date(Date.parse(`${when.to}T00:00:00Z`) + DAY),
      allDay: true,
      timezone: 'UTC',
      summary: `${parties.join(', ')}${state === 'held' || state === 'scheduled' ? '' : ` (${state})`}`,
      ...(place === null ? {} : { location: place }),
      description: steps
        .map((step) => `${step.published?.slice(0, 10) ?? 'no date'} ${step.state}: “${step.words.text}”`)
        .join('\n'),
      status:
        state === 'cancelled'
          ? ICalEventStatus.CANCELLED
          : state === 'floated'
            ? ICalEventStatus.TENTATIVE
            : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
