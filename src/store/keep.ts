// Readings or a decision in, kept and put into effect in one transaction; and all of it again for a rebuild.
import type { Reading } from '../reading/schema.ts';
import type { ClaimKind } from '../record/claim.ts';
import { type Decision, DecisionError, type Detail, type NewDecision } from '../record/decision.ts';
import { applyDecision } from './apply-decision.ts';
import { applyReading } from './apply-reading.ts';
import { readingOf } from './base-claims.ts';
import { concerned } from './concerned.ts';
import { withTargets } from './decisions-upon.ts';
import type { Db, Engine } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import { expectCopies } from './keep-copy.ts';
import { type Prepared, prepare, proseOf, type Ready } from './prepare.ts';
import { regroup } from './regroup.ts';
import { knownBy } from './report-columns.ts';
import { DERIVED } from './schema.ts';
import type { Added } from './store.ts';
import { type EntityCache, Writing } from './writing.ts';

/** Version of the rules by which derived tables follow from kept ones; another number rebuilds them when a record is opened. */
export const BUILT = 14;

/** Keeps readings, in order; those that the record has are passed over. */
export async function keepReadings(writing: Writing, prepared: readonly Ready[], at: string): Promise<Added[]> {
  const added: Added[] = [];
  const known = await knownReports(
    writing.trx,
    prepared.map(({ reading }) => reading.report.id),
  );
  await expect(
    writing,
    prepared.filter(({ reading }) => !known.get(reading.report.id)?.readers.has(reading.recount)),
    ({ reading }) => !known.has(reading.report.id),
  );
  const touched = new Set<string>();
  /** Readings that are held as they are. */
  const held = new Map<number, Reading>();
  const decided = await decidedUpon(writing.trx, known, prepared);
  await writing.askWhetherDecided();
  /** When reports that are new came, by number. */
  const came = new Map<number, string>();
  for (const one of prepared) {
    const { reading, identity, hash, length, body, counts, prose } = one;
    const { report, recount: reader } = reading;
    if (touched.has(report.id) || (identity !== null && touched.has(identity))) await writing.flush();
    touched.add(report.id);
    if (identity !== null) touched.add(identity);
    const before = known.get(report.id);
    if (before?.readers.has(reader)) {
      added.push({ id: report.id, outcome: 'known' });
      continue;
    }
    const number = before?.arrival ?? writing.nextReport();
    if (!decided.has(number)) held.set(number, reading);
    if (!before) {
      came.set(number, at);
      const { id, title, source, url, published, language, text } = report;
      const row = { id, title, source, url, published, language, text, added: at, arrival: number };
      writing.put('report', {
        ...row,
        identity,
        known: knownBy(published),
        hash,
        length,
      });
    }
    const arrival = writing.nextArrival();
    writing.put('reading', {
      report: report.id,
      reader,
      body,
      made: at,
      counts,
      arrival,
    });
    await applyReading(writing, { prepared: one, prose, arrival, number, first: !before });
    known.set(report.id, { arrival: number, readers: new Set([...(before?.readers ?? []), reader]) });
    added.push({ id: report.id, outcome: before ? 'reread' : 'new' });
  }
  await regroup(
    writing,
    new Set(added.filter(({ outcome }) => outcome === 'reread').map(({ id }) => id)),
    writing.head.arrival,
    { held, came },
  );
  await writing.flush();
  writing.grouped.upTo = writing.head.arrival;
  return added;
}

/** Looks up what the record has of readings that are about to be kept: for all of them at once. Only a new report may be a copy. */
async function expect(
  writing: Writing,
  prepared: readonly Prepared[],
  isNew: (one: Prepared) => boolean,
): Promise<void> {
  await writing.load(
    prepared.flatMap(({ actors }) => actors),
    prepared.flatMap(({ places }) => places),
  );
  await expectCopies(
    writing,
    prepared.filter(isNew).map(({ wording }) => wording),
  );
}

/** Which of the reports that are read again people have decided upon: what is held of these is not what was read. */
async function decidedUpon(
  trx: Db,
  known: ReadonlyMap<string, { readonly arrival: number }>,
  prepared: readonly Prepared[],
): Promise<ReadonlySet<number>> {
  const decided = new Set<number>();
  for (const some of inChunks([
    ...new Set(prepared.flatMap(({ reading }) => known.get(reading.report.id)?.arrival ?? [])),
  ]))
    for (const { report } of await trx.selectFrom('upon').select('report').where('report', 'in', some).execute())
      decided.add(report);
  return decided;
}

async function knownReports(trx: Db, ids: readonly string[]) {
  const known = new Map<string, { arrival: number; readers: Set<string> }>();
  for (let from = 0; from < ids.length; from += 500)
    for (const { id, arrival, reader } of await trx
      .selectFrom('report')
      .leftJoin('reading', 'reading.report', 'report.id')
      .select(['report.id', 'report.arrival', 'reader'])
      .where('report.id', 'in', ids.slice(from, from + 500))
      .execute()) {
      const one = known.get(id) ?? { arrival, readers: new Set() };
      if (reader !== null) one.readers.add(reader);
      known.set(id, one);
    }
  return known;
}

/** Keeps a decision that has been found sound, and puts it into effect. `detail` and `contents` are given once its number is known. */
export async function keepDecision(
  writing: Writing,
  decision: NewDecision,
  contents: readonly (string | null)[],
  detailOf: (arrival: number) => Detail,
): Promise<Decision> {
  const arrival = writing.nextArrival();
  const detail = detailOf(arrival);
  const { at, by, why, targets } = decision;
  await writing.trx
    .insertInto('decision')
    .values({ arrival, at, by, why, act: detail.act, detail: JSON.stringify(detail) })
    .execute();
  for (let from = 0; from < targets.length; from += 500)
    await writing.trx
      .insertInto('decision_target')
      .values(
        targets.slice(from, from + 500).map((target, place) => ({
          decision: arrival,
          place: from + place,
          target,
          content: contents[from + place] ?? null,
        })),
      )
      .execute();
  writing.grouped.decided = true;
  const kept = { id: `d${arrival}`, arrival, at, by, why, targets, contents, detail };
  await applyDecision(writing, kept);
  await regroup(writing, await concerned(writing, kept), arrival);
  writing.grouped.upTo = arrival;
  return kept;
}

/** The id that a claim gets when decision `arrival` adds it. */
export function addedClaimId(report: string, kind: ClaimKind, start: number, end: number, arrival: number): string {
  if (!(start >= 0 && start < end))
    throw new DecisionError(
      'decision/malformed',
      `the words from ${start} to ${end} are none; give a start before the end`,
    );
  return `${report}.${kind[0]}${start}-${end}.d${arrival}`;
}

/** Empties the derived tables and makes them again from readings and decisions, in their order. */
export async function rebuildAll(
  trx: Db,
  engine: Engine,
  cache: EntityCache,
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  for (const table of DERIVED) await trx.deleteFrom(table).execute();
  await engine.clearWords(trx);
  await trx.updateTable('head').set({ version: 0, actors: 0, places: 0, built: BUILT }).execute();
  cache.copies.clear();
  cache.grouped.clear();
  cache.actors.clear();
  cache.places.clear();
  const writing = await Writing.begin(trx, engine, cache);
  const seen = new Set<number>();
  const total = writing.head.arrival;
  let done = 0;
  let entries = 0;
  while (done < total) {
    // entries share one order without a gap, so a page of numbers is a page of both
    const upTo = done + 100;
    writing.alone.clear(); // of those before it is looked up
    const readings = await trx
      .selectFrom('reading')
      .innerJoin('report', 'report.id', 'reading.report')
      .select(['id', 'title', 'source', 'url', 'published', 'language', 'text', 'identity', 'reader', 'body'])
      .select(['reading.arrival as arrival', 'report.arrival as number'])
      .where('reading.arrival', '>', done)
      .where('reading.arrival', '<=', upTo)
      .execute();
    const decisions = await withTargets(
      trx,
      await trx.selectFrom('decision').selectAll().where('arrival', '>', done).where('arrival', '<=', upTo).execute(),
    );
    const inOrder = [
      ...readings.map((row) => ({ arrival: row.arrival, row, decision: null })),
      ...decisions.map((decision) => ({ arrival: decision.arrival, row: null, decision })),
    ].sort((a, b) => a.arrival - b.arrival);
    const made = new Map(readings.map((row) => [row.arrival, prepare(readingOf(row))]));
    const again = new Set(readings.filter(({ number }) => seen.has(number)).map(({ id }) => id));
    await expect(writing, [...made.values()], ({ reading }) => !again.has(reading.report.id));
    const touched = new Set<string>();
    const fresh = new Set<string>();
    for (const { arrival, row, decision } of inOrder) {
      entries++;
      if (decision) {
        await regroup(writing, fresh, arrival - 1);
        fresh.clear();
        await applyDecision(writing, decision);
        await regroup(writing, await concerned(writing, decision), arrival);
        continue;
      }
      fresh.add(row.id);
      if (touched.has(row.id) || (row.identity !== null && touched.has(row.identity))) await writing.flush();
      touched.add(row.id);
      if (row.identity !== null) touched.add(row.identity);
      const prepared = made.get(arrival) as Prepared;
      const prose = proseOf(prepared.reading.report);
      await applyReading(writing, { prepared, prose, arrival, number: row.number, first: !seen.has(row.number) });
      seen.add(row.number);
    }
    await regroup(writing, fresh, Math.min(upTo, total));
    done = upTo;
    progress(Math.min(done, total), total);
  }
  await writing.flush();
  cache.grouped.upTo = total;
  await engine.analyse(trx);
  return entries;
}
