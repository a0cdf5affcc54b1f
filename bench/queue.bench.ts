// A queue in PostgreSQL worked off by one worker and by two, and with a worker killed every few seconds.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inputsOf } from '../src/operations/intake/inputs.ts';
import { enqueue } from '../src/operations/queue/enqueue.ts';
import { openQueue } from '../src/operations/queue/queue.ts';
import { openStore } from '../src/store/open-store.ts';
import { startPostgres } from '../test/support/postgres.ts';
import type { Bench } from './bench.ts';
import { madeName } from './generated-reports.ts';

const MAIN = resolve(import.meta.dirname, '../src/faces/cli/main.ts');
/** RECOUNT_QUEUED sets how many; RECOUNT_KILLED how many of them are worked off under kills. */
const COUNT = Number(process.env['RECOUNT_QUEUED'] ?? 600);
const KILLED = Number(process.env['RECOUNT_KILLED'] ?? 2000);
/** RECOUNT_WORKERS: the numbers of workers that are compared, each a process with one thread; the first is the measure. */
const WORKERS = (process.env['RECOUNT_WORKERS'] ?? '1,2').split(',').map(Number);
/** RECOUNT_HANDS: workers under kills. */
const HANDS = Number(process.env['RECOUNT_HANDS'] ?? 2);
/** Milliseconds between two kills: RECOUNT_KILL_EVERY in seconds. A worker must have time to start. */
const EVERY = Number(process.env['RECOUNT_KILL_EVERY'] ?? 5) * 1000;

/** Two sentences, of which no two numbers give the same. */
function shortReport(n: number): string {
  const [village, first, last, bridge, depot] = [7, 3, 11, 5, 13].map((step) => madeName(n * step + 40));
  return `A fire in the village of ${village} injured ${2 + (n % 40)} people, the fire chief ${first} ${last} said. The ${bridge} bridge stays closed until the end of the week, and buses run from ${depot}.`;
}

export const bench: Bench = {
  name: 'queue',
  title: 'Many machines',
  card: 'speed',
  async run({ need, say }) {
    const texts = gunzipSync(readFileSync(need('texts/wikinews.jsonl.gz')))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .join('\n')
      .split(/\s+/);
    const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
    const server = await startPostgres();
    let schemas = 0;
    /** A piece of the texts. */
    const cut = (n: number) => {
      const from = (n * 137) % (texts.length - 500);
      return `Number ${n}. ${texts.slice(from, from + 500).join(' ')}`;
    };
    const fill = async (count: number, batch: number, textOf: (n: number) => string): Promise<string> => {
      const address = `${server.address}?schema=bench${++schemas}`;
      const file = join(folder, 'reports.jsonl');
      const date = (n: number) => new Date(Date.UTC(2024, 0, 1) + (n % 730) * 86_400_000).toISOString().slice(0, 10);
      const report = (n: number) => JSON.stringify({ text: textOf(n), date: date(n) });
      writeFileSync(file, Array.from({ length: count }, (_, n) => `${report(n)}\n`).join(''));
      await (await openStore(address)).close();
      const queue = await openQueue(address, 10);
      await enqueue(inputsOf([file]), {
        queue,
        about: {},
        batch,
        most: Number.POSITIVE_INFINITY,
        signal: new AbortController().signal,
        put: () => {},
        trouble: (input, part, error) => say(`${input} ${part}: ${error.message}`),
      });
      await queue.close();
      return address;
    };
    const script = `import { main } from ${JSON.stringify(MAIN)}; process.exitCode = await main(process.argv.slice(1));`;
    const start = (address: string): ChildProcess =>
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
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
    const ended = (child: ChildProcess) => new Promise((done) => child.once('exit', done));
    const total = async (address: string) => {
      const store = await openStore(address);
      const [{ total: count }, { lost, changed }] = [await store.list({ limit: 1, after: null }), await store.verify()];
      await store.close();
      return { count, unsound: lost.length + changed.length };
    };
    /** Seconds from the first report that any worker kept to the end. */
    const timed = async (workers: number): Promise<number> => {
      const address = await fill(COUNT, 25, cut);
      const children = Array.from({ length: workers }, () => start(address));
      let first = 0;
      for (const child of children)
        child.stdout?.on('data', () => {
          first ||= performance.now();
        });
      await Promise.all(children.map(ended));
      const seconds = (performance.now() - first) / 1000;
      say(`${workers} workers: ${((COUNT - 25) / seconds).toFixed(1)} reports a second`);
      return seconds;
    };
    try {
      const rates: string[] = [];
      let measure = 0;
      for (const workers of COUNT > 0 ? WORKERS : []) {
        const rate = (COUNT - 25) / (await timed(workers));
        measure ||= rate;
        rates.push(`| ${workers} | ${rate.toFixed(1)} | ${(rate / measure).toFixed(2)} |`);
      }

      const address = await fill(KILLED, 100, shortReport);
      say(`${KILLED} short reports queued`);
      let kills = 0;
      let running = true;
      let at = performance.now();
      const hands: ChildProcess[] = [];
      const killer = setInterval(() => {
        const victim = hands.shift();
        if (victim?.kill('SIGKILL')) kills++;
      }, EVERY);
      const tracked = async () => {
        while (running) {
          const child = start(address);
          hands.push(child);
          child.stdout?.resume();
          if ((await ended(child)) === 0) running = false;
        }
      };
      await Promise.all(Array.from({ length: HANDS }, tracked));
      clearInterval(killer);
      at = performance.now() - at;
      say(`worked off in ${(at / 1000).toFixed(0)} s under ${kills} kills`);
      const { count, unsound } = await total(address);
      const queue = await openQueue(address, 10);
      const { waiting, active, dead } = await queue.state();
      await queue.close();
      return [
        ...(rates.length > 0
          ? [
              `${availableParallelism()} cores, shared with the PostgreSQL server itself; reports of 500 words; each worker reads with one thread.`,
              '',
              '| workers | reports a second | times |',
              '|---|---|---|',
              ...rates,
              '',
            ]
          : []),
        `Under kills: ${KILLED} made reports of two sentences, ${HANDS} workers, one of them killed (SIGKILL) every ${EVERY / 1000} seconds and another started, ${kills} kills in ${(at / 1000).toFixed(0)} s: ${count} in the record, each once; ${waiting.reports + active.reports} left in the queue, ${dead} given up with their reason, ${unsound} pieces of evidence unsound.`,
      ].join('\n');
    } finally {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
