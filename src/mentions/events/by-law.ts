// A deed in, whether it is what a law lets or forbids anybody to do and no deed that was done out: "a law which allows the arrest of suspects".
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** What a law does with a deed. */
const RULING: ReadonlySet<string> = new Set([
  'allow', 'permit', 'authorise', 'authorize', 'enable', 'legalise', 'legalize', 'criminalise', 'criminalize', 'regulate', 'govern', 'prohibit', 'forbid', 'outlaw', 'punish', 'require', 'mandate',
]); // biome-ignore format: one table
const LAWS: ReadonlySet<string> = new Set([
  'law', 'act', 'bill', 'statute', 'decree', 'constitution', 'section', 'article', 'clause', 'provision', 'legislation', 'ordinance', 'code', 'rule', 'regulation', 'amendment', 'system',
]); // biome-ignore format: one table
const WHICH: ReadonlySet<string> = new Set(['which', 'that']);

/** Whether a noun for a deed is the object of what a law does. */
export function isByLaw({ trigger, operators }: Coded, match: Matcher): boolean {
  const { view, roles } = match;
  if (view.upos[trigger] !== NOUN || view.relation[trigger] !== REL.obj || operators.length > 0) return false;
  const verb = view.head[trigger] ?? -1;
  if (verb < 0 || view.upos[verb] !== VERB || !RULING.has(match.lemma(verb))) return false;
  let subject = roles.clauses.subject[verb] ?? -1;
  // "a law which allows": the law, whatever noun before it the parser hung the clause from
  if (subject < 0 || WHICH.has(view.lower[subject] ?? '')) subject = view.head[verb] ?? -1;
  return subject >= 0 && LAWS.has(match.lemma(subject));
}
