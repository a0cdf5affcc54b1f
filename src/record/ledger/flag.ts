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

/** A statement that denies a happening as a whole. */
export interface Denial {
  /** Claim id of the statement. */
  readonly claim: string;
  readonly report: string;
  readonly words: ReadingSpan;
  /** Who denies it, as a reader calls them. */
  readonly who: string;
}

/** All flags of one incident's claims, in order of the words they point at. */
export function flagsOf(
  claims: readonly FigureClaim[],
  { copyOf, versionOf }: Copies = NO_COPIES,
  denials: readonly Denial[] = [],
): Flag[] {
  const flags: Flag[] = [];
  const ordered = claims.filter(({ per }) => per === null).sort(inTime);
  const own = ordered.filter(({ report }) => !copyOf.has(report));
  for (const series of seriesOf(own)) alongTime(series.claims, flags);
  betweenScopes(own, flags);
  sums(own, flags);
  copies(ordered, copyOf, flags);
  dropped(ordered, { copyOf, versionOf }, flags);
  for (const claim of own)
    if (claim.denied)
      flags.push({ name: 'DENIED', reason: `${whoSays(claim)} denies “${claim.words.text}”`, words: [at(claim)] });
  for (const { claim, report, words, who } of denials) {
    const counted = own.some(
      (one) => one.denied && one.report === report && words.start <= one.words.start && one.words.end <= words.end,
    );
    if (!counted && !copyOf.has(report))
      flags.push({ name: 'DENIED', reason: `${who} denies it: “${words.text}”`, words: [{ claim, report, words }] });
  }
  return flags;
}

const NUMBER_WORD =
  /\d|\b(?:no|none|nobody|no one|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|tens|couple|few|handful|several|half|single)\b/i;
const BESIDES = /\band\s+(?:\S+\s+){0,2}others?\b/i;

/** People named one by one ("Wiranto", "the police chief and two others") are no total that another could contradict. */
const isCount = ({ words }: FigureClaim): boolean => NUMBER_WORD.test(words.text) && !BESIDES.test(words.text);

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

const ATTACKER =
  '(?:attackers?|gunm[ae]n|assailants?|(?:suicide\\s+)?bombers?|perpetrators?|shooters?|hijackers?|raiders?|knifem[ae]n)';
const SOME =
  '(?:(?:the|both|all|an?|one|two|three|four|five|six|\\d+)\\s+)?(?:of\\s+the\\s+)?(?:suspected\\s+|alleged\\s+|suicide\\s+|dead\\s+)?';
const INCLUDED = new RegExp(
  `\\b(?:including|counting|among them|one of them|together with|along with)\\s+${SOME}${ATTACKER}\\b|\\b${ATTACKER}\\s+(?:among them|included)\\b|\\band\\s+(?:the|an?|both|all)\\s+${ATTACKER}\\s+(?:were|was|had been|have been|died)\\b`,
  'i',
);
const EXCLUDED = new RegExp(
  `\\b(?:not (?:including|counting)|without(?: counting)?|excluding|apart from|aside from|besides|in addition to|as well as|plus|does not include|did not include|not include)\\s+${SOME}${ATTACKER}\\b|\\b${ATTACKER}\\s+(?:not included|excluded|was also killed|also died|were also killed)\\b`,
  'i',
);

function whoCounts({ sentence }: FigureClaim): 'in' | 'out' | null {
  return EXCLUDED.test(sentence.text) ? 'out' : INCLUDED.test(sentence.text) ? 'in' : null;
}

const REVISED = /\b(?:lower|revis|correct|reduc|cut|review|recount|down)\w*\b/i;

function alongTime(claims: readonly FigureClaim[], flags: Flag[]): void {
  const last = new Map<string, FigureClaim>();
  /** Values that an origin has replaced by another of its own. */
  const replaced: { old: FigureClaim; by: FigureClaim }[] = [];
  const seen = new Set<string>();
  const between = (name: FlagName, a: FigureClaim, b: FigureClaim, reason: string) => {
    const key = `${name} ${[`${a.chain.key} ${a.words.text}`, `${b.chain.key} ${b.words.text}`].sort().join(' ')}`;
    if (!seen.has(key)) flags.push(pair(name, reason, a, b));
    seen.add(key);
  };
  for (const claim of claims) {
    if (claim.denied || claim.partial) continue;
    const before = last.get(claim.chain.key);
    const inOne = before?.report === claim.report && !before.superseded && !claim.superseded;
    if (before && !inOne && excludeEachOther(before, claim)) along(before, claim);
    if (claim.superseded) {
      if (!before) last.set(claim.chain.key, claim);
      continue;
    }
    // of one origin's values in one report the largest is the whole
    if (!before || before.superseded || before.report !== claim.report || boundsOf(claim)[0] >= boundsOf(before)[0])
      last.set(claim.chain.key, claim);
    for (const [key, other] of last) {
      if (key === claim.chain.key || other.superseded || !excludeEachOther(other, claim)) continue;
      const stale = replaced.find(({ old, by }) => by.chain.key === key && !excludeEachOther(old, claim));
      const left = whoCounts(other);
      const right = whoCounts(claim);
      if (stale && claim.chain.class === 'own reporting')
        between('STALE', stale.by, claim, `${told(claim)} repeats a value since replaced by ${told(stale.by)}`);
      else if (left !== right && (left !== null || right !== null))
        between('WHO', other, claim, `one counts the attackers and the other does not: ${told(other)}, ${told(claim)}`);
      else if (!rises(other, claim) && isCount(other) && isCount(claim))
        between('DISJOINT', other, claim, `${told(other)} and ${told(claim)} cannot both be right`);
    }
  }

  function along(before: FigureClaim, claim: FigureClaim): void {
    const older = claim.superseded ? claim : before;
    const newer = claim.superseded ? before : claim;
    const fell = boundsOf(newer)[0] < boundsOf(older)[0];
    const stale = replaced.find(
      ({ old, by }) => by !== claim && !excludeEachOther(old, claim) && by.chain.key === claim.chain.key,
    );
    // said before and known to be: the report that looks back on it claims nothing new
    if (claim.superseded && stale) return;
    if (stale && fell && !REVISED.test(claim.sentence.text)) {
      between('STALE', stale.by, claim, `${told(claim)} repeats a value since replaced by ${told(stale.by)}`);
      return;
    }
    const verb = fell ? 'lowered' : 'raised';
    between(
      fell ? 'FELL' : 'UPDATE',
      older,
      newer,
      `${whoSays(newer)} ${verb} the count from ${older.words.text} to ${newer.words.text}`,
    );
    replaced.push({ old: older, by: newer });
  }
}

/** A higher count of a later day: counts of the harmed rise as they are made, and the older one was right in its day. */
function rises(older: FigureClaim, newer: FigureClaim): boolean {
  const day = (one: FigureClaim) => one.asserted?.slice(0, 10) ?? '';
  return day(older) < day(newer) && boundsOf(newer)[0] > boundsOf(older)[0] && boundsOf(older)[0] > 0;
}

/** A count of this event beside one of a whole war or year: no contradiction, but easily taken for one. */
function betweenScopes(claims: readonly FigureClaim[], flags: Flag[]): void {
  for (const wide of claims) {
    if (wide.scope === null || wide.superseded) continue;
    const narrow = claims.find(
      (one) =>
        one.scope === null &&
        !one.partial &&
        !one.denied &&
        one.measure === wide.measure &&
        (one.group === wide.group || one.group === null) &&
        boundsOf(one)[0] < boundsOf(wide)[0] &&
        excludeEachOther(one, wide),
    );
    if (narrow)
      flags.push(pair('SCOPE', `${told(wide)} counts “${wide.scope}”, ${told(narrow)} this event alone`, narrow, wide));
  }
}

/** Parts that are more than their whole, in the words of one origin in one report. */
function sums(claims: readonly FigureClaim[], flags: Flag[]): void {
  for (const whole of claims) {
    if (whole.group !== null || whole.superseded || whole.denied || whole.partial) continue;
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
  const seen = new Set<string>();
  for (const claim of claims) {
    const source = copyOf.get(claim.report);
    const twin = claims.find(
      (one) =>
        one.report === source &&
        one.measure === claim.measure &&
        one.group === claim.group &&
        !excludeEachOther(one, claim),
    );
    const key = `${claim.report} ${claim.measure} ${claim.group}`;
    if (!twin || seen.has(key)) continue;
    seen.add(key);
    const outlet = claim.chain.outlet ?? 'a report';
    flags.push(
      pair(
        'COPY',
        `${claim.words.text} in ${outlet} repeats ${twin.chain.outlet ?? 'another report'} and is no second source`,
        twin,
        claim,
      ),
    );
    const newer = claims.find((one) => !copyOf.has(one.report) && replaces(one, twin, claim));
    if (newer)
      flags.push(pair('STALE', `${told(claim)} repeats a value since replaced by ${told(newer)}`, newer, claim));
  }
}

/** Whether the origin of a count had given another one before a day on which the count was printed again. */
function replaces(newer: FigureClaim, old: FigureClaim, again: FigureClaim): boolean {
  const day = ({ asserted }: FigureClaim) => asserted?.slice(0, 10) ?? '';
  return (
    newer.chain.key === old.chain.key &&
    newer.measure === old.measure &&
    newer.group === old.group &&
    newer.scope === old.scope &&
    !newer.superseded &&
    !newer.denied &&
    !newer.partial &&
    day(old) < day(newer) &&
    day(newer) < day(again) &&
    excludeEachOther(newer, old)
  );
}

/** A newer version of a page, or a reprint, that keeps a number and drops who said it. */
function dropped(claims: readonly FigureClaim[], { copyOf, versionOf }: Copies, flags: Flag[]): void {
  const same = (a: FigureClaim, b: FigureClaim) =>
    a.measure === b.measure && a.group === b.group && !excludeEachOther(a, b);
  for (const claim of claims) {
    if (claim.chain.class !== 'own reporting' || claim.superseded) continue;
    const before = versionOf.get(claim.report) ?? copyOf.get(claim.report);
    if (before === undefined) continue;
    const there = claims.filter((one) => one.report === before && same(one, claim));
    const named = there.find(({ chain }) => chain.printed !== null);
    if (!named || there.some(({ chain, words }) => chain.printed === null && words.text === claim.words.text)) continue;
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
