// The tokens of a report in, what each paragraph is about out: PLOVER's contexts by the words of lexicon/en/contexts.tsv.
import { Filed, type Filing } from '../../lexicon/filed.ts';
import { LexiconError, readList } from '../../lexicon/read-list.ts';
import { FormTable } from '../../text/word-forms.ts';
import { mark } from '../../text/word-marks.ts';
import type { TokenView } from '../actors/token-view.ts';

export interface FoundContext {
  readonly context: string;
  /** The words that settle it, as in the list; two where neither does alone. */
  readonly words: readonly string[];
}

interface Entry {
  readonly words: string;
  /** Words after the first, in lower case, without hyphens. */
  readonly rest: readonly string[];
  /** Letters as they must stand, where the list has capitals: “WHO” is not “who”. Null where case says nothing. */
  readonly exact: readonly string[] | null;
  /** Index in the codebook's contexts. */
  readonly context: number;
  readonly alone: boolean;
}

let kept: readonly string[] | null = null;

/** The codebook's contexts, in order. */
function contextNames(): readonly string[] {
  kept ??= readList('en/codebook/contexts').rows.map(([context = '']) => context);
  return kept;
}

/** Words that are split at spaces alone. */
const PLAIN = /^[A-Za-z0-9 ]+$/;

/**
 * The words as tokens: “women's” is two, and a hyphen parts most words but not all (“vote-rigging”, “anti-corruption”), so
 * that there is one way to split them for each choice. Hyphens between tokens are left out, as in the text.
 */
function splits(words: string): string[][] {
  if (PLAIN.test(words)) return [words.split(' ')];
  const hyphens = [...words.matchAll(/-/g)].map(({ index }) => index);
  return Array.from({ length: 2 ** hyphens.length }, (_, choice) =>
    [...words]
      .map((letter, at) => (letter === '-' && (choice >> hyphens.indexOf(at)) & 1 ? ' ' : letter))
      .join('')
      .split(/ |(?=['’](?:s\b|\s|$))/)
      .filter((piece) => piece !== ''),
  );
}

function plural(word: string): string | null {
  if (!/^[a-z-]+$/.test(word) || word.endsWith('s')) return null;
  if (/(?:x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** The rows of the list under each first word that they may have. */
function* rowsByFirst(): Filing {
  const names = new Set(contextNames());
  for (const row of readList('en/contexts').rows) {
    const [words = '', name = '', weight = ''] = row;
    if (!names.has(name) || (weight !== '1' && weight !== '2'))
      throw new LexiconError(
        `lexicon/en/contexts.tsv: "${words}" needs a context of the codebook and a weight of 1 or 2`,
      );
    const end = words.indexOf(' ');
    const firsts = new Set<string>();
    if (!PLAIN.test(words)) for (const [first] of entriesOf(words, 0, false)) firsts.add(first);
    else if (end > 0) firsts.add(words.slice(0, end).toLowerCase());
    else {
      firsts.add(words.toLowerCase());
      const several = plural(words);
      if (several !== null) firsts.add(several);
    }
    for (const first of firsts) yield [first, row];
  }
}

/**
 * The entries whose first word this is, in the order of the list. Rows are split into words when their first word stands in
 * a report: of thousands, one report meets some dozens.
 */
const OPENED = new Filed('events/contexts', rowsByFirst, (rows, word): readonly Entry[] =>
  rows.flatMap(([words = '', name = '', weight = '']) =>
    entriesOf(words, contextNames().indexOf(name), weight === '2').flatMap(([first, entry]) =>
      first === word ? [entry] : [],
    ),
  ),
);

/** A row's entries, in one number and the other, each behind its first word. */
function entriesOf(words: string, context: number, alone: boolean): (readonly [first: string, entry: Entry])[] {
  const found: (readonly [string, Entry])[] = [];
  for (const pieces of splits(words)) {
    const lower = pieces.map((piece) => piece.toLowerCase());
    const [first = '', ...rest] = lower;
    const exact = words === words.toLowerCase() ? null : pieces;
    const entry: Entry = { words, rest, exact, context, alone };
    found.push([first, entry]);
    const several = plural(lower.at(-1) ?? '');
    if (several === null || exact) continue;
    if (rest.length === 0) found.push([several, entry]);
    else found.push([first, { ...entry, rest: [...rest.slice(0, -1), several] }]);
  }
  return found;
}

const openedBy = new FormTable((word) => OPENED.get(word) ?? null);
const OPENS = mark((_, word) => OPENED.has(word));

/** What each paragraph is about and by which words, in the order of the codebook. */
export function findContexts(view: TokenView): readonly (readonly FoundContext[])[] {
  const names = contextNames();
  const { marks, word, forms, paragraph, length } = view;
  const found: FoundContext[][] = [];
  // by context: the entry that settles it, or the first of two that do together
  const settled: (Entry | null)[] = names.map(() => null);
  const first: (Entry | null)[] = names.map(() => null);
  const second: (Entry | null)[] = names.map(() => null);
  let at = -1;
  let touched = false;
  const close = () => {
    if (at < 0) return;
    const contexts: FoundContext[] = [];
    if (touched)
      for (let context = 0; context < names.length; context++) {
        const one = settled[context];
        const pair = second[context];
        if (one) contexts.push({ context: names[context] ?? '', words: [one.words] });
        else if (pair)
          contexts.push({ context: names[context] ?? '', words: [first[context]?.words ?? '', pair.words] });
      }
    found[at] = contexts;
    if (touched) {
      settled.fill(null);
      first.fill(null);
      second.fill(null);
      touched = false;
    }
  };
  for (let token = 0; token < length; token++) {
    const here = paragraph[token] ?? 0;
    if (here !== at) {
      close();
      for (let skipped = at + 1; skipped < here; skipped++) found[skipped] = [];
      at = here;
    }
    if (((marks[token] as number) & OPENS) === 0) continue;
    const group = openedBy.of(forms, word[token] as number);
    if (!group) continue;
    for (const entry of group) {
      if (settled[entry.context] || !stands(entry, token, view)) continue;
      touched = true;
      if (entry.alone) settled[entry.context] = entry;
      else if (!first[entry.context]) first[entry.context] = entry;
      else if (!related(first[entry.context] as Entry, entry)) second[entry.context] ??= entry;
    }
  }
  close();
  return found;
}

/** The contexts of each paragraph, in the order of the codebook. */
export function contextsOf(view: TokenView): readonly (readonly string[])[] {
  return findContexts(view).map((contexts) => contexts.map(({ context }) => context));
}

/** “drug” and “drugs” say one thing twice. */
const related = (a: Entry, b: Entry): boolean =>
  a.words.slice(0, 4).toLowerCase() === b.words.slice(0, 4).toLowerCase();

function stands({ rest, exact }: Entry, token: number, view: TokenView): boolean {
  const { lower, length, paragraph } = view;
  if (exact && !isAs(exact[0] ?? '', view, token)) return false;
  let at = token;
  for (let i = 0; i < rest.length; i++) {
    at++;
    if (lower[at] === '-') at++;
    const word = lower[at] ?? '';
    if (at >= length || paragraph[at] !== paragraph[token]) return false;
    const same = word === rest[i] || (word.charCodeAt(0) === 0x2019 && word.slice(1) === rest[i]?.slice(1));
    if (!same || (exact && !isAs(exact[i + 1] ?? '', view, at))) return false;
  }
  return true;
}

/** Whether a token is printed as a word of an entry, either apostrophe in it. */
function isAs(word: string, { text, start, end }: TokenView, at: number): boolean {
  const printed = text.slice(start[at], end[at]);
  return printed === word || printed === word.replace("'", '’');
}
