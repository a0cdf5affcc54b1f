// A reading in, its events out, ready to be followed over reports: parties by name, days and words, whatever the status.
import type { Reading, ReadingEvent, ReadingSpan, ReadingStatement } from '../../reading/schema.ts';
import { claimIdsOf } from '../claims-of.ts';
import { actorId } from '../entity.ts';
import { dayOf } from '../incident/day.ts';
import type { Window } from '../incident/happening.ts';

/** One event as a report tells it. */
export interface Told {
  /** Claim id of the event. */
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
  readonly event: ReadingEvent;
  /** The record's ids of those who act, and of those acted upon. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Countries of all of them, sorted. */
  readonly countries: readonly string[];
  /** Days that the words give; null where they give none. */
  readonly window: Window | null;
  /** Name of the place that the words give; null where they give none. */
  readonly place: string | null;
  /** The statement that claims it; null where the report says so itself. */
  readonly statement: ReadingStatement | null;
  /** The clause that says it. */
  readonly words: ReadingSpan;
}

/** All events of a reading, in its order. */
export function toldIn(reading: Reading): Told[] {
  const { report } = reading;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const places = new Map(reading.places.map(({ id, name }) => [id, name]));
  const times = new Map(reading.times.map(({ id, interval }) => [id, interval]));
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  const ids = claimIdsOf(reading);
  const keys = new Map(reading.actors.map((actor) => [actor.id, actorId(actor)]));
  const known = (list: readonly string[]) => list.map((id) => keys.get(id) ?? id);
  return reading.events.map((event): Told => {
    const interval = event.time === null ? null : (times.get(event.time) ?? null);
    const from = interval && dayOf(interval[0]);
    const to = interval && dayOf(interval[1]);
    const countries = [...event.actors, ...event.recipients]
      .map((id) => actors.get(id)?.country ?? null)
      .filter((code): code is string => code !== null && !/^(?:IGO|NGO|NSA)$/.test(code));
    return {
      id: ids.get(event.id) as string,
      report: report.id,
      published: report.published,
      event,
      actors: known(event.actors),
      recipients: known(event.recipients),
      countries: [...new Set(countries)].sort(),
      window: from !== null && to !== null ? [from, to] : null,
      place: event.place === null ? null : (places.get(event.place) ?? null),
      statement: event.statement === null ? null : (statements.get(event.statement) ?? null),
      words: event.evidence,
    };
  });
}

/** By publication, undated last, then by report and place in its text: the order in which a record is followed. */
export function inOrder(a: Told, b: Told): number {
  const x = a.published ?? '9';
  const y = b.published ?? '9';
  if (x !== y) return x < y ? -1 : 1;
  if (a.report !== b.report) return a.report < b.report ? -1 : 1;
  return a.words.start - b.words.start || a.event.trigger.start - b.event.trigger.start;
}
