// Accounts over HTTP: who gets in and how, what each role may do operation by operation, and what strangers are refused.
import type * as crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fullReading } from '../../../test/support/reading.ts';
import { reportId } from '../../../test/support/stores.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import type { Context } from '../../operations/operation.ts';
import { OPERATIONS } from '../../operations/operations.ts';
import { peopleAdd, peopleToken } from '../../operations/people/people.ts';
import { NEEDS, ROLES, type Role } from '../../operations/people/role.ts';
import { makeApp } from './app.ts';
import { ROUTES } from './routes.ts';
import { startServer } from './server.ts';

// some forty passwords are checked here: what one check costs is tested beside it (people/secret.test.ts)
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

const CLAIM = `${reportId(1)}.e7-14`;
const PASSWORD = 'correct horse battery';
let store: Store;
let context: Context;
let app: ReturnType<typeof makeApp>;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  store = await openRecord(':memory:');
  await store.add([fullReading({ id: reportId(1) }), fullReading({ id: reportId(2) })], '2026-03-05T10:00:00.000Z');
  context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
  app = makeApp({ context, files: null, hosts: null });
  for (const role of [...ROLES].reverse()) {
    await peopleAdd.run(
      { name: `the ${role}`, role, password: role === 'lead' || role === 'coder' ? PASSWORD : null },
      context,
    );
    tokens[role] = (await peopleToken.run({ name: `the ${role}`, label: 'test', role: 'lead' }, context)).token;
  }
}, 20_000);
afterAll(() => store.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, never> & { readonly error?: { readonly code: string; readonly message: string } };
}
async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await app.request(`http://localhost${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}
const as = (role: Role) => ({ authorization: `Bearer ${tokens[role]}` });
const ORIGIN = { origin: 'http://localhost' };
async function signIn(name: string, password = PASSWORD): Promise<Record<string, string>> {
  const { headers } = await ask('POST', '/api/session', { name, password }, ORIGIN);
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', ...ORIGIN };
}

describe('without signing in', () => {
  it.each(ROUTES.map(({ method, path }) => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'x')]))(
    '%s %s is refused',
    async (method, path) => {
      const { status, body } = await ask(method, path, method === 'POST' ? {} : undefined);
      expect([status, body.error?.code]).toEqual([401, 'session/needed']);
    },
  );
  it('agents are refused too, and a token that is not known', async () => {
    expect((await ask('POST', '/mcp', {})).status).toBe(401);
    const { status, headers } = await ask('GET', '/api/reports', undefined, { authorization: 'Bearer recount_x' });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="recount"']);
  });
  it('one may ask whether one must, and for the description', async () => {
    expect((await ask('GET', '/api/session')).body).toEqual({ accounts: true, person: null });
    expect((await ask('GET', '/api/openapi.json')).status).toBe(200);
  });
});

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends, and ends with signing out', async () => {
    const { status, headers, body } = await ask(
      'POST',
      '/api/session',
      { name: 'the coder', password: PASSWORD },
      ORIGIN,
    );
    expect([status, body]).toEqual([200, { accounts: true, person: { name: 'the coder', role: 'coder' } }]);
    expect(headers.get('set-cookie')).toMatch(
      /^recount=recount_[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const session = await signIn('the coder');
    expect((await ask('GET', '/api/session', undefined, session)).body).toMatchObject({
      person: { name: 'the coder' },
    });
    await ask('DELETE', '/api/session', undefined, session);
    expect((await ask('GET', '/api/reports', undefined, session)).status).toBe(401);
  });
  it('says no more than that name and password do not go together', async () => {
    const wrong = await ask('POST', '/api/session', { name: 'the coder', password: 'wrong' }, ORIGIN);
    const nobody = await ask('POST', '/api/session', { name: 'nobody', password: 'wrong' }, ORIGIN);
    const tokenOnly = await ask('POST', '/api/session', { name: 'the viewer', password: 'wrong' }, ORIGIN);
    for (const one of [wrong, nobody, tokenOnly]) expect([one.status, one.body]).toEqual([401, wrong.body]);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    for (const body of [null, [], { name: 'x' }, { name: 1, password: {} }, { name: 'x', password: 'y'.repeat(5000) }])
      expect((await ask('POST', '/api/session', body, ORIGIN)).status).toBeLessThan(500);
  });
  it('is slowed down after wrong tries, for that name from there alone', async () => {
    const other = makeApp({ context, files: null, hosts: null });
    const attempt = (name: string) =>
      other.request('http://localhost/api/session', { method: 'POST', body: JSON.stringify({ name, password: 'no' }) });
    // answers of the limit come before any password is looked at
    const statuses: number[] = [];
    for (let n = 0; n < 10; n++) statuses.push((await attempt('the lead')).status);
    expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
    expect(statuses.slice(8)).toEqual([429, 429]);
    expect(Number((await attempt('the lead')).headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await attempt('the reviewer')).status).toBe(401);
  }, 20_000);
  it('lets nobody use a session from a page of another site, or from none', async () => {
    const { cookie = '' } = await signIn('the coder');
    const decide = (headers: Record<string, string>) =>
      ask('POST', '/api/decisions', { act: 'accept', targets: [CLAIM] }, { cookie, ...headers });
    expect((await decide({ origin: 'https://elsewhere.example' })).body.error?.code).toBe('input/refused');
    expect((await decide({})).body.error?.code).toBe('session/origin');
    expect((await decide({ origin: 'null' })).status).toBe(403);
    expect((await decide(ORIGIN)).status).toBe(201);
  });
  it('over https gives a cookie for https alone', async () => {
    const safe = makeApp({ context, files: null, hosts: null, secure: true });
    const { headers } = await safe.request('https://localhost/api/session', {
      method: 'POST',
      body: JSON.stringify({ name: 'the coder', password: PASSWORD }),
    });
    expect(headers.get('set-cookie')).toMatch(/^__Host-recount=.*; Secure/);
  });
});

/** A request of each operation that a role which may run it is not refused for its role. */
const REQUESTS: Readonly<Record<string, unknown>> = {
  decide: { act: 'comment', targets: [CLAIM], text: 'x' },
  undo: { ids: ['d999'] },
  'coding-start': { coding: 'x', coders: ['a', 'a'], share: 0.5 },
};

describe('roles', () => {
  it('are told for every operation, and for no other', () =>
    expect(Object.keys(NEEDS).sort()).toEqual(OPERATIONS.map(({ name }) => name).sort()));

  it.each(
    ROUTES.filter(({ operation }) => !operation.name.startsWith('people-')).map(
      (route) => [route.operation.name, route] as const,
    ),
  )('%s', async (name, { operation, method, path }) => {
    // writes nothing: what is asked for is refused for its role before, or for its input after
    const needed = ROLES.indexOf(NEEDS[name] ?? 'lead');
    if (operation.changes && ['rebuild', 'reread', 'add'].includes(name)) {
      for (const role of ROLES.slice(0, needed))
        expect((await ask('POST', path, { text: 'x' }, as(role))).body.error?.code).toBe('role/refused');
      return;
    }
    const given =
      method === 'post' ? (REQUESTS[name] ?? { text: 'x', act: 'comment', targets: [CLAIM], why: 'x' }) : undefined;
    for (const [index, role] of ROLES.entries()) {
      const { status, body } = await ask(
        method.toUpperCase(),
        path.replace(/\{\w+\}/, CLAIM) + (method === 'get' ? '?query=a&name=a&at=2026-03&older=1&newer=2' : ''),
        given,
        as(role),
      );
      expect(status).toBeLessThan(500);
      expect([role, body.error?.code === 'role/refused']).toEqual([role, index < needed]);
    }
  });

  it('each decision is by whoever asks, whatever the request says', async () => {
    const { body } = await ask(
      'POST',
      '/api/decisions',
      { act: 'accept', targets: [CLAIM], by: 'somebody else' },
      as('coder'),
    );
    expect(body['by']).toBe('the coder');
    const proposal = await ask(
      'POST',
      '/api/proposals',
      { act: 'reject', targets: [CLAIM], why: 'x', by: 'y' },
      as('coder'),
    );
    expect(proposal.body['by']).toBe('agent:the coder');
  });

  it('a coder decides, but merges, settles proposals and takes back others’ decisions only as a reviewer', async () => {
    const merge = { act: 'merge', targets: [`${reportId(2)}.e7-14`], into: CLAIM };
    expect((await ask('POST', '/api/decisions', merge, as('coder'))).body.error?.message).toBe(
      'the coder is a coder; to merge takes a reviewer.',
    );
    const settle = { act: 'accept', targets: ['proposal:1'] };
    expect((await ask('POST', '/api/decisions', settle, as('coder'))).status).toBe(403);
    const made = await ask('POST', '/api/decisions', merge, as('reviewer'));
    expect(made.status).toBe(201);
    const undo = { ids: [made.body['id']], dependants: true };
    expect((await ask('POST', '/api/undo', undo, as('coder'))).status).toBe(403);
    const own = await ask('POST', '/api/decisions', { act: 'reopen', targets: [CLAIM] }, as('coder'));
    expect((await ask('POST', '/api/undo', { ids: [own.body['id']] }, as('coder'))).status).toBe(201);
    expect((await ask('POST', '/api/undo', undo, as('reviewer'))).status).toBe(201);
    expect((await ask('POST', '/api/decisions', settle, as('reviewer'))).status).toBe(201);
  });

  it('a token does no more than it was made for, and opens no accounts', async () => {
    const { token } = await peopleToken.run({ name: 'the lead', label: 'reads', role: 'viewer' }, context);
    const weak = { authorization: `Bearer ${token}` };
    expect((await ask('GET', '/api/reports', undefined, weak)).status).toBe(200);
    expect((await ask('POST', '/api/decisions', { act: 'accept', targets: [CLAIM] }, weak)).status).toBe(403);
    expect((await ask('POST', '/api/people', { name: 'x' }, as('lead'))).body.error?.code).toBe('role/refused');
    const { body } = await ask('GET', '/api/people', undefined, as('lead'));
    expect(JSON.stringify(body)).not.toContain('scrypt');
  });

  it('accounts are opened and changed by leads who have signed in, and by everybody the own', async () => {
    const [lead, coder] = [await signIn('the lead'), await signIn('the coder')];
    expect((await ask('POST', '/api/people', { name: 'Di', role: 'viewer' }, coder)).status).toBe(403);
    const added = await ask('POST', '/api/people', { name: 'Di', role: 'viewer' }, lead);
    expect(added.status).toBe(201);
    expect((await ask('POST', '/api/people', { name: 'Di' }, lead)).status).toBe(409);
    const made = added.body['password'] as unknown as string;
    const di = await signIn('Di', made);
    const another = { password: 'another password', current: made };
    expect((await ask('POST', '/api/people/the%20coder/password', another, di)).status).toBe(403);
    expect((await ask('POST', '/api/people/Di/password', { ...another, current: 'guess' }, di)).status).toBe(422);
    expect((await ask('POST', '/api/people/Di/password', another, di)).status).toBe(200);
    expect((await ask('GET', '/api/reports', undefined, di)).status).toBe(401); // sessions end
    const again = await signIn('Di', another.password);
    const token = await ask('POST', '/api/people/Di/tokens', { label: 'x', role: 'lead' }, again);
    expect(token.body).toMatchObject({ role: 'viewer' });
    expect((await ask('POST', `/api/tokens/${token.body['id']}/revoked`, {}, coder)).status).toBe(403);
    expect((await ask('POST', `/api/tokens/${token.body['id']}/revoked`, {}, again)).status).toBe(200);
    expect((await ask('POST', '/api/people/Di/closed', {}, lead)).status).toBe(200);
    expect((await ask('GET', '/api/reports', undefined, again)).status).toBe(401);
    for (const [path, body] of [
      ['role', { role: 'coder' }],
      ['closed', {}],
    ] as const)
      expect((await ask('POST', `/api/people/the%20lead/${path}`, body, lead)).body.error?.code).toBe(
        'people/last-lead',
      );
  });
});

describe('a server that others can reach', () => {
  it('does not start without accounts, and says what to do', async () => {
    const empty = await openRecord(':memory:');
    const bare: Context = { store: async () => empty, now: context.now };
    for (const options of [{ host: '0.0.0.0' }, { host: '127.0.0.1', publicUrl: new URL('https://recount.example') }])
      await expect(startServer({ context: bare, port: 0, ...options })).rejects.toThrow(
        /no accounts.*recount people add NAME --role lead/,
      );
    const local = await startServer({ context: bare, host: '127.0.0.1', port: 0 });
    expect((await fetch(`${local.url}api/session`).then((response) => response.json())) as unknown).toEqual({
      accounts: false,
      person: null,
    });
    await local.close();
    await expect(peopleAdd.run({ name: 'x', role: 'coder' }, bare)).rejects.toThrow(/first account must be a lead/);
    await empty.close();
  });
  it('starts with them, and answers for its public name', async () => {
    const served = await startServer({
      context,
      host: '127.0.0.1',
      port: 0,
      publicUrl: new URL('https://recount.example'),
    });
    const status = async (host: string) => {
      const { request } = await import('node:http');
      return new Promise((resolve, reject) =>
        request(`${served.url}api/session`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end(),
      );
    };
    expect(await status('recount.example')).toBe(200);
    expect(await status('elsewhere.example')).toBe(403);
    await served.close();
  });
});
