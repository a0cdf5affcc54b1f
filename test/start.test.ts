// `npm start` as a newcomer runs it, after the build: the samples are read and served, and Ctrl+C ends it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const built = existsSync(resolve(root, 'dist/faces/api/server.js'));

describe.skipIf(!built)('npm start', () => {
  it('reads the samples, serves them and stops when asked', async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
      cwd: root,
      env: { ...process.env, RECOUNT_OPEN: '0' },
    });
    let printed = '';
    const served = new Promise<string>((found, lost) => {
      child.stdout.on('data', (data: Buffer) => {
        printed += data.toString();
        const address = /served at (http:\S+)/.exec(printed)?.[1];
        if (address) found(address);
      });
      child.stderr.on('data', (data: Buffer) => {
        printed += data.toString();
      });
      child.on('exit', () => lost(new Error(printed)));
    });
    const address = await served;
    expect(printed).toMatch(/sample reports read and kept/);
    const desk = (await (await fetch(`${address}api/desk`)).json()) as { open: number };
    expect(desk.open).toBeGreaterThanOrEqual(0);
    const list = (await (await fetch(`${address}api/reports`)).json()) as { total: number };
    expect(list.total).toBeGreaterThanOrEqual(12);
    const ended = new Promise<number | null>((done) => child.on('exit', done));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
