// The first bytes of an input with its name and media type in, its format out.

/** What one report may come as. */
export const SINGLE = ['text', 'html', 'markdown', 'mail', 'docx', 'pdf', 'ninjs', 'nitf'] as const;
/** What may hold many reports. */
export const CONTAINERS = ['feed', 'opml', 'warc', 'newsml', 'jsonl', 'json', 'csv'] as const;
export type SingleFormat = (typeof SINGLE)[number];
export type Format = SingleFormat | (typeof CONTAINERS)[number];

const ENDINGS: readonly [RegExp, Format][] = [
  [/\.x?html?$/, 'html'],
  [/\.(?:md|markdown)$/, 'markdown'],
  [/\.eml$/, 'mail'],
  [/\.docx$/, 'docx'],
  [/\.pdf$/, 'pdf'],
  [/\.(?:rss|atom)$/, 'feed'],
  [/\.opml$/, 'opml'],
  [/\.(?:warc|wet|wat)$/, 'warc'],
  [/\.nitf$/, 'nitf'],
  [/\.(?:jsonl|ndjson)$/, 'jsonl'],
  [/\.(?:csv|tsv)$/, 'csv'],
  [/\.(?:txt|text)$/, 'text'],
];
const TYPES: readonly [RegExp, Format][] = [
  [/^application\/pdf/, 'pdf'],
  [/wordprocessingml/, 'docx'],
  [/^message\/rfc822/, 'mail'],
  [/^application\/(?:rss|atom|rdf|feed)\+/, 'feed'],
  [/^(?:text|application)\/x-opml/, 'opml'],
  [/^application\/warc/, 'warc'],
  [/nitf/, 'nitf'],
  [/newsml/, 'newsml'],
  [/^application\/(?:x-)?(?:ndjson|jsonl)/, 'jsonl'],
  [/^text\/(?:csv|tab-separated)/, 'csv'],
  [/^text\/(?:x-)?markdown/, 'markdown'],
  [/html/, 'html'],
  [/^text\/plain/, 'text'],
];

/** Names that a folder's walk takes; others are passed over. `.json` and `.xml` are looked into. */
export const KNOWN_NAME =
  /\.(?:txt|text|x?html?|md|markdown|eml|docx|pdf|rss|atom|xml|opml|warc|wet|nitf|jsonl|ndjson|json|csv|tsv)(?:\.gz)?$/i;

/**
 * Recognises a format. What the bytes plainly are comes first, then the media type, then the name, then a look at the
 * beginning; null for bytes that are no text and nothing known (a picture, an archive).
 */
export function formatOf(head: Uint8Array, type: string, name: string): Format | null {
  const starts = new TextDecoder('latin1').decode(head.subarray(0, 4096));
  if (/^\s{0,200}%PDF-/.test(starts.slice(0, 1024))) return 'pdf';
  if (starts.startsWith('PK\u0003\u0004')) return /\.(?:xlsx|pptx|od[tsp]|epub|zip|jar)$/i.test(name) ? null : 'docx';
  if (starts.startsWith('WARC/')) return 'warc';
  const media = type.toLowerCase().trim();
  const file = name.toLowerCase().replace(/\.gz$/, '');
  const root = rootOf(starts);
  // JSON and XML say only later what they hold
  const named =
    TYPES.find(([pattern]) => pattern.test(media))?.[1] ?? ENDINGS.find(([pattern]) => pattern.test(file))?.[1];
  if (named === 'html' && root !== null && root !== 'html') return root; // feeds are often served as pages
  if (named === 'text' && media === '' && root !== null) return root; // a page that somebody saved as .txt
  if (named) return named;
  if (root) return root;
  if (/^\s*\{/.test(starts)) return jsonOf(starts);
  if (/^\s*\[\s*\{/.test(starts)) return 'json';
  if (
    /^(?:from |(?:from|received|return-path|mime-version|message-id|delivered-to|date|subject): )/i.test(starts) &&
    /^(?:from|to|subject|message-id|received): /im.test(starts) &&
    /^(?:mime-version|message-id|received|date): /im.test(starts)
  )
    return 'mail';
  return isBinary(head) ? null : 'text';
}

function rootOf(starts: string): Format | null {
  const markup = starts.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  if (!markup.startsWith('<')) return null;
  const element = /<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(markup)?.[1]?.toLowerCase();
  if (element === 'rss' || element === 'feed' || element === 'rdf') return 'feed';
  if (element === 'opml') return 'opml';
  if (element === 'nitf') return 'nitf';
  if (element === 'newsitem' || element === 'newsmessage') return 'newsml';
  return /^(?:html|head|body|article|div|p)$/.test(element ?? '') || /^<!doctype html/i.test(markup) ? 'html' : null;
}

function jsonOf(starts: string): Format {
  if (/"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(starts)) return 'feed';
  const end = starts.indexOf('\n');
  if (end > 0 && /^\s*\{/.test(starts.slice(end + 1))) {
    try {
      JSON.parse(starts.slice(0, end));
      return 'jsonl';
    } catch {
      // an object over several lines
    }
  }
  return 'json';
}

/** Holds bytes of no text: a zero that UTF-16 does not explain. */
function isBinary(head: Uint8Array): boolean {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (wide) return false;
  let zeros = 0;
  let odd = 0;
  const length = Math.min(head.length, 4096);
  for (let at = 0; at < length; at++) {
    if (head[at] === 0) {
      zeros++;
      odd += at & 1;
    }
  }
  // UTF-16 without its mark: nearly every second byte is zero
  return zeros > 0 && !(zeros > length * 0.35 && (odd > zeros * 0.9 || odd < zeros * 0.1));
}
