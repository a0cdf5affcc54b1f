// An event in the making in, who did it out where a parser gave the deed to those who only told of it: "… and shot two, police said".
import { NOUN, PROPN, REL } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

const INQUIRIES: ReadonlySet<string> = new Set([
  'investigation',
  'investigate',
  'probe',
  'review',
  'inquiry',
  'examine',
]);

/** Those who did it, without those who speak of it behind and those who look into it: "the shooting is under investigation by the army". */
export function doersOf(one: Coded, match: Matcher): readonly number[] {
  const before = beforeSpeech(one, match);
  if (before) return before;
  if (one.code.type !== 'ASSAULT') return one.agents;
  const { view } = match;
  const looks = (token: number) => {
    const up = view.head[token] ?? -1;
    if (up >= 0 && up !== one.trigger && INQUIRIES.has(match.lemma(up))) return true;
    // "under investigation by": whatever the parser hung it from
    for (let at = token - 1; at > one.trigger && at > token - 10; at--)
      if (view.lower[at] === 'by') return INQUIRIES.has(match.lemma(at - 1)) || view.lower[at - 1] === 'investigated';
    return false;
  };
  return one.agents.some(looks) ? one.agents.filter((token) => !looks(token)) : one.agents;
}

/** "A worker who had been suspended returned and shot two, police said": the worker. Null where nobody speaks behind the deed. */
function beforeSpeech({ agents, trigger, clause }: Coded, { view }: Matcher): readonly number[] | null {
  if (agents.length === 0) return null;
  const { head, relation, sentence, upos } = view;
  for (const agent of agents) {
    const verb = head[agent] ?? -1;
    if (relation[agent] !== REL.nsubj || agent < trigger || verb < trigger || verb === clause) return null;
    if (!isTold(clause, verb, view)) return null;
  }
  let first = trigger;
  while (first > 0 && sentence[first - 1] === sentence[trigger]) first--;
  for (let token = first; token < trigger; token++) {
    const link = relation[token];
    if ((link === REL.nsubj || link === REL['nsubj:pass']) && (upos[token] === NOUN || upos[token] === PROPN))
      return [token];
  }
  return [];
}

/** Whether a clause is what a verb behind it says, over coordination. */
function isTold(clause: number, verb: number, { head, relation }: Matcher['view']): boolean {
  let at = clause;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    if (head[at] === verb) return relation[at] === REL.ccomp || relation[at] === REL.parataxis;
    at = head[at] ?? -1;
  }
  return false;
}
