// A stretch without white space in, the web or mail address that begins in it out.
import type { Span } from '../report/span.ts';
import { isWord } from './character.ts';

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const TRAILING = '.,;:!?)]}\'"”’»>';

/** `https://…`, `www.…` or `name@host.org`, without the punctuation that follows it; null where there is none. */
export function webAddressEnd(text: string, start: number, end: number): Span | null {
  let interesting = false;
  for (let i = start; i + 3 < end && !interesting; i++) {
    const code = text.charCodeAt(i);
    interesting =
      code === 64 ||
      (code === 58 && text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47) ||
      ((code | 32) === 119 && text.slice(i, i + 4).toLowerCase() === 'www.');
  }
  if (!interesting || end - start > 4096) return null;
  const chunk = text.slice(start, end);
  const address = /(?:[a-z][a-z\d+.-]{1,9}:\/\/|www\.)\S+/i.exec(chunk) ?? MAIL.exec(chunk);
  if (!address) return null;
  const from = start + address.index;
  let to = from + address[0].length;
  while (to > from + 1 && TRAILING.includes(text[to - 1] ?? '')) to--;
  return from > start && isWord(text.charCodeAt(from - 1)) ? null : { start: from, end: to };
}
