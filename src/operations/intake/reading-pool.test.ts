import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { version } from '../../reading/version.ts';
import type { Piece } from '../../report/formats/piece.ts';
import { openStore } from '../../store/open-store.ts';
import { makeReady } from '../../store/prepare.ts';
import type { Answer, Asking } from './read-task.ts';
import { AHEAD, createPool, type ReadingPool } from './reading-pool.ts';

const piece = (text: string): Piece => ({
  kind: 'report',
  input: text,
  format: 'text',
  type: '',
  found: {},
  part: null,
});
const readingIn = (answer: Answer) => {
  if (!('reading' in answer)) throw new Error(JSON.stringify(answer));
  return answer.reading;
};
const about = { published: '2026-03-17' };

describe('a pool', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  it('reads the same in this thread, in one and in two, in whatever order they end', async () => {
    const texts = Array.from({ length: 12 }, (_, n) =>
      'The mayor said 12 people were hurt on Friday. '.repeat((n * 7) % 12),
    );
    const [here, two] = [createPool(1), createPool(2)];
    const one = await Promise.all(texts.map((text) => here.read({ piece: piece(text), about })));
    const others = await Promise.all(texts.map((text) => two.read({ piece: piece(text), about })));
    expect(others.map((answer) => 'reading' in answer && answer.reading)).toEqual(
      one.map((answer) => 'reading' in answer && answer.reading),
    );
    // and what a thread made ready for the record is what would be made here
    for (const answer of others) expect('reading' in answer && answer.ready).toEqual(makeReady(readingIn(answer)));
    await Promise.all([here.close(), two.close()]);
  });

  it('reads the same beside a thread that keeps, and makes it ready there or where it was read', async () => {
    const texts = Array.from({ length: 3 * AHEAD }, (_, n) => `The mayor said ${n} people were hurt on Friday. `);
    const pools = [createPool(1), createPool(2, undefined, true), createPool(3, undefined, true)] as const;
    const read = (pool: ReadingPool) => Promise.all(texts.map((text) => pool.read({ piece: piece(text), about })));
    const [alone, one, two] = [await read(pools[0]), await read(pools[1]), await read(pools[2])];
    for (const answers of [one, two]) {
      expect(answers.map(readingIn)).toEqual(alone.map(readingIn));
      for (const answer of answers) expect('reading' in answer && answer.ready).toEqual(makeReady(readingIn(answer)));
    }
    await Promise.all(pools.map((pool) => pool.close()));
  });

  it('ends a thread that was started early and given nothing', async () => {
    const pool = createPool(2, undefined, true);
    await pool.close();
    expect(await pool.read({ piece: piece('Words.'), about })).toHaveProperty('error');
  });

  it('asks the file of a record what it has, beside whoever writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-pool-'));
    const store = await openStore(join(folder, 'r.db'));
    const pool = createPool(2);
    const asking = { file: store.file, known: () => Promise.reject(new Error('not asked')) };
    const task = { piece: piece('The mayor said 12 people were hurt on Friday.'), about };
    const first = await pool.read(task, asking);
    await store.add(['reading' in first && first.ready ? first.ready : readingIn(first)], '2026-03-18T00:00:00.000Z');
    expect(await pool.read(task, asking)).toEqual({ known: await store.has(readingIn(first).report.id, version) });
    await Promise.all([pool.close(), store.close()]);
    rmSync(folder, { recursive: true });
  });

  it('reads what a thread that was given up had at hand with another', async () => {
    // the clock stands until the second report hangs for want of an answer, so that no other is given up on a busy machine
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const pool = createPool(1);
    const page = (n: number): Piece => ({ ...piece(`<p>${n} people were hurt.</p>`), format: 'html' });
    let hung = () => {};
    const hangs = new Promise<void>((resolve) => (hung = resolve));
    const asking: Asking = {
      file: null,
      known() {
        hung();
        return new Promise(() => undefined);
      },
    };
    const answers = [undefined, asking, undefined, undefined].map((asked, n) =>
      pool.read({ piece: page(n), about }, asked),
    );
    await hangs;
    vi.advanceTimersByTime(100_000);
    expect(await answers[1]).toMatchObject({ error: { code: 'input/too-slow' } });
    for (const n of [0, 2, 3]) expect(await answers[n]).toHaveProperty('reading');
    await pool.close();
  });

  it('gives up what hangs, tells it, and reads on', async () => {
    // what is not plain text goes to a thread; a page nested this deep keeps its parser busy for a while
    const slow: Piece = {
      ...piece(`<html><body>${'<p>some words <b>and more</b></p>'.repeat(60_000)}</body></html>`),
      format: 'html',
    };
    const pool = createPool(1, 0.02);
    expect(await pool.read({ piece: slow, about })).toMatchObject({ error: { code: 'input/too-slow' } });
    const patient = createPool(1);
    expect(
      await patient.read({ piece: { ...piece('<p>Nobody was hurt.</p>'), format: 'html' }, about }),
    ).toHaveProperty('reading');
    await Promise.all([pool.close(), patient.close()]);
  });

  it('answers what is asked after it was closed', async () => {
    const pool = createPool(2);
    await pool.close();
    expect(await pool.read({ piece: piece('Words.'), about })).toMatchObject({
      error: { message: 'the work was stopped' },
    });
    expect(() => createPool(0)).toThrow(/size is 0/);
  });
});
