// A filter in, a page of claims as the record holds or held them out, each with its words and names.
import { type SqlBool, sql } from 'kysely';
import type { ClaimKind } from '../record/claim.ts';
import { facetsOf } from '../record/claim.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Db, Engine } from './engine.ts';
import { mergedEntities } from './merged.ts';
import { arrivalAt, instantOf } from './moment.ts';
import { firstRowAfter, firstRowOf } from './row-number.ts';
import { actorTag, kindTag, placeTag, termsOf, typeTag } from './search-words.ts';
import type { ClaimFilter, ClaimPage, HeldClaim, Moment, Page } from './store.ts';
import type { ClaimTable } from './tables.ts';

export function checkLimit(limit: number): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1000))
    throw new RangeError(`limit is ${limit}; give a whole number from 1 to 1000`);
}

/** The number that a cursor holds. Throws RangeError for what no page ever gave. */
export function cursorNumber(after: string): number {
  const number = /^\d{1,16}$/.test(after) ? Number(after) : Number.NaN;
  if (!Number.isSafeInteger(number))
    throw new RangeError(`after is ${JSON.stringify(after)}; give the "next" of an earlier page`);
  return number;
}

function dayOrThrow(day: string, name: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new RangeError(`${name} is ${JSON.stringify(day)}; give a day such as 2026-03-05`);
  return day;
}

/** What a list holds when no kind is asked for: what happened, what was said, how many. */
const TOLD = ['event', 'statement', 'figure'];

export async function claims(engine: Engine, filter: ClaimFilter, { limit, after }: Page): Promise<ClaimPage> {
  checkLimit(limit);
  const { db } = engine;
  const none: ClaimPage = { claims: [], next: null };
  const { kind, type, role, from, to, report, status, review, all, words, asOf } = filter;
  const numbers = async (table: 'actor' | 'place', ids: readonly string[] | undefined) => {
    if (ids === undefined) return null;
    const family = (await mergedEntities(db, table)).family(ids);
    if (family.length === 0) return [];
    const rows = await db
      .selectFrom(table as 'actor')
      .select('n')
      .where('id', 'in', family)
      .execute();
    return rows.map(({ n }) => n);
  };
  const actors = await numbers('actor', filter.actors);
  const places = await numbers('place', filter.places);
  if (actors?.length === 0 || places?.length === 0) return none;

  let query = db.selectFrom('claim').selectAll('claim');
  let row = sql.ref<number>('claim.row');
  if (words !== undefined) {
    const terms = termsOf(words);
    if (terms.length === 0) throw new RangeError(`${JSON.stringify(words)} holds no word to search for`);
    const tags = [
      ...(kind === undefined ? [] : [[kindTag(kind)]]),
      ...(type === undefined ? [] : [[typeTag(type)]]),
      ...(places ? [places.map(placeTag)] : []),
      ...(actors ? [actors.map(actorTag)] : []),
    ];
    query = query.innerJoin('words', 'words.rowid', 'claim.row').where(engine.matches({ terms, tags }));
    row = sql.ref<number>('words.rowid');
  }
  if (actors && words === undefined && actors.length === 1) {
    // one actor's list is one stretch of an index that is already in order
    query = query
      .innerJoin('party', 'party.row', 'claim.row')
      .where('party.actor', '=', actors[0] ?? 0)
      .$if(kind !== undefined, (some) => some.where('party.kind', '=', kind ?? ''))
      .$if(type !== undefined, (some) => some.where('party.type', '=', type ?? ''))
      .$if(role !== undefined, (some) => some.where('party.roles', 'like', `%${role},%`));
    row = sql.ref<number>('party.row');
  } else if (actors) {
    query = query.where((of) =>
      of.exists(
        of
          .selectFrom('party')
          .select('party.row')
          .whereRef('party.row', '=', 'claim.row')
          .where('party.actor', 'in', actors)
          .$if(role !== undefined, (some) => some.where('party.roles', 'like', `%${role},%`)),
      ),
    );
  }
  query = query
    // three kinds have no order in an index by kind: the list is walked by day, and others are passed over
    .$if(kind === undefined, (some) => some.where(sql<string>`claim.kind || ''`, 'in', TOLD))
    .$if(kind !== undefined, (some) => some.where('claim.kind', '=', kind ?? ''))
    .$if(type !== undefined, (some) => some.where('claim.type', '=', type ?? ''))
    .$if(places !== null, (some) => some.where('claim.place', 'in', places ?? []))
    .$if(status !== undefined, (some) => some.where('claim.status', '=', status ?? ''))
    .$if(review !== undefined, (some) => some.where('claim.review', '=', review ? 1 : 0));
  if (!all) {
    query = query.where('claim.standing', '=', 'current');
    if (status === undefined) query = query.where('claim.status', '<>', 'rejected');
  }
  if (report !== undefined) {
    const found = await db.selectFrom('report').select('arrival').where('id', '=', report).executeTakeFirst();
    if (!found) return none;
    query = query.where('claim.report', '=', found.arrival);
  }
  const condition = await heldAt(db, asOf);
  query = query.where(condition);
  if (from !== undefined) query = query.where(sql<SqlBool>`${row} >= ${firstRowOf(dayOrThrow(from, 'from'))}`);
  if (to !== undefined) query = query.where(sql<SqlBool>`${row} < ${firstRowAfter(dayOrThrow(to, 'to'))}`);
  if (after !== null) query = query.where(sql<SqlBool>`${row} < ${cursorNumber(after)}`);
  const rows = await query
    .orderBy(row, 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return { claims: await hydrate(db, shown), next: rows.length > limit ? String(shown.at(-1)?.row) : null };
}

/** What is true of rows that are held now, or were at a moment, or could have been known then. */
async function heldAt(db: Db, asOf: Moment | undefined) {
  if (!asOf) return sql<SqlBool>`claim.until is null`;
  if (asOf.mode === 'knowable') {
    return sql<SqlBool>`claim.until is null and claim.report in
      (select arrival from report where known <= ${instantOf(asOf.at)})`;
  }
  const arrival = await arrivalAt(db, asOf.at);
  return sql<SqlBool>`claim.since <= ${arrival} and (claim.until is null or claim.until > ${arrival})`;
}

export async function claim(engine: Engine, id: string, asOf?: Moment): Promise<HeldClaim | null> {
  const { db } = engine;
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('id', '=', id)
    .where(await heldAt(db, asOf))
    .executeTakeFirst();
  return row ? ((await hydrate(db, [row]))[0] ?? null) : null;
}

/** Rows with their reports, evidence, readers and names. */
export async function hydrate(db: Db, rows: readonly ClaimTable[]): Promise<HeldClaim[]> {
  if (rows.length === 0) return [];
  const some = <T>(values: readonly (T | null)[]): T[] => [...new Set(values.filter((value) => value !== null))];
  const bases = some(rows.map(({ base }) => base));
  const evidence = await db
    .selectFrom('evidence')
    .selectAll()
    .where('claim', 'in', bases)
    .orderBy('claim')
    .orderBy('place')
    .execute();
  const spans = Map.groupBy(evidence, (one) => one.claim);
  const reports = await db
    .selectFrom('report')
    .select(['arrival', 'id', 'source', 'title', 'published'])
    .where('arrival', 'in', some(rows.map((one) => one.report)))
    .execute();
  const about = new Map(reports.map((report) => [report.arrival, report]));
  const made = some(rows.map(({ reading }) => reading));
  const readers = new Map(
    made.length === 0
      ? []
      : (await db.selectFrom('reading').select(['arrival', 'reader']).where('arrival', 'in', made).execute()).map(
          ({ arrival, reader }) => [arrival, reader],
        ),
  );
  const read = rows.map((row) => {
    const fields = JSON.parse(row.fields) as Record<string, unknown>;
    const { parties, place } = facetsOf(row.kind as ClaimKind, fields);
    return { row, fields, ids: [...parties.map(({ actor }) => actor), ...(place === null ? [] : [place])] };
  });
  const names = await namesOf(db, some(read.flatMap(({ ids }) => ids)));
  return read.map(({ row, fields, ids }) => {
    const report = about.get(row.report);
    return {
      id: row.id,
      kind: row.kind,
      type: row.type,
      report: report?.id ?? '',
      source: report?.source ?? null,
      title: report?.title ?? null,
      published: report?.published ?? null,
      reader: row.reading === null ? null : (readers.get(row.reading) ?? null),
      status: row.status as HeldClaim['status'],
      standing: row.standing as HeldClaim['standing'],
      mergedInto: row.merged_into,
      review: row.review === 1,
      edited: row.edited === '' ? [] : row.edited.split(','),
      days: row.day_from === null || row.day_to === null ? null : [row.day_from, row.day_to],
      fields,
      names: Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? id]] : []))),
      evidence: (spans.get(row.base) ?? []).map(
        ({ role, start, end, cp_start: cpStart, cp_end: cpEnd, quote, prefix, suffix }) =>
          ({ role, start, end, cpStart, cpEnd, quote, prefix, suffix }) as Evidence,
      ),
    };
  });
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const table of ['actor', 'place'] as const) {
    const some = ids.filter((id) => /^(?:geonames|place):/.test(id) === (table === 'place'));
    for (let from = 0; from < some.length; from += 1000)
      for (const { id, name } of await db
        .selectFrom(table as 'actor')
        .select(['id', 'name'])
        .where('id', 'in', some.slice(from, from + 1000))
        .execute())
        names.set(id, name);
  }
  return names;
}
