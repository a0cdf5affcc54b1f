// A moment in, what is asked of incidents as they stood then out: most from rows, as now, the rest from those made for it.
import type { Reading } from '../reading/schema.ts';
import { type Told, toldIn } from '../record/diplomacy/told.ts';
import { order } from '../record/incident/incident-index.ts';
import type { Copies } from '../record/ledger/flag.ts';
import { push } from '../record/lists.ts';
import { checkLimit } from './claim-queries.ts';
import type { Db } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { reportNumber } from './happening-number.ts';
import { inChunks } from './in-chunks.ts';
import { type FlagRow, flagRowsWhere } from './incident-flags.ts';
import {
  askedBy,
  beginning,
  countOf,
  type IncidentFilter,
  type IncidentPage,
  matching,
  newestOf,
  noCursor,
  type Placed,
  pageOf,
} from './incident-list.ts';
import { MomentRows } from './moment-rows.ts';
import { MomentView } from './moment-view.ts';
import { type PartOfRecord, partOfRecord } from './part-of-record.ts';
import { type DeedsAsked, deedRows } from './plan-queries.ts';
import type { Moment, Page } from './store.ts';

export interface KnownReports {
  /** By id. */
  readonly reports: ReadonlySet<string>;
  readonly copies: Copies;
  /** Reports that were read or decided upon otherwise, as they were. */
  readonly readings: AsyncIterable<Reading>;
}

export class MomentIncidents {
  readonly db: Db;
  readonly view: MomentView;
  readonly rows: MomentRows;

  private constructor(db: Db, view: MomentView) {
    this.db = db;
    this.view = view;
    this.rows = new MomentRows(db, view);
  }

  static async of(db: Db, moment: Moment): Promise<MomentIncidents> {
    return new MomentIncidents(db, await MomentView.of(db, moment));
  }

  async list(filter: IncidentFilter, { limit, after }: Page): Promise<IncidentPage> {
    checkLimit(limit);
    const stood = matching(this.db, filter).where(this.view.stood());
    const last = after === null ? null : await this.#placeOf(after);
    const asked = Object.entries(filter).some(([name, value]) => name !== 'reports' && value !== undefined);
    const all = asked || (filter.reports ?? 1) > 1;
    const anew = all ? (await this.rows.matching(filter)).map(({ n }) => n) : [...this.view.groups.keys()];
    const behind = anew
      .map((n) => ({ n, ...this.#placed(n) }))
      .filter((one) => last === null || newerFirst(last, one) < 0)
      .sort(newerFirst)
      .slice(0, limit + 1);
    const kept = await newestOf(stood, last, limit);
    const page: (Placed & { readonly n: number; readonly body?: string })[] = [...kept, ...behind]
      .sort(newerFirst)
      .slice(0, limit + 1);
    const made = await this.rows.of(page.flatMap(({ n, body }) => (body === undefined ? [n] : [])));
    const bodies = new Map(made.map(({ n, rows }) => [n, rows.incident[0].body]));
    const rows = page.map((one) => ({ ...one, body: one.body ?? (bodies.get(one.n) as string) }));
    return pageOf(this.db, rows, limit, (await countOf(stood)) + anew.length);
  }

  /** Ids of incidents that an id, a claim's id, or the beginning of either names; five at most. */
  async find(id: string): Promise<readonly { readonly n: number; readonly id: string }[]> {
    const { claim, printed, begins } = askedBy(id);
    const own = await this.view.incidentsOf([...(await this.view.happeningsCalled([claim])).values()]);
    const [only] = own.values();
    if (only !== undefined) return this.#called([only]);
    if (printed) {
      const { report, rest } = printed;
      const some = [...(await this.view.incidentsOf(await this.view.happeningsLike(report, rest))).values()];
      if (some.length > 0) return (await this.#called(some)).slice(0, 1);
    }
    const kept = await beginning(this.db.selectFrom('incident').where(this.view.stood()), begins).execute();
    const anew = [...this.view.groups.keys()]
      .map((n) => ({ n, ...this.#placed(n) }))
      .filter((one) => one.id.startsWith(begins));
    return [...kept, ...anew].sort((x, y) => newerFirst(y, x)).slice(0, 5);
  }

  part(incidents: readonly number[], today: number | null): Promise<PartOfRecord> {
    return partOfRecord(this.db, {
      incidents,
      upTo: Number.MAX_SAFE_INTEGER,
      today,
      shown: true,
      source: this.view,
    });
  }

  /** With all incidents that stood beside it: of the same reports, tied or linked to it. */
  async around(incident: number, today: number | null): Promise<PartOfRecord> {
    const { view } = this;
    const own = await view.members([incident]);
    const reports = [...new Set(own.map(({ n }) => reportOfHappening(n)))];
    const links = (await view.standing(reports)).flatMap(({ targets, detail }) =>
      detail.act === 'link' ? [...targets, detail.to] : [],
    );
    const tied = [...(await view.ties(own)).values()].flatMap((ties) => ties.map(([id]) => id));
    const beside = [
      ...(await view.happeningsOf(reports)),
      ...(await view.happeningsCalled([...new Set([...links, ...tied])])).values(),
    ];
    const incidents = new Set([incident, ...(await view.incidentsOf(beside)).values()]);
    return this.part([...incidents], today);
  }

  async flags(names: readonly string[]): Promise<readonly FlagRow[]> {
    if (names.length === 0) return [];
    const kept = await flagRowsWhere(this.db, names, this.view.stood());
    return [...kept, ...(await this.rows.flags(names))].sort(
      (x, y) => newerFirst({ at: y.at, id: y.incident }, { at: x.at, id: x.incident }) || x.place - y.place,
    );
  }

  /** As the record's own, of what was known. */
  async plans(): Promise<readonly Told[]> {
    const rows = await this.db
      .selectFrom('plan')
      .innerJoin('dated', (join) => join.on('dated.report', '=', reportNumber('plan.n')))
      .select(['plan.body', 'dated.report'])
      .where(this.view.knownBy, '<', this.view.end)
      .orderBy('plan.n')
      .execute();
    const then = this.view.readThen;
    return [
      ...rows.flatMap(({ report, body }) => (then.has(report) ? [] : [JSON.parse(body) as Told])),
      ...then.plans(),
    ];
  }

  async deeds(asked: DeedsAsked): Promise<readonly Told[]> {
    const { types, actors, country, from, to, limit } = asked;
    if (types.length === 0) return [];
    const rows = await deedRows(this.db, asked)
      .innerJoin('dated', (join) => join.on('dated.report', '=', reportNumber('concern.happening')))
      .where(this.view.knownBy, '<', this.view.end)
      .execute();
    const then = this.view.readThen;
    const reports = [...new Set(rows.map(({ happening }) => reportOfHappening(happening)))]
      .filter((report) => !then.has(report))
      .slice(0, limit);
    const { readings } = await this.view.readings(reports);
    const isAsked = ({ event, actors: by, recipients, countries, published }: Told) =>
      types.includes(event.type) &&
      ([...by, ...recipients].some((id) => actors.includes(id)) || (country !== null && countries.includes(country))) &&
      (from === null || (published ?? '9') >= from) &&
      (to === null || (published ?? '9') <= to);
    const candidates = then
      .gists()
      .filter((gist) => gist.happenings.some(({ told }) => types.includes(told.event.type)));
    const told = [...readings.values()].flatMap(toldIn);
    for await (const reading of then.each(candidates.map(({ report }) => report))) {
      const otherwise = toldIn(reading);
      if (otherwise.some(isAsked)) told.push(...otherwise);
    }
    return told;
  }

  /** Which reports were known, what repeats what among them, and those that were read otherwise than now. */
  async known(): Promise<KnownReports> {
    const rows = await this.db
      .selectFrom('dated')
      .innerJoin('report', 'report.arrival', 'dated.report')
      .select(['report.id', 'dated.report'])
      .where(this.view.knownBy, '<', this.view.end)
      .execute();
    return {
      reports: new Set(rows.map(({ id }) => id)),
      copies: await this.view.copies(rows.map(({ report }) => report)),
      readings: this.view.readThen.each(),
    };
  }

  /** Ids of the happenings of incidents, by publication and then by id. */
  async membersInOrder(incidents: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
    const members = await this.view.members(incidents);
    const published = await this.publishedOf([...new Set(members.map(({ n }) => reportOfHappening(n)))]);
    const sorted = members
      .map(({ n, id, incident }) => ({ incident, id, published: published.get(reportOfHappening(n)) ?? '9' }))
      .sort(order);
    const found = new Map<number, string[]>();
    for (const { incident, id } of sorted) push(found, incident, id);
    return found;
  }

  /** Of reports by number, '9' when unknown. */
  async publishedOf(reports: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const found = new Map<number, string>();
    for (const some of inChunks(reports))
      for (const { report, published } of await this.db
        .selectFrom('dated')
        .select(['report', 'published'])
        .where('report', 'in', some)
        .execute())
        found.set(report, published);
    return found;
  }

  #placed(n: number): Placed {
    const [first] = this.view.groups.get(n) ?? [];
    return { at: first?.told.published ?? '9', id: `i${first?.told.id}` };
  }

  async #placeOf(id: string): Promise<Placed> {
    for (const n of this.view.groups.keys()) {
      const placed = this.#placed(n);
      if (placed.id === id) return placed;
    }
    const row = await this.db
      .selectFrom('incident')
      .select(['at', 'id'])
      .where('id', '=', id)
      .where(this.view.stood())
      .executeTakeFirst();
    if (!row) throw noCursor(id);
    return row;
  }

  async #called(incidents: readonly number[]): Promise<{ n: number; id: string }[]> {
    const stood = incidents.filter((n) => !this.view.groups.has(n));
    const kept =
      stood.length === 0
        ? []
        : await this.db.selectFrom('incident').select(['n', 'id', 'at']).where('n', 'in', stood).execute();
    const anew = incidents.filter((n) => this.view.groups.has(n)).map((n) => ({ n, ...this.#placed(n) }));
    return [...kept, ...anew].sort((x, y) => newerFirst(y, x));
  }
}

/** In the order of lists, the newest first. */
export const newerFirst = (x: Placed, y: Placed): number =>
  x.at === y.at ? (x.id < y.id ? 1 : x.id > y.id ? -1 : 0) : x.at < y.at ? 1 : -1;
