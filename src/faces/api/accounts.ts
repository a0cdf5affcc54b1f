// A request in, who asks out: by session or token, within limits; and the two requests by which people sign in and out.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HttpContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { type Context, OperationError } from '../../operations/operation.ts';
import { isRole, lesser, type Person } from '../../operations/people/role.ts';
import { hashOf, isPassword, newToken } from '../../operations/people/secret.ts';

export interface Env {
  Variables: { person: Person | null };
}

/** How long a session lasts, in days; signing in again starts anew. */
const DAYS = 14;
const Credentials = z.object({ name: z.string().min(1).max(80), password: z.string().min(1).max(200) });

interface Limits {
  /** Requests of one person or address, a minute. */
  readonly requests: RateLimiterMemory;
  /** Wrong passwords from one address, for one name from one address, and for one name, each in 15 minutes. */
  readonly address: RateLimiterMemory;
  readonly pair: RateLimiterMemory;
  readonly name: RateLimiterMemory;
}

let limits: Promise<() => Limits> | null = null;
async function newLimits(): Promise<Limits> {
  limits ??= import('rate-limiter-flexible').then(({ RateLimiterMemory: Memory }) => () => ({
    requests: new Memory({ points: 1200, duration: 60 }),
    address: new Memory({ points: 40, duration: 900 }),
    pair: new Memory({ points: 8, duration: 900 }),
    name: new Memory({ points: 60, duration: 900 }),
  }));
  return (await limits)();
}

/** Takes one from each; throws OperationError 'limit/too-many' with the seconds to wait. */
async function take(from: readonly (readonly [RateLimiterMemory, string])[]): Promise<void> {
  for (const [limiter, key] of from) {
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const seconds = Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000);
      throw new OperationError('limit/too-many', `Too many tries; try again in ${seconds} seconds.`, {
        cause: { seconds },
      });
    }
  }
}

/**
 * `secure` where people come over https: the cookie then is for https alone, and a proxy in front tells the address.
 * Where the record has no accounts, everybody is let through as nobody in particular.
 */
export function addAccounts(app: OpenAPIHono<Env>, context: Context, secure: boolean): void {
  const cookie = secure ? '__Host-recount' : 'recount';
  const made = newLimits();
  made.catch(() => {});
  let known = false; // once there is an account, there always is
  const needed = async (): Promise<boolean> => {
    known ||= await (await context.store()).team.people.any();
    return known;
  };
  const addressOf = (http: HttpContext): string => {
    const told = secure ? http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    if (told) return told.slice(0, 64);
    try {
      return getConnInfo(http).remote.address ?? 'unknown';
    } catch {
      return 'unknown'; // a request that came over no wire
    }
  };

  const asker = async (http: HttpContext): Promise<Person | null> => {
    const { people } = (await context.store()).team;
    const token = /^Bearer +(\S{1,200})$/i.exec(http.req.header('authorization') ?? '')?.[1];
    const session = token === undefined ? getCookie(http, cookie) : undefined;
    const found =
      token !== undefined
        ? await people.byToken(hashOf(token), context.now())
        : session !== undefined
          ? await people.bySession(hashOf(session), context.now())
          : null;
    if (!found || !isRole(found.role)) return null;
    const most = found.most !== null && isRole(found.most) ? found.most : null;
    return {
      name: found.name,
      role: most === null ? found.role : lesser(found.role, most),
      byToken: token !== undefined,
    };
  };

  const identify: MiddlewareHandler<Env> = async (http, next) => {
    http.set('person', null);
    const open = http.req.path === '/api/session' || http.req.path === '/api/openapi.json';
    if (!(await needed())) return next();
    const person = await asker(http);
    await take([[(await made).requests, person?.name ?? addressOf(http)]]);
    http.set('person', person);
    if (!person && !open) {
      http.header('www-authenticate', 'Bearer realm="recount"');
      const wrong = http.req.header('authorization') !== undefined;
      throw new OperationError(
        'session/needed',
        wrong ? 'This token is not known, or was revoked.' : 'Sign in, or ask with a token of your own.',
      );
    }
    // a browser sends the cookie by itself, and always says which page asks: what does not say so is no page of ours
    const changes = http.req.method !== 'GET' && http.req.method !== 'HEAD';
    if (person && !person.byToken && changes && http.req.header('origin') === undefined)
      throw new OperationError(
        'session/origin',
        'A change that is asked for with a session must come from its own page.',
      );
    return next();
  };

  app.use('/api/*', identify);
  app.use('/mcp', identify);
  app.use('/api/session', bodyLimit({ maxSize: 4096 }));
  app.get('/api/session', async (http) => {
    const person = http.get('person');
    return http.json({ accounts: await needed(), person: person && { name: person.name, role: person.role } });
  });
  app.post('/api/session', async (http) => {
    const given = Credentials.safeParse(await http.req.json().catch(() => null));
    if (!given.success) throw new OperationError('input/credentials', 'Send { "name", "password" } as JSON.');
    const { name, password } = given.data;
    const { address, pair, name: names } = await made;
    const from = addressOf(http);
    await take([
      [address, from],
      [pair, `${from} ${name}`],
      [names, name],
    ]);
    const { people } = (await context.store()).team;
    const account = await people.secretOf(name);
    if (!(await isPassword(password, account?.secret ?? null)))
      throw new OperationError('session/refused', 'Name and password do not go together.');
    await Promise.all([pair.delete(`${from} ${name}`), address.reward(from), names.reward(name)]);
    const session = newToken();
    const at = context.now();
    const ends = new Date(Date.parse(at) + DAYS * 86_400_000).toISOString();
    await people.openSession({ name, hash: hashOf(session), at, ends });
    setCookie(http, cookie, session, { httpOnly: true, sameSite: 'Strict', secure, path: '/', maxAge: DAYS * 86_400 });
    return http.json({ accounts: true, person: { name, role: account?.role } });
  });
  app.delete('/api/session', async (http) => {
    const session = getCookie(http, cookie);
    if (session !== undefined) await (await context.store()).team.people.closeSession(hashOf(session));
    deleteCookie(http, cookie, { path: '/', secure });
    return http.json({ accounts: await needed(), person: null });
  });
}
