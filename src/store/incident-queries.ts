// What is asked of incidents in, what the record holds of them out: lists, flags, what may be one; read from rows, not from readings.
import { type SqlBool, sql } from 'kysely';
import type { Told } from '../record/diplomacy/told.ts';
import type { Db, Engine } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { type HeldQueries, heldQueries } from './held-queries.ts';
import { inChunks } from './in-chunks.ts';
import { type FlagHead, type FlagRow, flagHeads, flags, flagsAt } from './incident-flags.ts';
import { askedBy, beginning, type IncidentFilter, type IncidentPage, list } from './incident-list.ts';
import { type ProposalHead, type ProposedTie, proposalHeads, proposalsAt } from './incident-proposals.ts';
import { incidentsTold } from './incidents-told.ts';
import { type ChangesBetween, changesBetween } from './moment-changes.ts';
import type { KnownReports } from './moment-incidents.ts';
import { proposalHeadsThen, proposalsThen } from './moment-proposals.ts';
import { Moments } from './moments.ts';
import { namesOf, type PartOfRecord, partOfRecord } from './part-of-record.ts';
import { type DeedsAsked, deeds, plans } from './plan-queries.ts';
import type { Moment, Page } from './store.ts';

export type { DeedsAsked, FlagHead, FlagRow, IncidentFilter, IncidentPage, ProposalHead, ProposedTie };

/** A moment as what could have been known then. */
export type Knowable = Moment & { readonly mode: 'knowable' };

/** A moment behind all others. */
const NOW = '~';

export interface SourceOf {
  readonly source: string | null;
  readonly published: string | null;
}

export interface IncidentQueries extends HeldQueries {
  // a moment asks how it was then; the numbers of incidents hold for that moment
  /** Newest first. Throws RangeError for a cursor of another list. */
  list(filter: IncidentFilter, page: Page, moment?: Moment): Promise<IncidentPage>;
  /** Numbers of the incidents that an id, a claim's id, or the beginning of either names; five at most. */
  find(id: string, moment?: Moment): Promise<readonly { readonly n: number; readonly id: string }[]>;
  /** All that the reports of incidents tell, with ties and names. */
  part(incidents: readonly number[], today: number | null, moment?: Moment): Promise<PartOfRecord>;
  /** The same with all incidents that stand beside one: of the same reports, tied or linked to it. */
  around(incident: number, today: number | null, moment?: Moment): Promise<PartOfRecord>;
  /**
   * Incidents that stood otherwise at a later moment, or stand so now, than at an earlier one in the same sense; as many new
   * ones as `limit`. Throws RangeError when the later is before the earlier.
   */
  between(then: Moment, until: string | null, limit: number): Promise<ChangesBetween>;
  /** Flags of some names, in the order of their incidents, the first first. */
  flags(names: readonly string[], moment?: Moment): Promise<readonly FlagRow[]>;
  /** The same without their words, for counting and putting in order; `flagsAt` gives some of them whole, in any order. */
  flagHeads(names: readonly string[]): Promise<readonly FlagHead[]>;
  flagsAt(heads: readonly FlagHead[]): Promise<readonly FlagRow[]>;
  /** Pairs of incidents that may be one, each by its strongest tie, but for those that somebody keeps apart. */
  proposalHeads(moment?: Knowable): Promise<readonly ProposalHead[]>;
  proposalsAt(heads: readonly ProposalHead[], moment?: Knowable): Promise<readonly ProposedTie[]>;
  /** Ids of some kinds (`flag`, `meeting` …) that somebody has decided upon, comments aside. */
  settled(kinds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What reports say of meetings and promises; deeds aside. */
  plans(moment?: Moment): Promise<readonly Told[]>;
  /**
   * Deeds of some types by actors or by those of a country, told in reports from one day to another: the events of the
   * first such reports. Days are ISO; null for any.
   */
  deeds(asked: DeedsAsked, moment?: Moment): Promise<readonly Told[]>;
  /** What was known at a moment. */
  knownThen(moment: Moment): Promise<KnownReports>;
  /** Outlet and publication of reports, by id. */
  sources(reports: readonly string[]): Promise<ReadonlyMap<string, SourceOf>>;
  names(actors: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function incidentQueries({ db }: Engine, guarded: <T>(work: () => Promise<T>) => Promise<T>): IncidentQueries {
  const upTo = Number.MAX_SAFE_INTEGER;
  const part = (incidents: readonly number[], today: number | null) =>
    partOfRecord(db, { incidents, upTo, today, shown: true });
  const then = new Moments(db);
  return {
    list: (filter, page, moment) =>
      guarded(async () => (moment ? (await then.at(moment)).list(filter, page) : list(db, filter, page))),
    find: (id, moment) => guarded(async () => (moment ? (await then.at(moment)).find(id) : find(db, id))),
    part: (incidents, today, moment) =>
      guarded(async () => (moment ? (await then.at(moment)).part(incidents, today) : part(incidents, today))),
    around: (incident, today, moment) =>
      guarded(async () =>
        moment ? (await then.at(moment)).around(incident, today) : part(await beside(db, incident), today),
      ),
    between: ({ at, mode }, until, limit) =>
      guarded(async () => {
        const last = until ?? NOW;
        if (`${last}~` < `${at}~`) throw new RangeError(`“${last}” is before “${at}”.`);
        return changesBetween(await then.at({ at, mode }), await then.at({ at: last, mode }), limit);
      }),
    flags: (names, moment) => guarded(async () => (moment ? (await then.at(moment)).flags(names) : flags(db, names))),
    flagHeads: (names) => guarded(() => flagHeads(db, names)),
    flagsAt: (heads) => guarded(() => flagsAt(db, heads)),
    proposalHeads: (moment) =>
      guarded(async () => (moment ? proposalHeadsThen(await then.at(moment)) : proposalHeads(db))),
    proposalsAt: (heads, moment) =>
      guarded(async () => (moment ? proposalsThen(await then.at(moment), heads) : proposalsAt(db, heads))),
    settled: (kinds) => guarded(() => settled(db, kinds)),
    plans: (moment) => guarded(async () => (moment ? (await then.at(moment)).plans() : plans(db))),
    deeds: (asked, moment) => guarded(async () => (moment ? (await then.at(moment)).deeds(asked) : deeds(db, asked))),
    knownThen: (moment) => guarded(async () => (await then.at(moment)).known()),
    sources: (reports) => guarded(() => sources(db, reports)),
    names: (actors) => guarded(() => namesOf(db, actors)),
    ...heldQueries(db, guarded),
  };
}

async function find(db: Db, id: string): Promise<readonly { readonly n: number; readonly id: string }[]> {
  const numbered = (numbers: readonly number[]) =>
    db.selectFrom('incident').select(['n', 'id']).where('n', 'in', numbers).orderBy('at').orderBy('id').execute();
  const { claim, printed, begins } = askedBy(id);
  const own = await db
    .selectFrom('part')
    .innerJoin('happening', 'happening.n', 'part.happening')
    .select('happening.incident')
    .where('part.id', '=', claim)
    .executeTakeFirst();
  if (own) return numbered([own.incident]);
  if (printed) {
    const { report, rest } = printed;
    const some = await db
      .selectFrom('part')
      .innerJoin('happening', 'happening.n', 'part.happening')
      .select('happening.incident')
      .where('part.id', '>=', report)
      .where('part.id', '<', `${report}~`)
      .where(sql<SqlBool>`part.id like ${`%${rest}`}`)
      .limit(50)
      .execute();
    const found = await numbered(some.map(({ incident }) => incident));
    if (found.length > 0) return found.slice(0, 1);
  }
  return beginning(db.selectFrom('incident'), begins).execute();
}

/** An incident and all that its page names. */
async function beside(db: Db, incident: number): Promise<number[]> {
  const own = await db.selectFrom('happening').select('n').where('incident', '=', incident).execute();
  const found = new Set([incident]);
  const add = (rows: readonly { readonly incident: number }[]) => {
    for (const one of rows) found.add(one.incident);
  };
  const reports = [...new Set(own.map(({ n }) => reportOfHappening(n)))];
  for (const incident of await incidentsTold(db, reports)) found.add(incident);
  for (const some of inChunks(own.map(({ n }) => n)))
    add(
      await db
        .selectFrom('tie')
        .innerJoin('happening', 'happening.n', 'tie.b')
        .select('happening.incident')
        .where('tie.a', 'in', some)
        .where('tie.open', '=', 1)
        .execute(),
    );
  // what people have linked to it: both ends are noted upon its reports
  for (const some of inChunks(reports)) {
    const rows = await db
      .selectFrom('upon')
      .innerJoin('decision', 'decision.arrival', 'upon.decision')
      .leftJoin('withdrawal', 'withdrawal.decision', 'upon.decision')
      .innerJoin('decision_target', 'decision_target.decision', 'upon.decision')
      .select(['decision_target.target', 'decision.detail'])
      .where('upon.report', 'in', some)
      .where('decision.act', '=', 'link')
      .where('withdrawal.decision', 'is', null)
      .execute();
    const ids = [...new Set(rows.flatMap(({ target, detail }) => [target, (JSON.parse(detail) as { to: string }).to]))];
    for (const those of inChunks(ids))
      add(
        await db
          .selectFrom('part')
          .innerJoin('happening', 'happening.n', 'part.happening')
          .select('happening.incident')
          .where('part.id', 'in', those)
          .execute(),
      );
  }
  return [...found];
}

async function settled(db: Db, kinds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const kind of kinds)
    for (const { target } of await db
      .selectFrom('decision_target')
      .innerJoin('decision', 'decision.arrival', 'decision_target.decision')
      .leftJoin('withdrawal', 'withdrawal.decision', 'decision_target.decision')
      .select('decision_target.target')
      .where('decision_target.target', '>=', `${kind}:`)
      .where('decision_target.target', '<', `${kind};`) // the sign behind the colon
      .where('decision.act', 'not in', ['comment', 'withdraw'])
      .where('withdrawal.decision', 'is', null)
      .execute())
      found.add(target);
  return found;
}

async function sources(db: Db, reports: readonly string[]): Promise<ReadonlyMap<string, SourceOf>> {
  const found = new Map<string, SourceOf>();
  for (const some of inChunks([...new Set(reports)]))
    for (const { id, source, published } of await db
      .selectFrom('report')
      .select(['id', 'source', 'published'])
      .where('id', 'in', some)
      .execute())
      found.set(id, { source, published });
  return found;
}
