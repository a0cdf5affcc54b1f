// `recount serve`: the record served as a page and an API until it is told to stop.

import { once } from 'node:events';
import process from 'node:process';
import { keepMemorySteady } from '../../operations/intake/steady-memory.ts';
import { warm } from '../../operations/warm.ts';
import { type Served, startServer } from '../api/server.ts';
import { openContext } from './context.ts';
import { portOf } from './mcp-command.ts';
import { type Output, UsageError } from './output.ts';

/** Milliseconds after the start: who opens the Desk at once has it first. */
const WARM = 2000;

export async function serveCommand(
  options: { port: string; host: string; store?: string; public?: string; propose?: boolean },
  output: Output,
): Promise<number> {
  const port = portOf(options.port);
  const publicUrl = options.public === undefined ? null : urlOf(options.public);
  const context = openContext(options.store);
  let served: Served | null = null;
  let warming: ReturnType<typeof setTimeout> | undefined;
  try {
    keepMemorySteady();
    const store = await context.store(); // a record that cannot be opened is told before anything listens
    served = await startServer({
      context,
      host: options.host,
      port,
      publicUrl,
      agent: options.propose ? 'mcp' : null,
      log: (error) =>
        output.err(`recount: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    if (!served.loopback && publicUrl?.protocol !== 'https:')
      output.err(
        `recount: ${options.host} is reached from other machines; people sign in. Passwords go over the network as they are: put a proxy with https in front and name it with --public.\n`,
      );
    // the first screens that people open are ready when they do; a record that is closed meanwhile needs none
    warming = setTimeout(() => warm(context).catch(() => {}), WARM);
    output.out(`Recount serves ${store.address}\n  ${publicUrl?.href ?? served.url}\nStop it with Ctrl+C.\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    clearTimeout(warming);
    await served?.close();
    await context.close();
  }
}

function urlOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new UsageError(`--public is ${JSON.stringify(given)}; give an address such as https://recount.example.org`);
  return url;
}
