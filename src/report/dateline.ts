// The beginning of a report's first paragraph in, its dateline out: `KYIV, April 24 (Outlet) —`.
import { looseDate } from './iso-date.ts';
import { openingsOf } from './paragraphs.ts';
import type { Dateline } from './report.ts';
import type { Span } from './span.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\\.?';
const DATE = `(?:${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${MONTH}(?: \\d{4})?)`;
/** Capitals, with a region behind a comma: `PORT AVERIN, Kestria`, `GENEVA/VIENNA`, `Washington D.C.` */
const PLACE = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\-/ ]{1,40}(?:, \\p{Lu}[\\p{L}'’.\\- ]{1,30})?";
const OUTLET = "[\\p{Lu}\\p{N}][\\p{L}\\p{N} .&'’/-]{0,39}";
/** `Outlet, KYIV —` */
const OUTLET_FIRST = new RegExp(`^(?<source>${OUTLET}), (?<place>${PLACE}?) ?(?:—|–|--) ?`, 'u');
/** `PORT AVERIN: The mayor …` */
const COLON = new RegExp(`^(?<place>${PLACE}?) ?: (?=\\p{Lu}[\\p{Ll} ])(?!I )`, 'u');
const FORMS = [
  new RegExp(`^(?<place>${PLACE}?)(?:, (?<date>${DATE}))? ?\\((?<source>${OUTLET}?) ?\\) ?(?:—|–|--|-|:|_) ?`, 'u'),
  new RegExp(`^(?<place>${PLACE}?), (?<date>${DATE}) ?(?:—|–|--|-|:) ?`, 'u'),
  new RegExp(`^(?<place>${PLACE}?), (?<date>${DATE}) ?\\((?<source>${OUTLET})\\) `, 'u'),
  OUTLET_FIRST,
  new RegExp(`^(?<place>${PLACE}?)(?: ?(?:—|–|--) ?| - )(?=\\p{Lu}|["“‘])`, 'u'),
  COLON,
];
/** `Port Averin`, `Port Averin, Kestria`, in small letters: a day or an outlet in brackets says that it is a dateline. */
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.]+(?:[ -]\\p{Lu}[\\p{L}\\p{M}'’.]+){0,2}(?:, \\p{Lu}[\\p{L}'’.\\- ]{1,30})?";
const AGENCY = '\\p{Lu}[\\p{L}\\p{N}.&/ ]{1,24}';
const SMALL = [
  new RegExp(`^(?<place>${NAME}?), (?<date>${DATE}),? ?\\((?<source>${AGENCY})\\) ?(?:—|–|--|-|:)? ?(?=\\p{Lu}|["“‘])`, 'u'),
  new RegExp(`^(?<place>${NAME}?), (?<date>${DATE})(?:, (?<source>\\p{Lu}{2,12}))? ?(?:—|–|--|-) ?(?=\\p{Lu}|["“‘])`, 'u'),
  new RegExp(`^(?<place>${NAME}?) ?\\((?<source>${AGENCY})\\) ?(?:—|–|--|-|:) ?(?=\\p{Lu}|["“‘])`, 'u'),
  new RegExp(`^(?<place>${NAME}?) - (?=\\p{Lu})(?!.{0,150} [-—–] )`, 'u'),
  // an outlet alone: `(WIRE) `, `(Reuters) - `
  /^\((?<source>\p{Lu}{2,8})\) (?:[—–-] )?(?=\p{Lu})/u,
  /^\((?<source>\p{Lu}\p{L}{2,15}(?: \p{Lu}\p{L}+)?)\) ?[—–-] ?(?=\p{Lu})/u,
]; // biome-ignore format: one form a line
/** Capitals before a colon that lead no report from anywhere. */
const HEADS =
  /^(?:UPDATE|BREAKING|WARNING|EXCLUSIVE|ANALYSIS|OPINION|EDITORIAL|WATCH|VIDEO|LIVE|CORRECTION|NOTE|ADVISORY|FACTBOX|TIMELINE|EXPLAINER|Q|A)\b/;
/** A second turn of a transcript. */
const TURN = /\n\p{Lu}[\p{Lu} .'’-]{1,30}: /u;

/** What stands behind every dateline or in it. The forms are looked for only where one does: to compile them takes long. */
const SIGN = /[-—–:(]/;

/** Null where the paragraph begins with no dateline. Offsets are those of `text`. */
function datelineOf(text: string, paragraph: Span): Dateline | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160));
  if (!SIGN.test(head)) return null;
  for (const form of [...FORMS, ...SMALL]) {
    const found = form.exec(head);
    if (!found) continue;
    const { place, date, source } = found.groups ?? {};
    const capitals = place?.split(',')[0]?.replace(/[^\p{L}]/gu, '') ?? '';
    const small = SMALL.includes(form);
    if (!small && (capitals.length < 3 || capitals !== capitals.toUpperCase())) continue;
    if (form === COLON && (HEADS.test(head) || TURN.test(text.slice(paragraph.start, paragraph.start + 4000))))
      continue;
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

/** The dateline of a whole report: of the first paragraph behind its heading, or behind a byline and the like. */
export function datelineIn(text: string, paragraphs: readonly Span[], heading: Span | null): Dateline | null {
  for (const opening of openingsOf(text, paragraphs, heading)) {
    const dateline = datelineOf(text, opening);
    if (dateline) return dateline;
  }
  return null;
}

/** The day of a dateline that names its year; null otherwise, since no year is guessed. */
export function datelineDay(text: string, { date }: Dateline): string | null {
  return date && looseDate(text.slice(date.start, date.end).replace(/\./g, ''));
}
