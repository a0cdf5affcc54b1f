// The bytes of a PDF in, its paragraphs out: lines joined, words mended over line ends, page numbers left out.
import { NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import { sourceOf } from './blocks.ts';
import { madeOn } from './docx.ts';
import { FormatError } from './format-error.ts';
import { type Line, paragraphsOfPages } from './pdf-lines.ts';

const MOST_PAGES = 2000;

/** Throws FormatError when the PDF is damaged or protected, or holds pictures of text only. */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
  const { getResolvedPDFJS } = await import('unpdf');
  const { getDocument, PasswordResponses } = await getResolvedPDFJS();
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes its bytes away
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: Line[][] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items as readonly Item[]));
      page.cleanup();
    }
    const source = sourceOf(paragraphsOfPages(pages));
    if (source.paragraphs.length === 0)
      throw new FormatError('input/no-text', 'the PDF holds no text, only pictures of it; run it through OCR first');
    const { title, created, language } = await propertiesOf(document);
    return {
      ...NOTHING_KNOWN,
      ...source,
      title: title ? { value: title, origin: 'properties' } : null,
      language: language ? { value: language, origin: 'properties' } : null,
      issues: madeOn(created),
    };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    if (
      (error as Error).name === 'PasswordException' ||
      (error as { code?: unknown }).code === PasswordResponses?.NEED_PASSWORD
    )
      throw new FormatError('input/protected', 'the PDF is protected by a password', { cause: error });
    throw new FormatError('input/damaged', `the PDF is damaged (${(error as Error).message})`, { cause: error });
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** Pieces of text on one baseline, in the order in which the page draws them, so that columns stay apart. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let open: { words: string; x: number; y: number; end: number; size: number } | null = null;
  for (const { str, transform, width = 0, height = 0, hasEOL } of items) {
    if (str === undefined || !transform) continue;
    const x = transform[4] ?? 0;
    const y = transform[5] ?? 0;
    const size = height || Math.abs(transform[3] ?? 0);
    if (str !== '') {
      const same: boolean =
        open !== null && Math.abs(y - open.y) < Math.max(2, open.size * 0.5) && x >= open.end - open.size * 2;
      if (!open || !same) {
        if (open) lines.push(open);
        open = { words: '', x, y, end: x, size };
      }
      // a gap that no space fills is one
      if (open.words !== '' && x - open.end > open.size * 0.15 && !/\s$/.test(open.words) && !/^\s/.test(str))
        open.words += ' ';
      open.words += str;
      open.end = x + width;
      if (size > 0 && str.trim() !== '') open.size = size;
    }
    if (hasEOL && open) {
      lines.push(open);
      open = null;
    }
  }
  if (open) lines.push(open);
  return lines.filter(({ words }) => words.trim() !== '');
}

async function propertiesOf(document: {
  getMetadata(): Promise<{ info: object }>;
}): Promise<{ title: string | null; created: string | null; language: string | null }> {
  try {
    const { info } = await document.getMetadata();
    const { Title, CreationDate, Language } = info as Record<string, unknown>;
    const words = (value: unknown) =>
      typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim().toWellFormed() : null;
    const title = words(Title);
    const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(words(CreationDate) ?? '') ?? [];
    return {
      // what word processors write there is no title
      title:
        title && !/^(?:microsoft word|untitled|document ?\d*$)|\.(?:docx?|indd|pdf|qxp)$/i.test(title) ? title : null,
      created: year === undefined ? null : `${year}-${month}-${day}`,
      language: words(Language),
    };
  } catch {
    return { title: null, created: null, language: null }; // a document may live without its properties
  }
}
