// Two readings of one report in, what the newer says otherwise out, claim by claim.
import type { Reading } from '../reading/schema.ts';
import { matchMoved } from './carry.ts';
import type { Claim } from './claim.ts';
import { claimsOf } from './claims-of.ts';
import { contentOf, sameReferences } from './fold.ts';

export interface ClaimChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** The newer reading's id; the older's for a claim that was removed. */
  readonly claim: string;
  readonly kind: string;
  readonly words: string;
  /** Fields that differ, with the older and the newer value; null when the claim was added or removed. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>> | null;
}

/** In the order of the text. Another wording of how a value was reached is no change. */
export function diffReadings(older: Reading, newer: Reading): ClaimChange[] {
  const before = new Map(claimsOf(older).claims.map((claim) => [claim.id, claim]));
  const after = claimsOf(newer).claims;
  const changes: (ClaimChange & { readonly at: number })[] = [];
  const fresh: Claim[] = [];
  const compare = (was: Claim, claim: Claim) => {
    before.delete(was.id);
    if (contentOf(was) === contentOf(claim) && sameReferences(was.fields, claim.fields)) return;
    const names = new Set([...Object.keys(was.fields), ...Object.keys(claim.fields)]);
    const fields: Record<string, [unknown, unknown]> = {};
    for (const name of names) {
      const [one, two] = [was.fields[name] ?? null, claim.fields[name] ?? null];
      if (name !== 'why' && JSON.stringify(one) !== JSON.stringify(two)) fields[name] = [one, two];
    }
    const spans = ({ evidence }: Claim) => evidence.map(({ quote }) => quote);
    if (JSON.stringify(spans(was)) !== JSON.stringify(spans(claim))) fields['words'] = [spans(was), spans(claim)];
    if (Object.keys(fields).length > 0) changes.push({ change: 'changed', ...shown(claim), fields });
  };
  for (const claim of after) {
    const was = before.get(claim.id);
    if (was) compare(was, claim);
    else fresh.push(claim);
  }
  const vanished = [...before.values()].map(({ id, kind, evidence: [{ start, end }] }) => ({ id, kind, start, end }));
  const moved = matchMoved(vanished, fresh);
  for (const claim of fresh) {
    const was = before.get(moved.get(claim.id) ?? '');
    if (was) compare(was, claim);
    else changes.push({ change: 'added', ...shown(claim), fields: null });
  }
  for (const claim of before.values()) changes.push({ change: 'removed', ...shown(claim), fields: null });
  return changes
    .sort((a, b) => a.at - b.at || (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0))
    .map(({ at: _, ...change }) => change);
}

const shown = ({ id, kind, evidence: [first] }: Claim) => ({
  claim: id,
  kind,
  words: first.quote,
  at: first.start,
});
