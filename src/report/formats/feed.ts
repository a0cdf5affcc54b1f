// A feed (RSS, Atom, RDF, JSON Feed) in, its items out; and an OPML list in, the addresses of its feeds out.
import type { Found, Origin } from '../report.ts';
import { FormatError } from './format-error.ts';

export interface FeedItem {
  /** What tells it from the others of the feed: its guid or id, else its address, else its title. */
  readonly id: string;
  /** Its words, as markup; '' when it has none. */
  readonly html: string;
  /** Plain words instead of markup. */
  readonly plain: boolean;
  /** Whether the feed carries the whole report and not a summary of it. */
  readonly whole: boolean;
  readonly url: string | null;
  readonly found: Found;
}

export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
}

type Loose = { readonly [key: string]: Loose } & readonly Loose[];

/** Throws FormatError when it is no feed or a broken one. */
export async function readFeed(text: string): Promise<Feed> {
  const { parseFeed } = await import('feedsmith');
  let parsed: { format: string; feed: Loose };
  try {
    parsed = parseFeed(text) as unknown as typeof parsed;
  } catch (error) {
    throw new FormatError('input/damaged', `the feed cannot be read (${(error as Error).message})`, { cause: error });
  }
  const { feed } = parsed;
  const title = words(feed['title']);
  const language = words(feed['language']) ?? words(feed['dc']?.['languages']?.[0]) ?? words(feed['xml']?.['lang']);
  const list = (feed['items'] ?? feed['entries'] ?? []) as readonly Loose[];
  return { title, items: list.map((item) => itemOf(item, title, language)) };
}

function itemOf(item: Loose, outlet: string | null, language: string | null): FeedItem {
  const url = httpOf(words(item['link']) ?? words(item['url']) ?? alternate(item['links']) ?? words(item['id']));
  const title = plain(item['title']);
  const plainText = words(item['content_text']);
  const full =
    words(item['content']?.['encoded']) ?? words(item['content_html']) ?? words(item['content']) ?? plainText;
  const short = words(item['description']) ?? words(item['summary']);
  const published =
    words(item['pubDate']) ??
    words(item['published']) ??
    words(item['date_published']) ??
    words(item['dc']?.['dates']?.[0]) ??
    words(item['dc']?.['date']) ??
    words(item['updated']);
  const own =
    words(item['language']) ?? words(item['xml']?.['lang']) ?? words(item['dc']?.['languages']?.[0]) ?? language;
  const source = words(item['source']?.['title']) ?? outlet;
  const origin: Origin = 'feed';
  const found: Found = {
    ...(title ? { title: { value: title, origin } } : {}),
    ...(source ? { source: { value: source, origin } } : {}),
    ...(url ? { url: { value: url, origin } } : {}),
    ...(published ? { published: { value: published, origin } } : {}),
    ...(own ? { language: { value: own, origin } } : {}),
  };
  const guid =
    words(item['guid']?.['value']) ?? words(item['guid']) ?? words(item['id']) ?? words(item['rdf']?.['about']);
  const text = (full ?? short ?? '').toWellFormed();
  return {
    id: guid ?? url ?? title ?? text.slice(0, 200),
    html: text,
    plain: (full !== null && full === plainText) || !/[<&]/.test(text),
    whole: full !== null,
    url,
    found,
  };
}

/** A string, or the `value` of an object, trimmed; null when there is none. */
function words(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim().toWellFormed();
  const inner = (value as { value?: unknown } | null | undefined)?.value;
  return typeof inner === 'string' ? words(inner) : null;
}

/** A title without its markup. */
const plain = (value: unknown): string | null =>
  words(value)
    ?.replace(/<\/?[a-z][^>]{0,500}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim() || null;

function alternate(links: unknown): string | null {
  if (!Array.isArray(links)) return null;
  const list = links as readonly { href?: unknown; rel?: unknown }[];
  return words((list.find(({ rel }) => rel === undefined || rel === 'alternate') ?? list[0])?.href);
}

const httpOf = (address: string | null): string | null => (address && /^https?:\/\//i.test(address) ? address : null);

/** The feeds of an OPML list, groups opened, each once. Throws FormatError when it is none. */
export async function readOpml(text: string): Promise<{ url: string; title: string | null }[]> {
  const { parseOpml } = await import('feedsmith');
  let body: unknown;
  try {
    body = parseOpml(text).body;
  } catch (error) {
    throw new FormatError('input/damaged', `the OPML list cannot be read (${(error as Error).message})`, {
      cause: error,
    });
  }
  const feeds = new Map<string, string | null>();
  const stack: Loose[] = [body as Loose];
  for (let outline = stack.pop(); outline; outline = stack.pop()) {
    const url = httpOf(words(outline['xmlUrl']));
    if (url && !feeds.has(url)) feeds.set(url, plain(outline['title']) ?? plain(outline['text']));
    const inner = (outline['outlines'] ?? []) as readonly Loose[];
    for (let at = inner.length - 1; at >= 0; at--) stack.push(inner[at] as Loose);
  }
  return [...feeds].map(([url, title]) => ({ url, title }));
}
