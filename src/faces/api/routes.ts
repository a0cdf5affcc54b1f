// Where each operation stands on the HTTP API: method, path, and how its input is put together.
import { add } from '../../operations/add.ts';
import { asOf } from '../../operations/as-of.ts';
import { changes } from '../../operations/changes.ts';
import { claim } from '../../operations/claim.ts';
import { claims } from '../../operations/claims.ts';
import { codebook } from '../../operations/codebook.ts';
import { agreement } from '../../operations/coding/agreement.ts';
import { coding, codingDone, codingJudge, codingStart } from '../../operations/coding/coding.ts';
import { commitments } from '../../operations/commitments.ts';
import { counts } from '../../operations/counts.ts';
import { decide, undo } from '../../operations/decide.ts';
import { desk } from '../../operations/desk.ts';
import { actors, places } from '../../operations/entities.ts';
import { figures } from '../../operations/figures.ts';
import { flags } from '../../operations/flags.ts';
import { decisions, history } from '../../operations/history.ts';
import { incident } from '../../operations/incident.ts';
import { incidents } from '../../operations/incidents.ts';
import { issues } from '../../operations/issues.ts';
import { doctor, rebuild, verify } from '../../operations/keeping.ts';
import { list } from '../../operations/list.ts';
import { meetings } from '../../operations/meetings.ts';
import type { Operation } from '../../operations/operation.ts';
import { parseOperation } from '../../operations/parse.ts';
import {
  people,
  peopleAdd,
  peoplePassword,
  peopleRemove,
  peopleRevoke,
  peopleRole,
  peopleToken,
} from '../../operations/people/people.ts';
import { propose } from '../../operations/propose.ts';
import { read } from '../../operations/read.ts';
import { release, releaseMake, releaseVerify } from '../../operations/release/release.ts';
import { diff, reread } from '../../operations/reread.ts';
import { saved, savedAdd, savedLook, savedRemove } from '../../operations/saved.ts';
import { says } from '../../operations/says.ts';
import { search } from '../../operations/search.ts';
import { show } from '../../operations/show.ts';
import { who } from '../../operations/who.ts';
import { why } from '../../operations/why.ts';
import { words } from '../../operations/words.ts';

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
  route(issues, 'get', '/api/issues'),
  route(commitments, 'get', '/api/commitments'),
  route(meetings, 'get', '/api/meetings'),
  route(flags, 'get', '/api/flags'),
  route(why, 'get', '/api/why/{id}'),
  route(words, 'get', '/api/words/{id}'),
  route(asOf, 'get', '/api/as-of'),
  route(codebook, 'get', '/api/codebook'),
  route(search, 'get', '/api/search'),
  route(claims, 'get', '/api/claims'),
  route(claim, 'get', '/api/claims/{id}'),
  route(counts, 'get', '/api/counts'),
  route(actors, 'get', '/api/actors'),
  route(places, 'get', '/api/places'),
  route(decide, 'post', '/api/decisions', 201),
  route(propose, 'post', '/api/proposals', 201),
  route(decisions, 'get', '/api/decisions'),
  route(undo, 'post', '/api/undo', 201),
  route(history, 'get', '/api/history/{id}'),
  route(changes, 'get', '/api/changes'),
  route(reread, 'post', '/api/reread'),
  route(diff, 'get', '/api/diff'),
  route(verify, 'get', '/api/verify'),
  route(doctor, 'get', '/api/doctor'),
  route(rebuild, 'post', '/api/rebuild'),
  route(saved, 'get', '/api/saved'),
  route(savedAdd, 'post', '/api/saved', 201),
  route(savedLook, 'post', '/api/saved/{id}/look'),
  route(savedRemove, 'post', '/api/saved/{id}/removed'),
  route(release, 'get', '/api/releases'),
  route(releaseMake, 'post', '/api/releases', 201),
  route(releaseVerify, 'get', '/api/releases/{name}/verified'),
  route(coding, 'get', '/api/codings'),
  route(codingStart, 'post', '/api/codings', 201),
  route(codingJudge, 'post', '/api/codings/{coding}/judgements'),
  route(codingDone, 'post', '/api/codings/{coding}/done'),
  route(agreement, 'get', '/api/codings/{coding}/agreement'),
  route(people, 'get', '/api/people'),
  route(peopleAdd, 'post', '/api/people', 201),
  route(peopleRole, 'post', '/api/people/{name}/role'),
  route(peoplePassword, 'post', '/api/people/{name}/password'),
  route(peopleRemove, 'post', '/api/people/{name}/closed'),
  route(peopleToken, 'post', '/api/people/{name}/tokens', 201),
  route(peopleRevoke, 'post', '/api/tokens/{token}/revoked'),
];
