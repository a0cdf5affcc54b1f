// News in XML (NITF, NewsML-G2) in, a text with its fields for each item out.
import type { Origin } from '../report.ts';
import { type Field, NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import { sourceOf } from './blocks.ts';
import { blocksIn, first, within, wordsOf, type XmlElement, xmlTree } from './xml-tree.ts';

const BLOCKS = new Set(
  'p hl1 hl2 li dt dd td th caption blockquote bq pre table block tr h1 h2 h3 h4 h5 h6 div br body'.split(' '),
);
const LEFT_OUT = new Set('media media-caption media-producer script style head note ednote'.split(' '));
const ORIGIN: Origin = 'field';

const field = (value: string | null | undefined): Field | null =>
  value ? { value: value.toWellFormed(), origin: ORIGIN } : null;

/** One NITF document. */
export async function readNitf(xml: string): Promise<SourceText> {
  const { root, issues } = await xmlTree(xml);
  return { ...nitfOf(root), issues };
}

/** Each news item of a NewsML-G2 message, or the one that stands alone; items of pictures and packages are left out. */
export async function readNewsMl(xml: string): Promise<SourceText[]> {
  const { root, issues } = await xmlTree(xml);
  return [...within(root, 'newsItem')]
    .filter((item) => {
      const kind = first(item, 'itemMeta', 'itemClass')?.attributes['qcode'];
      return kind === undefined || /text$/.test(kind);
    })
    .map((item) => ({ ...itemOf(item), issues }));
}

function nitfOf(root: XmlElement): SourceText {
  const content = first(root, 'body.content') ?? first(root, 'body') ?? root;
  const dateline = wordsOf(first(root, 'dateline'));
  const blocks = blocksIn(content, BLOCKS, LEFT_OUT);
  // the dateline is an element of its own: it goes where a paper prints it
  if (dateline && blocks[0] !== undefined && !blocks[0].trim().startsWith(dateline))
    blocks[0] = `${dateline.replace(/\s*[-–—]+$/, '')} — ${blocks[0].trim()}`;
  return {
    ...NOTHING_KNOWN,
    ...sourceOf(blocks),
    title: field(wordsOf(first(root, 'hedline', 'hl1')) ?? wordsOf(first(root, 'head', 'title'))),
    source: field(
      first(root, 'pubdata')?.attributes['name'] ??
        first(root, 'doc.copyright')?.attributes['holder'] ??
        wordsOf(first(root, 'distributor')),
    ),
    url: field(http(first(root, 'pubdata')?.attributes['ex-ref'])),
    published: field(
      first(root, 'date.issue')?.attributes['norm'] ??
        first(root, 'pubdata')?.attributes['date.publication'] ??
        first(root, 'date.release')?.attributes['norm'] ??
        first(root, 'dateline', 'story.date')?.attributes['norm'],
    ),
    language: field(first(root, 'nitf')?.attributes['xml:lang']),
  };
}

function itemOf(item: XmlElement): SourceText {
  const meta = first(item, 'itemMeta') ?? item;
  const about = first(item, 'contentMeta') ?? item;
  const inline = first(item, 'contentSet', 'inlineXML');
  const plain = first(item, 'contentSet', 'inlineData');
  const body = inline ? nitfOf(inline) : null;
  const text =
    body && body.paragraphs.length > 0
      ? body
      : { ...NOTHING_KNOWN, ...sourceOf(plain ? linesOf(plain) : inline ? blocksIn(inline, BLOCKS, LEFT_OUT) : []) };
  const provider = first(meta, 'provider');
  const info = first(about, 'infoSource');
  return {
    ...text,
    title: field(wordsOf(first(about, 'headline')) ?? wordsOf(first(meta, 'title'))) ?? body?.title ?? null,
    source: field(
      wordsOf(info && first(info, 'name')) ??
        info?.attributes['literal'] ??
        wordsOf(provider && first(provider, 'name')) ??
        provider?.attributes['literal'] ??
        code(provider?.attributes['qcode']),
    ),
    url: field(http(first(about, 'remoteInfo')?.attributes['href'])),
    published:
      field(
        // the words are those of this version
        wordsOf(first(meta, 'versionCreated')) ??
          wordsOf(first(about, 'contentCreated')) ??
          wordsOf(first(meta, 'firstCreated')),
      ) ??
      body?.published ??
      null,
    language: field(
      first(about, 'language')?.attributes['tag'] ?? item.attributes['xml:lang'] ?? inline?.attributes['xml:lang'],
    ),
  };
}

const linesOf = (element: XmlElement): string[] =>
  element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .split(/\r?\n/);
const http = (address: string | undefined): string | null => (address && /^https?:/i.test(address) ? address : null);
/** The name in `nprov:WIRE`. */
const code = (qcode: string | undefined): string | null => qcode?.slice(qcode.indexOf(':') + 1) || null;
