// A parsed text in, what every rule about times looks at out: lower-case words, the reference day, tense.

import type { Parsed } from '../../grammar/parsed.ts';
import { relationOf, tagOf, uposOf } from '../../grammar/tree.ts';
import { FormTable, formsOf } from '../../text/word-forms.ts';
import { parseDay } from './calendar.ts';
import { isNarrative, nothingSet, type TextSet } from './text-set.ts';
import type { Time } from './time.ts';
import {
  bitsOf,
  CLOCK,
  FIGURE,
  FREQUENCY,
  HOLIDAY,
  MONTH,
  NUMBER,
  REFERENCE,
  SEASON,
  SPELLED,
  UNIT,
  WEAK,
  WEEKDAY,
} from './word-index.ts';

export interface Scan {
  readonly parsed: Parsed;
  readonly length: number;
  /**
   * Lower-case words, typographic apostrophes made straight; filled for the sentences that can hold a time and the words
   * before them.
   */
  readonly words: string[];
  /** Bits of word-index for each token. */
  readonly bits: Uint16Array;
  /** First and one past the last token of the sentence of each token. */
  readonly sentenceEnd: Int32Array;
  /** Day number of publication; null if unknown. */
  readonly today: number | null;
  /** What the text itself has set so far: “two days later” counts from it. */
  readonly set: TextSet;
  /** Told as a history: months without a year belong to the year told last. */
  readonly narrative: boolean;
}

/** What a rule found from a token on: the token behind it, the value, and how it was reached. */
export interface Match extends Time {
  readonly end: number;
  readonly basis: 'stated' | 'implied';
  readonly why: string;
  /** True where it was counted from what the text has set, not from publication. */
  readonly told?: boolean;
  /** True where a publication date would have settled it. */
  readonly wanting?: boolean;
}

export type Rule = (scan: Scan, at: number) => Match | null;

const bitsBy = new FormTable((form) => bitsOf(form, 0, form.length));

export function makeScan(parsed: Parsed): Scan {
  const { text } = parsed;
  const { tokens, sentences, report } = text;
  const bits = new Uint16Array(tokens.length);
  const { forms, numbers } = formsOf(report.text, tokens);
  for (let i = 0; i < tokens.length; i++) bits[i] = bitsBy.of(forms, numbers[i] as number);
  const sentenceEnd = new Int32Array(tokens.length);
  for (let s = 0; s < sentences.length; s++)
    sentenceEnd.fill(sentences.endToken[s] as number, sentences.firstToken[s], sentences.endToken[s]);
  const scan = {
    parsed,
    length: tokens.length,
    words: new Array<string>(tokens.length),
    bits,
    sentenceEnd,
    today: parseDay(report.published),
    set: nothingSet(),
    narrative: false,
  };
  return { ...scan, narrative: isNarrative(scan) };
}

/** Words that a rule may look over past either end of a sentence: one that is cut for its length may cut a date. */
const BEYOND = 4;

/** Fills `words` for a sentence, so that rules can look at them. */
export function openSentence({ parsed, words }: Scan, sentence: number): void {
  const { tokens, sentences, report } = parsed.text;
  const { forms, numbers } = formsOf(report.text, tokens);
  const first = sentences.firstToken[sentence] as number;
  const end = sentences.endToken[sentence] as number;
  for (let i = Math.max(0, first - BEYOND); i < Math.min(tokens.length, end + BEYOND); i++)
    words[i] ??= straightBy.of(forms, numbers[i] as number);
}

/** Lower case, the typographic apostrophe straight. */
const straightBy = new FormTable((form) => form.toLowerCase().replaceAll('’', "'"));

const ALL = 0xffff;
const NEAR = MONTH | WEEKDAY | UNIT | SEASON | FIGURE | WEAK | HOLIDAY;
/** What must stand so many words on for some rule to match from here: “more than one hundred and twenty days”. */
const WITHIN = [
  ALL,
  ALL & ~NUMBER & ~FREQUENCY,
  NEAR | CLOCK | REFERENCE,
  NEAR | CLOCK,
  MONTH | WEEKDAY | UNIT | SEASON,
  MONTH | UNIT,
  UNIT,
  UNIT,
  UNIT,
];

/** Which kinds of words stand at a token or near enough behind it, as bits of word-index. */
export function ahead({ bits, sentenceEnd }: Scan, at: number): number {
  const end = Math.min(sentenceEnd[at] as number, at + WITHIN.length);
  let found = 0;
  for (let i = at; i < end; i++) found |= (bits[i] as number) & (WITHIN[i - at] as number);
  return found;
}

/** The kinds without which no time is made: a lone number, and “the” or “last” by themselves, are none. */
export const HEARTS =
  MONTH | WEEKDAY | UNIT | SEASON | REFERENCE | FREQUENCY | FIGURE | CLOCK | WEAK | HOLIDAY | SPELLED;

export type Direction = 'past' | 'future';

const FUTURE = new Set([
  'will',
  "'ll",
  'shall',
  'wo',
  'would',
  'going',
  'plan',
  'planned',
  'plans',
  'scheduled',
  'due',
  'expected',
  'set',
  'begin',
  'begins',
  'start',
  'starts',
  'meet',
  'until',
  'by',
  'tomorrow',
  'deadline',
  'upcoming',
  'next',
]);

/**
 * Whether a time lies behind or ahead, by the clause it stands in: an auxiliary or adjective of the future, or an
 * infinitive, makes it future; a past tense past. Null where the clause says neither.
 */
export function directionAt({ parsed, words }: Scan, at: number): Direction | null {
  const { head } = parsed.words;
  let front = at;
  while (/^(?:[ap]\.?m\.?|noon|midnight|gmt|utc|e[sd]t|p[sd]t|\d{1,2}(?::\d\d)?)$/.test(words[front - 1] ?? ''))
    front--;
  const before = words[front - 1] ?? '';
  // "said Friday that he would", "came Tuesday": the time goes with the verb right before it
  const near = before === 'on' || before === 'late' || before === 'early' ? at - 2 : at - 1;
  if (
    near >= 0 &&
    parsed.text.tokens.sentence[near] === parsed.text.tokens.sentence[at] &&
    tagOf(parsed, near) === 'VBD'
  )
    return FUTURE_CUES.has(words[near] ?? '') ? 'future' : 'past';
  // "slip to Wednesday", "was extended to Nov. 16"
  if (before === 'to') for (let i = front - 2; i >= front - 4; i--) if (MOVED.test(words[i] ?? '')) return 'future';
  // "as soon as Tuesday"
  if (before === 'as' && words[at - 3] === 'as') return 'future';
  const opens = parsed.text.sentences.firstToken[parsed.text.tokens.sentence[at] ?? 0] === at - 1;
  const owner = words[at + 1] === "'s"; // “killed by Monday’s strike”
  if (
    (before === 'until' && !opens) ||
    before === 'till' ||
    (before === 'by' && !owner) ||
    (before === 'on' && FUTURE_CUES.has(words[at - 2] ?? ''))
  )
    return 'future';
  let verb = at;
  for (let steps = 0; steps < 12 && verb >= 0; steps++) {
    const upos = uposOf(parsed, verb);
    if (verb !== at && (upos === 'VERB' || upos === 'AUX')) break;
    verb = head[verb] ?? -1;
  }
  if (verb < 0) return null;
  const tag = tagOf(parsed, verb);
  if (tag === 'VBD') return 'past';
  const sentence = parsed.text.tokens.sentence[at] ?? 0;
  const from = parsed.text.sentences.firstToken[sentence] ?? 0;
  for (let i = Math.max(from, verb - 8); i < verb; i++) {
    if (head[i] !== verb) continue;
    const word = words[i] ?? '';
    if (word === 'had' || word === 'was' || word === 'were' || word === "'d")
      return FUTURE.has(words[verb] ?? '') ? 'future' : 'past';
    if (
      word === 'will' ||
      word === "'ll" ||
      word === 'shall' ||
      word === 'wo' ||
      word === 'would' ||
      word === 'may' ||
      word === 'could'
    ) {
      return word === 'would' || word === 'will' || word === "'ll" || word === 'shall' || word === 'wo'
        ? 'future'
        : 'past';
    }
    if (word === 'to' && tag === 'VB') {
      const relation = relationOf(parsed, verb);
      if (relation === 'xcomp' && DONE.test(words[head[verb] ?? -1] ?? '')) return 'past';
      return relation === 'xcomp' || relation === 'root' ? 'future' : null;
    }
    if (word === 'has' || word === 'have') return 'past';
    // "formed an alliance after leaving the bloc in January": before what is past
    if (tag === 'VBG' && (word === 'after' || word === 'since') && tagOf(parsed, head[verb] ?? -1) === 'VBD')
      return 'past';
  }
  return FUTURE.has(words[verb] ?? '') ? 'future' : null;
}

/** Verbs of putting off: “was moved from Monday to Friday”. */
export const MOVED =
  /^(?:slip|slips|slipped|moved?|moves|postponed?|delayed?|pushed|extended|rescheduled|deferred|adjourned)$/;
/** Past tenses whose infinitive tells what came of it, not what was to come: “managed to flee on Monday”, “voted to lift it on Saturday”. */
const DONE =
  /^(?:managed|failed|began|started|tried|attempted|continued|ceased|happened|helped|refused|declined|voted|rushed|struggled|proceeded|neglected|appeared|seemed)$/;
const FUTURE_CUES = new Set(['due', 'scheduled', 'expected', 'planned', 'set']);
