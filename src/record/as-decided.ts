// A reading and the decisions in force upon its report in, the reading as people want it out: edited, added to, without what was rejected.
import type { Reading, ReadingActor, ReadingPlace, ReadingSpan } from '../reading/schema.ts';
import type { ClaimTime } from './claim.ts';
import { claimIdsOf } from './claims-of.ts';
import type { Decision, Detail } from './decision.ts';
import { actorFromId, actorId, placeFromId, placeId } from './entity.ts';
import { sentenceAround } from './sentence.ts';

/** What the record knows of actors and places that a decision names by id alone. */
export interface Known {
  actor(id: string): ReadingActor | null;
  place(id: string): ReadingPlace | null;
}

/** Looks through all readings once, and only when it is first asked. */
export function knownIn(readings: readonly Reading[]): Known {
  let actors: Map<string, ReadingActor> | null = null;
  let places: Map<string, ReadingPlace> | null = null;
  const byId = <T>(of: (reading: Reading) => readonly T[], id: (one: T) => string): Map<string, T> =>
    new Map(readings.flatMap(of).map((one): [string, T] => [id(one), one]));
  return {
    actor(id) {
      actors ??= byId((reading) => reading.actors, actorId);
      return actors.get(id) ?? null;
    },
    place(id) {
      places ??= byId((reading) => reading.places, placeId);
      return places.get(id) ?? null;
    },
  };
}

/** Decisions in force by the report whose claims they act upon or add to, in their order. */
export function decisionsByReport(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const { targets, detail } = decision;
    const reports = new Set(targets.flatMap((target) => /^(r[0-9a-f]+)\./.exec(target)?.[1] ?? []));
    if (detail.act === 'add') reports.add(detail.report);
    for (const report of reports) {
      const list = found.get(report);
      if (list) list.push(decision);
      else found.set(report, [decision]);
    }
  }
  return found;
}

/** Fields of a reading's own objects that a decision sets as they are. */
const PLAIN: ReadonlySet<string> = new Set([
  'type',
  'mode',
  'contexts',
  'cameo',
  'quad',
  'score',
  'status',
  'low',
  'best',
  'high',
  'measure',
  'unit',
  'group',
  'scope',
  'per',
  'act',
  'form',
]);

/** A value that a person has set, with the words selected for it. */
interface Set_ {
  readonly value: unknown;
  readonly words: ReadingSpan | null;
}

/** The reading without what was rejected, with what was set and what was added. `decisions` are those upon its report. */
export function asDecided(reading: Reading, decisions: readonly Decision[], known: Known): Reading {
  const report = `${reading.report.id}.`;
  const { text } = reading.report;
  const spanOf = ({ start, end }: { start: number; end: number }): ReadingSpan => ({
    start,
    end,
    text: text.slice(start, end),
  });
  const rejected = new Set<string>();
  const edits = new Map<string, Map<string, Set_>>();
  const added: (Extract<Detail, { act: 'add' }> & { readonly claim: string })[] = [];
  for (const { targets, detail } of decisions) {
    if (detail.act === 'add') {
      const claim = detail.claim;
      if (claim !== undefined && detail.selections.every(({ end }) => end <= text.length))
        added.push({ ...detail, claim });
      continue;
    }
    for (const target of targets) {
      if (!target.startsWith(report)) continue;
      if (detail.act === 'reject') rejected.add(target);
      else if (detail.act === 'accept' || detail.act === 'reopen') rejected.delete(target);
      else if (detail.act === 'edit') {
        const fields = edits.get(target) ?? new Map<string, Set_>();
        fields.set(detail.field, {
          value: detail.value,
          words: detail.selection ? spanOf(detail.selection) : null,
        });
        edits.set(target, fields);
      }
    }
  }
  if (rejected.size === 0 && edits.size === 0 && added.length === 0) return reading;
  const local = new Locals(reading, known);
  const ids = new Map(claimIdsOf(reading));
  for (const [index, { claim }] of added.entries()) ids.set(`${ADDED}${index}`, claim);
  const own = new Map([...ids].map(([id, claim]) => [claim, id]));
  const gone = (id: string | null) => (id !== null && rejected.has(ids.get(id) ?? '') ? null : id);
  const changed = <T extends { readonly id: string }>(list: readonly T[], words: (one: T) => ReadingSpan): T[] =>
    list
      .filter(({ id }) => !rejected.has(ids.get(id) ?? ''))
      .map((one) => {
        const fields = edits.get(ids.get(one.id) ?? '');
        if (!fields) return one;
        const next: Record<string, unknown> = { ...one };
        for (const [field, { value, words: selected }] of fields) {
          const here = local.value(field, value, selected ?? words(one), own);
          if (here !== undefined) next[field] = here;
        }
        return next as T;
      });
  const raw = (kind: string) =>
    added.flatMap((one, index) => {
      if (one.kind !== kind) return [];
      const [first] = one.selections;
      const words = spanOf(first);
      const fields: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(one.fields)) {
        const here = local.value(field, value, words, own);
        if (here !== undefined) fields[field] = here;
      }
      return [{ fields, words, spans: one.selections.map(spanOf), id: `${ADDED}${index}`, claim: one.claim }];
    });
  const events = raw('event').map(
    ({ fields, words, spans, id, claim }) =>
      ({
        ...fields,
        id,
        claim,
        trigger: words,
        evidence: sentenceAround(text, words),
        mentions: spans.slice(1),
      }) as unknown as Reading['events'][number],
  );
  const statements = raw('statement').map(
    ({ fields, spans, id, claim }) =>
      ({ ...fields, speakerSpan: null, cue: null, channel: null, content: spans, id, claim }) as unknown as Reading['statements'][number],
  ); // biome-ignore format: one row
  const figures = raw('figure').map(
    ({ fields, words, id, claim }) => ({ ...fields, span: words, id, claim }) as unknown as Reading['figures'][number],
  );
  const decided = {
    ...reading,
    events: changed([...reading.events, ...events], ({ trigger }) => trigger).map((one) => ({
      ...one,
      statement: gone(one.statement),
    })),
    statements: changed([...reading.statements, ...statements], ({ content }) => content[0] as ReadingSpan),
    figures: changed([...reading.figures, ...figures], ({ span }) => span).map((one) => ({
      ...one,
      event: gone(one.event),
      statement: gone(one.statement),
    })),
  };
  return {
    ...decided,
    actors: [...reading.actors, ...local.actors],
    places: [...reading.places, ...local.places],
    times: [...reading.times, ...local.times],
  };
}

/** How the reading's own ids of added claims begin. */
const ADDED = 'added';

/** Turns the record's ids in fields into the reading's own; who and what the reading does not name is put beside it. */
class Locals {
  readonly actors: ReadingActor[] = [];
  readonly places: ReadingPlace[] = [];
  readonly times: Reading['times'] = [];
  readonly #known: Known;
  readonly #actors: Map<string, string>;
  readonly #places: Map<string, string>;

  constructor(reading: Reading, known: Known) {
    this.#known = known;
    this.#actors = new Map(reading.actors.map((actor) => [actorId(actor), actor.id]));
    this.#places = new Map(reading.places.map((place) => [placeId(place), place.id]));
  }

  /** A field's value as the reading would have it; undefined for a field that it does not have. */
  value(field: string, value: unknown, words: ReadingSpan, own: ReadonlyMap<string, string>): unknown {
    const claim = (id: unknown) => (typeof id === 'string' ? (own.get(id) ?? null) : null);
    switch (field) {
      case 'actors':
      case 'recipients':
        return Array.isArray(value) ? value.flatMap((id) => this.#actor(id) ?? []) : [];
      case 'speaker':
      case 'addressee':
        return this.#actor(value);
      case 'place':
        return this.#place(value, words);
      case 'time':
        return this.#time(value as ClaimTime | null, words);
      case 'event':
      case 'statement':
        return claim(value);
      case 'figures':
        return Array.isArray(value) ? value.flatMap((id) => claim(id) ?? []) : [];
      default:
        return PLAIN.has(field) ? value : undefined;
    }
  }

  #actor(id: unknown): string | null {
    if (typeof id !== 'string') return null;
    const here = this.#actors.get(id);
    if (here !== undefined) return here;
    const actor = this.#known.actor(id) ?? actorFromId(id);
    if (!actor) return null;
    const made = `${ADDED}-a${this.actors.length}`;
    const { name, kind, country, sector } = actor;
    this.actors.push({
      id: made,
      name,
      kind: kind as ReadingActor['kind'],
      country,
      sector,
      title: null,
      mentions: [],
    });
    this.#actors.set(id, made);
    return made;
  }

  #place(id: unknown, words: ReadingSpan): string | null {
    if (typeof id !== 'string') return null;
    const here = this.#places.get(id);
    if (here !== undefined) return here;
    const place = this.#known.place(id) ?? placeFromId(id);
    if (!place) return null;
    const made = `${ADDED}-p${this.places.length}`;
    const { name, country, latitude, longitude, geonames, precision } = place;
    const fine = precision as ReadingPlace['precision'];
    this.places.push({ id: made, name, country, latitude, longitude, geonames, precision: fine, mentions: [words] });
    this.#places.set(id, made);
    return made;
  }

  #time(time: ClaimTime | null, words: ReadingSpan): string | null {
    if (!time) return null;
    const made = `${ADDED}-t${this.times.length}`;
    const interval: [string, string] | null = time.interval ? [time.interval[0], time.interval[1]] : null;
    this.times.push({ id: made, span: words, type: 'DATE', value: time.value, interval });
    return made;
  }
}
