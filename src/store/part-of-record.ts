// Incidents in, the part of the record that tells of them out, as the pure layers left of the store know it.
import type { Reading } from '../reading/schema.ts';
import { assembled, type Chronicle } from '../record/chronicle.ts';
import { actorId } from '../record/entity.ts';
import { type Likeness, type Tie, tiesFrom } from '../record/incident/groups.ts';
import type { Happening } from '../record/incident/happening.ts';
import { type Grouping, happeningsAsDecided, type Incident, order } from '../record/incident/incident-index.ts';
import { INCIDENT } from '../record/incident/likeness.ts';
import { copiesAmong } from './copies-among.ts';
import type { Db } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { type HeldCache, heldReadings } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';

export interface PartOfRecord {
  readonly record: Chronicle;
  /** By number: those that were asked for and are there. */
  readonly incidents: ReadonlyMap<number, Incident>;
}

export interface PartAsked {
  /** Numbers of incidents. */
  readonly incidents: readonly number[];
  /** Place in the record's order up to which readings count. */
  readonly upTo: number;
  readonly today: number | null;
  readonly cache?: HeldCache;
  /** Whether ties and names are wanted, or only what follows from the readings. */
  readonly shown: boolean;
}

/** The reports that tell of some incidents, grouped as the record has them. */
export async function partOfRecord(db: Db, { incidents, upTo, today, cache, shown }: PartAsked): Promise<PartOfRecord> {
  const members: { n: number; id: string; incident: number }[] = [];
  for (const some of inChunks(incidents))
    members.push(
      ...(await db
        .selectFrom('happening')
        .select(['n', 'id', 'incident'])
        .where('incident', 'in', some)
        .orderBy('n')
        .execute()),
    );
  const reports = [...new Set(members.map(({ n }) => reportOfHappening(n)))];
  const { readings, standing, pairs } = await heldReadings(db, reports, upTo, cache);
  const held = [...readings.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const byReport = new Map(held.map((reading) => [reading.report.id, happeningsAsDecided(reading, pairs)]));
  const byId = new Map([...byReport.values()].flatMap((some) => some.map((one) => [one.id, one] as const)));
  const found = new Map<number, Incident>();
  for (const [incident, some] of Map.groupBy(members, (one) => one.incident)) {
    const [first, ...rest] = some.flatMap(({ id }) => byId.get(id) ?? []).sort(order);
    if (first) found.set(incident, { id: `i${first.id}`, happenings: [first, ...rest] });
  }
  const ties = shown ? await tiesOf(db, members) : new Map<string, readonly (readonly [string, Likeness])[]>();
  const names = shown ? await namesIn(db, held) : null;
  return {
    record: assembled({
      held,
      index: new KeptGrouping(byReport, found, ties),
      copies: await copiesAmong(db, reports),
      standing,
      today,
      ...(names ? { nameOf: (actor: string) => names.get(actor) ?? null } : {}),
    }),
    incidents: found,
  };
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

async function tiesOf(db: Db, members: readonly { readonly n: number; readonly id: string }[]) {
  const ids = new Map(members.map(({ n, id }) => [n, id]));
  const ties = new Map<string, (readonly [string, Likeness])[]>();
  for (const some of inChunks([...ids.keys()]))
    for (const { a, id, points, reasons } of await db
      .selectFrom('tie')
      .innerJoin('happening', 'happening.n', 'tie.b')
      .select(['tie.a', 'happening.id', 'points', 'reasons'])
      .where('tie.a', 'in', some)
      .execute()) {
      const from = ids.get(a) as string;
      const list = ties.get(from) ?? [];
      ties.set(from, list);
      list.push([id, { points, reasons: JSON.parse(reasons) as string[] }]);
    }
  return ties;
}

/** Incidents as the record keeps them; knows those that were asked for. */
class KeptGrouping implements Grouping {
  readonly #reports: ReadonlyMap<string, readonly Happening[]>;
  readonly #incidents: readonly Incident[];
  readonly #ofEvent = new Map<string, Incident>();
  readonly #ties: ReadonlyMap<string, readonly (readonly [string, Likeness])[]>;

  constructor(
    reports: ReadonlyMap<string, readonly Happening[]>,
    incidents: ReadonlyMap<number, Incident>,
    ties: ReadonlyMap<string, readonly (readonly [string, Likeness])[]>,
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
