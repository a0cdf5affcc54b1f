// A decision and its place in the record's order in, the claims and entities that it changes out.
import type { Decision } from '../record/decision.ts';
import { contentOf, fold, type Held, mergedInto } from '../record/fold.ts';
import { addedBy, addedClaim, baseClaims } from './base-claims.ts';
import { decisionsByNumber, decisionsUpon, successorsOf } from './decisions-upon.ts';
import type { ClaimTable } from './tables.ts';
import type { Writing } from './writing.ts';

/** Puts a decision, already kept, into effect. */
export async function applyDecision(writing: Writing, decision: Decision): Promise<void> {
  await writing.flush();
  const touched = new Set<string>();
  if (decision.detail.act === 'withdraw')
    for (const target of await decisionsByNumber(writing.trx, numbersOf(decision.targets)))
      await setForce(writing, target, decision, touched);
  else for (const id of changedBy(decision)) touched.add(id);
  const claims = [...touched].filter((id) => !isEntity(id));
  await refold(writing, [...claims, ...(await successorsOf(writing.trx, claims))], decision.arrival);
  for (const id of touched) if (isEntity(id)) await remerge(writing, id, decision.arrival);
  await writing.flush();
}

export const isEntity = (id: string): boolean => /^(?:person|state|organisation|group|geonames|place):/.test(id);
const isPlace = (id: string): boolean => /^(?:geonames|place):/.test(id);

const NONE: ReadonlySet<string> = new Set();

const numbersOf = (ids: readonly string[]): number[] =>
  ids.flatMap((id) => (/^d\d+$/.test(id) ? Number(id.slice(1)) : []));

/** What a decision changes when it comes into force or leaves it. */
function changedBy({ targets, detail }: Decision): readonly string[] {
  switch (detail.act) {
    case 'add':
      return detail.claim === undefined ? [] : [detail.claim];
    case 'link':
    case 'comment':
    case 'withdraw':
      return [];
    default:
      return targets;
  }
}

/**
 * Takes `decision` out of force by `by`, or brings it back when it was out. A withdrawal that leaves force brings back
 * what it took, and so on down.
 */
async function setForce(writing: Writing, decision: Decision, by: Decision, touched: Set<string>): Promise<void> {
  const out = await writing.trx
    .selectFrom('withdrawal')
    .select('by')
    .where('decision', '=', decision.arrival)
    .executeTakeFirst();
  if (out) await writing.trx.deleteFrom('withdrawal').where('decision', '=', decision.arrival).execute();
  else await writing.trx.insertInto('withdrawal').values({ decision: decision.arrival, by: by.arrival }).execute();
  for (const id of changedBy(decision)) touched.add(id);
  if (decision.detail.act === 'withdraw')
    for (const target of await decisionsByNumber(writing.trx, numbersOf(decision.targets)))
      await setForce(writing, target, decision, touched);
}

async function refold(writing: Writing, ids: readonly string[], arrival: number): Promise<void> {
  const { trx } = writing;
  const bases = await baseClaims(trx, ids);
  const upon = await decisionsUpon(trx, ids, arrival);
  const ended: ClaimTable[] = [];
  const next: {
    held: Held;
    published: string | null;
    row: ClaimTable | null;
    report: number;
    reading: number | null;
  }[] = [];
  for (const id of ids) {
    const added = addedBy(id);
    const base = bases.get(id);
    const { decisions, names, same: alike } = upon.get(id) ?? { decisions: [], names: NONE, same: NONE };
    if (added !== null && !(await inForce(writing, added))) {
      if (base && base.row.until === null) ended.push(base.row);
      continue;
    }
    if (base) {
      const { claim, published, row } = base;
      if (row.until !== null && added === null) continue; // its reading was superseded: the decision is kept, nothing is held
      const held = fold(claim, decisions, names, alike);
      if (row.until === null && same(row, held)) continue;
      if (row.until === null) ended.push(row);
      next.push({ held, published, row, report: row.report, reading: row.reading });
    } else if (added !== null) {
      const [decision] = await decisionsByNumber(trx, [added]);
      const made = decision ? await addedClaim(trx, decision) : null;
      if (!made) continue;
      const report = await trx
        .selectFrom('report')
        .select('arrival')
        .where('id', '=', made.claim.report)
        .executeTakeFirstOrThrow();
      next.push({
        held: fold(made.claim, decisions, names, alike),
        published: made.published,
        row: null,
        report: report.arrival,
        reading: null,
      });
    }
  }
  await writing.close(ended, arrival);
  for (const { held, published, row, report, reading } of next) {
    await writing.meetNamed(held.claim);
    writing.open(held, arrival, {
      report,
      published,
      reading,
      content: row?.content ?? contentOf(held.claim),
      parts: null,
      superseded: row?.standing === 'superseded',
      base: row?.base ?? null,
    });
  }
}

function same(row: ClaimTable, held: Held): boolean {
  return (
    row.status === held.status &&
    row.merged_into === held.mergedInto &&
    row.review === (held.review ? 1 : 0) &&
    row.edited === held.edited.join(',') &&
    row.fields === JSON.stringify(held.claim.fields)
  );
}

async function inForce(writing: Writing, decision: number): Promise<boolean> {
  const out = await writing.trx
    .selectFrom('withdrawal')
    .select('by')
    .where('decision', '=', decision)
    .executeTakeFirst();
  return !out;
}

async function remerge(writing: Writing, id: string, arrival: number): Promise<void> {
  const upon = (await decisionsUpon(writing.trx, [id], arrival)).get(id);
  const into = upon ? mergedInto(upon.decisions, upon.names) : null;
  await writing.trx
    .updateTable(isPlace(id) ? 'place' : ('actor' as 'place'))
    .set({ merged_into: into })
    .where('id', '=', id)
    .execute();
}
