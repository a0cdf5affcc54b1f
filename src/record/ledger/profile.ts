// A series of figure claims and a named set of rules in, low, best and high out, with the rule behind each number.
import { CLASSES, type OriginClass } from '../origin.ts';
import { boundsOf, type FigureClaim, type Vague } from './figure-claim.ts';
import { currentOf } from './series.ts';

/** A house's rules for turning accounts into numbers; plain data, so that a user can write one. */
export interface Profile {
  readonly name: string;
  readonly about: string;
  /** Measures that it counts at all. */
  readonly measures: readonly FigureClaim['measure'][] | 'all';
  /** Value of words that only count loosely; what is not listed keeps the reader's lower bound (docs/figures.md). */
  readonly vague: Readonly<Partial<Record<Vague, number>>>;
  /** `lowest`: one number, the most conservative current account. `reliable`: best from the most reliable origin. `range`: low and high only. */
  readonly pick: 'lowest' | 'reliable' | 'range';
  /** Kinds of origin, most reliable first; one that is left out is not counted. */
  readonly trust: readonly OriginClass[];
  /** Whether it grades by the number of independent origins. */
  readonly grades: boolean;
}

export interface Estimate {
  readonly profile: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** `fair`: two independent origins or more agree; `weak`: one; `contested`: they do not agree, or it is denied. Null where the profile grades nothing. */
  readonly grade: 'fair' | 'weak' | 'contested' | null;
  /** One line a rule that made a number: "ACLED-1 lowest current account: 9 (Governor Adler)". */
  readonly rules: readonly string[];
  /** Claims behind the numbers. */
  readonly claims: readonly string[];
}

const TRUST: readonly OriginClass[] = CLASSES;

/** The published habits of three projects as far as they can be applied to words, and a house of one's own to start from. */
export const PROFILES: readonly Profile[] = [
  {
    name: 'acled',
    about:
      'As ACLED: one number, the most conservative of the current accounts; tens are 10, dozens 12, hundreds 100; deaths only.',
    measures: ['killed'],
    vague: { few: 3, several: 3, tens: 10, dozens: 12, scores: 20, hundreds: 100, thousands: 1000 },
    pick: 'lowest',
    trust: TRUST,
    grades: false,
  },
  {
    name: 'ucdp',
    about:
      'As UCDP: low, best and high over the current accounts; best is that of the most reliable origin; deaths only.',
    measures: ['killed'],
    vague: { few: 3, several: 3, tens: 20, dozens: 24, scores: 40, hundreds: 200, thousands: 2000 },
    pick: 'reliable',
    trust: TRUST,
    grades: false,
  },
  {
    name: 'airwars',
    about: 'As Airwars: the range of all current accounts and a grade by independent origins; deaths and injuries.',
    measures: ['killed', 'injured'],
    vague: {},
    pick: 'range',
    trust: TRUST,
    grades: true,
  },
  {
    name: 'house',
    about:
      'Ours to begin with: low, best and high, best from the most reliable origin, every measure. Put your own in a file.',
    measures: 'all',
    vague: {},
    pick: 'reliable',
    trust: TRUST,
    grades: true,
  },
];

/** What a profile makes of a series; null when it does not count the measure or nothing current is left. */
export function estimate(
  profile: Profile,
  claims: readonly FigureClaim[],
  copies: ReadonlySet<string> = new Set(),
): Estimate | null {
  const [first] = claims;
  if (!first || (profile.measures !== 'all' && !profile.measures.includes(first.measure))) return null;
  const current = currentOf(claims, copies).filter(
    ({ chain, denied }) => profile.trust.includes(chain.class) && !denied,
  );
  if (current.length === 0) return null;
  const code = profile.name.toUpperCase();
  const values = current.map((claim) => ({ claim, ...valueBy(profile, claim) }));
  const rules: string[] = [];
  for (const { claim, low } of values) {
    if (claim.vague !== null && profile.vague[claim.vague] !== undefined)
      rules.push(`${code}-VAGUE “${claim.words.text}” counts as ${low}`);
  }
  const lowest = values.reduce((a, b) => (b.low < a.low ? b : a));
  const highest = values.reduce((a, b) => ((b.high ?? b.low) > (a.high ?? a.low) ? b : a));
  const top = highest.high ?? highest.low;
  const grade = profile.grades ? gradeOf(values, claims) : null;
  const about = ({ claim }: { claim: FigureClaim }) => whoSays(claim);
  const used = (...some: { claim: FigureClaim }[]) => [...new Set(some.map(({ claim }) => claim.id))];
  if (profile.pick === 'lowest') {
    const value = lowest.low;
    rules.push(`${code}-LOWEST most conservative current account: ${value} (${about(lowest)})`);
    return { profile: profile.name, low: value, best: value, high: value, grade, rules, claims: used(lowest) };
  }
  if (profile.pick === 'range') {
    rules.push(`${code}-RANGE lowest ${lowest.low} (${about(lowest)}), highest ${top} (${about(highest)})`);
    return {
      profile: profile.name,
      low: lowest.low,
      best: null,
      high: top,
      grade,
      rules,
      claims: used(lowest, highest),
    };
  }
  const best = values.reduce((a, b) => {
    const order = profile.trust.indexOf(a.claim.chain.class) - profile.trust.indexOf(b.claim.chain.class);
    return order < 0 ? a : b; // of equals the later one
  });
  // "up to 30" has 30 for its one number
  const value = best.best ?? (best.claim.low === null ? (best.high ?? best.low) : best.low);
  rules.push(
    `${code}-RELIABLE best from the most reliable origin, ${best.claim.chain.class}: ${value} (${about(best)})`,
    `${code}-BOUNDS lowest ${lowest.low} (${about(lowest)}), highest ${top} (${about(highest)})`,
  );
  return {
    profile: profile.name,
    low: Math.min(lowest.low, value),
    best: value,
    high: Math.max(top, value),
    grade,
    rules,
    claims: used(best, lowest, highest),
  };
}

/** Why two profiles come to different numbers: the rules of the one that the other does not share. Empty when they agree. */
export function differenceOf(a: Estimate, b: Estimate): string[] {
  if (a.low === b.low && a.best === b.best && a.high === b.high) return [];
  const bare = (rule: string) => rule.replace(/^[A-Z]+-/, '');
  const left = new Set(a.rules.map(bare));
  const right = new Set(b.rules.map(bare));
  return [...a.rules.filter((rule) => !right.has(bare(rule))), ...b.rules.filter((rule) => !left.has(bare(rule)))];
}

export function whoSays({ chain }: FigureClaim): string {
  return chain.speaker ?? chain.printed ?? chain.outlet ?? 'outlet not named';
}

function valueBy(profile: Profile, claim: FigureClaim): { low: number; best: number | null; high: number | null } {
  const loose = claim.vague === null ? undefined : profile.vague[claim.vague];
  if (loose !== undefined) return { low: loose, best: loose, high: null };
  const [low, high] = boundsOf(claim);
  return { low, best: claim.best, high };
}

function gradeOf(
  values: readonly { claim: FigureClaim; low: number; high: number | null }[],
  all: readonly FigureClaim[],
): Estimate['grade'] {
  if (all.some(({ denied }) => denied)) return 'contested';
  const low = Math.max(...values.map((one) => one.low));
  const high = Math.min(...values.map((one) => one.high ?? Number.POSITIVE_INFINITY));
  if (low > high) return 'contested';
  return new Set(values.map(({ claim }) => claim.chain.key)).size > 1 ? 'fair' : 'weak';
}
