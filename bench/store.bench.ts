// How fast the record is written and asked, on both engines: reading and storing on one core, a million events, bytes a report.
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { read } from '../src/reading/read.ts';
import { slug } from '../src/record/entity.ts';
import { openStore } from '../src/store/open-store.ts';
import type { ClaimFilter, Store } from '../src/store/store.ts';
import { startPostgres } from '../test/support/postgres.ts';
import type { Bench } from './bench.ts';
import { ACTORS, actorName, generatedReading, PLACES, random, TYPES } from './generated-reports.ts';

const ROOT = resolve(import.meta.dirname, '..');
const AT = '2026-03-05T10:00:00.000Z';
const BATCH = 50;
/** Reports that one transaction keeps while a record is filled to be asked. */
const LOADED = 250;

/** Seconds of processor since then. */
function seconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

interface Timed {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** Milliseconds of processor of this process, on average. */
  readonly processor: number;
}

/** Rounds from here on ask for other values than those that are counted. */
const OTHER = 100_000;

export async function time(rounds: number, work: (round: number) => Promise<unknown>): Promise<Timed> {
  const times: number[] = [];
  let processor = 0;
  for (let round = -rounds; round < rounds; round++) {
    const started = performance.now();
    const from = process.cpuUsage();
    await work(round < 0 ? OTHER - round : round);
    if (round < 0) continue; // as many with other values warm the caches
    times.push(performance.now() - started);
    processor += seconds(from) * 1000;
  }
  times.sort((a, b) => a - b);
  return {
    median: times[times.length >> 1] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    most: times.at(-1) ?? 0,
    processor: processor / rounds,
  };
}

/** Reports of some 500 words from our own samples, each with a line of its own so that none is another's copy. */
function documents(count: number): string[] {
  const folder = resolve(ROOT, 'samples');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const words = (text: string) => text.split(/\s+/).length;
  return Array.from({ length: count }, (_, n) => {
    let text = `Report ${n} of the desk\n\n`;
    for (let at = n; words(text) < 500; at++) text += `${texts[at % texts.length]}\n\n`;
    return text
      .split(/(?<=\s)/)
      .slice(0, 500)
      .join('');
  });
}

async function endToEnd(store: Store, count: number) {
  const texts = documents(count);
  for (const text of texts.slice(0, 40)) read(text, { published: '2026-03-10', type: 'text/plain' }); // models are loaded, code is warm
  let reading = 0;
  let writing = 0;
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (let at = 0; at < texts.length; at += BATCH) {
    const before = performance.now();
    const readings = texts
      .slice(at, at + BATCH)
      .map((text) => read(text, { published: '2026-03-10', type: 'text/plain' }));
    const between = performance.now();
    await store.add(readings, AT);
    reading += between - before;
    writing += performance.now() - between;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall: (count * 1000) / (performance.now() - started),
    cpu: (count * 1_000_000) / (user + system),
    reading: reading / count,
    writing: writing / count,
    memory: process.memoryUsage().rss / 1e6,
  };
}

const actorId = (n: number): string => {
  const { kind, country } = {
    kind: n % 3 === 0 ? 'state' : n % 3 === 1 ? 'person' : 'group',
    country: String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 88),
  };
  return kind === 'state'
    ? `state:${country}`
    : kind === 'person'
      ? `person:${slug(actorName(n))}`
      : `group:${slug(actorName(n))}:${country}`;
};

/**
 * Reads a record once from end to end, so that it lies in the system's cache as on a machine that serves it all day; what
 * was read before it here, the other engine's record among it, would else have pushed it out. A server without
 * `pg_prewarm` is asked as it is.
 */
async function warm(address: string): Promise<void> {
  if (!address.startsWith('postgres')) {
    for await (const _ of createReadStream(address, { highWaterMark: 1 << 22 }));
    return;
  }
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? 'public';
  url.search = '';
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    await client.query('create extension if not exists pg_prewarm');
    await client.query(
      `select pg_prewarm(c.oid::regclass, 'read') from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'i', 't', 'm')`,
      [schema],
    );
  } catch (error) {
    if (!/pg_prewarm/.test(String(error))) throw error;
  } finally {
    await client.end();
  }
}

export const bench: Bench = {
  name: 'store',
  title: 'The record: writing and asking',
  card: 'speed',
  async run({ say, options }) {
    const events = Number(options['events'] ?? 1_000_000);
    const reports = Math.ceil(events / 10);
    /** Of these only so many, the first, where a record is filled here. */
    const filling = Math.min(reports, Number(options['fill'] ?? reports));
    const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
    const server = await startPostgres([
      '-c',
      'shared_buffers=512MB',
      '-c',
      'max_wal_size=4GB',
      '-c',
      'work_mem=32MB',
    ]).catch((error: Error) => {
      say(`PostgreSQL is left out: ${error.message}`);
      return null;
    });
    const lines: string[] = [];
    try {
      const engines: (readonly [string, string])[] = [
        ['SQLite', join(folder, 'record.db')],
        ...(server ? [[`PostgreSQL ${server.version}`, server.address] as const] : []),
      ];
      lines.push(
        `Node ${process.versions.node}, one process. PostgreSQL on the same machine with \`fsync\` off, as the tests start it.`,
        '',
        '### Read and stored, end to end',
        '',
        `${options['texts'] ?? 2000} reports of 500 words from our own samples, in transactions of 50; target: at least 150 a second on one core. They tell the same few stories again and again, mostly in the same sentences, so that each incident has ever more reports. News that goes on is under “Reading and keeping”.`,
        '',
        '| engine | reports a second | … by CPU time of this process | reading | storing | memory |',
        '|---|---|---|---|---|---|',
      );
      for (const [name, address] of engines) {
        const store = await openStore(name === 'SQLite' ? join(folder, 'first.db') : `${address}?schema=first`);
        const seen = await endToEnd(store, Number(options['texts'] ?? 2000));
        await store.close();
        lines.push(
          `| ${name} | ${seen.wall.toFixed(0)} | ${seen.cpu.toFixed(0)} | ${seen.reading.toFixed(1)} ms | ${seen.writing.toFixed(1)} ms | ${seen.memory.toFixed(0)} MB |`,
        );
        say(lines.at(-1) ?? '');
      }
      const asked = new Map<string, string[]>();
      const filled: string[] = [];
      for (const [name, address] of engines) {
        // a record that was filled before is asked as it is: filling one of a million takes an hour
        const before = options[name === 'SQLite' ? 'sqlite' : 'postgres'];
        const store = await openStore(String(before ?? (name === 'SQLite' ? address : `${address}?schema=million`)));
        let making = 0;
        const started = process.cpuUsage();
        for (let n = 0; n < (before === undefined ? filling : 0); n += LOADED) {
          const from = process.cpuUsage();
          const readings = Array.from({ length: Math.min(LOADED, filling - n) }, (_, at) =>
            generatedReading(n + at, undefined, reports),
          );
          making += seconds(from);
          await store.add(readings, AT);
          if (n % 10_000 === 0)
            say(`${name}: ${n} of ${filling} reports, ${seconds(started).toFixed(0)} s of processor`);
        }
        const kept = seconds(started) - making;
        const seen = await store.doctor();
        const there = seen.counts['report'] ?? 0;
        filled.push(
          `| ${name} | ${(there * 10).toLocaleString('en')} | ${before === undefined ? `${((kept * 1000) / there).toFixed(1)} ms` : '(filled before)'} | ${(seen.bytes / 1e9).toFixed(2)} GB | ${(seen.bytes / there / 1000).toFixed(1)} kB | ${seen.counts['claim']?.toLocaleString('en')} | ${seen.counts['evidence']?.toLocaleString('en')} | ${seen.troubles.length === 0 ? 'none' : seen.troubles.join('; ')} |`,
        );
        say(filled.at(-1) ?? '');
        await warm(String(before ?? (name === 'SQLite' ? address : `${address}?schema=million`)));
        for (const [question, target, work] of questions(store, there, reports)) {
          const { median, p95, most, processor } = await time(200, work);
          const row = asked.get(`${question}|${target}`) ?? [];
          row.push(`${median.toFixed(1)} / ${p95.toFixed(1)} / ${most.toFixed(0)} ms (${processor.toFixed(1)})`);
          asked.set(`${question}|${target}`, row);
          say(`${name}: ${question}: ${row.at(-1)}`);
        }
        await store.close();
      }
      lines.push(
        '',
        '### Asked at size',
        '',
        `Generated reports of ten events each, in the order of their days as news comes, kept ${LOADED} at a time; each record read once from end to end before it is asked, so that it lies in the system’s cache.`,
        '',
        '| engine | events | processor of this process to keep a report | size | a report | claims | evidence | what `doctor` finds |',
        '|---|---|---|---|---|---|---|---|',
        ...filled,
        '',
        'Each question 200 times with other values, after 200 with others that are not counted: median / 95th percentile / longest by the clock (and, on average, processor time of this process; PostgreSQL’s own not counted).',
        '',
        `| question | target (95 %) | ${engines.map(([name]) => name).join(' | ')} |`,
        `|---|---|${engines.map(() => '---|').join('')}`,
        ...[...asked].map(([key, row]) => `| ${key.replace('|', ' | ')} | ${row.join(' | ')} |`),
      );
      lines.push(
        '',
        `Load of the machine at the end: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores; above their number, times are longer than they would be.`,
      );
      return lines.join('\n');
    } finally {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What is asked, the target, and one asking with values that the round chooses. */
export function questions(
  store: Store,
  there: number,
  reports: number,
): (readonly [string, string, (round: number) => Promise<unknown>])[] {
  const page = { limit: 50, after: null };
  const skewed = (next: () => number, n: number) => Math.floor(n * next() ** 3);
  /** Days of what is there. */
  const days = (1000 * there) / reports;
  const day = (n: number) => new Date(Date.UTC(2023, 0, 1) + Math.floor(n) * 86_400_000).toISOString().slice(0, 10);
  const filters: ((next: () => number) => ClaimFilter)[] = [
    (next) => ({ kind: 'event', type: TYPES[Math.floor(next() * TYPES.length)] ?? 'ASSAULT' }),
    (next) => ({ kind: 'event', actors: [actorId(skewed(next, ACTORS))] }),
    (next) => ({
      kind: 'event',
      actors: [actorId(skewed(next, ACTORS))],
      type: TYPES[Math.floor(next() * TYPES.length)] ?? 'ASSAULT',
    }),
    (next) => ({ kind: 'event', places: [`geonames:${1000 + skewed(next, PLACES)}`] }),
    (next) => {
      const from = next() * days;
      return { kind: 'event', from: day(from), to: day(from + 30), type: 'ASSAULT' };
    },
    (next) => {
      const from = next() * days;
      return { actors: [actorId(skewed(next, ACTORS))], role: 'recipient', from: day(from), to: day(from + 90) };
    },
    () => ({ kind: 'statement' }),
  ];
  const further = new Map<number, { readonly filter: ClaimFilter; readonly after: string }>();
  const common = ['bo', 'shelled', 'port', 'people dead', 'said'];
  return [
    [
      'a page of 50 claims by type, actor, place, days, or several',
      '30 ms',
      async (round) => {
        const next = random(round + 7);
        const which = round % filters.length;
        const held = further.get(which);
        if (held) {
          // every other page is the one after that of the last asking
          further.delete(which);
          await store.claims(held.filter, { limit: 50, after: held.after });
          return;
        }
        const filter = filters[which]?.(next) ?? {};
        const { next: after } = await store.claims(filter, page);
        if (after !== null) further.set(which, { filter, after });
      },
    ],
    [
      'events by month and dyad, the 1,000 most frequent',
      '300 ms',
      () => store.counts({ by: ['month', 'source', 'target'], limit: 1000 }),
    ],
    [
      'the same for one actor and a year',
      '300 ms',
      (round) =>
        store.counts({
          by: ['month', 'target'],
          source: [actorId(skewed(random(round), ACTORS))],
          from: '2024-01',
          to: '2024-12',
          limit: 1000,
        }),
    ],
    [
      'search: words seldom and frequent, phrases, with and without an actor',
      '100 ms',
      async (round) => {
        const next = random(round + 3);
        const rare =
          generatedReading(Math.floor(next() * 1000), undefined, reports)
            .report.text.split(' ')
            .find((one) => one.length > 5) ?? 'babe';
        const words =
          round % 3 === 0 ? (common[round % common.length] ?? 'bo') : round % 3 === 1 ? rare : '"shelled" port';
        await store.claims(
          { words, ...(round % 2 === 0 ? { actors: [actorId(skewed(next, ACTORS))], kind: 'event' } : {}) },
          page,
        );
      },
    ],
    [
      'search in whole reports',
      '100 ms',
      (round) =>
        store.searchReports(
          { words: round % 2 === 0 ? (common[round % common.length] ?? 'bo') : 'shelled people' },
          page,
        ),
    ],
    [
      'one report with all its claims and their words',
      '5 ms',
      (round) =>
        store.claims(
          { report: generatedReading((round * 9973) % there, undefined, reports).report.id, all: true },
          { limit: 1000, after: null },
        ),
    ],
    ['the newest 50 reports', '30 ms', () => store.list(page)],
  ];
}
