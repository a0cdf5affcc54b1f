// A page's markup in, all of its text as one stream out, each character with its place in the markup.
import type { OffsetRun } from './report.ts';

export interface PageStream {
  /** Text with white space folded to one space, blocks parted by line feeds. */
  readonly text: string;
  /** The same with spaces for line feeds: what a block of an article is looked for in. */
  readonly flat: string;
  /** How deep elements are nested. */
  readonly deepest: number;
  /** Appends the runs of `from..to` of the stream, which stands at `at` in the report's text. */
  runs(from: number, to: number, at: number, into: OffsetRun[]): void;
}

const BLOCK =
  /^\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|fig\w+|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|t\w{1,4}|ul|body|title|head|html)$/;
const RAW = new Set(['script', 'style', 'noscript', 'template', 'svg', 'textarea']);
const VOID = new Set([
  'br',
  'hr',
  'img',
  'meta',
  'link',
  'input',
  'source',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'track',
]);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  frac12: '½',
  shy: '\u00ad',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  aring: 'å',
  ccedil: 'ç',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  oslash: 'ø',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  szlig: 'ß',
  Eacute: 'É',
  Agrave: 'À',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Ccedil: 'Ç',
  scaron: 'š',
  Scaron: 'Š',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
};

/** One pass over the markup; linear, and no stack however deep the page is nested. */
export function pageStream(html: string): PageStream {
  const parts: string[] = [];
  // one entry for each code unit of the stream
  let place = new Int32Array(Math.max(64, html.length + 1));
  let size = new Uint8Array(place.length);
  let length = 0;
  let space = true; // the stream ends with white space
  const put = (words: string, at: number, covers: number) => {
    for (let i = 0; i < words.length; i++) {
      const white = /\s/.test(words[i] ?? '');
      if (white && space) continue;
      if (length + 1 >= place.length) {
        const [places, sizes] = [place, size];
        place = new Int32Array(places.length * 2);
        size = new Uint8Array(places.length * 2);
        place.set(places);
        size.set(sizes);
      }
      parts.push(white ? ' ' : (words[i] ?? ''));
      place[length] = at;
      size[length++] = Math.min(255, covers);
      space = white;
    }
  };
  const breakLine = (at: number) => {
    if (length === 0) return;
    if (space && parts[length - 1] !== '\n') parts[length - 1] = '\n';
    else if (!space) {
      parts.push('\n');
      place[length] = at;
      size[length++] = 0;
    }
    space = true;
  };
  let depth = 0;
  let deepest = 0;
  let at = 0;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === 60 && /[a-z/!?]/i.test(html[at + 1] ?? '')) {
      if (html.startsWith('<!--', at)) {
        const end = html.indexOf('-->', at + 4);
        at = end < 0 ? html.length : end + 3;
        continue;
      }
      const end = tagEnd(html, at);
      const name = /^<(\/?[a-z][\w:-]{0,30})/i.exec(html.slice(at, at + 33))?.[1]?.toLowerCase() ?? '';
      if (BLOCK.test(name)) breakLine(at);
      if (name.startsWith('/')) depth = Math.max(0, depth - 1);
      else if (name !== '' && !VOID.has(name) && html[end - 2] !== '/') deepest = Math.max(deepest, ++depth);
      at = end;
      if (RAW.has(name)) {
        const close = closing(html, name, end);
        at = close;
      }
    } else if (code === 38) {
      const reference = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,30}));?/i.exec(html.slice(at, at + 34));
      const decoded = reference ? referenced(reference[1], reference[2], reference[3]) : null;
      put(decoded ?? '&', at, decoded === null ? 1 : (reference?.[0].length ?? 1));
      at += decoded === null ? 1 : (reference?.[0].length ?? 1);
    } else {
      put(html[at] ?? '', at, 1);
      at++;
    }
  }
  const text = parts.join('');
  return {
    text,
    flat: text.replaceAll('\n', ' '),
    deepest,
    runs(from, to, start, into) {
      let begin = from;
      for (let i = from; i <= to; i++) {
        const goesOn =
          i < to && i > begin && place[i] === (place[i - 1] ?? 0) + 1 && size[i] === 1 && size[i - 1] === 1;
        if (i === begin || goesOn) continue;
        const one = i - begin === 1;
        into.push({
          text: start + begin - from,
          input: place[begin] ?? 0,
          length: i - begin,
          inputLength: one ? (size[begin] ?? 1) : i - begin,
        });
        begin = i;
      }
    },
  };
}

/** One past the `>` that ends a tag, attribute values in quotes passed over; the page's end when it never ends. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  const limit = Math.min(html.length, from + 100_000);
  for (let at = from + 1; at < limit; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) quote = code;
  }
  const plain = html.indexOf('>', from);
  return plain < 0 ? html.length : plain + 1;
}

function closing(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const end = close.exec(html) ? html.indexOf('>', close.lastIndex) : -1;
  return end < 0 ? html.length : end + 1;
}

/** The character of a reference; null for one that is none. */
function referenced(
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string | null {
  if (name !== undefined) return NAMED[name] ?? null;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  // references to the C1 range mean Windows-1252, as browsers read them
  return code >= 0x80 && code <= 0x9f
    ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
    : String.fromCodePoint(code);
}
