// The built web page's files in memory in, one of them out: no path of a request ever reaches the disk.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context as HttpContext } from 'hono';

export type StaticFiles = ReadonlyMap<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Loads `dist/web`; null when it was not built. */
export function loadStaticFiles(): StaticFiles | null {
  const folder = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
  if (!existsSync(folder)) return null;
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(folder.length).replaceAll('\\', '/')}`;
    files.set(path, {
      bytes: new Uint8Array(readFileSync(file)),
      type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
    });
  }
  return files;
}

/** Answers with the file asked for; any other path without an ending gets the page, which knows its own paths. */
export function sendFile(http: HttpContext, files: StaticFiles): Response {
  const exact = files.get(http.req.path);
  const file = exact ?? (/\.\w+$/.test(http.req.path) ? undefined : files.get('/index.html'));
  if (!file)
    return http.json(
      { ok: false, error: { code: 'input/no-such-path', message: `there is no ${http.req.path}` } },
      404,
    );
  // built files carry a hash in their name; the page itself must be asked for each time
  const cache = exact && http.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return http.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': cache });
}
