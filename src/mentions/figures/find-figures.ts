// A parsed report in, its figures out: who and how many were killed, hurt, taken, sent, and what else is counted.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import type { Span } from '../../report/span.ts';
import { alone } from './bare.ts';
import type { Governed } from './clause.ts';
import type { Figure, FigureMention, FoundFigures, Measure } from './figure.ts';
import { governed } from './governed.ts';
import { numeralWords } from './numeral.ts';
import { boundWords } from './numeral-bound.ts';
import { fillPieces, newPieces, type Pieces } from './pieces.ts';
import { type Quantity, type QuantityWords, readQuantities } from './quantity.ts';
import { scopes } from './scope.ts';
import { settleVictims, type Victims } from './shot-and-dead.ts';
import { vocabulary } from './vocabulary.ts';

let prepared: QuantityWords | null = null;

function prepare(): QuantityWords {
  if (prepared) return prepared;
  const words = vocabulary();
  prepared = { words, numerals: numeralWords(words), bounds: boundWords(words), id: words.named };
  return prepared;
}

/** Every figure of a report in text order, each tied to its words. Never throws on what the text holds. */
export function findFigures(parsed: Parsed): FoundFigures {
  const w = prepare();
  const issues: Issue[] = [];
  const pieces = newPieces();
  const found: Candidate[] = [];
  for (let sentence = 0; sentence < parsed.text.sentences.length; sentence++) {
    fillPieces(pieces, parsed, sentence, w.words);
    if (pieces.long >= 0) issues.push(tooLong(pieces));
    const quantities = readQuantities(pieces, w);
    settle(pieces, sentence, quantities, governed(pieces, quantities, w), w, found);
  }
  settleVictims(found);
  const mentions: FigureMention[] = [];
  for (const one of found) if (!one.dropped) mentions.push(one.less > 0 ? without(one.mention, one.less) : one.mention);
  return { mentions, issues };
}

interface Candidate extends Victims {
  readonly mention: FigureMention;
}

function tooLong(p: Pieces): Issue {
  const start = p.start[p.long] ?? 0;
  const end = p.end[p.long] ?? 0;
  return {
    code: 'figures/not-a-number',
    span: { start, end },
    message: `“${p.text.slice(start, Math.min(end, start + 24))}${end - start > 24 ? '…' : ''}” is no number that can count anything; it was passed over.`,
  };
}

/** "7 shot, 3 dead": four were hurt. */
function without(mention: FigureMention, dead: number): FigureMention {
  const { low, best, high } = mention.value;
  const less = (value: number | null) => (value === null ? null : value - dead);
  return {
    ...mention,
    value: { ...mention.value, low: less(low), best: less(best), high: less(high) },
    basis: 'implied',
    rule: 'figures/shot-and-dead',
    why: `${best} were hit, and the sentence says that ${dead} of them died`,
  };
}

/** One figure a stretch of words: the surest tie wins; what no verb governs is told by its noun or unit. */
function settle(
  p: Pieces,
  sentence: number,
  quantities: readonly Quantity[],
  ties: readonly Governed[],
  w: QuantityWords,
  found: Candidate[],
): void {
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
  for (const { quantity, measure, tie } of out) {
    const weak = tie !== null && weakTrigger(p, tie.trigger, w);
    found.push({
      sentence,
      measure,
      quantity,
      weak,
      dropped: false,
      less: 0,
      mention: mention(p, quantity, measure, tie, covered.get(quantity) ?? null),
    });
  }
}

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
const RULES: Readonly<Record<string, string>> = { sum: 'list', 'toll-before': 'toll', participle: 'governed' };

function mention(p: Pieces, q: Quantity, measure: Measure, tie: Governed | null, scope: Span | null): FigureMention {
  const value: Figure = {
    measure, unit: OF_PEOPLE.has(measure) && (q.toll || q.unit === null || !q.person) ? 'people' : q.unit, group: q.person?.group ?? null, low: q.low, best: q.best, high: q.high, per: q.per, scope,
    superseded: tie?.rule === 'toll-before', noun: q.noun >= 0 ? (p.token[q.noun] ?? null) : null, trigger: tie ? (p.token[tie.trigger] ?? null) : null,
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
