// Blocks of text in, the one string of a report with its paragraphs out.
import { NOTHING_KNOWN, type SourceText } from '../source-text.ts';
import type { Span } from '../span.ts';

/** One block a line; white space within a block is folded, empty blocks are left out. */
export function sourceOf(blocks: Iterable<string>): SourceText {
  const lines: string[] = [];
  const paragraphs: Span[] = [];
  let at = 0;
  for (const block of blocks) {
    const line = block.replace(/\s+/g, ' ').trim().toWellFormed();
    if (line === '') continue;
    lines.push(line);
    paragraphs.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return { ...NOTHING_KNOWN, text: lines.join('\n'), paragraphs };
}
