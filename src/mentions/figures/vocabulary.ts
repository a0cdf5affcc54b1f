// The word lists of figures in one table: any stretch of text in, the number of its word out, with all it can be.
import { readList } from '../../lexicon/read-list.ts';
import { FormTable } from '../../text/word-forms.ts';

/** Kinds of numeral word, as named in lexicon/en/figures/numerals.tsv. */
export const NUMERAL = {
  none: 0, unit: 1, teen: 2, ten: 3, hundred: 4, scale: 5, dozen: 6, score: 7, vague: 8, several: 9, handful: 10,
  couple: 11, pair: 12, half: 13, fraction: 14, ordinal: 15, zero: 16,
} as const; // biome-ignore format: one table

const CLASSES = [
  'be', 'have', 'modal', 'preposition', 'including', 'of', 'and', 'article', 'the', 'possessive', 'this', 'another',
  'pronoun', 'object', 'plural', 'who', 'clause', 'not', 'no', 'say', 'adverb', 'other', 'toll', 'rise', 'earlier',
  'month', 'weekday', 'designator', 'road', 'hour', 'age', 'old',
] as const; // biome-ignore format: one table

/** Bits of `Vocabulary.closed`, one for each class of lexicon/en/figures/closed.tsv. */
export const CLOSED = Object.fromEntries(CLASSES.map((name, bit) => [name, 1 << bit])) as Readonly<
  Record<(typeof CLASSES)[number], number>
>;

export type Role = 'act' | 'part' | 'happen' | 'state' | 'toll' | 'of';

export interface Person {
  readonly number: 'one' | 'many' | 'both';
  readonly unit: string;
  readonly group: string | null;
  readonly measure: 'people' | 'troops' | 'fighters';
}

export interface Thing {
  readonly number: 'one' | 'many' | 'both';
  readonly unit: string;
  readonly measure: 'attacks' | 'weapons' | 'vehicles' | 'other';
}

export interface Governor {
  readonly role: Role;
  readonly measure: string;
}

export interface Unit {
  readonly unit: string;
  readonly kind: string;
}

/** Everything the lists say; arrays are indexed by word number, 0 being "no word of ours". */
export interface Vocabulary {
  readonly closed: Int32Array;
  readonly numeral: Uint8Array;
  readonly value: Float64Array;
  readonly person: readonly (Person | null)[];
  readonly thing: readonly (Thing | null)[];
  readonly governor: readonly (Governor | null)[];
  readonly unit: readonly (Unit | null)[];
  readonly money: readonly (string | null)[];
  /** Word numbers of the words that single rules name. */
  readonly named: Readonly<Record<NamedWord, number>>;
  /** 1 for a word that may begin a set phrase of idiom.ts. */
  readonly idiom: Uint8Array;
  /** Word number of a word written in lower case; 0 when it is in no list. */
  id(word: string): number;
  /** Word number of `text.slice(start, end)`, whatever its case; 0 when it is in no list. Allocates nothing. */
  find(text: string, start: number, end: number): number;
  /** The same of a whole form. */
  readonly byForm: FormTable<number>;
}

let kept: Vocabulary | null = null;

/** The vocabulary, built from lexicon/en/figures on first asking. Throws LexiconError on a bad line. */
export function vocabulary(): Vocabulary {
  kept ??= build();
  return kept;
}

/** Words that single rules name; they have a number even when no list holds them. */
const NAMED = [
  'admitted', 'drive', 'driven', 'drives', 'driving', 'drove', 'home', 'homes', 'house', 'houses', 'land', 'lands', 'villages',
  'not', 'one', 'custody', 'detention', 'held', 'remain', 'remained', 'no', 'past', 'last', 'nationwide', 'far', 'leave', 'flee', 'forcing', 'forced', 'together', 'along', 'remains', 'corpse', 'suffers', 'shots', 'few', 'so', 'across', 'after', 'airlifted', 'among', 'and', 'another', 'arm', 'as', 'at', 'away', 'back', 'beaten', 'between', 'body', 'bullet', 'bullets', 'burns', 'by', 'captive', 'casualty', 'cent', 'chest', 'claim', 'claimed', 'claiming', 'claims', 'committed', 'condition', 'cost', 'costs', 'critical', 'day', 'dead', 'deadly', 'death', 'down', 'during', 'each', 'every', 'family', 'fatal', 'fatally', 'flown', 'following', 'for', 'from', 'group', 'gunfire', 'gunned', 'gunshot', 'head', 'hit', 'hitting', 'hospital', 'hospitalizing', 'hospitals', 'hostage', 'in', 'injured', 'injuries', 'injuring', 'injury', 'inside', 'leg', 'life', 'lives', 'lose', 'losing', 'lost', 'minus', 'month', 'near', 'number', 'on', 'or', 'outside', 'over', 'overnight', 'own', 'passed', 'per', 'prisoner', 'received', 'robbed', 'rushed', 's', 'send', 'sending', 'sends', 'sent', 'serious', 'shoot', 'shooting', 'shoots', 'shot', 'shrapnel', 'since', 'stabbed', 'stabbing', 'stable', 'striking', 'struck', 'suffer', 'suffered', 'suffering', 'suicide', 'sustained', 'sustaining', 'take', 'taken', 'takes', 'taking', 'team', 'themselves', 'this', 'to', 'toll', 'took', 'total', 'transported', 'treated', 'up', 'week', 'well', 'when', 'while', 'with', 'wound', 'wounded', 'wounding', 'wounds', 'year',
] as const; // biome-ignore format: one table
export type NamedWord = (typeof NAMED)[number];

const IDIOMS =
  'lost lose losing claimed claim claims claiming cost costs took take taken takes taking rushed airlifted transported flown suffered suffering' +
  ' sustained suffer suffers sustaining received struck hit striking hitting gunshot wound wounds committed passed treated fatally among sent sends sending' +
  ' send critical serious stable gunned hospital hospitals forced forcing drive drives driving drove driven admitted custody detention';

function build(): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [''];
  const number = (word: string): number => {
    let id = ids.get(word);
    if (id === undefined) {
      id = words.length;
      ids.set(word, id);
      words.push(word);
    }
    return id;
  };
  const rows = (name: string) =>
    readList(`en/figures/${name}`).rows.map(([word = '', ...rest]) => ({ id: number(word), rest }));
  const numerals = rows('numerals');
  const people = rows('people');
  const things = rows('things');
  const governors = rows('governors');
  const units = rows('units');
  const monies = rows('money');
  const closedWords = rows('closed');
  for (const row of readList('en/figures/bounds').rows) for (const word of (row[0] ?? '').split(' ')) number(word);
  for (const word of [...NAMED, ...IDIOMS.split(' ')]) number(word);

  const size = words.length;
  const closed = new Int32Array(size);
  const numeral = new Uint8Array(size);
  const value = new Float64Array(size);
  const empty = <T>(): (T | null)[] => new Array<T | null>(size).fill(null);
  const person = empty<Person>();
  const thing = empty<Thing>();
  const governor = empty<Governor>();
  const unit = empty<Unit>();
  const money = empty<string>();
  const kinds = NUMERAL as Readonly<Record<string, number>>;
  for (const { id, rest } of numerals) {
    numeral[id] = kinds[rest[0] ?? ''] ?? 0;
    value[id] = Number(rest[1]);
  }
  for (const { id, rest } of people) {
    const [many, name = '', group = '-', measure] = rest;
    person[id] = { number: many, unit: name, group: group === '-' ? null : group, measure } as Person;
  }
  for (const { id, rest } of things) thing[id] = { number: rest[0], unit: rest[1] ?? '', measure: rest[2] } as Thing;
  for (const { id, rest } of governors) governor[id] = { role: rest[0] as Role, measure: rest[1] ?? '' };
  for (const { id, rest } of units) unit[id] = { unit: rest[0] ?? '', kind: rest[1] ?? '' };
  for (const { id, rest } of monies) money[id] = rest[0] ?? null;
  for (const { id, rest } of closedWords) {
    for (const name of (rest[0] ?? '').split(' '))
      closed[id] = (closed[id] ?? 0) | (CLOSED[name as keyof typeof CLOSED] ?? 0);
  }

  // open addressing over a power of two, at most a third full; the hash folds ASCII case
  let capacity = 1024;
  while (capacity < size * 3) capacity *= 2;
  const slots = new Int32Array(capacity);
  const hash = (text: string, start: number, end: number): number => {
    let h = 0x811c9dc5;
    for (let i = start; i < end; i++) {
      let c = text.charCodeAt(i);
      if (c >= 65 && c <= 90) c += 32;
      else if (c === 0x2019) c = 39;
      h = Math.imul(h ^ c, 0x01000193);
    }
    return (h ^ (h >>> 15)) & (capacity - 1);
  };
  for (let id = 1; id < size; id++) {
    const word = words[id] ?? '';
    let at = hash(word, 0, word.length);
    while (slots[at] !== 0) at = (at + 1) & (capacity - 1);
    slots[at] = id;
  }
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  // most words of a report are in no list: first letter, last letter and length tell so before any hash is made
  const shapes = new Int32Array(1024);
  for (let id = 1; id < size; id++) {
    const word = words[id] ?? '';
    const shape = ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(word.length - 1) & 31);
    shapes[shape] = (shapes[shape] as number) | (1 << (word.length & 31));
  }
  const find = (text: string, start: number, end: number): number => {
    const length = end - start;
    if (length > longest) return 0;
    let last = text.charCodeAt(end - 1);
    if (last === 0x2019) last = 39;
    const shape = ((text.charCodeAt(start) & 31) << 5) | (last & 31);
    if (((shapes[shape] as number) & (1 << (length & 31))) === 0) return 0;
    let at = hash(text, start, end);
    for (;;) {
      const id = slots[at] ?? 0;
      if (id === 0) return 0;
      const word = words[id] ?? '';
      if (word.length === length) {
        let i = 0;
        for (; i < length; i++) {
          let c = text.charCodeAt(start + i);
          if (c >= 65 && c <= 90) c += 32;
          else if (c === 0x2019) c = 39;
          if (c !== word.charCodeAt(i)) break;
        }
        if (i === length) return id;
      }
      at = (at + 1) & (capacity - 1);
    }
  };
  const named = Object.fromEntries(NAMED.map((word) => [word, ids.get(word) ?? 0])) as Record<NamedWord, number>;
  const idiom = new Uint8Array(size);
  for (const word of IDIOMS.split(' ')) idiom[number(word)] = 1;
  return {
    named,
    idiom,
    closed,
    numeral,
    value,
    person,
    thing,
    governor,
    unit,
    money,
    find,
    byForm: new FormTable((form) => find(form, 0, form.length)),
    id: (word) => ids.get(word) ?? 0,
  };
}
