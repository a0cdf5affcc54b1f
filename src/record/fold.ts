// A claim as its reader found it and the decisions in force upon it in, the claim as the record holds it out.
import { hash } from 'node:crypto';
import type { Claim, Fields } from './claim.ts';
import type { Decision } from './decision.ts';

export type Status = 'open' | 'accepted' | 'rejected';

/** One claim as it is held at some moment. */
export interface Held {
  readonly claim: Claim;
  readonly status: Status;
  /** The claim or entity that says the same and stands for it; null when it stands for itself. */
  readonly mergedInto: string | null;
  /** Fields that a decision has set, in the order of setting. */
  readonly edited: readonly string[];
  /** True when a newer reading changed what was decided upon: somebody should look again. */
  readonly review: boolean;
}

/** Fields that point to other claims: where those stand is theirs to say. */
export const REFERENCES = ['figures', 'event', 'statement'] as const;

/** Fields that are no part of what a claim says by itself: how a value was reached may be told in better words without being another. */
const BESIDE = ['why', ...REFERENCES] as const;

/**
 * 16 hexadecimal digits of what a claim says by itself and where; two readers that agree give the same. `written` are its
 * fields as JSON, where they are at hand.
 */
export function contentOf(
  { kind, fields, evidence }: Pick<Claim, 'kind' | 'fields' | 'evidence'>,
  written?: string,
): string {
  // most claims have no other fields: what is written of them is what they say
  const own = written !== undefined && !BESIDE.some((name) => name in fields) ? written : JSON.stringify(ownOf(fields));
  const where = evidence.map(({ role, start, end }) => `["${role}",${start},${end}]`).join();
  return hash('sha256', `["${kind}",${own},[${where}]]`).slice(0, 16);
}

function ownOf(fields: Fields): Fields {
  const { why: _, figures, event, statement, ...own } = fields;
  return own;
}

/** Whether two states of a claim point to the same others, `edited` fields aside. */
export function sameReferences(a: Fields, b: Fields, edited: readonly string[] = []): boolean {
  return REFERENCES.every((name) => edited.includes(name) || same(a[name], b[name]));
}

const NONE: ReadonlySet<string> = new Set();

/** What a claim says and in which words, wherever they stand: two versions of a report that agree give the same. */
export function wordingOf({ kind, fields, evidence }: Pick<Claim, 'kind' | 'fields' | 'evidence'>): string {
  const { why: _, figures, event, statement, ...own } = fields;
  return JSON.stringify([kind, own, evidence.map(({ role, quote }) => [role, quote])]);
}

/**
 * Folds the decisions in force, in their order, into a claim. `names` are the claim's own id and those it was carried
 * over from; `alike` holds pairs of contents that say the same. Accepting or editing what a newer reader now says differently is kept and marked for review.
 */
export function fold(
  claim: Claim,
  decisions: readonly Decision[],
  names: ReadonlySet<string>,
  alike: ReadonlySet<string> = NONE,
): Held {
  let status: Status = 'open';
  let fields: Record<string, unknown> | null = null;
  let review = false;
  const edited: string[] = [];
  const content = decisions.length > 0 ? contentOf(claim) : '';
  for (const { targets, contents, detail } of decisions) {
    const at = targets.findIndex((target) => names.has(target));
    if (at < 0) continue;
    const differs = contents[at] != null && contents[at] !== content && !alike.has(`${contents[at]}=${content}`);
    switch (detail.act) {
      case 'accept':
        status = 'accepted';
        review = differs;
        break;
      case 'reject':
        status = 'rejected';
        review = differs;
        break;
      case 'reopen':
        status = 'open';
        review = false;
        break;
      case 'edit':
        fields ??= { ...claim.fields };
        // the reader now says neither what stood there nor what was set: a person's word stands, and is to be looked at
        if (
          differs &&
          !same(claim.fields[detail.field], detail.before?.[at]) &&
          !same(claim.fields[detail.field], detail.value)
        )
          review = true;
        fields[detail.field] = detail.value;
        if (!edited.includes(detail.field)) edited.push(detail.field);
        break;
    }
  }
  return {
    claim: fields ? { ...claim, fields } : claim,
    status,
    mergedInto: mergedInto(decisions, names),
    edited,
    review,
  };
}

/** What the last merge or split in force makes of a claim, an actor or a place; null when it stands for itself. */
export function mergedInto(decisions: readonly Decision[], names: ReadonlySet<string>): string | null {
  let into: string | null = null;
  for (const { targets, detail } of decisions) {
    if (detail.act !== 'merge' && detail.act !== 'split') continue;
    if (targets.some((target) => names.has(target)))
      into = detail.into !== null && names.has(detail.into) ? null : detail.into;
  }
  return into;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The decisions in force that stand on `decision` and would lose their ground with it: acts upon a claim that it added,
 * splits of what it merged. `later` holds decisions in force that came after it and touch its targets or its claim.
 */
export function dependantsOf(decision: Decision, later: readonly Decision[]): Decision[] {
  const { detail } = decision;
  return later.filter((other) => {
    if (other.arrival <= decision.arrival || other.detail.act === 'withdraw') return false;
    if (detail.act === 'add' && detail.claim !== undefined) return touches(other, detail.claim);
    if (detail.act === 'merge')
      return other.detail.act === 'split' && other.targets.some((target) => decision.targets.includes(target));
    return false;
  });
}

/** Whether a decision acts upon an id, or points to it. */
export function touches({ targets, detail }: Decision, id: string): boolean {
  if (targets.includes(id)) return true;
  if (detail.act === 'merge' || detail.act === 'split') return detail.into === id;
  return detail.act === 'link' && detail.to === id;
}
