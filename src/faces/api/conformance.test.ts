// The API held to its own description: every example runs and is checked both ways, cursors and tags hold, no request breaks it.
import type * as crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { requestOf, sendMalformed } from '../../../test/support/malformed.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import { OPERATIONS } from '../../operations/operations.ts';
import { makeApp } from './app.ts';
import { EXAMPLES } from './examples.ts';
import { ROUTES } from './routes.ts';

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>();
  type Scrypt = (
    p: string,
    s: Buffer,
    n: number,
    o: crypto.ScryptOptions,
    done: (e: Error | null, k: Buffer) => void,
  ) => void;
  const scrypt: Scrypt = (p, s, n, o, done) => real.scrypt(p, s, n, { ...o, N: 256 }, done);
  return { ...real, scrypt };
});

type App = ReturnType<typeof makeApp>;
let app: App;
let store: Store;
const failures: unknown[] = [];
beforeAll(async () => {
  store = await openRecord(':memory:');
  app = makeApp({
    context: { store: async () => store, now: () => '2026-03-20T12:00:00.000Z' },
    files: null,
    hosts: null,
    log: (error) => failures.push(error),
    events: { look: 10, looks: 500 },
  });
});
afterAll(() => store.close());

let session: Record<string, string> = {};
let password = '';
const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, {
    method,
    ...(body === undefined || method === 'GET' ? {} : { body }),
    headers: { host: 'localhost', 'content-type': 'application/json', ...session, ...headers },
  });
const get = async (path: string) => (await (await ask('GET', path)).json()) as Record<string, never>;

describe('examples', () => {
  it('are there for every operation, and stand in the description', async () => {
    expect([...new Set(EXAMPLES.map(({ operation }) => operation))].sort()).toEqual(
      OPERATIONS.map(({ name }) => name).sort(),
    );
    const { paths } = (await get('/api/openapi.json')) as unknown as {
      paths: Record<
        string,
        Record<
          string,
          {
            parameters?: { name: string; example?: unknown; schema?: { example?: unknown } }[];
            requestBody?: { content: Record<string, { example?: unknown }> };
          }
        >
      >;
    };
    const claims = paths['/api/claims']?.['get'];
    expect(claims?.parameters?.find(({ name }) => name === 'type')).toMatchObject({ schema: { example: 'killed' } });
    expect(paths['/api/decisions']?.['post']?.requestBody?.content['application/json']?.example).toMatchObject({
      act: 'accept',
    });
    expect(paths['/api/events']).toBeDefined();
  });

  it.each(EXAMPLES.map((one, index) => [`${index + 1} ${one.operation}`, one] as const))(
    '%s runs as shown, what goes in and what comes out being just what its schemas say',
    async (_, { operation: name, input }) => {
      const operation = OPERATIONS.find((one) => one.name === name) as unknown as {
        input: z.ZodObject;
        output: z.ZodType;
      };
      expect(operation.input.strict().safeParse(input).error).toBeUndefined();
      const response = await ask(...requestOf(name, input));
      const body: unknown = await response.json();
      expect([response.status, (body as { error?: unknown }).error]).toEqual([
        ROUTES.find((one) => one.operation.name === name)?.status,
        undefined,
      ]);
      // a field that the schema does not know would be gone
      expect(operation.output.parse(body)).toEqual(body);
      if (typeof input['password'] === 'string') password = input['password'];
      // a session ends whenever its account is changed
      if (name.startsWith('people-')) {
        const given = JSON.stringify({ name: 'Lea Marin', password });
        const { headers } = await ask('POST', '/api/session', given, { origin: 'http://localhost' });
        session = { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', origin: 'http://localhost' };
      }
    },
  );
});

describe('lists', () => {
  const LISTS: readonly [path: string, rows: string, id: string][] = [
    ['/api/reports?', 'reports', 'id'],
    ['/api/claims?', 'claims', 'id'],
    ['/api/search?query=killed', 'claims', 'id'],
    ['/api/incidents?', 'incidents', 'id'],
    ['/api/figures?', 'incidents', 'incident'],
    ['/api/statements?', 'said', 'id'],
    ['/api/desk?', 'items', 'id'],
    ['/api/decisions?', 'decisions', 'id'],
    ['/api/changes?', 'entries', 'cursor'],
  ];
  it.each(LISTS)('%s gives page by page what it gives at once, each row once', async (path, rows, id) => {
    const key = (row: Record<string, unknown>) => JSON.stringify(row[id]);
    const whole = ((await get(`${path}&limit=1000`))[rows] as unknown as Record<string, unknown>[]).map(key);
    expect(whole.length).toBeGreaterThan(0);
    const paged: string[] = [];
    for (let after: string | null = null, n = 0; n < 100; n++) {
      const page = (await get(
        `${path}&limit=1${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
      )) as Record<string, never>;
      paged.push(...(page[rows] as unknown as Record<string, unknown>[]).map(key));
      const next = page['next'] as unknown as string | null;
      if (next === null || page['more'] === (false as never)) break;
      after = next;
    }
    expect(paged).toEqual(whole);
  });
  it.each(LISTS)('%s refuses a cursor that it never gave', async (path) => {
    const { status } = await ask('GET', `${path}&after=nonsense`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('tags', () => {
  it('spare an answer that is known, until it changes', async () => {
    const first = await ask('GET', '/api/reports');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const again = await ask('GET', '/api/reports', undefined, { 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    await ask(
      'POST',
      '/api/reports',
      JSON.stringify({ text: 'The talks in Varnholm ended on Friday.', published: '2026-03-07' }),
    );
    const later = await ask('GET', '/api/reports', undefined, { 'if-none-match': tag });
    expect([later.status, later.headers.get('etag') === tag]).toEqual([200, false]);
  });
});

describe('events', () => {
  it('tell what changes as it changes, from a cursor on', async () => {
    const response = await ask('GET', '/api/events', undefined, { 'last-event-id': '1' });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (words: string) => {
      while (!told.includes(words)) told += (await reader.read()).value ?? '';
    };
    await until('"act":"accept"');
    await ask(
      'POST',
      '/api/decisions',
      JSON.stringify({ act: 'comment', targets: ['raeb982e1147563acfed04ec8'], text: 'as it happens', by: 'x' }),
    );
    await until('as it happens');
    await reader.cancel();
    const ids = [...told.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.slice(1)).toEqual(Array.from({ length: ids.length - 1 }, (_, n) => n + 2));
    expect((await ask('GET', '/api/events?after=-1')).status).toBe(422);
  });
  it('tell merges and deletions', async () => {
    const [a, b] = ['raeb982e1147563acfed04ec8.e10-16', 'r951be44f67e4064d48149249.e10-16'];
    const before = (await get('/api/changes?after=0&limit=1000'))['next'];
    await ask('POST', '/api/decisions', JSON.stringify({ act: 'merge', targets: [b], into: a, by: 'x' }));
    const added = (await (
      await ask(
        'POST',
        '/api/decisions',
        JSON.stringify({
          act: 'add',
          report: 'raeb982e1147563acfed04ec8',
          kind: 'figure',
          words: '14 people',
          by: 'x',
        }),
      )
    ).json()) as { id: string };
    await ask('POST', '/api/undo', JSON.stringify({ ids: [added.id], by: 'x' }));
    const { entries } = (await get(`/api/changes?after=${before}`)) as unknown as {
      entries: { changes: { change: string; into: string | null }[] }[];
    };
    expect(entries.map(({ changes }) => changes.map(({ change }) => change))).toEqual([
      ['merged'],
      ['added'],
      ['deleted'],
    ]);
    expect(entries[0]?.changes[0]?.into).toBe(a);
  });
});

/** RECOUNT_TEST_REQUESTS=10000 sends more. */
const REQUESTS = Number(process.env['RECOUNT_TEST_REQUESTS'] ?? 2000);

describe('malformed requests', () => {
  it(`get a code and a sentence, never a failure of ours, ${REQUESTS} of them`, { timeout: 300_000 }, async () => {
    const { broken, wrong, seen } = await sendMalformed(REQUESTS, 20260303);
    expect(broken).toEqual([]);
    expect(wrong).toEqual([]);
    // it is no test if everything is refused at the door
    expect(seen.get(200)).toBeGreaterThan(300);
    expect(seen.get(422)).toBeGreaterThan(10);
    expect(seen.get(400)).toBeGreaterThan(200);
  });
});

it('had no failure of its own', () => expect(failures).toEqual([]));
