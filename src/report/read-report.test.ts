import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';

const words = (report: Report, span: Span | null | undefined) => span && report.text.slice(span.start, span.end);
const codes = (report: Report) => report.issues.map(({ code }) => code);
const utf16 = (text: string, big: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};

describe('encodings', () => {
  const text = 'Zoë said “no” – 5 €.';
  it.each([
    ['UTF-8', new TextEncoder().encode(text), {}],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), {}],
    ['UTF-16 little-endian with its mark', utf16(`\ufeff${text}`, false), {}],
    ['UTF-16 big-endian with its mark', utf16(`\ufeff${text}`, true), {}],
    ['UTF-16 little-endian without', utf16(text, false), {}],
    [
      'Windows-1252 undeclared',
      Uint8Array.from([
        90,
        111,
        0xeb,
        ...new TextEncoder().encode(' said '),
        0x93,
        110,
        111,
        0x94,
        32,
        0x96,
        32,
        53,
        32,
        0x80,
        46,
      ]),
      {},
    ],
    [
      'Windows-1252 declared',
      Uint8Array.from([
        90,
        111,
        0xeb,
        ...new TextEncoder().encode(' said '),
        0x93,
        110,
        111,
        0x94,
        32,
        0x96,
        32,
        53,
        32,
        0x80,
        46,
      ]),
      { type: 'text/plain; charset=windows-1252' },
    ],
  ])('%s', (_, bytes, about) => expect(readReport(bytes, about).text).toBe(text));

  it('keeps the rest of a UTF-8 report that one byte is damaged in, and says so', () => {
    const bytes = new TextEncoder().encode(`${text} Broken: _`);
    bytes[bytes.length - 1] = 0xff;
    const report = readReport(bytes);
    expect(report.text).toBe(`${text} Broken: \ufffd`);
    expect(codes(report)).toContain('report/invalid-utf-8');
  });

  it('says what it did with bytes that fit nothing', () => {
    expect(codes(readReport(Uint8Array.of(65, 0xff, 66)))).toContain('report/not-utf-8');
    expect(codes(readReport(Uint8Array.of(65, 0xff, 66), { type: 'text/plain; charset=utf-8' }))).toContain(
      'report/invalid-utf-8',
    );
    expect(codes(readReport(new TextEncoder().encode('x'), { type: 'text/plain; charset=klingon' }))).toContain(
      'report/unknown-encoding',
    );
    expect(codes(readReport('a\ud800b'))).toContain('report/lone-surrogate');
    expect(codes(readReport(''))).toContain('report/empty');
  });
});

describe('plain text', () => {
  const paragraphs = (text: string) => {
    const report = readReport(text, { type: 'text/plain' });
    expect(report.text).toBe(text);
    return report.paragraphs.map((span) => words(report, span));
  };
  it('takes a line for a paragraph', () =>
    expect(paragraphs('One. Two.\r\n  Three.  \n\nFour.')).toEqual(['One. Two.', 'Three.', 'Four.']));
  it('takes hand-wrapped lines for one paragraph, without editing them', () => {
    const wrapped =
      'The delegation left the capital on\nMonday and reached the lake the\nday after.\n\nNobody said what had been agreed\nupon in the long night before\nthey went.\n';
    expect(paragraphs(wrapped)).toEqual([
      'The delegation left the capital on\nMonday and reached the lake the\nday after.',
      'Nobody said what had been agreed\nupon in the long night before\nthey went.',
    ]);
  });
  it.each([
    ['Envoy leaves for talks\nThe envoy left on Monday.', 'Envoy leaves for talks'],
    ['The envoy left on Monday.\nHe came back.', null],
    ['Envoy leaves for talks\n\nBy Jana Brandt\n\nThe envoy left on Monday.', 'Envoy leaves for talks'],
    ['By Jana Brandt\nThe envoy left on Monday.', null],
    ['Only one line here', null],
  ])('knows a heading: %j', (text, title) => expect(readReport(text).title).toBe(title));
});

describe('datelines', () => {
  it.each([
    ['KYIV, April 24 (Wire) — It began.', 'KYIV', 'April 24', 'Wire', null],
    [
      'PORT AVERIN, Kestria, March 3 (Meridian Wire) — It began.',
      'PORT AVERIN, Kestria',
      'March 3',
      'Meridian Wire',
      null,
    ],
    ['LAKE SORN (Outlet) - It began.', 'LAKE SORN', null, 'Outlet', null],
    ['GENEVA/VIENNA, 3 March 2026 — It began.', 'GENEVA/VIENNA', '3 March 2026', null, '2026-03-03'],
    ['Wire, KYIV — It began.', 'KYIV', null, 'Wire', null],
    ['SARNOW -- “It began.”', 'SARNOW', null, null, null],
    ['PORT AVERIN: The mayor left.', 'PORT AVERIN', null, null, null],
    ['VELMAR: A court in the capital left.', 'VELMAR', null, null, null],
    ['Kyiv, April 24 — It began.', 'Kyiv', 'April 24', null, null],
    ['Velmar, March 15, WNA - The mayor left.', 'Velmar', 'March 15', 'WNA', null],
    ['Port Averin, Kestria, March 3 (WNA) The mayor left.', 'Port Averin, Kestria', 'March 3', 'WNA', null],
    ['Velmar (Meridian) - The mayor left.', 'Velmar', null, 'Meridian', null],
    ['Velmar - The mayor left.', 'Velmar', null, null, null],
    ['(WNA) Guards left.', null, null, 'WNA', null],
    ['(Meridian) - Guards left.', null, null, 'Meridian', null],
    [
      'Envoy leaves for talks\n\nBy Jana Brandt\n\nSARNOW, March 3 (Meridian) - It began.',
      'SARNOW',
      'March 3',
      'Meridian',
      null,
    ],
    [
      'Envoy leaves for talks\n\nRivals call the visit a first step\n\nUpdated 4 March 2026, 10:12\n\nSARNOW, March 3 (Meridian) - It began.',
      'SARNOW',
      'March 3',
      'Meridian',
      null,
    ],
  ])('%s', (text, place, date, source, published) => {
    const report = readReport(text);
    expect([
      words(report, report.dateline?.place) ?? null,
      words(report, report.dateline?.date) ?? null,
      words(report, report.dateline?.source) ?? null,
    ]).toEqual([place, date, source]);
    expect(report.published).toBe(published);
    expect(report.source).toBe(source);
  });
  it.each([
    'It began — and ended.',
    'NATO said on Monday it began.',
    'Anna Kern - The mayor of Velmar - left.',
    'BREAKING: Guards left.',
    'KERN: We will stay.\nHOLT: You will not.',
    'The envoy (Lund) — a Norwegian — left.',
  ])('none in: %s', (text) => expect(readReport(text).dateline).toBeNull());
});

describe('what a caller says', () => {
  it('wins over what the format says', () => {
    const report = readReport('KYIV (Wire) — It began.', { source: 'Our desk', title: 'T', published: '2026-03-03' });
    expect([report.source, report.title, report.published, report.origins.source]).toEqual([
      'Our desk',
      'T',
      '2026-03-03',
      'given',
    ]);
  });
  it.each(['2026-02-30', 'yesterday', '2026-13-01', '', '24.4.2025', '2026-03-03T25:00'])(
    'refuses the date %j with its value',
    (published) => {
      expect(() => readReport('x', { published })).toThrow(RangeError);
      expect(() => readReport('x', { published })).toThrow(JSON.stringify(published));
    },
  );
  it('refuses what is no string with its name and value', () => {
    const about = JSON.parse('{"published":null}') as { published?: string };
    expect(() => readReport('x', about)).toThrow('published is null; give a string, or leave it out');
  });
  it('gives the same id for the same report, another for another', () => {
    expect(readReport('x').id).toBe(readReport('x').id);
    expect(readReport('x').id).toMatch(/^r[0-9a-f]{24}$/);
    expect(readReport('x', { source: 'A' }).id).not.toBe(readReport('x').id);
  });
});

const PAGE = `<!doctype html><html lang="en"><head><title>T | Site</title><meta property="og:site_name" content="The Site">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy leaves","datePublished":"2026-03-17T09:30:00+01:00","publisher":{"name":"Site &amp; Co"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Envoy leaves</h1><p>The envoy left the capital on Monday, and nobody at the airport said where he was going or when he would be back in town.</p>
<p>&ldquo;He is gone,&rdquo; said a <b>spokes</b>woman for the ministry&nbsp;&mdash; &#8220;and that is all&#x201d; &amp; no more, she added, before she closed the door behind her.</p><!-- secret --><script>var x = "<p>no</p>";</script>
<p>Several hundred people waited in the rain for a word from him, and went home in the evening without one, as they had the day before.</p></article><footer>Imprint</footer></body></html>`;

describe('pages', () => {
  it('gives the article with its fields', () => {
    const report = readReport(PAGE);
    expect(report).toMatchObject({
      title: 'Envoy leaves',
      source: 'Site &amp; Co',
      published: '2026-03-17T09:30:00+01:00',
      language: 'en',
      issues: [],
    });
    expect(report.text).toContain('“He is gone,” said a spokeswoman for the ministry');
    expect(report.text).not.toMatch(/Home|Imprint|secret|var x/);
    expect(report.paragraphs).toHaveLength(3);
  });

  it('leads every run of text back to the page', () => {
    const report = readReport(PAGE);
    let covered = 0;
    for (const { text, input, length, inputLength } of report.offsets) {
      const here = report.text.slice(text, text + length);
      const there = PAGE.slice(input, input + inputLength);
      if (length === inputLength) expect(there.replace(/\s/g, ' ')).toBe(here.replace(/\s/g, ' '));
      else expect(there).toMatch(/^&#?\w+;?$/);
      covered += length;
    }
    expect(covered).toBe(report.text.replaceAll('\n', '').length);
  });

  it('reads a page without an article as its bare text', () => {
    const report = readReport('<html><body><p>Short.</p></body></html>');
    expect(report.text).toBe('Short.');
  });

  it.each([
    [
      'nested without end',
      `<html><body>${'<div>'.repeat(100_000)}Deep words here.${'</div>'.repeat(100_000)}</body></html>`,
    ],
    ['never closed', '<html><body><p>Words <b>and <a href="x>more words'],
    ['a comment without end', '<html><body><p>Words</p><!-- and then </body></html>'],
    ['a script without end', '<html><body><p>Words</p><script>if (a < b) '],
    [
      'broken JSON-LD',
      '<html><head><script type="application/ld+json">{"@type":</script></head><body><p>Words</p></body></html>',
    ],
    [
      'an impossible date',
      '<html><head><meta name="date" content="31 February 2026"></head><body><p>Words</p></body></html>',
    ],
    ['references to nothing', '<html><body><p>Words &#0; &#xD800; &#99999999; &nothing; &#x;</p></body></html>'],
    ['of scripts whose ends never end', `<html><body><p>Words</p><script>${'</script'.repeat(40_000)}`],
  ])('survives a page %s', (_, page) => {
    // processor time: a busy machine makes a clock run on
    const started = process.cpuUsage();
    const report = readReport(page);
    expect(report.text).toMatch(/[Ww]ords/);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2500);
  });

  it('drops an impossible date and says so', () => {
    const report = readReport(
      '<html><head><meta name="date" content="31 February 2026"></head><body><p>Words</p></body></html>',
    );
    expect(report.published).toBeNull();
    expect(codes(report)).toContain('report/impossible-date');
  });
});

describe('JSON', () => {
  it('reads ninjs', () => {
    const report = readReport(
      JSON.stringify({
        uri: 'urn:1',
        headline: 'Envoy leaves',
        body_text: 'He left.',
        versioncreated: '2026-03-17T09:30:00Z',
        language: 'en-GB',
        source: 'Wire',
      }),
    );
    expect(report).toMatchObject({
      title: 'Envoy leaves',
      text: 'He left.',
      published: '2026-03-17T09:30:00Z',
      language: 'en-GB',
      source: 'Wire',
    });
  });
  it('reads markup in a field', () =>
    expect(readReport(JSON.stringify({ headline: 'H', body_html: '<p>He left.</p>' })).text).toBe('He left.'));
  it('takes other JSON for plain text', () => expect(readReport('{"a":1}').text).toBe('{"a":1}'));
});

describe('any bytes', () => {
  it('give a report whose spans lie in its text, the same each time', () => {
    const page = new TextEncoder().encode(PAGE);
    const mutated = fc.array(fc.tuple(fc.nat(page.length - 1), fc.nat(255)), { maxLength: 30 }).map((changes) => {
      const bytes = page.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), (bytes) => {
        const report = readReport(bytes);
        const spans = [
          ...report.paragraphs,
          ...(report.dateline ? [report.dateline.span] : []),
          ...report.issues.flatMap(({ span }) => span ?? []),
        ];
        for (const { start, end } of spans) expect(start >= 0 && start < end && end <= report.text.length).toBe(true);
        let at = 0;
        for (const { text, length } of report.offsets) {
          expect(text).toBeGreaterThanOrEqual(at);
          at = text + length;
        }
        expect(report.text.isWellFormed()).toBe(true);
        expect(readReport(bytes)).toEqual(report);
      }),
      { numRuns: 150 },
    );
  });
});
