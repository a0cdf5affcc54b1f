// A parsed sentence in, names right behind “on Wednesday” parted from the day: “On Wednesday Ukraine's bureau arrested”.
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `dayNames`. */
export interface DayNames {
  /** By tag: 1 proper noun, 2 verb, 3 a mark, 4 a number. */
  readonly kind: Uint8Array;
  /** By relation: 1 part of a noun phrase, 2 what a noun with a preposition is to its verb, 3 a preposition, 4 subject. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly oblique: number;
  readonly time: number;
  readonly number: number;
}

const NAME = 1;
const VERB = 2;
const MARK = 3;
const NUMBER = 4;

const PART = 1;
const OBLIQUE = 2;
const CASE = 3;
const SUBJECT = 4;
const USES: Readonly<Record<string, number>> = {
  compound: PART, flat: PART, 'nmod:poss': PART, 'nmod:unmarked': PART, nmod: PART, appos: PART, obl: OBLIQUE,
  'obl:unmarked': OBLIQUE, case: CASE, nsubj: SUBJECT, 'nsubj:pass': SUBJECT,
}; // biome-ignore format: one table

const DAYS = hashWords('monday tuesday wednesday thursday friday saturday sunday');
const MONTHS = hashWords(
  'january february march april june july august september october november december jan feb aug sept oct nov dec',
);
const LEADS = hashWords('on last this late early');
const ON = hashWord('on');
/** What a paper or a day itself is called: "the Sunday Times", "Friday Night". */
const TITLES = hashWords(
  'times mail mirror express herald telegraph independent tribune post people world school night agreement',
);

/** What the rule needs of a model's names; null where its treebank does not tell times without a preposition. */
export function dayNames(tags: readonly string[], relations: readonly string[]): DayNames | null {
  const of = (name: string) => relations.indexOf(name);
  const named = { subject: of('nsubj'), oblique: of('obl'), time: of('obl:unmarked'), number: of('nummod') };
  const kind = Uint8Array.from(tags, (name) =>
    name.startsWith('PROPN ')
      ? NAME
      : name.startsWith('VERB ')
        ? VERB
        : name.startsWith('PUNCT ')
          ? MARK
          : name.startsWith('NUM ')
            ? NUMBER
            : 0,
  );
  return named.subject >= 0 && named.oblique >= 0 && named.time >= 0 && named.number >= 0
    ? { kind, use: Uint8Array.from(relations, (name) => USES[name] ?? 0), ...named }
    : null;
}

/** A day at the beginning of a clause, or right behind a verb, says when: what stands behind it begins anew. */
export function hangBehindDays(state: ParseState, names: DayNames): void {
  const { form, length } = state;
  for (let day = 0; day + 1 < length; day++) {
    const word = form[day] as number;
    // "on 8 December"
    const dated = day > 0 && MONTHS.has(word) && names.kind[state.tag[day - 1] as number] === NUMBER;
    if (DAYS.has(word) || dated) part(state, names, day, dated);
  }
}

function part(state: ParseState, names: DayNames, day: number, dated: boolean): void {
  const { form, head, label, tag, length } = state;
  const { kind, use, subject, oblique, time, number } = names;
  const of = (at: number) => kind[tag[at] as number] as number;
  const name = day + 1;
  const within = head[name] === day && use[label[name] as number] === PART;
  if (of(name) !== NAME || TITLES.has(form[name] as number)) return;
  if (!within && !(head[day] === name && use[label[day] as number] === PART)) return;
  let first = dated ? day - 1 : day;
  while (first > 0 && LEADS.has(form[first - 1] as number)) first--;
  // "said on Wednesday Ukraine would": the day is that of the verb before it
  const saying = first > 0 && of(first - 1) === VERB ? first - 1 : -1;
  const opens = first === 0 || of(first - 1) === MARK || form[first] === ON;
  if (saying < 0 && !opens) return;
  // the noun that the name is a part of, and the verb of that noun
  let top = within && use[label[day] as number] !== PART ? name : within ? (head[day] as number) : name;
  while (top < length && use[label[top] as number] === PART && (head[top] as number) > top) top = head[top] as number;
  const link = within && top === name ? (label[day] as number) : (label[top] as number);
  const verb = within && top === name ? (head[day] as number) : (head[top] as number);
  if (top >= length || verb <= top || verb >= length || of(verb) !== VERB) return;
  if (use[link] !== OBLIQUE && use[link] !== SUBJECT) return;
  if (use[link] === OBLIQUE && hasDependant(state, verb, use, SUBJECT, 0, verb)) return;
  if (within) {
    head[name] = head[day] as number;
    label[name] = label[day] as number;
    for (let at = name + 1; at < length; at++) if (head[at] === day) head[at] = name;
  }
  let led = false;
  for (let at = first; at < day; at++) {
    if (use[label[at] as number] === CASE) led = true;
    head[at] = day;
    if (of(at) === NUMBER) label[at] = number;
  }
  head[day] = saying < 0 ? verb : saying;
  label[day] = led ? oblique : time;
  if (use[link] === OBLIQUE) label[top] = subject;
}
