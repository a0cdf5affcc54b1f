// A decision in, the reports that it concerns out: those of its targets and of what it ties them to.
import type { Decision } from '../record/decision.ts';
import { decisionsByNumber } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import type { Writing } from './writing.ts';

/** Ids of reports within ids of claims, of cells of incidents, of flags. */
const REPORT = /\br[0-9a-f]{6,}(?=\.)/g;

function namedIn({ targets, detail }: Decision): Set<string> {
  const ids = [...targets];
  if (detail.act === 'merge') ids.push(detail.into);
  if (detail.act === 'link') ids.push(detail.to);
  if (detail.act === 'split' && detail.into !== null) ids.push(detail.into);
  const reports = new Set(ids.flatMap((id) => id.match(REPORT) ?? []));
  if (detail.act === 'add') reports.add(detail.report);
  return reports;
}

/** Notes which reports a decision concerns, and gives those whose readings it may change. */
export async function concerned(writing: Writing, decision: Decision): Promise<ReadonlySet<string>> {
  const { trx } = writing;
  const named = namedIn(decision);
  for (const some of inChunks([...named])) {
    const rows = await trx.selectFrom('report').select('arrival').where('id', 'in', some).orderBy('arrival').execute();
    if (rows.length > 0)
      await writing.engine.insert(
        trx,
        'upon',
        rows.map(({ arrival }) => ({ report: arrival, decision: decision.arrival })),
      );
  }
  return reportsConcerned(trx, decision);
}

/** Reports whose readings a decision may change: for a withdrawal, those of what it takes back. */
export async function reportsConcerned(db: Db, decision: Decision): Promise<ReadonlySet<string>> {
  const named = namedIn(decision);
  if (decision.detail.act === 'comment') return new Set();
  if (decision.detail.act !== 'withdraw') return named;
  const reports = new Set<string>();
  const seen = new Set<number>();
  let waiting = numbersOf(decision.targets);
  while (waiting.length > 0) {
    const some = await decisionsByNumber(
      db,
      waiting.filter((n) => !seen.has(n)),
    );
    waiting = [];
    for (const one of some) {
      seen.add(one.arrival);
      for (const report of namedIn(one)) reports.add(report);
      // a withdrawal that is taken back brings back what it took
      if (one.detail.act === 'withdraw') waiting.push(...numbersOf(one.targets));
    }
  }
  return reports;
}

const numbersOf = (ids: readonly string[]): number[] =>
  ids.flatMap((id) => (/^d\d+$/.test(id) ? Number(id.slice(1)) : []));
