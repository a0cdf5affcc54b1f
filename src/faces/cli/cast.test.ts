// `recount who`, `--only` and `--actors` on the command line: what they print, and how they refuse.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-cast-'));
  writeFileSync(
    file('report.txt'),
    'Talks at the ford\n\nVELMAR, March 3 (Meridian Wire) — The mayor, Ilse Varga, said on Monday that nine people were killed. “We will rebuild,” she told reporters. Gorm fighters left the town.\n',
  );
  writeFileSync(
    file('actors.tsv'),
    '# my own\n# columns: words\tname\tkind\tcountry\tsector\r\nGorm\tGorm Front\tgroup\tDOR\tREB\n\n# columns: name\tgender\tcountry\toffice\tsector\tfrom\tto\nIlse Varga\tf\tKES\tmayor\tGOV\t2020\t\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const code = await main(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    width: 100,
    colour: false,
    live: false,
  });
  return { code, ...written };
}

describe('recount who', () => {
  it('prints everybody with all mentions', async () => {
    const { code, out } = await run('who', file('report.txt'), '--published', '2026-03-03');
    expect(code).toBe(0);
    expect(out).toMatch(/^Ilse Varga {2}person · GOV · mayor$/m);
    expect(out).toMatch(/^ {2}4 mentions, 2 statements$/m);
    expect(out).toContain('“she” ');
  });

  it('prints JSON whose offsets hold', async () => {
    const cast = JSON.parse((await run('who', file('report.txt'), '--json')).out) as {
      actors: { name: string; statements: string[]; mentions: { start: number; end: number; text: string }[] }[];
    };
    const varga = cast.actors.find(({ name }) => name === 'Ilse Varga');
    expect(varga?.statements).toEqual(['s1', 's2']);
    for (const { mentions } of cast.actors)
      for (const { start, end, text } of mentions) expect(end - start).toBe(text.length);
  });

  it('says so when nobody is there', async () => {
    writeFileSync(file('empty.txt'), 'It rained.');
    expect((await run('who', file('empty.txt'))).out).toContain('Nobody is named');
  });
});

describe('--only', () => {
  it.each([
    ['statements', 'STATEMENTS', 'FIGURES'],
    ['figures', 'FIGURES', 'STATEMENTS'],
    ['times', 'TIMES', 'FIGURES'],
    ['actors', 'ACTORS', 'STATEMENTS'],
  ])('%s shows that kind and no other', async (kind, shown, hidden) => {
    const { code, out } = await run('read', file('report.txt'), '--published', '2026-03-03', '--only', kind);
    expect(code).toBe(0);
    expect(out).toContain(`\n${shown}\n`);
    expect(out).not.toContain(hidden);
    expect(out).not.toMatch(/UNREAD|ISSUES/);
  });

  it('takes several', async () => {
    const { out } = await run('read', file('report.txt'), '--only', 'figures, times');
    expect(out).toMatch(/FIGURES[\s\S]*TIMES/);
  });

  it('says that there is none', async () => {
    expect((await run('read', file('report.txt'), '--only', 'events,places')).out).toMatch(/no events|EVENTS/);
  });

  it.each([
    [['--only', 'stories'], /--only is "stories"; it takes actors, events/],
    [['--only', 'figures', '--json'], /--json prints the whole reading/],
  ])('%j is refused', async (options, message) => {
    const { code, err, out } = await run('read', file('report.txt'), ...options);
    expect(code).toBe(2);
    expect(err + out).toMatch(message);
  });
});

describe('--actors', () => {
  it('knows those of the file', async () => {
    const { out } = await run('who', file('report.txt'), '--actors', file('actors.tsv'), '--json');
    const { actors } = JSON.parse(out) as { actors: { name: string; country: string | null; sector: string | null }[] };
    expect(actors.find(({ name }) => name === 'Ilse Varga')).toMatchObject({ country: 'KES', sector: 'GOV' });
    expect(actors.find(({ name }) => /Gorm/.test(name))).toMatchObject({ country: 'DOR', sector: 'REB' });
    expect((await run('who', file('report.txt'))).out).not.toContain('DOR');
  });

  it.each([
    ['Gorm\tGorm Front\tgroup\tDOR\tREB', /actors\.tsv:1: a row before the line that names the columns/],
    ['# columns: words\tname', /actors\.tsv:1: these columns are not known; write “# columns: words<tab>name/],
    ['# columns: words\tname\tkind\tcountry\tsector\nGorm\tGorm Front', /:2: 2 fields where the columns are 5/],
    ['# columns: words\tname\tkind\tcountry\tsector\nGorm\t\tclub\t\t', /:2: “club” is no kind; write person, state/],
    ['# columns: words\tname\tkind\tcountry\tsector\n\tGorm\tgroup\t\t', /:2: the first field is empty/],
    ['# columns: words\tname\tkind\tcountry\tsector\nGorm\t\tgroup\tDorvania\t', /:2: “Dorvania” is no country/],
    ['# columns: words\tname\tkind\tcountry\tsector\nGorm\t\tgroup\tDOR\trebels', /:2: “rebels” is no sector/],
    [
      '# columns: name\tgender\tcountry\toffice\tsector\tfrom\tto\nA B\tm\tDOR\tmayor\tGOV\tlast May\t',
      /:2: “last May” is no day/,
    ],
    [
      '# columns: name\tgender\tcountry\toffice\tsector\tfrom\tto\nA B\tm\tDOR\tmayor\tGOV\t2024\t2020',
      /:2: the term ends \(2020\) before it begins/,
    ],
  ])('refuses %j with file, line and what to do', async (content, message) => {
    writeFileSync(file('bad-actors.tsv'), content);
    const { code, err, out } = await run('read', file('report.txt'), '--actors', file('bad-actors.tsv'));
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(out).toBe('');
  });

  it('refuses a file that is not there', async () => {
    const { code, err } = await run('read', file('report.txt'), '--actors', file('none.tsv'));
    expect(code).toBe(1);
    expect(err).toMatch(/none\.tsv: there is no such file; --actors takes a list/);
  });
});
