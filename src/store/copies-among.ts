// Reports in, which of them repeat others or are newer versions of a page out, as the record has found.
import { sql } from 'kysely';
import { before, type Printing } from '../record/copies/likely-copies.ts';
import type { Copies } from '../record/ledger/flag.ts';
import type { Db } from './engine.ts';
import { inChunks } from './in-chunks.ts';

/** Characters at the beginning of a report that credit another outlet. */
const CREDITED = 400;

/** The groups of copies that reports belong to, by number; a report that stands alone is in none. */
export async function copyGroups(db: Db, reports: readonly number[]): Promise<number[][]> {
  const origins = new Set<number>();
  for (const some of inChunks(reports))
    for (const { report, origin } of await db
      .selectFrom('copy')
      .select(['report', 'origin'])
      .where('report', 'in', some)
      .execute())
      origins.add(origin ?? report);
  const groups = new Map<number, number[]>();
  for (const some of inChunks([...origins]))
    for (const { report, origin } of await db
      .selectFrom('copy')
      .select(['report', 'origin'])
      .where('origin', 'in', some)
      .orderBy('report')
      .execute()) {
      const group = groups.get(origin as number) ?? [origin as number];
      groups.set(origin as number, group);
      group.push(report);
    }
  return [...groups.values()];
}

/** Whom a report repeats, and whose newer version it is; null for nobody. */
interface Repeated {
  readonly origin: Printing | null;
  readonly version: Printing | null;
}

/** Of the others of its group that count. */
function repeatedBy(one: Printing, list: readonly Printing[], counts: (other: Printing) => boolean): Repeated {
  let origin: Printing | null = null;
  let version: Printing | null = null;
  for (const other of list) {
    if (other === one || !counts(other) || !before(other, one)) continue;
    if (other.outlet === one.outlet && one.outlet !== '') {
      if (!version || before(version, other)) version = other;
    } else if (!origin || before(other, origin)) origin = other;
  }
  return { origin, version };
}

/**
 * Who repeats whom among the copies of reports: of each group the first to be printed is the origin, whoever came to the
 * record first; another outlet's report repeats it, the same outlet's is its next version.
 */
export async function copiesAmong(
  db: Db,
  reports: readonly number[],
  /** Which of their copies count; all without. */
  among: (reports: readonly number[]) => Promise<readonly number[]> = async (all) => all,
): Promise<Copies> {
  const groups = await copyGroups(db, reports);
  const printings = await printingsOf(db, new Set(await among(groups.flat())));
  const copyOf = new Map<string, string>();
  const versionOf = new Map<string, string>();
  for (const group of groups) {
    const list = group.flatMap((report) => printings.get(report) ?? []);
    for (const one of list) {
      const { origin, version } = repeatedBy(one, list, () => true);
      if (origin) copyOf.set(one.id, origin.id);
      if (version) versionOf.set(one.id, version.id);
    }
  }
  return { copyOf, versionOf };
}

/**
 * The reports of which it is told otherwise whom they repeat now that some others, `fresh`, are there; these among them.
 * Of those that are `alone` it is known that none is another's copy.
 */
export async function copiedAnew(
  db: Db,
  fresh: ReadonlySet<number>,
  alone: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const groups = await copyGroups(
    db,
    [...fresh].filter((report) => !alone.has(report)),
  );
  const printings = await printingsOf(db, new Set(groups.flat()));
  const changed = new Set(fresh);
  for (const group of groups) {
    const list = group.flatMap((report) => printings.get(report) ?? []);
    const came = new Set(group.filter((report) => fresh.has(report)).map((report) => printings.get(report)));
    for (const report of group) {
      const one = printings.get(report);
      // most came behind: what was printed first stays first
      if (!one || changed.has(report) || ![...came].some((other) => other && before(other, one))) continue;
      const was = repeatedBy(one, list, (other) => !came.has(other));
      const now = repeatedBy(one, list, () => true);
      if (was.origin !== now.origin || was.version !== now.version) changed.add(report);
    }
  }
  return changed;
}

async function printingsOf(db: Db, reports: ReadonlySet<number>): Promise<ReadonlyMap<number, Printing>> {
  const printings = new Map<number, Printing>();
  for (const some of inChunks([...reports]))
    for (const { arrival, id, source, published, length, text } of await db
      .selectFrom('report')
      .select([
        'arrival',
        'id',
        'source',
        'published',
        'length',
        sql<string>`substr(text, 1, ${sql.lit(CREDITED)})`.as('text'),
      ])
      .where('arrival', 'in', some)
      .execute())
      printings.set(arrival, { id, outlet: source ?? '', published: published ?? '9', text, length });
  return printings;
}
