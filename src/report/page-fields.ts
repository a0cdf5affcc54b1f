// A page's DOM in, what it says about itself out: JSON-LD first, then meta elements, then elements.
import type { Page } from './html.ts';
import type { Origin } from './report.ts';
import type { Field, SourceText } from './source-text.ts';

type Fields = Pick<SourceText, 'title' | 'source' | 'url' | 'published' | 'language'>;

export function pageFields(page: Page): Fields {
  const linked = linkedData(page);
  const meta = (...names: string[]): Field | null => {
    for (const name of names) {
      const found =
        page.querySelector(`meta[property="${name}"]`) ??
        page.querySelector(`meta[name="${name}"]`) ??
        page.querySelector(`meta[itemprop="${name}"]`);
      const field = some(found?.getAttribute('content'), 'meta');
      if (field) return field;
    }
    return null;
  };
  const attribute = (selector: string, name: string): Field | null =>
    some(page.querySelector(selector)?.getAttribute(name), 'element');
  const text = (selector: string): Field | null => some(page.querySelector(selector)?.textContent, 'element');
  const url = attribute('link[rel="canonical"]', 'href') ?? meta('og:url');
  return {
    title:
      linked.title ??
      meta('og:title', 'twitter:title', 'headline') ??
      text('article h1') ??
      text('h1') ??
      text('title'),
    source: linked.source ?? meta('og:site_name', 'publisher', 'application-name'),
    url: url && /^https?:\/\//i.test(url.value) ? url : null,
    published:
      linked.published ??
      meta(
        'article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'DC.date.issued',
        'pubdate',
        'parsely-pub-date',
      ) ??
      attribute('article time[datetime]', 'datetime') ??
      attribute('time[datetime]', 'datetime'),
    language: attribute('html', 'lang'),
  };
}

function some(value: string | null | undefined, origin: Origin): Field | null {
  const words = value?.replace(/\s+/g, ' ').trim().slice(0, 1000);
  return words ? { value: words, origin } : null;
}

/** The first article among the page's JSON-LD; a broken script is passed over. */
function linkedData(page: Page): Pick<Fields, 'title' | 'source' | 'published'> {
  const scripts = page.querySelectorAll('script[type="application/ld+json"]');
  for (let i = 0; i < Math.min(scripts.length, 50); i++) {
    let data: unknown;
    try {
      data = JSON.parse(scripts[i]?.textContent ?? '');
    } catch {
      continue;
    }
    const graph = (data as { '@graph'?: unknown } | null)?.['@graph'];
    const list = Array.isArray(data) ? data : Array.isArray(graph) ? graph : [data];
    for (const one of list) {
      if (typeof one !== 'object' || one === null) continue;
      const item = one as Record<string, unknown>;
      if (!/Article|Report|BlogPosting|LiveBlog/.test(String(item['@type']))) continue;
      const string = (value: unknown) => some(typeof value === 'string' ? value : null, 'json-ld');
      return {
        title: string(item['headline']),
        source: string((item['publisher'] as { name?: unknown } | undefined)?.name),
        published: string(item['datePublished']),
      };
    }
  }
  return { title: null, source: null, published: null };
}
