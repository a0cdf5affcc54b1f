// A working day on the command line: add, search, decide, undo, history, changes, verify, backup, with their exit codes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullReading, madeReading } from '../../../test/support/reading.ts';
import { openRecord } from '../../operations/open-record.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
const file = join(folder, 'record.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const store = await openRecord(file);
  await store.add(
    [fullReading({ id: `ra${'0'.repeat(23)}` }), madeReading({ id: `rb${'0'.repeat(23)}` })],
    '2026-03-05T10:00:00.000Z',
  );
  await store.close();
});

async function recount(...args: string[]) {
  const written = { out: '', err: '', code: 0 };
  written.code = await main([...args, '--store', file], {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    width: 200,
    colour: false,
    live: false,
  });
  return written;
}
const json = async (...args: string[]) => JSON.parse((await recount(...args, '--json')).out) as Record<string, never>;

describe('the record on the command line', () => {
  it('finds and shows claims', async () => {
    const found = await recount('search', 'shelled', '--actor', 'Velmar', '--from', '2026-03');
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(found.out).toMatch(
      /ra0+\.e7-14 .*2026-03-02 .*event ASSAULT .*Velmar → Torenia .*“Velmar shelled Port Averin/,
    );
    expect((await recount('search', 'Averin', '--reports')).out).toContain('Port shelled');
    expect((await recount('search', 'nowhere')).out).toContain('--reports');
    expect((await recount('claims', '--kind', 'figure')).out).toContain('2 claims');
    expect((await recount('claim', 'ra.e7-14')).out).toContain('Velmar (state:VLM)');
    expect((await recount('counts')).out).toMatch(/1 +2026-03 +Velmar +Torenia/);
    expect((await recount('actors', 'varga')).out).toContain('person:ilse-varga');
    expect((await recount('places', 'averin')).out).toContain('geonames:42');
    expect((await recount('actors')).out).toContain('state:VLM');
    expect((await recount('places')).out).toContain('geonames:42');
    expect(await recount('claims', '--actor', 'Nobody Atall')).toMatchObject({
      code: 1,
      err: expect.stringContaining('recount actors'),
    });
    expect(await recount('claims', '--from', '2026-13')).toMatchObject({
      code: 1,
      err: expect.stringContaining('2026-13'),
    });
    expect(await recount('claims', '--limit', '0')).toMatchObject({ code: 1, err: expect.stringContaining('--limit') });
    expect(await recount('claim', 'ra.e1-2')).toMatchObject({ code: 1 });
    expect((await recount('claims', '--as-of', '2020-01-01')).out).toContain('No such claims');
  });

  it('decides, tells what stands on what, and takes back', async () => {
    const added = await recount(
      'decide',
      'add',
      '--report',
      'ra',
      '--kind',
      'figure',
      '--words',
      'killing 14 people',
      '--set',
      'measure=killed',
      '--set',
      'best=14',
      '--by',
      'a.k.',
    );
    expect(added).toMatchObject({ code: 0, err: '' });
    const id = /claim (ra\S+)/.exec(added.out)?.[1] ?? '';
    const accepted = await recount('decide', 'accept', id, 'ra.e7-14', '--why', 'both seen', '--by', 'a.k.');
    expect(accepted.out).toMatch(/^d4 .*accept by a\.k\.: .* “both seen”/);
    const refused = await recount('undo', 'd3', '--by', 'b');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('d4 (accept by a.k.)') });
    expect((await recount('undo', 'd3', '--with-dependants', '--by', 'b')).code).toBe(0);
    expect((await recount('claims', '--status', 'accepted')).out).toContain('No such claims');
    expect((await recount('undo', 'd5', '--by', 'b')).code).toBe(0);
    expect((await recount('claims', '--status', 'accepted')).out).toContain('2 claims');
    expect((await recount('history', 'ra.e7-14')).out).toMatch(
      /read by 0\.1\.0[\s\S]*accept by a\.k\.[\s\S]*withdraw by b/,
    );
    expect((await recount('decisions')).out).toContain('4 decisions');
    expect((await recount('changes', '--after', '2')).out).toMatch(/3 .*add +a\.k\. +1 added/);
    expect(
      await recount('decide', 'edit', 'ra.e7-14', '--field', 'colour', '--value', 'red', '--by', 'b'),
    ).toMatchObject({ code: 1, err: expect.stringContaining('no field') });
    expect(
      await recount('decide', 'add', '--report', 'ra', '--kind', 'figure', '--words', 'not in it', '--by', 'b'),
    ).toMatchObject({ code: 1 });
    expect(await recount('decide', 'praise', 'ra.e7-14', '--by', 'b')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--act'),
    });
  });

  it('looks after the record', async () => {
    expect(await recount('verify')).toMatchObject({ code: 0, out: expect.stringContaining('0 lost') });
    expect(await recount('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is wrong') });
    const rebuilt = await json('rebuild');
    expect(rebuilt['before']).toBe(rebuilt['after']);
    const copy = join(folder, 'copy.db');
    expect(await recount('backup', copy)).toMatchObject({ code: 0 });
    expect(await recount('backup', copy)).toMatchObject({ code: 3 });
    expect((await recount('reread', '--limit', '1')).out).toContain('0 reports read again');
    expect((await recount('diff', '--reader', '0.1.0', '0.2.0')).out).toContain('0 of 0 reports');
    expect(await recount('diff', '--reader', '0.1.0')).toMatchObject({ code: 2 });
    const database = new DatabaseSync(copy);
    database.exec("UPDATE evidence SET quote = 'shelves' WHERE quote = 'shelled'");
    database.close();
    const written: string[] = [];
    const code = await main(['verify', '--store', copy, '--json'], {
      out: (text) => written.push(text),
      err: () => {},
      width: 80,
      colour: false,
      live: false,
    });
    expect(code).toBe(1);
    expect(JSON.parse(written.join(''))).toMatchObject({ lost: [{ quote: 'shelves' }] });
  });
});
