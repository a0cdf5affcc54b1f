import type { Summary } from '../record/incident/summary.ts';
import type { Db } from './engine.ts';
import { reportNumber } from './happening-number.ts';
import { inChunks } from './in-chunks.ts';
import type { ShownHappening, ShownWords } from './shown-happening.ts';

interface TiedPair {
  /** Claim ids of the two happenings, in the order of ids. */
  readonly a: string;
  readonly b: string;
  /** Numbers of the two, and of their incidents. */
  readonly m: number;
  readonly n: number;
  readonly one: number;
  readonly other: number;
  readonly reasons: string;
}

export interface ProposalHead extends TiedPair {
  /** Publication of the newer of the two reports; null when unknown. */
  readonly published: string | null;
}

/** Two happenings of two incidents that may be one: the strongest tie between the two. */
export interface ProposedTie {
  readonly head: ProposalHead;
  readonly a: ShownWords;
  readonly b: ShownWords;
  readonly reasons: readonly string[];
  /** The incident that was published first. */
  readonly incident: Summary;
}

/** A tie between two happenings that may be one. */
export interface OpenTie extends TiedPair {
  readonly points: number;
  /** Publication of the two reports; null when unknown. */
  readonly first: string | null;
  readonly second: string | null;
}

export const openTies = (db: Db): Promise<OpenTie[]> =>
  db
    .selectFrom('tie')
    .innerJoin('happening as x', 'x.n', 'tie.a')
    .innerJoin('happening as y', 'y.n', 'tie.b')
    .innerJoin('report as p', (join) => join.on('p.arrival', '=', reportNumber('tie.a')))
    .innerJoin('report as q', (join) => join.on('q.arrival', '=', reportNumber('tie.b')))
    .select(['tie.points', 'tie.reasons', 'x.id as a', 'y.id as b', 'x.incident as one', 'y.incident as other'])
    .select(['tie.a as m', 'tie.b as n', 'p.published as first', 'q.published as second'])
    .where('tie.open', '=', 1)
    .whereRef('x.id', '<', 'y.id')
    .execute();

/** Two incidents are asked about once, by their strongest tie, and not where somebody keeps them apart. */
export function strongestOf(ties: readonly OpenTie[], apart: ReadonlySet<string>): readonly ProposalHead[] {
  const rows = [...ties].sort((p, q) => q.points - p.points || (p.a + p.b < q.a + q.b ? -1 : 1));
  const strongest = new Map<string, OpenTie>();
  for (const row of rows) {
    const pair = pairOf(row.one, row.other);
    if (!strongest.has(pair)) strongest.set(pair, row);
  }
  return [...strongest]
    .filter(([pair]) => !apart.has(pair))
    .map(([, { points: _, first, second, ...row }]) => ({
      ...row,
      published: (first ?? '') < (second ?? '') ? second : first,
    }));
}

export async function proposalHeads(db: Db): Promise<readonly ProposalHead[]> {
  const pairs = await apartPairs(db);
  const incidents = new Map<string, number>();
  for (const some of inChunks([...new Set(pairs.flat())]))
    for (const { id, incident } of await db
      .selectFrom('part')
      .innerJoin('happening', 'happening.n', 'part.happening')
      .select(['part.id', 'happening.incident'])
      .where('part.id', 'in', some)
      .execute())
      incidents.set(id, incident);
  const apart = new Set(pairs.map(([a, b]) => pairOf(incidents.get(a) ?? -1, incidents.get(b) ?? -1)));
  return strongestOf(await openTies(db), apart);
}

export const pairOf = <T extends number | string>(a: T, b: T): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

interface Line {
  readonly summary: Summary;
  readonly at: string;
}

async function lines(db: Db, incidents: readonly number[]): Promise<ReadonlyMap<number, Line>> {
  const found = new Map<number, Line>();
  for (const some of inChunks(incidents))
    for (const { n, at, body } of await db
      .selectFrom('incident')
      .select(['n', 'at', 'body'])
      .where('n', 'in', some)
      .execute())
      found.set(n, { summary: JSON.parse(body) as Summary, at });
  return found;
}

/** `linesOf` gives the incidents of the heads; the record's own without. */
export async function proposalsAt(
  db: Db,
  heads: readonly ProposalHead[],
  linesOf: (incidents: readonly number[]) => Promise<ReadonlyMap<number, Line>> = (incidents) => lines(db, incidents),
): Promise<readonly ProposedTie[]> {
  const words = new Map<number, ShownWords>();
  for (const some of inChunks([...new Set(heads.flatMap(({ m, n }) => [m, n]))]))
    for (const { n, body } of await db.selectFrom('happening').select(['n', 'body']).where('n', 'in', some).execute())
      words.set(n, (JSON.parse(body) as ShownHappening).words);
  const incidents = await linesOf([...new Set(heads.flatMap(({ one, other }) => [one, other]))]);
  return heads.flatMap((head) => {
    const { m, n, one, other, reasons } = head;
    const [a, b, x, y] = [words.get(m), words.get(n), incidents.get(one), incidents.get(other)];
    if (!a || !b || !x || !y) return [];
    const swapped = y.at < x.at || (y.at === x.at && y.summary.id < x.summary.id);
    // the side of the incident that came first stands first
    return [
      {
        head,
        a: swapped ? b : a,
        b: swapped ? a : b,
        reasons: JSON.parse(reasons) as string[],
        incident: (swapped ? y : x).summary,
      },
    ];
  });
}

/** Pairs of events that somebody keeps apart, whichever of their reports are alike. */
export async function apartPairs(db: Db): Promise<readonly (readonly [string, string])[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('decision_target', 'decision_target.decision', 'decision.arrival')
    .leftJoin('withdrawal', 'withdrawal.decision', 'decision.arrival')
    .select(['decision_target.target', 'decision.detail'])
    .where('decision.act', '=', 'link')
    .where('withdrawal.decision', 'is', null)
    .execute();
  return rows.flatMap(({ target, detail }) => {
    const { relation, to } = JSON.parse(detail) as { relation: string; to: string };
    return relation === 'apart' ? [[target, to] as const] : [];
  });
}
