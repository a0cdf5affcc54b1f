// A verb of helping with what it helps to do in, whether the helper takes part in that very deed out: "helped negotiate the truce".
import { VERB } from '../actors/token-view.ts';
import type { Code } from './event.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

/** What is done together, or done to somebody whom it does not help. */
const SHARED: ReadonlySet<string> = new Set(['CONSULT', 'ASSAULT', 'COERCE', 'SANCTION']);

const HARMED =
  kindMask('person') |
  kindMask('forces') |
  kindMask('power') |
  kindMask('state') |
  kindMask('place') |
  kindMask('name');

/**
 * "Helped negotiate the deal" is a negotiation and "helped capture the town" a capture, where "helped the army capture
 * the town" is aid to the army and "helped rebuild the town" aid to it.
 */
export function takesPart({ view, roles, kinds }: Matcher, verb: number, inner: Code): boolean {
  if (view.upos[verb] !== VERB || !SHARED.has(inner.type)) return false;
  const deed = roles.clauses.open[verb] ?? -1;
  // "helped to arrest the decline" holds nobody
  if (inner.type !== 'CONSULT' && (kinds.of(roles.clauses.object[deed] ?? -1) & HARMED) === 0) return false;
  return deed > verb && deed <= verb + 3 && (roles.clauses.object[verb] ?? -1) < 0 && !roles.isPassive(verb);
}
