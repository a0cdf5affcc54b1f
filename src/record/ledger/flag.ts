// The claims of one incident in, flags out: where accounts differ, and by which rule each difference is told.
import type { ReadingSpan } from '../../reading/schema.ts';
import { boundsOf, type FigureClaim } from './figure-claim.ts';
import { whoSays } from './profile.ts';
import { inTime, seriesOf } from './series.ts';

export const FLAGS = [
  'DISJOINT',
  'FELL',
  'SUM',
  'SCOPE',
  'WHO',
  'COPY',
  'DROPPED',
  'DENIED',
  'STALE',
  'UPDATE',
  'BACKGROUND',
] as const;
export type FlagName = (typeof FLAGS)[number];

/** Words of a claim that a flag points at. */
export interface FlagWords {
  readonly claim: string;
  readonly report: string;
  readonly words: ReadingSpan;
}

export interface Flag {
  readonly name: FlagName;
  /** One line for a reader. */
  readonly reason: string;
  /** The words on both sides. */
  readonly words: readonly [FlagWords, ...FlagWords[]];
}

/** What the record knows about reports beside their claims. */
export interface Copies {
  /** Copy → the report that it repeats. */
  readonly copyOf: ReadonlyMap<string, string>;
  /** Newer version of a page → the version before it. */
  readonly versionOf: ReadonlyMap<string, string>;
}

export const NO_COPIES: Copies = { copyOf: new Map(), versionOf: new Map() };

const at = (claim: FigureClaim): FlagWords => ({ claim: claim.id, report: claim.report, words: claim.words });
const pair = (name: FlagName, reason: string, a: FigureClaim, b: FigureClaim): Flag => ({
  name,
  reason,
  words: [at(a), at(b)],
});
const told = (claim: FigureClaim): string => `${claim.words.text} (${whoSays(claim)})`;

/** Groups of which nobody is in two: their counts add up. */
const EXCLUSIVE: ReadonlySet<string> = new Set([
  'civilians',
  'soldiers',
  'police',
  'fighters',
  'militants',
  'rebels',
  'troops',
  'women',
  'men',
  'children',
]);
const KIN: readonly (readonly string[])[] = [
  ['civilians', 'soldiers', 'police', 'fighters', 'militants', 'rebels', 'troops'],
  ['women', 'men', 'children'],
];

/** All flags of one incident's claims, in order of the words they point at. */
export function flagsOf(claims: readonly FigureClaim[], { copyOf, versionOf }: Copies = NO_COPIES): Flag[] {
  const flags: Flag[] = [];
  const ordered = claims.filter(({ per }) => per === null).sort(inTime);
  const own = ordered.filter(({ report }) => !copyOf.has(report));
  for (const series of seriesOf(own)) alongTime(series.claims, flags);
  betweenScopes(own, flags);
  sums(own, flags);
  copies(ordered, copyOf, flags);
  dropped(ordered, versionOf, flags);
  for (const claim of own)
    if (claim.denied)
      flags.push({ name: 'DENIED', reason: `${whoSays(claim)} denies “${claim.words.text}”`, words: [at(claim)] });
  return flags;
}

/** Two values that cannot both be right; one that was rounded ("about 400") may be a tenth off. */
export function excludeEachOther(a: FigureClaim, b: FigureClaim): boolean {
  const [low, high] = rough(a);
  const [least, most] = rough(b);
  return low > (most ?? Number.POSITIVE_INFINITY) || least > (high ?? Number.POSITIVE_INFINITY);
}

function rough(claim: FigureClaim): [number, number | null] {
  const [low, high] = boundsOf(claim);
  const about = claim.best !== null && claim.low === null && claim.high === null;
  return about ? [low * 0.9, high === null ? null : high * 1.1] : [low, high];
}

const INCLUDED =
  /\b(?:including|counting|among them|together with)\s+(?:the\s+|two\s+|three\s+|four\s+|five\s+|an?\s+)?(?:suspected\s+|alleged\s+|suicide\s+)?(?:attackers?|gunm[ae]n|assailants?|bombers?|perpetrators?|shooters?|militants?)\b/i;
const EXCLUDED =
  /\b(?:not (?:including|counting)|excluding|apart from|aside from|besides|in addition to|as well as)\s+(?:the\s+|two\s+|three\s+|four\s+|five\s+|an?\s+)?(?:suspected\s+|alleged\s+|suicide\s+)?(?:attackers?|gunm[ae]n|assailants?|bombers?|perpetrators?|shooters?|militants?)\b/i;

function whoCounts({ sentence }: FigureClaim): 'in' | 'out' | null {
  return EXCLUDED.test(sentence.text) ? 'out' : INCLUDED.test(sentence.text) ? 'in' : null;
}

function alongTime(claims: readonly FigureClaim[], flags: Flag[]): void {
  const last = new Map<string, FigureClaim>();
  /** Values that an origin has replaced by another of its own. */
  const replaced: { old: FigureClaim; by: FigureClaim }[] = [];
  for (const claim of claims) {
    if (claim.denied) continue;
    const before = last.get(claim.chain.key);
    if (before && excludeEachOther(before, claim)) {
      if (before.report !== claim.report || before.superseded || claim.superseded) {
        const older = claim.superseded ? claim : before;
        const newer = claim.superseded ? before : claim;
        const fell = boundsOf(newer)[0] < boundsOf(older)[0];
        const stale = replaced.find(
          ({ old, by }) => by !== claim && !excludeEachOther(old, claim) && by.chain.key === claim.chain.key,
        );
        if (stale && fell)
          flags.push(
            pair('STALE', `${told(claim)} repeats a value since replaced by ${told(stale.by)}`, stale.by, claim),
          );
        else {
          flags.push(
            fell
              ? pair(
                  'FELL',
                  `${whoSays(newer)} lowered the count from ${older.words.text} to ${newer.words.text}`,
                  older,
                  newer,
                )
              : pair(
                  'UPDATE',
                  `${whoSays(newer)} raised the count from ${older.words.text} to ${newer.words.text}`,
                  older,
                  newer,
                ),
          );
          replaced.push({ old: older, by: newer });
        }
      }
    }
    if (!claim.superseded) last.set(claim.chain.key, claim);
    for (const [key, other] of last) {
      if (key === claim.chain.key || claim.superseded || !excludeEachOther(other, claim)) continue;
      const stale = replaced.find(({ old, by }) => by.chain.key === key && !excludeEachOther(old, claim));
      if (stale && claim.chain.class === 'own reporting') {
        flags.push(
          pair('STALE', `${told(claim)} repeats a value since replaced by ${told(stale.by)}`, stale.by, claim),
        );
        continue;
      }
      const left = whoCounts(other);
      const right = whoCounts(claim);
      if (left !== right && (left !== null || right !== null))
        flags.push(
          pair('WHO', `one counts the attackers and the other does not: ${told(other)}, ${told(claim)}`, other, claim),
        );
      else flags.push(pair('DISJOINT', `${told(other)} and ${told(claim)} cannot both be right`, other, claim));
    }
  }
}

/** A count of this event beside one of a whole war or year: no contradiction, but easily taken for one. */
function betweenScopes(claims: readonly FigureClaim[], flags: Flag[]): void {
  for (const wide of claims) {
    if (wide.scope === null || wide.superseded) continue;
    const narrow = claims.find(
      (one) =>
        one.scope === null && one.measure === wide.measure && one.group === wide.group && excludeEachOther(one, wide),
    );
    if (narrow)
      flags.push(pair('SCOPE', `${told(wide)} counts “${wide.scope}”, ${told(narrow)} this event alone`, narrow, wide));
  }
}

/** Parts that are more than their whole, in the words of one origin in one report. */
function sums(claims: readonly FigureClaim[], flags: Flag[]): void {
  for (const whole of claims) {
    if (whole.group !== null || whole.superseded || whole.denied) continue;
    const most = rough(whole)[1];
    if (most === null) continue;
    const parts = claims.filter(
      (one) =>
        one.report === whole.report &&
        one.chain.key === whole.chain.key &&
        one.measure === whole.measure &&
        one.scope === whole.scope &&
        one.group !== null &&
        !one.superseded &&
        !one.denied &&
        EXCLUSIVE.has(one.group),
    );
    for (const kin of KIN) {
      const some = parts.filter(({ group }) => kin.includes(group as string));
      const sum = some.reduce((total, one) => total + boundsOf(one)[0], 0);
      const [first] = some;
      if (!first || sum <= most) continue;
      flags.push({
        name: 'SUM',
        reason: `${some.map(({ words }) => words.text).join(' + ')} = ${sum}, more than ${told(whole)}`,
        words: [at(whole), ...some.map(at)],
      });
    }
  }
}

function copies(claims: readonly FigureClaim[], copyOf: Copies['copyOf'], flags: Flag[]): void {
  for (const claim of claims) {
    const source = copyOf.get(claim.report);
    const twin = claims.find(
      (one) =>
        one.report === source &&
        one.measure === claim.measure &&
        one.group === claim.group &&
        !excludeEachOther(one, claim),
    );
    if (twin)
      flags.push(
        pair(
          'COPY',
          `${told(claim)} repeats ${twin.chain.outlet ?? 'another report'} and is no second source`,
          twin,
          claim,
        ),
      );
  }
}

/** A newer version of a page, or a reprint, that keeps a number and drops who said it. */
function dropped(claims: readonly FigureClaim[], versionOf: Copies['versionOf'], flags: Flag[]): void {
  for (const claim of claims) {
    if (claim.chain.class !== 'own reporting') continue;
    const before = versionOf.get(claim.report);
    const named = claims.find(
      (one) =>
        one.report === before &&
        one.chain.speaker !== null &&
        one.measure === claim.measure &&
        one.group === claim.group &&
        !excludeEachOther(one, claim),
    );
    if (named)
      flags.push(
        pair(
          'DROPPED',
          `${claim.words.text}: the version before named ${whoSays(named)}, this one names nobody`,
          named,
          claim,
        ),
      );
  }
}
