// Incidents in, the part of the record that tells of them out, as the pure layers left of the store know it.
import type { Reading } from '../reading/schema.ts';
import { type Account, accountOf, lasting } from '../record/account.ts';
import { assembled, type Chronicle } from '../record/chronicle.ts';
import { actorId } from '../record/entity.ts';
import { type Likeness, type Tie, tiesFrom } from '../record/incident/groups.ts';
import type { Happening } from '../record/incident/happening.ts';
import { type Grouping, happeningsAsDecided, type Incident, order } from '../record/incident/incident-index.ts';
import { INCIDENT } from '../record/incident/likeness.ts';
import type { Copies } from '../record/ledger/flag.ts';
import { type Ledger, ledgerOf } from '../record/ledger/ledger.ts';
import { copiesAmong } from './copies-among.ts';
import type { Db } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { type HeldReadings, heldReadings, standingUpon } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import type { Writing } from './writing.ts';

export interface PartOfRecord {
  readonly record: Chronicle;
  /** By number: those that were asked for and are there. */
  readonly incidents: ReadonlyMap<number, Incident>;
  /** The reports that tell of them: their numbers by their ids. */
  readonly numbers: ReadonlyMap<string, number>;
}

export interface PartAsked {
  /** Numbers of incidents. */
  readonly incidents: readonly number[];
  /** Place in the record's order up to which readings count. */
  readonly upTo: number;
  readonly today: number | null;
  /** Whether ties and names are wanted, or only what follows from the readings. */
  readonly shown: boolean;
  /** Where members, readings, ties and copies are looked up; the record as it is without. */
  readonly source?: PartSource;
}

/** The other's id, and the tie; with its number where that is at hand. */
export type Tied = readonly [id: string, tie: Likeness, n?: number];

export interface Member {
  readonly n: number;
  readonly id: string;
  readonly incident: number;
}

export interface PartSource {
  /** In the order of their numbers, incident by incident or not. */
  members(incidents: readonly number[]): Promise<readonly Member[]>;
  readings(reports: readonly number[]): Promise<HeldReadings>;
  /** By the id of one of the members, those that it is tied to. */
  ties(members: readonly Member[]): Promise<ReadonlyMap<string, readonly Tied[]>>;
  copies(reports: readonly number[]): Promise<Copies>;
  /** Lets others be served, where nothing is being written. */
  rest?(): Promise<void>;
}

const recordSource = (db: Db, upTo: number): PartSource => ({
  members: (incidents) => membersOf(db, incidents),
  readings: (reports) => heldReadings(db, reports, upTo),
  ties: (members) => tiesOf(db, members),
  copies: (reports) => copiesAmong(db, reports),
});

/** The reports that tell of some incidents, grouped as the record has them. */
export async function partOfRecord(
  db: Db,
  { incidents, upTo, today, shown, source = recordSource(db, upTo) }: PartAsked,
): Promise<PartOfRecord> {
  const members = await source.members(incidents);
  const reports = [...new Set(members.map(({ n }) => reportOfHappening(n)))];
  const { readings, standing, pairs } = await source.readings(reports);
  const held = [...readings.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const byReport = new Map<string, readonly Happening[]>();
  for (const reading of held) {
    await source.rest?.();
    byReport.set(reading.report.id, happeningsAsDecided(reading, pairs));
  }
  const found = incidentsFrom(members, byReport.values());
  const ties = shown ? await source.ties(members) : new Map<string, readonly Tied[]>();
  const names = shown ? await namesIn(db, held) : null;
  return {
    record: assembled({
      held,
      index: new KeptGrouping(byReport, found, ties),
      copies: await source.copies(reports),
      standing,
      today,
      ...(names ? { nameOf: (actor: string) => names.get(actor) ?? null } : {}),
    }),
    incidents: found,
    numbers: new Map([...readings].map(([number, { report }]) => [report.id, number])),
  };
}

/** Incidents by number, of their members and the happenings of the reports that tell of them. */
function incidentsFrom(
  members: readonly Member[],
  reports: Iterable<readonly Happening[]>,
): ReadonlyMap<number, Incident> {
  const byId = new Map<string, Happening>();
  for (const some of reports) for (const one of some) byId.set(one.id, one);
  const found = new Map<number, Incident>();
  for (const [incident, some] of Map.groupBy(members, (one) => one.incident)) {
    const [first, ...rest] = some.flatMap(({ id }) => byId.get(id) ?? []).sort(order);
    if (first) found.set(incident, { id: `i${first.id}`, happenings: [first, ...rest] });
  }
  return found;
}

export interface LedgerPart {
  readonly ledger: Ledger;
  readonly incidents: ReadonlyMap<number, Incident>;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Reports whose readings are at hand together. */
const READ = 50;

/**
 * The ledgers of some incidents, by all their members, as they are written. A much-told one is written with each report that tells of it: what its
 * reports say is remembered, so that their readings are not put together again each time.
 */
export async function ledgerPart(
  { trx, grouped, alone, nobodyDecided }: Pick<Writing, 'trx' | 'grouped' | 'alone' | 'nobodyDecided'>,
  members: readonly Member[],
  upTo: number,
): Promise<LedgerPart> {
  const reports = [...new Set(members.map(({ n }) => reportOfHappening(n)))];
  const accounts = new Map<number, Account>();
  const missing: number[] = [];
  for (const report of reports) {
    const known = grouped.accounts.get(report);
    if (known) accounts.set(report, known);
    else missing.push(report);
  }
  for (let from = 0; from < missing.length; from += READ) {
    const some = missing.slice(from, from + READ);
    const { readings, pairs } = await heldReadings(trx, some, upTo, grouped.held, nobodyDecided ? [] : undefined);
    for (const [report, reading] of readings) {
      const account = lasting(accountOf(reading, happeningsAsDecided(reading, pairs)));
      accounts.set(report, account);
      grouped.accounts.set(report, account);
    }
  }
  const told = [...accounts.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const copied = reports.filter((report) => !alone.has(report));
  return {
    ledger: ledgerOf(told, await copiesAmong(trx, copied), nobodyDecided ? [] : await standingUpon(trx, reports)),
    incidents: incidentsFrom(
      members,
      told.map(({ happenings }) => happenings),
    ),
    numbers: new Map([...accounts].map(([number, { report }]) => [report.id, number])),
  };
}

/** The happenings of some incidents as the record has them now. */
export async function membersOf(db: Db, incidents: readonly number[]): Promise<Member[]> {
  const members: Member[] = [];
  for (const some of inChunks(incidents))
    members.push(
      ...(await db
        .selectFrom('happening')
        .select(['n', 'id', 'incident'])
        .where('incident', 'in', some)
        .orderBy('n')
        .execute()),
    );
  return members;
}

/** What actors of some readings are called in the record. */
async function namesIn(db: Db, held: readonly Reading[]): Promise<ReadonlyMap<string, string>> {
  return namesOf(db, [...new Set(held.flatMap(({ actors }) => actors.map(actorId)))]);
}

export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const some of inChunks(ids))
    for (const { id, name } of await db.selectFrom('actor').select(['id', 'name']).where('id', 'in', some).execute())
      names.set(id, name);
  return names;
}

/** With the number of each, for those who need it. */
export async function tiesOf(db: Db, members: readonly { readonly n: number; readonly id: string }[]) {
  const ids = new Map(members.map(({ n, id }) => [n, id]));
  const ties = new Map<string, (readonly [string, Likeness, number])[]>();
  for (const some of inChunks([...ids.keys()]))
    for (const { a, b, id, points, reasons } of await db
      .selectFrom('tie')
      .innerJoin('happening', 'happening.n', 'tie.b')
      .select(['tie.a', 'tie.b', 'happening.id', 'points', 'reasons'])
      .where('tie.a', 'in', some)
      .execute()) {
      const from = ids.get(a) as string;
      const list = ties.get(from) ?? [];
      ties.set(from, list);
      list.push([id, { points, reasons: JSON.parse(reasons) as string[] }, b]);
    }
  return ties;
}

/** Incidents as the record keeps them; knows those that were asked for. */
class KeptGrouping implements Grouping {
  readonly #reports: ReadonlyMap<string, readonly Happening[]>;
  readonly #incidents: readonly Incident[];
  readonly #ofEvent = new Map<string, Incident>();
  readonly #ties: ReadonlyMap<string, readonly Tied[]>;

  constructor(
    reports: ReadonlyMap<string, readonly Happening[]>,
    incidents: ReadonlyMap<number, Incident>,
    ties: ReadonlyMap<string, readonly Tied[]>,
  ) {
    this.#reports = reports;
    this.#incidents = [...incidents.values()].sort((x, y) => order(x.happenings[0], y.happenings[0]));
    for (const one of this.#incidents)
      for (const { id, ids } of one.happenings) for (const event of [id, ...ids]) this.#ofEvent.set(event, one);
    this.#ties = ties;
  }

  incidents(): Incident[] {
    return [...this.#incidents];
  }

  incidentOf(happening: string): Incident | null {
    return this.#ofEvent.get(happening) ?? null;
  }

  happeningsOf(report: string): readonly Happening[] {
    return this.#reports.get(report) ?? [];
  }

  tiesOf(incident: Incident): Tie[] {
    const inside = new Set(incident.happenings.map(({ id }) => id));
    return this.#from(inside, (other) => inside.has(other));
  }

  proposalsFor(incident: Incident): Tie[] {
    const inside = new Set(incident.happenings.map(({ id }) => id));
    return this.#from(inside, (other) => !inside.has(other));
  }

  #from(inside: ReadonlySet<string>, wanted: (other: string) => boolean): Tie[] {
    return tiesFrom([...inside].sort(), (id) => this.#ties.get(id) ?? [], wanted, INCIDENT.proposed);
  }
}
