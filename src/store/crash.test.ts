// A writer that is killed at random moments, or whose disk is full, leaves whole reports and goes on where it was.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { crash } from '../../test/support/crash.ts';
import { fill } from '../../test/support/crash-child.ts';
import { fullReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(await testEngines())('a killed writer on $name', ({ fresh }) => {
  it('leaves whole reports or none, and ends with the record of one that was not disturbed', async () => {
    const calm = fresh();
    await fill(calm, 15);
    const store = await openStore(calm);
    const hash = await store.hash();
    await store.close();
    for (let kills = 0, round = 0; kills < 4; round++) {
      const seen = await crash(fresh(), 4 - kills, 15, 11 + round, join(folder, 'cache'));
      expect(seen).toMatchObject({ hash, troubles: [] });
      kills += seen.kills;
    }
  });
});

/** A file system of 3 MB; null where this account may not make one. */
function smallDisk(): { path: string; unmount(): void } | null {
  const path = join(folder, 'small');
  mkdirSync(path);
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', path]).status !== 0)
    return null;
  return { path, unmount: () => spawnSync('umount', ['-l', path]) };
}

describe('a full disk', () => {
  it('is told, and what was kept before stays whole', async ({ skip }) => {
    const disk = smallDisk();
    if (!disk) return skip('this account may not mount a small disk');
    try {
      const file = join(disk.path, 'record.db');
      const store = await openStore(file);
      let kept = 0;
      let full: unknown = null;
      for (let n = 0; n < 5000 && full === null; n += 20)
        try {
          await store.add(
            Array.from({ length: 20 }, (_, at) => fullReading({ id: reportId(n + at) })),
            '2026-03-05T10:00:00.000Z',
          );
          kept += 20;
        } catch (error) {
          full = error;
        }
      expect(full).toMatchObject({ name: 'StoreError', code: 'store/full', message: expect.stringContaining('full') });
      expect(kept).toBeGreaterThan(0);
      await store.close();
      spawnSync('mount', ['-o', 'remount,size=20m', disk.path]);
      const again = await openStore(file);
      expect((await again.list({ limit: 1, after: null })).total).toBe(kept);
      expect((await again.doctor()).troubles).toEqual([]);
      await again.add([fullReading({ id: reportId(kept) })], '2026-03-05T10:00:00.000Z');
      expect((await again.list({ limit: 1, after: null })).total).toBe(kept + 1);
      await again.close();
      return undefined;
    } finally {
      disk.unmount();
    }
  });
});
