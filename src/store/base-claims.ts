// Ids of claims in, the claims as their readers or adders made them out, before any other decision.
import type { Reading } from '../reading/schema.ts';
import type { Claim } from '../record/claim.ts';
import { claimsOf } from '../record/claims-of.ts';
import type { Decision } from '../record/decision.ts';
import { codePointsOf, evidenceAt } from '../record/evidence.ts';
import { decisionsByNumber } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import type { ClaimTable } from './tables.ts';

export interface Base {
  readonly claim: Claim;
  readonly published: string | null;
  /** The last row of the claim, current or closed. */
  readonly row: ClaimTable;
}

/** The number of the decision that added a claim; null for one that was read. */
export function addedBy(id: string): number | null {
  const [, n] = /\.d(\d+)$/.exec(id) ?? [];
  return n === undefined ? null : Number(n);
}

/** The claims that `ids` name, with their last rows. Ids that the record never held are left out. */
export async function baseClaims(db: Db, ids: readonly string[]): Promise<Map<string, Base>> {
  const last = new Map<string, ClaimTable>();
  for (let from = 0; from < ids.length; from += 500)
    for (const row of await db
      .selectFrom('claim')
      .selectAll()
      .where('id', 'in', ids.slice(from, from + 500))
      .orderBy('since')
      .execute())
      last.set(row.id, row);
  const found = new Map<string, Base>();
  const byReading = Map.groupBy([...last.values()], ({ reading }) => reading);
  for (const [arrival, rows] of byReading) {
    if (arrival === null) {
      for (const [id, base] of await added(db, rows)) found.set(id, base);
      continue;
    }
    const reading = await readingAt(db, arrival);
    if (!reading) continue;
    const claims = new Map(claimsOf(reading).claims.map((claim) => [claim.id, claim]));
    for (const row of rows) {
      const claim = claims.get(row.id);
      if (claim) found.set(row.id, { claim, published: reading.report.published, row });
    }
  }
  return found;
}

/** A reading by its place in the order of the record. */
export async function readingAt(db: Db, arrival: number): Promise<Reading | null> {
  const row = await db
    .selectFrom('reading')
    .innerJoin('report', 'report.id', 'reading.report')
    .select(['id', 'title', 'source', 'url', 'published', 'language', 'text', 'reader', 'body'])
    .where('reading.arrival', '=', arrival)
    .executeTakeFirst();
  return row ? readingOf(row) : null;
}

/** A kept reading put together again from its two rows. */
export function readingOf(row: {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly text: string;
  readonly reader: string;
  readonly body: string;
}): Reading {
  const { id, title, source, url, published, language, text, reader, body } = row;
  const report = { id, title, source, url, published, language, text };
  return {
    format: 1,
    recount: reader,
    report,
    ...(JSON.parse(body) as Omit<Reading, 'format' | 'recount' | 'report'>),
  };
}

async function added(db: Db, rows: readonly ClaimTable[]): Promise<Map<string, Base>> {
  const found = new Map<string, Base>();
  const decisions = await decisionsByNumber(
    db,
    rows.flatMap(({ id }) => addedBy(id) ?? []),
  );
  const byClaim = new Map(decisions.map((decision) => [`d${decision.arrival}`, decision]));
  for (const row of rows) {
    const decision = byClaim.get(`d${addedBy(row.id)}`);
    if (!decision) continue;
    const made = await addedClaim(db, decision);
    if (made) found.set(row.id, { ...made, row });
  }
  return found;
}

/** The claim that an `add` decision makes. Null when the decision adds none or its report is not there. */
export async function addedClaim(
  db: Db,
  { detail }: Decision,
): Promise<{ claim: Claim; published: string | null } | null> {
  if (detail.act !== 'add' || detail.claim === undefined) return null;
  const report = await db
    .selectFrom('report')
    .select(['id', 'text', 'published'])
    .where('id', '=', detail.report)
    .executeTakeFirst();
  if (!report) return null;
  const points = codePointsOf(report.text);
  const evidence = detail.selections.map(({ start, end }) =>
    evidenceAt(
      report.text,
      points,
      { start, end, text: report.text.slice(start, end) },
      'selection',
      detail.claim ?? '',
    ),
  );
  const [first, ...rest] = evidence;
  if (!first) return null;
  return {
    claim: {
      id: detail.claim,
      report: report.id,
      reader: null,
      kind: detail.kind,
      fields: detail.fields,
      evidence: [first, ...rest],
    },
    published: report.published,
  };
}
