// A parsed text in; everything said in it, with speakers as phrases, out: who "he" is comes later.
import type { Parsed } from '../../grammar/parsed.ts';
import { type TokenView, viewTokens } from '../actors/token-view.ts';
import { viewClauses } from './clauses.ts';
import { findCarried, findDirect } from './direct.ts';
import { findLabelled } from './labelled.ts';
import { findNested } from './nested.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { findReported } from './reported.ts';
import type { Utterance } from './utterance.ts';

export interface Utterances {
  readonly all: readonly Utterance[];
  readonly quotations: readonly Quotation[];
}

const kept = new WeakMap<TokenView, Utterances>();

/** Utterances in order of their first word; kept as long as the parsed text is, since actors and statements both ask. */
export function findUtterances(parsed: Parsed): Utterances {
  const view = viewTokens(parsed);
  const known = kept.get(view);
  if (known) return known;
  const clauses = viewClauses(view);
  const quotations = findQuotations(view);
  const { utterances, taken } = findDirect(view, clauses, quotations);
  const reported = findReported(view, clauses, quotations, taken, utterances);
  const nested = findNested(view, clauses, quotations);
  const labelled = findLabelled(view);
  const carried = findCarried(view, quotations, taken, [...utterances, ...reported]);
  const first = (utterance: Utterance) => utterance.content[0]?.from ?? utterance.head;
  const all = [...utterances, ...reported, ...nested, ...labelled, ...carried].sort(
    (a, b) => first(a) - first(b) || a.head - b.head,
  );
  const result = { all, quotations };
  kept.set(view, result);
  return result;
}
