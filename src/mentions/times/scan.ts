// A parsed text in, what every rule about times looks at out: lower-case words, the reference day, tense.

import type { Parsed } from '../../grammar/parsed.ts';
import { relationOf, tagOf, uposOf } from '../../grammar/tree.ts';
import { parseDay } from './calendar.ts';
import type { Time } from './time.ts';

export interface Scan {
  readonly parsed: Parsed;
  readonly length: number;
  /** Lower-case words, typographic apostrophes made straight. */
  readonly words: readonly string[];
  /** First and one past the last token of the sentence of each token. */
  readonly sentenceEnd: Int32Array;
  /** Day number of publication; null if unknown. */
  readonly today: number | null;
}

/** What a rule found from a token on: the token behind it, the value, and how it was reached. */
export interface Match extends Time {
  readonly end: number;
  readonly basis: 'stated' | 'implied';
  readonly why: string;
  /** True where a publication date would have settled it. */
  readonly wanting?: boolean;
}

export type Rule = (scan: Scan, at: number) => Match | null;

export function makeScan(parsed: Parsed): Scan {
  const { text } = parsed;
  const { tokens, sentences, report } = text;
  const words: string[] = new Array(tokens.length);
  const sentenceEnd = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    words[i] = report.text.slice(tokens.start[i], tokens.end[i]).toLowerCase().replace('’', "'");
    sentenceEnd[i] = sentences.endToken[tokens.sentence[i] as number] as number;
  }
  return { parsed, length: tokens.length, words, sentenceEnd, today: parseDay(report.published) };
}

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
  const before = words[at - 1] ?? '';
  if (
    before === 'until' ||
    before === 'till' ||
    before === 'by' ||
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
    if (word === 'to' && tag === 'VB')
      return relationOf(parsed, verb) === 'xcomp' || relationOf(parsed, verb) === 'root' ? 'future' : null;
    if (word === 'has' || word === 'have') return 'past';
  }
  return FUTURE.has(words[verb] ?? '') ? 'future' : null;
}

const FUTURE_CUES = new Set(['due', 'scheduled', 'expected', 'planned', 'set']);
