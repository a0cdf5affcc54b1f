// Accounts at the command line: opened, listed, given roles and tokens, closed; and the server that asks for them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-people-'));
const store = join(folder, 'record.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recount(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await main([...args, '--store', store], {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    width: 160,
    colour: false,
    live: false,
  });
  return { code, ...written };
}

describe('recount people', () => {
  it('refuses to serve others before there are accounts, and says what to do', async () => {
    const { code, err } = await recount('serve', '--host', '0.0.0.0', '--port', '0');
    expect([code, err]).toEqual([2, expect.stringMatching(/no accounts.*recount people add NAME --role lead/)]);
    expect((await recount('mcp', '--http', '--host', '0.0.0.0', '--port', '0')).code).toBe(2);
    expect((await recount('serve', '--public', 'ftp://x')).err).toMatch(/https:\/\/recount\.example\.org/);
    expect((await recount('people')).out).toMatch(/No accounts/);
  });

  it('opens, lists, changes and closes accounts, and makes tokens', async () => {
    expect((await recount('people', 'add', 'Bo', '--role', 'coder')).err).toMatch(/must be a lead/);
    const first = await recount('people', 'add', 'Lea Marin', '--role', 'lead');
    expect(first.out).toMatch(/^Lea Marin is a lead\.\nPassword, told this once: [\w-]{16}\n$/);
    await recount('people', 'add', 'Bo', '--no-password');
    const made = await recount('people', 'token', 'Bo', '--label', 'nightly', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ id: 'token:1', role: 'viewer' });
    expect((await recount('people', 'role', 'Bo', 'reviewer')).out).toBe('Bo is a reviewer.\n');
    const listed = await recount('people');
    expect(listed.out).toMatch(/Bo +reviewer +no +token:1 nightly \(viewer, never used\)/);
    expect((await recount('people', 'revoke', 'token:1')).code).toBe(0);
    expect(await recount('people', 'revoke', 'token:1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('token:1'),
    });
    expect((await recount('people', 'remove', 'Bo')).out).toMatch(/closed/);
    expect((await recount('people', 'remove', 'Lea Marin')).err).toMatch(/last lead/);
    expect((await recount('people', 'remove', 'Bo', '--reopen')).out).toMatch(/open again/);
    expect((await recount('people', 'role', 'Nobody', 'lead')).code).toBe(1);
    expect((await recount('people', 'add', '\u202eoB', '--role', 'coder')).err).toMatch(/letters, digits/);
  });
});
