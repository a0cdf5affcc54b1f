// A filter in, a page of claims as the record holds or held them out, each with its words and names.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Db, type Engine, type IndexQuery, PLANNED_ONCE } from './engine.ts';
import { hydrate, rowsOfReport, type ShownRow, withReports } from './held-claims.ts';
import { mergedEntities, mergedOf } from './merged.ts';
import { arrivalAt, instantOf } from './moment.ts';
import { firstRowAfter, firstRowOf } from './row-number.ts';
import { actorTag, kindTag, placeTag, termsOf, typeTag } from './search-words.ts';
import type { ClaimFilter, ClaimPage, HeldClaim, Moment, Page } from './store.ts';

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
const TOLD_HERE = sql<SqlBool>`c.kind || '' in ('event', 'statement', 'figure')`;

export async function claims(engine: Engine, filter: ClaimFilter, { limit, after }: Page): Promise<ClaimPage> {
  checkLimit(limit);
  const { db } = engine;
  const { kind, type, role, report, status, review, all, words, asOf } = filter;
  const then = asOf?.mode === 'held' ? await arrivalAt(db, asOf.at) : null;
  const [actors, places] = await Promise.all([
    numbersOf(engine, 'actor', filter.actors, then),
    numbersOf(engine, 'place', filter.places, then),
  ]);
  if (actors?.length === 0 || places?.length === 0) return { claims: [], next: null };

  const others = [
    kind,
    type,
    role,
    status,
    review,
    words,
    filter.from,
    filter.to,
    asOf,
    actors ?? undefined,
    places ?? undefined,
  ];
  if (report !== undefined && after === null && others.every((one) => one === undefined)) {
    const current = sql<SqlBool>`c.standing = 'current' and c.status <> 'rejected'`;
    const holds = [TOLD_HERE, sql<SqlBool>`c.until is null`, ...(all ? [] : [current])];
    return pageOf(engine, await rowsOfReport(engine, report, holds, limit), limit);
  }

  let query = db.selectFrom('claim').selectAll('claim');
  if (actors && words !== undefined && role !== undefined)
    query = query.where((of) =>
      of.exists(
        of
          .selectFrom('party')
          .select('party.row')
          .whereRef('party.row', '=', 'claim.row')
          .where('party.actor', 'in', actors)
          .where('party.roles', 'like', `%${role},%`),
      ),
    );
  query = query
    // not by the index of kinds and types, which has no order for several: what finds the rows is settled below
    .where(sql<string>`claim.kind || ''`, 'in', kind === undefined ? TOLD : [kind])
    .$if(type !== undefined, (some) => some.where(sql<string>`claim.type || ''`, '=', type ?? ''))
    .$if(places !== null, (some) => some.where('claim.place', 'in', places ?? []))
    .$if(status !== undefined, (some) => some.where('claim.status', '=', status ?? ''))
    // as the index of what is decided says it
    .$if(status !== undefined && status !== 'open', (some) => some.where(sql<SqlBool>`claim.status <> 'open'`))
    .$if(review !== undefined, (some) => some.where('claim.review', '=', review ? 1 : 0))
    .$if(report !== undefined, (some) =>
      some
        .where('claim.id', '>', `${report}.`)
        .where('claim.id', '<', `${report}/`)
        .where(sql<number>`claim.report + 0`, '=', (of) =>
          of
            .selectFrom('report')
            .select('arrival')
            .where('id', '=', report ?? ''),
        ),
    )
    .where(heldAt(asOf, then));
  if (!all) {
    query = query.where('claim.standing', '=', 'current');
    if (status === undefined) query = query.where('claim.status', '<>', 'rejected');
  }
  const range: Range = {
    from: filter.from === undefined ? null : firstRowOf(dayOrThrow(filter.from, 'from')),
    below: lesser(
      filter.to === undefined ? null : firstRowAfter(dayOrThrow(filter.to, 'to')),
      after === null ? null : cursorNumber(after),
    ),
  };
  const page = (some: typeof query, planned = false): Promise<ShownRow[]> =>
    withReports(db, some.orderBy('claim.row', 'desc').limit(limit + 1) as never)
      .$if(planned, (one) => one.modifyFront(sql.raw(PLANNED_ONCE)))
      .orderBy('c.row', 'desc')
      .execute();
  const keep = (some: readonly number[]) => page(query.where(engine.among('claim.row', some)), true);
  /** Nothing else narrows the list by an index of its own. */
  const byDay = report === undefined && places === null && (status === undefined || status === 'open');
  let rows: ShownRow[];
  if (words !== undefined) {
    const asked = askedOf(words, { kind, type, actors, places });
    rows = await inSteps((stretch) => engine.search(db, asked, { ...stretch, of: 'claims' }), range, limit + 1, keep);
  } else if (actors) {
    const narrowed = { actors, kind, type, role };
    rows = await inSteps((stretch) => partyRows(db, narrowed, stretch), range, limit + 1, keep);
  } else if (byDay && (kind !== undefined || type !== undefined)) {
    const stretches =
      kind === undefined
        ? TOLD.map((one) => [one, type ?? ''] as const)
        : (type === undefined ? await typesOf(db, kind) : [type]).map((one) => [kind, one] as const);
    rows = await inSteps((stretch) => typeRows(db, stretches, stretch), range, limit + 1, keep);
  } else if (
    engine.name === 'postgres' &&
    places &&
    report === undefined &&
    (status === undefined || status === 'open')
  ) {
    // SQLite's index of places knows no kinds, and needs none: its tables are at hand
    const kinds = kind === undefined ? TOLD : [kind];
    rows = await inSteps((stretch) => placeRows(db, places, kinds, stretch), range, limit + 1, keep);
  } else {
    const { from, below } = range;
    if (from !== null) query = query.where('claim.row', '>=', from);
    if (below !== null) query = query.where('claim.row', '<', below);
    rows = await page(query);
  }
  return pageOf(engine, rows, limit);
}

async function pageOf(engine: Engine, rows: readonly ShownRow[], limit: number): Promise<ClaimPage> {
  const shown = rows.slice(0, limit);
  return { claims: await hydrate(engine, shown), next: rows.length > limit ? String(shown.at(-1)?.row) : null };
}

interface Range {
  /** The least row; null for all. */
  readonly from: number | null;
  /** The least row that is too late; null for none. */
  readonly below: number | null;
}

const lesser = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Rows that a first look at an index takes, and the most that one takes. */
const FIRST_LOOK = 64;
const MOST_AT_ONCE = 5000;

/**
 * An index gives rows by day, newest first, some at a time; `keep` drops those that the rest of the filter does not want.
 * So a word or an actor of every report costs no more than one of few, whatever the engine's planner thinks of it.
 */
async function inSteps(
  next: (stretch: Range & { readonly limit: number }) => Promise<readonly number[]>,
  { from, below }: Range,
  wanted: number,
  keep: (rows: readonly number[]) => Promise<readonly ShownRow[]>,
): Promise<ShownRow[]> {
  const found: ShownRow[] = [];
  let end = below;
  for (let limit = Math.max(FIRST_LOOK, wanted); ; limit = Math.min(limit * 4, MOST_AT_ONCE)) {
    const rows = await next({ from, below: end, limit });
    if (rows.length > 0) found.push(...(await keep(rows)));
    if (found.length >= wanted || rows.length < limit) return found.slice(0, wanted);
    end = rows.at(-1) ?? end;
  }
}

interface PartyFilter {
  readonly actors: readonly number[];
  readonly kind: string | undefined;
  readonly type: string | undefined;
  readonly role: string | undefined;
}

/** Rows in which any of some actors takes part: each one's is a stretch of an index that is already in order. */
function partyRows(
  db: Db,
  { actors, kind, type, role }: PartyFilter,
  { from, below, limit }: Range & { readonly limit: number },
): Promise<number[]> {
  const of = (actor: number) => sql`select * from (select row from party where actor = ${actor}
    ${from === null ? sql`` : sql`and row >= ${from}`} ${below === null ? sql`` : sql`and row < ${below}`}
    ${kind === undefined ? sql`` : sql`and kind = ${kind}`} ${type === undefined ? sql`` : sql`and type = ${type}`}
    ${role === undefined ? sql`` : sql`and roles like ${`%${role},%`}`}
    order by row desc limit ${limit}) part`;
  return newestOf(db, actors.map(of), limit);
}

/** Rows of claims of some kinds at any of some places. */
function placeRows(
  db: Db,
  places: readonly number[],
  kinds: readonly string[],
  { from, below, limit }: Range & { readonly limit: number },
): Promise<number[]> {
  const of = (place: number) =>
    kinds.map(
      (kind) => sql`select * from (select row from claim where place = ${place} and kind = ${kind}
        ${from === null ? sql`` : sql`and row >= ${from}`} ${below === null ? sql`` : sql`and row < ${below}`}
        order by row desc limit ${limit}) part`,
    );
  return newestOf(db, places.flatMap(of), limit);
}

/** The newest rows of several lists, each of which gives as many as are wanted. */
async function newestOf(db: Db, lists: readonly RawBuilder<unknown>[], limit: number): Promise<number[]> {
  const rows: number[] = [];
  for (let at = 0; at < lists.length; at += 100) {
    const { rows: found } = await sql<{
      row: number;
    }>`${sql.join(lists.slice(at, at + 100), sql` union all `)}`.execute(db);
    for (const { row } of found) rows.push(row);
  }
  // two actors may take part in one claim
  return [...new Set(rows)].sort((a, b) => b - a).slice(0, limit);
}

/** The types that claims of a kind have: leapt to from one to the next in the index by them. */
async function typesOf(db: Db, kind: string): Promise<string[]> {
  const least = (behind: RawBuilder<unknown>) => sql`(select min(type) from claim where kind = ${kind} ${behind})`;
  const { rows } = await sql<{ type: string }>`${sql.raw(PLANNED_ONCE)} with recursive one (type) as (
      select ${least(sql``)} union all select ${least(sql`and type > one.type`)} from one where type is not null
    ) select type from one where type is not null`.execute(db);
  return rows.map(({ type }) => type);
}

/** Rows of kinds and types: those of each are a stretch of an index that is already in order. */
async function typeRows(
  db: Db,
  types: readonly (readonly [kind: string, type: string])[],
  { from, below, limit }: Range & { readonly limit: number },
): Promise<number[]> {
  const found: number[] = [];
  const of = ([kind, type]: (typeof types)[number]) => sql`select row from claim where kind = ${kind} and type = ${type}
    ${from === null ? sql`` : sql`and row >= ${from}`} ${below === null ? sql`` : sql`and row < ${below}`}`;
  for (let at = 0; at < types.length; at += 100) {
    // both engines merge stretches that are in order, and read no more of each than they need
    const { rows } = await sql<{ row: number }>`${sql.join(types.slice(at, at + 100).map(of), sql` union all `)}
      order by row desc limit ${limit}`.execute(db);
    for (const { row } of rows) found.push(row);
  }
  return found.sort((a, b) => b - a).slice(0, limit);
}

function askedOf(
  words: string,
  {
    kind,
    type,
    actors,
    places,
  }: {
    readonly kind: string | undefined;
    readonly type: string | undefined;
    readonly actors: readonly number[] | null;
    readonly places: readonly number[] | null;
  },
): IndexQuery {
  const terms = termsOf(words);
  if (terms.length === 0) throw new RangeError(`${JSON.stringify(words)} holds no word to search for`);
  return {
    terms,
    tags: [
      ...(kind === undefined ? [] : [[kindTag(kind)]]),
      ...(type === undefined ? [] : [[typeTag(type)]]),
      ...(places ? [places.map(placeTag)] : []),
      ...(actors ? [actors.map(actorTag)] : []),
    ],
  };
}

/** The numbers of those that `ids` name, with all who stand for one another with them now, or stood then; null for all. */
async function numbersOf(
  { db, among }: Engine,
  table: 'actor' | 'place',
  ids: readonly string[] | undefined,
  then: number | null,
): Promise<number[] | null> {
  if (ids === undefined) return null;
  if (ids.length === 0) return [];
  const named = (some: readonly string[]) =>
    sql`select n, id, merged_into from ${sql.table(table)} where ${among('id', some)}`;
  // the few that are merged and those that are asked for, in one question: mostly nobody stands for these
  const { rows } = await sql<{ n: number; id: string; merged_into: string | null }>`${sql.raw(PLANNED_ONCE)}
    select n, id, merged_into from ${sql.table(table)} where merged_into is not null union all ${named(ids)}`.execute(
    db,
  );
  const numbers = new Map(rows.map(({ n, id }) => [id, n]));
  const merged = then === null ? mergedOf(rows) : await mergedEntities(db, table, then);
  const family = merged.family(ids);
  const others = family.filter((id) => !numbers.has(id) && !ids.includes(id));
  if (others.length > 0)
    for (const { n, id } of (await sql<{ n: number; id: string }>`${named(others)}`.execute(db)).rows)
      numbers.set(id, n);
  return family.flatMap((id) => numbers.get(id) ?? []);
}

/** What is true of rows that are held now, or were at a moment, or could have been known then. */
function heldAt(asOf: Moment | undefined, then: number | null) {
  if (then !== null) return sql<SqlBool>`claim.since <= ${then} and (claim.until is null or claim.until > ${then})`;
  if (!asOf) return sql<SqlBool>`claim.until is null`;
  return sql<SqlBool>`claim.until is null and claim.report in
    (select arrival from report where known <= ${instantOf(asOf.at)})`;
}

export async function claim(engine: Engine, id: string, asOf?: Moment): Promise<HeldClaim | null> {
  const { db } = engine;
  const then = asOf?.mode === 'held' ? await arrivalAt(db, asOf.at) : null;
  const query = db.selectFrom('claim').selectAll('claim').where('id', '=', id).where(heldAt(asOf, then));
  const row = await withReports(db, query.limit(1) as never).executeTakeFirst();
  return row ? ((await hydrate(engine, [row]))[0] ?? null) : null;
}
