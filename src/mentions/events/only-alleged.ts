// A word that names a deed in, whether the words above it only accuse or suspect its doer out: "accused Kern of carrying out the attack".
import { REL, VERB } from '../actors/token-view.ts';
import { SUSPECTING } from './doubted.ts';
import type { Matcher } from './match.ts';

const ALLEGING: ReadonlySet<string> = new Set([
  'accuse', 'suspect', 'allege', 'blame', 'suggest', 'believe', 'think', 'insinuate', 'speculate', 'hint', 'imply', 'fear', 'charge', 'wonder',
]); // biome-ignore format: one table
const FAR = 5;

/**
 * "Two men accused of killing a judge": she was killed, and nobody says of whom the report takes it. Who accuses, and is
 * named, makes a statement to which the deed is tied.
 */
export function isOfNobodyKnown(trigger: number, match: Matcher): boolean {
  const { view, roles } = match;
  // "were accused of burning farms and killing herders": one of a list
  let first = trigger;
  for (
    let steps = 0;
    steps < FAR && view.relation[first] === REL.conj && view.tag(view.head[first] ?? -1) === 'VBG';
    steps++
  )
    first = view.head[first] as number;
  const up = view.head[first] ?? -1;
  const led = roles.caseOf(first);
  return (
    up >= 0 &&
    up < trigger &&
    view.upos[up] === VERB &&
    SUSPECTING.has(match.lemma(up)) &&
    (led === 'of' || led === 'with' || led === 'in') &&
    roles.rolesOf(up).agent < 0
  );
}

/** What one event's words leave open, another's that only allege it do not tell. */
export function isOnlyAlleged(trigger: number, match: Matcher): boolean {
  let at = match.view.head[trigger] ?? -1;
  for (let steps = 0; steps < FAR && at >= 0; steps++, at = match.view.head[at] ?? -1)
    if (match.view.upos[at] === VERB && ALLEGING.has(match.lemma(at))) return true;
  return false;
}
