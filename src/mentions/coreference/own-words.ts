// A text without a speaker in, in whose name "we" stands in it out: "Norland condemns the attack … We call on all parties", as a ministry puts it out.
import type { Entity, RawMention } from '../actors/cast.ts';
import { REL, type TokenView } from '../actors/token-view.ts';
import type { Utterance } from '../statements/utterance.ts';

/** What is done by saying so, in the present. */
const SAYING: ReadonlySet<string> = new Set([
  'condemns', 'condemn', 'welcomes', 'welcome', 'supports', 'support', 'deplores', 'deplore', 'denounces', 'denounce', 'expresses', 'express', 'urges', 'urge', 'calls', 'call', 'reaffirms', 'reaffirm', 'reiterates', 'reiterate', 'congratulates', 'congratulate', 'commends', 'commend', 'applauds', 'applaud', 'extends', 'extend', 'stands', 'stand', 'joins', 'join', 'offers', 'offer', 'regrets', 'regret', 'thanks', 'thank', 'remains', 'remain',
]); // biome-ignore format: one table

/** The one state or body that speaks in such a text; null where somebody is quoted, or more than one speaks. */
export function ownWords(
  view: TokenView,
  named: readonly RawMention[],
  utterances: readonly Utterance[],
): Entity | null {
  // what somebody is quoted as saying is a report of it
  if (utterances.some(({ quoted }) => quoted)) return null;
  let found: Entity | null = null;
  for (const { head, entity } of named) {
    if (view.relation[head] !== REL.nsubj || entity.kind === 'person' || !entity.named) continue;
    const verb = view.head[head] ?? -1;
    if (verb < head || view.relation[verb] !== REL.root || !SAYING.has(view.lower[verb] ?? '')) continue;
    if (found && found !== entity) return null;
    found = entity;
  }
  return found;
}
