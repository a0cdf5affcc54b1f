// A report's text as drawn in, the words that somebody selects in it out: by mouse, or word by word with the arrow keys.
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Range_ {
  readonly start: number;
  readonly end: number;
}

/** Paragraphs of the drawn text, each with the offset of its first character in `data-start`. */
const paragraphs = () => document.querySelectorAll<HTMLElement>('.text > p[data-start]');
const startOf = (paragraph: HTMLElement) => Number(paragraph.dataset['start']);

/** The drawn paragraph in which an offset of the text lies; null where nothing is drawn. */
export function paragraphAt(at: number): HTMLElement | null {
  const all = paragraphs();
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(all[middle] as HTMLElement) <= at) low = middle;
    else high = middle - 1;
  }
  return all[low] ?? null;
}

/** The offset of the text at a place of the document; null outside the text. */
function offsetOf(node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('.text > p[data-start]');
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  return startOf(paragraph) + range.toString().length;
}

/** The place of the document at an offset of the text. */
function placeOf(at: number): { node: Node; at: number } | null {
  const paragraph = paragraphAt(at);
  if (!paragraph) return null;
  let left = at - startOf(paragraph);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, at: left };
    left -= length;
    last = node;
  }
  return last && { node: last, at: last.textContent?.length ?? 0 };
}

/** What is selected in the document, as far as it lies in the text, without the white space around it. */
function selectedIn(text: string): Range_ | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  let start = offsetOf(startContainer, startOffset);
  let end = offsetOf(endContainer, endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return start < end ? { start, end } : null;
}

const WORD = /[\p{L}\p{N}]+(?:[.,:’'-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

export interface WordSelection {
  /** The words selected now, by whatever means; null for none. */
  readonly words: Range_ | null;
  /** Whether the arrow keys choose words. */
  readonly choosing: boolean;
  /** Lets the arrow keys choose words, from the word at this offset on. */
  choose(from: number): void;
  leave(): void;
}

/** `done` is called with the chosen words on Enter, or on the letter of a kind of claim. */
export function useWordSelection(
  text: string,
  done: (words: Range_, kind: 'event' | 'figure' | 'statement' | null) => void,
): WordSelection {
  const [words, setWords] = useState<Range_ | null>(null);
  const [choosing, setChoosing] = useState(false);
  const tokens = useRef<{ readonly text: string; readonly all: readonly Range_[] }>({ text: '', all: [] });
  const ends = useRef({ anchor: 0, focus: 0 });
  const latest = useRef(done);
  latest.current = done;

  useEffect(() => {
    const read = () => {
      // in a field of a form the report's words stay chosen
      if (document.activeElement?.closest('input, textarea, select')) return;
      setWords(selectedIn(text));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [text]);

  const draw = useCallback(() => {
    const { anchor, focus } = ends.current;
    const first = tokens.current.all[Math.min(anchor, focus)];
    const last = tokens.current.all[Math.max(anchor, focus)];
    const from = first && placeOf(first.start);
    const to = last && placeOf(last.end);
    if (!from || !to) return;
    window.getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at);
    const shown = tokens.current.all[focus];
    if (shown) paragraphAt(shown.start)?.scrollIntoView({ block: 'nearest' });
  }, []);

  const choose = useCallback(
    (from: number) => {
      if (tokens.current.text !== text)
        tokens.current = {
          text,
          all: [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length })),
        };
      const { all } = tokens.current;
      const at = Math.max(
        0,
        all.findIndex(({ end }) => end > from),
      );
      ends.current = { anchor: at, focus: at };
      setChoosing(true);
      draw();
    },
    [text, draw],
  );
  const leave = useCallback(() => {
    setChoosing(false);
    window.getSelection()?.removeAllRanges();
  }, []);

  useEffect(() => {
    if (!choosing) return;
    const press = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement | null)?.closest?.('input, textarea, select, dialog, .drawer')) return;
      const { all } = tokens.current;
      const { anchor, focus } = ends.current;
      const to = (next: number) => {
        const at = Math.max(0, Math.min(all.length - 1, next));
        ends.current = { anchor: event.shiftKey ? anchor : at, focus: at };
        draw();
      };
      /** The first word of the paragraph so many further. */
      const line = (by: number) => {
        const here = all[focus]?.start ?? 0;
        const edge = by > 0 ? text.indexOf('\n', here) : text.lastIndexOf('\n', text.lastIndexOf('\n', here - 1) - 1);
        if (by > 0 && edge < 0) return focus;
        const next = all.findIndex(({ start }) => start > edge);
        return next < 0 ? focus : next;
      };
      const kind = ({ e: 'event', f: 'figure', s: 'statement' } as const)[event.key];
      if (event.key === 'ArrowRight') to(focus + 1);
      else if (event.key === 'ArrowLeft') to(focus - 1);
      else if (event.key === 'ArrowDown') to(line(1));
      else if (event.key === 'ArrowUp') to(line(-1));
      else if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' || (kind && !event.ctrlKey && !event.metaKey)) {
        setChoosing(false);
        const [first, last] = [all[Math.min(anchor, focus)], all[Math.max(anchor, focus)]];
        if (first && last) latest.current({ start: first.start, end: last.end }, kind ?? null);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [choosing, draw, leave, text]);

  return { words, choosing, choose, leave };
}
