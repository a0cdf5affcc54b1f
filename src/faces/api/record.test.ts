// The record over HTTP: claims with filters, decisions, undo with its conflicts, history, changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullReading } from '../../../test/support/reading.ts';
import { reportId } from '../../../test/support/stores.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import { makeApp } from './app.ts';

let store: Store;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  store = await openRecord(':memory:');
  await store.add([fullReading({ id: reportId(1) })], '2026-03-05T10:00:00.000Z');
  app = makeApp({
    context: { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' },
    files: null,
    hosts: null,
  });
});
afterAll(() => store.close());

async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
  const response = await app.request(`http://localhost${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

describe('the record over HTTP', () => {
  it('lists claims by filters in the query, and gives one by its id', async () => {
    const { body } = await ask('GET', '/api/claims?kind=event&actor=Velmar&from=2026-03&limit=5&all=false');
    const [event] = body['claims'] as unknown as { id: string }[];
    expect(event?.id).toBe(`${reportId(1)}.e7-14`);
    expect(await ask('GET', `/api/claims/${event?.id}`)).toMatchObject({
      status: 200,
      body: { type: 'ASSAULT', status: 'open' },
    });
    expect(await ask('GET', '/api/claims/r1.e0-1')).toMatchObject({
      status: 404,
      body: { error: { code: 'report/unknown' } },
    });
    expect(await ask('GET', '/api/claims?actor=Nobody')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/actor' } },
    });
    expect(await ask('GET', '/api/claims?kind=rumour')).toMatchObject({ status: 400 });
    expect(await ask('GET', '/api/search?query=shelled')).toMatchObject({
      status: 200,
      body: { claims: [{ kind: 'event' }] },
    });
    expect(await ask('GET', '/api/counts')).toMatchObject({ body: { counts: [{ month: '2026-03', count: 1 }] } });
    expect(await ask('GET', '/api/actors?name=varga')).toMatchObject({
      body: { actors: [{ id: 'person:ilse-varga' }] },
    });
  });

  it('decides and undoes, and says what stands on what', async () => {
    const id = `${reportId(1)}.e7-14`;
    expect(
      await ask('POST', '/api/decisions', { act: 'accept', targets: [id], by: 'a.k.', why: 'seen' }),
    ).toMatchObject({
      status: 201,
      body: { id: 'd2', act: 'accept', targets: [id], withdrawnBy: null },
    });
    const added = {
      act: 'add',
      report: reportId(1),
      kind: 'figure',
      words: 'killing 14 people',
      fields: { measure: 'killed' },
      by: 'a.k.',
    };
    const { body } = await ask('POST', '/api/decisions', added);
    const claim = (body['detail'] as unknown as { claim: string }).claim;
    await ask('POST', '/api/decisions', { act: 'comment', text: 'Sure?', targets: [claim], by: 'b' });
    expect(await ask('POST', '/api/undo', { ids: ['d3'], by: 'b' })).toMatchObject({
      status: 409,
      body: { error: { code: 'decision/has-dependants' } },
    });
    expect(await ask('POST', '/api/undo', { ids: ['d3'], by: 'b', dependants: true })).toMatchObject({ status: 201 });
    expect(await ask('GET', `/api/claims/${claim}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'claim/unknown' } },
    });
    expect(await ask('POST', '/api/decisions', { act: 'accept', targets: [id] })).toMatchObject({ status: 400 });
    expect(
      await ask('POST', '/api/decisions', { act: 'edit', targets: [id], field: 'colour', value: 1, by: 'b' }),
    ).toMatchObject({ status: 422 });
    const history = await ask('GET', `/api/history/${claim}`);
    expect(
      (history.body['steps'] as unknown as { decision: { act: string } }[]).map(({ decision }) => decision.act),
    ).toEqual(['add', 'comment', 'withdraw']);
    const changes = await ask('GET', '/api/changes?after=1');
    expect((changes.body['entries'] as unknown as { act: string }[]).map(({ act }) => act)).toEqual([
      'accept',
      'add',
      'comment',
      'withdraw',
    ]);
    // as the description spells it, and as it was spelled before
    for (const spelled of ['as_of', 'asOf'])
      expect(await ask('GET', `/api/incidents?${spelled}=1999-01-01`)).toMatchObject({
        status: 200,
        body: { total: 0 },
      });
    expect(await ask('POST', '/api/rebuild', {})).toMatchObject({ status: 200, body: { entries: 5 } });
    expect(await ask('GET', '/api/verify')).toMatchObject({ body: { changed: [], lost: [] } });
    expect(await ask('GET', '/api/doctor')).toMatchObject({ body: { troubles: [] } });
  });
});
