// A sentence's tree in, lines of text for a terminal out: words in order, arcs drawn to their left.
import { tokenText } from '../text/text.ts';
import type { Parsed } from './parsed.ts';
import { headOf, relationOf, tagOf, uposOf } from './tree.ts';

/** One line a word: the arcs, the word, its tags, lemma and relation. Deep sentences are indented by depth instead of drawn. */
export function drawTree(parsed: Parsed, sentence: number): string[] {
  const { sentences } = parsed.text;
  const first = sentences.firstToken[sentence] ?? 0;
  const last = sentences.endToken[sentence] ?? 0;
  const words = Array.from({ length: last - first }, (_, i) => tokenText(parsed.text, first + i));
  const wide = Math.min(24, Math.max(4, ...words.map((word) => word.length)));
  const arcs = arcsOf(parsed, first, last);
  return words.map((word, i) => {
    const at = first + i;
    const head = headOf(parsed, at);
    const to = head < 0 ? '' : ` ← ${words[head - first] ?? ''}`;
    return `${arcs[i] ?? ''} ${word.padEnd(wide)}  ${uposOf(parsed, at).padEnd(5)} ${tagOf(parsed, at).padEnd(5)} ${relationOf(parsed, at)}${to}`.trimEnd();
  });
}

/** Columns of lines: the shortest arcs nearest to the words. */
function arcsOf(parsed: Parsed, first: number, last: number): string[] {
  const length = last - first;
  const spans = [];
  for (let at = first; at < last; at++) {
    const head = headOf(parsed, at);
    if (head >= 0)
      spans.push({ low: Math.min(at, head) - first, high: Math.max(at, head) - first, dependant: at - first });
  }
  spans.sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
  const columns: Uint8Array[] = [];
  const placed: { low: number; high: number; dependant: number; column: number }[] = [];
  for (const span of spans) {
    let column = 0;
    while (
      columns[column]
        ?.subarray(span.low, span.high + 1)
        .some((used, i) => used === 1 && !(i === 0 || i === span.high - span.low))
    )
      column++;
    while (columns[column]?.subarray(span.low, span.high + 1).some((used) => used === 1)) column++;
    columns[column] ??= new Uint8Array(length);
    columns[column]?.fill(1, span.low, span.high + 1);
    placed.push({ ...span, column });
  }
  const wide = Math.min(columns.length, 20) * 2;
  const grid = Array.from({ length }, () => Array<string>(wide + 1).fill(' '));
  for (const { low, high, dependant, column } of placed) {
    const x = wide - 2 - column * 2;
    if (x < 0) continue; // deeper than the page is wide: the line still names its head
    for (let row = low; row <= high; row++) {
      const cells = grid[row];
      if (!cells) continue;
      const corner = row === low ? '┌' : row === high ? '└' : '│';
      if (cells[x] === ' ' || row === low || row === high) cells[x] = corner;
      if (row === low || row === high)
        for (let k = x + 1; k <= wide; k++)
          if (cells[k] === ' ') cells[k] = k === wide && row === dependant ? '▸' : '─';
    }
  }
  return grid.map((cells) => cells.join(''));
}
