// The queue of a team's record, on a real PostgreSQL: every report once, whoever dies; what cannot be read is given up with its reason.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/faces/cli/main.ts';
import { packBatch, unpackBatch } from '../src/operations/queue/batch.ts';
import { openQueue } from '../src/operations/queue/queue.ts';
import { openStore } from '../src/store/open-store.ts';
import { FILES } from './support/formats.ts';
import { type PostgresServer, startPostgres } from './support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-queue-'));
let server: PostgresServer | null = null;
let why = '';
try {
  server = await startPostgres();
} catch (error) {
  if (process.env['CI']) throw error;
  why = ` (skipped: ${(error as Error).message})`;
}
let made = 0;
const fresh = () => `${server?.address}?schema=queue${++made}`;
afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const code = await main(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    width: 100,
    colour: false,
    live: false,
  });
  return { code, ...written };
}

function rows(count: number): string {
  const file = join(folder, `rows${count}.jsonl`);
  const lines = Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      text: `Report number ${n}. At least ${n + 2} people were hurt in the town of Port Averin.`,
      date: '2026-03-17',
    }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

describe('a batch', () => {
  it('comes back as it went, whatever it holds', () => {
    const tasks = [
      {
        input: 'a\u0000b',
        part: null,
        task: {
          about: { source: 'X' },
          piece: { kind: 'report', input: 'text \u0000 \ud83d\udea8', format: 'text', type: '', found: {}, part: null },
        },
      },
      {
        input: 'c',
        part: 'line 2',
        task: {
          about: {},
          piece: {
            kind: 'report',
            input: new Uint8Array([0, 255, 7]),
            format: 'pdf',
            type: 'x',
            found: { title: { value: 'T', origin: 'feed' } },
            part: 'line 2',
          },
        },
      },
    ] as const;
    const batch = packBatch(tasks);
    expect(JSON.stringify(batch)).not.toContain('\\u0000');
    expect([batch.count, batch.first]).toEqual([2, 'a\ufffdb']);
    expect(unpackBatch(batch)).toEqual(tasks);
  });
});

describe.skipIf(!server)(`a queue${why}`, () => {
  it('is filled, worked off and shown, and gives up what cannot be read', async () => {
    const address = fresh();
    const bad = join(folder, 'bad.pdf');
    writeFileSync(bad, (FILES['report.pdf'] as () => Uint8Array)().subarray(0, 70));
    const put = await run('add', rows(60), bad, join(folder, 'none.txt'), '--queue', '--store', address);
    expect([put.code, put.out]).toEqual([1, expect.stringContaining('61 reports wait')]);
    expect(put.err).toContain('none.txt: there is no such file');
    expect(JSON.parse((await run('queue', '--json', '--store', address)).out)).toMatchObject({
      waiting: { batches: 3, reports: 61 },
      active: { batches: 0 },
      dead: 0,
    });

    const worker = await run('worker', '--until-empty', '--jobs', '1', '--store', address);
    expect([worker.code, worker.err]).toEqual([0, expect.stringContaining('60 reports kept, 1 given up')]);
    const shown = await run('queue', '--store', address);
    expect(shown.out).toMatch(/waiting {4}0 reports/);
    expect(shown.out).toMatch(/bad\.pdf {2}input\/damaged: the PDF is damaged/);
    const store = await openStore(address);
    expect((await store.list({ limit: 1, after: null })).total).toBe(60);
    await store.close();

    expect((await run('queue', '--retry', '--store', address)).out).toBe('1 report put back into the queue.\n');
    await run('worker', '--until-empty', '--jobs', '1', '--store', address);
    expect((await run('queue', '--forget', '--store', address)).out).toBe('1 report forgotten.\n');
    expect(JSON.parse((await run('queue', '--json', '--store', address)).out)).toMatchObject({ dead: 0, reports: [] });
  });

  it('makes whoever fills it wait while too much waits', async () => {
    const { enqueue } = await import('../src/operations/queue/enqueue.ts');
    const { inputsOf } = await import('../src/operations/intake/inputs.ts');
    const queue = await openQueue(fresh());
    const stop = new AbortController();
    let put = 0;
    const filling = enqueue(inputsOf([rows(400)]), {
      queue,
      about: {},
      batch: 10,
      most: 100,
      signal: stop.signal,
      put: (count) => {
        put += count;
      },
      trouble: () => {},
    });
    for (let waited = 0; put < 100 && waited < 100; waited++) await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(put).toBe(100);
    for (let taken = await queue.take(); taken; taken = await queue.take()) await taken.done();
    for (let waited = 0; put < 200 && waited < 100; waited++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(put).toBeGreaterThanOrEqual(110);
    stop.abort();
    await filling;
    await queue.close();
  });

  it('needs a record in PostgreSQL', async () => {
    expect(await run('queue', '--store', 'record.db')).toMatchObject({
      code: 2,
      err: expect.stringContaining('PostgreSQL'),
    });
    expect(await run('worker', '--lease', '3', '--store', fresh())).toMatchObject({ code: 2 });
  });
});

beforeAll(() => {
  process.setMaxListeners(50);
});
