// A text's tokens in, a number for each one's form out, the same in every report: what is known of a form is worked out once.
import type { Pieces } from './text.ts';

/** Forms and their letters that are kept; a report that comes behind so many begins a new numbering. */
const MOST = 1 << 15;
const LETTERS = 1 << 19;

/** Forms as they are printed, numbered as they are met. */
export class WordForms {
  /** By number; none holds on to the report that it was cut from. */
  readonly printed: string[] = [];
  /** By number, the form in lower case, and the number of that. */
  readonly lower: string[] = [];
  readonly lowered: number[] = [];
  /** Letters of all of them together. */
  letters = 0;
  /** Open addressing: number plus one, 0 for free. */
  #slots = new Int32Array(1 << 12);

  get length(): number {
    return this.printed.length;
  }

  /** The number of `text.slice(start, end)`, given to it now if it has none. */
  numberOf(text: string, start: number, end: number, mixed = hash(text, start, end)): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const { printed } = this;
    let slot = mixed & mask;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return this.#add(text.slice(start, end), slot);
      if (isAt(printed[number] as string, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
  }

  #add(form: string, slot: number): number {
    const word = own(form);
    const lower = word.toLowerCase();
    const number = this.printed.push(word) - 1;
    this.lower.push(lower);
    this.lowered.push(number);
    this.letters += word.length;
    this.#slots[slot] = number + 1;
    if (2 * this.length > this.#slots.length) this.#spread();
    if (lower !== word) this.lowered[number] = this.numberOf(lower, 0, lower.length);
    return number;
  }

  /** Twice as many slots. */
  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    this.printed.forEach((form, number) => {
      let slot = hash(form, 0, form.length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.#slots = slots;
  }
}

function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let at = start; at < end; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return h ^ (h >>> 15);
}

function isAt(form: string, text: string, start: number, end: number): boolean {
  const { length } = form;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at++) if (form.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** From so many letters on, a slice is a view of the string that it is cut from. */
const VIEWED = 13;

/** A string of its own, so that no form keeps its whole report. */
const own = (form: string): string => (form.length < VIEWED ? form : form.split('').join(''));

/** A text's tokens by the numbers of their forms. */
export interface Numbered {
  readonly forms: WordForms;
  readonly numbers: Int32Array;
}

let current = new WordForms();
const numbered = new WeakMap<Pieces, Numbered>();

/** By open addressing, the tokens of the text at hand that were the first of their forms, plus one. */
let met = new Int32Array(1 << 11);

/** Worked out once a text. */
export function formsOf(text: string, tokens: Pieces): Numbered {
  const known = numbered.get(tokens);
  if (known) return known;
  if (current.length >= MOST || current.letters >= LETTERS) current = new WordForms();
  const forms = current;
  const { start, end, length } = tokens;
  const numbers = new Int32Array(length);
  if (met.length < 2 * length) met = new Int32Array(2 ** Math.ceil(Math.log2(2 * length)));
  else met.fill(0);
  const mask = met.length - 1;
  // every other word stood before in the same text, and is found among few: the table of all forms is far larger
  for (let i = 0; i < length; i++) {
    const from = start[i] as number;
    const to = end[i] as number;
    const mixed = hash(text, from, to);
    let slot = mixed & mask;
    for (;;) {
      const token = (met[slot] as number) - 1;
      if (token < 0) {
        met[slot] = i + 1;
        numbers[i] = forms.numberOf(text, from, to, mixed);
        break;
      }
      if (isRepeated(text, start[token] as number, end[token] as number, from, to)) {
        numbers[i] = numbers[token] as number;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  const found = { forms, numbers };
  numbered.set(tokens, found);
  return found;
}

function isRepeated(text: string, start: number, end: number, from: number, to: number): boolean {
  if (end - start !== to - from) return false;
  for (let at = start, other = from; at < end; at++, other++)
    if (text.charCodeAt(at) !== text.charCodeAt(other)) return false;
  return true;
}

/** What some list or rule says of a form, by its number; worked out when a form is first asked for. */
export class FormTable<Value> {
  readonly #work: (form: string) => Value;
  #forms: WordForms | null = null;
  #values: (Value | undefined)[] = [];

  /** `work` must always give the same for a form, and never undefined. */
  constructor(work: (form: string) => Value) {
    this.#work = work;
  }

  of(forms: WordForms, number: number): Value {
    if (forms === this.#forms) {
      const known = this.#values[number];
      if (known !== undefined) return known;
    }
    return this.#find(forms, number);
  }

  #find(forms: WordForms, number: number): Value {
    if (forms !== this.#forms) {
      this.#forms = forms;
      this.#values = [];
    }
    const values = this.#values;
    // without holes: as many as there are forms
    while (values.length < forms.length) values.push(undefined);
    const value = this.#work(forms.printed[number] as string);
    values[number] = value;
    return value;
  }
}
