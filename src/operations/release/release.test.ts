// Releases: the same state on every engine has the same hash, for ever; what is changed behind its back is found; one file of it.
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fullReading } from '../../../test/support/reading.ts';
import { reportId, testEngines } from '../../../test/support/stores.ts';
import { openRecord } from '../open-record.ts';
import type { Context } from '../operation.ts';
import { archiveOf } from './archive.ts';
import { release, releaseMake, releaseVerify } from './release.ts';

const hashes = new Map<string, string>();
const EVENT = `${reportId(1)}.e7-14`;

describe.each(await testEngines())('releases on $name', ({ name: engine, fresh }) => {
  it('keep their hash whatever comes later, are never made anew, and are found unsound once something was changed', async () => {
    const address = fresh();
    const store = await openRecord(address);
    let now = '2026-03-05T12:00:00.000Z';
    const context: Context = { store: async () => store, now: () => now };
    const make = (given: object) =>
      releaseMake.run(
        releaseMake.input.parse({ name: 'v1', licence: 'CC-BY-4.0', by: 'Ana Kovar', ...given }),
        context,
      );
    const sound = async (name: string) => (await releaseVerify.run({ name }, context)).differs;
    await expect(make({})).rejects.toThrow(/empty/);
    await store.add([fullReading({ id: reportId(1) }), fullReading({ id: reportId(2) })], '2026-03-05T10:00:00.000Z');
    const first = await make({ title: 'Talks of spring', authors: ['Ana Kovar', 'Bo Lind'] });
    expect(first).toMatchObject({
      arrival: 2,
      previous: null,
      counts: { reports: 2, decisions: 0, claims: { event: 2, figure: 2, statement: 2 } },
    });
    expect(first.cite).toBe(
      `Ana Kovar, Bo Lind (2026). Talks of spring, release v1 of 2026-03-05 [data set]. Made with Recount ${first.recount}. sha256:${first.hash.slice(0, 16)}`,
    );
    hashes.set(engine, first.hash);
    expect(new Set(hashes.values()).size).toBe(1); // the same on every engine
    await expect(make({})).rejects.toThrow(/never changed/);
    for (const name of ['', '../x', 'a b', 'x'.repeat(41)])
      expect(releaseMake.input.safeParse({ name, licence: 'x', by: 'x' }).success).toBe(false);

    now = '2026-03-06T12:00:00.000Z';
    await store.decide({ targets: [EVENT], detail: { act: 'reject' }, by: 'Ana Kovar', why: 'no', at: now });
    await store.add([fullReading({ id: reportId(3) })], now);
    expect(await sound('v1')).toEqual([]);
    now = '2026-03-07T12:00:00.000Z';
    const second = await make({ name: 'v2' });
    expect(second).toMatchObject({
      previous: 'v1',
      arrival: 4,
      counts: { reports: 3, decisions: 1, claims: { event: 2 } },
    });
    expect(second.hash).not.toBe(first.hash);
    expect((await release.run({}, context)).releases.map(({ name }) => name)).toEqual(['v2', 'v1']);
    await store.rebuild();
    expect([await sound('v1'), await sound('v2')]).toEqual([[], []]);

    const bytes = await archiveOf(context, 'v2');
    now = '2026-03-08T12:00:00.000Z';
    await store.add([fullReading({ id: reportId(4) })], now);
    expect(
      createHash('sha256')
        .update(await archiveOf(context, 'v2'))
        .digest('hex'),
    ).toBe(createHash('sha256').update(bytes).digest('hex'));
    const files = unzipSync(bytes);
    const file = (name: string) => strFromU8(files[`v2/${name}`] as Uint8Array);
    const rows = (name: string) =>
      file(name)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, never>);
    for (const line of file('SHA256SUMS').trimEnd().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect(createHash('sha256').update(file(name)).digest('hex')).toBe(sum);
    }
    expect(JSON.parse(file('manifest.json'))).toEqual(second);
    expect(rows('reports.ndjson').map(({ id }) => id)).toEqual([reportId(1), reportId(2), reportId(3)]);
    expect(file('reports.ndjson')).not.toContain('Nobody will sign');
    const claims = rows('claims.ndjson').map(({ id }) => String(id));
    expect(claims).not.toContain(EVENT);
    expect(claims).toContain(`${reportId(3)}.e7-14`);
    expect(claims.some((id) => id.startsWith(reportId(4)))).toBe(false);
    expect(rows('changes.ndjson')).toMatchObject([{ change: 'rejected', claim: EVENT, by: 'Ana Kovar' }]);
    expect(rows('decisions.ndjson')).toHaveLength(1);
    expect(file('CITATION.cff')).toContain('license: CC-BY-4.0');
    await expect(archiveOf(context, 'v9')).rejects.toThrow(/no release/);
    await store.close();

    if (engine !== 'SQLite') return;
    const behind = new DatabaseSync(address);
    behind.prepare('UPDATE report SET title = ? WHERE id = ?').run('Another', reportId(1));
    behind.close();
    const again = await openRecord(address);
    const found = await releaseVerify.run({ name: 'v1' }, { ...context, store: async () => again });
    expect(found).toMatchObject({ sound: false, differs: [expect.stringContaining('not those of the release')] });
    await again.close();
  });
});
