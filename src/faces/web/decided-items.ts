// What a reading lists and the record's claims upon its report in, the items with what people decided and added out.
import type { Claim } from './api.ts';
import { FORM, type FormKind, textsOf } from './claim-values.ts';
import type { Fact, Item, ItemKind } from './items.ts';

const KINDS: ReadonlySet<string> = new Set<ItemKind>(['event', 'statement', 'figure']);

export function decidedItems(items: readonly Item[], claims: readonly Claim[]): readonly Item[] {
  if (claims.length === 0) return items;
  const byWords = new Map<string, Claim[]>();
  // a second claim on the same words has a longer id, and comes second in the reading too
  for (const claim of [...claims].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))) {
    const first = claim.evidence[0];
    if (!first || claim.reader === null) continue;
    const key = `${claim.kind} ${first.start} ${first.end}`;
    byWords.set(key, [...(byWords.get(key) ?? []), claim]);
  }
  const decided = items.map((item) => {
    const first = item.spans[0];
    if (!first || !KINDS.has(item.kind)) return item;
    const claim = byWords.get(`${item.kind} ${first.start} ${first.end}`)?.shift();
    if (!claim) return item;
    return { ...item, claim: claim.id, status: claim.status, facts: [...item.facts, ...editedFacts(claim)] };
  });
  const added = claims
    .filter((claim) => claim.reader === null && KINDS.has(claim.kind))
    .map((claim): Item => {
      const texts = textsOf(claim.kind as FormKind, claim);
      return {
        key: /\.(d\d+)$/.exec(claim.id)?.[1] ?? claim.id,
        kind: claim.kind as ItemKind,
        title: titleOf(claim, texts),
        facts: [
          ...FORM[claim.kind as FormKind].flatMap(({ name, label }) =>
            texts[name] ? [{ label: label.replace(/:.*/, '').toLowerCase(), value: texts[name] }] : [],
          ),
          { label: 'added', value: 'by a person' },
        ],
        spans: claim.evidence.map(({ start, end, quote }) => ({ start, end, text: quote })),
        claim: claim.id,
        status: claim.status,
      };
    });
  return added.length === 0 ? decided : [...decided, ...added];
}

function titleOf({ kind, type }: Claim, texts: Readonly<Record<string, string>>): string {
  if (kind === 'statement') return texts['speaker'] || 'Nobody named';
  if (kind === 'event') return `${type}${texts['mode'] ? ` · ${texts['mode']}` : ''}`;
  const { low, best, high } = texts;
  return `${type} ${best || (low && high && low !== high ? `${low} to ${high}` : low || high) || ''}`.trim();
}

/** What people have set, named as such: the reader's own value stays beside it. */
function editedFacts(claim: Claim): Fact[] {
  const texts = textsOf(claim.kind as FormKind, claim);
  return claim.edited.flatMap((field) => {
    const label = FORM[claim.kind as FormKind]?.find(({ name }) => name === field)?.label.replace(/:.*/, '');
    return label === undefined ? [] : [{ label: `${label.toLowerCase()}, edited`, value: texts[field] || 'none' }];
  });
}
