// A reading and its place in the record's order in, the claims that it opens, keeps and ends out.
import { matchMoved } from '../record/carry.ts';
import type { Claim, Fields } from '../record/claim.ts';
import { fold, sameReferences } from '../record/fold.ts';
import { carryVersions } from './carry-versions.ts';
import { decisionsUpon, namesOf } from './decisions-upon.ts';
import { keepCopy } from './keep-copy.ts';
import { ofReport } from './of-report.ts';
import type { ClaimParts, Prepared } from './prepare.ts';
import type { ClaimTable } from './tables.ts';
import type { Opened, Writing } from './writing.ts';

export interface AppliedReading {
  readonly prepared: Prepared;
  /** Title and text as the search index takes them. */
  readonly prose: string;
  /** Its place in the record's order. */
  readonly arrival: number;
  /** The report's number. */
  readonly number: number;
  /** True for the first reading of a report. */
  readonly first: boolean;
}

/** Makes a reading the one that the record holds of its report. */
export async function applyReading(writing: Writing, applied: AppliedReading): Promise<void> {
  const { prepared, prose, arrival, number, first } = applied;
  const { claims, parts, actors, places, identity, wording } = prepared;
  const { published } = prepared.reading.report;
  await writing.meet(actors, places);
  let superseded = false;
  let carried: ReadonlySet<string> = NONE;
  if (first) {
    writing.prose(number, published, prose);
    await keepCopy(writing, number, wording);
    const settled = identity === null ? null : await supersede(writing, number, identity, published, arrival);
    superseded = settled?.superseded ?? false;
    carried = await carryVersions(writing, settled?.before ?? [], claims, arrival);
  }
  /** The claim as it was read, or as decisions have made it. */
  const opened = (read: ClaimParts, as: Claim, claim: Claim): Opened => ({
    report: number,
    published,
    reading: arrival,
    content: read.content,
    parts: as === claim ? read : null,
    superseded,
    base: null,
  });
  if (first) {
    const upon = await decisionsUpon(writing.trx, [...carried], arrival);
    for (const [at, claim] of claims.entries()) {
      const { decisions, names, same } = upon.get(claim.id) ?? { decisions: [], names: NONE, same: NONE };
      const held = fold(claim, decisions, names, same);
      if (decisions.length > 0) await writing.meetNamed(held.claim);
      writing.open(held, arrival, opened(parts[at] as ClaimParts, held.claim, claim));
    }
    return;
  }
  await writing.flush();
  const held = await writing.trx
    .selectFrom('report')
    .crossJoin('claim')
    .selectAll('claim')
    .where(ofReport(writing.engine, 'claim', 'report'))
    .where('report.arrival', '=', number)
    .where('until', 'is', null)
    .where('reading', 'is not', null)
    .orderBy('row')
    .execute();
  superseded = await isSuperseded(writing, number);
  const former = new Map(held.map((row) => [row.id, row]));
  const fresh: { claim: Claim; read: ClaimParts }[] = [];
  const ended: ClaimTable[] = [];
  for (const [at, claim] of claims.entries()) {
    const read = parts[at] as ClaimParts;
    const row = former.get(claim.id);
    former.delete(claim.id);
    if (
      row?.content === read.content &&
      sameReferences(JSON.parse(row.fields) as Fields, claim.fields, row.edited.split(','))
    )
      continue;
    if (row) ended.push(row);
    fresh.push({ claim, read });
  }
  const vanished = [...former.values()];
  const changed = new Set(ended.map(({ id }) => id));
  const moved = matchMoved(
    await withEvidence(writing, vanished),
    fresh.filter(({ claim }) => !changed.has(claim.id)).map(({ claim }) => claim),
  );
  for (const [id, old] of moved) {
    const formers = [old, ...(await namesOf(writing.trx, old))];
    for (const former of new Set(formers))
      await writing.trx
        .insertInto('carried')
        .values({ id, former, same: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  await writing.close([...ended, ...vanished], arrival);
  const upon = await decisionsUpon(
    writing.trx,
    fresh.map(({ claim }) => claim.id),
    arrival,
  );
  for (const { claim, read } of fresh) {
    const { decisions, names, same } = upon.get(claim.id) ?? { decisions: [], names: NONE, same: NONE };
    const next = fold(claim, decisions, names, same);
    await writing.meetNamed(next.claim);
    writing.open(next, arrival, opened(read, next.claim, claim));
  }
}

const NONE: ReadonlySet<string> = new Set();

async function withEvidence(writing: Writing, rows: readonly ClaimTable[]) {
  const spans = new Map<number, { start: number; end: number }>();
  const bases = rows.map(({ base }) => base);
  for (let from = 0; from < bases.length; from += 500)
    for (const { claim, start, end } of await writing.trx
      .selectFrom('evidence')
      .select(['claim', 'start', 'end'])
      .where('claim', 'in', bases.slice(from, from + 500))
      .where('place', '=', 0)
      .execute())
      spans.set(claim, { start, end });
  return rows.flatMap((row) => {
    const span = spans.get(row.base);
    return span ? [{ id: row.id, kind: row.kind, ...span }] : [];
  });
}

/** Other reports of the same address, the latest last: later publication, else later arrival. */
async function versions(writing: Writing, identity: string) {
  const rows = await writing.trx
    .selectFrom('report')
    .select(['arrival', 'published'])
    .where('identity', '=', identity)
    .execute();
  return rows.sort((a, b) => {
    const [one, two] = [a.published ?? '', b.published ?? ''];
    return one < two ? -1 : one > two ? 1 : a.arrival - b.arrival;
  });
}

/**
 * Settles which version of one address is held: when the new report is the latest, the claims of the others are
 * superseded. Gives whether the new report is itself superseded by one that came before it, and the rows that it supersedes.
 */
async function supersede(
  writing: Writing,
  report: number,
  identity: string,
  published: string | null,
  arrival: number,
): Promise<{ readonly superseded: boolean; readonly before: readonly ClaimTable[] }> {
  // the report itself may wait to be written, and reports that come later in a replay do not count yet
  const others = (await versions(writing, identity)).filter((one) => one.arrival < report);
  const latest = others.at(-1);
  if (!latest) return { superseded: false, before: [] };
  if ((latest.published ?? '') > (published ?? '')) return { superseded: true, before: [] };
  await writing.flush();
  const rows = await writing.trx
    .selectFrom('report')
    .crossJoin('claim')
    .selectAll('claim')
    .where(ofReport(writing.engine, 'claim', 'report'))
    .where(
      'report.arrival',
      'in',
      others.map((one) => one.arrival),
    )
    .where('until', 'is', null)
    .where('standing', '<>', 'superseded')
    .orderBy('row') // rows are numbered anew in this order: it must not depend on how an engine keeps them
    .execute();
  await writing.close(rows, arrival);
  for (const row of rows) await writing.reopen(row, arrival, { standing: 'superseded' });
  return { superseded: false, before: rows };
}

async function isSuperseded(writing: Writing, report: number): Promise<boolean> {
  const row = await writing.trx
    .selectFrom('report')
    .select(['identity'])
    .where('arrival', '=', report)
    .executeTakeFirst();
  if (!row || row.identity === null) return false;
  const all = await versions(writing, row.identity);
  const arrived = await writing.trx
    .selectFrom('prose')
    .select('report')
    .where(
      'report',
      'in',
      all.map((one) => one.arrival),
    )
    .execute();
  const known = new Set(arrived.map((one) => one.report));
  return all.filter((one) => known.has(one.arrival)).at(-1)?.arrival !== report;
}
