// What stands beside the record, the same on every engine: accounts, tokens, sessions, proposals; and it goes into a copy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fullReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';

const AT = '2026-03-05T10:00:00.000Z';
const LATER = '2026-03-06T10:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'recount-team-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(await testEngines())('beside the record on $name', ({ name: engine, fresh }) => {
  it('keeps accounts, and knows who asks by token or session until they end', async () => {
    const store = await openStore(fresh());
    const { people } = store.team;
    expect(await people.any()).toBe(false);
    const ana = { name: 'Ana Kovar', role: 'lead', secret: 'scrypt$1', at: AT };
    expect(await people.add(ana)).toBe(true);
    expect(await people.add({ ...ana, role: 'viewer' })).toBe(false);
    await people.add({ name: 'Bo', role: 'coder', secret: null, at: AT });
    const id = await people.addToken({ name: 'Bo', hash: 'h1', label: 'export', role: 'viewer', at: AT });
    expect(id).toBe('token:1');
    expect(await people.addToken({ name: 'Nobody', hash: 'h2', label: 'x', role: 'viewer', at: AT })).toBeNull();
    expect(await people.byToken('h1', LATER)).toEqual({ name: 'Bo', role: 'coder', most: 'viewer' });
    expect(await people.byToken('h2', LATER)).toBeNull();
    expect((await people.list()).map(({ name, signsIn, tokens }) => [name, signsIn, tokens[0]?.used])).toEqual([
      ['Ana Kovar', true, undefined],
      ['Bo', false, '2026-03-06'],
    ]);
    for (const hash of ['s1', 's2']) await people.openSession({ name: 'Ana Kovar', hash, at: AT, ends: LATER });
    expect(await people.bySession('s1', AT)).toEqual({ name: 'Ana Kovar', role: 'lead', most: null });
    expect(await people.bySession('s1', LATER)).toBeNull();
    await people.closeSession('s1');
    expect(await people.bySession('s1', AT)).toBeNull();
    await people.change('Ana Kovar', { role: 'reviewer', at: AT });
    expect(await people.bySession('s2', AT)).toBeNull();
    await people.change('Bo', { removed: LATER, at: LATER });
    expect(await people.byToken('h1', LATER)).toBeNull();
    expect(await people.secretOf('Bo')).toBeNull();
    expect(await people.add({ name: 'Bo', role: 'lead', secret: null, at: LATER })).toBe(false);
    expect(await people.revokeToken('token:1', LATER)).toBe(false);
    await store.close();
  });

  it('keeps proposals until they are settled, again when that is undone, and takes all into a copy', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading({ id: reportId(1) })], AT);
    const before = await store.hash();
    const { proposals } = store.team;
    const { id } = await proposals.add({ at: AT, by: 'agent:x', body: { act: 'reject', targets: ['t'], why: 'w' } });
    expect(await store.hash()).toBe(before);
    const [claim] = (await store.claims({}, { limit: 1, after: null })).claims;
    const made = await store.decide({
      targets: [claim?.id ?? ''],
      detail: { act: 'reject' },
      by: 'a',
      why: null,
      at: AT,
    });
    await proposals.settle(id, made.id);
    expect(await proposals.list()).toMatchObject([{ id: 'proposal:1', decision: made.id, body: { act: 'reject' } }]);
    await store.undo([made.id], { by: 'a', why: null, at: AT });
    expect(await proposals.list()).toMatchObject([{ decision: null }]);
    await store.team.people.add({ name: 'Ana', role: 'lead', secret: 's', at: AT });
    await store.team.people.addToken({ name: 'Ana', hash: 'h', label: 'l', role: 'lead', at: AT });
    const file = join(folder, `${engine}.db`);
    await store.backup(file);
    await store.close();
    const copy = await openStore(file);
    expect(await copy.team.proposals.list()).toMatchObject([{ id, by: 'agent:x' }]);
    expect(await copy.team.people.byToken('h', AT)).toMatchObject({ name: 'Ana' });
    await copy.close();
  });

  it('keeps double codings and saved searches', async () => {
    const store = await openStore(fresh());
    const { codings, saved } = store.team;
    const march = {
      name: 'March',
      at: AT,
      by: 'Lea',
      coders: ['Ana', 'Bo'],
      reports: [{ report: 'r1', claims: ['r1.e1-2'] }],
    };
    expect([await codings.start(march), await codings.start(march)]).toEqual([true, false]);
    const judged = { coder: 'Ana', item: 'r1.e1-2', at: AT };
    await codings.judge('March', { ...judged, body: { verdict: 'right' } });
    await codings.judge('March', { ...judged, body: { verdict: 'wrong' } });
    await codings.judge('March', { ...judged, coder: 'Bo', body: { verdict: 'right' } });
    await codings.judge('March', { ...judged, coder: 'Bo', body: null });
    expect(await codings.judgements('March')).toEqual([{ ...judged, body: { verdict: 'wrong' } }]);
    await codings.done('March', 'Ana', LATER);
    expect(await codings.list()).toEqual([{ ...march, done: { Ana: LATER } }]);
    const { id } = await saved.add({ by: 'Ana', name: 'x', at: AT, body: { query: 'y' }, seen: 0 });
    await saved.see(id, 7);
    expect(await saved.list()).toEqual([{ id, by: 'Ana', name: 'x', at: AT, body: { query: 'y' }, seen: 7 }]);
    await saved.remove(id, LATER);
    expect(await saved.list()).toEqual([]);
    await store.close();
  });
});
