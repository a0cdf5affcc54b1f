// A reading in, what the Reader lists out: each value with its label, its facts and its words.
import type { Reading, ReadingSpan } from '../../reading/schema.ts';

export type ItemKind = 'event' | 'statement' | 'figure' | 'place' | 'time' | 'unread' | 'issue';

export interface Item {
  /** Unique within the report and stable: `s1`, `unread3`. Stands in the address. */
  readonly key: string;
  readonly kind: ItemKind;
  /** Who or what it is, in a few words. */
  readonly title: string;
  readonly facts: readonly Fact[];
  /** The words that say it, in the text's order; the first is where a reader goes. */
  readonly spans: readonly ReadingSpan[];
  /** Id of the record's claim; absent for what is no claim, or not kept. */
  readonly claim?: string;
  readonly status?: 'open' | 'accepted' | 'rejected';
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export const KINDS: Readonly<Record<ItemKind, { readonly letter: string; readonly name: string }>> = {
  event: { letter: 'E', name: 'Events' },
  statement: { letter: 'S', name: 'Statements' },
  figure: { letter: 'F', name: 'Figures' },
  place: { letter: 'P', name: 'Places' },
  time: { letter: 'T', name: 'Times' },
  unread: { letter: 'U', name: 'Not read' },
  issue: { letter: '!', name: 'Issues' },
};

const facts = (pairs: readonly (readonly [string, string | null | undefined | false])[]): Fact[] =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

/** Everything of a reading that has words, kinds in the order of KINDS, each kind in the text's order. */
export function itemsOf(reading: Reading): Item[] {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const places = new Map(reading.places.map((place) => [place.id, place.name]));
  const times = new Map(reading.times.map((time) => [time.id, time.value ?? time.span.text]));
  const name = (id: string | null) => (id === null ? null : (actors.get(id)?.name ?? id));
  const names = (ids: readonly string[]) => ids.map(name).join(', ') || '—';
  const events = reading.events.map(
    (event): Item => ({
      key: event.id,
      kind: 'event',
      title: `${event.type}${event.mode ? ` · ${event.mode}` : ''}`,
      facts: facts([
        ['who', names(event.actors)],
        ['to whom', names(event.recipients)],
        ['where', event.place && places.get(event.place)],
        ['when', event.time && times.get(event.time)],
        ['status', event.status],
        [
          'on whose word',
          event.statement && name(reading.statements.find((one) => one.id === event.statement)?.speaker ?? null),
        ],
        ['why', event.why],
      ]),
      spans: [event.trigger, ...event.mentions.filter((span) => span.start !== event.trigger.start)],
    }),
  );
  const statements = reading.statements.map((statement): Item => {
    const speaker = statement.speaker === null ? null : actors.get(statement.speaker);
    return {
      key: statement.id,
      kind: 'statement',
      title: speaker?.name ?? statement.speakerSpan?.text ?? 'Nobody named',
      facts: facts([
        ['as', speaker?.title],
        [
          'printed',
          statement.speakerSpan && statement.speakerSpan.text !== speaker?.name && `“${statement.speakerSpan.text}”`,
        ],
        ['words', statement.cue && `“${statement.cue.text}” · ${statement.form}`],
        ['form', !statement.cue && statement.form],
        ['act', statement.act],
        ['to', name(statement.addressee)],
        ['in', statement.channel?.text],
        ['when', statement.time && times.get(statement.time)],
      ]),
      spans: statement.content,
    };
  });
  const figures = reading.figures.map(
    (figure): Item => ({
      key: figure.id,
      kind: 'figure',
      title: `${figure.measure} ${bounds(figure)}`,
      facts: facts([
        ['of', figure.group ?? figure.unit],
        ['covers', figure.scope],
        ['superseded', figure.superseded === true && 'the report gives a newer value'],
        [
          'says',
          figure.statement && name(reading.statements.find((one) => one.id === figure.statement)?.speaker ?? null),
        ],
        ['why', figure.why],
      ]),
      spans: [figure.span],
    }),
  );
  const listed = reading.places.map(
    (place): Item => ({
      key: place.id,
      kind: 'place',
      title: place.name,
      facts: facts([
        ['country', place.country],
        ['kind', place.precision],
        [
          'at',
          place.latitude !== null &&
            place.longitude !== null &&
            `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`,
        ],
        ['relation', place.relation],
        ['may be', place.candidates?.join('; ')],
        ['why', place.why],
      ]),
      spans: place.mentions,
    }),
  );
  const dated = reading.times.map(
    (time): Item => ({
      key: time.id,
      kind: 'time',
      title: time.value ?? 'unresolved',
      facts: facts([
        ['words', `“${time.span.text}”`],
        [
          'days',
          time.interval &&
            (time.interval[0] === time.interval[1] ? time.interval[0] : `${time.interval[0]} to ${time.interval[1]}`),
        ],
        ['why', time.why],
      ]),
      spans: [time.span],
    }),
  );
  const unread = reading.unread.map(
    (span, index): Item => ({
      key: `unread${index + 1}`,
      kind: 'unread',
      title: clip(span.text),
      facts: [],
      spans: [span],
    }),
  );
  const issues = reading.issues.map(
    (issue, index): Item => ({
      key: `issue${index + 1}`,
      kind: 'issue',
      title: issue.message,
      facts: facts([['code', issue.code]]),
      spans: issue.span ? [issue.span] : [],
    }),
  );
  return [...statements, ...events, ...figures, ...listed, ...dated, ...unread, ...issues];
}

const clip = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** `at least 12`, `up to 40`, `9 to 14`, `12`: what the words bound and nothing more. */
function bounds({ low, best, high, per }: Reading['figures'][number]): string {
  const rate = per === null ? '' : ` a ${per}`;
  if (low !== null && low === high) return `${digits(low)}${rate}`;
  if (low !== null && high !== null) return `${digits(low)} to ${digits(high)}${rate}`;
  if (best !== null) return `about ${digits(best)}${rate}`;
  if (low !== null) return `at least ${digits(low)}${rate}`;
  if (high !== null) return `up to ${digits(high)}${rate}`;
  return `unknown${rate}`;
}

const digits = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
