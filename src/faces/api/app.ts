// Operations in, an HTTP application out: JSON under /api, the web page for everything else.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HttpContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from '../../operations/operation.ts';
import { atLeast, permitted } from '../../operations/people/role.ts';
import { version } from '../../reading/version.ts';
import type { McpOverHttp } from '../mcp/http.ts';
import { addAccounts, type Env } from './accounts.ts';
import { type Failure, failureOf } from './failure.ts';
import { guard } from './guard.ts';
import { ROUTES, type Route } from './routes.ts';
import { type StaticFiles, sendFile } from './static-files.ts';

export interface AppOptions {
  readonly context: Context;
  /** The built web page; null serves the API alone. */
  readonly files: StaticFiles | null;
  /** Host names a request may ask for, without port; null for any. Guards against DNS rebinding. */
  readonly hosts: ReadonlySet<string> | null;
  /** Under which name agents propose over MCP; null, and without, they only read. */
  readonly agent?: string | null;
  /** People come over https, by a proxy in front: cookies are for https alone, and the proxy tells addresses. */
  readonly secure?: boolean;
  /** Serve MCP alone, at /mcp: no API and no page. */
  readonly mcpOnly?: boolean;
  /** Told of failures that are ours; nothing of them reaches the client but a code. */
  readonly log?: (error: unknown) => void;
}

const FailureBody = z
  .object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Failure');
const MOST_BYTES = 60_000_000;

export function makeApp({
  context,
  files,
  hosts,
  agent = null,
  secure = false,
  mcpOnly = false,
  log = () => {},
}: AppOptions): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, http) => {
      if (result.success) return undefined;
      const wrong = result.error.issues
        .map((issue) => `${issue.path.join('.') || result.target}: ${issue.message}`)
        .join('; ');
      return refuse(http, { status: 400, code: 'input/invalid', message: wrong });
    },
  });
  app.use(guard(hosts));
  addAccounts(app, context, secure);
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (http) =>
        refuse(http, { status: 413, code: 'input/too-large', message: `a request may hold ${MOST_BYTES} bytes` }),
    }),
  );
  let mcp: Promise<McpOverHttp> | null = null; // its library is loaded for the first agent that asks
  app.all('/mcp', async (http) => {
    mcp ??= import('../mcp/http.ts').then(({ mcpOverHttp }) => mcpOverHttp(context, log));
    const person = http.get('person');
    const mayPropose = agent !== null && (!person || atLeast(person.role, 'coder'));
    return (await mcp)(http.req.raw, mayPropose ? (person?.name ?? agent) : null);
  });
  if (!mcpOnly) addApi(app, context);
  app.all('/api/*', (http) =>
    refuse(http, {
      status: 404,
      code: 'input/no-such-path',
      message: `${http.req.method} ${http.req.path} is no part of this API; see /api/openapi.json`,
    }),
  );
  app.get('*', (http) =>
    files
      ? sendFile(http, files)
      : refuse(http, {
          status: 404,
          code: 'input/no-page',
          message: `only ${mcpOnly ? '/mcp' : 'the API'} is served here`,
        }),
  );
  app.onError((error, http) => {
    const failure = failureOf(error);
    if (failure.status >= 500) log(error);
    if (failure.wait !== undefined) http.header('retry-after', String(failure.wait));
    return refuse(http, failure);
  });
  return app;
}

function addApi(app: OpenAPIHono<Env>, context: Context): void {
  for (const one of ROUTES) addRoute(app, one, context);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Recount', version, description: 'Reads news reports and keeps a checkable record.' },
  });
}

function refuse(http: HttpContext, { status, code, message }: Failure): Response {
  return http.json({ ok: false, error: { code, message } }, status);
}

function addRoute(app: OpenAPIHono<Env>, { operation, method, path, status }: Route, context: Context): void {
  const input = operation.input as z.ZodObject;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const mask = Object.fromEntries(named.map((name) => [name, true])) as Record<never, true>;
  const inPath = input.pick(mask);
  const decides = operation.changes && 'by' in input.shape;
  // whoever has signed in need not say so again
  const rest = decides ? input.omit(mask).extend({ by: z.string().min(1).max(200).optional() }) : input.omit(mask);
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
  const definition = createRoute({
    method,
    path,
    operationId: operation.name,
    summary: operation.summary,
    request: {
      ...(named.length > 0 ? { params: inPath } : {}),
      ...(method === 'get' ? { query: rest } : { body: { ...json(rest), required: true } }),
    },
    responses: {
      [status]: { description: 'Done', ...json(operation.output) },
      '4XX': { description: 'What was sent cannot be served; the message says why', ...json(FailureBody) },
      '5XX': { description: 'Trouble on this side', ...json(FailureBody) },
    },
  });
  const handler = async (http: HttpContext<Env>) => {
    const request = http.req as unknown as { valid(target: string): Record<string, unknown> };
    const given = {
      ...(method === 'get' ? request.valid('query') : request.valid('json')),
      ...(named.length > 0 ? request.valid('param') : {}),
    };
    const person = http.get('person');
    const within: Context = { store: () => context.store(), now: () => context.now(), person };
    const asked = await permitted(operation, given, within);
    if (decides && asked['by'] === undefined)
      return refuse(http, { status: 400, code: 'input/invalid', message: 'by: say who decides' });
    return http.json((await operation.run(asked, within)) as Record<string, unknown>, status);
  };
  app.openapi(definition, handler as never);
}
