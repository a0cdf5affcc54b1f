// A noun for news with what it is that happened in, those who did it out: "welcomed the news that Dorvania had freed the captives", "deplored the fact that the army had shelled the camp".
import { REL, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

const NEWS: ReadonlySet<string> = new Set([
  'news',
  'fact',
  'report',
  'reports',
  'announcement',
  'word',
  'confirmation',
  'tidings',
]);

/** The doer of the deed that a noun for news tells of; -1 where it tells of none or nobody is told. */
export function toldDoer({ view, roles }: Pick<Matcher, 'view' | 'roles'>, noun: number): number {
  if (noun < 0 || !NEWS.has(view.lower[noun] ?? '') || view.lower[noun + 1] !== 'that') return -1;
  const clause = roles.childBy(noun, REL.acl);
  if (clause <= noun || view.upos[clause] !== VERB) return -1;
  const { agent, patient } = roles.rolesOf(clause);
  // "the news that the ceasefire was signed": by nobody told
  return agent > noun && agent !== patient ? agent : -1;
}
