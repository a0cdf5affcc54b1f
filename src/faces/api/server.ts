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

/** Whether somebody can sign in and give roles. */
async function hasLead(context: Context): Promise<boolean> {
  const people = await (await context.store()).team.people.list();
  return people.some(({ role, removed, signsIn }) => role === 'lead' && removed === null && signsIn);
}

/**
 * Listens on host and port (0 takes a free one). Throws OperationError 'serve/address' when it cannot, and
 * 'usage/no-accounts' when others could reach it and nobody would have to sign in.
 */
export async function startServer(options: {
  context: Context;
  host: string;
  port: number;
  /** Under which name agents propose over MCP; without it they only read. */
  agent?: string | null;
  /** Where people reach it through a proxy, such as https://recount.example.org; null where there is none. */
  publicUrl?: URL | null;
  /** Serve MCP alone. */
  mcpOnly?: boolean;
  log?: (error: unknown) => void;
}): Promise<Served> {
  const { context, host, port, agent = null, publicUrl = null, mcpOnly = false, log } = options;
  const loopback = LOOPBACK.has(host);
  if ((!loopback || publicUrl) && !(await hasLead(context)))
    throw new OperationError(
      'usage/no-accounts',
      `${publicUrl?.host ?? host} is reached from other machines, and this record has no accounts: whoever reaches it could decide. ` +
        'Open one first: recount people add NAME --role lead',
    );
  const hosts =
    publicUrl || loopback ? new Set([...LOOPBACK, '[::1]', ...(publicUrl ? [publicUrl.hostname] : [])]) : null;
  const app = makeApp({
    context,
    files: mcpOnly ? null : loadStaticFiles(),
    hosts,
    agent,
    secure: publicUrl?.protocol === 'https:',
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
