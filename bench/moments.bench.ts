// Records of several sizes in, what it takes to look at another moment of each out: by rows, and by folding all anew.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOf } from '../src/operations/as-of.ts';
import { chronicle } from '../src/operations/chronicle.ts';
import { desk } from '../src/operations/desk.ts';
import { incident } from '../src/operations/incident.ts';
import { incidents } from '../src/operations/incidents.ts';
import { keepMemorySteady } from '../src/operations/intake/steady-memory.ts';
import { issues } from '../src/operations/issues.ts';
import type { Context } from '../src/operations/operation.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { Bench } from './bench.ts';
import { generatedReading } from './generated-reports.ts';

const NOW = '2026-03-05T10:00:00.000Z';
/** Reports of the records that are made for it; all are folded anew too. */
const SIZES = [250, 1000];
/** Reports of the record whose days these are spread over: 91 a day. */
const SPREAD = 100_000;

interface Took {
  /** Milliseconds of processor of this process. */
  readonly cpu: number;
  /** Longest work in which nothing else was served, in milliseconds of processor of this thread. */
  readonly held: number;
}

async function took(work: () => Promise<unknown>): Promise<Took> {
  let last = threadTime();
  let held = 0;
  const ticks = setInterval(() => {
    const now = threadTime();
    held = Math.max(held, now - last);
    last = now;
  }, 1);
  await new Promise((go) => setTimeout(go, 30));
  held = 0;
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  await new Promise((go) => setTimeout(go, 30));
  clearInterval(ticks);
  return { cpu: (user + system) / 1000, held };
}

const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
const shown = (all: readonly Took[]): string =>
  `${Math.round(median(all.map(({ cpu }) => cpu)))} / ${Math.round(Math.max(...all.map(({ cpu }) => cpu)))} ms (${Math.round(Math.max(...all.map(({ held }) => held)))})`;

async function measured(store: Store, reports: number, fold: boolean): Promise<string> {
  const context = { store: async () => store, now: () => NOW } as unknown as Context;
  const days = [1, 3, 5, 7, 9].map((n) => generatedReading(Math.floor((reports * n) / 10), undefined, SPREAD));
  const moments = days.map(({ report }) => report.published ?? '');
  const list = (moment: Record<string, unknown>) =>
    incidents.run(incidents.input.parse({ limit: 50, ...moment }), context);
  const cells: string[] = [];
  const now: Took[] = [];
  for (let n = 0; n < 5; n++) now.push(await took(() => list({})));
  cells.push(shown(now.slice(1)));
  const of = async (work: (at: string) => Promise<unknown>) => {
    const all: Took[] = [];
    for (const at of moments) all.push(await took(() => work(at)));
    cells.push(shown(all));
  };
  await of((at) => list({ asOf: at }));
  await of((at) => list({ asOf: at }));
  await of(async (at) => {
    const [first] = (await list({ asOf: at })).incidents;
    await incident.run(incident.input.parse({ id: first?.id, asOf: at }), context);
  });
  await of((at) => asOf.run(asOf.input.parse({ at }), context));
  await of((at) => desk.run(desk.input.parse({ asOf: at }), context));
  await issues.run(issues.input.parse({}), context);
  await of((at) => issues.run(issues.input.parse({ asOf: at }), context));
  if (fold) await of(async (at) => (await chronicle(context, { asOf: at })).incidents);
  else cells.push('–');
  return `| ${reports.toLocaleString('en')} | ${cells.join(' | ')} |`;
}

export const bench: Bench = {
  name: 'moments',
  title: 'The record at another moment',
  card: 'speed',
  async run({ options, say }) {
    keepMemorySteady();
    const folder = mkdtempSync(join(tmpdir(), 'recount-moments-'));
    const rows: string[] = [];
    try {
      for (const size of SIZES) {
        const store = await openStore(join(folder, `${size}.db`));
        for (let at = 0; at < size; at += 250)
          await store.add(
            Array.from({ length: Math.min(250, size - at) }, (_, n) => generatedReading(at + n, undefined, SPREAD)),
            NOW,
          );
        rows.push(await measured(store, size, true));
        say(rows.at(-1) ?? '');
        await store.close();
      }
      if (options['file'] !== undefined) {
        const store = await openStore(options['file']);
        rows.push(await measured(store, (await store.doctor()).counts['report'] ?? 0, false));
        say(rows.at(-1) ?? '');
        await store.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return [
      'Generated reports of ten events each, 91 a day as the news comes, in SQLite. Five moments spread over the record’s days: processor of this process in the median / at most, and in brackets the longest work of the server’s thread in which it would have served nobody else. “First” is a moment that nobody has asked for, “again” the same once more, after four others.',
      '',
      '| reports | 50 incidents, now | at a moment, first | again | an incident’s page there | what changed from there until now | the Desk there | its issues | the whole record folded anew |',
      '|---|---|---|---|---|---|---|---|---|',
      ...rows,
      '',
      'Before, each look at a new moment folded the whole record anew, as the last column does (the fold of the same readings at hand; the first also reads them all).',
    ].join('\n');
  },
};
