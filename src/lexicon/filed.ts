// Rows of lists in, each under the word that it is asked for by; what a list says of a word out.
//
// The build files the rows (filed-file.ts), since to read all lists takes far longer than to read one page: there a process
// reads the rows of the words that it asks for. One that asks for many words has them all in a map, as has one that runs from
// the sources, where nothing was built.
import { filedIn, type Section } from './filed-file.ts';
import { WordMap } from './word-map.ts';

export type Row = readonly string[];
export type Filing = Iterable<readonly [word: string, row: Row]>;

/** So many words looked up one by one, and the rest is read as well. */
const ENOUGH = 500;

/** All that are filed, by name: what the build writes. */
export const FILINGS = new Map<string, () => Filing>();

export class Filed<Value> {
  readonly #name: string;
  readonly #rows: () => Filing;
  readonly #make: (rows: readonly Row[], word: string) => Value;
  #all: WordMap<Value> | null = null;
  #section: Section | null = null;
  readonly #met = new Map<string, Value | undefined>();

  /** `rows` gives all, in order; `make` what a word's rows mean. No field may hold a tab or the end of a line. */
  constructor(name: string, rows: () => Filing, make: (rows: readonly Row[], word: string) => Value) {
    this.#name = name;
    this.#rows = rows;
    this.#make = make;
    FILINGS.set(name, rows);
  }

  get(word: string): Value | undefined {
    const all = this.#all;
    return all === null ? this.#ask(word) : all.get(word);
  }

  /** Apart from `get`, which is to stay small: every word of a text goes through it. */
  #ask(word: string): Value | undefined {
    this.#section ??= filedIn(this.#name);
    if (!this.#section) return this.#whole().get(word);
    if (!this.#section.may(word)) return undefined;
    const known = this.#met.get(word);
    if (known !== undefined || this.#met.has(word)) return known;
    const rows = this.#section.rows(word);
    const value = rows ? this.#make(rows, word) : undefined;
    this.#met.set(word, value);
    if (this.#met.size >= ENOUGH) this.#whole();
    return value;
  }

  has(word: string): boolean {
    return this.get(word) !== undefined;
  }

  /** All words, in the order of their first rows. */
  words(): Iterable<string> {
    return this.#whole().keys();
  }

  #whole(): WordMap<Value> {
    if (this.#all) return this.#all;
    const all = new WordMap<Value>();
    // what was met before stays the same thing
    for (const [word, rows] of this.#section?.all() ?? grouped(this.#rows()))
      all.set(word, this.#met.get(word) ?? this.#make(rows, word));
    this.#all = all;
    this.#met.clear();
    this.#section = null;
    return all;
  }
}

/** The rows of each word, words in the order of their first rows. */
export function grouped(rows: Filing): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const [word, row] of rows) {
    const group = groups.get(word);
    if (group) group.push(row);
    else groups.set(word, [row]);
  }
  return groups;
}
