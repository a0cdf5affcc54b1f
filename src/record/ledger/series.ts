// Figure claims of one incident in, their series out: what counts the same thing, in order of time, and what is current.
import { boundsOf, type FigureClaim } from './figure-claim.ts';

/** Claims that count the same thing of one incident. */
export interface Series {
  readonly measure: FigureClaim['measure'];
  readonly group: string | null;
  readonly scope: string | null;
  /** In order of assertion, then of report and place in its text. */
  readonly claims: readonly FigureClaim[];
}

/** One step of a chart: from this moment on these are the bounds over all current claims. */
export interface Step {
  readonly at: string;
  readonly low: number;
  /** Null when no claim bounds it from above. */
  readonly high: number | null;
  /** The claim that made the step. */
  readonly claim: string;
}

export const inTime = (a: FigureClaim, b: FigureClaim): number => {
  const x = a.asserted ?? '9';
  const y = b.asserted ?? '9';
  if (x !== y) return x < y ? -1 : 1;
  if (a.report !== b.report) {
    // of reports of one moment the lower count is the older: counts of the harmed rise as they are made
    const rise = boundsOf(a)[0] - boundsOf(b)[0];
    return rise !== 0 ? rise : a.report < b.report ? -1 : 1;
  }
  return a.words.start - b.words.start;
};

/** Groups claims by measure, group and scope; the fullest series first, then by name. A rate counts by its own scope. */
export function seriesOf(claims: readonly FigureClaim[]): Series[] {
  const found = new Map<string, FigureClaim[]>();
  for (const claim of claims) {
    const scope = claim.per === null ? claim.scope : `a ${claim.per}`;
    const key = `${claim.measure}\t${claim.group ?? ''}\t${scope ?? ''}`;
    const list = found.get(key);
    if (list) list.push(claim);
    else found.set(key, [claim]);
  }
  return [...found]
    .map(([key, list]): Series => {
      const [measure, group, scope] = key.split('\t') as [FigureClaim['measure'], string, string];
      return { measure, group: group || null, scope: scope || null, claims: list.sort(inTime) };
    })
    .sort((a, b) => b.claims.length - a.claims.length || (name(a) < name(b) ? -1 : 1));
}

const name = ({ measure, group, scope }: Series): string => `${measure} ${group ?? ''} ${scope ?? ''}`;

/** Asserted no later than the moment; an undated claim counts only when no moment is asked for. */
export const assertedBy = (claims: readonly FigureClaim[], moment: string | null): FigureClaim[] =>
  moment === null
    ? [...claims]
    : claims.filter(({ asserted }) => asserted !== null && asserted.slice(0, moment.length) <= moment);

/**
 * What holds now: of each origin its last claim that the report itself does not correct, that is no part of another, and that
 * no copy repeats. Of an
 * origin's claims in one report the largest stands for the whole, since the others are its parts or its past.
 */
export function currentOf(claims: readonly FigureClaim[], copies: ReadonlySet<string> = new Set()): FigureClaim[] {
  const last = new Map<string, FigureClaim>();
  for (const claim of claims) {
    if (claim.superseded || claim.partial || copies.has(claim.report)) continue;
    const before = last.get(claim.chain.key);
    if (!before || before.report !== claim.report || boundsOf(claim)[0] >= boundsOf(before)[0])
      last.set(claim.chain.key, claim);
  }
  return [...last.values()].sort(inTime);
}

/** The data of the step chart: how the bounds over current claims moved; a claim that moves nothing makes no step. */
export function stepsOf({ claims }: Series, copies: ReadonlySet<string> = new Set()): Step[] {
  const steps: Step[] = [];
  const seen: FigureClaim[] = [];
  for (const claim of claims) {
    seen.push(claim);
    if (claim.asserted === null) continue;
    const bounds = currentOf(seen, copies).map(boundsOf);
    if (bounds.length === 0) continue;
    const low = Math.min(...bounds.map(([least]) => least));
    const highs = bounds.map(([least, most]) => most ?? least);
    const high = bounds.some(([, most]) => most === null) && Math.max(...highs) === low ? null : Math.max(...highs);
    const before = steps.at(-1);
    if (!before || before.low !== low || before.high !== high)
      steps.push({ at: claim.asserted, low, high, claim: claim.id });
  }
  return steps;
}
