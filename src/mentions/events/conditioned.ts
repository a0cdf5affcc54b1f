// A threat in, the one on whose deed it hangs out: "threatened a strong response if the rebels crossed the river".
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const PARTY = kindMask('party') | kindMask('forces') | kindMask('body') | kindMask('state');
/** How far from the threat its condition may stand, and how deep. */
const FAR = 30;
const DEEPEST = 4;

/** The subject of the "if" or "unless" clause that goes with the threat, where it acts; -1 for none. */
export function conditioned({ trigger, clause, entry }: Coded, { view, roles, kinds }: Matcher): number {
  // "warned that if the bloc failed, it would fall apart": what may come of it, and no threat to it
  if (entry.words === 'warn') return -1;
  const { lower, relation, head, sentence, upos } = view;
  let from = trigger;
  while (from > 0 && trigger - from < FAR && sentence[from - 1] === sentence[trigger]) from--;
  for (let mark = from; mark < trigger + FAR && sentence[mark] === sentence[trigger]; mark++) {
    if ((lower[mark] !== 'if' && lower[mark] !== 'unless') || relation[mark] !== REL.mark) continue;
    // "even if the rebels agree", "as if it were"
    if (lower[mark - 1] === 'even' || lower[mark - 1] === 'as') continue;
    const verb = head[mark] ?? -1;
    if (verb < mark || upos[verb] !== VERB || roles.isPassive(verb)) continue;
    let up = verb;
    for (let steps = 0; steps < DEEPEST && up >= 0 && up !== trigger && up !== clause; steps++) up = head[up] ?? -1;
    if (up !== trigger && up !== clause) continue;
    const subject = roles.clauses.subject[verb] ?? -1;
    if (subject < 0) continue;
    // "if the talks fail": nobody
    if (upos[subject] === PROPN || (upos[subject] === NOUN && (kinds.of(subject) & PARTY) !== 0)) return subject;
  }
  return -1;
}
