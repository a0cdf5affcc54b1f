// A reading in, its happenings out: each event with the day, place, parties and counts by which reports are compared.
import type { Reading, ReadingEvent, ReadingFigure, ReadingPlace } from '../../reading/schema.ts';
import { claimIdsOf } from '../claims-of.ts';
import { actorId, placeId } from '../entity.ts';
import { dayOf } from './day.ts';

/** What kinds of event may be one happening: a strike is never the same as the talks about it. */
export type Family =
  | 'violence'
  | 'force'
  | 'protest'
  | 'talks'
  | 'accord'
  | 'yielding'
  | 'aid'
  | 'sanction'
  | 'coercion'
  | 'words';

const FAMILIES: Readonly<Record<string, Family>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'force',
  PROTEST: 'protest',
  CONSULT: 'talks',
  AGREE: 'accord',
  SUPPORT: 'words',
  CONCEDE: 'yielding',
  RETREAT: 'yielding',
  COOPERATE: 'aid',
  AID: 'aid',
  SANCTION: 'sanction',
  COERCE: 'coercion',
  REQUEST: 'words',
  ACCUSE: 'words',
  REJECT: 'words',
  THREATEN: 'words',
};

/** First and last day on which it may have happened, in days since 1970. */
export type Window = readonly [number, number];

export interface Where {
  /** The record's id of the place. */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: ReadingPlace['precision'];
}

/** A count with its bounds; null where the words leave one open. */
export interface Count {
  readonly low: number | null;
  readonly high: number | null;
}

/** One event of one report, as it is compared with those of other reports. */
export interface Happening {
  /** Claim id of the event. */
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
  readonly event: ReadingEvent;
  readonly family: Family;
  /** Null when neither the words nor the report's own date say. */
  readonly window: Window | null;
  /** True when the words state the day; false when it was bounded by the day of publication. */
  readonly dated: boolean;
  readonly where: Where | null;
  /** All places of the report: what else may name the spot. */
  readonly around: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  readonly killed: Count | null;
  readonly injured: Count | null;
}

/** A report's news is about the days before it: how many, where the words do not say. */
const NEWS_DAYS = 2;

function whereOf(place: ReadingPlace): Where {
  const { name, country, latitude, longitude, precision } = place;
  return { key: placeId(place), name, country, latitude, longitude, precision };
}

/** The happenings of a reading: what is only wished, feared or denied is none. In the order of the text. */
export function happeningsOf(reading: Reading): Happening[] {
  const { report } = reading;
  const places = new Map(reading.places.map((place) => [place.id, whereOf(place)]));
  const times = new Map(reading.times.map((time) => [time.id, time]));
  const figures = new Map(reading.figures.map((figure) => [figure.id, figure]));
  const names = new Map(reading.actors.map((actor) => [actor.id, actorId(actor)]));
  const ids = claimIdsOf(reading);
  const around = new Set([...places.values()].map(({ key }) => key));
  const published = dayOf(report.published);
  /** "Nine people" are nobody in particular: another report's nine may be others. */
  const keys = (ids: readonly string[]) =>
    new Set(ids.map((id) => names.get(id) ?? id).filter((id) => !/^group:[^:]*$/.test(id)));
  return reading.events
    .filter(({ status }) => status === 'asserted' || status === 'historical')
    .map((event): Happening => {
      const interval = event.time === null ? null : (times.get(event.time)?.interval ?? null);
      const from = interval && dayOf(interval[0]);
      const to = interval && dayOf(interval[1]);
      const dated = from !== null && to !== null;
      const bounded = published !== null && event.status === 'asserted';
      return {
        id: ids.get(event.id) as string,
        report: report.id,
        published: report.published,
        event,
        family: FAMILIES[event.type] ?? 'words',
        window: dated ? [from, to] : bounded ? [published - NEWS_DAYS, published] : null,
        dated,
        where: event.place === null ? null : (places.get(event.place) ?? null),
        around,
        actors: keys(event.actors),
        recipients: keys(event.recipients),
        killed: countOf(event, figures, 'killed'),
        injured: countOf(event, figures, 'injured'),
      };
    });
}

/** The widest bounds that the event's own figures of a measure leave, older and partial values aside. */
function countOf(
  event: ReadingEvent,
  figures: ReadonlyMap<string, ReadingFigure>,
  measure: 'killed' | 'injured',
): Count | null {
  let largest: ReadingFigure | null = null;
  for (const id of event.figures) {
    const figure = figures.get(id);
    if (!figure || figure.measure !== measure || figure.superseded || figure.per !== null || figure.scope) continue;
    // parts ("two of them children") stand beside their whole, which is larger
    if (!largest || numberOf(figure) > numberOf(largest)) largest = figure;
  }
  if (!largest) return null;
  return { low: largest.low ?? largest.best, high: largest.high ?? largest.best };
}

/** Best, else low, else high: the one number that stands for a figure. */
export function numberOf({ best, low, high }: Pick<ReadingFigure, 'best' | 'low' | 'high'>): number {
  return best ?? low ?? high ?? 0;
}
