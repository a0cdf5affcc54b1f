// Kills at random moments, 200 on each engine, or RECOUNT_TEST_KILLS of them: the record ends as if nobody had disturbed it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { crash, writerIn } from '../../test/support/crash.ts';
import { fill } from '../../test/support/crash-child.ts';
import { testEngines } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';

const KILLS = Number(process.env['RECOUNT_TEST_KILLS'] ?? 200);
/** Records that are killed side by side. */
const STREAMS = 4;
const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(await testEngines())(`${KILLS} kills on $name`, ({ fresh }) => {
  it('lose nothing and halve nothing', { timeout: 600_000 }, async () => {
    const steps = 30;
    const writer = await writerIn(folder);
    const calm = fresh();
    await fill(calm, steps, 0);
    const store = await openStore(calm);
    const hash = await store.hash();
    await store.close();
    let left = KILLS;
    let kills = 0;
    let midway = 0;
    let round = 0;
    const stream = async () => {
      while (left > 0) {
        const most = Math.min(50, left);
        left -= most;
        const seen = await crash(writer, fresh(), most, steps, 7 + ++round * 101);
        expect(seen).toMatchObject({ hash, troubles: [] });
        kills += seen.kills;
        midway += seen.midway;
        // a writer may be done before it was killed so often
        left += most - seen.kills;
      }
    };
    await Promise.all(Array.from({ length: STREAMS }, stream));
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    // most kills must come while something is being written
    expect(midway).toBeGreaterThan(KILLS / 2);
  });
});
