// A text in, the hashes of its shingles out: runs of words, whatever their case, marks and spacing.
import { hash } from 'node:crypto';
import { isMatter, LEAST_MATTER, MOST_MATTER, stemOf } from './headline.ts';

/** Words of a shingle: fewer make strangers alike, more make a changed word weigh too much. */
const WORDS = 4;
/** Words at the beginning that stand for the whole: what is cut is cut from the end. */
const OPENING = 150;

export interface Shingles {
  /** Distinct hashes, ascending. */
  readonly all: Uint32Array;
  /** Those of the first words, ascending. */
  readonly opening: Uint32Array;
  /**
   * The same for texts that differ in case, marks and spacing only. A text that has no word of the title given with it is
   * told by its title too: notices and errors read the same in place of any report.
   */
  readonly hash: string;
  /** Stems of what the headline names, ascending; empty where there is no headline that says enough. */
  readonly headline: Uint32Array;
  /** For each of them the shingles that hold it, ascending. */
  readonly about: readonly Uint32Array[];
}

/** @param title the headline where the text is known to have one; else the lines over its prose are taken for it. */
export function shinglesOf(text: string, title: string | null = null): Shingles {
  const folded = fold(text);
  const everything = wordsOf(folded);
  const { prose, heading } = proseOf(folded);
  const words = wordsOf(prose);
  const headline = headlineOf(title === null ? heading : fold(title));
  const hashes = new Uint32Array(words.length);
  for (let at = 0; at < words.length; at++) hashes[at] = hashOf(words[at] as string);
  const count = Math.max(0, words.length - WORDS + 1);
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0x9747b28c;
    for (let word = at; word < at + WORDS; word++) hash = mix(Math.imul(hash, 31) + (hashes[word] as number));
    all[at] = hash;
  }
  const about = aboutOf(words, all, headline); // before `distinct` sorts them
  const untold = title === null ? [] : unspoken(everything, headline);
  return {
    headline,
    about,
    opening: distinct(all.slice(0, OPENING)),
    all: distinct(all),
    hash: hash('sha256', [everything.join(' '), ...untold].join(' ')).slice(0, 32),
  };
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Behind a bar stands the outlet. */
function headlineOf(heading: string): Uint32Array {
  const words = wordsOf(heading.replace(/ [|»].*/gm, ''));
  const stems = distinct(Uint32Array.from(words.filter(isMatter).slice(0, MOST_MATTER), stemOf));
  return stems.length < LEAST_MATTER ? stems.slice(0, 0) : stems;
}

/** The stems of a headline of which a text says nothing; none where it says anything of it. */
function unspoken(words: readonly string[], headline: Uint32Array): Uint32Array | [] {
  if (headline.length === 0) return [];
  const stems = new Set(headline);
  return words.some((word) => stems.has(stemOf(word)) && isMatter(word)) ? [] : headline;
}

/** For each stem of a headline the shingles that hold a word of it. */
function aboutOf(words: readonly string[], all: Uint32Array, headline: Uint32Array): Uint32Array[] {
  if (headline.length === 0) return [];
  const found = new Map<number, number[]>();
  for (const stem of headline) found.set(stem, []);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const list = found.get(stemOf(word));
    if (!list || !isMatter(word)) continue;
    for (let from = Math.max(0, at - WORDS + 1); from <= Math.min(at, all.length - 1); from++)
      list.push(all[from] as number);
  }
  return Array.from(headline, (stem) => distinct(Uint32Array.from(found.get(stem) as number[])));
}

/** ASCII, dashes and quotation marks: what most reports are written in, and where words are found five times as fast. */
export const PLAIN = /^[\0-\x7f\u2010-\u2027\u2030-\u205e]*$/;

/** In lower case as it is. */
function wordsOf(text: string): string[] {
  if (PLAIN.test(text)) return text.match(/[a-z0-9]+/g) ?? [];
  // what is beyond ASCII is little of most texts, and what of it is no word becomes a space
  return text.replace(BEYOND, spaced).match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
}

const BEYOND = /[\u0080-\uffff]+/g;
const spaced = (run: string): string => run.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');

/** What a page says to its reader and not of the world: outlets print the same around all their reports. */
const TO_THE_READER =
  /\b(?:you|your|yours|click|subscri\w+|sign(?:ed|ing)? (?:in|up)|log ?in|newsletters?|e-?mails?|cookies?|copyright|all rights reserved|advertis\w+|zip ?code|browser|javascript|tweets?|facebook|twitter|follow us|download|app store|must-see|welcome to|quick links|terms of (?:use|service)|privacy policy|republish\w*|redistribut\w+|associated press\. all)\b/;

/** Lines over the prose that may be its headline: below them a page shows menus. */
const HEADING = 3;

/**
 * Sentences of the report itself: lines that end like prose, without what is said to the reader; and the lines over the
 * first of them, bylines aside.
 */
function proseOf(folded: string): { readonly prose: string; readonly heading: string } {
  const kept: string[] = [];
  const heading: string[] = [];
  for (const line of folded.split(/[\n\r\u2028\u2029]+/)) {
    const words = line.trim();
    // headings and menus, and beginnings of other reports that a page shows: `[…]`
    if ((!/[.!?…:;,]["”’')\]]*$/.test(words) && words.length < 120) || /\[(?:\.{3}|…)\]$/.test(words)) {
      if (kept.length === 0 && heading.length < HEADING && words !== '' && !words.startsWith('by '))
        heading.push(words);
      continue;
    }
    for (const sentence of words.split(/(?<=[.!?…]["”’)]{0,2})\s+/))
      if (!TO_THE_READER.test(sentence)) kept.push(sentence);
  }
  return { prose: kept.join(' '), heading: heading.join('\n') };
}

/** FNV-1a over code units, then mixed. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finishing steps of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function distinct(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number;
  return sorted.slice(0, kept);
}
