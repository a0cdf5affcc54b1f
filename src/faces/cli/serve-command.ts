// `recount serve`: the record served as a page and an API until it is told to stop.
import { once } from 'node:events';
import process from 'node:process';
import { type Served, startServer } from '../api/server.ts';
import { openContext } from './context.ts';
import { type Output, UsageError } from './output.ts';

export async function serveCommand(
  options: { port: string; host: string; store?: string },
  output: Output,
): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port is ${JSON.stringify(options.port)}; give a whole number from 0 to 65535.`);
  const context = openContext(options.store);
  let served: Served | null = null;
  try {
    const store = await context.store(); // a record that cannot be opened is told before anything listens
    served = await startServer({
      context,
      host: options.host,
      port,
      log: (error) =>
        output.err(`recount: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    if (!served.loopback)
      output.err(
        `recount: ${options.host} is reached from other machines: whoever can reach it can read and add to this record.\n`,
      );
    output.out(`Recount serves ${store.address}\n  ${served.url}\nStop it with Ctrl+C.\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    await served?.close();
    await context.close();
  }
}
