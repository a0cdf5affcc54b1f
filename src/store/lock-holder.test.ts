// A file that another process writes to: who holds it is told, and once it is done the work goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { madeReading } from '../../test/support/reading.ts';
import { holderOf } from './lock-holder.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AT = '2026-03-05T10:00:00.000Z';

describe('a file that another process holds', () => {
  it('is waited for, and then who holds it is named', async () => {
    const file = join(folder, 'held.db');
    const store = await openStore(file);
    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const { DatabaseSync } = require('node:sqlite');
         const database = new DatabaseSync(process.argv[1]);
         database.exec('BEGIN IMMEDIATE');
         console.log('held');
         process.stdin.once('data', () => { database.exec('COMMIT'); process.exit(0); });`,
        file,
        'postgres://user:secret@db.example/record',
      ],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    try {
      await once(holder.stdout, 'data');
      const error = (await store.add([madeReading()], AT).catch((thrown: unknown) => thrown)) as Error;
      expect(error).toMatchObject({ name: 'StoreError', code: 'store/busy' });
      if (process.platform === 'linux') {
        expect(error.message).toContain(`held by process ${holder.pid}`);
        expect(error.message).toMatch(/started 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
        expect(error.message).not.toContain('secret');
        expect(holderOf(file)).toMatchObject({ pid: holder.pid, command: expect.stringContaining('node') });
      }
      holder.stdin.write('done\n');
      await once(holder, 'exit');
      expect(holderOf(file)).toBeNull();
      expect(await store.add([madeReading()], AT)).toMatchObject([{ outcome: 'new' }]);
    } finally {
      holder.kill();
      await store.close();
    }
    expect(holderOf(join(folder, 'nowhere.db'))).toBeNull();
  });
});
