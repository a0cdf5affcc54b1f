// The claims of a report's former version and those of its new one in, which continue one that is decided upon out.
import { matchVersions } from '../record/carry.ts';
import type { Claim } from '../record/claim.ts';
import { contentOf, wordingOf } from '../record/fold.ts';
import { addedBy, baseClaims } from './base-claims.ts';
import { decisionsUpon } from './decisions-upon.ts';
import type { ClaimTable } from './tables.ts';
import type { Writing } from './writing.ts';

/**
 * Notes which claims of a new version say what was decided upon in the one before, so that the decisions stay with them;
 * gives their ids. What somebody added by hand stays with the version whose words it was taken from.
 */
export async function carryVersions(
  writing: Writing,
  before: readonly ClaimTable[],
  claims: readonly Claim[],
  arrival: number,
): Promise<ReadonlySet<string>> {
  const read = before.filter(({ id }) => addedBy(id) === null).map(({ id }) => id);
  const decided = await decisionsUpon(writing.trx, read, arrival);
  if (decided.size === 0) return new Set();
  const former = await baseClaims(writing.trx, [...decided.keys()]);
  const moved = matchVersions(
    [...former.values()].map(({ claim }) => claim),
    claims,
  );
  for (const [id, old] of moved) {
    const [claim, base] = [claims.find((one) => one.id === id), former.get(old)];
    if (!claim || !base) continue;
    const alike = wordingOf(claim) === wordingOf(base.claim);
    const now = contentOf(claim);
    const rows = [{ id, former: old, same: alike ? `${base.row.content}=${now}` : null }];
    // the version before may itself continue an older one
    for (const { former: older, same } of await writing.trx
      .selectFrom('carried')
      .selectAll()
      .where('id', '=', old)
      .orderBy('former')
      .execute()) {
      const [first, last] = same?.split('=') ?? [];
      rows.push({ id, former: older, same: alike && last === base.row.content ? `${first}=${now}` : null });
    }
    await writing.trx
      .insertInto('carried')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return new Set(moved.keys());
}
