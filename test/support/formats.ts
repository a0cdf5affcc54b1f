// One made-up report in each format that Recount reads, made here so that no binary file lies in the repository.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

export const TITLE = 'Envoy leaves the lake without a word';
export const PARAGRAPHS = [
  'Envoy Tomas Lund left the talks on Tuesday night & said nothing to the people who had waited at the gate since noon.',
  '“He is gone,” said Ilse Varga, a spokeswoman for the ministry, and she added that at least 12 people had been hurt in the crowd.',
  'The talks begin again on Friday, the ministry said, if both sides come.',
] as const;
export const OUTLET = 'Coast Wire';
const ADDRESS = 'https://example.org/news/envoy';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const html = PARAGRAPHS.map((words) => `<p>${escaped(words)}</p>`).join('');

export const page = (): Uint8Array =>
  bytes(
    `<!doctype html><html lang="en"><head><title>${TITLE}</title><meta property="og:site_name" content="${OUTLET}"><meta property="article:published_time" content="2026-03-17T09:30:00+01:00"></head><body><nav>Home</nav><article><h1>${TITLE}</h1>${html}</article></body></html>`,
  );

export const markdown = (): Uint8Array =>
  bytes(
    `---\ntitle: "${TITLE}"\ndate: 2026-03-17\nsource: ${OUTLET}\n---\n\n# ${TITLE}\n\n${PARAGRAPHS[0].replace('Tuesday night', '*Tuesday* night').replace('&', '&amp;')}\n\n> ${PARAGRAPHS[1]}\n\n- ${PARAGRAPHS[2].replace('Friday', '[Friday](https://example.org/x)')}\n`,
  );

export function mail(): Uint8Array {
  const quoted = PARAGRAPHS.join('\r\n\r\n')
    .replace(/=/g, '=3D')
    .replace(/[^\x20-\x7e\r\n]/g, (sign) =>
      [...bytes(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    );
  return bytes(
    [
      `From: ${OUTLET} <desk@example.org>`,
      'To: readers@example.org',
      `Subject: =?utf-8?B?${Buffer.from(TITLE).toString('base64')}?=`,
      'Date: Tue, 17 Mar 2026 09:30:00 +0100 (CET)',
      'Message-ID: <1@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quoted,
      '--b1',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<html><body>${html}</body></html>`,
      '--b1--',
      '',
    ].join('\r\n'),
  );
}

export function docx(): Uint8Array {
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  const paragraph = (words: string, style = '') =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(words.slice(0, 20))}<w:del><w:r><w:delText>never </w:delText></w:r></w:del>${run(words.slice(20))}</w:p>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(TITLE, 'Title')}${PARAGRAPHS.map((words) => paragraph(words)).join('')}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Document1</dc:title><dcterms:created>2026-03-16T08:00:00Z</dcterms:created></cp:coreProperties>',
    ),
  });
}

/** Lines broken as a page breaks them, one word over a line's end, a page number at the foot of two pages. */
export function pdf(): Uint8Array {
  const wrap = (words: string): string[] => {
    const made: string[] = [];
    let line = '';
    for (const word of words.split(' ')) {
      if (line.length + word.length > 72) {
        made.push(line.trim());
        line = '';
      }
      line += `${word} `;
    }
    return [...made, line.trim()];
  };
  const string = (words: string) =>
    `(${words
      .replace(/[\\()]/g, '\\$&')
      .replace(/“/g, '\\223')
      .replace(/”/g, '\\224')})`;
  const second = wrap(PARAGRAPHS[1]).join('\n').replace('spokeswoman', 'spokes-\nwoman').split('\n');
  const pages = [[[TITLE], wrap(PARAGRAPHS[0]), second], [wrap(PARAGRAPHS[2])]].map((paragraphs, number) => {
    let y = 760;
    const drawn: string[] = [];
    for (const lines of paragraphs) {
      for (const line of lines) {
        y -= 15;
        drawn.push(`BT /F1 12 Tf 1 0 0 1 72 ${y} Tm ${string(line)} Tj ET`);
      }
      y -= 12;
    }
    drawn.push(`BT /F1 9 Tf 1 0 0 1 300 30 Tm (${number + 1}) Tj ET`);
    return drawn.join('\n');
  });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${TITLE}) /CreationDate (D:20260316080000Z) >>`,
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return bytes(file);
}

export const rss = (items = 2): Uint8Array =>
  bytes(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${OUTLET}</title><link>https://example.org</link><language>en-gb</language>${Array.from({ length: items }, (_, at) => `<item><title>${TITLE}${at ? ` ${at + 1}` : ''}</title><link>${ADDRESS}${at || ''}</link><guid>g${at}</guid><pubDate>Tue, 17 Mar 2026 09:30:00 EST</pubDate><description>Short.</description><content:encoded><![CDATA[${html}${at ? `<p>More of it, number ${at}.</p>` : ''}]]></content:encoded></item>`).join('')}</channel></rss>`,
  );

export const atom = (): Uint8Array =>
  bytes(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>${OUTLET}</title><id>f</id><updated>2026-03-18T00:00:00Z</updated><entry><title type="html">${TITLE}</title><id>e1</id><link rel="alternate" href="${ADDRESS}"/><published>2026-03-17T08:30:00Z</published><updated>2026-03-18T00:00:00Z</updated><content type="html">${escaped(html)}</content></entry></feed>`,
  );

export const jsonFeed = (): Uint8Array =>
  bytes(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: OUTLET,
      items: [
        {
          id: '1',
          url: ADDRESS,
          title: TITLE,
          content_text: PARAGRAPHS.join('\n'),
          date_published: '2026-03-17T08:30:00Z',
        },
      ],
    }),
  );

export const opml = (...feeds: string[]): Uint8Array =>
  bytes(
    `<opml version="2.0"><head><title>Wires</title></head><body><outline text="Group">${feeds.map((url, at) => `<outline type="rss" text="Feed ${at + 1}" xmlUrl="${escaped(url)}"/>`).join('')}</outline></body></opml>`,
  );

export const nitf = (): Uint8Array =>
  bytes(
    `<?xml version="1.0" encoding="UTF-8"?><nitf xml:lang="en"><head><title>x</title><docdata><date.issue norm="20260317T093000+0100"/></docdata><pubdata name="${OUTLET}"/></head><body><body.head><hedline><hl1>${TITLE}</hl1></hedline></body.head><body.content>${html}</body.content></body></nitf>`,
  );

export const newsml = (): Uint8Array =>
  bytes(
    `<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="${OUTLET}"/><versionCreated>2026-03-17T09:30:00+01:00</versionCreated></itemMeta><contentMeta><headline>${TITLE}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${html}</body></html></inlineXML></contentSet></newsItem><newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem></itemSet></newsMessage>`,
  );

export const ninjs = (): Uint8Array =>
  bytes(
    JSON.stringify({
      uri: ADDRESS,
      headline: TITLE,
      body_html: html,
      versioncreated: '2026-03-17T08:30:00Z',
      language: 'en',
      source: OUTLET,
    }),
  );

export const jsonLines = (): Uint8Array =>
  bytes(
    `${JSON.stringify({ body: PARAGRAPHS.join('\n'), headline: TITLE, date: '2026-03-17', outlet: OUTLET })}\n{"broken\n${JSON.stringify({ body: 'A second report. Nobody was hurt.', date: '17 March 2026' })}\n`,
  );

export const csv = (): Uint8Array =>
  bytes(
    `Headline;Words;Day;Outlet\r\n${TITLE};"${PARAGRAPHS.join('\n')}";2026-03-17;${OUTLET}\r\nSecond;"A ""second"" report. Nobody was hurt.";2026-03-18;${OUTLET}\r\n`,
  );

export function warc(records = 2): Uint8Array {
  const record = (type: string, url: string, content: Uint8Array): Uint8Array[] => [
    bytes(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-03-20T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${content.length}\r\n\r\n`,
    ),
    content,
    bytes('\r\n\r\n'),
  ];
  const answer = (status: string, type: string, body: Uint8Array) =>
    Buffer.concat([
      bytes(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Encoding: gzip\r\n\r\n`),
      gzipSync(body),
    ]);
  const all: Uint8Array[] = [
    ...record('request', ADDRESS, bytes('GET / HTTP/1.1\r\n\r\n')),
    ...record('response', 'https://example.org/logo.png', answer('200 OK', 'image/png', Uint8Array.of(1, 2))),
    ...record('response', 'https://example.org/gone', answer('404 Not Found', 'text/html', bytes('<p>gone</p>'))),
  ];
  for (let at = 0; at < records; at++)
    all.push(...record('response', `${ADDRESS}${at || ''}`, answer('200 OK', 'text/html; charset=utf-8', page())));
  return Buffer.concat(all);
}

/** A file of each format, by the name it would have. */
export const FILES: Readonly<Record<string, () => Uint8Array>> = {
  'report.txt': () => bytes(`${TITLE}\n${PARAGRAPHS.join('\n')}\n`),
  'report.html': page,
  'report.md': markdown,
  'report.eml': mail,
  'report.docx': docx,
  'report.pdf': pdf,
  'feed.rss': () => rss(),
  'feed.atom': atom,
  'feed.json': jsonFeed,
  'item.nitf': nitf,
  'message.xml': newsml,
  'item.json': ninjs,
  'rows.jsonl': jsonLines,
  'rows.csv': csv,
  'crawl.warc': () => warc(),
  'crawl.warc.gz': () => gzipSync(warc()),
};
