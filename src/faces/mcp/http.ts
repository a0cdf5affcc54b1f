// MCP over HTTP: a request in, one exchange with a fresh server out; nothing is kept between requests.
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Context } from '../../operations/operation.ts';
import { mcpServer } from './server.ts';

const MOST_BYTES = 4_000_000;

/** Answers a request; `agent` is whoever proposes, or null for one who may only read. */
export type McpOverHttp = (request: Request, agent: string | null) => Promise<Response>;

export function mcpOverHttp(context: Context, log: (error: unknown) => void): McpOverHttp {
  const handler = createMcpHandler(({ authInfo }) => mcpServer({ context, agent: authInfo?.clientId ?? null, log }), {
    maxRequestBodySize: MOST_BYTES,
    maxSubscriptions: 64,
  });
  return (request, agent) =>
    handler.fetch(request, agent === null ? {} : { authInfo: { token: '', clientId: agent, scopes: [] } });
}
