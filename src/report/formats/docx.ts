// The bytes of a DOCX document in, its paragraphs and properties out; deleted words and field codes are left out.
import { NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import { sourceOf } from './blocks.ts';
import { FormatError } from './format-error.ts';
import { first, within, wordsOf, type XmlElement, xmlTree } from './xml-tree.ts';

const PARTS = ['word/document.xml', 'docProps/core.xml'] as const;
/** A part may not say that it unpacks to more: a bomb is refused before it is unpacked. */
const LARGEST = 100_000_000;
/** Drawing alternatives repeat their words; deletions and codes are no words of the document. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'pPr', 'rPr', 'sectPr', 'tblPr']);

/** Throws FormatError when the bytes are no document: damaged, protected, another kind of archive, or a bomb. */
export async function readDocx(bytes: Uint8Array): Promise<SourceText> {
  const parts = await unpacked(bytes);
  const document = parts.get('word/document.xml');
  if (!document)
    throw new FormatError('input/format', 'it is a ZIP archive but no DOCX document; unpack it and add what it holds');
  const { root, issues } = await xmlTree(new TextDecoder().decode(document));
  const blocks: string[] = [];
  let title: string | null = null;
  for (const paragraph of paragraphsIn(root)) {
    if (title === null && paragraph.style === 'Title') title = paragraph.words.replace(/\s+/g, ' ').trim() || null;
    blocks.push(paragraph.words);
  }
  const core = parts.get('docProps/core.xml');
  const properties = core ? (await xmlTree(new TextDecoder().decode(core))).root : null;
  const named = properties ? wordsOf(first(properties, 'title')) : null;
  const created = properties ? wordsOf(first(properties, 'created')) : null;
  const language = properties ? wordsOf(first(properties, 'language')) : null;
  return {
    ...NOTHING_KNOWN,
    ...sourceOf(blocks),
    title:
      title !== null
        ? { value: title, origin: 'element' }
        : named !== null && !/^(?:microsoft word|document ?\d*$|untitled)/i.test(named)
          ? { value: named, origin: 'properties' }
          : null,
    language: language ? { value: language, origin: 'properties' } : null,
    issues: [...issues, ...madeOn(created)],
  };
}

/** When a document was made is not when it was published: told, and not taken. */
export function madeOn(created: string | null): SourceText['issues'] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(created ?? '')?.[0];
  return day === undefined
    ? []
    : [
        {
          code: 'report/made-on',
          span: null,
          message: `the document says that it was made on ${day}, which need not be its publication date (if it is, give --published ${day})`,
        },
      ];
}

async function unpacked(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!(PARTS as readonly string[]).includes(name)) return false;
        tooLarge ||= originalSize > LARGEST;
        return originalSize <= LARGEST;
      },
    });
    if (!tooLarge) return new Map(Object.entries(files));
  } catch (error) {
    throw new FormatError('input/damaged', `the DOCX document is damaged (${(error as Error).message})`, {
      cause: error,
    });
  }
  throw new FormatError('input/too-large', `the DOCX document unpacks to more than ${LARGEST} bytes`);
}

interface Paragraph {
  words: string;
  style: string | null;
}

/** Paragraphs in the order in which they end: one inside a text box comes before the one that holds the box. */
function* paragraphsIn(root: XmlElement): Generator<Paragraph> {
  const open: Paragraph[] = [];
  const stack: { element: XmlElement; next: number }[] = [{ element: root, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    const child = top.element.children[top.next++];
    const paragraph = open[open.length - 1];
    if (child === undefined) {
      stack.pop();
      if (top.element.name === 'p') yield open.pop() ?? { words: '', style: null };
    } else if (typeof child === 'string') {
      if (paragraph && top.element.name === 't') paragraph.words += child;
    } else if (LEFT_OUT.has(child.name)) {
      if (child.name === 'pPr' && paragraph)
        for (const { attributes } of within(child, 'pStyle')) paragraph.style = attributes['w:val'] ?? null;
    } else {
      if (child.name === 'p') open.push({ words: '', style: null });
      else if (paragraph && /^(?:tab|br|cr)$/.test(child.name)) paragraph.words += ' ';
      else if (paragraph && child.name === 'noBreakHyphen') paragraph.words += '-';
      stack.push({ element: child, next: 0 });
    }
  }
}
