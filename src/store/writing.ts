// One transaction in, its pending rows out: claims opened and closed, entities numbered, counts moved, all written at the end.
import { type Claim, type ClaimKind, facetsOf, type Party } from '../record/claim.ts';
import { type Actor, actorFromId, joinActors, joinPlaces, type Place, placeFromId } from '../record/entity.ts';
import type { Held } from '../record/fold.ts';
import type { Db, Engine, Rows, Words } from './engine.ts';
import { catchUp, type GroupingCache } from './gists.ts';
import { inChunks } from './in-chunks.ts';
import type { CopyCache } from './keep-copy.ts';
import type { ClaimParts } from './prepare.ts';
import { dayOfRow, rowOf } from './row-number.ts';
import { searchWords, tagsOf } from './search-words.ts';
import type { ClaimTable, HeadTable, TallyTable } from './tables.ts';

type Known<T> = T & { readonly n: number };
/** Actors and places that this process has met, by id; their numbers never change. */
export interface EntityCache {
  readonly actors: Map<string, Known<Actor>>;
  readonly places: Map<string, Known<Place>>;
  readonly copies: CopyCache;
  readonly grouped: GroupingCache;
}

/** Memory stays the same however many actors and places a record comes to hold. */
const MOST_REMEMBERED = 200_000;

type Row = Rows[number];
type Table = 'report' | 'reading' | 'actor' | 'place' | 'claim' | 'evidence' | 'party' | 'prose' | 'copy' | 'band';
/** In this order nothing points to a row that is not there yet. */
const ORDER: readonly Table[] = [
  'report',
  'reading',
  'actor',
  'place',
  'claim',
  'evidence',
  'party',
  'prose',
  'copy',
  'band',
];

export interface Opened {
  /** The report's number, and its publication: what dates a claim whose words name no time. */
  readonly report: number;
  readonly published: string | null;
  readonly reading: number | null;
  readonly content: string;
  /** What the rows hold where the claim is as it was read; null makes them of its fields. */
  readonly parts: ClaimParts | null;
  readonly superseded: boolean;
  /** Row whose evidence it has; null writes the claim's own. */
  readonly base: number | null;
}

export type ClosedRow = Pick<ClaimTable, 'row' | 'kind' | 'type' | 'fields' | 'status' | 'standing'>;

const fieldsOf = ({ fields }: Pick<ClaimTable, 'fields'>) => JSON.parse(fields) as Record<string, unknown>;

/** Whether a row is an event that counts: what is planned, supposed or denied did not happen. */
const counts = (row: Omit<ClosedRow, 'fields'>, fields: () => Readonly<Record<string, unknown>>): boolean =>
  row.kind === 'event' && row.status !== 'rejected' && row.standing === 'current' && fields()['status'] === 'asserted';

export class Writing {
  readonly trx: Db;
  readonly engine: Engine;
  readonly head: HeadTable;
  readonly #entities: EntityCache;
  readonly #rows = new Map<Table, Row[]>(ORDER.map((table) => [table, []]));
  readonly #words: Words[] = [];
  readonly #closed: { row: number; until: number }[] = [];
  readonly #tally = new Map<string, number>();
  readonly #changedActors = new Map<string, Known<Actor>>();
  readonly #changedPlaces = new Map<string, Known<Place>>();
  /** Actors and places that the record turned out not to have. */
  readonly #missing = new Set<string>();
  /** Reports that came now of which none is another's copy, by number. */
  readonly alone = new Set<number>();
  #nobodyDecided = false;
  /** The head as it stands in the record. */
  #written: string;

  private constructor(trx: Db, engine: Engine, head: HeadTable, entities: EntityCache) {
    this.trx = trx;
    this.engine = engine;
    this.head = head;
    this.#written = JSON.stringify(head);
    this.#entities = entities;
  }

  /** Takes the record's head, which makes every other writer wait. */
  static async begin(trx: Db, engine: Engine, entities: EntityCache): Promise<Writing> {
    const query = trx.selectFrom('head').selectAll();
    const row = await (engine.name === 'postgres' ? query.forUpdate() : query).executeTakeFirstOrThrow();
    const head = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Number(value)]),
    ) as never as HeadTable;
    const stale = entities.actors.size > head.actors || entities.places.size > head.places; // somebody rebuilt the record
    if (stale || entities.actors.size + entities.places.size > MOST_REMEMBERED) {
      entities.actors.clear();
      entities.places.clear();
      entities.copies.clear();
    }
    await catchUp(trx, entities.grouped, head.arrival);
    return new Writing(trx, engine, head, entities);
  }

  get copies(): CopyCache {
    return this.#entities.copies;
  }

  get grouped(): GroupingCache {
    return this.#entities.grouped;
  }

  /** True where it is known that nobody has decided anything: decisions need not be looked up. */
  get nobodyDecided(): boolean {
    return this.#nobodyDecided;
  }

  /** Once for readings that are kept together: what people decide is kept in transactions of its own. */
  async askWhetherDecided(): Promise<void> {
    this.grouped.decided ??= (await this.trx.selectFrom('upon').select('decision').limit(1).execute()).length > 0;
    this.#nobodyDecided = !this.grouped.decided;
  }

  /** Rows that are put and not yet written. */
  waiting(table: Table): readonly Row[] {
    return this.#rows.get(table) ?? [];
  }

  put(table: Table, row: Row): void {
    this.#rows.get(table)?.push(row);
  }

  nextArrival(): number {
    return ++this.head.arrival;
  }

  nextReport(): number {
    return ++this.head.reports;
  }

  /** Sees that actors and places have their numbers, new ones get theirs in this order. */
  async meet(actors: readonly Actor[], places: readonly Place[]): Promise<void> {
    await this.load(actors, places);
    for (const actor of actors) {
      const known = this.#entities.actors.get(actor.id);
      const joined = known ? joinActors(known, actor) : actor;
      if (known && joined.name === known.name && joined.country === known.country && joined.sector === known.sector)
        continue;
      const entry = { ...joined, n: known?.n ?? ++this.head.actors };
      this.#entities.actors.set(actor.id, entry);
      if (known) this.#changedActors.set(actor.id, entry);
      else this.put('actor', { n: entry.n, ...actor, merged_into: null });
    }
    for (const place of places) {
      const known = this.#entities.places.get(place.id);
      const joined = known ? joinPlaces(known, place) : place;
      const same =
        known &&
        (['name', 'country', 'latitude', 'longitude', 'precision'] as const).every(
          (name) => joined[name] === known[name],
        );
      if (same) continue;
      const entry = { ...joined, n: known?.n ?? ++this.head.places };
      this.#entities.places.set(place.id, entry);
      if (known) this.#changedPlaces.set(place.id, entry);
      else this.put('place', { n: entry.n, ...place, merged_into: null });
    }
  }

  /** Looks up the numbers of those that this process has not met. */
  async load(actors: readonly { readonly id: string }[], places: readonly { readonly id: string }[]): Promise<void> {
    await this.#load('actor', this.#entities.actors, actors);
    await this.#load('place', this.#entities.places, places);
  }

  async #load<T extends { readonly id: string }>(
    table: 'actor' | 'place',
    known: Map<string, Known<T>>,
    wanted: readonly { readonly id: string }[],
  ): Promise<void> {
    const asked = new Set(wanted.map(({ id }) => id).filter((id) => !known.has(id) && !this.#missing.has(id)));
    for (const some of inChunks([...asked])) {
      const rows = await this.trx
        .selectFrom(table as 'actor')
        .selectAll()
        .where('id', 'in', some)
        .execute();
      for (const { merged_into: _, ...row } of rows) known.set(row.id, row as never);
    }
    for (const id of asked) if (!known.has(id)) this.#missing.add(id); // nobody else writes meanwhile
  }

  /** Meets those whom a claim's fields name and the record may not know: an edit may name somebody new. */
  async meetNamed(claim: Claim): Promise<void> {
    const { parties, place } = facetsOf(claim.kind, claim.fields);
    const actors = parties.flatMap(({ actor }) => actorFromId(actor) ?? []);
    const named = place === null ? null : placeFromId(place);
    await this.load(actors, named ? [named] : []);
    await this.meet(
      actors.filter(({ id }) => !this.#entities.actors.has(id)),
      named && !this.#entities.places.has(named.id) ? [named] : [],
    );
  }

  /** Writes a claim as it is held from `since` on; gives its row. Actors and places must have been met. */
  open(held: Held, since: number, opened: Opened): number {
    const { claim } = held;
    const { parts } = opened;
    const { type, parties, place, days } = parts?.facets ?? facetsOf(claim.kind, claim.fields);
    const day = days?.[0] ?? opened.published?.slice(0, 10) ?? null;
    const row = rowOf(day, ++this.head.version);
    const standing = opened.superseded ? 'superseded' : held.mergedInto !== null ? 'merged' : 'current';
    const actors = this.#numbered(parties);
    const where = place === null ? null : (this.#entities.places.get(place)?.n ?? null);
    const fields = parts?.fields ?? JSON.stringify(claim.fields);
    const written: ClaimTable = {
      row,
      id: claim.id,
      since,
      until: null,
      base: opened.base ?? row,
      kind: claim.kind,
      type,
      report: opened.report,
      reading: opened.reading,
      status: held.status,
      standing,
      merged_into: held.mergedInto,
      review: held.review ? 1 : 0,
      edited: held.edited.join(','),
      day_from: days?.[0] ?? null,
      day_to: days?.[1] ?? null,
      place: where,
      content: opened.content,
      fields,
    };
    this.put('claim', written as never as Row);
    if (opened.base === null)
      for (const [place, { role, start, end, cpStart, cpEnd, quote, prefix, suffix }] of claim.evidence.entries())
        this.put('evidence', {
          claim: row,
          place,
          role,
          start,
          end,
          cp_start: cpStart,
          cp_end: cpEnd,
          quote,
          prefix,
          suffix,
        });
    this.#putParties(actors, { row, kind: claim.kind, type });
    if (claim.kind === 'event' || claim.kind === 'statement' || claim.kind === 'figure')
      this.#words.push({
        row,
        words: parts?.words ?? searchWords(claim),
        tags: tagsOf({ kind: claim.kind, type, place: where, actors: actors.map(({ n }) => n), report: opened.report }),
      });
    if (counts(written, () => claim.fields)) this.#count(written, actors, 1);
    return row;
  }

  /** Opens a row again with another standing; its words are found through the row before it. */
  reopen(row: ClaimTable, since: number, changed: Pick<ClaimTable, 'standing'>): void {
    const next = { ...row, ...changed, row: rowOf(dayOfRow(row.row), ++this.head.version), since, until: null };
    this.put('claim', next as never as Row);
    const actors = this.#numbered(facetsOf(row.kind as ClaimKind, fieldsOf(row)).parties);
    this.#putParties(actors, next);
    if (counts(next, () => fieldsOf(next))) this.#count(next, actors, 1);
  }

  /** Ends the time of rows. Those opened in this same transaction have to be flushed before. */
  async close(rows: readonly ClosedRow[], until: number): Promise<void> {
    for (const row of rows) this.#closed.push({ row: row.row, until });
    const counted = rows
      .filter((row) => counts(row, () => fieldsOf(row)))
      .map((row) => ({ row, parties: facetsOf('event', fieldsOf(row)).parties }));
    const named = counted.flatMap(({ parties }) => parties.map(({ actor }) => ({ id: actor })));
    await this.#load('actor', this.#entities.actors, [...new Map(named.map((one) => [one.id, one])).values()]);
    for (const { row, parties } of counted) this.#count(row, this.#numbered(parties), -1);
  }

  #putParties(
    actors: readonly { readonly role: string; readonly n: number }[],
    { row, kind, type }: Pick<ClaimTable, 'row' | 'kind' | 'type'>,
  ): void {
    for (const [actor, roles] of Map.groupBy(actors, ({ n }) => n))
      this.put('party', { actor, row, kind, type, roles: roles.map(({ role }) => `${role},`).join('') });
  }

  #numbered(parties: readonly Party[]): { readonly role: string; readonly n: number }[] {
    return parties.flatMap(({ role, actor }) => {
      const n = this.#entities.actors.get(actor)?.n;
      return n === undefined ? [] : [{ role, n }];
    });
  }

  /** Opens the words of a report in the search index. */
  prose(report: number, published: string | null, words: string): void {
    const row = rowOf(published?.slice(0, 10) ?? null, ++this.head.version);
    this.put('prose', { report, row });
    this.#words.push({
      row,
      words,
      tags: tagsOf({ kind: 'report', type: null, place: null, actors: [], report }),
    });
  }

  #count(
    row: Pick<ClosedRow, 'row' | 'type'>,
    actors: readonly { readonly role: string; readonly n: number }[],
    by: 1 | -1,
  ): void {
    const numbers = (role: string) => {
      const some = actors.filter((one) => one.role === role).map(({ n }) => n);
      return some.length > 0 ? some : [0];
    };
    const month = dayOfRow(row.row)?.slice(0, 7) ?? '';
    for (const source of numbers('actor'))
      for (const target of numbers('recipient')) {
        const key = `${month}|${source}|${target}|${row.type}`;
        this.#tally.set(key, (this.#tally.get(key) ?? 0) + by);
      }
  }

  /** Writes everything that is pending, and the head. */
  async flush(): Promise<void> {
    const { trx, engine } = this;
    for (const table of ORDER) {
      const rows = this.#rows.get(table);
      if (rows && rows.length > 0) await engine.insert(trx, table, rows.splice(0));
    }
    // in the order of their rows: FTS5 writes out what it holds whenever a row comes before the last one
    if (this.#words.length > 0)
      await engine.indexWords(
        trx,
        this.#words.splice(0).sort((a, b) => a.row - b.row),
      );
    const closed = Map.groupBy(this.#closed.splice(0), ({ until }) => until);
    for (const [until, rows] of closed)
      for (let from = 0; from < rows.length; from += 500)
        await trx
          .updateTable('claim')
          .set({ until })
          .where(
            'row',
            'in',
            rows.slice(from, from + 500).map(({ row }) => row),
          )
          .execute();
    await this.#writeTally();
    await this.#writeChanged();
    const now = JSON.stringify(this.head);
    if (now === this.#written) return;
    const { one: _, ...head } = this.head;
    await trx.updateTable('head').set(head).execute();
    this.#written = now;
  }

  async #writeTally(): Promise<void> {
    const tally = [...this.#tally].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    this.#tally.clear();
    const dyads = new Map<string, number>();
    for (const [key, n] of tally) {
      const dyad = key.slice(0, key.lastIndexOf('|'));
      dyads.set(dyad, (dyads.get(dyad) ?? 0) + n);
    }
    await this.#add('tally', ['month', 'source', 'target', 'type'], tally);
    await this.#add('dyad', ['month', 'source', 'target'], [...dyads]);
  }

  /** Adds to counts, by the values of `columns` with bars between them; what comes to nothing is gone. */
  async #add(
    table: 'tally' | 'dyad',
    columns: readonly (keyof TallyTable)[],
    counts: readonly (readonly [key: string, n: number])[],
  ): Promise<void> {
    const { trx, engine } = this;
    const rows = counts
      .filter(([, n]) => n !== 0)
      .map(([key, n]) => {
        const [month = '', source, target, type = ''] = key.split('|');
        const named = { month, source: Number(source), target: Number(target), n };
        return table === 'tally' ? { ...named, type } : named;
      });
    if (rows.length === 0) return;
    await engine.insert(trx, table, rows, columns);
    if (rows.some(({ n }) => n < 0))
      await trx
        .deleteFrom(table as 'tally')
        .where('n', '=', 0)
        .execute();
  }

  /** Another process may have written more since this one looked: what is known now is joined again. */
  async #writeChanged(): Promise<void> {
    for (const [id, mine] of this.#changedActors) {
      const row = await this.trx.selectFrom('actor').selectAll().where('id', '=', id).executeTakeFirst();
      const { name, country, sector } = row ? joinActors(row, mine) : mine;
      await this.trx.updateTable('actor').set({ name, country, sector }).where('id', '=', id).execute();
    }
    for (const [id, mine] of this.#changedPlaces) {
      const row = await this.trx.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst();
      const { name, country, latitude, longitude, precision } = row ? joinPlaces(row, mine) : mine;
      await this.trx
        .updateTable('place')
        .set({ name, country, latitude, longitude, precision })
        .where('id', '=', id)
        .execute();
    }
    this.#changedActors.clear();
    this.#changedPlaces.clear();
  }
}
