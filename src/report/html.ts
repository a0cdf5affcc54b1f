// A page in, its article's text with a map of offsets back to the page, and its fields, out.
import { createRequire } from 'node:module';
import type { Issue } from './issue.ts';
import { pageFields } from './page-fields.ts';
import { pageStream } from './page-stream.ts';
import type { OffsetRun } from './report.ts';
import { NOTHING_KNOWN, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** The part of a DOM that is used here; linkedom's own types describe far more. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<Node>;
}
export interface Page extends Node {
  readonly body: Node | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
}
export interface Element extends Node {
  getAttribute(name: string): string | null;
}

/** Deeper than any page that somebody wrote; a bomb is read as its bare text. */
const DEEPEST = 2000;
const LARGEST = 10_000_000;

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL BODY'.split(
    ' ',
  ),
);
const LEFT_OUT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'BUTTON', 'FORM']);

/** Whether a string of unknown type is a page: it begins with markup and holds elements of a page. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 2000);
  return (
    /^\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>]|<!--)/i.test(head) &&
    /<\/(?:html|head|title|body|article|div|p)>/i.test(text.slice(0, 200_000))
  );
}

/** Reads a page. Never throws: a page that no library can read is read as its bare text, with an issue. */
export function readHtml(html: string): SourceText {
  const stream = pageStream(html);
  const issues: Issue[] = [];
  let blocks: string[] | null = null;
  let fields: Omit<SourceText, 'text' | 'paragraphs' | 'offsets' | 'issues'> = NOTHING_KNOWN;
  if (stream.deepest <= DEEPEST && html.length <= LARGEST) {
    try {
      // loaded here and not above: a plain text must not pay for a DOM at start-up
      const require = createRequire(import.meta.url);
      const { parseHTML } = require('linkedom') as { parseHTML(html: string): { document: Page } };
      const { Readability } = require('@mozilla/readability') as {
        Readability: new (
          page: Page,
          options: object,
        ) => { parse(): { content: Node | null; title: string | null } | null };
      };
      const { document } = parseHTML(
        /<body|<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
      );
      fields = pageFields(document);
      const article = new Readability(document, { serializer: (node: unknown) => node, charThreshold: 200 }).parse();
      if (article?.content) blocks = blocksOf(article.content);
    } catch {
      blocks = null; // a broken page is no reason to lose its words
    }
  }
  if (!blocks || blocks.length === 0) {
    blocks = stream.text.split('\n').filter((line) => line !== '');
    if (blocks.length > 0)
      issues.push({
        code: 'report/no-article',
        span: null,
        message: 'no article was found in the page; all of its text was taken',
      });
  }
  // a heading that readability leaves at the top of the text is the title, told already
  if (fields.title && blocks[0] === fields.title.value) blocks.shift();
  return { ...fields, ...placed(blocks, stream, issues), issues };
}

/** The article's blocks as lines, each found again in the page, one after another. */
function placed(
  blocks: readonly string[],
  stream: ReturnType<typeof pageStream>,
  issues: Issue[],
): { text: string; paragraphs: Span[]; offsets: OffsetRun[] } {
  const paragraphs: Span[] = [];
  const offsets: OffsetRun[] = [];
  let text = '';
  let from = 0;
  for (const block of blocks) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += block;
    paragraphs.push({ start, end: text.length });
    let at = stream.flat.indexOf(block, from);
    if (at < 0) at = stream.flat.indexOf(block); // readability moves some blocks
    if (at < 0) {
      issues.push({
        code: 'report/unplaced-text',
        span: { start, end: text.length },
        message: 'this paragraph could not be found again in the page, so it has no offset there',
      });
      continue;
    }
    from = at + block.length;
    stream.runs(at, from, start, offsets);
  }
  return { text, paragraphs, offsets: offsets.sort((a, b) => a.text - b.text) };
}

/** The text of each block, white space folded; iterative, so that depth costs no stack. */
function blocksOf(root: Node): string[] {
  const blocks: string[] = [];
  let open = '';
  const close = () => {
    const words = open.replace(/\s+/g, ' ').trim();
    if (words !== '') blocks.push(words);
    open = '';
  };
  const stack: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    const child = top.node.childNodes[top.next++];
    if (!child) {
      if (BLOCKS.has(top.node.nodeName.toUpperCase())) close();
      stack.pop();
    } else if (child.nodeType === 3) {
      open += child.textContent ?? '';
    } else if (child.nodeType === 1 && !LEFT_OUT.has(child.nodeName.toUpperCase())) {
      if (BLOCKS.has(child.nodeName.toUpperCase())) close();
      stack.push({ node: child, next: 0 });
    }
  }
  close();
  return blocks;
}
