// A gerund that was hung beside the verb before it in, what that verb makes of it out: "denies supporting them", "has not ruled out sending troops".
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Operation } from './composed.ts';
import { operators } from './operators.ts';
import type { RoleReader } from './roles.ts';

/** Null where the verb makes nothing of it, or does not stand right before it. */
export function operationOnGerund(gerund: number, verb: number, view: TokenView, roles: RoleReader): Operation | null {
  if (view.tag(gerund) !== 'VBG' || view.upos[verb] !== VERB || roles.caseOf(gerund) !== '') return null;
  // "set off a bomb, killing nine": what came of it
  if (gerund > verb + 2) return null;
  const particle = gerund === verb + 2 ? view.lower[verb + 1] : undefined;
  if (gerund !== verb + 1 && view.relation[verb + 1] !== REL['compound:prt']) return null;
  const found = operators()
    .verbs.get(roles.parsed.words.lemma(verb))
    ?.find(({ rest }) => rest[0] === particle && rest.length < 2);
  return found?.operation ?? null;
}
