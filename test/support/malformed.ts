// A count and a seed in, so many random requests sent to a server over a small record; whatever broke or was answered badly out.
import type { z } from 'zod';
import { makeApp } from '../../src/faces/api/app.ts';
import { EXAMPLES } from '../../src/faces/api/examples.ts';
import { ROUTES } from '../../src/faces/api/routes.ts';
import { openRecord } from '../../src/operations/open-record.ts';
import { OPERATIONS } from '../../src/operations/operations.ts';

/** An operation's path and query, or body, for an input. */
export function requestOf(name: string, input: Readonly<Record<string, unknown>>): [string, string, string] {
  const route = ROUTES.find(({ operation }) => operation.name === name);
  if (!route) throw new Error(`no route of ${name}`);
  const rest = { ...input };
  const path = route.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest[field]);
    delete rest[field];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(
    Object.entries(rest).map(([field, value]): [string, string] => [field, String(value)]),
  );
  return [route.method.toUpperCase(), route.method === 'get' ? `${path}?${query}` : path, JSON.stringify(rest)];
}

/** The same numbers each time: xorshift. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const ODD: readonly unknown[] = [
  null, true, -1, 0, 1e308, Number.MAX_SAFE_INTEGER, '', ' ', 'x', '\u0000', '\ud800', '💥', '../../etc/passwd', '%', '%ff', "'; drop table claim; --",
  '<script>alert(1)</script>', '2026-02-31', '2026-13', '9999-99-99T99:99', 'r', 'raeb982e1147563acfed04ec8', 'raeb982e1147563acfed04ec8.e10-16', 'd1', 'd99999999999999', 'proposal:1', 'token:1',
  'person:x', 'geonames:1', '"unclosed', '*', 'NEAR(', 'a'.repeat(3000), [], [[]], {}, { a: { b: [] } }, ['x', 'x'], [null], { start: -1, end: 1 },
  'merge', 'split', 'link', 'edit', 'add', 'withdraw', 'held', 'airwars', 'killed', 'event', '__proto__', 'constructor',
]; // biome-ignore format: a list
const HEADERS: readonly Record<string, string>[] = [
  {}, {}, {}, { 'content-type': 'text/plain' }, { 'content-type': 'application/xml' }, { 'content-type': '' }, { authorization: 'Bearer x' }, { authorization: 'Basic eDp5' },
  { cookie: 'recount=%ff; recount=x' }, { 'if-none-match': '"'.repeat(50) }, { origin: 'http://localhost' }, { 'last-event-id': 'x' }, { accept: 'application/xml' },
]; // biome-ignore format: a list
const SLOW = new Set(['read', 'who', 'parse', 'add', 'reread', 'rebuild', 'verify', 'doctor', 'desk', 'codebook']);
const FIELDS = [
  ...new Set(OPERATIONS.flatMap(({ input }) => Object.keys((input as unknown as z.ZodObject).shape))),
].concat('by', 'nothing', '__proto__');

export interface Answered {
  /** Stacks of what failed on the server's side. */
  readonly broken: readonly (string | undefined)[];
  /** Requests with answers that no request may have. */
  readonly wrong: readonly string[];
  readonly seen: ReadonlyMap<number, number>;
}

/** The same count and seed send the same. */
export async function sendMalformed(count: number, seed: number): Promise<Answered> {
  const bare = await openRecord(':memory:');
  const broken: unknown[] = [];
  const open = makeApp({
    context: { store: async () => bare, now: () => '2026-03-20T12:00:00.000Z' },
    files: null,
    hosts: null,
    log: (error) => broken.push(error),
  });
  const send = (method: string, path: string, body: string | undefined, headers: Record<string, string>) =>
    open.request(`http://localhost${path}`, {
      method,
      headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
      ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
  for (const { operation, input } of EXAMPLES.slice(0, 2)) await send(...requestOf(operation, input), {});
  const pick = chance(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const wrong: string[] = [];
  const seen = new Map<number, number>();
  for (let n = 0; n < count; n++) {
    let route = one(ROUTES);
    // what reads or goes through everything costs most: one in ten of these
    if (SLOW.has(route.operation.name) && pick(10)) route = one(ROUTES);
    const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    const encoded = (value: unknown) => encodeURIComponent(text(value).toWellFormed());
    // accounts would close the door to all the rest
    if (route.path === '/api/people') continue;
    const path =
      pick(20) === 0
        ? `/api/${encoded(one(ODD))}`
        : route.path.replace(/\{\w+\}/g, () =>
            pick(3) ? encoded(one(ODD)) : text(one(ODD)).replace(/[^\w.%:/-]/g, ''),
          );
    const valid = EXAMPLES.find(({ operation }) => operation === route.operation.name)?.input ?? {};
    const fields: Record<string, unknown> = (route.operation.changes ? pick(8) === 0 : pick(3)) ? { ...valid } : {};
    for (let more = pick(3); more >= 0; more--)
      Object.defineProperty(fields, one(FIELDS), {
        value: one(ODD),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    if (typeof fields['text'] === 'string' && fields['text'].length > 100) fields['text'] = 'x';
    const query = pick(2)
      ? `?${Object.entries(fields)
          .map(([name, value]) => `${name}=${encoded(value)}`)
          .join('&')}`
      : '';
    const body = pick(6)
      ? JSON.stringify(fields)
      : one(['', '{', '[]', 'null', '"x"', '{"a":', '\u0000', '{"__proto__":{"x":1}}', '[[[[[[[[', '1e999']);
    const method = pick(8)
      ? route.method.toUpperCase()
      : one(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']);
    const response = await send(
      method,
      pick(100) ? path + query : one(['/api/session', '/mcp', '/api/openapi.json']),
      body,
      one(HEADERS),
    );
    seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
    const said =
      response.status === 304 || response.headers.get('content-type') === 'text/event-stream'
        ? ''
        : await response.text();
    if (response.status >= 500 || /\.(?:ts|js|mjs):\d|node_modules|\n\s+at /.test(said))
      wrong.push(`${method} ${path}${query} ${body}: ${response.status} ${said.slice(0, 300)}`);
    else if (response.status >= 400 && method !== 'HEAD' && !path.startsWith('/mcp') && !said.includes('"error"'))
      wrong.push(`${method} ${path}: ${response.status} without a word: ${said.slice(0, 100)}`);
  }
  await bare.close();
  return { broken: broken.map((error) => (error as Error).stack), wrong, seen };
}
