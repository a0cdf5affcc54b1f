// One sentence in, its pieces out: words, numbers and signs, cut finer than tokens so that "50mph" and "$2.4bn" come apart.
import { type Parsed, UPOS } from '../../grammar/parsed.ts';
import { formsOf } from '../../text/word-forms.ts';
import { CLOSED, type Vocabulary } from './vocabulary.ts';

export const WORD = 0;
export const NUMBER = 1;
export const SIGN = 2;
/** A token that holds no words or numbers of prose: an address of the web, a dotted date, a user name. */
export const OPAQUE = 3;

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');

/** More digits than this name no count of anything; `Pieces.long` says where. */
const MAX_DIGITS = 15;

/** Pieces of one sentence, in buffers that are filled anew for each; `length` of them are in use. */
export interface Pieces {
  text: string;
  length: number;
  /** Upper case throughout: capital letters tell nothing about names. */
  shouted: boolean;
  /** Most words begin with a capital, as in headlines: a capital before a number makes no name of it. */
  titled: boolean;
  /** Piece of an overlong numeral; -1 when there is none. */
  long: number;
  start: Int32Array;
  end: Int32Array;
  token: Int32Array;
  kind: Uint8Array;
  /** Word number in the vocabulary; 0 when unknown or no word. */
  word: Int32Array;
  /** Bits of `CLOSED` of the word. */
  closed: Int32Array;
  value: Float64Array;
  /** 1 where the grammar says verb or auxiliary; 0 elsewhere, and in text that was not analysed. */
  verb: Uint8Array;
  /** 1 where the grammar says superlative: "deadliest", "most", "worst". */
  superlative: Uint8Array;
}

export function newPieces(): Pieces {
  return { text: '', length: 0, shouted: false, titled: false, long: -1, ...buffers(256) };
}

const buffers = (size: number) => ({
  start: new Int32Array(size),
  end: new Int32Array(size),
  token: new Int32Array(size),
  kind: new Uint8Array(size),
  word: new Int32Array(size),
  closed: new Int32Array(size),
  value: new Float64Array(size),
  verb: new Uint8Array(size),
  superlative: new Uint8Array(size),
});

const ly = (text: string, end: number): boolean =>
  (text.charCodeAt(end - 1) | 32) === 121 && (text.charCodeAt(end - 2) | 32) === 108;
const digit = (c: number): boolean => c >= 48 && c <= 57;
const letter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 0xc0 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f) && c !== 0xd7 && c !== 0xf7);

/** Where the word ends that begins at `begin`. */
function pastWord(text: string, begin: number, end: number): number {
  let at = begin + 1;
  while (at < end) {
    const d = text.charCodeAt(at);
    if ((d >= 97 && d <= 122) || letter(d)) at++;
    else if ((d === 39 || d === 0x2019 || d === 0x301) && at + 1 < end && letter(text.charCodeAt(at + 1))) at++;
    else if (
      d === 46 &&
      (at - begin === 1 ? at + 1 < end && letter(text.charCodeAt(at + 1)) : text.charCodeAt(at - 2) === 46)
    )
      at++; // U.S., a.m.
    else if (d >= 0x300 && d <= 0x36f) at++;
    else break;
  }
  return at;
}

/** Fills `pieces` with sentence `sentence`. Linear in its length. */
export function fillPieces(pieces: Pieces, parsed: Parsed, sentence: number, words: Vocabulary): void {
  const { tokens, sentences, report } = parsed.text;
  const { text } = report;
  const { forms, numbers } = formsOf(text, tokens);
  const first = sentences.firstToken[sentence] ?? 0;
  const last = sentences.endToken[sentence] ?? 0;
  pieces.text = text;
  pieces.length = 0;
  pieces.long = -1;
  let upper = 0;
  let lower = 0;
  let initial = 0;
  const stop = sentences.end[sentence] ?? 0;
  let done = 0;
  for (let token = first; token < last; token++) {
    const end = tokens.end[token] ?? 0;
    let at = Math.max(done, tokens.start[token] ?? 0);
    if (at === tokens.start[token] && opaque(text, at, end)) {
      push(pieces, OPAQUE, at, end, token, 0, 0, Number.NaN);
      continue;
    }
    while (at < end) {
      const c = text.charCodeAt(at);
      const begin = at;
      if (
        digit(c) ||
        (c === 46 &&
          at + 1 < stop &&
          digit(text.charCodeAt(at + 1)) &&
          !letter(text.charCodeAt(at - 1)) &&
          !digit(text.charCodeAt(at - 1)))
      ) {
        // a number may run over the end of a token that cuts it ("RM23" + "." + "50")
        at = numberEnd(text, at, stop);
        done = at;
        const value = numberValue(text, begin, at);
        if (Number.isNaN(value)) pieces.long = pieces.length;
        push(pieces, Number.isNaN(value) ? OPAQUE : NUMBER, begin, at, token, 0, 0, value);
      } else if (letter(c)) {
        at = pastWord(text, begin, end);
        if (c >= 97) lower++;
        else {
          initial++;
          if (at - begin > 1 && text.charCodeAt(begin + 1) < 97) upper++;
        }
        const whole = at === end && begin === tokens.start[token];
        const word = whole ? words.byForm.of(forms, numbers[token] as number) : words.find(text, begin, at);
        // an unknown word in -ly is an adverb: "brutally", "mercilessly"
        const closed = word === 0 && at - begin > 5 && ly(text, at) ? CLOSED.adverb : (words.closed[word] ?? 0);
        push(pieces, WORD, begin, at, token, word, closed, Number.NaN);
      } else {
        at++;
        if (c === 0xd800 || (c >= 0xd800 && c < 0xdc00)) at = Math.min(end, at + 1);
        const word = words.find(text, begin, at);
        push(pieces, SIGN, begin, at, token, word, words.closed[word] ?? 0, Number.NaN);
      }
    }
  }
  const { upos, tag, tags } = parsed.words;
  const [jjs, rbs] = superlativesOf(tags);
  for (let i = 0; i < pieces.length; i++) {
    const pos = upos[pieces.token[i] ?? 0];
    pieces.verb[i] = pos === VERB || pos === AUX ? 1 : 0;
    const penn = tag[pieces.token[i] ?? 0] ?? -1;
    pieces.superlative[i] = penn === jjs || penn === rbs ? 1 : 0;
  }
  pieces.shouted = upper > 2 * lower;
  pieces.titled = initial * 2 > lower * 3;
}

const known = new WeakMap<readonly string[], readonly [number, number]>();

/** The numbers of the Penn tags JJS and RBS in a model; -1 for one that it lacks. */
function superlativesOf(tags: readonly string[]): readonly [number, number] {
  let found = known.get(tags);
  if (!found) {
    const of = (name: string) => (tags.includes(name) ? tags.indexOf(name) : -1);
    found = [of('JJS'), of('RBS')];
    known.set(tags, found);
  }
  return found;
}

function push(
  p: Pieces,
  kind: number,
  start: number,
  end: number,
  token: number,
  word: number,
  closed: number,
  value: number,
) {
  if (p.length === p.start.length) {
    const more = buffers(p.length * 2);
    for (const key of ['start', 'end', 'token', 'kind', 'word', 'closed', 'value', 'verb', 'superlative'] as const) {
      more[key].set(p[key] as never);
      p[key] = more[key] as never;
    }
  }
  const i = p.length++;
  p.start[i] = start;
  p.end[i] = end;
  p.token[i] = token;
  p.kind[i] = kind;
  p.word[i] = word;
  p.closed[i] = closed;
  p.value[i] = value;
}

/** Addresses of the web and mail, user names and tags: digits in them count nothing. */
function opaque(text: string, start: number, end: number): boolean {
  const c = text.charCodeAt(start);
  if ((c === 64 || c === 35) && end - start > 1) return true; // @ #
  if (end - start < 6) return false;
  let dots = 0;
  let slashes = 0;
  for (let i = start; i < end - 1; i++) {
    const d = text.charCodeAt(i);
    if (d === 64) return true;
    if (d === 46 && letter(text.charCodeAt(i + 1))) dots++;
    else if (d === 47) slashes++;
  }
  if (slashes > 0 && dots > 0) return true;
  if (dots > 0 && text.startsWith('www.', start)) return true;
  return false;
}

/** Digits with commas between groups of three and at most one decimal point; a second point makes it a date or version. */
function numberEnd(text: string, start: number, end: number): number {
  let at = start;
  let points = 0;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (digit(c)) at++;
    else if (c === 46 && digit(text.charCodeAt(at + 1)) && at + 1 < end) {
      points++;
      at++;
    } else if (c === 44 && points === 0 && group(text, at + 1, end)) at += 4;
    else break;
  }
  return at;
}

const group = (text: string, at: number, end: number): boolean =>
  at + 3 <= end &&
  digit(text.charCodeAt(at)) &&
  digit(text.charCodeAt(at + 1)) &&
  digit(text.charCodeAt(at + 2)) &&
  !(at + 3 < end && digit(text.charCodeAt(at + 3)));

/** NaN for what is no number of prose: too many digits, or more than one decimal point. */
function numberValue(text: string, start: number, end: number): number {
  let value = 0;
  let digits = 0;
  let scale = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 46) {
      if (scale !== 0) return Number.NaN;
      scale = 1;
    } else if (c !== 44) {
      if (++digits > MAX_DIGITS) return Number.NaN;
      value = value * 10 + (c - 48);
      scale *= 10;
    }
  }
  return scale > 1 ? value / scale : value;
}
