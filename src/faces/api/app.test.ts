import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeReading } from '../../../test/support/reading.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import type { Context } from '../../operations/operation.ts';
import { OPERATIONS } from '../../operations/operations.ts';
import { makeApp } from './app.ts';
import { ROUTES } from './routes.ts';

let store: Store;
let app: ReturnType<typeof makeApp>;
const failures: unknown[] = [];

beforeAll(async () => {
  store = await openRecord(':memory:');
  await store.add([madeReading()], '2026-03-05T10:00:00.000Z');
  const context: Context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
  app = makeApp({
    context,
    files: null,
    hosts: new Set(['localhost', '127.0.0.1']),
    log: (error) => failures.push(error),
  });
});
afterAll(() => store.close());

const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://localhost${path}`, {
    ...init,
    headers: { host: 'localhost:4747', ...(init.headers as Record<string, string>) },
  });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** What the tests look at of any answer. */
interface Answer {
  readonly ok?: boolean;
  readonly error: { readonly code: string; readonly message: string };
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>;
  readonly format: number;
  readonly report: { readonly published: string; readonly text: string };
  readonly reading: { readonly report: { readonly text: string } };
  readonly reports: readonly unknown[];
  readonly total: number;
  readonly next: string | null;
  readonly id: string;
  readonly outcome: string;
}
const answer = async (response: Response | Promise<Response>) => (await (await response).json()) as Answer;

describe('the API', () => {
  it('has every operation', () => {
    expect(ROUTES.map(({ operation }) => operation.name).sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const description = await answer(ask('/api/openapi.json'));
    expect(description.openapi).toBe('3.1.0');
    const ids = Object.values(description.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual(
      [...OPERATIONS.map(({ name }): string => name), 'add-file', 'events', 'release-archive'].sort(),
    );
  });

  it('reads a text without keeping it', async () => {
    const response = await post('/api/read', {
      text: '“We will sign,” President Ilse Varga said.',
      published: '2026-03-05',
    });
    expect(response.status).toBe(200);
    const reading = await answer(response);
    expect(reading.format).toBe(1);
    expect(reading.report.published).toBe('2026-03-05');
    expect((await answer(ask('/api/reports'))).total).toBe(1);
  });

  it('adds, lists and shows', async () => {
    const added = await post('/api/reports', { text: 'Nobody was hurt in Velmar.', title: 'Calm' });
    expect(added.status).toBe(201);
    const { id, outcome } = await answer(added);
    expect(outcome).toBe('new');
    const page = await answer(ask('/api/reports?limit=1'));
    expect(page.reports).toHaveLength(1);
    expect(page.next).not.toBeNull();
    const shown = await ask(`/api/reports/${id}`);
    expect((await answer(shown)).reading.report.text).toBe('Nobody was hurt in Velmar.');
  });

  it.each([
    ['no body', () => post('/api/read', ''), 400],
    ['a body that is no JSON', () => post('/api/read', '{"text":'), 400],
    ['a body without text', () => post('/api/read', { published: '2026-03-05' }), 400],
    ['a text that is a number', () => post('/api/read', { text: 5 }), 400],
    ['an impossible date', () => post('/api/read', { text: 'x', published: '2026-02-31' }), 422],
    ['a page of no reports', () => ask('/api/reports?limit=0'), 400],
    ['a broken cursor', () => ask('/api/reports?after=nonsense'), 422],
    ['an unknown report', () => ask('/api/reports/rffff'), 404],
    ['an unknown path', () => ask('/api/nothing'), 404],
    [
      'a change asked for by another site',
      () => post('/api/reports', { text: 'x' }, { origin: 'https://elsewhere.example' }),
      403,
    ],
    ['a strange host', () => ask('/api/reports', { headers: { host: 'elsewhere.example' } }), 403],
  ])('refuses %s with a code and a sentence', async (_, request, status) => {
    const response = await request();
    expect(response.status).toBe(status);
    const body = await answer(response);
    expect(body.ok).toBe(false);
    expect(body.error.code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(body.error.message.length).toBeGreaterThan(5);
    expect(JSON.stringify(body)).not.toMatch(/\.ts:|node_modules|\bat /);
  });

  it('sends the headers that keep report text inert', async () => {
    const { headers } = await ask('/api/reports');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('had no failure of its own', () => expect(failures).toEqual([]));
});
