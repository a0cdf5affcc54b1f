// A text's tokens in, what the tagger and parser know of each word out.
import type { Pieces } from '../text/text.ts';
import { formsOf, type WordForms } from '../text/word-forms.ts';
import { isAcronym } from './acronyms.ts';
import { closed, further, lowerCode, mix, OPEN, shapeOf } from './hash.ts';
import type { TagInput } from './tag-features.ts';
import { writtenElsewhere } from './written-elsewhere.ts';

/** What a body written like a common word is read as: a name that is nothing else. */
const BODY = 'NATO';

/** Numbers of a form in a table: what wordHashes gives of it. */
const ROW = 9;

/** The rows of all forms that were met, for one word list. */
interface Rows {
  readonly forms: WordForms;
  count: number;
  ints: Int32Array;
}

const kept = new WeakMap<(hash: number) => number, Rows>();

/** `lexicon` maps the hash of a form to bits; 0 stands for a word it does not hold. */
export function wordHashes(report: string, tokens: Pieces, lexicon: (hash: number) => number): TagInput {
  const { length } = tokens;
  const { forms, numbers } = formsOf(report, tokens);
  const body = forms.numberOf(BODY, 0, BODY.length);
  const rows = rowsOf(forms, lexicon);
  const form = new Int32Array(length);
  const shape = new Int32Array(length);
  const suffix4 = new Int32Array(length);
  const suffix3 = new Int32Array(length);
  const suffix2 = new Int32Array(length);
  const prefix3 = new Int32Array(length);
  const lexical = new Int32Array(length);
  const doing = new Int32Array(length);
  const about = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const at = ROW * (isAcronym(report, tokens, i) ? body : (numbers[i] as number));
    form[i] = rows[at] as number;
    shape[i] = rows[at + 1] as number;
    suffix4[i] = rows[at + 2] as number;
    suffix3[i] = rows[at + 3] as number;
    suffix2[i] = rows[at + 4] as number;
    prefix3[i] = rows[at + 5] as number;
    lexical[i] = rows[at + 6] as number;
    doing[i] = rows[at + 7] as number;
    about[i] = rows[at + 8] as number;
  }
  const elsewhere = writtenElsewhere(form, shape);
  return { form, shape, suffix4, suffix3, suffix2, prefix3, lexical, doing, about, elsewhere };
}

/** A row for each form that has a number. */
function rowsOf(forms: WordForms, lexicon: (hash: number) => number): Int32Array {
  let rows = kept.get(lexicon);
  if (rows?.forms !== forms) {
    rows = { forms, count: 0, ints: new Int32Array(0) };
    kept.set(lexicon, rows);
  }
  const { length } = forms;
  if (rows.ints.length < ROW * length) {
    const ints = new Int32Array(2 * ROW * length);
    ints.set(rows.ints);
    rows.ints = ints;
  }
  for (; rows.count < length; rows.count++)
    putRow(rows.ints, ROW * rows.count, forms.printed[rows.count] as string, lexicon);
  return rows.ints;
}

function putRow(rows: Int32Array, row: number, text: string, lexicon: (hash: number) => number): void {
  const { length } = text;
  let whole = OPEN;
  let begun = OPEN;
  // the endings begin as many characters before the last one
  let [last4, last3, last2] = [OPEN, OPEN, OPEN];
  for (let at = 0; at < length; at++) {
    const code = lowerCode(text.charCodeAt(at));
    whole = further(whole, code);
    if (at < 3) begun = whole;
    if (at >= length - 4) last4 = further(last4, code);
    if (at >= length - 3) last3 = further(last3, code);
    if (at >= length - 2) last2 = further(last2, code);
  }
  const hash = closed(whole);
  const known = lexicon(hash);
  const classed = known >>> 28 !== 0;
  rows[row] = hash;
  rows[row + 1] = shapeOf(text, 0, length);
  rows[row + 2] = closed(last4);
  rows[row + 3] = closed(last3);
  rows[row + 4] = mix(closed(last2), Math.min(length, 2));
  rows[row + 5] = closed(begun);
  rows[row + 6] = known & 255;
  rows[row + 7] = classed ? 1 + ((known >>> 8) & 1023) : 0;
  rows[row + 8] = classed ? 1 + ((known >>> 18) & 1023) : 0;
}
