// A reading in, its claims out: each with its words, its references turned from the reading's ids to the record's.
import type { Reading, ReadingSpan } from '../reading/schema.ts';
import type { Claim, ClaimKind, ClaimTime } from './claim.ts';
import { type Actor, actorOf, joinActors, joinPlaces, type Place, placeOf } from './entity.ts';
import { codePointsOf, EvidenceError, type EvidenceRole, evidenceAt } from './evidence.ts';

export interface ReadClaims {
  readonly claims: readonly Claim[];
  /** Actors of the record that this reading names, each once. */
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
}

const LETTERS: Readonly<Record<ClaimKind, string>> = {
  event: 'e',
  statement: 's',
  figure: 'f',
  time: 't',
  place: 'p',
  actor: 'a',
};

/** The id of the `n`th claim of this kind whose first words are these. */
export const claimId = (
  report: string,
  kind: ClaimKind,
  { start, end }: { start: number; end: number },
  n = 1,
): string => `${report}.${LETTERS[kind]}${start}-${end}${n > 1 ? `.${n}` : ''}`;

/**
 * The record's id of each event, statement, figure, time, place and actor of a reading, by the reading's own id. Throws
 * EvidenceError for one without words.
 */
export function claimIdsOf(reading: Reading): ReadonlyMap<string, string> {
  const known = named.get(reading) ?? namesIn(reading);
  named.set(reading, known);
  return known;
}

/** Of readings at hand: claims, happenings, figures and plans all ask for them. */
const named = new WeakMap<Reading, ReadonlyMap<string, string>>();

function namesIn(reading: Reading): ReadonlyMap<string, string> {
  const report = reading.report.id;
  const taken = new Map<string, number>();
  const ids = new Map<string, string>();
  const name = (kind: ClaimKind, id: string, first: ReadingSpan | null | undefined, claim?: string) => {
    if (claim !== undefined) {
      ids.set(id, claim);
      return;
    }
    if (!first) throw new EvidenceError(`${kind} ${id} of ${report} has no words`);
    const key = `${LETTERS[kind]}${first.start}-${first.end}`;
    const n = (taken.get(key) ?? 0) + 1;
    taken.set(key, n);
    ids.set(id, claimId(report, kind, first, n));
  };
  for (const one of reading.events) name('event', one.id, one.trigger, addedAs(one));
  for (const one of reading.statements) name('statement', one.id, one.content[0], addedAs(one));
  for (const one of reading.figures) name('figure', one.id, one.span, addedAs(one));
  for (const { id, span } of reading.times) name('time', id, span);
  for (const { id, mentions } of reading.places) name('place', id, mentions[0]);
  for (const { id, mentions } of reading.actors) if (mentions.length > 0) name('actor', id, mentions[0]);
  return ids;
}

/** The id of a claim that somebody added to a reading (see asDecided): it is its decision's, not its words'. */
const addedAs = (one: { readonly id: string }): string | undefined => (one as { readonly claim?: string }).claim;

type Words = readonly [EvidenceRole, ReadingSpan | null];

/**
 * All claims of a reading: events, statements, figures, times, places, and each actor with its first mention. Throws
 * EvidenceError when a span does not slice to its words: then nothing of the report may be kept.
 */
export function claimsOf(reading: Reading): ReadClaims {
  const { text, id: report } = reading.report;
  const points = codePointsOf(text);
  const actors = new Map(reading.actors.map((actor) => [actor.id, actorOf(actor)]));
  const places = new Map(reading.places.map((place) => [place.id, placeOf(place)]));
  const times = new Map(
    reading.times.map(({ id, value, interval, span }): [string, ClaimTime] => [
      id,
      { value, interval, words: span.text },
    ]),
  );
  const ids = claimIdsOf(reading);

  const refer = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  const actor = (id: string | null): string | null => (id === null ? null : (actors.get(id)?.id ?? null));
  const place = (id: string | null): string | null => (id === null ? null : (places.get(id)?.id ?? null));
  const time = (id: string | null): ClaimTime | null => (id === null ? null : (times.get(id) ?? null));
  const many = (list: readonly string[], one: (id: string) => string | null) =>
    list.map(one).filter((id) => id !== null);

  const claims: Claim[] = [];
  const claim = (kind: ClaimKind, id: string, fields: Record<string, unknown>, words: readonly Words[]) => {
    const whole = ids.get(id) ?? '';
    const [first, ...rest] = words.flatMap(([role, span]) =>
      span ? [evidenceAt(text, points, span, role, `${kind} ${id}`)] : [],
    );
    if (first) claims.push({ id: whole, report, reader: reading.recount, kind, fields, evidence: [first, ...rest] });
  };
  for (const { id, trigger, evidence, mentions, ...fields } of reading.events) {
    const own = {
      ...fields,
      actors: many(fields.actors, actor),
      recipients: many(fields.recipients, actor),
      place: place(fields.place),
      time: time(fields.time),
      figures: many(fields.figures, refer),
      statement: refer(fields.statement),
    };
    claim('event', id, own, [['trigger', trigger], ['clause', evidence], ...as('mention', mentions)]);
  }
  for (const { id, content, speakerSpan, cue, channel, ...fields } of reading.statements) {
    const own = {
      ...fields,
      speaker: actor(fields.speaker),
      addressee: actor(fields.addressee),
      time: time(fields.time),
      channel: channel?.text ?? null,
      cue: cue?.text ?? null,
    };
    claim('statement', id, own, [
      ...as('content', content),
      ['speaker', speakerSpan],
      ['cue', cue],
      ['channel', channel],
    ]);
  }
  for (const { id, span, ...fields } of reading.figures)
    claim('figure', id, { ...fields, event: refer(fields.event), statement: refer(fields.statement) }, [
      ['words', span],
    ]);
  for (const { id, span, ...fields } of reading.times) claim('time', id, fields, [['words', span]]);
  for (const { id, mentions, ...fields } of reading.places)
    claim('place', id, { ...fields, place: places.get(id)?.id ?? null }, as('mention', mentions));
  for (const { id, mentions, ...fields } of reading.actors)
    claim(
      'actor',
      id,
      { ...fields, actor: actors.get(id)?.id ?? null, mentions: mentions.length },
      as('mention', mentions.slice(0, 1)),
    );
  return { claims, actors: once(actors.values(), joinActors), places: once(places.values(), joinPlaces) };
}

const as = (role: EvidenceRole, spans: readonly ReadingSpan[]): Words[] => spans.map((span) => [role, span]);

/** Two actors of one reading may be one of the record: what is known of both is joined. */
function once<T extends { readonly id: string }>(all: Iterable<T>, join: (a: T, b: T) => T): T[] {
  const seen = new Map<string, T>();
  for (const one of all) {
    const known = seen.get(one.id);
    seen.set(one.id, known ? join(known, one) : one);
  }
  return [...seen.values()];
}
