// A paragraph's span in, its Universal Dependencies words out: one pass over character codes.
import {
  CURRENCY,
  classOf,
  DASH,
  DIGIT,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  isWord,
  QUOTE,
  STOP,
  SYMBOL,
} from './character.ts';
import { cliticEnd, wordCuts } from './clitic.ts';
import type { SpanList } from './span-list.ts';
import { webAddressEnd } from './web-address.ts';
import type { TextWords } from './words.ts';

const PERIOD = 46;
const COMMA = 44;
const COLON = 58;
const SLASH = 47;
const HYPHEN = 45;
const EXCLAMATION = 33;
const QUESTION = 63;

/** Appends the words of `start..end`; linear in its length. */
export function scanTokens(text: string, start: number, end: number, words: TextWords, out: SpanList): void {
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let chunk = at + 1;
    while (chunk < end && !isSpace(text.charCodeAt(chunk))) chunk++;
    scanChunk(text, at, chunk, words, out);
    at = chunk;
  }
}

/** Cuts a stretch without white space. */
function scanChunk(text: string, start: number, end: number, words: TextWords, out: SpanList): void {
  let at = start;
  const address = webAddressEnd(text, start, end);
  while (at < end) {
    if (address !== null && at === address.start) {
      out.push(at, address.end);
      at = address.end;
      continue;
    }
    const code = text.charCodeAt(at);
    const next = startsWord(text, at, end, code) ? wordEnd(text, at, end, words) : signEnd(text, at, end, code);
    if (next > at && startsWord(text, at, end, code)) pushWord(text, at, next, out);
    else out.push(at, next);
    at = next;
  }
}

function startsWord(text: string, at: number, end: number, code: number): boolean {
  if (isWord(code)) return true;
  if (at + 1 >= end || !isWord(text.charCodeAt(at + 1))) return false;
  if (code === PERIOD) return isDigit(text.charCodeAt(at + 1)) && !(at > 0 && isWord(text.charCodeAt(at - 1)));
  // a name on social media or a tag: @envoy, #ceasefire
  return (code === 64 || code === 35) && isLetter(text.charCodeAt(at + 1));
}

/** Where the word that begins at `at` ends; a period, hyphen or apostrophe inside belongs to it only where English has it so. */
function wordEnd(text: string, start: number, end: number, words: TextWords): number {
  for (let at = pastLetters(text, start + 1, end); at < end; at = pastLetters(text, at + 1, end)) {
    const stop = stopAt(text, start, at, end, words);
    if (stop >= 0) return stop;
  }
  return end;
}

/** The first character from `at` on that is no letter, digit or underscore; `end` where there is none. */
function pastLetters(text: string, at: number, end: number): number {
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isWord(code) && code !== 95) return at;
  }
  return end;
}

/** Where the word ends that such a character stands in or behind; -1 where it goes on. */
function stopAt(text: string, start: number, at: number, end: number, words: TextWords): number {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (code === PERIOD) {
    if (isDigit(before) && isDigit(after)) return -1;
    if (isLetter(before) && isLetter(after)) {
      // “…the end.Next” lacks a space; “U.S.” and “example.com” do not
      if (isLower(before) && isUpper(after) && at - start > 2) return at;
      return -1;
    }
    return after !== PERIOD && keepsPeriod(text, start, at, words) ? at + 1 : at;
  }
  if (code === COMMA || code === COLON) {
    if (isDigit(before) && isDigit(after)) return -1;
    return at;
  }
  if (code === SLASH) {
    if (isDigit(before) && isDigit(after)) return -1;
    if (at - start === 1 && isLetter(after) && !(at + 2 < end && isWord(text.charCodeAt(at + 2)))) return -1; // l/c, w/o
    return at;
  }
  if (code === HYPHEN || code === 0x2010 || code === 0x2011) {
    if (isWord(after) && keepsHyphen(text, start, at, end, words)) return -1;
    return at;
  }
  if (code === 39 || code === 0x2019 || code === 96) {
    if (!isLetter(after) || !isLetter(before)) return at;
    const clitic = cliticEnd(text, at, end);
    if (clitic === 0) return -1; // O'Brien, d'état
    if ((after | 32) !== 116) return at;
    return at - 1 > start ? at - 1 : clitic; // do|n’t
  }
  if (code === 38 && isUpper(before) && isUpper(after)) return -1; // AT&T
  if (classOf(code) === CURRENCY && at - start <= 3 && isDigit(after) && isUpper(before)) return at + 1; // US$
  return at;
}

/** Whether the word before a period is an abbreviation, an initial or letters with periods between. */
function keepsPeriod(text: string, start: number, at: number, words: TextWords): boolean {
  if (at - start === 1) return isUpper(text.charCodeAt(start)) && text[start] !== 'I';
  if (at - start > 8) return false;
  if (text.charCodeAt(at - 2) === PERIOD && isLetter(text.charCodeAt(at - 1))) return true;
  const kind = words.abbreviations.get(text.slice(start, at).toLowerCase());
  // “No. 5” is an abbreviation, “No.” an answer; months have three letters or more and are no words of their own
  return kind === 'number' ? isDigit(text.charCodeAt(at + 2)) || at - start > 2 : kind !== undefined;
}

/** Whether a hyphen holds a word together: after a prefix, in a telephone number, in an ISO date. */
function keepsHyphen(text: string, start: number, at: number, end: number, words: TextWords): boolean {
  if (isDigit(text.charCodeAt(start))) {
    let digits = 0;
    let groups = 0;
    for (let i = start; i < at; i++) {
      if (isDigit(text.charCodeAt(i))) digits++;
      else if (text.charCodeAt(i) === HYPHEN) groups++;
      else return false;
    }
    let right = 0;
    while (at + 1 + right < end && isDigit(text.charCodeAt(at + 1 + right))) right++;
    const more = text.charCodeAt(at + 1 + right) === HYPHEN;
    if (groups > 0) return right >= 2 && right <= 4;
    return (
      (digits === 3 && ((right === 3 && more) || right === 4)) ||
      (digits === 1 && right === 4 && !more) ||
      (digits === 4 && right === 2 && more)
    );
  }
  return at - start <= 8 && words.prefixes.has(text.slice(start, at).toLowerCase());
}

/** Emits a word, cut where a clitic or unit is written onto it. */
function pushWord(text: string, start: number, end: number, out: SpanList): void {
  const cut = wordCuts(text, start, end);
  if (cut > start && cut < end) {
    out.push(start, cut);
    out.push(cut, end);
  } else out.push(start, end);
}

/** Where the sign that begins at `at` ends: a clitic, a run of the same sign, an emoji with its modifiers, or one character. */
function signEnd(text: string, at: number, end: number, code: number): number {
  const kind = classOf(code);
  if (kind === QUOTE) {
    if ((code === 39 || code === 0x2019 || code === 96) && at > 0 && isWord(text.charCodeAt(at - 1))) {
      const clitic = cliticEnd(text, at, end);
      if (clitic > 0) return clitic;
    }
    return (code === 39 || code === 96) && text.charCodeAt(at + 1) === code && at + 1 < end ? at + 2 : at + 1;
  }
  if (kind === STOP) {
    if (code === COLON || code === 59) return smileyEnd(text, at, end);
    if (code === COMMA) return at + 1;
    let next = at + 1;
    while (next < end) {
      const c = text.charCodeAt(next);
      if (c !== code && !((code === EXCLAMATION || code === QUESTION) && (c === EXCLAMATION || c === QUESTION))) break;
      next++;
    }
    return next;
  }
  if (code >= 0xd800 && code <= 0xdbff) return emojiEnd(text, at, end);
  if (kind === DASH || kind === SYMBOL || kind === CURRENCY) {
    let next = at + 1;
    while (next < end && text.charCodeAt(next) === code) next++;
    return next;
  }
  return kind === DIGIT ? at + 1 : Math.min(end, at + 1);
}

/** `:)`, `;-)`, `:D` at the end of a stretch; else the one sign. */
function smileyEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  if (next < end && text.charCodeAt(next) === HYPHEN) next++;
  return next === end - 1 && ')(DPp|'.includes(text[next] ?? '') ? end : at + 1;
}

/** A surrogate pair with the joiners, tones and selectors that belong to it. */
function emojiEnd(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    at += code >= 0xd800 && code <= 0xdbff && at + 1 < end ? 2 : 1;
    while (at < end && (text.charCodeAt(at) === 0xfe0f || isTone(text, at)))
      at += text.charCodeAt(at) === 0xfe0f ? 1 : 2;
    if (at + 1 < end && text.charCodeAt(at) === 0x200d && !isWord(text.charCodeAt(at + 1))) at++;
    else return Math.min(at, end);
  }
}

const isTone = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb && text.charCodeAt(at + 1) <= 0xdfff;
