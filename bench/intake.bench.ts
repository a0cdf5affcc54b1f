// Reports of 500 words read and kept: processor time and bytes of each, on one thread and two; and what each format costs to open.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Input } from '../src/operations/intake/inputs.ts';
import { intake } from '../src/operations/intake/intake.ts';
import { createPool } from '../src/operations/intake/reading-pool.ts';
import { readPiece } from '../src/report/formats/read-piece.ts';
import { partsOf } from '../src/report/formats/split.ts';
import { openStore } from '../src/store/open-store.ts';
import { FILES } from '../test/support/formats.ts';
import { startPostgres } from '../test/support/postgres.ts';
import type { Bench } from './bench.ts';

const COUNT = Number(process.env['RECOUNT_REPORTS'] ?? 400);
const WORDS = 500;
const MAIN = resolve(import.meta.dirname, '../src/faces/cli/main.ts');

export const bench: Bench = {
  name: 'intake',
  title: 'Reading and keeping',
  card: 'speed',
  async run({ need, say }) {
    const words = gunzipSync(readFileSync(need('texts/wikinews.jsonl.gz')))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .join('\n')
      .split(/ +/);
    const report = (n: number): string => {
      const from = (n * 211) % (words.length - WORDS);
      return `${words.slice(from, from + WORDS).join(' ')} Number ${n}.`;
    };
    async function* reports(): AsyncGenerator<Input> {
      async function* lines() {
        for (let n = 0; n < COUNT; n++)
          yield new TextEncoder().encode(`${JSON.stringify({ text: report(n), date: '2026-03-17' })}\n`);
      }
      yield {
        name: 'reports',
        size: null,
        open: async () => ({ bytes: lines(), given: { name: 'x.jsonl' }, url: null }),
      };
    }
    const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
    const run = async (address: string, jobs: number) => {
      const store = await openStore(address);
      const pool = createPool(jobs, undefined, jobs > 1);
      const started = performance.now();
      const before = process.cpuUsage();
      const mine = process.threadCpuUsage();
      await intake(reports(), store, { pool, jobs, about: {}, now: () => '2026-03-18T00:00:00.000Z', row: () => {} });
      const { user, system } = process.cpuUsage(before);
      const thread = process.threadCpuUsage(mine);
      const seconds = (performance.now() - started) / 1000;
      await pool.close();
      const { bytes } = await store.doctor();
      const hash = await store.hash();
      await store.close();
      say(`${address.slice(0, 12)} ${jobs}: ${(COUNT / seconds).toFixed(1)} a second`);
      const own = (thread.user + thread.system) / 1000 / COUNT;
      return { seconds, own, cpu: (user + system) / 1000 / COUNT, bytes: bytes / COUNT, hash };
    };
    /** Megabytes that `recount add` of so many reports takes at most, in a process of its own. */
    const peak = (count: number, jobs: number): number => {
      const file = join(folder, 'reports.jsonl');
      const lines = Array.from({ length: count }, (_, n) => JSON.stringify({ text: report(n), date: '2026-03-17' }));
      writeFileSync(file, `${lines.join('\n')}\n`);
      const store = join(folder, `peak-${count}-${jobs}.db`);
      const script = `import { main } from ${JSON.stringify(MAIN)}; await main(process.argv.slice(2)); process.stderr.write(\`peak \${process.resourceUsage().maxRSS}\`);`;
      // a file of its own: threads take over what Node was started with, and cannot run what `--eval` gave
      const program = join(folder, 'peak.mjs');
      writeFileSync(program, script);
      const { stderr, stdout } = spawnSync(
        process.execPath,
        [program, 'add', file, '--json', '--jobs', String(jobs), '--store', store],
        { encoding: 'utf8', maxBuffer: 1e9 },
      );
      const kept = stdout.split('\n').filter((line) => line.includes('"outcome"')).length;
      if (kept !== count) throw new Error(`${count - kept} of ${count} reports were not kept: ${stderr.slice(-500)}`);
      rmSync(store, { force: true });
      const megabytes = Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1000;
      say(`${count} reports, ${jobs} threads: ${megabytes.toFixed(0)} MB at most`);
      return megabytes;
    };
    const server = await startPostgres().catch(() => null);
    try {
      await run(join(folder, 'warm.db'), 1);
      const one = await run(join(folder, 'one.db'), 1);
      const two = await run(join(folder, 'two.db'), 2);
      const peaks = [
        [COUNT, 1],
        [COUNT * 4, 1],
        [COUNT, 2],
      ].map(([count = 0, jobs = 1]) => [count, jobs, peak(count, jobs)] as const);
      const file = statSync(join(folder, 'one.db')).size / COUNT;
      const postgres = server ? await run(`${server.address}?schema=intake`, 1) : null;
      const opened: string[] = [];
      for (const [name, make] of Object.entries(FILES)) {
        const bytes = make();
        const columns = name.endsWith('csv') ? { text: 'words', published: 'day' } : {};
        const open = async () => {
          async function* stream() {
            yield bytes;
          }
          let found = 0;
          for await (const part of partsOf(stream(), { name, columns }))
            if (part.kind === 'report') {
              await readPiece(part);
              found++;
            }
          return found;
        };
        for (let warm = 0; warm < 3; warm++) await open();
        const before = process.cpuUsage();
        let found = 0;
        for (let round = 0; round < 30; round++) found += await open();
        const { user, system } = process.cpuUsage(before);
        opened.push(`| ${name} | ${((user + system) / 1000 / found).toFixed(2)} |`);
      }
      const row = (what: string, { cpu, own, seconds }: { cpu: number; own: number; seconds: number }, bytes: number) =>
        `| ${what} | ${cpu.toFixed(2)} | ${own.toFixed(2)} | ${(1000 / cpu).toFixed(0)} | ${(COUNT / seconds).toFixed(0)} | ${(bytes / 1000).toFixed(1)} |`;
      return [
        `${COUNT} reports of ${WORDS} words (Wikinews, cut anew), ${availableParallelism()} cores with ${loadavg()[0]?.toFixed(0)} programs wanting them: even processor time is much longer than on a quiet machine, and only ratios say something. “A second of a core” is 1000 over the processor time of this process.`,
        '',
        '| read and kept by | ms of processor a report | of these, in the thread that keeps | reports a second of a core | reports a second as run | kB a report kept |',
        '|---|---|---|---|---|---|',
        row('one thread, SQLite', one, file),
        row('two threads, SQLite', two, file),
        ...(postgres
          ? [row('one thread, PostgreSQL (its server’s own time not counted)', postgres, postgres.bytes)]
          : []),
        '',
        `The two SQLite records are ${one.hash === two.hash ? 'the same to the byte' : 'NOT THE SAME'}. Two threads took ${(one.seconds / two.seconds).toFixed(2)} times fewer seconds than one. What one thread does by itself takes ${one.own.toFixed(1)} ms a report, while Node compiles and collects garbage beside it; two share ${two.cpu.toFixed(1)} ms, both of them compiling the same, and only the first warmed up before. So with cores as busy as these two threads can be at most ${((2 * one.own) / two.cpu).toFixed(2)} times as fast as one over ${COUNT} reports.`,
        '',
        '| `recount add` in a process of its own | most memory (resident; target under 400 MB however many) |',
        '|---|---|',
        ...peaks.map(([count, jobs, most]) => `| ${count} reports, --jobs ${jobs} | ${most.toFixed(0)} MB |`),
        '',
        '| file of the tests | ms of processor to open a report of 60 words |',
        '|---|---|',
        ...opened,
      ].join('\n');
    } finally {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
