// The beginning of a report's first paragraph in, its dateline out: `KYIV, April 24 (Outlet) —`.
import { looseDate } from './iso-date.ts';
import type { Dateline } from './report.ts';
import type { Span } from './span.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\\.?';
const DATE = `(?:${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${MONTH}(?: \\d{4})?)`;
/** Capitals, with a region behind a comma: `PORT AVERIN, Kestria`, `GENEVA/VIENNA`, `Washington D.C.` */
const PLACE = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\-/ ]{1,40}(?:, \\p{Lu}[\\p{L}'’.\\- ]{1,30})?";
const OUTLET = "[\\p{Lu}\\p{N}][\\p{L}\\p{N} .&'’/-]{0,39}";
/** `Outlet, KYIV —` */
const OUTLET_FIRST = new RegExp(`^(?<source>${OUTLET}), (?<place>${PLACE}?) ?(?:—|–|--) ?`, 'u');
const FORMS = [
  new RegExp(`^(?<place>${PLACE}?)(?:, (?<date>${DATE}))? ?\\((?<source>${OUTLET})\\) ?(?:—|–|--|-|:) ?`, 'u'),
  new RegExp(`^(?<place>${PLACE}?), (?<date>${DATE}) ?(?:—|–|--|-|:) ?`, 'u'),
  new RegExp(`^(?<place>${PLACE}?), (?<date>${DATE}) ?\\((?<source>${OUTLET})\\) `, 'u'),
  OUTLET_FIRST,
  new RegExp(`^(?<place>${PLACE}?)(?: ?(?:—|–|--) ?| - )(?=\\p{Lu}|["“‘])`, 'u'),
];

/** Null where the paragraph begins with no dateline. Offsets are those of `text`. */
export function datelineOf(text: string, paragraph: Span): Dateline | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160));
  for (const form of FORMS) {
    const found = form.exec(head);
    if (!found) continue;
    const { place, date, source } = found.groups ?? {};
    const capitals = place?.split(',')[0]?.replace(/[^\p{L}]/gu, '') ?? '';
    if (capitals.length < 3 || capitals !== capitals.toUpperCase()) continue;
    let from = 0;
    const span = (printed: string | undefined): Span | null => {
      const words = printed?.trim();
      if (words === undefined) return null;
      const at = head.indexOf(words, from);
      return { start: paragraph.start + at, end: paragraph.start + at + words.length };
    };
    const named = { source: form === OUTLET_FIRST ? span(source) : null };
    if (named.source) from = source?.length ?? 0;
    const where = span(place);
    if (where) from = where.end - paragraph.start;
    return {
      span: { start: paragraph.start, end: paragraph.start + found[0].trimEnd().length },
      place: where,
      date: span(date),
      source: named.source ?? span(source),
    };
  }
  return null;
}

/** The day of a dateline that names its year; null otherwise, since no year is guessed. */
export function datelineDay(text: string, { date }: Dateline): string | null {
  return date && looseDate(text.slice(date.start, date.end).replace(/\./g, ''));
}
