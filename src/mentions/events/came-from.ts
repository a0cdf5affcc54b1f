// A noun for what somebody says or gives in, whose it is where a verb of coming tells so out: "condemnation came from Velmar".
import { ADJ, NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { EventType } from './event.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const ARMED = kindBit('forces') | kindBit('body');
/** What words and help do that reach somebody. */
const COMING: ReadonlySet<string> = new Set(['come', 'pour', 'flow', 'flood', 'arrive', 'emerge', 'issue', 'emanate']);
/** What one gives by words, or by sending it. */
const GIVEN: ReadonlySet<EventType> = new Set([
  'ACCUSE', 'REJECT', 'REQUEST', 'THREATEN', 'SUPPORT', 'AGREE', 'AID', 'CONCEDE',
]); // biome-ignore format: one table

/** The one from whom it came; -1 where no verb says so. Nobody's words come "from a meeting" or "from the south". */
export function cameFrom(noun: number, type: EventType, match: Matcher): number {
  const { view, roles, kinds } = match;
  const own = ownDeedOf(noun, match);
  if (own >= 0) return own;
  if (!GIVEN.has(type) || view.relation[noun] !== REL.nsubj || view.upos[noun] !== NOUN) return -1;
  const verb = view.head[noun] ?? -1;
  if (verb < noun || view.upos[verb] !== VERB || !COMING.has(match.lemma(verb))) return -1;
  const from = roles.obliqueOf(verb, 'from');
  return from > verb && kinds.isPower(from) ? from : -1;
}

/** "The rebels own shelling of the quarter": theirs, where the apostrophe was lost; -1 for nobody's. */
function ownDeedOf(noun: number, { view, kinds }: Matcher): number {
  const { lower, upos, sentence } = view;
  let at = noun - 1;
  while (upos[at] === NOUN || (upos[at] === ADJ && lower[at] !== 'own')) at--;
  const whose = at - 1;
  if (lower[at] !== 'own' || upos[at] !== ADJ || whose < 0 || sentence[whose] !== sentence[noun]) return -1;
  return (upos[whose] === NOUN || upos[whose] === PROPN) && (kinds.of(whose) & ARMED) !== 0 ? whose : -1;
}
