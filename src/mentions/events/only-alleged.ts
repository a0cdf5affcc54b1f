// A word that names a deed in, whether the words above it only accuse or suspect its doer out: "accused Kern of carrying out the attack".
import { VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

const ALLEGING: ReadonlySet<string> = new Set([
  'accuse', 'suspect', 'allege', 'blame', 'suggest', 'believe', 'think', 'insinuate', 'speculate', 'hint', 'imply', 'fear', 'charge', 'wonder',
]); // biome-ignore format: one table
const FAR = 5;

/** What one event's words leave open, another's that only allege it do not tell. */
export function isOnlyAlleged(trigger: number, match: Matcher): boolean {
  let at = match.view.head[trigger] ?? -1;
  for (let steps = 0; steps < FAR && at >= 0; steps++, at = match.view.head[at] ?? -1)
    if (match.view.upos[at] === VERB && ALLEGING.has(match.lemma(at))) return true;
  return false;
}
