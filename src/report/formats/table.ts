// Rows (JSON lines, a JSON array, CSV) with named columns in, a piece for each out; a bad row is told and the rest goes on.
import { Readable } from 'node:stream';
import { looksLikeHtml } from '../html.ts';
import type { Found, Origin } from '../report.ts';
import { type Bytes, decoded, peek } from './byte-stream.ts';
import { FormatError } from './format-error.ts';
import { lines } from './lines.ts';
import type { Part } from './piece.ts';

/** Which column holds what, where the usual names do not say it. */
export type Columns = Readonly<Partial<Record<Column, string>>>;
export const COLUMNS = ['text', 'title', 'published', 'source', 'url', 'language'] as const;
export type Column = (typeof COLUMNS)[number];

/** Names that are understood without being told, in lower case. */
const USUAL: Readonly<Record<Column, readonly string[]>> = {
  text: ['text', 'body', 'content', 'article', 'full_text', 'fulltext', 'maintext', 'article_text', 'story'],
  title: ['title', 'headline', 'heading'],
  published: [
    'published',
    'date',
    'published_at',
    'publishedat',
    'pubdate',
    'publication_date',
    'date_published',
    'date_publish',
  ],
  source: ['source', 'outlet', 'publisher', 'source_name', 'newspaper', 'source_domain'],
  url: ['url', 'link', 'uri'],
  language: ['language', 'lang'],
};

/** JSON lines; media type of the texts in `type`. */
export async function* jsonLines(source: Bytes, columns: Columns, type: string): AsyncGenerator<Part> {
  let number = 0;
  for await (const { text, bytes } of lines(source)) {
    const part = `line ${++number}`;
    if (text === null) {
      yield {
        kind: 'trouble',
        code: 'input/line-too-long',
        message: `it holds ${bytes} bytes; the most is 64 MiB`,
        part,
      };
      continue;
    }
    const line = number === 1 ? text.replace(/^\ufeff/, '') : text;
    if (line.trim() === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      yield { kind: 'trouble', code: 'input/not-json', message: `it is not JSON: ${(error as Error).message}`, part };
      continue;
    }
    yield rowOf(row, columns, type, part);
  }
}

/** A JSON document: one report (ninjs, the filter's line), an array of them, or an object that holds one array. */
export function* jsonRows(json: string, columns: Columns, type: string): Generator<Part> {
  let given: unknown;
  try {
    given = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new FormatError('input/damaged', `it is not JSON (${(error as Error).message})`, { cause: error });
  }
  const single = rowOf(given, columns, type, null);
  if (single.kind === 'report') {
    yield single;
    return;
  }
  const arrays = Array.isArray(given)
    ? [given]
    : Object.values((given ?? {}) as object).filter(
        (value): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
      );
  const [rows, another] = arrays;
  if (!rows || another) yield single;
  else if (rows.length > 0 && !rows.some((row) => holdsText(row, columns)))
    yield textless(rows[0], columns, 'none of its items has a text', null);
  else for (const [at, row] of rows.entries()) yield rowOf(row, columns, type, `item ${at + 1}`);
}

/** CSV with a line of names; the delimiter (comma, semicolon, tab, bar) is found in that line. */
export async function* csvRows(source: Bytes, columns: Columns, type: string): AsyncGenerator<Part> {
  const { parse } = await import('csv-parse');
  const { head, whole } = await peek(source, 4096);
  const line = new TextDecoder('latin1').decode(head.subarray(0, 4096)).split(/\r?\n/)[0] ?? '';
  const delimiter = [',', ';', '\t', '|']
    .map((sign) => ({ sign, count: line.split(sign).length }))
    .reduce((a, b) => (b.count > a.count ? b : a)).sign;
  const troubles: Part[] = [];
  const parser = parse({
    columns: true,
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 64 * 1024 * 1024,
    on_skip: (error) => {
      troubles.push({
        kind: 'trouble',
        code: 'input/row',
        message: `it cannot be read: ${error?.message ?? 'unknown trouble'}`,
        part: `line ${(error as { lines?: number } | undefined)?.lines ?? '?'}`,
      });
      return undefined;
    },
  });
  const text = Readable.from(decoded(whole), { objectMode: false });
  text.on('error', (error) => parser.destroy(error));
  try {
    let row = 0;
    for await (const { record } of text.pipe(parser) as AsyncIterable<{ record: unknown }>) {
      yield* troubles.splice(0);
      // the line of names is the same for all rows: what it lacks is told once
      if (row === 0 && !holdsText(record, columns)) {
        yield textless(record, columns, 'none of its rows has a text', null);
        return;
      }
      yield rowOf(record, columns, type, `row ${++row}`);
    }
    yield* troubles.splice(0);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

/** What a column may be called, in lower case: as it was told, else as it usually is. */
function namesOf(column: Column, columns: Columns): readonly string[] {
  const told = columns[column];
  return told === undefined ? USUAL[column] : [told.toLowerCase()];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowOf(row: unknown, columns: Columns, type: string, part: string | null): Part {
  const trouble = (code: string, message: string): Part => ({ kind: 'trouble', code, message, part });
  if (!isObject(row)) return trouble('input/not-an-object', 'it is no JSON object; give { "text": …, "published": … }');
  const names = new Map(Object.keys(row).map((name) => [name.trim().toLowerCase(), name]));
  const cellOf = (column: Column): { name: string; value: unknown } | null => {
    for (const name of namesOf(column, columns)) {
      const key = names.get(name);
      if (key !== undefined && row[key] !== null && row[key] !== undefined && row[key] !== '')
        return { name: key, value: row[key] };
    }
    return null;
  };
  if ((columns.text === undefined || !(columns.text in row)) && WIRE.some((name) => name in row))
    return { kind: 'report', input: JSON.stringify(row), format: 'ninjs', type: 'application/json', found: {}, part };
  const text = cellOf('text');
  if (!text) return textless(row, columns, 'it has no text', part);
  if (typeof text.value !== 'string')
    return trouble('input/field', `“${text.name}” is ${JSON.stringify(text.value)?.slice(0, 60)}; give a string`);
  const found: Partial<Record<keyof Found, { value: string; origin: Origin }>> = {};
  for (const column of COLUMNS) {
    if (column === 'text') continue;
    const given = cellOf(column);
    const words = given && wordsOf(given.value);
    if (words) found[column] = { value: words, origin: 'column' };
  }
  const markup = type.includes('html') || (type === '' && looksLikeHtml(text.value));
  return { kind: 'report', input: text.value, format: markup ? 'html' : 'text', type: '', found, part };
}

/** Columns by which a wire's own shape (ninjs) is known. */
const WIRE = ['body_text', 'body_html', 'body_xhtml'];

/** Whether a row has a column for its text, empty or not. What is no row is told of one by one. */
function holdsText(row: unknown, columns: Columns): boolean {
  if (!isObject(row)) return true;
  const names = Object.keys(row).map((name) => name.trim().toLowerCase());
  const sought = namesOf('text', columns);
  return names.some((name) => sought.includes(name)) || WIRE.some((name) => name in row);
}

function textless(row: unknown, columns: Columns, what: string, part: string | null): Part {
  const why = columns.text === undefined ? 'no column has a usual name for it' : `“${columns.text}” is absent or empty`;
  const names = Object.keys(row as object).slice(0, 20);
  return {
    kind: 'trouble',
    code: 'input/no-text',
    message: `${what}: ${why} (its columns: ${names.join(', ')}); say which with --map text=COLUMN`,
    part,
  };
}

/** A string or number as words; an object with a name (`"source": { "name": … }`) as that name. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim().toWellFormed() || null;
  if (typeof value === 'number') return String(value);
  return isObject(value) && typeof value['name'] === 'string' ? wordsOf(value['name']) : null;
}
