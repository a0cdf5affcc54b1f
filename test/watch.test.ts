// Feeds on a server of the test's own: polite visits, items kept once, and a feed that misbehaves harms no other.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchAnswer, isPublic } from '../src/operations/fetch-page.ts';
import type { Row } from '../src/operations/intake/intake.ts';
import { createPool } from '../src/operations/intake/reading-pool.ts';
import { retryAfter } from '../src/operations/watch/poll-feed.ts';
import { type FeedVisit, watch } from '../src/operations/watch/watch.ts';
import { openState } from '../src/operations/watch/watch-state.ts';
import { openStore } from '../src/store/open-store.ts';
import { page, rss, TITLE } from './support/formats.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-watch-'));
const pool = createPool(1);
let server: Server;
let base = '';
let asked: string[] = [];
let pageStatus = 200;

const summaries = () =>
  `<rss version="2.0"><channel><title>Short</title>${[1, 2].map((n) => `<item><title>Item ${n}</title><link>${base}/page${n}</link><guid>s${n}</guid><pubDate>Tue, 17 Mar 2026 09:30:00 GMT</pubDate><description>Only a few words.</description></item>`).join('')}</channel></rss>`;

/** What each path answers: status, body, headers; `/hang` never does. */
const ANSWERS: Readonly<
  Record<string, (request: IncomingMessage) => [number, (string | Uint8Array)?, Record<string, string>?]>
> = {
  '/robots.txt': () => [200, 'User-agent: *\nDisallow: /closed'],
  '/feed.rss': ({ headers }) =>
    headers['if-none-match'] === '"v1"'
      ? [304]
      : [200, gzipSync(rss(2)), { etag: '"v1"', 'content-encoding': 'gzip', 'content-type': 'text/xml' }],
  '/short.rss': () => [200, summaries()],
  '/page1': () => [200, page(), { 'content-type': 'text/html' }],
  '/page2': () => [pageStatus, page(), { 'content-type': 'text/html' }],
  '/circle': () => [302, '', { location: '/circle' }],
  '/inside': () => [302, '', { location: 'http://169.254.169.254/latest/meta-data/' }],
  '/busy': () => [503, '', { 'retry-after': '7200' }],
  '/gone': () => [410],
  '/broken': () => [200, '<rss><channel><item>'],
  '/bomb': () => [200, gzipSync(new Uint8Array(30_000_000)), { 'content-encoding': 'gzip' }],
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  asked.push(`${path}${request.headers['if-none-match'] ? ' if changed' : ''}`);
  if (path === '/hang') return;
  if (path === '/big') response.writeHead(200, { 'content-length': '2000000000' }).write('x');
  else if (path === '/endless') {
    const more = () => {
      if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more);
    };
    response.writeHead(200).on('drain', more);
    more();
  } else {
    const [status, body = '', headers = {}] = path.startsWith('/loop')
      ? [302, '', { location: `/loop${Number(path.slice(5) || 0) + 1}` }]
      : (ANSWERS[path]?.(request) ?? [404]);
    response.writeHead(status, headers).end(body);
  }
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await pool.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const limits = { allowHosts: new Set(['127.0.0.1']), seconds: 1, bytes: 1_000_000 };

async function round(paths: readonly string[], stateFile: string | null, now = Date.now(), store = ':memory:') {
  const record = await openStore(store);
  const rows: Row[] = [];
  const visits = new Map<string, FeedVisit>();
  try {
    await watch(
      paths.map((path) => ({ url: base + path, title: null })),
      {
        store: record,
        pool,
        jobs: 1,
        state: await openState(stateFile),
        limits,
        every: 15,
        delay: 0,
        pages: true,
        once: true,
        signal: new AbortController().signal,
        now: () => now,
        row: (row) => rows.push(row),
        visit: (visit) => visits.set(visit.feed.slice(base.length), visit),
      },
    );
    return { rows, visits, total: (await record.list({ limit: 100, after: null })).total };
  } finally {
    await record.close();
  }
}

describe('a watch', () => {
  it('keeps each item once, asks only for what changed, and goes on where it was', async () => {
    const state = join(folder, 'state.json');
    const store = join(folder, 'record.db');
    const start = Date.now();
    const first = await round(['/feed.rss'], state, start, store);
    expect(first.rows.map((row) => 'outcome' in row && row.outcome)).toEqual(['new', 'new']);
    expect(first.visits.get('/feed.rss')).toMatchObject({ kept: 2, failed: 0, error: null });
    expect(asked).toEqual(['/robots.txt', '/feed.rss']);

    expect((await round(['/feed.rss'], state, start + 60_000, store)).visits.size).toBe(0); // not due yet
    asked = [];
    const later = await round(['/feed.rss'], state, start + 16 * 60_000, store);
    expect(asked).toEqual(['/robots.txt', '/feed.rss if changed']);
    expect(later.visits.get('/feed.rss')).toMatchObject({ unchanged: true });
    expect(later.total).toBe(2);
    expect(JSON.parse(readFileSync(state, 'utf8')).feeds[`${base}/feed.rss`].seen).toEqual(['g1', 'g0']);
  });

  it('fetches the pages of summaries, and comes back for those that failed', async () => {
    const state = join(folder, 'short.json');
    pageStatus = 500;
    const start = Date.now();
    const first = await round(['/short.rss'], state, start);
    expect(first.visits.get('/short.rss')).toMatchObject({ kept: 1, failed: 1 });
    const kept = first.rows.find((row) => 'id' in row);
    expect(kept).toMatchObject({ title: 'Item 1', input: `${base}/page1` });
    pageStatus = 200;
    asked = [];
    const second = await round(['/short.rss'], state, start + 16 * 60_000);
    expect(asked).toEqual(['/robots.txt', '/short.rss', '/page2']);
    expect(second.visits.get('/short.rss')).toMatchObject({ kept: 1, failed: 0 });
  });

  it('tells what is wrong feed by feed, and the others go on', async () => {
    const bad = [
      '/hang',
      '/loop',
      '/circle',
      '/big',
      '/endless',
      '/bomb',
      '/inside',
      '/busy',
      '/gone',
      '/broken',
      '/closed.rss',
      '/none',
    ];
    const started = performance.now();
    const now = Date.now();
    const { visits, rows } = await round([...bad, '/feed.rss'], null, now);
    expect(performance.now() - started).toBeLessThan(9000);
    const said = (path: string) => visits.get(path)?.error?.message ?? '';
    expect(said('/hang')).toMatch(/longer than 1 second/);
    expect(said('/loop')).toMatch(/more than 5 times/);
    expect(said('/circle')).toMatch(/in a circle/);
    expect(said('/big')).toMatch(/2000000000 bytes or more; the most is 1000000/);
    expect(said('/endless')).toMatch(/the most is 1000000/);
    expect(said('/bomb')).toMatch(/unpacks to more than/);
    expect(said('/inside')).toMatch(/169\.254\.169\.254 is an address inside/);
    expect(said('/busy')).toMatch(/status 503/);
    expect(Date.parse(visits.get('/busy')?.next ?? '') - now).toBe(7_200_000);
    expect(visits.get('/gone')).toMatchObject({ next: null });
    expect(said('/broken')).toMatch(/the feed cannot be read/);
    expect(said('/closed.rss')).toMatch(/robots\.txt/);
    expect(asked).not.toContain('/closed.rss');
    expect(said('/none')).toMatch(/status 404/);
    expect(Date.parse(visits.get('/none')?.next ?? '') - now).toBe(30 * 60_000);
    expect(rows.map((row) => 'title' in row && row.title)).toEqual([`${TITLE} 2`, TITLE]);
  });

  it('refuses a state that is something else', async () => {
    await expect(openState('package.json')).rejects.toMatchObject({ code: 'input/state' });
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 1970 00:10:00 GMT', 600_000],
    ['99999999999', 24 * 3600 * 1000],
    ['soon', 0],
    ['-5', 0],
  ])('%s', (value, expected) => expect(retryAfter(value, 0)).toBe(expected));
});

describe('addresses inside', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://192.168.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'ftp://example.org/',
    'file:///etc/passwd',
  ])('%s is refused', async (url) => {
    await expect(fetchAnswer(url, {}, { seconds: 2 })).rejects.toMatchObject({ code: 'input/address' });
  });
  it('public ones are not', () => {
    for (const address of ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946']) expect(isPublic(address)).toBe(true);
  });
});
