// An application in, a listening server out.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, OperationError } from '../../operations/operation.ts';
import { makeApp } from './app.ts';
import { loadStaticFiles } from './static-files.ts';

export interface Served {
  readonly url: string;
  /** Whether only this machine can reach it. */
  readonly loopback: boolean;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Listens on host and port (0 takes a free one). Throws OperationError 'serve/address' when it cannot. */
export async function startServer(options: {
  context: Context;
  host: string;
  port: number;
  /** Under which name agents propose over MCP; without it they only read. */
  agent?: string | null;
  /** Serve MCP alone. */
  mcpOnly?: boolean;
  log?: (error: unknown) => void;
}): Promise<Served> {
  const { context, host, port, agent = null, mcpOnly = false, log } = options;
  const loopback = LOOPBACK.has(host);
  const hosts = loopback ? new Set([...LOOPBACK, '[::1]']) : null;
  const app = makeApp({
    context,
    files: mcpOnly ? null : loadStaticFiles(),
    hosts,
    agent,
    mcpOnly,
    ...(log ? { log } : {}),
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program listens there; take another with --port, or --port 0 for a free one'
          : error.message;
      reject(new OperationError('serve/address', `${host}:${port} cannot be listened on: ${why}.`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${host}]` : host;
  return {
    url: `http://${shown}:${address.port}/`,
    loopback,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
