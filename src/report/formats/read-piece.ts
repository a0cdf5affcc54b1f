// A piece with what a caller knows about it in, its Report out: the formats that only a library reads are loaded here.
import { decode } from '../decode.ts';
import { readReport, reportFrom } from '../read-report.ts';
import type { About, Report } from '../report.ts';
import { sourceOf } from './blocks.ts';
import { FormatError } from './format-error.ts';
import type { Piece } from './piece.ts';

/**
 * Reads one piece. Throws FormatError when it cannot be opened as what it is (a damaged PDF), RangeError when `about` is
 * malformed; trouble in the words becomes issues of the report.
 */
export async function readPiece({ input, format, type, found }: Piece, about: About = {}): Promise<Report> {
  const known: About = { ...about, found };
  const bytes = () => (typeof input === 'string' ? new TextEncoder().encode(input) : input);
  const charset = /;\s*charset=[^;]+/i.exec(type)?.[0] ?? '';
  switch (format) {
    case 'text':
      return readReport(input, { ...known, type: `text/plain${charset}` });
    case 'html':
      return readReport(input, { ...known, type: `text/html${charset}` });
    case 'ninjs':
      return readReport(input, { ...known, type: 'application/json' });
    case 'lines':
      return reportFrom(sourceOf(textOf(input, type).text.split('\n')), known);
    case 'markdown': {
      const { text, issues } = textOf(input, type);
      const { readMarkdown } = await import('./markdown.ts');
      return reportFrom(await readMarkdown(text), known, issues);
    }
    case 'nitf': {
      const { text, issues } = textOf(input, type);
      const { readNitf } = await import('./news-xml.ts');
      return reportFrom(someText(await readNitf(text)), known, issues);
    }
    case 'mail': {
      const { readMail } = await import('./mail.ts');
      return reportFrom(someText(await readMail(bytes())), known);
    }
    case 'docx': {
      const { readDocx } = await import('./docx.ts');
      return reportFrom(someText(await readDocx(bytes())), known);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts');
      return reportFrom(await readPdf(bytes()), known);
    }
  }
}

const textOf = (input: Uint8Array | string, type: string) =>
  typeof input === 'string' ? { text: input.toWellFormed(), issues: [] } : decode(input, type);

/** A document that gives no words was not understood: it is told, and not kept as an empty report. */
function someText<T extends { readonly paragraphs: readonly unknown[] }>(source: T): T {
  if (source.paragraphs.length === 0) throw new FormatError('input/no-text', 'no words were found in it');
  return source;
}
