// A parsed report in, its figures out: who and how many were killed, hurt, taken, sent, and what else is counted.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import type { Figure, FigureMention, FoundFigures, Measure } from './figure.ts';
import { type Governed, governed } from './governed.ts';
import { numeralWords } from './numeral.ts';
import { boundWords } from './numeral-bound.ts';
import { fillPieces, newPieces, type Pieces } from './pieces.ts';
import { type Quantity, type QuantityWords, readQuantities } from './quantity.ts';
import { vocabulary } from './vocabulary.ts';

let prepared: QuantityWords | null = null;

function prepare(): QuantityWords {
  if (prepared) return prepared;
  const words = vocabulary();
  const id = new Proxy({} as Record<string, number>, { get: (_, name) => words.id(String(name)) });
  prepared = { words, numerals: numeralWords(words), bounds: boundWords(words), id };
  return prepared;
}

/** Every figure of a report in text order, each tied to its words. Never throws on what the text holds. */
export function findFigures(parsed: Parsed): FoundFigures {
  const w = prepare();
  const mentions: FigureMention[] = [];
  const issues: Issue[] = [];
  const pieces = newPieces();
  for (let sentence = 0; sentence < parsed.text.sentences.length; sentence++) {
    fillPieces(pieces, parsed, sentence, w.words);
    const quantities = readQuantities(pieces, w);
    const ties = governed(pieces, quantities, w);
    settle(pieces, quantities, ties, mentions);
  }
  return { mentions, issues };
}

function settle(
  p: Pieces,
  quantities: readonly Quantity[],
  ties: readonly Governed[],
  mentions: FigureMention[],
): void {
  const best = new Map<string, Governed>();
  for (const tie of ties) {
    const key = `${tie.quantity.from}:${tie.quantity.to}`;
    const known = best.get(key);
    if (!known || tie.tie > known.tie) best.set(key, tie);
  }
  const out: { from: number; mention: FigureMention }[] = [];
  for (const tie of best.values())
    out.push({ from: tie.quantity.from, mention: mention(p, tie.quantity, tie.measure as Measure, tie) });
  for (const q of quantities) {
    if (best.has(`${q.from}:${q.to}`)) continue;
    const measure = alone(p, q);
    if (measure) out.push({ from: q.from, mention: mention(p, q, measure, null) });
  }
  out.sort((a, b) => a.from - b.from || b.mention.span.end - a.mention.span.end);
  for (const { mention } of out) mentions.push(mention);
}

/** "30-day truce": a length that describes, told among the times. */
const hyphened = (p: Pieces, q: Quantity): boolean => q.noun > 0 && p.text.charCodeAt(p.start[q.noun - 1] ?? 0) === 45;

function alone(p: Pieces, q: Quantity): Measure | null {
  if (q.toll) return q.toll.measure === 'casualties' ? 'injured' : (q.toll.measure as Measure);
  if (q.kind === 'money') return 'money';
  if (q.kind !== 'count')
    return q.form === 'vague' ||
      q.form === 'pair' ||
      (q.form === 'about' && !q.unit) ||
      (q.kind === 'time' && hyphened(p, q))
      ? null
      : 'other';
  if (q.person) return q.person.measure;
  if (q.thing) return q.thing.measure === 'attacks' ? 'attacks' : q.thing.measure === 'vehicles' ? 'vehicles' : 'other';
  if (q.form === 'vague' || q.form === 'pair' || (q.form === 'about' && !q.unit)) return null;
  if (q.noun < 0 && q.best === 1 && p.kind[q.from] === 0) return null; // "get one"
  return 'other';
}

function mention(p: Pieces, q: Quantity, measure: Measure, tie: Governed | null): FigureMention {
  const value: Figure = {
    measure, unit: q.unit, group: q.person?.group ?? null, low: q.low, best: q.best, high: q.high, per: q.per, scope: null,
    superseded: tie?.rule === 'toll-before', noun: q.noun >= 0 ? (p.token[q.noun] ?? null) : null, trigger: tie ? (p.token[tie.trigger] ?? null) : null,
  }; // biome-ignore format: one shape
  return {
    span: { start: p.start[q.from] ?? 0, end: p.end[q.to - 1] ?? 0 },
    head: p.token[q.noun >= 0 ? q.noun : q.to - 1] ?? 0,
    value,
    basis: q.numbered ? 'stated' : 'implied',
    rule: `figures/${tie?.rule ?? 'bare'}`,
    why: tie?.why ?? 'a number with its noun',
    from: [],
  };
}
