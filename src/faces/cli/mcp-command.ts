// `recount mcp`: the record served to agents over standard input and output, or over HTTP, until they are done.
import { once } from 'node:events';
import process from 'node:process';
import type { Served } from '../api/server.ts';
import { openContext } from './context.ts';
import { type Output, UsageError } from './output.ts';

export interface McpCommandOptions {
  readonly store?: string;
  readonly http?: boolean;
  readonly host: string;
  readonly port: string;
  readonly propose?: boolean;
  readonly agent: string;
}

export async function mcpCommand(options: McpCommandOptions, output: Output): Promise<number> {
  const port = portOf(options.port);
  const agent = options.propose ? options.agent : null;
  const log = (error: unknown) =>
    output.err(`recount: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const context = openContext(options.store);
  let served: Served | null = null;
  let connection: { close(): Promise<void> } | null = null;
  try {
    const store = await context.store(); // a record that cannot be opened is told before anybody asks
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    if (options.http) {
      const { startServer } = await import('../api/server.ts');
      served = await startServer({ context, host: options.host, port, agent, mcpOnly: true, log });
      output.out(`Recount serves ${store.address} to agents\n  ${served.url}mcp\nStop it with Ctrl+C.\n`);
      await stopped;
      return 0;
    }
    // standard output is the protocol's own: nothing else may be written there
    const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
    const { mcpServer } = await import('../mcp/server.ts');
    connection = serveStdio(() => mcpServer({ context, agent, log }), { onerror: log });
    await Promise.race([stopped, once(process.stdin, 'end'), once(process.stdin, 'close')]);
    return 0;
  } finally {
    await connection?.close();
    await served?.close();
    await context.close();
  }
}

/** Throws UsageError for what is no port. */
export function portOf(given: string): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port is ${JSON.stringify(given)}; give a whole number from 0 to 65535.`);
  return port;
}
