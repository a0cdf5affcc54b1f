// Where each operation stands on the HTTP API: method, path, and how its input is put together.
import { add } from '../../operations/add.ts';
import { codebook } from '../../operations/codebook.ts';
import { commitments } from '../../operations/commitments.ts';
import { desk } from '../../operations/desk.ts';
import { figures } from '../../operations/figures.ts';
import { flags } from '../../operations/flags.ts';
import { incident } from '../../operations/incident.ts';
import { incidents } from '../../operations/incidents.ts';
import { list } from '../../operations/list.ts';
import { meetings } from '../../operations/meetings.ts';
import type { Operation } from '../../operations/operation.ts';
import { parseOperation } from '../../operations/parse.ts';
import { read } from '../../operations/read.ts';
import { says } from '../../operations/says.ts';
import { show } from '../../operations/show.ts';
import { who } from '../../operations/who.ts';
import { why } from '../../operations/why.ts';

export interface Route {
  readonly operation: Operation;
  readonly method: 'get' | 'post';
  /** `{name}` is a field of the input; the rest comes from the query (get) or the JSON body (post). */
  readonly path: string;
  readonly status: 200 | 201;
}

const route = (operation: unknown, method: Route['method'], path: string, status: Route['status'] = 200): Route => ({
  operation: operation as Operation,
  method,
  path,
  status,
});

export const ROUTES: readonly Route[] = [
  route(read, 'post', '/api/read'),
  route(who, 'post', '/api/who'),
  route(parseOperation, 'post', '/api/parse'),
  route(add, 'post', '/api/reports', 201),
  route(list, 'get', '/api/reports'),
  route(show, 'get', '/api/reports/{id}'),
  route(desk, 'get', '/api/desk'),
  route(incidents, 'get', '/api/incidents'),
  route(incident, 'get', '/api/incidents/{id}'),
  route(figures, 'get', '/api/figures'),
  route(says, 'get', '/api/statements'),
  route(commitments, 'get', '/api/commitments'),
  route(meetings, 'get', '/api/meetings'),
  route(flags, 'get', '/api/flags'),
  route(why, 'get', '/api/why/{id}'),
  route(codebook, 'get', '/api/codebook'),
];
