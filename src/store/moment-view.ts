// A moment in, how the record's incidents stood then out: those that stand as they do now, and the few others grouped anew.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reading } from '../reading/schema.ts';
import type { Decision } from '../record/decision.ts';
import { type Likeness, RETOLD } from '../record/incident/groups.ts';
import { order } from '../record/incident/incident-index.ts';
import { breathe } from './breath.ts';
import { compare } from './compare-reports.ts';
import { copiesAmong, copyGroups } from './copies-among.ts';
import type { Db } from './engine.ts';
import { type Entry, happeningRange, placeOfHappening, reportOfHappening } from './gist.ts';
import { GroupingCache, type Looking } from './gists.ts';
import { type GroupSource, groupAnew, recordSource } from './group-anew.ts';
import { HeldCache, type HeldReadings, heldReadings, standingUpon } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import { incidentsTold } from './incidents-told.ts';
import { ReadThen } from './moment-reports.ts';
import { type Member, membersOf, type PartSource, type Tied, tiesOf } from './part-of-record.ts';
import type { Moment } from './store.ts';
import { tellingsAnew } from './tellings.ts';
import { type KeptTie, RETELLS } from './ties.ts';

/** Happenings whose reports, and reports whose readings, are unpacked between two rests. */
const TOGETHER = 100;
const UNPACKED = 25;

/** The columns of a report that say when it was known, and of an incident that say when all its reports were. */
const COLUMNS = {
  knowable: { known: 'published', first: 'at', last: 'last' },
  held: { known: 'added', first: 'came', last: 'came_last' },
} as const;

/**
 * The record as it was known at a moment. An incident whose reports were all known then is what its row says, one of which
 * none was is not there. Those of which some were, and those whose reports were read or decided upon otherwise, are grouped
 * anew with what they are tied to, as a new report is. A day counts whole: what is compared is as much of a date as is given.
 */
export class MomentView implements PartSource {
  readonly mode: Moment['mode'];
  /** Before this all was known. */
  readonly end: string;
  /** Incidents that stood otherwise though all their reports were known. */
  readonly out = new Set<number>();
  /** Incidents as they stood then and do not now, by the number of their first happening. */
  readonly groups = new Map<number, readonly Entry[]>();
  readonly #db: Db;
  readonly #looking: Looking;
  readonly #groupOf = new Map<number, number>();
  readonly #known = new Map<number, boolean>();
  /** Ties of what was read otherwise. */
  readonly #ties = new Map<number, Map<number, Likeness>>();
  /** By the number of a happening, that of the one that stood for it then and does not now. */
  #follows: ReadonlyMap<number, number> = new Map();
  /** Reports that were read, or decided upon, otherwise than now. */
  readonly readThen: ReadThen;
  readonly #held = new HeldCache();

  private constructor(db: Db, mode: Moment['mode'], end: string, readThen: ReadThen) {
    this.#db = db;
    this.#looking = { trx: db, grouped: new GroupingCache(), rest: breathe };
    this.mode = mode;
    this.end = end;
    this.readThen = readThen;
  }

  static async of(db: Db, { at, mode }: Moment): Promise<MomentView> {
    const end = `${at}~`;
    const readThen = mode === 'held' ? await ReadThen.before(db, end) : ReadThen.none(db);
    const view = new MomentView(db, mode, end, readThen);
    const parted = await view.#parted();
    const told = new Set(await incidentsTold(db, readThen.reports()));
    const happenings = await view.#readOtherwise(new Set([...parted, ...told]));
    const changed = new Set([...told, ...(await view.#copiedLater())]);
    for (const n of changed) if (!parted.includes(n)) view.out.add(n);
    await view.#group(new Set(parted), changed, happenings);
    // what the whole took is not needed for its parts
    view.#looking.grouped.clear();
    return view;
  }

  /** The column of `incident` that says before which moment not all of its reports were known. */
  get last(): 'last' | 'came_last' {
    return COLUMNS[this.mode].last;
  }

  /** The column of `dated` that says when a report was known. */
  get knownBy(): 'dated.published' | 'dated.added' {
    return `dated.${COLUMNS[this.mode].known}`;
  }

  /** Holds of the rows of `incident` that say what was known. */
  stood(): RawBuilder<SqlBool> {
    const last = sql.ref(`incident.${this.last}`);
    // lists are read in the order of `at`: what was published later is not looked at
    const among = this.mode === 'knowable' ? sql`incident.at < ${this.end} and ` : sql``;
    const otherwise = sql.join([-1, ...this.out].map((n) => sql.lit(n)));
    return sql<SqlBool>`(${among}${last} < ${this.end} and incident.n not in (${otherwise}))`;
  }

  /** Which of these reports were known. */
  readonly known = async (reports: readonly number[]): Promise<readonly number[]> => {
    const missing = [...new Set(reports)].filter((report) => !this.#known.has(report));
    for (const some of inChunks(missing))
      for (const { report, at } of await this.#db
        .selectFrom('dated')
        .select(['report', `${COLUMNS[this.mode].known} as at`])
        .where('report', 'in', some)
        .execute())
        this.#known.set(report, at < this.end);
    return reports.filter((report) => this.#known.get(report) === true);
  };

  /** Reports that were known, and what was said in them. */
  async counted(): Promise<{ readonly reports: number; readonly statements: number }> {
    const known = COLUMNS[this.mode].known;
    const all = await this.#db
      .selectFrom('dated')
      .select([sql<number>`count(*)`.as('reports'), sql<number>`coalesce(sum(said), 0)`.as('said')])
      .where(known, '<', this.end)
      .executeTakeFirstOrThrow();
    let otherwise = 0;
    for (const some of inChunks(this.readThen.reports())) {
      const { said } = await this.#db
        .selectFrom('dated')
        .select(sql<number>`coalesce(sum(said), 0)`.as('said'))
        .where('report', 'in', some)
        .executeTakeFirstOrThrow();
      otherwise += Number(said);
    }
    return { reports: Number(all.reports), statements: Number(all.said) - otherwise + this.readThen.said };
  }

  /** The incident that each of these happenings stood in; left out where it was not known. */
  async incidentsOf(happenings: readonly number[]): Promise<Map<number, number>> {
    const found = new Map<number, number>();
    const others: number[] = [];
    for (const n of happenings) {
      const group = this.#groupOf.get(n);
      if (group !== undefined) found.set(n, group);
      else if (!this.readThen.has(reportOfHappening(n))) others.push(n);
    }
    for (const some of inChunks(others))
      for (const { n, incident } of await this.#db
        .selectFrom('happening')
        .innerJoin('incident', 'incident.n', 'happening.incident')
        .select(['happening.n', 'happening.incident'])
        .where('happening.n', 'in', some)
        .where(this.stood())
        .execute())
        found.set(n, incident);
    return found;
  }

  /** The happenings of reports, in their order, by number. */
  async happeningsOf(reports: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (const report of reports) {
      const fresh = this.readThen.gistOf(report);
      if (fresh) found.push(...fresh.happenings.map(({ n }) => n));
      else {
        const [first, end] = happeningRange(report);
        for (const { n } of await this.#db
          .selectFrom('happening')
          .select('n')
          .where('n', '>=', first)
          .where('n', '<', end)
          .orderBy('n')
          .execute())
          found.push(n);
      }
    }
    return found;
  }

  /** Numbers of happenings by ids of their events; those of reports that were read otherwise as they were. */
  async happeningsCalled(ids: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const some of inChunks(ids))
      for (const { id, happening } of await this.#db.selectFrom('part').selectAll().where('id', 'in', some).execute())
        if (!this.readThen.has(reportOfHappening(happening))) found.set(id, happening);
    for (const id of ids) {
      const n = this.readThen.called(id);
      if (n !== undefined) found.set(id, n);
    }
    return found;
  }

  /** Of happenings whose events' ids begin and end so, some. */
  async happeningsLike(begins: string, ends: string): Promise<number[]> {
    const rows = await this.#db
      .selectFrom('part')
      .select('happening')
      .where('id', '>=', begins)
      .where('id', '<', `${begins}~`)
      .where(sql<SqlBool>`id like ${`%${ends}`}`)
      .limit(50)
      .execute();
    return [...rows.map(({ happening }) => happening), ...this.readThen.calledLike(begins, ends)];
  }

  async members(incidents: readonly number[]): Promise<readonly Member[]> {
    const [anew, others] = [incidents.filter((n) => this.groups.has(n)), incidents.filter((n) => !this.groups.has(n))];
    return [
      ...(await membersOf(this.#db, others)),
      ...anew.flatMap((incident) =>
        (this.groups.get(incident) ?? []).map(({ n, told }) => ({ n, id: told.id, incident })),
      ),
    ];
  }

  async readings(reports: readonly number[]): Promise<HeldReadings> {
    const standing = await this.standing(reports);
    const others = reports.filter((report) => !this.readThen.has(report));
    const settled = await heldReadings(this.#db, [], Number.MAX_SAFE_INTEGER, this.#held, standing);
    const readings = new Map<number, Reading>();
    for (let from = 0; from < others.length; from += UNPACKED) {
      const some = others.slice(from, from + UNPACKED);
      const held = await heldReadings(this.#db, some, Number.MAX_SAFE_INTEGER, this.#held, standing);
      for (const [report, reading] of held.readings) readings.set(report, reading);
    }
    for (const [report, reading] of await this.readThen.readings(reports, this.#held)) readings.set(report, reading);
    return { ...settled, readings };
  }

  readonly rest = breathe;

  /** Forgets the readings that it has at hand. */
  forget(): void {
    this.#held.clear();
  }

  /** Decisions in force then upon reports, in their order. */
  async standing(reports: readonly number[]): Promise<readonly Decision[]> {
    const now = await standingUpon(
      this.#db,
      reports.filter((report) => !this.readThen.has(report)),
    );
    const all = new Map([...now, ...this.readThen.standing].map((one) => [one.arrival, one]));
    return [...all.values()].sort((a, b) => a.arrival - b.arrival);
  }

  async ties(members: readonly Member[]): Promise<ReadonlyMap<string, readonly Tied[]>> {
    const plain = members.filter(({ n }) => !this.readThen.has(reportOfHappening(n)));
    const kept = await tiesOf(this.#db, plain);
    const known = new Set(await this.known([...kept.values()].flat().map(([, , n]) => reportOfHappening(n))));
    const found = new Map<string, readonly Tied[]>();
    const ids = new Map<number, string>();
    const missing: number[] = [];
    for (const n of new Set(members.flatMap((member) => [...(this.#ties.get(member.n)?.keys() ?? [])]))) {
      const then = this.readThen.gistOf(reportOfHappening(n))?.happenings[placeOfHappening(n)];
      if (then) ids.set(n, then.told.id);
      else missing.push(n);
    }
    for (const some of inChunks(missing))
      for (const { n, id } of await this.#db
        .selectFrom('happening')
        .select(['n', 'id'])
        .where('n', 'in', some)
        .execute())
        ids.set(n, id);
    for (const { n, id } of members)
      found.set(id, [
        ...(kept.get(id) ?? []).filter(([, , other]) => this.#asNow(other, known) && this.#stoodTied(n, other)),
        ...[...(this.#ties.get(n) ?? [])].map(([other, tie]) => [ids.get(other) as string, tie, other] as const),
      ]);
    return found;
  }

  copies(reports: readonly number[]) {
    return copiesAmong(this.#db, reports, this.known);
  }

  /** Whether a happening was known, as it is read now. */
  #asNow(n: number, known: ReadonlySet<number>): boolean {
    const report = reportOfHappening(n);
    return known.has(report) && !this.readThen.has(report);
  }

  /** Incidents of whose reports some were known and some not. */
  async #parted(): Promise<number[]> {
    const { first, last } = COLUMNS[this.mode];
    const rows = await this.#db
      .selectFrom('incident')
      .select('n')
      .where(first, '<', this.end)
      .where(last, '>=', this.end)
      .whereRef(last, '>', first)
      .execute();
    return rows.map(({ n }) => n);
  }

  /** Incidents with reports whose copies came later: who repeats whom was otherwise. */
  async #copiedLater(): Promise<number[]> {
    const known = COLUMNS[this.mode].known;
    const rows = await this.#db
      .selectFrom('copy')
      .innerJoin('dated as mine', 'mine.report', 'copy.report')
      .innerJoin('dated as first', 'first.report', 'copy.origin')
      .select('copy.origin')
      .distinct()
      .where(sql<SqlBool>`(${sql.ref(`mine.${known}`)} < ${this.end}) <> (${sql.ref(`first.${known}`)} < ${this.end})`)
      .execute();
    const groups = await copyGroups(
      this.#db,
      rows.map(({ origin }) => origin as number),
    );
    return [...(await incidentsTold(this.#db, await this.known(groups.flat())))];
  }

  /**
   * What was read otherwise then is compared with all that was known; so is what stood then for others told in the same
   * words, where the one that does now was not known. Gives the happenings that were read otherwise; `incidents` are those
   * in which any of this stands now.
   */
  async #readOtherwise(incidents: ReadonlySet<number>): Promise<ReadonlySet<number>> {
    const gists = this.readThen.gists();
    const told = await tellingsAnew(this.#looking, {
      fresh: gists,
      orphans: await this.#orphans([...incidents]),
      pairs: this.readThen.pairs,
      counts: this.#allAsNow,
    });
    this.#follows = told.follows;
    const compared = await compare(this.#looking, told.leading, this.readThen, this.readThen.pairs);
    const known = new Set(
      await this.known(compared.flatMap(({ a, b }) => [reportOfHappening(a), reportOfHappening(b)])),
    );
    const tie = (a: number, b: number, likeness: Likeness) => {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const row = this.#ties.get(from) ?? new Map<number, Likeness>();
        this.#ties.set(from, row.set(to, likeness));
      }
    };
    for (const { a, b, likeness } of compared)
      if (known.has(reportOfHappening(a)) && known.has(reportOfHappening(b)) && !told.follows.has(b))
        tie(a, b, likeness);
    for (const [n, first] of told.follows) tie(n, first, RETOLD);
    return new Set(gists.flatMap((gist) => gist.happenings.map(({ n }) => n)));
  }

  /** Happenings of incidents that were known and for which now stands one that was not, or was read otherwise. */
  async #orphans(incidents: readonly number[]): Promise<number[]> {
    const record = recordSource(this.#looking);
    const members = await this.#allAsNow([...(await record.membersOf(incidents)).keys()]);
    const leaders = new Map<number, number>();
    for (const some of inChunks([...members]))
      for (const { a, b } of await this.#db
        .selectFrom('tie')
        .select(['a', 'b'])
        .where('a', 'in', some)
        .where('open', '=', RETELLS)
        .execute())
        leaders.set(a, b);
    const there = await this.#allAsNow([...leaders.values()]);
    return [...leaders].flatMap(([n, leader]) => (there.has(leader) ? [] : [n]));
  }

  /** Of these happenings, those that were known, as they are read now. */
  readonly #allAsNow = async (happenings: readonly number[]): Promise<ReadonlySet<number>> => {
    const known = new Set(await this.known(happenings.map(reportOfHappening)));
    return new Set(happenings.filter((n) => this.#asNow(n, known)));
  };

  /** Whether a tie that the record has now stood then, where both that it ties were known as they are read now. */
  #stoodTied(a: number, b: number): boolean {
    return !this.#follows.has(a) && !this.#follows.has(b);
  }

  async #group(parted: ReadonlySet<number>, changed: ReadonlySet<number>, fresh: ReadonlySet<number>): Promise<void> {
    const source = this.#source();
    const start = new Set([...(await source.membersOf([...parted, ...changed])).keys(), ...fresh]);
    const { groups, before } = await groupAnew(source, start, fresh);
    for (const incident of before.values()) if (!parted.has(incident)) this.out.add(incident);
    const entries = new Map<number, Entry>();
    await source.loadEntries(
      groups.flatMap(({ members }) => members),
      entries,
    );
    for (const { members } of groups) {
      const sorted = members.map((n) => entries.get(n) as Entry).sort((x, y) => order(x.told, y.told));
      const incident = (sorted[0] as Entry).n;
      this.groups.set(incident, sorted);
      for (const { n } of sorted) this.#groupOf.set(n, incident);
    }
  }

  /** What was known, of the record as it is and of what is read as it was. */
  #source(): GroupSource {
    const record = recordSource(this.#looking);
    const asNow = async (found: ReadonlyMap<number, number>) => {
      const known = new Set(await this.known([...found.keys()].map(reportOfHappening)));
      return new Map([...found].filter(([n]) => this.#asNow(n, known)));
    };
    return {
      loadTies: async (happenings, ties) => {
        const missing = [...happenings].filter((n) => !ties.has(n));
        await record.loadTies(missing, ties);
        const others = missing.flatMap((n) => [...(ties.get(n)?.keys() ?? [])]);
        const known = new Set(await this.known(others.map(reportOfHappening)));
        for (const n of missing) {
          const kept = this.readThen.has(reportOfHappening(n)) ? [] : [...(ties.get(n) ?? [])];
          const then = [...(this.#ties.get(n) ?? [])].map(([to, { points }]): [number, KeptTie] => [
            to,
            { points, open: false, retells: this.#follows.get(n) === to },
          ]);
          const stood = kept.filter(([other]) => this.#asNow(other, known) && this.#stoodTied(n, other));
          ties.set(n, new Map([...stood, ...then]));
        }
      },
      incidentsOf: async (happenings) =>
        record.incidentsOf(happenings.filter((n) => !this.readThen.has(reportOfHappening(n)))),
      membersOf: async (incidents) => asNow(await record.membersOf(incidents)),
      loadEntries: async (happenings, entries) => {
        const others: number[] = [];
        for (const n of happenings) {
          const then = this.readThen.gistOf(reportOfHappening(n))?.happenings[placeOfHappening(n)];
          if (then) entries.set(n, then);
          else others.push(n);
        }
        // unpacking is work: some at a time
        for (let from = 0; from < others.length; from += TOGETHER)
          await record.loadEntries(others.slice(from, from + TOGETHER), entries);
      },
      rest: breathe,
    };
  }
}
