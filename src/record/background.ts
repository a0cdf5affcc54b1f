// A file of facts of the user's own and a reading in, the words that contradict a fact out.
import { parseList } from '../lexicon/read-list.ts';
import type { Reading, ReadingSpan } from '../reading/schema.ts';
import { claimIdsOf } from './claims-of.ts';
import { dayOf } from './incident/day.ts';
import type { Flag } from './ledger/flag.ts';
import { inListOrder } from './own-rows.ts';

/** What is known beforehand: when a war began, a treaty was signed, an office was taken. */
export interface Fact {
  readonly name: string;
  /** Nouns that reports use for it ("war", "conflict", "invasion"). */
  readonly nouns: readonly string[];
  /** Names of which a report must hold one for the fact to concern it; empty for any report. */
  readonly about: readonly string[];
  /** ISO day of its beginning. */
  readonly began: string;
  /** ISO day of its end; null while it lasts. */
  readonly ended: string | null;
}

/**
 * Parses a tab-separated file of facts: `# source: …`, `# columns: name⇥nouns⇥about⇥began⇥ended`, then a fact a line,
 * words parted by commas, `-` for none. Throws LexiconError with file and line.
 */
export function parseFacts(content: string, file: string): Fact[] {
  const words = (field = '-') =>
    field === '-'
      ? []
      : field
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '');
  return parseList(inListOrder(content), file).rows.map(([name = '', nouns, about, began = '', ended = '-']) => {
    for (const day of [began, ...(ended === '-' ? [] : [ended])])
      if (dayOf(day) === null)
        throw new RangeError(`${file}: “${name}”: ${JSON.stringify(day)} is no day such as 2022-02-24`);
    return { name, nouns: words(nouns), about: words(about), began, ended: ended === '-' ? null : ended };
  });
}

const YEAR = 365.2425;

/** Words of a reading that do not agree with a fact: its age in years, or the year or day of its beginning. */
export function contradictionsOf(reading: Reading, facts: readonly Fact[]): Flag[] {
  const { text, id: report, published } = reading.report;
  const today = dayOf(published);
  const flags: Flag[] = [];
  const ids = claimIdsOf(reading);
  const flag = (words: ReadingSpan, time: string, reason: string) =>
    flags.push({
      name: 'BACKGROUND',
      reason,
      words: [{ claim: ids.get(time) as string, report, words }],
    });
  for (const fact of facts) {
    if (fact.about.length > 0 && !fact.about.some((name) => text.includes(name))) continue;
    const began = dayOf(fact.began) as number;
    const noun = `(?:${fact.nouns.join('|')})s?`;
    const before = new RegExp(`\\b${noun}\\b[^.!?]{0,60}$`, 'i');
    const after = new RegExp(`^[\\s-]*(?:old\\s+)?(?:[a-z-]+\\s+){0,2}${noun}\\b`, 'i');
    for (const { id, span, type, value, interval } of reading.times) {
      const years = type === 'DURATION' ? /^P(\d+)Y$/.exec(value ?? '') : null;
      if (years && today !== null && after.test(text.slice(span.end, span.end + 60))) {
        const end = fact.ended === null ? today : Math.min(today, dayOf(fact.ended) as number);
        const age = (end - began) / YEAR;
        const stated = Number(years[1]);
        // "three-year" is said from a little before the third anniversary until the fourth
        if (stated < Math.floor(age) || stated > Math.ceil(age))
          flag(
            span,
            id,
            `“${span.text}”: ${fact.name} began on ${fact.began}, ${age.toFixed(1)} years before this report`,
          );
        continue;
      }
      const since = /\b(?:since|beg[au]n|started|broke out|erupted|launched)\b[^.!?]{0,20}$/i.exec(
        text.slice(Math.max(0, span.start - 40), span.start),
      );
      if (type !== 'DATE' || !since || !interval || !before.test(text.slice(Math.max(0, span.start - 100), span.start)))
        continue;
      const from = dayOf(interval[0]);
      const to = dayOf(interval[1]);
      if (from !== null && to !== null && (began < from || began > to))
        flag(span, id, `“${span.text}”: ${fact.name} began on ${fact.began}`);
    }
  }
  return flags;
}
