// Markdown in, the text a reader sees with a map of offsets back to the source, and the fields of its front matter, out.
import { paragraphsOf } from '../paragraphs.ts';
import type { OffsetRun } from '../report.ts';
import { type Field, NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import type { Span } from '../span.ts';

/** The part of a Markdown tree that is used here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'code']);
const LARGEST = 2_000_000;

/** Reads Markdown. Never throws: what no library can read is taken as plain text. */
export async function readMarkdown(markdown: string): Promise<SourceText> {
  const front = frontMatter(markdown);
  const plain = (): SourceText => ({
    ...NOTHING_KNOWN,
    ...front.fields,
    text: markdown,
    paragraphs: paragraphsOf(markdown),
  });
  if (markdown.length > LARGEST) return plain();
  let tree: Node;
  try {
    const { fromMarkdown } = await import('mdast-util-from-markdown');
    // as many spaces as the front matter has characters: offsets stay those of the file
    tree = fromMarkdown(front.end === 0 ? markdown : `${'\n'.repeat(front.end)}${markdown.slice(front.end)}`) as Node;
  } catch {
    return plain();
  }
  const paragraphs: Span[] = [];
  const offsets: OffsetRun[] = [];
  let text = '';
  let title = front.fields.title;
  for (const block of blocksOf(tree)) {
    const start = text.length === 0 ? 0 : text.length + 1;
    const { words, runs } = inlineOf(block, markdown, start);
    if (words.trim() === '') continue;
    if (
      start === 0 &&
      block.type === 'heading' &&
      (block.depth ?? 9) <= 2 &&
      (!title || title.value === words.trim())
    ) {
      title = { value: words.trim(), origin: 'heading' };
      continue;
    }
    text += `${start === 0 ? '' : '\n'}${words}`;
    paragraphs.push({ start, end: text.length });
    offsets.push(...runs);
  }
  return { ...NOTHING_KNOWN, ...front.fields, title, text, paragraphs, offsets };
}

function* blocksOf(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (BLOCKS.has(node.type)) yield node;
    else for (let at = (node.children?.length ?? 0) - 1; at >= 0; at--) stack.push(node.children?.[at] as Node);
  }
}

/** The words of a block; `at` is where they will stand in the report's text. */
function inlineOf(block: Node, markdown: string, at: number): { words: string; runs: OffsetRun[] } {
  const runs: OffsetRun[] = [];
  let words = '';
  const stack: Node[] = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'break') words += ' ';
    else if (node.value !== undefined && node.type !== 'html') {
      const from = node.position?.start.offset ?? 0;
      const raw = markdown.slice(from, node.position?.end.offset ?? from);
      place(node.value, raw, from, at + words.length, runs);
      words += node.value.replace(/[\r\n\t]/g, ' ');
    } else for (let i = (node.children?.length ?? 0) - 1; i >= 0; i--) stack.push(node.children?.[i] as Node);
  }
  // no white space at the ends: a paragraph's span has none
  const trimmed = words.trimEnd();
  return { words: trimmed, runs: runs.filter(({ text, length }) => text + length <= at + trimmed.length) };
}

/** Runs from `value`, which stands at `at` in the text, back to `raw`, which stands at `from` in the source. */
function place(value: string, raw: string, from: number, at: number, runs: OffsetRun[]): void {
  let here = 0;
  let there = 0;
  while (here < value.length && there < raw.length) {
    const start = here;
    const begin = there;
    while (here < value.length && value[here] === raw[there]) {
      here++;
      there++;
    }
    if (here > start)
      runs.push({ text: at + start, input: from + begin, length: here - start, inputLength: here - start });
    if (here >= value.length) return;
    const reference = raw[there] === '&' ? /^&[#\w]{1,32};/.exec(raw.slice(there, there + 34)) : null;
    if (reference) {
      const length = (value.codePointAt(here) ?? 0) > 0xffff ? 2 : 1;
      runs.push({ text: at + here, input: from + there, length, inputLength: reference[0].length });
      here += length;
      there += reference[0].length;
    } else there++; // an escape, or the mark of a quotation that goes on
  }
}

const NAMES: Readonly<Record<string, 'title' | 'source' | 'url' | 'published' | 'language'>> = {
  title: 'title',
  headline: 'title',
  date: 'published',
  published: 'published',
  pubdate: 'published',
  source: 'source',
  outlet: 'source',
  publisher: 'source',
  site: 'source',
  url: 'url',
  link: 'url',
  canonical_url: 'url',
  lang: 'language',
  language: 'language',
};

/** Lines of `name: value` between two lines of dashes at the very beginning. */
function frontMatter(markdown: string): {
  end: number;
  fields: Record<'title' | 'source' | 'url' | 'published' | 'language', Field | null>;
} {
  const fields: Record<'title' | 'source' | 'url' | 'published' | 'language', Field | null> = {
    title: null,
    source: null,
    url: null,
    published: null,
    language: null,
  };
  const head = /^\ufeff?---[ \t]*\r?\n/.exec(markdown);
  if (!head) return { end: 0, fields };
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(markdown.slice(head[0].length, 20_000));
  if (!close) return { end: 0, fields };
  for (const line of markdown.slice(head[0].length, head[0].length + close.index).split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]{1,30})\s*:\s*(.*)$/.exec(line) ?? [];
    const field = NAMES[name.toLowerCase()];
    const words = value.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (field && words !== '') fields[field] ??= { value: words, origin: 'front-matter' };
  }
  return { end: head[0].length + close.index + close[0].length, fields };
}
