// A writer whose disk is full leaves whole reports and goes on where it was (one that is killed: crash.slow.test.ts).
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../test/support/postgres.ts';
import { fullReading } from '../../test/support/reading.ts';
import { reportId } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface SmallDisk {
  readonly path: string;
  /** Makes it a large one. */
  grow(): void;
  unmount(): void;
}

/** A file system of so many megabytes; null where this account may not make one. */
function smallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(folder, 'small-'));
  chmodSync(folder, 0o711); // a server that runs as another user goes through it
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  if (process.platform !== 'linux' || mounted.status !== 0) return null;
  return {
    path,
    grow: () => spawnSync('mount', ['-o', `remount,size=${megabytes + 100}m`, path]),
    unmount: () => spawnSync('umount', ['-l', path]),
  };
}

const READ = '2026-03-05T10:00:00.000Z';

/** Adds reports until the disk is full, gives it room, and looks at what is there. */
async function fillDisk(record: string, disk: SmallDisk): Promise<void> {
  const store = await openStore(record);
  let kept = 0;
  let full: unknown = null;
  for (let n = 0; n < 20_000 && full === null; n += 20)
    try {
      await store.add(
        Array.from({ length: 20 }, (_, at) => fullReading({ id: reportId(n + at) })),
        READ,
      );
      kept += 20;
    } catch (error) {
      full = error;
    }
  expect(full).toMatchObject({ name: 'StoreError', code: 'store/full', message: expect.stringContaining('full') });
  expect(kept).toBeGreaterThan(0);
  await store.close();
  disk.grow();
  const again = await openStore(record);
  expect((await again.list({ limit: 1, after: null })).total).toBe(kept);
  expect((await again.doctor()).troubles).toEqual([]);
  await again.add([fullReading({ id: reportId(kept) })], READ);
  expect((await again.list({ limit: 1, after: null })).total).toBe(kept + 1);
  await again.close();
}

describe('a full disk', () => {
  it('is told, and what was kept before stays whole', async ({ skip }) => {
    const disk = smallDisk(3);
    if (!disk) return skip('this account may not mount a small disk');
    await fillDisk(join(disk.path, 'record.db'), disk).finally(() => disk.unmount());
    return undefined;
  });

  it('is told where the server has it, and what was kept before stays whole', async ({ skip }) => {
    const disk = smallDisk(32);
    if (!disk) return skip('this account may not mount a small disk');
    const server = await startPostgres([], disk.path).catch((error) => {
      console.warn(`skipped: ${(error as Error).message}`);
      return null;
    });
    try {
      if (!server) return skip('no PostgreSQL, or it does not fit the small disk');
      await fillDisk(`${server.address}?schema=full`, disk);
      return undefined;
    } finally {
      server?.stop();
      disk.unmount();
    }
  });
});
