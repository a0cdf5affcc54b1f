// The record in, every evidence span checked against its text out: exact, changed, lost.

import type { Engine } from './engine.ts';
import { ofReport } from './of-report.ts';
import { textHash } from './report-columns.ts';
import type { Misplaced, Verified } from './store.ts';

/** Reads report by report, so that memory stays small however many there are. */
export async function verify(engine: Engine): Promise<Verified> {
  const { db } = engine;
  let exact = 0;
  const changed: Misplaced[] = [];
  const lost: Misplaced[] = [];
  const texts: string[] = [];
  for (let after = 0; ; ) {
    const reports = await db
      .selectFrom('report')
      .select(['arrival', 'id', 'hash', 'text'])
      .where('arrival', '>', after)
      .orderBy('arrival')
      .limit(100)
      .execute();
    const last = reports.at(-1);
    if (!last) break;
    const spans = await db
      .selectFrom('report')
      .crossJoin('claim')
      .innerJoin('evidence', 'evidence.claim', 'claim.row')
      .select(['claim.id as id', 'claim.report as report', 'start', 'end', 'quote', 'prefix', 'suffix'])
      .where(ofReport(engine, 'claim', 'report'))
      .where('report.arrival', '>', after)
      .where('report.arrival', '<=', last.arrival)
      .orderBy('claim.report')
      .orderBy('claim.row')
      .orderBy('evidence.place')
      .execute();
    const of = Map.groupBy(spans, ({ report }) => report);
    for (const { arrival, id, hash, text } of reports) {
      if (textHash(text) !== hash) texts.push(id);
      for (const { id: claim, start, end, quote, prefix, suffix } of of.get(arrival) ?? []) {
        const stands =
          text.slice(start, end) === quote && text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end);
        if (stands) {
          exact++;
          continue;
        }
        const found = whereNow(text, quote, prefix, suffix);
        (found === null ? lost : changed).push({ claim, report: id, start, end, quote, found });
      }
    }
    after = last.arrival;
  }
  return { exact, changed, lost, texts };
}

/** Where the words stand with their surroundings, else where they stand alone and only once; null when neither. */
function whereNow(text: string, quote: string, prefix: string, suffix: string): number | null {
  const whole = text.indexOf(prefix + quote + suffix);
  if (whole >= 0) return whole + prefix.length;
  const alone = text.indexOf(quote);
  return alone >= 0 && text.indexOf(quote, alone + 1) < 0 ? alone : null;
}
