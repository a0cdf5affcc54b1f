// A release over HTTP: its name in, one ZIP file out.
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from '../../operations/operation.ts';
import { archiveOf } from '../../operations/release/archive.ts';
import type { Env } from './accounts.ts';

/** `GET /api/releases/{name}/archive`, for whoever may see the record. */
export function addArchive(app: OpenAPIHono<Env>, context: Context): void {
  app.get('/api/releases/:name/archive', async (http) => {
    const name = http.req.param('name');
    const bytes = await archiveOf(context, name);
    // the name has come back from the record: letters, digits, dots and dashes
    return http.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
    });
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/releases/{name}/archive',
    operationId: 'release-archive',
    summary:
      'A release as one ZIP file: claims with their words, reports without their texts, decisions, codebook, citation.',
    request: { params: z.object({ name: z.string() }) },
    responses: { 200: { description: 'A ZIP file', content: { 'application/zip': { schema: z.string() } } } },
  });
}
