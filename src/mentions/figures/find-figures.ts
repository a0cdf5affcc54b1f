// A parsed report in, its figures out: who and how many were killed, hurt, taken, sent, and what else is counted.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import type { FigureMention, FoundFigures } from './figure.ts';
import { governed } from './governed.ts';
import { numeralWords } from './numeral.ts';
import { boundWords } from './numeral-bound.ts';
import { fillPieces, newPieces, type Pieces } from './pieces.ts';
import { type QuantityWords, readQuantities } from './quantity.ts';
import { type Candidate, settle } from './settle.ts';
import { settleVictims, tellsOfViolence } from './shot-and-dead.ts';
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
  let violent = false;
  const last = { measure: null, sentence: 0 };
  for (let sentence = 0; sentence < parsed.text.sentences.length; sentence++) {
    fillPieces(pieces, parsed, sentence, w.words);
    if (pieces.long >= 0) issues.push(tooLong(pieces));
    violent ||= tellsOfViolence(pieces, w);
    const quantities = readQuantities(pieces, w);
    settle(pieces, sentence, quantities, governed(pieces, quantities, w, parsed, sentence, last), w, found);
  }
  settleVictims(found, violent);
  const mentions: FigureMention[] = [];
  for (const one of found) if (!one.dropped) mentions.push(one.less > 0 ? without(one.mention, one.less) : one.mention);
  return { mentions, issues };
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
