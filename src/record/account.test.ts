import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { read } from '../reading/read.ts';
import type { Reading } from '../reading/schema.ts';
import { accountOf, lasting } from './account.ts';
import { happeningsOf } from './incident/happening.ts';

const TEXT = 'Shelling killed nine people in Port Averin on Tuesday, the mayor, Tomas Reva, said.';

function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('what is kept of a report', () => {
  test('says what its account says', () => {
    const reading = read(TEXT, { published: '2026-03-18' });
    const account = accountOf(reading, happeningsOf(reading));
    const kept = lasting(account);
    expect(account.happenings.length).toBeGreaterThan(0);
    expect(kept.happenings).toEqual(account.happenings);
    for (const { id } of account.happenings) expect(kept.chainOf(id)).toEqual(account.chainOf(id));
    expect(kept.chainOf('none')).toBeNull();
  });

  test('holds neither its reading nor the list of its happenings in memory', async () => {
    const made = () => {
      const reading = read(TEXT, { published: '2026-03-18' });
      const happenings = happeningsOf(reading);
      const account = lasting(accountOf(reading, happenings));
      return { account, reading: new WeakRef<Reading>(reading), list: new WeakRef(happenings) };
    };
    const { account, reading, list } = made();
    await new Promise((done) => setTimeout(done, 0)); // until then a WeakRef holds what it was made of
    collect();
    expect(account.happenings.length).toBeGreaterThan(0);
    expect(reading.deref()).toBeUndefined();
    expect(list.deref()).toBeUndefined();
  });
});
