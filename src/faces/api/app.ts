// Operations in, an HTTP application out: JSON under /api, the web page for everything else.
import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HttpContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from '../../operations/operation.ts';
import { atLeast, mayRun, permitted } from '../../operations/people/role.ts';
import { version } from '../../reading/version.ts';
import type { McpOverHttp } from '../mcp/http.ts';
import { addAccounts, type Env } from './accounts.ts';
import { addArchive } from './archive.ts';
import { addEvents, type EventTimes } from './events.ts';
import { exampleOf } from './examples.ts';
import { type Failure, failureOf } from './failure.ts';
import { addFiles } from './files.ts';
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
  /** For tests: how often a stream of events looks at the record. */
  readonly events?: EventTimes;
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
  events = {},
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
  if (!mcpOnly) {
    addApi(app, context);
    addFiles(app, context);
    addEvents(app, context, events);
    addArchive(app, context);
  }
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
  app.notFound((http) =>
    refuse(http, {
      status: 404,
      code: 'input/no-such-path',
      message: `${http.req.method} ${http.req.path} is nothing that is served here`,
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
  let description: object | null = null; // made once, when somebody asks
  app.get('/api/openapi.json', (http) => {
    description ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Recount', version, description: 'Reads news reports and keeps a checkable record.' },
      security: [{}, { token: [] }, { session: [] }],
    });
    return http.json(description);
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'recount',
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/events',
    operationId: 'events',
    summary: 'Follow the record as server-sent events: one `change` a reading or decision, as `changes` gives them.',
    request: {
      query: z.object({ after: z.string().optional().describe('A cursor of `changes`; from now on without') }),
    },
    responses: { 200: { description: 'A stream', content: { 'text/event-stream': { schema: z.string() } } } },
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
  const rest = spelled(
    decides ? input.omit(mask).extend({ by: z.string().min(1).max(200).optional() }) : input.omit(mask),
  );
  const shown = exampleOf(operation.name);
  const asked = Object.fromEntries(Object.entries(shown).filter(([name]) => !named.includes(name)));
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
  const definition = createRoute({
    method,
    path,
    operationId: operation.name,
    summary: operation.summary,
    // a role is refused before anything of the request is looked at
    middleware: async (http: HttpContext<Env>, next: () => Promise<void>) => {
      mayRun(operation.name, http.get('person'));
      await next();
    },
    request: {
      ...(named.length > 0 ? { params: exampled(inPath, shown) } : {}),
      ...(method === 'get'
        ? { query: exampled(rest, shown) }
        : { body: { content: { 'application/json': { schema: rest, example: asked } }, required: true } }),
    },
    responses: {
      [status]: { description: 'Done', ...json(operation.output) },
      '4XX': { description: 'What was sent cannot be served; the message says why', ...json(FailureBody) },
      '5XX': { description: 'Trouble on this side', ...json(FailureBody) },
    },
  });
  const handler = async (http: HttpContext<Env>) => {
    const request = http.req as unknown as { valid(target: string): Record<string, unknown> };
    const given = unspelled({
      ...(method === 'get' ? request.valid('query') : request.valid('json')),
      ...(named.length > 0 ? request.valid('param') : {}),
    });
    const person = http.get('person');
    const within: Context = { store: () => context.store(), now: () => context.now(), person };
    const allowed = await permitted(operation, given, within);
    if (decides && allowed['by'] === undefined)
      return refuse(http, { status: 400, code: 'input/invalid', message: 'by: say who decides' });
    const answer = await operation.run(allowed, within);
    return operation.changes || method === 'post' ? http.json(answer as object, status) : tagged(http, answer);
  };
  app.openapi(definition, handler as never);
}

/** The moment is called `as_of` in addresses, as every field of theirs is spelled; `asOf` is understood too. */
function spelled(schema: z.ZodObject): z.ZodObject {
  const asOf = schema.shape['asOf'] as z.ZodType | undefined;
  if (asOf === undefined) return schema;
  const { asOf: _, ...others } = schema.shape;
  const old = asOf.meta({ description: 'The same as as_of, as it was spelled before', deprecated: true });
  return z.object({ ...others, as_of: asOf, asOf: old } as z.ZodRawShape);
}

function unspelled({ as_of: asOf, ...given }: Record<string, unknown>): Record<string, unknown> {
  return asOf === undefined ? given : { ...given, asOf };
}

/** The schema with each field's example, as the description of a path or a query shows it. */
function exampled(schema: z.ZodObject, values: Readonly<Record<string, unknown>>): z.ZodObject {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    if (!(name in values)) return [name, field];
    const { id: _id, ...known } = (field as z.ZodType).meta() ?? {}; // an id names one schema alone
    return [name, (field as z.ZodType).meta({ ...known, example: values[name] })];
  });
  return z.object(Object.fromEntries(fields) as z.ZodRawShape);
}

/** An answer with a tag of its content: whoever has it already is told so, and nothing is sent. */
function tagged(http: HttpContext<Env>, answer: unknown): Response {
  const body = JSON.stringify(answer);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const known = http.req.header('if-none-match');
  http.header('etag', tag);
  http.header('vary', 'Authorization, Cookie');
  // what a session fetched must not stay in the browser after it has ended
  http.header('cache-control', http.get('person') ? 'no-store' : 'private, no-cache');
  if (
    known !== undefined &&
    (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
  )
    return http.body(null, 304);
  return http.body(body, 200, { 'content-type': 'application/json' });
}
