// The lists of lexicon/en/times as maps, read once.
import { readList } from '../../lexicon/read-list.ts';

export interface TimeWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly references: ReadonlyMap<string, string>;
  readonly frequencies: ReadonlyMap<string, string>;
  readonly seasons: ReadonlyMap<string, string>;
  /** First words of holidays. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Every word with which some rule begins, digits apart. */
  readonly openers: ReadonlySet<string>;
}

let known: TimeWords | null = null;

export function timeWords(): TimeWords {
  if (known) return known;
  const strings = (name: string) =>
    new Map(readList(`en/times/${name}`).rows.map(([word = '', value = '']) => [word, value]));
  const numbers = (name: string) => new Map([...strings(name)].map(([word, value]) => [word, Number(value)]));
  const lists = {
    months: numbers('months'),
    weekdays: numbers('weekdays'),
    units: strings('units'),
    numbers: numbers('numbers'),
    ordinals: numbers('ordinals'),
    references: strings('references'),
    frequencies: strings('frequencies'),
    seasons: strings('seasons'),
    holidays: strings('holidays'),
  };
  const openers = new Set([
    ...Object.values(lists).flatMap((list) => [...list.keys()]),
    ...'up our fy ad bc year-end school academic financial that at right a an the this that these those last next past previous coming following recent early late mid mid- earlier later every each about around nearly almost more less at some several many few couple half same right immediate near over fiscal early- first'.split(
      ' ',
    ),
  ]);
  known = { ...lists, openers };
  return known;
}
