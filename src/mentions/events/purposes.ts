// A verb or noun in, the infinitives that say what is wanted or promised with it out.
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import type { Matcher } from './match.ts';

const SEEING: ReadonlySet<string> = new Set(['see', 'have', 'get', 'make', 'let']);

/** "The desire to see both sides take steps": those of whom something is wanted. */
export function wished({ roles, view }: Matcher, noun: number): number[] {
  for (let child = roles.children.first[noun] as number; child >= 0; child = roles.children.next[child] as number) {
    if (child < noun || view.relation[child] !== REL.acl || view.upos[child] !== VERB) continue;
    if (!SEEING.has(view.lower[child] ?? '')) continue;
    const object = roles.clauses.object[child] ?? -1;
    if (object >= 0) return [object];
    const clause = roles.clauses.complement[child] ?? roles.clauses.open[child] ?? -1;
    const subject = clause < 0 ? -1 : (roles.clauses.subject[clause] ?? -1);
    if (subject >= 0) return [subject];
  }
  return [];
}

/** "Offered to send troops to help Velmar": what a deed that is none of the lists' is promised for. */
export function purposeOf(coder: Coder, verb: number, depth: number): Coded | null {
  const { view, roles } = coder.match;
  if (view.upos[verb] !== VERB) return null;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.relation[child] === REL.advcl && isAsked(child, view)) {
      const inner = coder.code(child, depth + 1);
      if (inner && (inner.code.type === 'AID' || inner.code.type === 'CONSULT')) return inner;
    }
  return null;
}

/** Whether a word is an infinitive with "to". */
export function isAsked(token: number, { upos, lower }: TokenView): boolean {
  if (upos[token] !== VERB) return false;
  return lower[token - 1] === 'to' || (lower[token - 2] === 'to' && upos[token - 1] !== NOUN);
}
