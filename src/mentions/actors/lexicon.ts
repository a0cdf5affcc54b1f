// The lists of countries, bodies, titles, agents, leaders and first names in; look-ups by the words of a text out.
import { Filed, type Row } from '../../lexicon/filed.ts';
import { readList } from '../../lexicon/read-list.ts';
import { WordMap } from '../../lexicon/word-map.ts';
import { FormTable } from '../../text/word-forms.ts';
import { mark } from '../../text/word-marks.ts';
import type { ActorKind, Gender } from './actor.ts';
import type { TokenView } from './token-view.ts';

export interface NamedEntry {
  readonly words: string;
  /** Canonical name. */
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: string | null;
  /** For countries what the word is; 'body' for everything else. */
  readonly use: 'name' | 'adjective' | 'people' | 'capital' | 'seat' | 'body';
}

export interface Title {
  readonly words: string;
  readonly sector: string | null;
  readonly rank: string;
  readonly gender: Gender | null;
}

export interface Agent {
  readonly kind: 'person' | 'group';
  readonly sector: string;
  readonly gender: Gender | null;
}

export interface Term {
  readonly name: string;
  readonly gender: Gender;
  readonly country: string;
  readonly office: string;
  readonly sector: string;
  /** ISO dates, possibly without day or month; '' where the term goes on. */
  readonly from: string;
  readonly to: string;
}

/** What is looked up by words. */
export interface ByWords<Value> {
  get(words: string): Value | undefined;
  has(words: string): boolean;
}

interface Lexicon {
  readonly named: ByWords<readonly NamedEntry[]>;
  readonly titles: ByWords<readonly Title[]>;
  readonly agents: ByWords<Agent>;
  /** First words of agents of two words. */
  readonly agentOpenings: ByWords<true>;
  readonly firstNames: ByWords<Gender | null>;
  readonly leaders: ByWords<readonly Term[]>;
  readonly surnames: ByWords<readonly Term[]>;
}

const gender = (value: string | undefined): Gender | null => (value === 'm' || value === 'f' ? value : null);
/** The letters that open a string of words: what entries are filed under, whatever the tokens are. */
const opening = (words: string): string => {
  // most tokens are letters only, and most others a mark: a look at the codes spares them the pattern
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i) | 32;
    if (code > 127) return /^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? words;
    if (code < 97 || code > 122) {
      const digit = words.charCodeAt(i);
      if (digit < 48 || digit > 57) return i === 0 ? words : words.slice(0, i);
    }
  }
  return words;
};

const longestFirst = <T extends { readonly words: string }>(rows: T[]): T[] =>
  rows.sort((a, b) => b.words.length - a.words.length);

/** Rows by the letters that open them, the longest first. */
export function filed<T extends { readonly words: string }>(rows: readonly T[]): Map<string, readonly T[]> {
  const map = new WordMap<T[]>();
  for (const row of rows) {
    const key = opening(row.words);
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  }
  for (const list of map.values()) longestFirst(list);
  return map;
}

const named = new Filed<readonly NamedEntry[]>(
  'actors/named',
  function* () {
    for (const [words = '', country = '', use = '', name = ''] of readList('en/actors/countries').rows)
      yield [opening(words), [words, name, 'state', country, 'GOV', use]];
    for (const [words = '', name = '', kind = '', country = '', sector = ''] of readList('en/actors/bodies').rows)
      yield [opening(words), [words, name, kind, country, sector, 'body']];
  },
  (rows) =>
    longestFirst(
      rows.map(([words = '', name = '', kind = '', country = '', sector = '', use = '']) => ({
        words,
        name,
        kind: kind as ActorKind,
        country: country || null,
        sector: sector || null,
        use: use as NamedEntry['use'],
      })),
    ),
);

/** All that is named, by the letters that open it. */
export function* namedEntries(): Iterable<readonly NamedEntry[]> {
  for (const key of named.words()) yield named.get(key) ?? [];
}

const titles = new Filed<readonly Title[]>(
  'actors/titles',
  () => readList('en/actors/titles').rows.map((row) => [opening(row[0] ?? ''), row]),
  (rows) =>
    longestFirst(
      rows.map(([words = '', sector = '', rank = '', g]) => ({
        words,
        sector: sector || null,
        rank,
        gender: gender(g),
      })),
    ),
);

/** The last row of a word is the one that counts. */
const last = (rows: readonly Row[]): Row => rows.at(-1) ?? [];

const agents = new Filed<Agent>(
  'actors/agents',
  () => readList('en/actors/agents').rows.map((row) => [row[0] ?? '', row]),
  (rows) => {
    const [, kind = '', sector = '', g] = last(rows);
    return { kind: kind as Agent['kind'], sector, gender: gender(g) };
  },
);

const agentOpenings = new Filed<true>(
  'actors/agent-openings',
  function* () {
    for (const [words = ''] of readList('en/actors/agents').rows)
      if (words.includes(' ')) yield [words.split(' ')[0] ?? '', []];
  },
  () => true,
);

const firstNames = new Filed<Gender | null>(
  'actors/first-names',
  () => readList('en/actors/first-names').rows.map((row) => [row[0] ?? '', row]),
  (rows) => gender(last(rows)[1]),
);

const terms = (rows: readonly Row[]): readonly Term[] =>
  rows.map(([name = '', g, country = '', office = '', sector = '', from = '', to = '']) => ({
    name,
    gender: gender(g) ?? 'm',
    country,
    office,
    sector,
    from,
    to,
  }));
const byName = (name: string, key: (name: string) => string) =>
  new Filed(name, () => readList('en/actors/leaders').rows.map((row) => [key(row[0] ?? ''), row]), terms);

const lexicon: Lexicon = {
  named,
  titles,
  agents,
  agentOpenings,
  firstNames,
  leaders: byName('actors/leaders', (name) => name),
  surnames: byName('actors/surnames', surnameOf),
};

/** What the lists have, read at first asking. */
export const actorLexicon = (): Lexicon => lexicon;

/** The part of a name that stands for it later: "Lavrov", "Assad" of "al-Assad". */
export function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr)\.?$| [IVX]+$/, '').split(' ');
  const last = words.at(-1) ?? name;
  return last.replace(/^(?:al|el|Al|El)-/, '');
}

/** The entries filed under what opens a form as it is printed, and the titles under what opens a word in lower case. */
const namedBy = new FormTable((form) => actorLexicon().named.get(opening(form)) ?? null);
const titledBy = new FormTable((word) => actorLexicon().titles.get(opening(word)) ?? null);
const NAMED = mark((form) => actorLexicon().named.has(opening(form)));
const TITLED = mark((_, word) => actorLexicon().titles.has(opening(word)));

/** The longest entry whose words stand at token `i` and end where a token ends; null if none does. */
export function namedAt(view: TokenView, i: number): { readonly entry: NamedEntry; readonly to: number } | null {
  const marks = view.marks[i];
  if (marks === undefined || ((marks & NAMED) === 0 && !view.own)) return null;
  const form = view.form[i] as number;
  const own = view.own ? longestAt(view, i, view.own.named.get(opening(view.forms.printed[form] ?? ''))) : null;
  const listed = namedBy.of(view.forms, form);
  const known = listed && longestAt(view, i, listed);
  return own && (!known || own.to >= known.to) ? own : known;
}

function longestAt(
  view: TokenView,
  i: number,
  list: readonly NamedEntry[] | undefined,
): { readonly entry: NamedEntry; readonly to: number } | null {
  const start = view.start[i] ?? 0;
  for (const entry of list ?? []) {
    if (!view.text.startsWith(entry.words, start)) continue;
    const to = tokenEndingAt(view, i, start + entry.words.length);
    if (to > 0) return { entry, to };
  }
  return null;
}

/** Every entry of the same words as `entry` at the same place: "Georgia" and the like have one, "Iraqi" one. */
function tokenEndingAt(view: TokenView, i: number, end: number): number {
  let to = i;
  while (to < view.length && (view.end[to] ?? 0) < end) to++;
  return view.end[to] === end ? to + 1 : -1;
}

/** The longest title that stands at token `i`, any case. */
export function titleAt(view: TokenView, i: number): { readonly title: Title; readonly to: number } | null {
  const list = titlesOpenedAt(view, i);
  if (!list) return null;
  const start = view.start[i] ?? 0;
  for (const title of list) {
    if (
      title.words.length > (view.end[i] ?? 0) - start &&
      view.text.slice(start, start + title.words.length).toLowerCase() !== title.words
    )
      continue;
    if (title.words.length <= (view.end[i] ?? 0) - start && view.lower[i] !== title.words) continue;
    const to = tokenEndingAt(view, i, start + title.words.length);
    if (to > 0) return { title, to };
  }
  return null;
}

/** "Presidents", "foreign ministers" right before a name: the title that each of those named bears; null if none stands at `i`. */
export function titlesAt(view: TokenView, i: number): { readonly title: Title; readonly to: number } | null {
  return severalAt(view, i, i + 1) ?? severalAt(view, i, i);
}

function severalAt(view: TokenView, i: number, last: number): { readonly title: Title; readonly to: number } | null {
  const word = view.lower[last] ?? '';
  if (!word.endsWith('s') || view.sentence[last] !== view.sentence[i]) return null;
  const one = word.slice(0, -1);
  const words = last === i ? one : `${view.lower[i]} ${one}`;
  const list = last === i ? actorLexicon().titles.get(opening(one)) : titlesOpenedAt(view, i);
  const title = list?.find((each) => each.words === words);
  return title ? { title, to: last + 1 } : null;
}

function titlesOpenedAt({ marks, word, forms }: TokenView, i: number): readonly Title[] | null {
  return ((marks[i] ?? 0) & TITLED) === 0 ? null : titledBy.of(forms, word[i] as number);
}
