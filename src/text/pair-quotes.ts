// A paragraph in, its paired quotation marks out; a stray mark never reaches beyond its paragraph.
import type { Issue } from '../report/issue.ts';
import { classOf, DASH, isDigit, isSpace, isWord, OPEN, QUOTE } from './character.ts';
import type { Quote } from './text.ts';

type Family = Quote['kind'];

interface Open {
  readonly at: number;
  readonly family: Family;
  /** The mark that must close it; 0 for a straight one, which closes itself. */
  readonly closer: number;
  /** Characters of the mark. */
  readonly width: number;
}

/** Wires wrote ``…'' for “…” and `…' for ‘…’. */
const BACKTICK = 96;
const APOSTROPHE = 39;

const CLOSERS = new Map<number, readonly [Family, readonly number[]]>([
  [0x201c, ['double', [0x201d, 34]]], // “ … ”
  [0x201e, ['double', [0x201c, 0x201d]]], // „ … “
  [0x201f, ['double', [0x201d]]],
  [0xab, ['guillemet', [0xbb]]], // « … »
  [0x2039, ['guillemet', [0x203a]]],
]);

/** Quotations within quotations that are followed; nobody writes more. */
const DEEPEST = 6;

export function unpaired(text: string, at: number): Issue {
  return {
    code: 'text/unpaired-quotation-mark',
    span: { start: at, end: at + 1 },
    message: `the mark ${text[at]} has no partner; the quotation is taken to end with its paragraph`,
  };
}

/**
 * Appends the quotations of one paragraph, outer before inner. `continues` says that the paragraph before ended
 * inside a quotation of that family; the result says the same for the next.
 */
export function pairQuotes(
  text: string,
  start: number,
  end: number,
  before: Family | null,
  quotes: Quote[],
  issues: Issue[],
): Family | null {
  const stack: Open[] = [];
  const first = quotes.length;
  const firstIssue = issues.length;
  const open = (at: number, family: Family, closer = 0, width = 1) => {
    if (stack.length < DEEPEST) stack.push({ at, family, closer, width });
    else stray(at);
  };
  const close = (index: number, at: number, width = 1) => {
    const opened = stack[index];
    if (!opened) return;
    stack.length = index;
    quotes.push({
      span: { start: opened.at, end: at + width },
      inner: { start: opened.at + opened.width, end: at },
      kind: opened.family,
      depth: index,
      closed: true,
      continues: before === opened.family && onlySpace(text, start, opened.at),
    });
  };
  const stray = (at: number) => {
    // one issue a paragraph is enough: a table of inches is no news
    if (issues.length === firstIssue) issues.push(unpaired(text, at));
  };
  for (let at = nextMark(text, start, end); at < end; at = nextMark(text, at + 1, end)) {
    const code = text.charCodeAt(at);
    const previous = at > start ? text.charCodeAt(at - 1) : 32;
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
    const mayOpen =
      isSpace(previous) ||
      classOf(previous) === OPEN ||
      classOf(previous) === DASH ||
      classOf(previous) === QUOTE ||
      previous === 47;
    const opener = CLOSERS.get(code);
    if (code === BACKTICK) {
      if (next === BACKTICK) {
        // a mark that was never closed before the next one opens
        const lost = lastOpen(stack, (one) => one.closer === BACKTICK && one.family === 'double');
        if (lost >= 0 && lost === stack.length - 1) {
          stack.length = lost;
          stray(at);
        }
        open(at++, 'double', BACKTICK, 2);
      } else if (mayOpen && isWord(next) && !isDigit(next) && singleCloses(text, at + 1, end))
        open(at, 'single', BACKTICK);
      continue;
    }
    if (code === APOSTROPHE && next === APOSTROPHE) {
      const index = lastOpen(stack, (one) => one.closer === BACKTICK && one.family === 'double');
      if (index >= 0) {
        close(index, at++, 2);
        continue;
      }
    }
    if (opener && !(code === 0x201c && findOpen(stack, 0x201e) >= 0)) {
      open(at, opener[0], code);
    } else if (code === 0x201d || code === 0xbb || code === 0x203a || code === 0x201c) {
      const index = lastOpen(
        stack,
        (one) =>
          CLOSERS.get(one.closer)?.[1].includes(code) === true ||
          (one.family === 'double' && one.closer === 0 && code === 0x201d),
      );
      if (index >= 0) close(index, at);
      else if (code === 0x201d && mayOpen && isWord(next)) open(at, 'double', 0x201c);
      else stray(at);
    } else if (code === 34) {
      const index = lastOpen(stack, (one) => one.family === 'double');
      if (index >= 0 && !(isSpace(previous) && isWord(next))) close(index, at);
      else if (isDigit(previous) && index < 0)
        continue; // 5'10"
      else if (index < 0 && (mayOpen || isWord(next))) open(at, 'double');
      else if (index >= 0) close(index, at);
      else stray(at);
    } else if (code === 0x2018 || code === 0x201b || code === 39) {
      const index = lastOpen(stack, (one) => one.family === 'single');
      if (index >= 0 && code === 39 && closesSingle(previous, next)) close(index, at);
      else if (
        mayOpen &&
        (isWord(next) || classOf(next) === QUOTE) &&
        !isDigit(next) &&
        singleCloses(text, at + 1, end)
      )
        open(at, 'single', code);
    } else if (code === 0x2019) {
      const index = lastOpen(stack, (one) => one.family === 'single');
      if (index >= 0 && closesSingle(previous, next)) close(index, at);
    }
  }
  // what is still open ends with the paragraph; a single mark that never closed was an apostrophe
  let after: Family | null = null;
  for (const [depth, one] of stack.entries()) {
    if (one.family === 'single') continue;
    after ??= one.family;
    let stop = end;
    while (stop > one.at + one.width && isSpace(text.charCodeAt(stop - 1))) stop--;
    if (stop > one.at + one.width) {
      quotes.push({
        span: { start: one.at, end: stop },
        inner: { start: one.at + one.width, end: stop },
        kind: one.family,
        depth,
        closed: false,
        continues: before === one.family && onlySpace(text, start, one.at),
      });
    }
  }
  const found = quotes.splice(first);
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const quote of found) quotes.push(quote);
  return after;
}

/** The next quotation mark from `at` on; `end` where there is none. A loop of its own: marks are rare, and what is done at them changes. */
function nextMark(text: string, at: number, end: number): number {
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code === 34 || code === APOSTROPHE || code === BACKTICK || code >= 0xab) && classOf(code) === QUOTE) return at;
  }
  return end;
}

function findOpen(stack: readonly Open[], closer: number): number {
  return lastOpen(stack, (one) => one.closer === closer);
}

function lastOpen(stack: readonly Open[], test: (one: Open) => boolean): number {
  for (let index = stack.length - 1; index >= 0; index--) {
    const one = stack[index];
    if (one && test(one)) return index;
  }
  return -1;
}

const closesSingle = (previous: number, next: number): boolean => !isSpace(previous) && !isWord(next);

/** Whether a single quotation opened here closes soon: marks after letters that no letter follows, and no new opening before. */
function singleCloses(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + 400);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code !== 39 && code !== 0x2019) continue;
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
    const previous = text.charCodeAt(at - 1);
    if (isWord(next) || isSpace(previous)) continue;
    return true;
  }
  return false;
}

function onlySpace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
