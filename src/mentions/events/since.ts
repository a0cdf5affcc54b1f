// A word for a deed in, whether it is the earlier one that the deed told of is measured by out: "the deadliest since an assault in Tarn", "the worst since rebels shelled it".
import { REL } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

const SINCE: ReadonlySet<string> = new Set(['since']);
const MOST =
  /^(?:deadliest|worst|bloodiest|largest|biggest|heaviest|fiercest|first|most|highest|gravest|boldest|longest|closest|second|third)$/;
/** How many words before its "since" the superlative may stand. */
const FAR = 14;

export function isMeasure(word: number, { view, roles }: Matcher): boolean {
  const { lower, sentence, head, relation } = view;
  let at = word;
  let since = -1;
  // "since an assault", "since a shell hit the market", "since the bombing of the hotel"
  for (let steps = 0; steps < 3 && at >= 0 && since < 0; steps++) {
    if (roles.caseOf(at) === 'since' || roles.isLedBy(at, REL.mark, SINCE)) since = at;
    else if (relation[at] === REL.nmod || relation[at] === REL.obj || relation[at] === REL.nsubj) at = head[at] ?? -1;
    else break;
  }
  if (since < 0) return false;
  let mark = since;
  while (mark > 0 && lower[mark] !== 'since' && sentence[mark] === sentence[word]) mark--;
  if (lower[mark] !== 'since' || mark > word) return false;
  for (let back = mark - 1; back >= 0 && back > mark - FAR && sentence[back] === sentence[word]; back--)
    if (MOST.test(lower[back] ?? '')) return true;
  return false;
}
