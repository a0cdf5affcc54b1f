// A request in, refused or let through with the headers that keep report text inert in a browser.
import type { MiddlewareHandler } from 'hono';

/** Nothing but our own files and no inline code: what a report holds can never run. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Refuses a strange Host (DNS rebinding) and a change asked for by another site (cross-site forgery). */
export function guard(hosts: ReadonlySet<string> | null): MiddlewareHandler {
  return async (http, next) => {
    const host = http.req.header('host') ?? '';
    const refuse = (message: string) => http.json({ ok: false, error: { code: 'input/refused', message } }, 403);
    if (hosts && !hosts.has(host.replace(/:\d+$/, '').toLowerCase()))
      return refuse(`this server does not answer for the host “${host.slice(0, 100)}”`);
    const origin = http.req.header('origin');
    if (http.req.method !== 'GET' && http.req.method !== 'HEAD' && origin !== undefined && !sameHost(origin, host)) {
      return refuse(`a page of ${origin.slice(0, 100)} may not change this record`);
    }
    await next();
    const { headers } = http.res;
    headers.set('content-security-policy', POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (http.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
    return undefined;
  };
}

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // `null`, of a sandboxed page
  }
}
