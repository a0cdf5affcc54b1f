// Bytes or a string with what is known about them in, a Report out; the format is recognised, and nothing throws on it.
import { datelineDay, datelineIn } from './dateline.ts';
import { decode } from './decode.ts';
import { looksLikeHtml, readHtml } from './html.ts';
import { isoDate, looseDate } from './iso-date.ts';
import type { Issue } from './issue.ts';
import { isEnglish, languageOf } from './language.ts';
import { readNewsJson } from './news-json.ts';
import { headingOf, paragraphsOf } from './paragraphs.ts';
import type { About, Origin, Report } from './report.ts';
import { sha256 } from './sha-256.ts';
import { type Field, NOTHING_KNOWN, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/**
 * Reads any bytes; what `about` says wins over what the format says. Throws RangeError only for a malformed `about`
 * (an impossible date or zone), with the value; trouble in the bytes becomes issues:
 * `report/empty`, `report/not-utf-8`, `report/invalid-utf-8`, `report/unknown-encoding`, `report/no-article`,
 * `report/unplaced-text`, `report/impossible-date`, `report/no-publication-date`, `report/lone-surrogate`.
 */
export function readReport(input: Uint8Array | string, about: About = {}): Report {
  checkAbout(about);
  const issues: Issue[] = [];
  const type = about.type ?? '';
  let given: string;
  if (typeof input === 'string') {
    given = input.toWellFormed();
    if (given !== input)
      issues.push({
        code: 'report/lone-surrogate',
        span: null,
        message: 'half of a surrogate pair stands alone in the text; it is shown as U+FFFD',
      });
  } else {
    const decoded = decode(input, type);
    given = decoded.text;
    issues.push(...decoded.issues);
  }
  return reportFrom(recognise(given, type.toLowerCase(), about.name?.toLowerCase() ?? ''), about, issues);
}

/** What a format gave in, a Report out: fields settled, heading and dateline found. Throws RangeError like `readReport`. */
export function reportFrom(source: SourceText, about: About, before: readonly Issue[] = []): Report {
  checkAbout(about);
  const issues: Issue[] = [...before, ...source.issues];
  const { text, paragraphs, offsets } = source;
  if (paragraphs.length === 0) issues.push({ code: 'report/empty', span: null, message: 'there is no text to read' });

  const heading = headingOf(text, paragraphs);
  const dateline = datelineIn(text, paragraphs, heading);
  const words = (span: Span | null | undefined, origin: Origin): Field | null =>
    span ? { value: text.slice(span.start, span.end), origin } : null;
  const day = dateline && datelineDay(text, dateline);
  const origins: Partial<Record<'title' | 'source' | 'url' | 'published' | 'language', Origin>> = {};
  const settle = (name: keyof typeof origins, ...fields: readonly (Field | null)[]): string | null => {
    const stated = about[name];
    const field =
      stated === undefined ? fields.find((one) => one !== null) : { value: stated, origin: 'given' as const };
    if (!field) return null;
    origins[name] = field.origin;
    return field.value;
  };
  const { found = {} } = about;
  const title = settle('title', found.title ?? null, source.title, words(heading, 'heading'));
  const outlet = settle('source', found.source ?? null, source.source, words(dateline?.source, 'dateline'));
  const url = settle('url', found.url ?? null, source.url);
  const published = settle(
    'published',
    about.published === undefined ? (dated(found.published ?? null, issues) ?? dated(source.published, issues)) : null,
    day ? { value: day, origin: 'dateline' } : null,
  );
  const language = settle('language', spoken(text, found.language ?? null, source.language)) ?? 'en';
  if (published === null)
    issues.push({
      code: 'report/no-publication-date',
      span: null,
      message: 'the publication date is unknown: words such as “Thursday” stay unresolved (give it with --published)',
    });
  const id = `r${sha256(JSON.stringify([text, title, outlet, published, url])).slice(0, 24)}`;
  return {
    id,
    title,
    source: outlet,
    url,
    published,
    zone: about.zone ?? null,
    language,
    text,
    paragraphs,
    dateline,
    offsets,
    origins,
    issues,
  };
}

/** What the words are in; what is said about them only where they are too few, or for the country of the language. */
function spoken(text: string, ...said: readonly (Field | null)[]): Field | null {
  const stated = said.find((one) => one !== null) ?? null;
  const heard = languageOf(text);
  if (heard === null) return stated;
  const same = stated && (isEnglish(stated.value) ? heard === 'en' : stated.value.toLowerCase().startsWith(heard));
  return same ? stated : { value: heard, origin: 'words' };
}

function checkAbout(about: About): void {
  for (const [name, value] of Object.entries(about))
    if (name !== 'found' && value !== undefined && typeof value !== 'string')
      throw new RangeError(`${name} is ${JSON.stringify(value)}; give a string, or leave it out where it is unknown`);
  const { published, zone } = about;
  if (published !== undefined && isoDate(published) === null) {
    throw new RangeError(
      `published is ${JSON.stringify(published)}; give an ISO date of the calendar such as 2025-04-24, or a date-time such as 2025-04-24T07:30:00+03:00`,
    );
  }
  if (zone !== undefined && !/^(?:Z|UTC|[+-]\d{2}:\d{2})$/.test(zone)) {
    throw new RangeError(`zone is ${JSON.stringify(zone)}; give an offset such as +03:00, or Z`);
  }
}

function recognise(given: string, type: string, name: string): SourceText {
  const plain = type.startsWith('text/plain') || type.startsWith('text/markdown');
  if (!plain) {
    if (type.includes('html') || /\.x?html?$/.test(name) || (type === '' && looksLikeHtml(given)))
      return readHtml(given);
    if (type === '' || type.includes('json')) {
      const news = readNewsJson(given, readHtml);
      if (news) return news;
    }
  }
  return { ...NOTHING_KNOWN, text: given, paragraphs: paragraphsOf(given) };
}

/** A format's date as ISO; one that no calendar has is dropped and told. */
function dated(field: Field | null, issues: Issue[]): Field | null {
  if (!field) return null;
  const value = looseDate(field.value);
  if (value === null) {
    issues.push({
      code: 'report/impossible-date',
      span: null,
      message: `the publication date ${JSON.stringify(field.value.slice(0, 60))} cannot be understood; it is taken as unknown`,
    });
    return null;
  }
  return { value, origin: field.origin };
}
