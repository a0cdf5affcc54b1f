// The tokens of one paragraph in, the index of each sentence's last token out.

import { CLOSE, classOf, isDigit, isLetter, isLower, isSpace, isUpper, OPEN, QUOTE } from './character.ts';
import { firstNot } from './first-from.ts';
import type { SpanList } from './span-list.ts';
import type { Quote } from './text.ts';
import type { TextWords } from './words.ts';

const PERIOD = 46;
/** Words of the longest sentence; a table without a full stop is cut there, so that later stages stay quick. */
const LONGEST = 600;

/** Calls `ends(token)` for each last token of a sentence in `first..last` (last excluded); the paragraph's end is one. */
export function splitSentences(
  text: string,
  tokens: SpanList,
  first: number,
  last: number,
  quotes: readonly Quote[],
  words: TextWords,
  ends: (token: number) => void,
): void {
  let began = first;
  for (let at = first; at < last - 1; at++) {
    if (at - began >= LONGEST) {
      ends(at);
      began = at + 1;
      continue;
    }
    const start = tokens.start[at] ?? 0;
    const end = tokens.end[at] ?? 0;
    const final = text.charCodeAt(end - 1);
    if (final !== PERIOD && final !== 33 && final !== 63 && final !== 0x2026 && final !== 0x3002) continue;
    const sign = !isLetter(text.charCodeAt(start)) && !isDigit(text.charCodeAt(start));
    // closing marks that stand right behind belong to the sentence
    let stop = at;
    while (stop + 1 < last && tokens.start[stop + 1] === tokens.end[stop] && closes(text, tokens, stop + 1, quotes))
      stop++;
    stop = footnoteEnd(text, tokens, stop, last);
    const next = stop + 1;
    if (next >= last) break;
    const from = tokens.start[next] ?? 0;
    const glued = from === tokens.end[stop];
    if (
      sign
        ? endsBySign(text, tokens, at, stop, next, last, final, end - start, glued, words)
        : endsByAbbreviation(text, tokens, at, next, first, words)
    ) {
      ends(stop);
      at = stop;
      began = stop + 1;
    }
  }
  if (last > first) ends(last - 1);
}

/** `[6]` behind a full stop belongs to the sentence before it. */
function footnoteEnd(text: string, tokens: SpanList, stop: number, last: number): number {
  if (stop + 3 >= last || text.charCodeAt(tokens.start[stop + 1] ?? 0) !== 91) return stop;
  return isDigit(text.charCodeAt(tokens.start[stop + 2] ?? 0)) && text.charCodeAt(tokens.start[stop + 3] ?? 0) === 93
    ? stop + 3
    : stop;
}

function closes(text: string, tokens: SpanList, index: number, quotes: readonly Quote[]): boolean {
  const start = tokens.start[index] ?? 0;
  const code = text.charCodeAt(start);
  if (classOf(code) === CLOSE) return true;
  if (classOf(code) !== QUOTE) return false;
  if (code === 0x201c || code === 0x2018 || code === 0xab || code === 0x201e) return false;
  if (code === 0x201d || code === 0x2019 || code === 0xbb) return true;
  // a straight mark that stands behind a full stop closes, unless a quotation begins with it
  return !beginsAt(quotes, start);
}

/** A period, question or exclamation mark, or an ellipsis by itself. */
function endsBySign(
  text: string,
  tokens: SpanList,
  at: number,
  stop: number,
  next: number,
  last: number,
  final: number,
  length: number,
  glued: boolean,
  words: TextWords,
): boolean {
  const code = text.charCodeAt(tokens.start[next] ?? 0);
  // a lower-case letter goes on after “Stop!” and after an ellipsis; after a plain full stop it is a typing habit
  if (isLower(code)) return stop === at && length === 1 && !glued && final !== 0x2026;
  const ellipsis = final === 0x2026 || (final === PERIOD && length > 1);
  if (ellipsis) return !glued && beginsSentence(text, tokens, next, last);
  if (!beginsSentence(text, tokens, next, last)) return false;
  if (final === PERIOD) return true;
  // “Stop!” the envoy said: the sentence goes on where a verb of speech follows the closed quotation
  return stop === at || !speechFollows(text, tokens, next, last, words);
}

function beginsSentence(text: string, tokens: SpanList, next: number, last: number): boolean {
  for (let at = next; at < Math.min(last, next + 3); at++) {
    const code = text.charCodeAt(tokens.start[at] ?? 0);
    if (isLetter(code)) return !isLower(code);
    if (isDigit(code)) return true;
    const kind = classOf(code);
    if (kind !== QUOTE && kind !== OPEN) return kind !== CLOSE && code !== 44 && code !== 59;
  }
  return true;
}

function speechFollows(text: string, tokens: SpanList, next: number, last: number, words: TextWords): boolean {
  for (let at = next; at < Math.min(last, next + 12); at++) {
    const start = tokens.start[at] ?? 0;
    const code = text.charCodeAt(start);
    if (classOf(code) === QUOTE || code === PERIOD || code === 33 || code === 63 || code === 59) return false;
    const word = text.slice(start, tokens.end[at]).toLowerCase();
    if (words.speech.has(word)) return true;
  }
  return false;
}

/** An abbreviation with its period: titles never end a sentence; others do before a word that likes to begin one. */
function endsByAbbreviation(
  text: string,
  tokens: SpanList,
  at: number,
  next: number,
  first: number,
  words: TextWords,
): boolean {
  const start = tokens.start[at] ?? 0;
  const end = tokens.end[at] ?? 0;
  const from = tokens.start[next] ?? 0;
  if (!isUpper(text.charCodeAt(from)) && !(classOf(text.charCodeAt(from)) === QUOTE && next > at + 1)) return false;
  const word = text.slice(start, end - 1).toLowerCase();
  const kind = words.abbreviations.get(word);
  if (kind === 'title' || (kind === 'number' && isDigit(text.charCodeAt(from)))) return false;
  if (word.length === 1 && at > first && isSpace(text.charCodeAt(from - 1))) {
    // an initial: “J. Smith”; a plan “B. The” ends
    return (
      words.starters.has(text.slice(from, tokens.end[next]).toLowerCase()) &&
      !isUpper(text.charCodeAt(tokens.start[at - 1] ?? 0))
    );
  }
  return words.starters.has(text.slice(from, tokens.end[next]).toLowerCase());
}

/** Whether a quotation begins at `start`; they are sorted by their first character. */
function beginsAt(quotes: readonly Quote[], start: number): boolean {
  return quotes[firstNot(quotes, ({ span }) => span.start < start)]?.span.start === start;
}
