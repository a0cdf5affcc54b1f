// Every format gives the same report: its words, its fields, and where each field came from.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as made from '../../../test/support/formats.ts';
import type { Report } from '../report.ts';
import type { Part, Piece } from './piece.ts';
import { readPiece } from './read-piece.ts';
import { type Given, partsOf } from './split.ts';

const { FILES, OUTLET, PARAGRAPHS, TITLE } = made;

async function* stream(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function parts(bytes: Uint8Array, given: Given = {}): Promise<Part[]> {
  const all: Part[] = [];
  for await (const part of partsOf(stream(bytes), given)) all.push(part);
  return all;
}
async function reports(bytes: Uint8Array, given: Given = {}): Promise<Report[]> {
  const all: Report[] = [];
  for (const part of await parts(bytes, given)) if (part.kind === 'report') all.push(await readPiece(part));
  return all;
}
const make = (name: string) => (FILES[name] as () => Uint8Array)();
const columns = { text: 'words', published: 'day' };

describe('every format', () => {
  it.each(Object.keys(FILES))('%s gives title and words', async (name) => {
    const [report] = await reports(make(name), { name, columns: name.endsWith('csv') ? columns : {} });
    const words = report?.paragraphs.map(({ start, end }) => report.text.slice(start, end)) ?? [];
    expect(report?.title).toBe(TITLE);
    expect(words.filter((line) => line !== TITLE)).toEqual(PARAGRAPHS);
  });

  it.each([
    ['report.html', '2026-03-17T09:30:00+01:00', OUTLET, 'meta'],
    ['report.md', '2026-03-17', OUTLET, 'front-matter'],
    ['report.eml', '2026-03-17T09:30:00+01:00', OUTLET, 'header'],
    ['feed.rss', '2026-03-17T09:30:00-05:00', OUTLET, 'feed'],
    ['feed.atom', '2026-03-17T08:30:00Z', OUTLET, 'feed'],
    ['feed.json', '2026-03-17T08:30:00Z', OUTLET, 'feed'],
    ['item.nitf', '2026-03-17T09:30:00+01:00', OUTLET, 'field'],
    ['message.xml', '2026-03-17T09:30:00+01:00', OUTLET, 'field'],
    ['item.json', '2026-03-17T08:30:00Z', OUTLET, 'field'],
    ['rows.jsonl', '2026-03-17', OUTLET, 'column'],
    ['rows.csv', '2026-03-17', OUTLET, 'column'],
  ])('%s says its date and outlet, and where they stood', async (name, published, source, origin) => {
    const [report] = await reports(make(name), { name, columns: name.endsWith('csv') ? columns : {} });
    expect(report).toMatchObject({ published, source, origins: { published: origin, source: origin } });
  });

  it.each(['report.txt', 'report.docx', 'report.pdf'])('%s has no date, and none is made up', async (name) => {
    const [report] = await reports(make(name), { name });
    expect(report?.published).toBeNull();
    expect(report?.issues.map(({ code }) => code)).toContain('report/no-publication-date');
  });

  it('tells when a document was made, without taking it for its date', async () => {
    for (const name of ['report.docx', 'report.pdf']) {
      const [report] = await reports(make(name), { name });
      expect(report?.issues.find(({ code }) => code === 'report/made-on')?.message).toContain('2026-03-16');
    }
  });

  it.each(Object.keys(FILES).filter((name) => !/csv|gz$/.test(name)))('%s is known without its name', async (name) => {
    const [named] = await reports(make(name), { name });
    const [unnamed] = await reports(make(name));
    if (name === 'report.md') expect(unnamed?.text).toContain(PARAGRAPHS[1]);
    else expect(unnamed?.text).toBe(named?.text);
  });

  it.each(Object.keys(FILES).filter((name) => !name.endsWith('gz')))('%s may be packed', async (name) => {
    const plain = await reports(make(name), { name, columns });
    expect(await reports(gzipSync(make(name)), { name: `${name}.gz`, columns })).toEqual(plain);
  });
});

describe('containers', () => {
  it('give each report with its place, and trouble in one leaves the others', async () => {
    const all = await parts(make('rows.jsonl'), { name: 'rows.jsonl' });
    expect(all.map(({ kind, part }) => [kind, part])).toEqual([
      ['report', 'line 1'],
      ['trouble', 'line 2'],
      ['report', 'line 3'],
    ]);
  });
  it('say which columns a table has when none holds the text', async () => {
    // of the whole table, once
    const [trouble, another] = await parts(make('rows.csv'), { name: 'rows.csv' });
    expect(trouble).toMatchObject({ kind: 'trouble', code: 'input/no-text', part: null });
    expect((trouble as { message: string }).message).toMatch(/none of its rows.*Headline, Words, Day.*--map text=/);
    expect(another).toBeUndefined();
    const told = await parts(make('rows.csv'), { name: 'rows.csv', columns: { text: 'Body' } });
    expect(told).toMatchObject([{ message: expect.stringContaining('“Body” is absent') }]);
    const items = new TextEncoder().encode('[{ "file": "a" }, { "file": "b" }]');
    expect(await parts(items, { name: 'x.json' })).toMatchObject([{ code: 'input/no-text', part: null }]);
    const some = new TextEncoder().encode('[{ "file": "a" }, { "text": "Rebels fled." }, { "file": "c" }]');
    expect((await parts(some, { name: 'x.json' })).map(({ kind, part }) => [kind, part])).toEqual([
      ['trouble', 'item 1'],
      ['report', 'item 2'],
      ['trouble', 'item 3'],
    ]);
  });
  it('open arrays, and objects that hold one', async () => {
    const rows = [{ text: 'One.' }, { text: 'Two.', date: '2026-03-17' }];
    for (const json of [rows, { status: 'ok', articles: rows }]) {
      const all = await reports(new TextEncoder().encode(JSON.stringify(json)), { name: 'x.json' });
      expect(all.map(({ text, published }) => [text, published])).toEqual([
        ['One.', null],
        ['Two.', '2026-03-17'],
      ]);
    }
  });
  it('take pages that answered with 200 from a web archive, and tell where it breaks off', async () => {
    const whole = await parts(make('crawl.warc'));
    expect(whole.map(({ kind, part }) => [kind, part])).toEqual([
      ['report', 'record 4'],
      ['report', 'record 5'],
    ]);
    expect((whole[0] as Piece).found.url?.value).toBe('https://example.org/news/envoy');
    const bytes = make('crawl.warc');
    const cut = await parts(bytes.subarray(0, bytes.length - 100));
    expect(cut.at(0)).toMatchObject({ kind: 'report', part: 'record 4' });
    expect(cut.some(({ kind }) => kind === 'trouble')).toBe(true);
    const packed = gzipSync(bytes);
    const broken = await parts(packed.subarray(0, packed.length - 30));
    expect(broken.at(-1)).toMatchObject({ kind: 'trouble', code: 'input/damaged' });
  });
  it('list the feeds of an OPML file, groups opened, each once', async () => {
    const all = await parts(made.opml('https://a.example/feed?x=1&y=2', 'https://b.example/', 'https://b.example/'));
    expect(all).toMatchObject([
      { kind: 'address', url: 'https://a.example/feed?x=1&y=2', title: 'Feed 1' },
      { kind: 'address', url: 'https://b.example/' },
    ]);
  });
  it('read CSV in Windows-1252, with any delimiter', async () => {
    const csv = Uint8Array.from(Buffer.from('title\ttext\nT\tZoë said “no”.', 'latin1').map((byte) => byte));
    csv[csv.indexOf(0x1c)] = 0x93; // latin1 keeps the low byte of “ and ”
    csv[csv.indexOf(0x1d)] = 0x94;
    expect((await reports(csv, { name: 'x.csv' }))[0]?.text).toBe('Zoë said “no”.');
  });
});

describe('Markdown', () => {
  it('leads back to the file, marks and references aside', async () => {
    const source = new TextDecoder().decode(make('report.md'));
    const [report] = await reports(make('report.md'), { name: 'report.md' });
    let covered = 0;
    for (const { text, input, length, inputLength } of report?.offsets ?? []) {
      const there = source.slice(input, input + inputLength);
      expect(length === inputLength ? report?.text.slice(text, text + length) : '&amp;').toBe(there);
      covered += length;
    }
    expect(covered).toBe(report?.text.replaceAll('\n', '').length);
  });
});

describe('what cannot be opened', () => {
  const code = async (bytes: Uint8Array, name: string) => {
    const [part] = await parts(bytes, { name });
    if (part?.kind === 'trouble') return part.code;
    return readPiece(part as Piece).then(
      () => 'read',
      (error: { code?: string }) => error.code,
    );
  };
  it.each([
    ['a PDF cut off', make('report.pdf').subarray(0, 60), 'x.pdf', 'input/damaged'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'x.xlsx', 'input/format'],
    ['a ZIP that is no document', zipSync({ 'a.txt': strToU8('x') }), 'x.docx', 'input/format'],
    ['a document cut off', make('report.docx').subarray(0, 300), 'x.docx', 'input/damaged'],
    ['a document without words', zipSync({ 'word/document.xml': strToU8('<w:document/>') }), 'x.docx', 'input/no-text'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'x.png', 'input/format'],
    ['a feed cut off', make('feed.rss').subarray(0, 200), 'x.rss', 'input/damaged'],
    ['a bomb', gzipSync(new Uint8Array(70_000_000)), 'x.jsonl.gz', 'input/too-large'],
  ])('%s is told', async (_, bytes, name, expected) => expect(await code(bytes, name)).toBe(expected));
});
