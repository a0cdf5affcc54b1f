// Workers that are killed in the midst of their work: what they held comes back, and each report is kept once.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inputsOf } from '../src/operations/intake/inputs.ts';
import { enqueue } from '../src/operations/queue/enqueue.ts';
import { openQueue } from '../src/operations/queue/queue.ts';
import { openStore } from '../src/store/open-store.ts';
import { type PostgresServer, startPostgres } from './support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-queue-'));
const MAIN = resolve(import.meta.dirname, '../src/faces/cli/main.ts');
const COUNT = Number(process.env['RECOUNT_QUEUED'] ?? 150);
let server: PostgresServer | null = null;
try {
  server = await startPostgres();
} catch (error) {
  if (process.env['CI']) throw error;
  console.warn(`skipped: ${(error as Error).message}`);
}
afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!server)('a queue', () => {
  it('brings back what a killed worker held, and keeps each report once', async () => {
    const address = `${server?.address}`;
    const file = join(folder, 'rows.jsonl');
    const line = (n: number) =>
      JSON.stringify({
        text: `Report number ${n}. At least ${n + 2} people were hurt in the town.`,
        date: '2026-03-17',
      });
    writeFileSync(file, Array.from({ length: COUNT }, (_, n) => `${line(n)}\n`).join(''));
    await (await openStore(address)).close();
    const filled = await openQueue(address, 10);
    await enqueue(inputsOf([file]), {
      queue: filled,
      about: {},
      batch: 25,
      most: 1_000_000,
      signal: new AbortController().signal,
      put: () => {},
      trouble: () => {},
    });
    await filled.close();
    const script = `import { main } from ${JSON.stringify(MAIN)}; process.exitCode = await main(process.argv.slice(1));`;
    const start = (): ChildProcess =>
      spawn(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          script,
          'worker',
          '--json',
          '--jobs',
          '1',
          '--lease',
          '10',
          '--until-empty',
          '--store',
          address,
        ],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
    // one never comes back: first, since on a busy machine the others may be done before they are killed
    const queue = await openQueue(address, 10);
    const taken = await queue.take();
    expect(taken?.tasks.length).toBeGreaterThan(0);
    await queue.close();
    // two are killed in the midst of a batch
    for (let round = 0; round < 2; round++) {
      const child = start();
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    const last = start();
    const code = await new Promise((resolve) => last.once('exit', resolve));
    expect(code).toBe(0);
    const store = await openStore(address);
    expect((await store.list({ limit: 1, after: null })).total).toBe(COUNT);
    expect((await store.verify()).lost).toEqual([]);
    await store.close();
    const after = await openQueue(address, 10);
    expect(await after.state()).toMatchObject({ waiting: { reports: 0 }, active: { reports: 0 }, dead: 0 });
    await after.close();
  }, 600_000);
});
