// Reports of 500 words read and kept: processor time and bytes of each, on one thread and two; and what each format costs to open.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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
/** The built program, as it is installed: to strip types takes memory of its own. */
const PROGRAM = pathToFileURL(resolve(import.meta.dirname, '../bin/recount.mjs')).href;

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
    /** What `recount add` of so many reports takes, in a process of its own: megabytes at most, seconds, and seconds of processor. */
    const alone = (count: number, jobs: number) => {
      const file = join(folder, 'reports.jsonl');
      const lines = Array.from({ length: count }, (_, n) => JSON.stringify({ text: report(n), date: '2026-03-17' }));
      writeFileSync(file, `${lines.join('\n')}\n`);
      const store = join(folder, `peak-${count}-${jobs}.db`);
      const script = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(2, \`took \${maxRSS} \${userCPUTime + systemCPUTime}\`);
});
await import(${JSON.stringify(PROGRAM)});`;
      // a file of its own: threads take over what Node was started with, and cannot run what `--eval` gave
      const program = join(folder, 'peak.mjs');
      writeFileSync(program, script);
      const started = performance.now();
      const { stderr, stdout } = spawnSync(
        process.execPath,
        [program, 'add', file, '--json', '--jobs', String(jobs), '--store', store],
        { encoding: 'utf8', maxBuffer: 1e9 },
      );
      const seconds = (performance.now() - started) / 1000;
      const kept = stdout.split('\n').filter((line) => line.includes('"outcome"')).length;
      if (kept !== count) throw new Error(`${count - kept} of ${count} reports were not kept: ${stderr.slice(-500)}`);
      rmSync(store, { force: true });
      const [, most, processor] = /took (\d+) (\d+)$/.exec(stderr) ?? [];
      const megabytes = (Number(most) * 1024) / 1e6;
      say(`${count} reports, ${jobs} threads: ${megabytes.toFixed(0)} MB at most, ${seconds.toFixed(1)} s`);
      return { count, jobs, megabytes, seconds, processor: Number(processor) / 1e6 };
    };
    const server = await startPostgres().catch(() => null);
    try {
      await run(join(folder, 'warm.db'), 1);
      const one = await run(join(folder, 'one.db'), 1);
      const two = await run(join(folder, 'two.db'), 2);
      const [few, fewByTwo, many, manyByTwo] = [
        alone(COUNT, 1),
        alone(COUNT, 2),
        alone(COUNT * 4, 1),
        alone(COUNT * 4, 2),
      ];
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
        `The two SQLite records are ${one.hash === two.hash ? 'the same to the byte' : 'NOT THE SAME'}. Two threads took ${(one.seconds / two.seconds).toFixed(2)} times fewer seconds than one (only the first had warmed up before; the next table has both from cold).`,
        '',
        '| `recount add` in a process of its own | most memory (resident; target under 400 MB however many) | seconds | seconds of processor |',
        '|---|---|---|---|',
        ...[few, fewByTwo, many, manyByTwo].map(
          ({ count, jobs, megabytes, seconds, processor }) =>
            `| ${count} reports, --jobs ${jobs} | ${megabytes.toFixed(0)} MB | ${seconds.toFixed(1)} | ${processor.toFixed(1)} |`,
        ),
        '',
        `Two threads took ${(few.seconds / fewByTwo.seconds).toFixed(2)} times fewer seconds than one at ${COUNT} reports, ${(many.seconds / manyByTwo.seconds).toFixed(2)} times at ${COUNT * 4} (target 1.8 on two cores). One alone had ${(many.processor / many.seconds).toFixed(2)} cores at work at ${COUNT * 4}, since V8 compiles and collects garbage in threads of its own. By these figures two cores can be at most ${((2 * many.seconds) / manyByTwo.processor).toFixed(2)} times as fast with two, and ${((2 * many.processor) / manyByTwo.processor).toFixed(2)} times as fast as one core.`,
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
