// A verb of asking or saying in, the clause below it that tells what is to be done out: "that Velmar withdraw", "recommended the troops leave", "needs to free them".
import { PRON, REL, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** "Recommended the troops in Velmar leave": a verb without its ending behind the object, which is its subject; -1 for none. */
export function bareBehind({ view, roles }: Matcher, verb: number): number {
  const object = roles.clauses.object[verb] ?? -1;
  if (object < verb) return -1;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < object || view.relation[child] !== REL.advcl || view.tag(child) !== 'VB') continue;
    return roles.childBy(child, REL.mark) < 0 && roles.childBy(child, REL.aux) < 0 ? child : -1;
  }
  return -1;
}

/** Obliged, as one is told: "had to" is as often what somebody did. */
const OWING: ReadonlySet<string> = new Set(['needs', 'need', 'needed', 'has', 'have']);

/** "Said Dorvania needs to free them", "said both sides have to stop": the deed; -1 where the clause is no such word. */
export function owedDeed({ view, roles }: Matcher, clause: number): number {
  const deed = OWING.has(view.lower[clause] ?? '') ? (roles.clauses.open[clause] ?? -1) : -1;
  return deed === clause + 2 && view.lower[clause + 1] === 'to' && view.upos[deed] === VERB ? deed : -1;
}

/**
 * Whether a clause's verb has no ending where its subject would want one, and no auxiliary: "that Dorvania withdraw",
 * "that it be expelled". With `always` the verb above only ever asks: "demanded that the troops withdraw".
 */
export function isBare({ view, roles }: Matcher, clause: number, always: boolean): boolean {
  const tag = view.tag(clause);
  if (tag === 'VBN' && (roles.clauses.passive[clause] ?? -1) >= 0) {
    const being = roles.childBy(clause, REL['aux:pass']);
    return view.lower[being] === 'be' && roles.childBy(clause, REL.aux) < 0;
  }
  const subject = roles.clauses.subject[clause] ?? -1;
  if (subject < 0 || (tag !== 'VB' && tag !== 'VBP') || (!always && view.tag(subject).endsWith('S'))) return false;
  return (
    roles.childBy(clause, REL.aux) < 0 && roles.childBy(clause, REL.conj) !== subject && view.upos[subject] !== PRON
  );
}
