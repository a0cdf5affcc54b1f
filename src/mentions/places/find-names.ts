// A text in, the runs of its words that the gazetteer knows as names out: the longest at each word, none over another.
import type { TokenView } from '../actors/token-view.ts';
import { ADP, AUX, CCONJ, DET, PRON, PUNCT, SCONJ } from '../actors/token-view.ts';
import { calledAt } from './called.ts';
import { foldOn, highOf, lowOf, newFolding, resetFolding } from './fold.ts';
import type { Gazetteer, Unlikely } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import { SORTS } from './wording.ts';

export interface NameHit {
  /** First token, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** The same for all spellings that differ in case, accents and hyphens only. */
  readonly key: number;
  /** What it may be, none twice; those for which it is not the usual name carry ALTERNATE. */
  readonly entries: readonly number[];
  /** How it was found: a name, or an abbreviation behind a comma. */
  readonly short: boolean;
  /** Why reports hardly ever mean it; null where nothing speaks against it. */
  readonly unlikely: Unlikely | null;
  /** Whether the words call it a county: “Grant and Wilkin counties”. */
  readonly county?: boolean;
}

/** Most tokens of one name: “United States of America”, “Deir ez-Zor”. */
const LONGEST = 8;

/** Hits in order of the text. */
export function findNames(view: TokenView, gazetteer: Gazetteer): NameHit[] {
  const { text, start, length, upos } = view;
  const walk: Walk = { folding: newFolding(), found: [], never: 0 };
  const hits: NameHit[] = [];
  for (let i = 0; i < length; i++) {
    const first = text.charCodeAt(start[i] as number);
    if (!isUpper(first, text, start[i] as number) && !isArticleBefore(view, i)) continue;
    if (
      upos[i] === PUNCT ||
      (opensNone(view, i) && !isUpper(text.charCodeAt(start[i + 1] ?? 0), text, start[i + 1] ?? 0))
    )
      continue;
    if (mayBeShort(view, i)) {
      const short = shortAt(view, gazetteer, i, hits.at(-1));
      if (short) {
        hits.push(short);
        i = short.to - 1;
        continue;
      }
    }
    // “City of Richmond”, “Port of Odesa” are read by their second part
    if (view.lower[i + 1] === 'of' && OFFICE.test(view.lower[i] ?? '')) continue;
    const best = longestFrom(view, gazetteer, i, walk);
    if (walk.never > (best?.to ?? 0)) i = walk.never - 1;
    else if (best) {
      const hit = trimmed(view, best);
      hits.push(isOtherOfName(view, i) ? { ...hit, unlikely: hit.unlikely ?? 'rarely' } : hit);
      i = best.to - 1;
    } else if (view.lower[i - 1] === 'of') {
      // “the village of Upper Tarn”, which the gazetteer lacks, is not Tarn
      const called = calledAt(view, i);
      if (called) i = called.to - 1;
    }
  }
  return hits;
}

/** “Lower Tarn”, “New Aleppo”, which the gazetteer lacks: another place as a rule, not the one of the second word. */
const isOtherOfName = ({ lower, sentence, text, start }: TokenView, i: number): boolean =>
  /^(?:upper|lower|new|little)$/.test(lower[i - 1] ?? '') &&
  // the first word of a sentence has a capital anyway: “New Gainesville school”
  sentence[i - 2] === sentence[i] &&
  isUpper(text.charCodeAt(start[i - 1] ?? 0), text, start[i - 1] ?? 0);

/** What is used again at each word. */
interface Walk {
  readonly folding: ReturnType<typeof newFolding>;
  found: number[];
  /** One past the longest words from there that are never a name; 0 for none. */
  never: number;
}

/** The longest name that begins at `i`. */
function longestFrom(view: TokenView, gazetteer: Gazetteer, i: number, walk: Walk): NameHit | null {
  const { text, start, end, sentence, length, upos } = view;
  const { folding } = walk;
  resetFolding(folding);
  let best: NameHit | null = null;
  let before = -1;
  walk.never = 0;
  for (let j = i; j < length && j < i + LONGEST && sentence[j] === sentence[i]; j++) {
    const from = start[j] as number;
    const to = end[j] as number;
    if (before >= 0 && from > before) {
      if (!isBlank(text, before, from)) break;
      folding.separator = folding.letters > 0;
    }
    if (upos[j] === PUNCT && !joins(view, j)) break;
    const code = text.charCodeAt(from);
    foldOn(folding, text, from, to);
    before = to;
    if (upos[j] === PUNCT || folding.letters < 2) continue;
    if (j > i && !isUpper(code, text, from)) {
      if (isConnecting(view, j)) continue;
      // few names go on in small letters: “Zaporizhzhia nuclear power plant”
      if (!gazetteer.smallWords.has(view.lower[j] ?? '')) break;
    }
    const against = gazetteer.against(folding);
    if (against === 'never') {
      walk.never = j + 1;
      continue;
    }
    gazetteer.find(folding, walk.found);
    // “us” is no country, “US” is one; “NATO” is no Nato
    if (walk.found.length > 0 && j === i && to - from <= 5) walk.found = fitting(gazetteer, walk.found, view, i);
    if (walk.found.length === 0) continue;
    best = {
      from: i,
      to: j + 1,
      key: highOf(folding) * 0x10000 + lowOf(folding),
      entries: distinct(walk.found),
      short: false,
      unlikely: against,
    };
    walk.found = [];
  }
  return best;
}

/** “Idlib province” is found by both words and told by the first: the second says what it is. */
function trimmed({ lower, text, start }: TokenView, hit: NameHit): NameHit {
  const last = hit.to - 1;
  const code = text.charCodeAt(start[last] ?? 0);
  return last > hit.from && code >= 97 && code <= 122 && SORTS.has(lower[last] ?? '') ? { ...hit, to: last } : hit;
}

const OFFICE = /^(?:city|town|village|port|county|state|province|government|mayor|governor|people)$/;

/** “Fla.” behind a comma; “N.C.” and “Mich.” anywhere but at the end of a sentence, where it may be another word. */
function shortAt(view: TokenView, gazetteer: Gazetteer, i: number, last: NameHit | undefined): NameHit | null {
  const { text, start, end, lower, sentence } = view;
  const pointed = text.charCodeAt((end[i] as number) - 1) === 46;
  const apart = !pointed && text.charCodeAt(end[i] as number) === 46 && lower[i + 1] === '.';
  let to = apart ? i + 2 : i + 1;
  let words = text.slice(start[i], end[to - 1]);
  let known = gazetteer.abbreviated(words);
  // “W. Va.”, “N. J.”
  if (pointed && sentence[i + 1] === sentence[i] && text.charCodeAt((end[i + 1] ?? 0) - 1) === 46) {
    const both = gazetteer.abbreviated(text.slice(start[i], end[i + 1]));
    if (both.length > 0) {
      known = both;
      words = text.slice(start[i], end[i + 1]);
      to = i + 2;
    }
  }
  if (known.length === 0 && apart) {
    words = text.slice(start[i], end[i]);
    known = gazetteer.abbreviated(words);
  }
  const [only] = known;
  if (only === undefined || !isShort(words)) return null;
  const behind =
    last !== undefined && i - last.to === 1 && lower[last.to] === ',' && sentence[i] === sentence[last.from];
  if (!behind && !((pointed || apart) && words.length > 3 && sentence[to] === sentence[i] && i > 0)) return null;
  return { from: i, to, key: -1 - only, entries: known, short: true, unlikely: null };
}

/** Cheap to ask of every capitalised word: a point at its end or behind it, or two or three capitals behind a comma. */
function mayBeShort({ text, start, end, lower }: TokenView, i: number): boolean {
  const to = end[i] as number;
  if (text.charCodeAt(to - 1) === 46 || text.charCodeAt(to) === 46) return true;
  const length = to - (start[i] as number);
  return length <= 3 && length >= 2 && lower[i - 1] === ',';
}

/** What is written in capitals is an abbreviation or a shout: it means no place that is not so written. */
function fitting(g: Gazetteer, found: readonly number[], view: TokenView, i: number): number[] {
  const words = view.text.slice(view.start[i], view.end[i]);
  const letters = words.replace(/[^\p{L}]/gu, '').length;
  const capitals = words === words.toUpperCase();
  if (!capitals && letters > 3) return [...found];
  const next = view.text.charAt(view.start[i + 1] ?? 0);
  const shouted = i === 0 || /^[,—–(-]$/.test(view.lower[i + 1] ?? '') || next === next.toUpperCase();
  return found.filter((value) => {
    const entry = value & ~ALTERNATE;
    const kind = g.kind(entry);
    // “us” is no country, “US” is one
    if (letters === 2)
      return kind === 'country'
        ? capitals
        : kind !== 'province' && value < ALTERNATE && !capitals && words.length === 2 && g.size(entry) > 110;
    if (kind === 'country') return capitals || letters > 3 || value < ALTERNATE;
    if (!capitals || words.includes('.')) return true;
    return shouted && (letters > 3 || g.size(entry) >= 150);
  });
}

function distinct(entries: readonly number[]): readonly number[] {
  if (entries.length === 1) return entries;
  const usual = new Set(entries.filter((value) => value < ALTERNATE));
  for (const value of entries) if (value >= ALTERNATE && !usual.has(value - ALTERNATE)) usual.add(value);
  return [...usual];
}

/** Words of closed classes that open a sentence: no name but “The Hague” and its like begins with them. */
const opensNone = ({ upos, text, start, end }: TokenView, i: number): boolean =>
  (upos[i] === DET ||
    upos[i] === ADP ||
    upos[i] === PRON ||
    upos[i] === SCONJ ||
    upos[i] === CCONJ ||
    upos[i] === AUX) &&
  // “US” is tagged as the pronoun now and then
  text.charCodeAt((end[i] as number) - 1) > 96 &&
  (end[i] as number) > (start[i] as number) + 1;

const isUpper = (code: number, text: string, at: number): boolean =>
  code < 128 ? code >= 65 && code <= 90 : code > 191 && /^\p{Lu}/u.test(text.charAt(at));

/** “al-Bab”, “el-Fasher”: Arabic articles are written small. */
const isArticleBefore = ({ lower, text, start, end }: TokenView, i: number): boolean =>
  text.charCodeAt(end[i] as number) === 45 &&
  (end[i] as number) - (start[i] as number) <= 3 &&
  isUpper(text.charCodeAt((end[i] as number) + 1), text, (end[i] as number) + 1) &&
  /^(?:al|el|ad|an|ar|as|at|az|ash|ed|es|ez)$/.test(lower[i] ?? '') &&
  text.charCodeAt((start[i] as number) - 1) !== 45;

const isShort = (words: string): boolean =>
  /^(?:[A-Z]{2,3}|[A-Z][A-Za-z. ]*\.|[A-Z]\.[A-Z]|[A-Z]\.[A-Z][a-z]|Qld)$/.test(words);

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 160) return false;
  }
  return true;
}

/** Punctuation inside a name: hyphens and apostrophes with letters on both sides. */
function joins({ lower, text, start, end }: TokenView, j: number): boolean {
  const word = lower[j] ?? '';
  if (!/^[-–’']$/.test(word)) return false;
  return text.charCodeAt((start[j] as number) - 1) !== 32 && text.charCodeAt(end[j] as number) !== 32;
}

/** Small words that no name ends with. */
const isConnecting = ({ upos, lower }: TokenView, j: number): boolean =>
  upos[j] === ADP ||
  upos[j] === DET ||
  upos[j] === CCONJ ||
  /^(?:of|the|and|de|la|du|le|al|el|-|'s|’s)$/.test(lower[j] ?? '');
