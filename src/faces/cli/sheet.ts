// A reading in, a sheet for people out: every value with its words and where they stand.
import colours from 'picocolors';
import type { Reading, ReadingFigure, ReadingSpan } from '../../reading/schema.ts';
import { type EventsOptions, eventsTable } from './events-table.ts';
import type { Output } from './output.ts';

type Paint = ReturnType<typeof colours.createColors>;

/** What `--only` may name. */
export const KINDS = ['actors', 'events', 'figures', 'places', 'statements', 'times'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Prints what a reading holds, section by section; empty sections are left out, what was not read is counted. With
 * `only`, the sections of those kinds alone; actors have one only then, since `recount who` tells them fully.
 */
export function sheet(
  reading: Reading,
  output: Pick<Output, 'width' | 'colour'>,
  only: readonly Kind[] | null = null,
  options: EventsOptions = { codebook: 'plover', why: false },
): string {
  const paint = colours.createColors(output.colour);
  const width = Math.max(60, Math.min(output.width, 140));
  const { report } = reading;
  const words = report.text.match(/\S+/g)?.length ?? 0;
  const head = [
    report.title ?? '(no title)',
    report.source,
    report.published ?? 'no publication date',
    `${words} words`,
    report.id,
  ];
  const lines = [paint.bold(head[0] ?? ''), paint.dim(head.slice(1).filter(Boolean).join(' · ')), ''];
  const section = (title: string, rows: readonly string[], kind: Kind | null = null) => {
    if (only && (kind === null || !only.includes(kind))) return;
    if (rows.length > 0) lines.push(paint.bold(title), ...rows, '');
    else if (only) lines.push(paint.dim(`no ${kind}`), '');
  };
  if (only?.includes('actors')) section('ACTORS', actors(reading, paint, width), 'actors');
  section('STATEMENTS', statements(reading, paint, width), 'statements');
  section('EVENTS', eventsTable(reading, paint, width, options), 'events');
  section(
    'FIGURES',
    reading.figures
      .filter(({ minor }) => !minor)
      .map((figure) =>
        row(paint, width, [figure.measure, bounds(figure), figure.group ?? figure.unit ?? ''], figure.span),
      ),
    'figures',
  );
  section(
    'TIMES',
    reading.times.map((time) =>
      row(paint, width, [time.value ?? 'unresolved', interval(time.interval), time.type.toLowerCase()], time.span),
    ),
    'times',
  );
  section(
    'PLACES',
    reading.places.map((place) =>
      row(
        paint,
        width,
        [place.name, place.country ?? 'unresolved', at(place)],
        place.mentions[0] ?? null,
        place.mentions.length,
      ),
    ),
    'places',
  );
  const unread = reading.unread.length;
  if (unread > 0) {
    section(`UNREAD  ${unread} ${unread === 1 ? 'sentence' : 'sentences'} from which nothing was recorded`, [
      ...reading.unread.slice(0, 5).map((span) => `  ${clip(span.text, width - 16)}  ${place(paint, span)}`),
      ...(unread > 5 ? [paint.dim(`  … and ${unread - 5} more; all of them with --json`)] : []),
    ]);
  }
  section(
    'ISSUES',
    reading.issues.map((issue) => `  ${paint.yellow(issue.code)}  ${issue.message}`),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

const actors = (reading: Reading, paint: Paint, width: number): string[] =>
  reading.actors.map(({ name, kind, country, sector, title, mentions }) =>
    row(
      paint,
      width,
      [clip(name, 30), [kind, country, sector].filter(Boolean).join(' '), title ? clip(title, 24) : ''],
      mentions[0] ?? null,
      mentions.length,
    ),
  );

function statements(reading: Reading, paint: Paint, width: number): string[] {
  const names = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const bySpeaker = new Map<string, string[]>();
  for (const statement of reading.statements) {
    const speaker = statement.speaker === null ? null : names.get(statement.speaker);
    const key = speaker
      ? [speaker.name, speaker.title && `(${speaker.title})`].filter(Boolean).join(' ')
      : (statement.speakerSpan?.text ?? '(no speaker named)');
    const addressee = statement.addressee === null ? null : names.get(statement.addressee)?.name;
    const how = [
      statement.cue && `“${statement.cue.text}”`,
      addressee && `to ${addressee}`,
      statement.channel && `in ${statement.channel.text}`,
      statement.form,
    ]
      .filter(Boolean)
      .join(' · ');
    const first = statement.content[0];
    const said = statement.content.map((span) => clip(span.text, width - 8)).join(' … ');
    const shown = statement.form === 'indirect' ? said : `“${said}”`;
    const rows = bySpeaker.get(key) ?? [];
    rows.push(`    ${clip(shown, width - 6)}`, paint.dim(`      ${how}`) + (first ? `  ${place(paint, first)}` : ''));
    bySpeaker.set(key, rows);
  }
  return [...bySpeaker].flatMap(([speaker, rows]) => [`  ${paint.cyan(speaker)}`, ...rows]);
}

/** One value a line: its cells padded, then its words and their offsets. */
function row(paint: Paint, width: number, cells: readonly string[], span: ReadingSpan | null, times = 1): string {
  const [first = '', second = '', third = ''] = cells;
  // a long name takes what it needs from the room behind the next cell
  const over = Math.max(0, first.length - 14);
  const left = `  ${paint.cyan(first.padEnd(14))} ${second.padEnd(Math.max(0, 24 - over))} ${third.padEnd(16)}`;
  if (!span) return left.trimEnd();
  return `${left} “${clip(span.text, Math.max(12, width - 76))}”${times > 1 ? ` ×${times}` : ''}  ${place(paint, span)}`;
}

const place = (paint: Paint, span: ReadingSpan) => paint.dim(`${span.start}:${span.end}`);

/** `≥ 12`, `≤ 40`, `9–14`, `12`: what the words bound and nothing more. */
export function bounds({ low, best, high, per }: Pick<ReadingFigure, 'low' | 'best' | 'high' | 'per'>): string {
  const rate = per === null ? '' : ` a ${per}`;
  if (low !== null && low === high) return `${number(low)}${rate}`;
  if (low !== null && high !== null)
    return `${number(low)}–${number(high)}${best !== null ? ` (${number(best)})` : ''}${rate}`;
  if (best !== null) return `about ${number(best)}${rate}`;
  if (low !== null) return `≥ ${number(low)}${rate}`;
  if (high !== null) return `≤ ${number(high)}${rate}`;
  return `unknown${rate}`;
}

/** Digits in threes with a comma, the same on every machine. */
export function number(value: number): string {
  const [whole = '', part] = String(value).split('.');
  if (!/^-?\d+$/.test(whole)) return String(value);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}

const interval = (days: readonly [string, string] | null) =>
  days === null ? '' : days[0] === days[1] ? days[0] : `${days[0]} – ${days[1]}`;

const at = (one: Reading['places'][number]) =>
  one.latitude === null || one.longitude === null
    ? (one.precision ?? '')
    : `${one.latitude.toFixed(2)}, ${one.longitude.toFixed(2)}`;

/** The words on one line, cut at `most` characters; control characters never reach the terminal. */
export function clip(text: string, most: number): string {
  // a report must not move the cursor or colour the screen
  const one = text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const characters = [...one];
  return characters.length <= most ? one : `${characters.slice(0, Math.max(1, most - 1)).join('')}…`;
}
