// A token tagged as a gerund in, whether it is a noun all the same out: "killed in police firing", "fighting broke out".
import { ADJ, ADV, AUX, NOUN, REL, type TokenView } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';
import type { RoleReader } from './roles.ts';
import { wentOn } from './spell.ts';

/** "Killed in police firing": tagged as a verb, yet a preposition leads it and a noun stands before it. */
export function isGerundNoun(token: number, { view, roles }: Matcher): boolean {
  if (view.tag(token) !== 'VBG' || (roles.clauses.object[token] ?? -1) >= 0) return false;
  if (isSaidOfSeveral(token, view, roles)) return false;
  // "there was heavy fighting between the two": what there was
  if (isThere(token, view)) return true;
  // "details emerged about fighting between the two"
  if (view.lower[token] === 'fighting' && view.lower[token + 1] === 'between' && isBare(token, view, roles))
    return true;
  // "fighting broke out"
  if (view.head[token] === token + 1 && view.tag(token + 1) === 'VBD' && view.relation[token] === REL.advcl)
    return true;
  // "in Goma, fighting erupted between the two": what came about
  const verb = view.head[token] ?? -1;
  if (view.relation[token] === REL.nsubj && verb > token && (roles.clauses.object[verb] ?? -1) < 0) return true;
  // "killed in shelling by the army": a preposition makes it a noun, and so the tree has it
  if (isLed(token, verb, view)) return true;
  if (view.upos[token - 1] !== NOUN) return false;
  // "watched the gunmen shooting at soldiers"
  if (view.relation[token] === REL.acl && view.head[token] === token - 1 && view.lower[token + 1] === 'at')
    return false;
  const before = view.lower[token - 2];
  // "rioting and subsequent police firing left two dead"
  if (view.upos[token - 2] === ADJ && (verb > token || (view.relation[token] === REL.conj && view.upos[verb] === NOUN)))
    return true;
  return before === 'in' || before === 'by' || before === 'during' || before === 'the' || before === 'to';
}

/** What nobody is said to do. */
const isBare = (token: number, { upos, relation }: TokenView, { clauses }: RoleReader): boolean =>
  upos[token - 1] !== AUX && relation[token] !== REL.root && (clauses.subject[token] ?? -1) < 0;

/** "There was fighting", "there has been heavy shelling": with nobody before it who does it. */
function isThere(token: number, { lower, upos }: TokenView): boolean {
  let at = token - 1;
  while (at > 0 && (upos[at] === ADJ || upos[at] === ADV || lower[at] === 'more' || lower[at] === 'some')) at--;
  if (!/^(?:is|was|were|been)$/.test(lower[at] ?? '')) return false;
  while (at > 0 && /^(?:is|was|were|been|has|have|had|also)$/.test(lower[at] ?? '')) at--;
  return lower[at] === 'there';
}

/** "Ministers meeting in Lintz agreed": what several people right before it do, whose verb comes behind. */
export function isSaidOfSeveral(gerund: number, { tag, relation, lower }: TokenView, { clauses }: RoleReader): boolean {
  const who = clauses.subject[gerund] ?? -1;
  return (
    (relation[gerund] === REL.nsubj || relation[gerund] === REL.csubj) &&
    who === gerund - 1 &&
    tag(gerund) === 'VBG' &&
    tag(who) === 'NNS' &&
    /(?:s|men|people)$/.test(lower[who] ?? '')
  );
}

/** Before these a gerund has no object and names what went on. */
const ENDING: ReadonlySet<string> = new Set(['by', '.', ',', 'between', 'on', 'in', 'at', 'near', 'since', 'that']);

/** "Killed in shelling by the army", "in 50 rounds of firing by the police": led by a preposition, with nothing that it is done to. */
function isLed(token: number, verb: number, view: TokenView): boolean {
  const { relation, lower, tag } = view;
  if (verb < 0 || verb > token || !ENDING.has(lower[token + 1] ?? '')) return false;
  if (wentOn(verb, view) === token) return true;
  // "succeeded in bombing", against "were killed in bombing"
  const after = lower[token + 1];
  return relation[token] === REL.obl && lower[token - 1] === 'in' && (after === 'by' || tag(verb) === 'VBN');
}
