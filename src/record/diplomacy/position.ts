// Statements in, where each speaker stands on an issue out: accepts, accepts on condition, rejects, unclear, with the words.
import type { Reading, ReadingSpan, ReadingStatement } from '../../reading/schema.ts';
import { claimIdsOf } from '../claims-of.ts';

export const STANCES = ['accepts', 'conditional', 'rejects', 'unclear'] as const;
export type Stance = (typeof STANCES)[number];

/** What statements are about, as a user names it: any of its terms, as whole words. */
export interface Topic {
  readonly name: string;
  readonly terms: readonly string[];
}

/** One statement with its report, as it is listed over time. */
export interface Said {
  /** Claim id of the statement. */
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
  readonly outlet: string | null;
  /** As resolved in the report; null when nobody is named. */
  readonly speaker: string | null;
  readonly country: string | null;
  readonly addressee: string | null;
  readonly channel: string | null;
  readonly statement: ReadingStatement;
  /** The content's words, its pieces joined by an ellipsis. */
  readonly words: string;
}

export interface Position {
  readonly said: Said;
  readonly stance: Stance;
  /** The words of the condition; null unless the stance is conditional. */
  readonly condition: ReadingSpan | null;
}

/** All statements of a reading, in its order. */
export function saidIn(reading: Reading): Said[] {
  const { report } = reading;
  const ids = claimIdsOf(reading);
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  return reading.statements.map((statement): Said => {
    const speaker = statement.speaker === null ? undefined : actors.get(statement.speaker);
    const addressee = statement.addressee === null ? undefined : actors.get(statement.addressee);
    return {
      id: ids.get(statement.id) as string,
      report: report.id,
      published: report.published,
      outlet: report.source,
      speaker: speaker?.name ?? null,
      country: speaker?.country ?? null,
      addressee: addressee?.name ?? null,
      channel: statement.channel?.text ?? null,
      statement,
      words: statement.content.map(({ text }) => text).join(' … '),
    };
  });
}

/** Whether a statement is about a topic: one of its terms stands in the words, in the singular or the plural. */
export function isAbout({ words }: Pick<Said, 'words'>, { terms }: Topic): boolean {
  return terms.some((term) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?:s|es)?(?![\\p{L}\\p{N}])`, 'iu').test(words),
  );
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const CONDITION =
  /\b(?:only if|if and only if|on (?:the )?condition that|provided(?: that)?|as long as|unless|only (?:when|after|once)|not (?:a day )?before|if)\b[^.;!?]*/i;
const STRICT = /\b(?:only|unless|provided|condition|before)\b/i;
const YES =
  /\b(?:accept\w*|agree\w*|welcom\w*|support\w*|ready|willing|prepared|open to|endors\w*|(?<!\b(?:go|goes|went|gone|going|com(?:e|es|ing)|came|pull\w*|h[eo]ld\w*|t[ao]k\w*|took|turn\w*|g[eo]t\w*|push\w*|f[ae]ll\w*|fought|fight\w*|br[io]ng\w*|brought|sen[dt]\w*|mov\w*|put|set|step\w*|look\w*)\s)back(?:s|ed)?|in favou?r|no objection|will sign|would sign)\b/i;
const NO =
  /\b(?:reject\w*|refus\w*|never|will not|won['’]t|would not|wouldn['’]t|cannot|can['’]t|oppos\w*|unacceptable|rul(?:e|ed|es|ing) out|against|out of the question|not (?:ready|willing|prepared)|no deal)\b/i;
const NO_NO = /\b(?:not (?:rule|ruled|ruling) out|no objection|not (?:oppose|reject|refuse)\w*|not against)\b/i;

/** What somebody has done, told in the past: of another's doing it is no stance of the speaker's. */
const DONE =
  /\b(?:(?:has|have|had)\s+(?:\w+ly\s+)?)?(?:agreed|accepted|rejected|refused|supported|welcomed|opposed|backed|endorsed|ruled out)\b/gi;
const SELF = /^\W*(?:he|she|it|they|we|i|his|her|its|their|our|my)\b/i;

/** The words without what they tell of others: "the two sides have agreed", said by an envoy. */
function withoutOthers({ statement, words }: Said): string {
  return statement.form !== 'indirect' || SELF.test(words)
    ? words
    : words.replace(DONE, (found, at: number) => (words.slice(0, at).trim() === '' ? found : ''));
}

/** Whether a word of consent stands there that is no part of a name: "the Rapid Support Forces" accept nothing. */
function saysYes(words: string): boolean {
  const found = YES.exec(words);
  if (!found) return false;
  const named = found.index > 0 && /^\p{Lu}/u.test(found[0]);
  return named ? saysYes(words.slice(found.index + found[0].length)) : true;
}

/** Where the words stand; never a stance without them. An act that says it outright comes before words that hint at it. */
export function positionOf(said: Said): Position {
  const { act } = said.statement;
  if (act === 'reject' || act === 'refuse') return { said, stance: 'rejects', condition: null };
  // "if it refused" refuses nothing
  const words = withoutOthers(said).replace(CONDITION, (found) => (STRICT.test(found) ? found : ''));
  const no = NO.test(words) && !NO_NO.test(words);
  const yes = saysYes(words) || NO_NO.test(words) || act === 'agree' || act === 'support' || act === 'promise';
  const condition = yes || no ? conditionOf(said) : null;
  if (condition && (yes || STRICT.test(condition.text))) return { said, stance: 'conditional', condition };
  if (no !== yes) return { said, stance: yes ? 'accepts' : 'rejects', condition: null };
  return { said, stance: 'unclear', condition: null };
}

function conditionOf({ statement }: Said): ReadingSpan | null {
  for (const { start, text } of statement.content) {
    const found = CONDITION.exec(text);
    if (!found) continue;
    // ", a demand that …" is said of the condition
    const words = found[0].replace(/,\s+(?:an?|the)\s+\w+\s+(?:that|which|who)\b[\s\S]*$/, '').trimEnd();
    const from = start + found.index;
    return { start: from, end: from + words.length, text: words };
  }
  return null;
}
