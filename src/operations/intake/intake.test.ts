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

describe('the record', () => {
  it('and the order of rows are the same however many threads read', async () => {
    const towns = ['Tarn', 'Lintz', 'Varna Hill', 'Osk', 'Merrow'];
    // more than two batches, with copies, one that cannot be opened, and some that take longer than those behind them
    const texts = Array.from({ length: 95 }, (_, n) => {
      const told = `Rebels attacked the market of ${towns[n % towns.length]} on Friday and killed ${3 + (n % 40)} people, the mayor said. `;
      return n % 17 === 16
        ? told
        : `Report ${n}\n\n${told.repeat(1 + ((n * 7) % 5))}Residents counted ${n} burnt houses.`;
    });
    async function* given(): AsyncGenerator<Input> {
      let at = 0;
      for await (const input of inputs(texts, '.txt')) {
        if (at++ === 50) yield { name: 'gone', size: null, open: () => Promise.reject(new Error('it is gone')) };
        yield input;
      }
    }
    const run = async (jobs: number) => {
      const store = await openStore(':memory:');
      const pool = createPool(jobs, undefined, jobs > 1);
      const rows: Row[] = [];
      const about = { published: '2026-03-04' };
      await intake(given(), store, { pool, jobs, about, row: (one) => rows.push(one), now: () => AT });
      const hash = await store.hash();
      await Promise.all([pool.close(), store.close()]);
      return { hash, rows };
    };
    const one = await run(1);
    expect(one.rows.map((row) => row.input)).toEqual([
      ...texts.slice(0, 50).map((_, n) => `${n}.txt`),
      'gone',
      ...texts.slice(50).map((_, n) => `${n + 50}.txt`),
    ]);
    for (const jobs of [2, 3]) expect(await run(jobs)).toEqual(one);
  }, 60_000);
});
