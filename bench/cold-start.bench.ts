// How long a person waits for `recount read` on a one-page report and for `recount list`, from a new process.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from './bench.ts';
import { MissingData } from './missing-data.ts';

const ROOT = resolve(import.meta.dirname, '..');
const RUNS = 15;

export const bench: Bench = {
  name: 'cold-start',
  title: 'Cold start',
  card: 'speed',
  async run({ say }) {
    if (!existsSync(resolve(ROOT, 'dist/program/main.js')))
      throw new MissingData('the package is not built: run "npm run build" first.');
    const report = resolve(ROOT, 'samples/01-port-averin-strike.txt');
    const time = (args: readonly string[]) => {
      const times: number[] = [];
      for (let run = -1; run < RUNS; run++) {
        const started = performance.now();
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
        if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
        if (run >= 0) times.push(performance.now() - started); // the first run fills the compile cache
      }
      times.sort((a, b) => a - b);
      return { least: times[0] ?? 0, median: times[times.length >> 1] ?? 0, most: times.at(-1) ?? 0 };
    };
    say(`${RUNS} runs each, after one that is not counted`);
    const folder = mkdtempSync(join(tmpdir(), 'recount-cold-'));
    const store = ['--store', join(folder, 'record.db')];
    const kept = spawnSync(process.execPath, ['bin/recount.mjs', 'add', report, ...store], { cwd: ROOT });
    if (kept.status !== 0) throw new Error(`recount add failed: ${kept.stderr}`);
    const rows = [
      ['bare Node (`node -e 0`)', time(['-e', '0'])],
      ['`recount read` (a sheet)', time(['bin/recount.mjs', 'read', report, '--published', '2026-03-03'])],
      ['`recount read --json`', time(['bin/recount.mjs', 'read', report, '--published', '2026-03-03', '--json'])],
      ['`recount list` (of a record with one report)', time(['bin/recount.mjs', 'list', ...store])],
    ] as const;
    rmSync(folder, { recursive: true });
    return [
      `${RUNS} new processes each, Node ${process.versions.node}, one-page sample report; target: a median of at most 250 ms.`,
      '',
      '| what | least | median | most |',
      '|---|---|---|---|',
      ...rows.map(
        ([what, { least, median, most }]) =>
          `| ${what} | ${least.toFixed(0)} ms | ${median.toFixed(0)} ms | ${most.toFixed(0)} ms |`,
      ),
    ].join('\n');
  },
};
