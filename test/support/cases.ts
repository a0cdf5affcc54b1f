// Runs `.cases` files: expected spans stand in the text itself in braces, so that nobody counts offsets.
//
//   # a comment starts a case              blank lines separate cases
//   @published 2025-04-24                  settings for this case (any `@name value`); before the first case: for all
//   The fund lost {$2.4 billion} last year.
//     money low=2400000000 unit=USD        one line for each braced span, in order; `key=value`, quoted if it has blanks
//
// A text without braces is a near miss: nothing may be found in it. `\n` in a text line is a line break; `\{` a brace.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/report/span.ts';

export interface Case {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly span: Span;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Found {
  readonly span: Span;
  readonly kind: string;
  /** Compared as strings; null is written `null`, an array with commas. Only the keys a case names are compared. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Parses a `.cases` file. Throws Error with file and line when it is malformed. */
export function readCases(content: string, file: string): Case[] {
  const cases: Case[] = [];
  const common: Record<string, string> = {};
  let settings: Record<string, string> = {};
  let name = '';
  let open: { text: string; spans: Span[]; line: number; expected: Expected[] } | null = null;
  const close = () => {
    if (open) {
      if (open.expected.length !== open.spans.length) {
        throw new Error(
          `${file}:${open.line}: ${open.spans.length} braced spans, ${open.expected.length} lines that say what they are`,
        );
      }
      cases.push({
        name: name || open.text.slice(0, 60),
        line: open.line,
        text: open.text,
        settings: { ...common, ...settings },
        expected: open.expected,
      });
      settings = {};
      name = '';
    }
    open = null;
  };
  content.split('\n').forEach((line, index) => {
    const at = `${file}:${index + 1}`;
    if (line.startsWith('#')) {
      close();
      name = line.replace(/^#\s*/, '');
    } else if (line.startsWith('@')) {
      close();
      const [, key = '', value = ''] = /^@(\S+)\s*(.*)$/.exec(line) ?? [];
      if (cases.length === 0 && name === '') common[key] = value;
      else settings[key] = value;
    } else if (line.trim() === '') {
      close();
    } else if (/^\s/.test(line)) {
      const span = open?.spans[open.expected.length];
      if (!open || !span) throw new Error(`${at}: more lines than braced spans`);
      const [kind = '', ...rest] = line.trim().match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
      const fields = Object.fromEntries(
        rest.map((pair) => {
          const cut = pair.indexOf('=');
          if (cut < 0) throw new Error(`${at}: "${pair}" is no key=value`);
          return [pair.slice(0, cut), pair.slice(cut + 1).replaceAll('"', '')];
        }),
      );
      open.expected.push({ span, kind, fields });
    } else {
      close();
      open = { ...unbrace(line, at), line: index + 1, expected: [] };
    }
  });
  close();
  return cases;
}

function unbrace(line: string, at: string): { text: string; spans: Span[] } {
  let text = '';
  const starts: number[] = [];
  const spans: Span[] = [];
  const order: number[] = [];
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === '\\' && i + 1 < line.length && '{}\\n'.includes(line[i + 1] ?? '')) {
      i++;
      text += line[i] === 'n' ? '\n' : line[i];
    } else if (c === '{') {
      starts.push(text.length);
      order.push(spans.length);
      spans.push({ start: text.length, end: -1 });
    } else if (c === '}') {
      const start = starts.pop();
      const slot = order.pop();
      if (start === undefined || slot === undefined) throw new Error(`${at}: a closing brace without an opening one`);
      spans[slot] = { start, end: text.length };
    } else text += c;
  }
  if (starts.length > 0) throw new Error(`${at}: an opening brace without a closing one`);
  return { text, spans };
}

const shown = (value: unknown): string =>
  value === undefined
    ? '(none)'
    : Array.isArray(value)
      ? value.map(shown).join(',')
      : value === null
        ? 'null'
        : String(value);

/** Declares one test for each case of a file: exactly the braced spans are found, with the named fields. */
export function testCases(
  file: URL,
  find: (text: string, settings: Readonly<Record<string, string>>) => Found[],
): void {
  const name = file.pathname.split('/').slice(-2).join('/');
  describe(name, () => {
    for (const one of readCases(readFileSync(file, 'utf8'), name)) {
      it(`${one.line}: ${one.name}`, () => {
        const found = find(one.text, one.settings);
        const say = (kind: string, span: Span, fields: string) =>
          `${kind} “${one.text.slice(span.start, span.end)}” ${span.start}..${span.end}${fields}`;
        const order = (a: { span: Span }, b: { span: Span }) => a.span.start - b.span.start || b.span.end - a.span.end;
        const keys = (fields: Readonly<Record<string, unknown>>, of: readonly string[]) =>
          of.map((key) => ` ${key}=${shown(fields[key])}`).join('');
        const expected = [...one.expected].sort(order);
        const wanted = expected.map((e) => say(e.kind, e.span, keys(e.fields, Object.keys(e.fields))));
        const got = [...found].sort(order).map((f) => {
          const e = expected.find(
            (x) => x.span.start === f.span.start && x.span.end === f.span.end && x.kind === f.kind,
          );
          return say(f.kind, f.span, e ? keys(f.fields, Object.keys(e.fields)) : '');
        });
        expect(got).toEqual(wanted);
      });
    }
  });
}
