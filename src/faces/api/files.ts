// `POST /api/files`: the bytes of a file of any format in, each report that it holds read and kept, a row for each out.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HttpContext } from 'hono';
import { add } from '../../operations/add.ts';
import { AddedReport } from '../../operations/added-report.ts';
import { intake, type Row } from '../../operations/intake/intake.ts';
import { createPool, type ReadingPool } from '../../operations/intake/reading-pool.ts';
import type { Context, Operation } from '../../operations/operation.ts';
import { OperationError } from '../../operations/operation.ts';
import { permitted } from '../../operations/people/role.ts';
import { COLUMNS, type Columns } from '../../report/formats/table.ts';
import type { Env } from './accounts.ts';

/** Reports that one request may bring: more belong to the command line, which goes on after a break. */
const MOST_REPORTS = 1000;
/** A thread for the formats that libraries read: what hangs or breaks in a damaged file harms no other request. */
const THREADS = 1;

const About = z.object({
  name: z
    .string()
    .max(1000)
    .optional()
    .describe('File name: its ending tells the format where the media type does not'),
  title: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional().describe('ISO date or date-time'),
  language: z.string().optional(),
  map: z
    .string()
    .optional()
    .describe('Which columns of a table hold what, such as text=body,published=date; for those without usual names'),
  zone: z.string().optional().describe('Offset of times that name none, such as +03:00'),
});
const Part = z.string().optional().describe('Which part of the file, such as a line or an item');
const Rows = z
  .object({
    reports: z.array(
      z.union([
        AddedReport.extend({ part: Part }),
        z.object({ part: Part, error: z.object({ code: z.string(), message: z.string() }) }),
      ]),
    ),
    stopped: z
      .boolean()
      .describe(`True when the file holds more than ${MOST_REPORTS} reports: the rest was not looked at`),
  })
  .openapi('AddedFile');

/** Adds the route. Its threads are started by the first file that comes, and end with the program. */
export function addFiles(app: OpenAPIHono<Env>, context: Context): void {
  let pool: ReadingPool | null = null;
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
  const route = createRoute({
    method: 'post',
    path: '/api/files',
    operationId: 'add-file',
    summary:
      'Keep what a file holds: its bytes are the body, its media type the content type (PDF, DOCX, EML, HTML, Markdown, feeds, ninjs, NITF, NewsML-G2, WARC, JSONL, CSV, plain text).',
    request: { query: About },
    responses: {
      201: {
        description: 'Kept; reports that could not be read stand among the others with the reason',
        ...json(Rows),
      },
      '4XX': { description: 'Nothing could be read; the message says why' },
    },
  });
  const handler = async (http: HttpContext<Env>) => {
    const { name, map, ...about } = (http.req as unknown as { valid(target: string): z.infer<typeof About> }).valid(
      'query',
    );
    const person = http.get('person');
    const within: Context = { store: () => context.store(), now: () => context.now(), person };
    await permitted(add as unknown as Operation, {}, within);
    const bytes = new Uint8Array(await http.req.arrayBuffer());
    if (bytes.length === 0) throw new OperationError('input/empty', 'The body is empty; send the bytes of a file.');
    const said = http.req.header('content-type') ?? '';
    // what a client says when it knows nothing
    const type = /^application\/(?:octet-stream|x-www-form-urlencoded)/i.test(said) ? '' : said;
    pool ??= createPool(THREADS);
    const rows: Row[] = [];
    const { stopped } = await intake(oneFile(name ?? 'file', bytes, type), await context.store(), {
      pool,
      jobs: THREADS,
      about,
      columns: columnsOf(map),
      follow: false,
      most: MOST_REPORTS,
      now: () => context.now(),
      row: (row) => rows.push(row),
    });
    const [only] = rows;
    if (rows.length === 1 && only && 'error' in only) throw new OperationError(only.error.code, only.error.message);
    return http.json({ reports: rows.map(({ input: _, ...row }) => row), stopped }, 201);
  };
  app.openapi(route, handler as never);
}

function columnsOf(map: string | undefined): Columns {
  const columns: Partial<Record<(typeof COLUMNS)[number], string>> = {};
  for (const pair of map === undefined ? [] : map.split(',')) {
    const [, name = '', column = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    const field = COLUMNS.find((known) => known === name);
    if (!field || column === '')
      throw new OperationError(
        'input/map',
        `“map” holds “${pair.slice(0, 80)}”; give pairs such as text=body,published=date, with ${COLUMNS.join(', ')} at the left.`,
      );
    columns[field] = column;
  }
  return columns;
}

async function* oneFile(name: string, bytes: Uint8Array, type: string) {
  const stream = async function* () {
    yield bytes;
  };
  yield { name, size: bytes.length, open: async () => ({ bytes: stream(), given: { name, type }, url: null }) };
}
