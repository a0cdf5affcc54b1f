// A filter in, the incidents that it lets through out: page by page, newest first, from their rows.
import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Summary } from '../record/incident/summary.ts';
import { checkLimit } from './claim-queries.ts';
import type { Db } from './engine.ts';
import { namesOf } from './part-of-record.ts';
import type { Page } from './store.ts';
import type { Tables } from './tables.ts';

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

/** What `like` takes for a part of a text in lower case, whatever signs it holds. */
const partOf = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
const like = (column: string, part: string) => sql<SqlBool>`${sql.ref(column)} like ${partOf(part)} escape '\\'`;

/** Rows of incidents that a filter lets through. */
export function matching(db: Db, filter: IncidentFilter) {
  const { type, actor, place, words, from, to, flag, reports, series } = filter;
  const told = () => db.selectFrom('happening').select('incident');
  return db
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
}

/** A place in a list of incidents, newest first. */
export interface Placed {
  readonly at: string;
  readonly id: string;
}

/** Those of these rows that stand behind a place: newest first, one more than `limit` where there are more. */
export function newestOf(wanted: ReturnType<typeof matching>, after: Placed | null, limit: number) {
  return wanted
    .select(['n', 'body', 'id', 'at'])
    .$if(after !== null, (some) => some.where(sql<SqlBool>`(at, id) < (${after?.at ?? ''}, ${after?.id ?? ''})`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countOf(wanted: ReturnType<typeof matching>): Promise<number> {
  return Number((await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()).total);
}

export const noCursor = (after: string): RangeError =>
  new RangeError(`“${after.slice(0, 80)}” is no cursor of this list.`);

export async function list(db: Db, filter: IncidentFilter, { limit, after }: Page): Promise<IncidentPage> {
  checkLimit(limit);
  const wanted = matching(db, filter);
  const last =
    after === null
      ? null
      : await db.selectFrom('incident').select(['at', 'id']).where('id', '=', after).executeTakeFirst();
  if (last === undefined) throw noCursor(after ?? '');
  const rows = await newestOf(wanted, last, limit);
  return pageOf(db, rows, limit, await countOf(wanted));
}

/** Rows as a list gives them, with the names of their parties. */
export async function pageOf(
  db: Db,
  rows: readonly { readonly n: number; readonly id: string; readonly body: string }[],
  limit: number,
  total: number,
): Promise<IncidentPage> {
  const shown = rows.slice(0, limit).map(({ n, body }) => ({ n, summary: JSON.parse(body) as Summary }));
  return {
    incidents: shown,
    names: await namesOf(db, [...new Set(shown.flatMap(({ summary: { who, whom } }) => [...who, ...whom]))]),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    total,
  };
}

/** What somebody names an incident by. */
export function askedBy(id: string): {
  /** The claim whose id it is. */
  readonly claim: string;
  /** As tables print them: the beginning of the report's id and the whole of the claim's; null for another form. */
  readonly printed: { readonly report: string; readonly rest: string } | null;
  /** With what the ids of incidents that are meant begin. */
  readonly begins: string;
} {
  const [, report, rest] = /^i?(r[0-9a-f]{4,})(\.[a-z]\d+-\d+)$/.exec(id) ?? [];
  return {
    claim: id.replace(/^i(?=r)/, ''),
    printed: report === undefined || rest === undefined ? null : { report, rest },
    begins: id.startsWith('i') ? id : `i${id}`,
  };
}

/** The first five of some incidents whose ids begin so. */
export const beginning = (some: SelectQueryBuilder<Tables, 'incident', object>, begins: string) =>
  some
    .select(['n', 'id', 'at'])
    .where('id', '>=', begins)
    .where('id', '<', `${begins}~`)
    .orderBy('at')
    .orderBy('id')
    .limit(5);
