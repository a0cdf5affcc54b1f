// A noun for what somebody says or gives in, whose it is where a verb of coming tells so out: "condemnation came from Velmar", or one that it was done with: "opened the session with criticism of Velmar".
import { ADJ, NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { EventType } from './event.ts';
import { kindBit, kindMask } from './kinds.ts';
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
  if (!GIVEN.has(type) || view.upos[noun] !== NOUN) return -1;
  // "won with the support of Velmar": help is that of others
  if (view.relation[noun] === REL.obl) return type === 'AID' || type === 'SUPPORT' ? -1 : doneWith(noun, match);
  if (view.relation[noun] !== REL.nsubj) return -1;
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

const PARTY = kindMask('party');
/** What one does with words of one's own. */
const WITH_WORDS: ReadonlySet<string> = new Set([
  'open', 'begin', 'start', 'close', 'end', 'conclude', 'follow', 'continue', 'respond', 'react', 'reply', 'retaliate', 'counter', 'return', 'rally', 'mark', 'interrupt', 'fill', 'pepper', 'lace', 'anger', 'infuriate', 'enrage', 'outrage', 'surprise', 'stun', 'shock', 'irritate', 'upset', 'alarm', 'provoke',
]); // biome-ignore format: one table

/** Who does something "with" the noun; -1 where the verb is none that words are used for. */
function doneWith(noun: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  const verb = view.head[noun] ?? -1;
  if (
    verb < 0 ||
    verb > noun ||
    view.upos[verb] !== VERB ||
    roles.caseOf(noun) !== 'with' ||
    !WITH_WORDS.has(match.lemma(verb))
  )
    return -1;
  const { agent, passive } = roles.rolesOf(verb);
  return !passive && agent >= 0 && (kinds.of(agent) & PARTY) !== 0 ? agent : -1;
}
