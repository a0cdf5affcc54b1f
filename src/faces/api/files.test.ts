// Files over HTTP: every format that the command line takes, and a plain answer for what is none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, FILES, mail, opml, PARAGRAPHS, pdf, TITLE } from '../../../test/support/formats.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import { makeApp } from './app.ts';

let store: Store;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  store = await openRecord(':memory:');
  app = makeApp({
    context: { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' },
    files: null,
    hosts: null,
  });
});
afterAll(() => store.close());

interface Kept {
  readonly reports: readonly { readonly id?: string; readonly outcome?: string; readonly part?: string }[];
  readonly stopped: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}
async function send(bytes: Uint8Array, type: string, query = ''): Promise<{ status: number; body: Kept }> {
  const answer = await app.request(`http://localhost/api/files${query}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { host: 'localhost', 'content-type': type },
  });
  return { status: answer.status, body: (await answer.json()) as Kept };
}

/** Columns whose names say nothing. */
const MAPS: Readonly<Record<string, string>> = { 'rows.csv': '&map=text=Words,published=Day,title=Headline' };

describe('a file that is sent', () => {
  it.each([
    ['a PDF', pdf(), 'application/pdf', ''],
    ['a document', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '?title=Named'],
    ['a mail', mail(), 'message/rfc822', ''],
    ['a mail told by its name', mail(), 'application/octet-stream', '?name=one.eml&title=Named'],
  ])('is read and kept: %s', async (_, bytes, type, query) => {
    const { status, body } = await send(bytes, type, query);
    expect(status).toBe(201);
    expect(body).toMatchObject({ reports: [{ outcome: 'new', issues: expect.any(Number) }], stopped: false });
    const kept = await store.show(body.reports[0]?.id ?? '');
    expect(kept?.reading.report.text).toContain(PARAGRAPHS[0]);
    expect(kept?.reading.report.title).toBe(query === '' ? TITLE : 'Named');
    expect((await send(bytes, type, query)).body.reports).toMatchObject([{ outcome: 'known' }]);
  });

  it('gives a row for each report that it holds, whatever the format', async () => {
    for (const [name, make] of Object.entries(FILES)) {
      const { status, body } = await send(make(), '', `?name=${name}${MAPS[name] ?? ''}`);
      expect([name, status]).toEqual([name, 201]);
      expect(body.reports.length).toBeGreaterThan(0);
      for (const row of body.reports.filter(({ part }) => !(name.startsWith('rows.jsonl') && part === 'line 2')))
        expect([name, row]).toEqual([name, expect.objectContaining({ id: expect.any(String) })]);
    }
  });

  it('is refused in plain words when nothing can be read of it, and visits nothing that it names', async () => {
    const text = (words: string) => new TextEncoder().encode(words);
    expect(await send(new Uint8Array(), 'application/pdf')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/empty' } },
    });
    expect(await send(text('%PDF-1.7 cut off'), 'application/pdf')).toMatchObject({ status: 422, body: { ok: false } });
    expect(await send(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), 'image/png')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/format' } },
    });
    expect(await send(opml('http://127.0.0.1:9/feed'), 'text/x-opml')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/list' } },
    });
    expect(await send(text('a,b\nc,d'), 'text/csv', '?map=words=a')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/map' } },
    });
    expect(await send(text('Two people were hurt.'), 'text/plain', '?published=yesterday')).toMatchObject({
      status: 422,
      body: { error: { code: 'input/about' } },
    });
  });

  it('is looked at to its thousandth report, and the answer says that there are more', async () => {
    const lines = Array.from({ length: 1010 }, (_, n) =>
      JSON.stringify({ text: `Line ${n}.`, published: '2026-03-04' }),
    );
    const { status, body } = await send(new TextEncoder().encode(lines.join('\n')), 'application/x-ndjson');
    expect([status, body.stopped]).toEqual([201, true]);
    expect(body.reports.length).toBe(1000);
    const whole = await send(new TextEncoder().encode(lines.slice(0, 1000).join('\n')), 'application/x-ndjson');
    expect([whole.body.reports.length, whole.body.stopped]).toEqual([1000, false]);
  });
});
