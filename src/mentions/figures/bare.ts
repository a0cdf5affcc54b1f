// A quantity that no verb governs in, what it measures by its own noun or unit out: "900 soldiers", "$4 million", "12%".
import type { Measure } from './figure.ts';
import { type Pieces, WORD } from './pieces.ts';
import type { Quantity } from './quantity.ts';

/** "30-day truce": a length that describes, told among the times. */
const hyphened = (p: Pieces, q: Quantity): boolean => q.noun > 0 && p.text.charCodeAt(p.start[q.noun - 1] ?? 0) === 45;

const SUPERLATIVE = /^(?:most|least|worst|\w{2,}est)$/;

function isTopmost(p: Pieces, { from, noun }: Quantity): boolean {
  for (let at = from; at < noun; at++) if (SUPERLATIVE.test(p.text.slice(p.start[at], p.end[at]))) return true;
  return false;
}

/** What a count measures that no verb governs; null for what is left out: bare "one", vague counts of things. */
export function alone(p: Pieces, q: Quantity): Measure | null {
  // "one of the highest death tolls"
  if (q.toll && q.part && q.best === 1 && isTopmost(p, q)) return null;
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
  if (q.part && q.best === 1 && q.thing) return null; // "one of the deadliest attacks"
  if (q.thing) return q.thing.measure === 'attacks' ? 'attacks' : 'other';
  if (q.form === 'vague' || q.form === 'pair' || (q.form === 'about' && !q.unit)) return null;
  // "get one", "the bottom three": a small number word alone says nothing that could be checked
  if (q.noun < 0 && (q.best ?? 11) <= 10 && p.kind[q.to - 1] === WORD) return null;
  return 'other';
}

/** Units of weight and volume in which aid, grain, fuel and explosives are counted. */
const CARGO: ReadonlySet<string> = new Set(['barrels', 'kilograms', 'tonnes', 'tons']);

/** Whether a figure is told by the way only: see `Figure.minor`. */
export const minor = (q: Quantity, measure: Measure, tied: boolean): boolean =>
  measure === 'other' &&
  !tied &&
  q.thing === null &&
  q.kind !== 'percent' &&
  !(q.kind === 'measure' && q.unit !== null && CARGO.has(q.unit));
