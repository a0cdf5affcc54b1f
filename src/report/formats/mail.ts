// The bytes of a letter (EML) in, its words with subject, sender and date out; attachments are left out.
import { readHtml } from '../html.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import { FormatError } from './format-error.ts';

/** Throws FormatError for bytes that no letter begins with, or that are nested without end. */
export async function readMail(bytes: Uint8Array): Promise<SourceText> {
  const { default: PostalMime } = await import('postal-mime');
  let letter: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    letter = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 });
  } catch (error) {
    throw new FormatError('input/damaged', `the letter cannot be read (${(error as Error).message})`, { cause: error });
  }
  const header = (name: string): string | null => {
    const value = letter.headers
      .find(({ key }) => key === name)
      ?.value.replace(/\s+/g, ' ')
      .trim();
    return value === undefined || value === '' ? null : value.toWellFormed();
  };
  const subject = letter.subject?.replace(/\s+/g, ' ').trim().toWellFormed();
  const sender = (letter.from?.name || letter.from?.address || '').trim().toWellFormed();
  const date = header('date')?.replace(/\s*\([^)]*\)$/, '');
  const language = header('content-language');
  return {
    ...bodyOf(letter.text, letter.html),
    title: subject ? { value: subject, origin: 'header' } : null,
    source: sender ? { value: sender, origin: 'header' } : null,
    published: date ? { value: date, origin: 'header' } : null,
    language: language ? { value: language.split(',')[0] ?? language, origin: 'header' } : null,
  };
}

/** The plain part, unless there is none worth the name beside a page. */
function bodyOf(plain: string | undefined, html: string | undefined): SourceText {
  const text = plain?.replace(/\r\n/g, '\n').trimEnd().toWellFormed() ?? '';
  if (html && text.trim().length < 200) {
    const page = readHtml(html.toWellFormed());
    // offsets would be those of a part that nobody has seen
    if (page.text.length > text.length) return { ...page, url: null, offsets: [] };
  }
  return { ...NOTHING_KNOWN, text, paragraphs: paragraphsOf(text) };
}
