// Every example sentence gives an event of its type by the entry that it stands for; the lists are exercised as far as told here.
import { describe, expect, it } from 'vitest';
import { readList } from '../src/lexicon/read-list.ts';
import { read } from '../src/reading/read.ts';

const TYPES =
  'accuse agree aid assault coerce concede consult cooperate mobilize protest reject request retreat sanction support threaten'.split(
    ' ',
  );
const examples = readList('en/events/examples').rows.map(([sentence = '', words = '', type = '', mode = '']) => ({
  sentence,
  words,
  type,
  mode,
}));
const entries = new Set(
  TYPES.flatMap((type) => readList(`en/events/${type}`).rows.map((row) => `${type.toUpperCase()} ${row[0]}`)),
);

describe('the examples of the event lists', () => {
  it('stand for entries that are there', () => {
    const lost = examples.filter(({ type, words }) => type !== '-' && !entries.has(`${type} ${words}`));
    expect(lost.map(({ type, words }) => `${type} ${words}`)).toEqual([]);
  });

  it('give their events by their entries', () => {
    const failed: string[] = [];
    const seen = new Map<string, ReturnType<typeof read>['events']>();
    for (const { sentence, words, type, mode } of examples) {
      const events = seen.get(sentence) ?? read(sentence, { type: 'text/plain' }).events;
      seen.set(sentence, events);
      const holds =
        type === '-'
          ? events.length === 0
          : events.some(
              (event) =>
                event.type === type &&
                (mode === '-' || event.mode === mode) &&
                (event.why?.startsWith(`“${words}”`) || event.why?.includes(`+ ${words}”`)),
            );
      if (!holds) failed.push(`${type} ${words}: ${sentence}`);
    }
    // the parser is trained anew from time to time, and a few sentences then read otherwise; more than these is a fault
    if (failed.length > examples.length / 50) expect(failed).toEqual([]);
    // half a minute on a machine that does nothing else
  }, 300_000);

  it('exercise every entry', () => {
    const exercised = new Set(examples.map(({ type, words }) => `${type} ${words}`));
    const idle = [...entries].filter((entry) => !exercised.has(entry));
    expect(idle).toEqual([]);
  });
});
