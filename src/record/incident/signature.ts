// A report's words in, its signature out: what it is about as a sparse vector of unit length, for telling reports alike.
import { readList } from '../../lexicon/read-list.ts';

/** Hashes of terms in rising order with their weights; the squares of the weights sum to 1 (or there are none). */
export interface Signature {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Weight of a word that no list knows, in the list's own unit (four natural logarithms). */
const RARE = 24;
/** Characters at the start of a report that tell what it is about. */
const LEAD = 600;
const NAME = 1.5;

let common: ReadonlyMap<string, number> | null = null;

/** How telling a word is: four times the logarithm of its rank among common words, 24 for one that no list knows. */
export function weightOf(word: string): number {
  common ??= new Map(readList('en/record/common-words').rows.map(([key, weight]) => [key ?? '', Number(weight)]));
  return common.get(word) ?? RARE;
}

/** A possessive's ending stays outside. */
const ENDING = /(?:['’]s?|-)$/;
/** Of the longer words of a line so many are capitalised in a headline. */
const TITLED = 0.6;

/** A word of a report, however often it stands there. */
export interface Term {
  /** How often; twice at the beginning of the report. */
  count: number;
  /** Whether it is capitalised wherever it stands. */
  name: boolean;
  /** Whether it is so within a sentence too, where only names are. */
  sure: boolean;
  /** Four logarithms of how rare it is. */
  weight: number;
}

/** A form of a word, and the last of the texts in which it stood so printed. */
interface Form {
  text: number;
}

/** A word as it is printed, with all that follows from that alone. */
interface Printed {
  readonly match: string;
  /** Itself, where it is all in small letters; else null. */
  readonly lower: Form | null;
  /** Without a possessive's ending, in small letters. */
  readonly bare: Form;
  /** Whether it is so printed. */
  readonly small: boolean;
  readonly number: boolean;
  readonly weight: number;
  readonly key: number;
}

/**
 * Words met lately, each in the first free slot from its hash on: of a report's some hundred few are new, and those that are
 * known are found by their letters where they stand, without being cut out of the text.
 */
const SLOTS = 0x10000;
const met: (Printed | null)[] = new Array<Printed | null>(SLOTS).fill(null);
let held = 0;
const forms = new Map<string, Form>();
const MOST_MET = 20_000;
/** Texts so far. */
let texts = 0;

function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  const made = { text: 0 };
  forms.set(word, made);
  return made;
}

/** What is printed in a text from `start` to `end`; `hashed` is the hash of that. */
function printedAt(text: string, start: number, end: number, hashed: number): Printed {
  let slot = (hashed ^ (hashed >>> 16)) & (SLOTS - 1);
  for (let known = met[slot]; known; known = met[slot]) {
    if (isAt(text, start, end, known.match)) return known;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const made = printedOf(text.slice(start, end));
  met[slot] = made;
  held++;
  return made;
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}

function printedOf(match: string): Printed {
  const printed = match.replace(ENDING, '');
  const word = printed.toLowerCase();
  const number = word.charCodeAt(0) < 58;
  return {
    match,
    lower: match === match.toLowerCase() ? formOf(match) : null,
    bare: formOf(word),
    small: printed === word,
    number,
    weight: word.length < 2 ? 0 : number ? 12 : weightOf(word),
    key: hash(number ? word : stem(word)),
  };
}

/** The words of a text but for the commonest, by the hash of their stem. */
export function termsOf(text: string): Map<number, Term> {
  // never within a text: what it has printed in small letters is remembered with the forms
  if (held >= MOST_MET) {
    met.fill(null);
    held = 0;
    forms.clear();
  }
  texts++;
  const words: Printed[] = [];
  const starts: number[] = [];
  eachWord(text, (start, end, hashed) => {
    const one = printedAt(text, start, end, hashed);
    if (one.lower) one.lower.text = texts;
    if (one.weight === 0) return;
    words.push(one);
    starts.push(start);
  });
  const terms = new Map<number, Term>();
  const titled = titledLines(text);
  for (let at = 0; at < words.length; at++) {
    const { bare, small, number, weight, key } = words[at] as Printed;
    const index = starts[at] as number;
    const name = !number && !small && bare.text !== texts;
    const count = index < LEAD ? 2 : 1;
    const known = terms.get(key);
    const sure = name && !known?.sure && !opens(text, index) && !titled(index);
    if (known) {
      known.count += count;
      known.name ||= name;
      known.sure ||= sure;
      if (weight < known.weight) known.weight = weight;
    } else terms.set(key, { count, name, sure, weight });
  }
  return terms;
}

const LETTER = 1;
/** What goes on a word and begins none. */
const INNER = 2;
const DIGIT = 3;
const OTHER = 4;
/** By code unit, as they are met: `LETTER` and the like; 0 for one not met yet. */
const kinds = new Uint8Array(0x10000);

const kindAt = (text: string, at: number): number => kindOf(text.charCodeAt(at));

function kindOf(unit: number): number {
  const known = kinds[unit] as number;
  if (known !== 0) return known;
  const letter = String.fromCharCode(unit);
  const kind = /\p{L}/u.test(letter)
    ? LETTER
    : /[\p{M}’'-]/u.test(letter)
      ? INNER
      : unit >= 48 && unit <= 57
        ? DIGIT
        : OTHER;
  kinds[unit] = kind;
  return kind;
}

/** Words and numbers: a letter with letters, marks, apostrophes and hyphens behind it; or digits. */
const WORD = /[\p{L}][\p{L}\p{M}’'-]*|\d+/gu;

/** Letters beyond the first plane stand in two units. */
const PAIRED = /[\ud800-\udfff]/;

/** `hashed` is the hash of what stands from `start` to `end`. */
function eachWord(text: string, told: (start: number, end: number, hashed: number) => void): void {
  if (PAIRED.test(text)) {
    for (const { 0: match, index } of text.matchAll(WORD)) told(index, index + match.length, hash(match));
    return;
  }
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    const start = at++;
    if (kind !== LETTER && kind !== DIGIT) continue;
    let hashed = Math.imul(HASH_BASE ^ text.charCodeAt(start), HASH_PRIME);
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const next = kindOf(unit);
      if (kind === LETTER ? next > INNER : next !== DIGIT) break;
      hashed = Math.imul(hashed ^ unit, HASH_PRIME);
    }
    told(start, at, hashed);
  }
}

/** Whether what stands at a place begins a sentence, a quotation, a line or the text. */
function opens(text: string, index: number): boolean {
  if (index === 0) return true;
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const letter = text.charAt(at);
    if (OPENING.has(letter)) return true;
    if (!/\s/.test(letter)) return false;
  }
  return false;
}

/** What stands before the first word of a sentence, a quotation or a line. */
const OPENING: ReadonlySet<string> = new Set('.!?:“”"\n');

/** Whether a place of a text, asked in rising order, stands in a line whose words are nearly all capitalised. */
function titledLines(text: string): (index: number) => boolean {
  let end = -1;
  let titled = false;
  return (index) => {
    if (index <= end) return titled;
    const start = text.lastIndexOf('\n', index) + 1;
    const next = text.indexOf('\n', index);
    end = next < 0 ? text.length : next;
    titled = isTitled(text, start, end);
    return titled;
  };
}

const LONG = 4;

/** Whether most of the longer words of a line are capitalised. */
function isTitled(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  if (PAIRED.test(line)) {
    const words = line.match(/\p{L}{4,}/gu) ?? [];
    return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > TITLED * words.length;
  }
  let long = 0;
  let capital = 0;
  for (let at = start; at < end; at++) {
    if (kindAt(text, at) !== LETTER) continue;
    const from = at++;
    while (at < end && kindAt(text, at) === LETTER) at++;
    if (at - from < LONG) continue;
    long++;
    if (isCapital(text, from)) capital++;
  }
  return long > 2 && capital > TITLED * long;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 65 && unit <= 90 : /\p{Lu}/u.test(text.charAt(at));
}

/**
 * The signature of a text's terms: rare words and names weigh more than common ones, the beginning more than the rest.
 * The weights come from a list that ships, never from the record, so that a report's signature does not change with
 * others.
 */
export function signatureOf(terms: ReadonlyMap<number, Term>): Signature {
  const keys = Int32Array.from(terms.keys()).sort();
  const weights = new Float32Array(keys.length);
  let squares = 0;
  keys.forEach((key, at) => {
    const { count, name, weight } = terms.get(key) as Term;
    // by the root: a word ten times as rare does not tell ten times as much
    const value = (1 + Math.log(count)) * Math.sqrt(weight) * (name ? NAME : 1);
    weights[at] = value;
    squares += value * value;
  });
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / length;
  return { terms: keys, weights };
}

/** Whether a signature has a term. */
export function holds({ terms }: Signature, term: number): boolean {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term;
}

/** Cosine of two signatures, 0 to 1. */
export function likenessOf(a: Signature, b: Signature): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i] as number;
    const right = b.terms[j] as number;
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

/** Plural and verb endings cut, so that "strikes" and "strike" are one term. */
export function stem(word: string): string {
  if (word.length < 5) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const cut = /(?:ing|ed|es|s)$/.exec(word);
  return cut && cut.index >= 3 ? word.slice(0, cut.index) : word;
}

const HASH_BASE = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units. */
export function hash(word: string): number {
  let h = HASH_BASE;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), HASH_PRIME);
  return h;
}
