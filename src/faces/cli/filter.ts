// `recount read --jsonl`: one JSON object a line in, one reading a line out, in order and in constant memory.
import { once } from 'node:events';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { type ActorsList, readDocument } from '../../operations/read-document.ts';
import { lines } from '../../report/formats/lines.ts';
import { describe, type Output } from './output.ts';

const FIELDS = ['published', 'source', 'title', 'url', 'type', 'zone', 'language'] as const;

/** Reads until the input ends. A line that cannot be read gives an error line and the rest goes on; then the code is 1. */
export async function filter(input: Readable, output: Pick<Output, 'out'>, actors?: ActorsList): Promise<number> {
  let failed = 0;
  for await (const line of lines(input)) {
    if (line.text !== null && line.text.trim() === '') continue;
    const answer = line.text === null ? tooLong(line.bytes) : answerLine(line.text, actors);
    if ('error' in answer) failed++;
    output.out(`${JSON.stringify(answer)}\n`);
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }
  return failed > 0 ? 1 : 0;
}

const tooLong = (bytes: number) => ({
  doc: null,
  error: { code: 'input/line-too-long', message: `the line holds ${bytes} bytes; the most is 64 MiB` },
});

/** One line's answer: a reading with `doc` at its top, or `{ doc, error }`. Never throws. */
export function answerLine(line: string, actors?: ActorsList): Record<string, unknown> {
  let doc: unknown = null;
  try {
    let given: unknown;
    try {
      given = JSON.parse(line);
    } catch (error) {
      return { doc, error: { code: 'input/not-json', message: `the line is not JSON: ${(error as Error).message}` } };
    }
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return {
        doc,
        error: { code: 'input/not-an-object', message: 'the line is no JSON object; give { "doc": …, "text": … }' },
      };
    }
    const fields = given as Record<string, unknown>;
    doc = fields['doc'] ?? null;
    if (typeof fields['text'] !== 'string') {
      return {
        doc,
        error: {
          code: 'input/no-text',
          message: `"text" is ${JSON.stringify(fields['text']) ?? 'absent'}; give the report as a string`,
        },
      };
    }
    const about: Record<string, string> = {};
    for (const field of FIELDS) {
      const value = fields[field];
      if (value === undefined || value === null) continue;
      if (typeof value !== 'string')
        return {
          doc,
          error: { code: 'input/field', message: `"${field}" is ${JSON.stringify(value)}; give a string` },
        };
      about[field] = value;
    }
    return { doc, ...readDocument(fields['text'], { type: 'text/plain', ...about }, actors) };
  } catch (error) {
    return { doc, error: describe(error) };
  }
}
