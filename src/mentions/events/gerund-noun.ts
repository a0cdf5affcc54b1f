// A token tagged as a gerund in, whether it is a noun all the same out: "killed in police firing", "fighting broke out".
import { ADJ, NOUN, REL } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** "Killed in police firing": tagged as a verb, yet a preposition leads it and a noun stands before it. */
export function isGerundNoun(token: number, { view, roles }: Matcher): boolean {
  if (view.tag(token) !== 'VBG' || (roles.clauses.object[token] ?? -1) >= 0) return false;
  // "fighting broke out"
  if (view.head[token] === token + 1 && view.tag(token + 1) === 'VBD' && view.relation[token] === REL.advcl)
    return true;
  // "in Goma, fighting erupted between the two": what came about
  const verb = view.head[token] ?? -1;
  if (view.relation[token] === REL.nsubj && verb > token && (roles.clauses.object[verb] ?? -1) < 0) return true;
  if (view.upos[token - 1] !== NOUN) return false;
  // "watched the gunmen shooting at soldiers"
  if (view.relation[token] === REL.acl && view.head[token] === token - 1 && view.lower[token + 1] === 'at')
    return false;
  const before = view.lower[token - 2];
  // "rioting and subsequent police firing left two dead"
  if (view.upos[token - 2] === ADJ && (view.head[token] ?? -1) > token) return true;
  return before === 'in' || before === 'by' || before === 'during' || before === 'the' || before === 'to';
}
