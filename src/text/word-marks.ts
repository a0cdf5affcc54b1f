// What lists open with in, a bit of each form of a text out: most words open nothing, and one look tells so for all lists.
//
// A table of what is known of each form is far larger than the caches, and each list has one. The bits of a text's words lie
// in their order, so that the tables are asked only for words that they have something of.
import type { WordForms } from './word-forms.ts';

type Test = (printed: string, lower: string) => boolean;

const tests: Test[] = [];
/** Set of every form that was tested. */
const TESTED = 1 << 31;

/**
 * A bit for the forms that a test holds of. Called where modules are loaded, before any text is read: `test` must always say
 * the same of a form.
 */
export function mark(test: Test): number {
  if (tests.length === 31) throw new RangeError('a form has 31 marks');
  return 1 << (tests.push(test) - 1);
}

let marked: WordForms | null = null;
/** By form, its marks; 0 where it was not tested. */
let known = new Int32Array(0);
/** How many tests there were. */
let made = 0;

/** The marks of each of a text's forms, in their order. */
export function marksOf(forms: WordForms, numbers: Int32Array): Int32Array {
  if (forms !== marked || made !== tests.length) {
    marked = forms;
    made = tests.length;
    known = new Int32Array(0);
  }
  if (known.length < forms.length) {
    const more = new Int32Array(2 * forms.length);
    more.set(known);
    known = more;
  }
  const marks = new Int32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if (known[number] === 0) known[number] = tested(forms.printed[number] as string, forms.lower[number] as string);
    marks[i] = known[number] as number;
  }
  return marks;
}

function tested(printed: string, lower: string): number {
  let marks = TESTED;
  for (let bit = 0; bit < tests.length; bit++) if ((tests[bit] as Test)(printed, lower)) marks |= 1 << bit;
  return marks;
}
