// Overlapping marks over a text in, paragraphs cut into stretches with one set of marks each out.
import type { Item, ItemKind } from './items.ts';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Keys of the items whose words these are, outermost (longest) first. */
  readonly items: readonly string[];
  readonly kinds: readonly ItemKind[];
  /** Letters of the marks that begin here. */
  readonly begins: string;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly item: Item;
}

/** Paragraphs are the text's lines; marks that cross them are cut there. Linear but for sorting. */
export function paragraphsOf(text: string, items: readonly Item[], letters: (item: Item) => string): Paragraph[] {
  const marks = items
    .flatMap((item) => item.spans.map(({ start, end }): Mark => ({ start, end, item })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const paragraphs: Paragraph[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (const line of text.matchAll(/[^\n\r]+/g)) {
    const start = line.index;
    const end = start + line[0].length;
    if (line[0].trim() === '') continue;
    open = open.filter((mark) => mark.end > start);
    const first = next;
    while (next < marks.length && (marks[next]?.start ?? 0) < end) next++;
    const here = [...open, ...marks.slice(first, next)].filter((mark) => mark.end > start);
    paragraphs.push({ start, end, segments: cut(start, end, here, letters) });
    open = here.filter((mark) => mark.end > end);
  }
  return paragraphs;
}

function cut(start: number, end: number, marks: readonly Mark[], letters: (item: Item) => string): Segment[] {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) edges.add(mark.start);
    if (mark.end < end) edges.add(mark.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] ?? start;
    const to = sorted[i + 1] ?? end;
    open = open.filter((mark) => mark.end > from);
    while (next < marks.length && (marks[next]?.start ?? end) <= from) {
      const mark = marks[next++];
      if (mark && mark.end > from) open.push(mark);
    }
    open.sort((a, b) => b.end - b.start - (a.end - a.start));
    segments.push({
      start: from,
      end: to,
      items: open.map(({ item }) => item.key),
      kinds: [...new Set(open.map(({ item }) => item.kind))],
      begins: open
        .filter((mark) => mark.start === from)
        .flatMap(({ item }) => letters(item) || [])
        .join(' '),
    });
  }
  return segments;
}
