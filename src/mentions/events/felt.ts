// A participle that tells how somebody feels about another's doings in, the event that its entry as an adjective makes out: "is opposed to the plan", "were displeased with the envoy".
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** Null where the lists have no such adjective with the preposition that stands there. */
export function feltOf(match: Matcher, participle: number): Coded | null {
  const { view, roles } = match;
  const who = roles.clauses.passive[participle] ?? -1;
  if (who < 0 || view.tag(participle) !== 'VBN') return null;
  const found = match.adjectiveEntry(participle, view.lower[participle] ?? '', {
    agent: who,
    patient: -1,
    passive: false,
  });
  if (!found || found.found.none || !found.found.bound || found.found.frame !== 'oblique') return null;
  const entry = found.found;
  const whom = match.led(participle, found.tokens, entry.preposition as string);
  if (whom < participle) return null;
  return {
    code: entry, trigger: participle, clause: participle, agents: [who], patients: [whom], mutual: false, operators: [], consumed: [], entry, path: entry.words,
  }; // biome-ignore format: one record
}
