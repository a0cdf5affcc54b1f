// Lines of pages by their place in, paragraphs out.

/** One printed line; lengths in points, `y` upwards from the page's foot. */
export interface Line {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Where its last piece ends. */
  readonly end: number;
  /** Height of its type. */
  readonly size: number;
}

/** Paragraphs over all pages; a paragraph may run over a page's end. */
export function paragraphsOfPages(pages: readonly (readonly Line[])[]): string[] {
  const kept = withoutFurniture(pages);
  const whole = kept
    .flat()
    .map(({ words }) => words)
    .join('\n');
  const gap = usualGap(kept);
  const paragraphs: string[] = [];
  let open = '';
  let before: Line | null = null;
  for (const lines of kept) {
    // how far a full line of this page reaches: a shorter one that ends a sentence ends its paragraph
    const reach = Math.max(...lines.map(({ end }) => end), 0);
    let top = true;
    for (const line of lines) {
      if (before && open !== '') {
        const goesOn = top
          ? !endsSentence(before.words) || before.end > reach * 0.97
          : follows(before, line, gap, reach);
        if (!goesOn) {
          paragraphs.push(open);
          open = '';
        }
      }
      open = open === '' ? line.words.trim() : joined(open, line.words.trim(), whole);
      before = line;
      top = false;
    }
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs;
}

function follows(before: Line, line: Line, gap: number, reach: number): boolean {
  const down = before.y - line.y;
  const size = Math.max(before.size, 1);
  if (Math.abs(line.size - before.size) > size * 0.15) return false;
  if (down < 0) return !endsSentence(before.words); // the next column
  if (down > Math.max(gap, size) * 1.4) return false;
  if (line.x - before.x > size * 0.8 && endsSentence(before.words)) return false; // an indented first line
  if (/^(?:[•▪●‣–-]|\d{1,2}[.)])\s/.test(line.words) && endsSentence(before.words)) return false;
  return !(endsSentence(before.words) && before.end < reach * 0.85);
}

const endsSentence = (words: string): boolean => /[.!?…:]["”’)\]]*\s*$/.test(words);

/** A word over two lines is mended; its hyphen stays where the text writes the word with it elsewhere. */
function joined(words: string, next: string, whole: string): string {
  if (words.endsWith('\u00ad')) return words.slice(0, -1) + next;
  const [, left] = /(\p{L}{2,})[-‐]$/u.exec(words) ?? [];
  const [, right] = /^(\p{Ll}+)/u.exec(next) ?? [];
  if (left === undefined || right === undefined)
    return `${words}${/[-‐–—/]$/.test(words) && !/\s[-–—]$/.test(words) ? '' : ' '}${next}`;
  return (whole.includes(`${left}-${right}`) ? words : words.slice(0, -1)) + next;
}

/** Lines that stand at the head or foot of several pages alike, numbers aside, and page numbers. */
function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>();
  const keyOf = ({ words, y }: Line) => `${Math.round(y / 8)} ${words.replace(/\d+/g, '#').trim()}`;
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((lines) => {
    const edge = new Set(edges(lines));
    return lines.filter(
      (line) =>
        !(
          edge.has(line) &&
          ((pages.length >= 3 && (seen.get(keyOf(line)) ?? 0) >= Math.max(3, pages.length / 2)) ||
            (pages.length > 1 && /^(?:page )?\d{1,4}(?: (?:of|\/) ?\d{1,4})?$/i.test(line.words.trim())))
        ),
    );
  });
}

/** The two highest and the two lowest lines. */
function edges(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...sorted.slice(0, 2), ...sorted.slice(-2)];
}

/** The commonest distance from a line to the next, in points. */
function usualGap(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages)
    for (let at = 1; at < lines.length; at++) {
      const down = Math.round((lines[at - 1]?.y ?? 0) - (lines[at]?.y ?? 0));
      if (down > 0) counts.set(down, (counts.get(down) ?? 0) + 1);
    }
  let most = 0;
  let gap = 0;
  for (const [down, count] of counts) if (count > most || (count === most && down < gap)) [most, gap] = [count, down];
  return gap;
}
