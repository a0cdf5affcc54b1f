// What is asked of incidents in, what the record holds of them out: lists, flags, what may be one; read from rows, not from readings.
import { type SqlBool, sql } from 'kysely';
import { type Told, toldIn } from '../record/diplomacy/told.ts';
import type { Summary } from '../record/incident/summary.ts';
import { checkLimit } from './claim-queries.ts';
import type { Db, Engine } from './engine.ts';
import { happeningRange, reportOfHappening } from './gist.ts';
import { type HeldQueries, heldQueries } from './held-queries.ts';
import { heldReadings } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import { type FlagHead, type FlagRow, flagHeads, flags, flagsAt } from './incident-flags.ts';
import { type ProposalHead, type ProposedTie, proposalHeads, proposalsAt } from './incident-proposals.ts';
import { namesOf, type PartOfRecord, partOfRecord } from './part-of-record.ts';
import type { Page } from './store.ts';

export type { FlagHead, FlagRow, ProposalHead, ProposedTie };

export interface IncidentFilter {
  readonly type?: string;
  /** Part of the name of a party. */
  readonly actor?: string;
  /** Part of the name of the place. */
  readonly place?: string;
  /** Words of the clauses that tell it. */
  readonly words?: string;
  readonly from?: string;
  readonly to?: string;
  /** Name of a flag. */
  readonly flag?: string;
  /** Reports that tell it, at least. */
  readonly reports?: number;
  /** Only those with such a series of figures. */
  readonly series?: { readonly measure?: string; readonly group?: string; readonly by?: string };
}

export interface IncidentPage {
  readonly incidents: readonly { readonly n: number; readonly summary: Summary }[];
  /** What the parties of these are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly next: string | null;
  readonly total: number;
}

export interface DeedsAsked {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly country: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Reports at most. */
  readonly limit: number;
}

export interface SourceOf {
  readonly source: string | null;
  readonly published: string | null;
}

export interface IncidentQueries extends HeldQueries {
  /** Newest first. Throws RangeError for a cursor of another list. */
  list(filter: IncidentFilter, page: Page): Promise<IncidentPage>;
  /** Numbers of the incidents that an id, a claim's id, or the beginning of either names; five at most. */
  find(id: string): Promise<readonly { readonly n: number; readonly id: string }[]>;
  /** All that the reports of incidents tell, with ties and names. */
  part(incidents: readonly number[], today: number | null): Promise<PartOfRecord>;
  /** The same with all incidents that stand beside one: of the same reports, tied or linked to it. */
  around(incident: number, today: number | null): Promise<PartOfRecord>;
  /** Flags of some names, in the order of their incidents, the first first. */
  flags(names: readonly string[]): Promise<readonly FlagRow[]>;
  /** The same without their words, for counting and putting in order; `flagsAt` gives some of them whole, in any order. */
  flagHeads(names: readonly string[]): Promise<readonly FlagHead[]>;
  flagsAt(heads: readonly FlagHead[]): Promise<readonly FlagRow[]>;
  /** Pairs of incidents that may be one, each by its strongest tie, but for those that somebody keeps apart. */
  proposalHeads(): Promise<readonly ProposalHead[]>;
  proposalsAt(heads: readonly ProposalHead[]): Promise<readonly ProposedTie[]>;
  /** Ids of some kinds (`flag`, `meeting` …) that somebody has decided upon, comments aside. */
  settled(kinds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What reports say of meetings and promises; deeds aside. */
  plans(): Promise<readonly Told[]>;
  /**
   * Deeds of some types by actors or by those of a country, told in reports from one day to another: the events of the
   * first such reports. Days are ISO; null for any.
   */
  deeds(asked: DeedsAsked): Promise<readonly Told[]>;
  /** Outlet and publication of reports, by id. */
  sources(reports: readonly string[]): Promise<ReadonlyMap<string, SourceOf>>;
  names(actors: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function incidentQueries({ db }: Engine, guarded: <T>(work: () => Promise<T>) => Promise<T>): IncidentQueries {
  const upTo = Number.MAX_SAFE_INTEGER;
  const part = (incidents: readonly number[], today: number | null) =>
    partOfRecord(db, { incidents, upTo, today, shown: true });
  return {
    list: (filter, page) => guarded(() => list(db, filter, page)),
    find: (id) => guarded(() => find(db, id)),
    part: (incidents, today) => guarded(() => part(incidents, today)),
    around: (incident, today) => guarded(async () => part(await beside(db, incident), today)),
    flags: (names) => guarded(() => flags(db, names)),
    flagHeads: (names) => guarded(() => flagHeads(db, names)),
    flagsAt: (heads) => guarded(() => flagsAt(db, heads)),
    proposalHeads: () => guarded(() => proposalHeads(db)),
    proposalsAt: (heads) => guarded(() => proposalsAt(db, heads)),
    settled: (kinds) => guarded(() => settled(db, kinds)),
    plans: () => guarded(() => plans(db)),
    deeds: (asked) => guarded(() => deeds(db, asked)),
    sources: (reports) => guarded(() => sources(db, reports)),
    names: (actors) => guarded(() => namesOf(db, actors)),
    ...heldQueries(db, guarded),
  };
}

/** What `like` takes for a part of a text in lower case, whatever signs it holds. */
const partOf = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
const like = (column: string, part: string) => sql<SqlBool>`${sql.ref(column)} like ${partOf(part)} escape '\\'`;

async function list(db: Db, filter: IncidentFilter, { limit, after }: Page): Promise<IncidentPage> {
  checkLimit(limit);
  const { type, actor, place, words, from, to, flag, reports, series } = filter;
  const told = () => db.selectFrom('happening').select('incident');
  const wanted = db
    .selectFrom('incident')
    .$if(type !== undefined, (some) => some.where('n', 'in', told().where('type', '=', (type ?? '').toUpperCase())))
    .$if(place !== undefined, (some) => some.where('n', 'in', told().where(like('place', place ?? ''))))
    .$if(words !== undefined, (some) => some.where('n', 'in', told().where(like('clause', words ?? ''))))
    .$if(actor !== undefined, (some) =>
      some.where(
        'n',
        'in',
        db
          .selectFrom('actor')
          .innerJoin('concern', 'concern.actor', 'actor.id')
          .innerJoin('happening', 'happening.n', 'concern.happening')
          .select('happening.incident')
          .where(sql<SqlBool>`lower(actor.name) like ${partOf(actor ?? '')} escape '\\'`),
      ),
    )
    .$if(from !== undefined, (some) => some.where('day_to', '>=', from ?? ''))
    .$if(to !== undefined, (some) => some.where('day_from', '<=', to ?? ''))
    .$if(flag !== undefined, (some) =>
      some.where(
        'n',
        'in',
        db
          .selectFrom('flag')
          .select('incident')
          .where('name', '=', (flag ?? '').toUpperCase()),
      ),
    )
    .$if((reports ?? 1) > 1, (some) => some.where('reports', '>=', reports ?? 1))
    .$if(series !== undefined, (some) =>
      some.where(
        'n',
        'in',
        db
          .selectFrom('series')
          .select('incident')
          .$if(series?.measure !== undefined, (of) => of.where('measure', '=', series?.measure ?? ''))
          .$if(series?.group !== undefined, (of) => of.where('people', '=', series?.group ?? ''))
          .$if(series?.by !== undefined, (of) => of.where(like('speakers', series?.by ?? ''))),
      ),
    );
  let page = wanted
    .select(['n', 'body', 'id'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== null) {
    const last = await db.selectFrom('incident').select(['at', 'id']).where('id', '=', after).executeTakeFirst();
    if (!last) throw new RangeError(`“${after.slice(0, 80)}” is no cursor of this list.`);
    page = page.where(sql<SqlBool>`(at, id) < (${last.at}, ${last.id})`);
  }
  const rows = await page.execute();
  const { total } = await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit).map(({ n, body }) => ({ n, summary: JSON.parse(body) as Summary }));
  return {
    incidents: shown,
    names: await namesOf(db, [...new Set(shown.flatMap(({ summary: { who, whom } }) => [...who, ...whom]))]),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    total: Number(total),
  };
}

async function find(db: Db, id: string): Promise<readonly { readonly n: number; readonly id: string }[]> {
  const numbered = (numbers: readonly number[]) =>
    db.selectFrom('incident').select(['n', 'id']).where('n', 'in', numbers).orderBy('at').orderBy('id').execute();
  const claim = id.replace(/^i(?=r)/, '');
  const own = await db
    .selectFrom('part')
    .innerJoin('happening', 'happening.n', 'part.happening')
    .select('happening.incident')
    .where('part.id', '=', claim)
    .executeTakeFirst();
  if (own) return numbered([own.incident]);
  // as tables print them: the beginning of the report's id and the whole of the claim's
  const [, report, rest] = /^i?(r[0-9a-f]{4,})(\.[a-z]\d+-\d+)$/.exec(id) ?? [];
  if (report !== undefined && rest !== undefined) {
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
  const begins = id.startsWith('i') ? id : `i${id}`;
  return db
    .selectFrom('incident')
    .select(['n', 'id'])
    .where('id', '>=', begins)
    .where('id', '<', `${begins}~`)
    .orderBy('at')
    .orderBy('id')
    .limit(5)
    .execute();
}

/** An incident and all that its page names. */
async function beside(db: Db, incident: number): Promise<number[]> {
  const own = await db.selectFrom('happening').select('n').where('incident', '=', incident).execute();
  const found = new Set([incident]);
  const add = (rows: readonly { readonly incident: number }[]) => {
    for (const one of rows) found.add(one.incident);
  };
  const reports = [...new Set(own.map(({ n }) => reportOfHappening(n)))];
  for (const report of reports) {
    const [first, end] = happeningRange(report);
    add(await db.selectFrom('happening').select('incident').where('n', '>=', first).where('n', '<', end).execute());
  }
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

async function plans(db: Db): Promise<readonly Told[]> {
  const rows = await db.selectFrom('plan').select('body').orderBy('n').execute();
  return rows.map(({ body }) => JSON.parse(body) as Told);
}

async function deeds(db: Db, { types, actors, country, from, to, limit }: DeedsAsked): Promise<readonly Told[]> {
  if (types.length === 0) return [];
  const rows = await db
    .selectFrom('concern')
    .select(['at', 'happening'])
    .where((of) =>
      of.or([
        ...(actors.length > 0 ? [of('actor', 'in', actors)] : []),
        ...(country === null
          ? []
          : [of('actor', 'in', of.selectFrom('actor').select('id').where('country', '=', country))]),
      ]),
    )
    .where('type', 'in', types)
    .$if(from !== null, (some) => some.where('at', '>=', from ?? ''))
    .$if(to !== null, (some) => some.where('at', '<=', to ?? ''))
    .orderBy('at')
    .orderBy('happening')
    .limit(limit * 4)
    .execute();
  const reports = [...new Set(rows.map(({ happening }) => reportOfHappening(happening)))].slice(0, limit);
  const { readings } = await heldReadings(db, reports, Number.MAX_SAFE_INTEGER);
  return [...readings.values()].flatMap(toldIn);
}
