import { expect, it } from 'vitest';
import { addedRows } from './added-rows.ts';

const failure = (part: string, message = 'it has no text') => ({
  input: 'a.jsonl',
  part,
  error: { code: 'input/no-text', message },
});

function told(...rows: Parameters<ReturnType<typeof addedRows>['row']>[0][]): (string | null)[] {
  const lines: (string | null)[] = [];
  const all = addedRows({ err: (words) => lines.push(words) }, (line) => lines.push(line));
  for (const row of rows) all.row(row);
  lines.push(all.end());
  return lines;
}

it('tells the same trouble three times and counts the rest', () => {
  const rows = Array.from({ length: 12 }, (_, at) => failure(`line ${at + 1}`));
  expect(told(...rows, failure('line 13', 'it is not JSON'))).toEqual([
    'recount: a.jsonl (line 1): it has no text\n',
    'recount: a.jsonl (line 2): it has no text\n',
    'recount: a.jsonl (line 3): it has no text\n',
    'recount: a.jsonl: the same of 9 more\n',
    'recount: a.jsonl (line 13): it is not JSON\n',
    '13 failed',
  ]);
});

it('sums up what was kept, known and failed, of more than one', () => {
  const report = { input: 'a.txt', id: 'r1', outcome: 'new', title: 'Port shelled', counts: {}, issues: 0 } as const;
  expect(told(report)).toEqual(['new     r1  a.txt  Port shelled', null]);
  expect(told(report, { ...report, outcome: 'known', title: null }, failure('line 2')).at(-1)).toBe(
    '1 new, 1 known, 1 failed',
  );
});
