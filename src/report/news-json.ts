// A JSON document in, its text and fields out: IPTC ninjs, or the line shape of the filter; null for other JSON.

import { paragraphsOf } from './paragraphs.ts';
import { type Field, NOTHING_KNOWN, type SourceText } from './source-text.ts';

/** Null when the string is no JSON object or holds no report. `html` reads markup inside a field. */
export function readNewsJson(input: string, html: (page: string) => SourceText): SourceText | null {
  if (!/^\s*\{/.test(input)) return null;
  let given: unknown;
  try {
    given = JSON.parse(input);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null) return null;
  const fields = given as Record<string, unknown>;
  const field = (...names: string[]): Field | null => {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'string' && value.trim() !== '') return { value, origin: 'field' };
    }
    return null;
  };
  const plain = field('body_text', 'text');
  const marked = field('body_html', 'body_xhtml');
  const body = plain
    ? { ...NOTHING_KNOWN, text: plain.value, paragraphs: paragraphsOf(plain.value) }
    : marked
      ? html(marked.value)
      : null;
  if (!body) return null;
  const source = field('source', 'publisher', 'infosource', 'provider');
  return {
    ...body,
    // offsets into a field of the document would be misleading: the field's own text is the input
    offsets: [],
    title: field('headline', 'title') ?? body.title,
    source,
    url: field('url', 'uri', 'link'),
    published: field('published', 'firstpublished', 'versioncreated', 'firstcreated', 'contentcreated'),
    language: field('language'),
  };
}
