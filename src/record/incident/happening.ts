// A reading in, its happenings out: each event with the day, place, parties and counts by which reports are compared.

import type { Reading, ReadingEvent, ReadingFigure, ReadingPlace, ReadingSpan } from '../../reading/schema.ts';
import { datelineIn } from '../../report/dateline.ts';
import { headingOf, paragraphsOf } from '../../report/paragraphs.ts';
import type { Dateline } from '../../report/report.ts';
import { claimId, claimIdsOf } from '../claims-of.ts';
import { actorId, placeId } from '../entity.ts';
import { paragraphOf, sentenceAround } from '../sentence.ts';
import { dayOf } from './day.ts';
import { passedIn, type Spot, spotKey, spotsIn, takenNames } from './spot.ts';
import { wordingOf } from './telling.ts';
import { type Part, partsTogether } from './within.ts';

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
  /** Key of the name as the report prints it: one may take “Odesa” for the city, another for the province. */
  readonly printed: string;
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

/** One happening as one report tells it, by one event or by several; as it is compared with those of other reports. */
export interface Happening {
  /** Claim id of its main event. */
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
  /** The event that says most: it has place and day, or is told first. */
  readonly event: ReadingEvent;
  /** All its events, the main one included, in order of the text, and their claim ids. */
  readonly events: readonly ReadingEvent[];
  readonly ids: readonly string[];
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
  /** What stands for the sentence and the clause of its main event (see wordingOf); null where that is too short. */
  readonly wording: number | null;
  /** Whether it is the first of its family in its report and told at the beginning: what the report is about. */
  readonly principal: boolean;
}

/** A report's news is about the days before it: how many, where the words do not say. */
const NEWS_DAYS = 2;

function whereOf(place: ReadingPlace): Where {
  const { name, country, latitude, longitude, precision } = place;
  const printed = spotKey(place.mentions[0]?.text ?? name);
  return { key: placeId(place), name, printed, country, latitude, longitude, precision };
}

/** Two events of one report that a person has kept apart, by claim id. */
export type Parted = (a: string, b: string) => boolean;

/** Characters at the beginning in which a report tells what it is about. */
const PRINCIPAL = 900;
/** Spots and places of a report that are looked up. */
const MOST_AROUND = 32;

/**
 * The happenings of a reading: what is only wished, feared or denied is none. Events of one report that are one are put
 * together (see partsTogether). In the order of the text.
 */
export function happeningsOf(reading: Reading, parted: Parted = () => false): Happening[] {
  const { report } = reading;
  const places = new Map(reading.places.map((place) => [place.id, whereOf(place)]));
  const times = new Map(reading.times.map((time) => [time.id, time]));
  const figures = new Map(reading.figures.map((figure) => [figure.id, figure]));
  const names = new Map(reading.actors.map((actor) => [actor.id, actorId(actor)]));
  const ids = claimIdsOf(reading);
  // the act behind a count is no claim of its own: decisions upon it are decisions upon the count
  const idOf = (event: ReadingEvent) =>
    ids.get(event.id) ?? ids.get(event.figures[0] ?? '') ?? claimId(report.id, 'event', event.trigger);
  if (!reading.events.some(isToldOf) && !reading.figures.some(isHarm)) return [];
  const written = writtenAt(reading.report.text);
  const spots = new Spots(reading, written);
  const published = dayOf(report.published);
  /** "Nine people" are nobody in particular: another report's nine may be others. */
  const keys = (ids: readonly string[]) =>
    new Set(ids.map((id) => names.get(id) ?? id).filter((id) => !/^group:[^:]*$/.test(id)));
  const parts = reading.events.filter(isToldOf).map((event): Drafted => {
    const time = event.time === null ? undefined : times.get(event.time);
    const interval = time?.interval ?? null;
    const from = interval && dayOf(interval[0]);
    const to = interval && dayOf(interval[1]);
    // "an article published on March 3 about the strike": it happened before that day's news
    const told = time !== undefined && from !== null && PUBLISHED.test(before(report.text, time.span));
    const where = (event.place === null ? null : places.get(event.place)) ?? spots.of(event);
    return {
      event,
      family: FAMILIES[event.type] ?? 'words',
      place: where?.key ?? null,
      where,
      days: from !== null && to !== null && !told ? [from, to] : null,
      told: told ? from : null,
      sentence: sentenceAround(report.text, event.trigger).start,
      upon: keys(event.recipients),
      by: keys(event.actors),
    };
  });
  if (!parts.some(({ family }) => family === 'violence')) {
    const event = harmedIn(reading);
    if (event)
      parts.push({
        event,
        family: 'violence',
        where: null,
        place: null,
        days: null,
        told: null,
        sentence: event.evidence.start,
        upon: new Set(),
        by: new Set(),
      });
  }
  if (parts.length === 0) return [];
  let said: Bearings | null = null;
  for (const part of parts) {
    if (part.family !== 'violence') continue;
    said ??= new Bearings(reading, places, written);
    if (part.told === null) part.days ??= said.daysNear(part.event);
    part.where ??= said.placeNear(part.event) ?? (said.isOpening(part.event) ? spots.leading() : null);
    part.place = part.where?.key ?? null;
  }
  const around = new Set(
    [
      ...[...places.values()].flatMap(({ key, printed, precision }) =>
        precision === 'country' ? [key] : [key, printed],
      ),
      ...spots.all,
    ].slice(0, MOST_AROUND),
  );
  const first = new Map<string, number>();
  for (const { family, event } of parts)
    first.set(family, Math.min(first.get(family) ?? PRINCIPAL, event.trigger.start));
  return partsTogether(parts, (a, b) => parted(idOf(a.event), idOf(b.event))).map((group): Happening => {
    const main = mainOf(group);
    const days = group.reduce<Window | null>(
      (best, one) => (one.days && (!best || one.days[1] - one.days[0] < best[1] - best[0]) ? one.days : best),
      null,
    );
    const told = group.find((one) => one.told !== null)?.told ?? published;
    const bounded = told !== null && main.event.status === 'asserted';
    const events = group.map(({ event }) => event);
    const mode = main.event.mode ?? events.find((event) => event.mode !== null)?.mode ?? null;
    return {
      id: idOf(main.event),
      report: report.id,
      published: report.published,
      event: mode === main.event.mode ? main.event : { ...main.event, mode },
      events,
      ids: events.map(idOf),
      family: main.family as Family,
      window: days ?? (bounded ? [told - NEWS_DAYS, told] : null),
      dated: days !== null,
      where: group.find(({ where }) => where !== null)?.where ?? null,
      around,
      actors: new Set(group.flatMap(({ by }) => [...by])),
      recipients: new Set(group.flatMap(({ upon }) => [...upon])),
      killed: countOf(events, figures, 'killed'),
      injured: countOf(events, figures, 'injured'),
      wording: wordingOf(sentenceAround(report.text, main.event.trigger).text, main.event.evidence.text),
      principal: events.some(({ trigger }) => trigger.start === first.get(main.family)),
    };
  });
}

/** What is only wished, feared or denied did not happen. */
const isToldOf = ({ status }: ReadingEvent): boolean => status === 'asserted' || status === 'historical';

/** People of the report's own news who were killed or injured. */
const isHarm = ({ measure, minor, superseded, scope }: ReadingFigure): boolean =>
  (measure === 'killed' || measure === 'injured') && !minor && !superseded && !scope;

const CAUSE =
  /\b(?:attack(?:s|ed)?|(?:air ?)?strikes?|struck|bomb(?:s|ed|ing|ings)?|explosions?|exploded|blasts?|shell(?:s|ed|ing)?|missiles?|rockets?|drones?|gunm[ae]n|gunfire|shot|shootings?|massacres?|ambush(?:es|ed)?|raids?|clash(?:es|ed)?|stabb(?:ed|ing|ings)|artillery|mortars?)\b/i;

/**
 * The act behind people counted as killed or injured, where the reading has no act of violence but the sentence of the
 * count has a word for one ("a bomb exploded, injuring 21"); null where it has none: an earthquake kills too.
 */
function harmedIn({ report, figures }: Reading): ReadingEvent | null {
  for (const figure of figures) {
    const { span, statement } = figure;
    if (!isHarm(figure)) continue;
    const evidence = sentenceAround(report.text, span);
    // in its own sentence, else in one before it of the same paragraph
    const opening = paragraphOf(report.text, span.start);
    const own = CAUSE.exec(evidence.text);
    const found = own ?? CAUSE.exec(report.text.slice(opening, evidence.start));
    if (!found) continue;
    const start = (own ? evidence.start : opening) + found.index;
    const trigger = { start, end: start + found[0].length, text: found[0] };
    const inside = figures.filter((one) => one.span.start >= evidence.start && one.span.end <= evidence.end);
    return {
      id: '', type: 'ASSAULT', mode: null, contexts: [], cameo: null, quad: 'material conflict', score: null,
      status: 'asserted', actors: [], recipients: [], place: null, time: null,
      figures: [figure.id, ...inside.filter((one) => one !== figure).map(({ id }) => id)], statement, trigger, evidence, mentions: [trigger],
    }; // biome-ignore format: one row
  }
  return null;
}

/** A part while its bearings are still sought. */
interface Drafted extends Part {
  place: string | null;
  days: Window | null;
  where: Where | null;
  /** Day of an earlier report that told of it; null for the report's own. */
  readonly told: number | null;
}

const PUBLISHED =
  /\b(?:articles?|reports?|story|stories|headline|dispatch|publication|post|version)\b[^.;]{0,30}\b(?:published|posted|printed|issued|dated|of|from|on)\s+(?:on\s+)?$|\b(?:published|printed|posted)\s+(?:on\s+)?$/i;
const before = (text: string, { start }: { start: number }) => text.slice(Math.max(0, start - 80), start);

/** Words between which and a day or a town stands when and where something was said, not done. */
const SAID =
  /\b(?:said|says|told|announced|reported|added|wrote|according to|statement|reporters|news conference|interview)\b[^,.;]{0,40}$/i;
/** Characters at the beginning of a report whose only town is its own. */
const OPENING = 400;

/** The dateline of a report's text; null where it has none. */
function writtenAt(text: string): Dateline | null {
  const paragraphs = paragraphsOf(text);
  return datelineIn(text, paragraphs, headingOf(text, paragraphs));
}

/** What stands beside an act of violence and tells its day and town where its own clause does not. */
class Bearings {
  readonly #reading: Reading;
  readonly #towns: readonly { start: number; id: string; where: Where }[];
  readonly #days: readonly { start: number; id: string; days: Window }[];

  constructor(reading: Reading, places: ReadonlyMap<string, Where>, written: Dateline | null) {
    const { text, published } = reading.report;
    const today = dayOf(published);
    // where a body has its seat ("the Institute in Zurich"), nothing happened
    // nor where and on the day on which the report was written
    const done = (start: number) => {
      if (written && start >= written.span.start && start < written.span.end) return false;
      const before = text.slice(Math.max(0, start - 60), start);
      return !SAID.test(before) && !PUBLISHED.test(before) && !/\p{Lu}[\p{L}’'-]*\s+(?:in|of)\s+$/u.test(before);
    };
    this.#reading = reading;
    this.#towns = reading.places
      .filter(({ precision }) => precision !== null && precision !== 'country' && precision !== 'region')
      .flatMap(({ id, mentions }) => mentions.map(({ start }) => ({ start, id, where: places.get(id) as Where })))
      .filter(({ start }) => done(start));
    this.#days = reading.times.flatMap(({ id, span, interval, type }) => {
      const from = interval && dayOf(interval[0]);
      const to = interval && dayOf(interval[1]);
      if (type === 'DURATION' || type === 'SET' || from === null || to === null || to - from > 1) return [];
      return (today !== null && from > today) || !done(span.start)
        ? []
        : [{ start: span.start, id, days: [from, to] as const }];
    });
  }

  /** Days and towns of what else is told there: "will meet in Vienna on Monday after an attack killed four". */
  #takenIn(from: number, to: number): ReadonlySet<string> {
    const taken = new Set<string>();
    for (const { type, trigger, time, place } of this.#reading.events) {
      if (trigger.start < from || trigger.start >= to || FAMILIES[type] === 'violence') continue;
      if (time !== null) taken.add(time);
      if (place !== null) taken.add(place);
    }
    return taken;
  }

  /** The only day that its sentence names; null for none or several. */
  daysNear({ trigger }: ReadingEvent): Window | null {
    const { start, end } = sentenceAround(this.#reading.report.text, trigger);
    const taken = this.#takenIn(start, end);
    const [first, ...rest] = this.#days.filter((one) => one.start >= start && one.start < end && !taken.has(one.id));
    return first && rest.every(({ days }) => days[0] === first.days[0] && days[1] === first.days[1])
      ? first.days
      : null;
  }

  /** Whether an event is told at the beginning, where no town is named. */
  isOpening({ trigger }: ReadingEvent): boolean {
    return trigger.start < OPENING && !this.#towns.some(({ start }) => start < OPENING);
  }

  /** The only town that its sentence names, else the only one that the beginning of the report does. */
  placeNear({ trigger }: ReadingEvent): Where | null {
    const { start, end } = sentenceAround(this.#reading.report.text, trigger);
    const only = (from: number, to: number) => {
      const taken = this.#takenIn(from, to);
      const [first, ...rest] = this.#towns.filter((one) => one.start >= from && one.start < to && !taken.has(one.id));
      return {
        none: !first,
        town: first && rest.every(({ where }) => where.key === first.where.key) ? first.where : null,
      };
    };
    const here = only(start, end);
    return here.none && start < OPENING ? only(0, OPENING).town : here.town;
  }
}

/** Of the parts of a happening the one that says most; of equals the first. */
function mainOf<P extends Part>(group: readonly P[]): P {
  const rank = ({ place, days, by, upon, sentence }: P) =>
    (place === null ? 0 : 2) +
    (days === null ? 0 : 2) +
    (by.size > 0 ? 1 : 0) +
    (upon.size > 0 ? 1 : 0) +
    (sentence === 0 ? -1 : 0);
  return group.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}

/** The spots of a reading that no gazetteer knows. */
class Spots {
  readonly all: readonly string[];
  readonly #reading: Reading;
  readonly #taken: ReadonlySet<string>;
  readonly #organisations: ReadonlyMap<string, string>;

  constructor(reading: Reading, written: Dateline | null) {
    this.#reading = reading;
    const known = reading.places.flatMap(({ name, mentions }) => [name, ...mentions.map(({ text }) => text)]);
    this.#taken = new Set([...takenNames(reading), ...known.map((name) => spotKey(name).slice(5))]);
    this.#organisations = new Map(
      reading.actors
        .filter(({ kind, country, sector }) => kind === 'organisation' && country === null && sector === null)
        .map(({ id, name }) => [id, name]),
    );
    const { text } = reading.report;
    const town = written?.place;
    const beginning = text.slice(0, 3000);
    this.all = [
      ...new Set([
        ...(town ? [spotKey(text.slice(town.start, town.end))] : []),
        ...[...spotsIn(beginning, this.#taken), ...passedIn(beginning, this.#taken)].map(({ key }) => key),
      ]),
    ];
  }

  /** Named by the event's own clause, by whom it is upon where the report has a spot of that name, or by its sentence where that names one alone; else null. */
  of({ recipients, evidence, trigger }: ReadingEvent): Where | null {
    const [clause] = spotsIn(evidence.text, this.#taken);
    const upon = recipients
      .map((id) => this.#organisations.get(id))
      .find((name) => name !== undefined && this.all.includes(spotKey(name)));
    const spot = clause ?? (upon === undefined ? this.#alone(trigger) : { key: spotKey(upon), name: upon });
    return spot ? this.#where(spot) : null;
  }

  /** The only spot that the sentence around some words names. */
  #alone(words: ReadingSpan): Spot | undefined {
    const [only, other] = spotsIn(sentenceAround(this.#reading.report.text, words).text, this.#taken);
    return other ? undefined : only;
  }

  /** The only spot that the title and the first lines name; null for none or several. */
  leading(): Where | null {
    const [only, other] = spotsIn(this.#reading.report.text.slice(0, OPENING), this.#taken);
    return only && !other ? this.#where(only) : null;
  }

  #where({ key, name }: Spot): Where {
    return {
      key,
      name,
      printed: key,
      country: null,
      latitude: null,
      longitude: null,
      precision: 'settlement',
    };
  }
}

/** The widest bounds that the events' own figures of a measure leave, older and partial values aside. */
function countOf(
  events: readonly ReadingEvent[],
  figures: ReadonlyMap<string, ReadingFigure>,
  measure: 'killed' | 'injured',
): Count | null {
  let largest: ReadingFigure | null = null;
  for (const id of events.flatMap((event) => event.figures)) {
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
