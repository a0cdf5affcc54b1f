// A run that was interrupted: what the record has is told as known, and is not read again.
import { describe, expect, it } from 'vitest';
import { version } from '../../reading/version.ts';
import { openStore } from '../../store/open-store.ts';
import type { Input } from './inputs.ts';
import { intake, type Row } from './intake.ts';
import { createPool, type ReadingPool } from './reading-pool.ts';

const AT = '2026-03-05T10:00:00.000Z';
const bytes = async function* (text: string) {
  yield new TextEncoder().encode(text);
};
async function* inputs(texts: readonly string[], name: string): AsyncGenerator<Input> {
  for (const [at, text] of texts.entries())
    yield {
      name: `${at}${name}`,
      size: null,
      open: async () => ({ bytes: bytes(text), given: { name: `${at}${name}` }, url: null }),
    };
}

describe.each([
  ['in this thread', 1, '.txt'],
  ['in threads', 2, '.md'],
])('what is added twice, read %s,', (_, jobs, name) => {
  it('is opened and told with its counts, and not read again', async () => {
    const store = await openStore(':memory:');
    const texts = Array.from(
      { length: 6 },
      (_, n) => `Morning news\n\nAt least ${n + 12} people were killed on Friday.`,
    );
    let read = 0;
    const pool = createPool(jobs);
    const counting: ReadingPool = {
      async read(task, ask) {
        const answer = await pool.read(task, ask);
        if ('reading' in answer) read++;
        return answer;
      },
      close: () => pool.close(),
    };
    const run = async (some: readonly string[]) => {
      const rows: Row[] = [];
      const about = { published: '2026-03-04' };
      const row = (one: Row) => rows.push(one);
      await intake(inputs(some, name), store, { pool: counting, jobs, about, row, now: () => AT });
      return rows;
    };
    const first = await run(texts.slice(0, 4));
    expect([first.length, read]).toEqual([4, 4]);
    const all = await run(texts);
    expect(read).toBe(6);
    expect(all.map((row) => ('outcome' in row ? row.outcome : row.error.message))).toEqual([
      'known',
      'known',
      'known',
      'known',
      'new',
      'new',
    ]);
    expect(all.slice(0, 4)).toEqual(first.map((row) => ({ ...row, outcome: 'known' })));
    const [row] = first;
    const id = row && 'id' in row ? row.id : '';
    expect(await store.has(id, version)).toMatchObject({ id, counts: { figures: 1 } });
    expect(await store.has(id, '0.0.1')).toBeNull();
    expect(await store.has('r0', version)).toBeNull();
    await counting.close();
    await store.close();
  });
});
