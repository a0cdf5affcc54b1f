// The events of a reading in, a table for people out: who to whom, what, when, where, how many, how sure, on whose word.
import type { createColors } from 'picocolors';
import type { Reading, ReadingEvent } from '../../reading/schema.ts';
import { bounds, clip } from './sheet.ts';

type Paint = ReturnType<typeof createColors>;
type Event = Reading['events'][number];

export const CODEBOOKS = ['plover', 'cameo'] as const;
export type CodebookName = (typeof CODEBOOKS)[number];

export interface EventsOptions {
  /** Whose codes the column "what" shows. */
  readonly codebook: CodebookName;
  /** A line under each event that names the rule, the list's entry and how its parties were found. */
  readonly why: boolean;
}

/** Two lines an event (three with `why`): its cells in columns, then the words and where they stand. */
export function eventsTable(
  reading: Reading,
  paint: Paint,
  width: number,
  { codebook, why }: EventsOptions,
): readonly string[] {
  const { events } = reading;
  if (events.length === 0) return [];
  const names = new Map(reading.actors.map((actor) => [actor.id, actor.name]));
  const places = new Map(reading.places.map((one) => [one.id, one.name]));
  const times = new Map(reading.times.map((one) => [one.id, one.value ?? one.span.text]));
  const figures = new Map(reading.figures.map((one) => [one.id, one]));
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  const who = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ') || '—';
  const rows = events.map((event) => ({
    event,
    parties: event.recipients.length > 0 ? `${who(event.actors)} → ${who(event.recipients)}` : who(event.actors),
    what: what(event, codebook),
    when: event.time === null ? '' : (times.get(event.time) ?? ''),
    where: event.place === null ? '' : (places.get(event.place) ?? ''),
    figures: event.figures
      .map((id) => figures.get(id))
      .filter((one) => one !== undefined)
      .map((one) => `${one.measure} ${bounds(one)}`)
      .join(', '),
  }));
  const widest = (cells: readonly string[], most: number) =>
    Math.min(most, Math.max(...cells.map((cell) => [...cell].length)));
  const space = width - 2;
  const columns = {
    what: widest(rows.map((row) => row.what), 24),
    when: widest(rows.map((row) => row.when), 16),
    where: widest(rows.map((row) => row.where), 18),
  }; // biome-ignore format: one table
  const left = space - columns.what - columns.when - columns.where - 6;
  const parties = widest(
    rows.map((row) => row.parties),
    Math.max(20, Math.min(48, left - 14)),
  );
  return rows.flatMap(({ event, ...row }) => {
    const cells = [
      pad(row.parties, parties),
      coloured(paint, event)(pad(row.what, columns.what)),
      pad(row.when, columns.when),
      pad(row.where, columns.where),
      clip(row.figures, Math.max(12, left - parties - 2)),
    ];
    const status = event.status === 'asserted' ? '' : `${statusPaint(paint, event.status)(event.status)} · `;
    const lines = [
      `  ${cells.join('  ').trimEnd()}`,
      `    ${status}${paint.dim(`“${clip(event.evidence.text, width - 34 - event.status.length)}”`)}${claim(event)}${
        event.mentions.length > 0 ? paint.dim(`  ×${event.mentions.length + 1}`) : ''
      }  ${paint.dim(`${event.trigger.start}:${event.trigger.end}`)}`,
    ];
    if (why && event.why) lines.push(paint.dim(`    why: ${clip(event.why, width - 10)}`));
    return lines;
  });

  function claim(event: Event): string {
    const statement = event.statement === null ? undefined : statements.get(event.statement);
    if (!statement) return '';
    const speaker = statement.speaker === null ? statement.speakerSpan?.text : names.get(statement.speaker);
    return `  ${paint.magenta(`says ${clip(speaker ?? 'somebody', 24)}`)}`;
  }
}

const pad = (cell: string, size: number) => {
  const shown = clip(cell, size);
  return shown + ' '.repeat(Math.max(0, size - [...shown].length));
};

function what(event: ReadingEvent, codebook: CodebookName): string {
  if (codebook === 'cameo') return event.cameo ?? '';
  return event.mode ? `${event.type} ${event.mode}` : event.type;
}

function coloured(paint: Paint, { quad }: ReadingEvent): (text: string) => string {
  if (quad === 'material conflict') return paint.red;
  if (quad === 'verbal conflict') return paint.yellow;
  return quad === 'material cooperation' ? paint.green : paint.cyan;
}

function statusPaint(paint: Paint, status: Event['status']): (text: string) => string {
  if (status === 'negated') return paint.red;
  return status === 'future' ? paint.blue : paint.gray;
}
