// A report in, its marks out: the names, places and numbers that tell what it is about from what is like it.
import type { Reading } from '../../reading/schema.ts';
import { hash, holds, type Signature, stem, type Term, weightOf } from './signature.ts';

export interface Marks {
  /** The weightiest names by the hash of their word, with their weights. */
  readonly names: ReadonlyMap<number, number>;
  /** Hashes of the family names of people who do something or suffer it; those who only speak are none. */
  readonly people: ReadonlySet<number>;
  /** Towns, sites, districts and provinces by name, each with the hashes of its words. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Numbers at the beginning by the hash of a word behind them: "26 Somali pirates" is 26 under two words. */
  readonly counted: ReadonlyMap<number, ReadonlySet<string>>;
  /** Those of two digits and more, years aside. */
  readonly numbers: ReadonlySet<string>;
}

/** What two reports have in common of their marks, and what they keep apart. */
export interface MarksShared {
  /** Weight of the names of one that the other holds, 0 to 1, in the mean of both; a half for one without names. */
  readonly names: number;
  /** A place of one that the other names; null for none. */
  readonly place: string | null;
  /** Both name places, and none of the other's. */
  readonly apart: boolean;
  /** Both have people who do or suffer, and none of the other's. */
  readonly strangers: boolean;
  /** Numbers in common, a number of something counting as one more; at most 3. */
  readonly numbers: number;
  /** Nouns that both count, each to another number; at most 3. */
  readonly miscounted: number;
}

const NAMES = 4;
/** Characters at the beginning in which numbers tell what a report is about. */
const LEAD = 900;
const MOST_NUMBERS = 3;

export function marksOf(reading: Reading, text: string, terms: ReadonlyMap<number, Term>): Marks {
  const names = [...terms]
    .filter(([, { name, sure }]) => name && sure)
    .map(([key, { count, weight }]): [number, number] => [key, (1 + Math.log(count)) * weight])
    .sort(([x, p], [y, q]) => q - p || x - y)
    .slice(0, NAMES);
  const speakers = new Set(reading.statements.map(({ speaker }) => speaker));
  const people = reading.actors
    .filter(({ kind, id }) => kind === 'person' && !speakers.has(id))
    .map(({ name }) => wordKey(name.slice(name.lastIndexOf(' ') + 1).replace(/['’]s?$/, '')));
  const places = reading.places
    .filter(({ precision }) => precision !== 'country' && precision !== 'region')
    .map(({ name }): [string, number[]] => [name, (name.match(/[\p{L}\p{M}’'-]{2,}/gu) ?? []).map(wordKey)])
    .filter(([, words]) => words.length > 0);
  return { names: new Map(names), people: new Set(people), places: new Map(places), ...numbersOf(text.slice(0, LEAD)) };
}

const wordKey = (word: string): number => hash(stem(word.toLowerCase()));

const NUMERALS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const PIECE = /\d+(?:[.,]\d+)*|[\p{L}][\p{L}\p{M}’'-]*/gu;

/** "two" is 2, "sixth" is 6th, "1,200" is 1200; null for what is no number. */
function numberIn(word: string): string | null {
  if (/^\d/.test(word)) return word.replaceAll(',', '');
  const numeral = NUMERALS.indexOf(word);
  if (numeral > 0) return String(numeral + 1);
  const ordinal = ORDINALS.indexOf(word);
  return ordinal < 0 ? null : `${ordinal + 1}th`;
}

function numbersOf(text: string): Pick<Marks, 'counted' | 'numbers'> {
  const counted = new Map<number, Set<string>>();
  const numbers = new Set<string>();
  for (const line of text.split('\n')) {
    const words = (line.match(PIECE) ?? []).map((word) => word.toLowerCase());
    words.forEach((word, at) => {
      const number = numberIn(word);
      if (number === null || /^(?:19|20)\d\d$/.test(number)) return;
      if (number.length > 1) numbers.add(number);
      let behind = 0;
      for (let next = at + 1; next < words.length && behind < 2; next++) {
        const noun = words[next] as string;
        if (/^\d/.test(noun) || weightOf(noun) === 0) continue;
        behind++;
        const key = wordKey(noun);
        const known = counted.get(key);
        if (known) known.add(number);
        else counted.set(key, new Set([number]));
      }
    });
  }
  return { counted, numbers };
}

/** Compares the marks of two reports; symmetric. */
export function sharedMarks(a: Marks, b: Marks, left: Signature, right: Signature): MarksShared {
  const found = [...placesIn(a, right), ...placesIn(b, left)].sort();
  let numbers = 0;
  let miscounted = 0;
  for (const [noun, some] of a.counted) {
    const others = b.counted.get(noun);
    if (!others) continue;
    if (meets(some, others)) numbers++;
    else miscounted++;
  }
  for (const number of a.numbers) if (b.numbers.has(number)) numbers++;
  const stranger = (people: ReadonlySet<number>, other: Signature) => ![...people].some((name) => holds(other, name));
  return {
    names: (share(a.names, right) + share(b.names, left)) / 2,
    place: found[0] ?? null,
    apart: found.length === 0 && a.places.size > 0 && b.places.size > 0,
    strangers: a.people.size > 0 && b.people.size > 0 && stranger(a.people, right) && stranger(b.people, left),
    numbers: Math.min(MOST_NUMBERS, numbers),
    miscounted: Math.min(MOST_NUMBERS, miscounted),
  };
}

function share(names: ReadonlyMap<number, number>, other: Signature): number {
  let all = 0;
  let held = 0;
  for (const [name, weight] of names) {
    all += weight;
    if (holds(other, name)) held += weight;
  }
  return all === 0 ? 0.5 : held / all;
}

const placesIn = ({ places }: Marks, other: Signature): string[] =>
  [...places].filter(([, words]) => words.every((word) => holds(other, word))).map(([name]) => name);

function meets<V>(a: ReadonlySet<V>, b: ReadonlySet<V>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
