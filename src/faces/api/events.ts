// The record in, a stream of what changes in it out: one server-sent event a reading or decision, until the client leaves.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { changes } from '../../operations/changes.ts';
import { type Context, OperationError } from '../../operations/operation.ts';
import type { Env } from './accounts.ts';

/** Milliseconds between two looks at the record: other programs write to it too. */
const LOOK = 1000;
/** After so many looks the stream ends, and the client comes again: a session that has ended goes no further. */
const LOOKS = 600;
const QUIET = 15;
const MOST_STREAMS = 100;
const PAGE = 200;

export interface EventTimes {
  readonly look?: number;
  readonly looks?: number;
}

/** `GET /api/events?after=CURSOR`, or Last-Event-ID; without either, from now on. */
export function addEvents(
  app: OpenAPIHono<Env>,
  context: Context,
  { look = LOOK, looks = LOOKS }: EventTimes = {},
): void {
  let open = 0;
  app.get('/api/events', async (http) => {
    const store = await context.store();
    const given = http.req.header('last-event-id') ?? http.req.query('after');
    if (given !== undefined && !/^\d{1,15}$/.test(given))
      throw new OperationError('input/after', `“${given.slice(0, 40)}” is no cursor; take the "next" of /api/changes.`);
    if (open >= MOST_STREAMS)
      throw new OperationError('limit/too-many', 'Too many streams are open; ask /api/changes instead.', {
        cause: { seconds: 60 },
      });
    let after = given ?? String(await store.arrival());
    open++;
    return streamSSE(
      http,
      async (stream) => {
        let left = false;
        stream.onAbort(() => {
          left = true;
        });
        try {
          await stream.writeSSE({ event: 'start', data: JSON.stringify({ after }), id: after, retry: 2000 });
          for (let looked = 0, quiet = 0; looked < looks && !left; looked++) {
            if ((await store.arrival()) > Number(after)) {
              const page = await changes.run({ after, limit: PAGE }, context);
              for (const entry of page.entries)
                await stream.writeSSE({ event: 'change', data: JSON.stringify(entry), id: entry.cursor });
              after = page.next;
              quiet = 0;
              if (page.more) continue;
            } else if (++quiet % QUIET === 0) await stream.write(': nothing new\n\n'); // proxies close what is silent
            await stream.sleep(look);
          }
        } finally {
          open--;
        }
      },
      // told to the client as the end of the stream; it comes again and gets a plain answer
      async () => {},
    );
  });
}
