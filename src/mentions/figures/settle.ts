// The quantities of a sentence with what governs them in, one figure for each stretch of words out: overlaps are settled here.
import type { Span } from '../../report/span.ts';
import { alone, minor } from './bare.ts';
import type { Governed } from './clause.ts';
import type { Figure, FigureMention, Measure } from './figure.ts';
import type { Pieces } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { scopes } from './scope.ts';
import type { Victims } from './shot-and-dead.ts';

/** A figure of one sentence, before the report as a whole is looked at. */
export interface Candidate extends Victims {
  readonly mention: FigureMention;
}

/** One figure a stretch of words: the surest tie wins; what no verb governs is told by its noun or unit. */
export function settle(
  p: Pieces,
  sentence: number,
  quantities: readonly Quantity[],
  ties: readonly Governed[],
  w: QuantityWords,
  found: Candidate[],
): void {
  if (quantities.length + ties.length === 0) return;
  const best = new Map<number, Governed>();
  const key = (q: Quantity): number => q.from * 4096 + (q.to - q.from);
  const zeros: Governed[] = [];
  for (const tie of ties) {
    if (tie.rule === 'none') zeros.push(tie); // "no casualties" is none dead and none hurt: two figures of one wording
    if (tie.rule === 'none') continue;
    const known = best.get(key(tie.quantity));
    if (!known || tie.tie > known.tie) best.set(key(tie.quantity), tie);
  }
  const covered = scopes(p, quantities, w);
  const out: { quantity: Quantity; measure: Measure; tie: Governed | null }[] = [];
  for (const tie of zeros) out.push({ quantity: tie.quantity, measure: tie.measure as Measure, tie });
  for (const tie of best.values()) out.push({ quantity: tie.quantity, measure: tie.measure as Measure, tie });
  for (const quantity of quantities) {
    if (best.has(key(quantity))) continue;
    const measure = alone(p, quantity);
    if (measure) out.push({ quantity, measure, tie: null });
  }
  out.sort((a, b) => a.quantity.from - b.quantity.from || b.quantity.to - a.quantity.to);
  let sum: { to: number; at: number } | null = null;
  let end = -1;
  const at = new Map<Quantity, number>();
  const wholes: [number, Quantity][] = [];
  for (const { quantity, measure, tie } of out) {
    const list = tie?.rule === 'sum';
    // one person read twice from overlapping words ("his mother, Ana Brel")
    if (!list && !quantity.numbered && quantity.from < end) continue;
    // "vowed to kill a judge": nobody died of it
    if (!quantity.numbered && tie !== null && isOnlyMeant(p, tie.trigger)) continue;
    if (!list) end = Math.max(end, quantity.to);
    const weak = tie !== null && weakTrigger(p, tie.trigger, w);
    const whole = tie === null ? wholeOf(p, quantity, sentence, found) : null;
    const one = whole
      ? partOf(whole, mention(p, quantity, whole.measure, tie, covered.get(quantity) ?? null))
      : mention(p, quantity, measure, tie, covered.get(quantity) ?? null);
    if (sum && quantity.to <= sum.to) {
      const all = found[sum.at];
      if (all) found[sum.at] = { ...all, mention: { ...all.mention, from: [...all.mention.from, one] } };
    }
    if (tie?.whole) wholes.push([found.length, tie.whole]);
    at.set(quantity, found.length);
    if (list) sum = { to: quantity.to, at: found.length };
    found.push({
      sentence,
      measure: one.value.measure,
      quantity,
      weak,
      natural: !(sum && quantity.to <= sum.to) && natural(p, quantity, tie, w),
      dropped: false,
      less: 0,
      mention: one,
    });
  }
  for (const [index, whole] of wholes) {
    const part = found[index];
    const of = found[at.get(whole) ?? -1];
    if (part && of) found[index] = { ...part, mention: { ...part.mention, basis: 'implied', from: [of.mention] } };
  }
}

/** "3,912 of them", with no verb of harm: the last count of people in this sentence or the two before, a larger one. */
function wholeOf(p: Pieces, q: Quantity, sentence: number, found: readonly Candidate[]): Candidate | null {
  if (!q.part || q.person || q.thing || q.toll || (q.kind !== 'count' && q.kind !== 'share')) return null;
  if (!/^(?:them|whom)$/i.test(p.text.slice(p.start[q.to - 1], p.end[q.to - 1]))) return null;
  for (let k = found.length - 1; k >= 0; k--) {
    const one = found[k];
    if (!one || one.sentence < sentence - 2) return null;
    const { measure } = one.mention.value;
    if (!OF_PEOPLE.has(measure) && measure !== 'people' && measure !== 'troops' && measure !== 'fighters') continue;
    const most = one.quantity.best ?? one.quantity.high ?? one.quantity.low ?? 0;
    return most > (q.best ?? q.low ?? q.high ?? 0) ? one : null;
  }
  return null;
}

const partOf = (whole: Candidate, part: FigureMention): FigureMention => ({
  ...part,
  value: { ...part.value, unit: whole.mention.value.unit, group: whole.mention.value.group },
  basis: 'implied',
  rule: 'figures/list',
  why: 'a part of the number before it, not to be added again',
  from: [whole.mention],
});

const natural = (p: Pieces, q: Quantity, tie: Governed | null, { words, id }: QuantityWords): boolean => {
  if (tie === null || q.numbered || tie.measure !== 'killed' || q.best !== 1) return false;
  const word = p.word[tie.trigger] ?? 0;
  const role = words.governor[word]?.role;
  return role === 'happen' || role === 'state' || word === id.death || word === id.passed;
};

const weakTrigger = (p: Pieces, trigger: number, { words, id }: QuantityWords): boolean => {
  const word = p.word[trigger] ?? 0;
  return (
    words.governor[word]?.measure !== 'injured' ||
    word === id['shot'] ||
    word === id['shooting'] ||
    word === id['stabbed']
  );
};

/** Measures that count people whatever noun stands there. */
const OF_PEOPLE: ReadonlySet<Measure> = new Set<Measure>([
  'killed',
  'injured',
  'missing',
  'captured',
  'displaced',
  'evacuated',
  'detained',
]);
/** The file that holds a rule, where it is not named for it. */
const RULES: Readonly<Record<string, string>> = {
  sum: 'list',
  'toll-before': 'toll',
  part: 'list',
  participle: 'governed',
};

function mention(p: Pieces, q: Quantity, measure: Measure, tie: Governed | null, scope: Span | null): FigureMention {
  const value: Figure = {
    measure, unit: OF_PEOPLE.has(measure) && (q.toll || q.unit === null || !q.person) ? 'people' : q.unit, group: q.person?.group ?? null, low: q.low, best: q.best, high: q.high, per: q.per, scope, minor: minor(q, measure, tie !== null),
    superseded: tie?.rule === 'toll-before', noun: q.noun >= 0 ? (p.token[q.noun] ?? null) : null, trigger: tie ? (p.token[tie.trigger] ?? null) : q.toll ? (p.token[q.noun] ?? null) : null,
  }; // biome-ignore format: one shape
  return {
    span: { start: p.start[q.from] ?? 0, end: p.end[q.to - 1] ?? 0 },
    head: p.token[q.noun >= 0 ? q.noun : q.to - 1] ?? 0,
    value,
    basis: q.numbered ? 'stated' : 'implied',
    rule: `figures/${RULES[tie?.rule ?? 'bare'] ?? tie?.rule ?? 'bare'}`,
    why: tie?.why ?? 'a number with its noun',
    from: [],
  };
}

/** What is meant, tried or feared to be done, right before "to". */
const MEANT =
  /\b(?:vow|threat|plan|plot|hop|tr[iy]|attempt|want|seek|sought|inten[dt]|conspir|refus|fail|aim|wish|order|urg|call)\w*(?:\s+\w+){0,2}\s+to\s+$/i;
/** What may bring somebody to be caught or killed, before a noun for it. */
const AHEAD = /\b(?:leads?|leading|led)\s+to\s+(?:the|an|his|her|their)\s+$/i;
const NEAR = 48;

/** Of one person whom no number counts: whether the words before the verb or noun only say that it is meant, and nothing that it was done. */
function isOnlyMeant({ text, start }: Pieces, trigger: number): boolean {
  const at = start[trigger] ?? 0;
  const before = text.slice(Math.max(0, at - NEAR), at);
  return MEANT.test(before) || (AHEAD.test(before) && /\b(?:information|tips?|clues?|reward)\b/i.test(before));
}
