// A text in, the runs of its words that the gazetteer knows as names out: the longest at each word, none over another.
import type { TokenView } from '../actors/token-view.ts';
import { ADP, CCONJ, DET, PUNCT } from '../actors/token-view.ts';
import { foldOn, highOf, lowOf, newFolding, resetFolding } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';

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
}

/** Most tokens of one name: “United States of America”, “Deir ez-Zor”. */
const LONGEST = 8;

/** Hits in order of the text. */
export function findNames(view: TokenView, gazetteer: Gazetteer): NameHit[] {
  const { text, start, end, sentence, length, upos } = view;
  const folding = newFolding();
  const hits: NameHit[] = [];
  let found: number[] = [];
  for (let i = 0; i < length; i++) {
    const first = text.charCodeAt(start[i] as number);
    if (!isUpper(first, text, start[i] as number) && !isArticleBefore(view, i)) continue;
    if (upos[i] === PUNCT) continue;
    const last = hits.at(-1);
    if (last && i > last.to - 1 && i - last.to === 1 && view.lower[last.to] === ',') {
      const words = text.slice(start[i], end[i]);
      const known = gazetteer.abbreviated(words);
      if (known.length > 0 && isShort(words)) {
        hits.push({ from: i, to: i + 1, key: -1 - (known[0] ?? 0), entries: known, short: true });
        continue;
      }
    }
    resetFolding(folding);
    let best: NameHit | null = null;
    let before = -1;
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
      if (j > i && !isUpper(code, text, from) && isConnecting(view, j)) continue;
      gazetteer.find(folding, found);
      if (found.length === 0) continue;
      // “us” is no country, “US” is one; so with what is written in capitals only
      if (folding.letters <= 3 && !isCapitals(text, start[i] as number, to)) {
        found = found.filter(
          (value) =>
            gazetteer.kind(value & ~ALTERNATE) !== 'country' ||
            (folding.letters > 2 && !/^(?:UAE|USA|DRC|CAR|KSA)$/i.test(text.slice(start[i], to))),
        );
        if (found.length === 0) continue;
      } else if (folding.letters === 2) {
        found = found.filter((value) => gazetteer.kind(value & ~ALTERNATE) === 'country');
        if (found.length === 0) continue;
      }
      best = {
        from: i,
        to: j + 1,
        key: highOf(folding) * 0x10000 + lowOf(folding),
        entries: distinct(found),
        short: false,
      };
      found = [];
    }
    if (best) {
      hits.push(best);
      i = best.to - 1;
    }
  }
  return hits;
}

function distinct(entries: readonly number[]): number[] {
  const usual = new Set(entries.filter((value) => value < ALTERNATE));
  for (const value of entries) if (value >= ALTERNATE && !usual.has(value - ALTERNATE)) usual.add(value);
  return [...usual];
}

const isUpper = (code: number, text: string, at: number): boolean =>
  code < 128 ? code >= 65 && code <= 90 : code > 191 && /^\p{Lu}/u.test(text.charAt(at));

/** “al-Bab”, “el-Fasher”: Arabic articles are written small. */
const isArticleBefore = ({ lower, text, start, end }: TokenView, i: number): boolean =>
  /^(?:al|el|ad|an|ar|as|at|az|ash|ed|es|ez)$/.test(lower[i] ?? '') &&
  text.charCodeAt(end[i] as number) === 45 &&
  isUpper(text.charCodeAt((end[i] as number) + 1), text, (end[i] as number) + 1) &&
  text.charCodeAt((start[i] as number) - 1) !== 45;

const isShort = (words: string): boolean => /^(?:\p{Lu}{2,3}|\p{Lu}[\p{L}. ]*\.)$/u.test(words);

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 160) return false;
  }
  return true;
}

function isCapitals(text: string, from: number, to: number): boolean {
  const words = text.slice(from, to);
  return words === words.toUpperCase();
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
