// A report without a date in, the date that a person at the terminal gives out; null leaves it unknown.
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Reading } from '../../reading/schema.ts';
import { isoDate } from '../../report/iso-date.ts';

/** Asks for each; once somebody answers `all`, the others stay unknown without a question. */
export function dateAsker(): (label: string, reading: Reading) => Promise<string | null> {
  let asks = true;
  return async (label, { report, issues }) => {
    if (!asks) return null;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const hint = issues.find(({ code }) => code === 'report/made-on');
      process.stderr.write(
        `${label}${report.title ? ` (${report.title})` : ''} says no publication date.${hint ? ` But ${hint.message}.` : ''}\n`,
      );
      for (;;) {
        const words = (
          await lines.question('  Its date, such as 2025-04-24; Enter leaves it unknown, "all" does so for the rest: ')
        ).trim();
        if (words === '') return null;
        if (words === 'all') {
          asks = false;
          return null;
        }
        const date = isoDate(words);
        if (date !== null) return date;
        process.stderr.write(`  “${words}” is no date of the calendar.\n`);
      }
    } finally {
      lines.close();
    }
  };
}
