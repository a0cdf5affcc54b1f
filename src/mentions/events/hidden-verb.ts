// A participle that the parser took for an adjective in, the subject that makes it the sentence's verb out: "guards tortured prisoners".
import { ADJ, ADV, AUX, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import type { Children } from './roles.ts';

/** The subject of a noun that cannot have one, where a participle stands between the two; -1 for none. */
export function hiddenSubject(token: number, view: TokenView, clauses: Clauses, children: Children): number {
  const { relation, head, upos, lower } = view;
  if (relation[token] !== REL.amod) return bareSubject(token, view, clauses, children);
  // "the army shelled positions": the subject hangs from it all the same
  const own = clauses.subject[token] ?? -1;
  if (own >= 0 && own < token && (upos[own] === NOUN || upos[own] === PROPN)) return own;
  const noun = head[token] ?? -1;
  if (noun <= token || (upos[noun] !== NOUN && upos[noun] !== PROPN)) return -1;
  if (hasDone(token, noun, view)) return clauses.subject[head[noun] as number] ?? -1;
  let subject = clauses.subject[noun] ?? -1;
  // "the Red Cross distributed food": a name before it that was taken for a part of the noun
  if (subject < 0 && relation[noun] === REL.root && head[token - 1] === noun && partOfNoun(token, view))
    subject = token - 1;
  if (subject < 0 || subject >= token) return -1;
  if (!lower[token]?.endsWith('ed') && view.tag(token) !== 'VBN' && view.tag(token) !== 'VBD') return -1;
  // "the guards are tortured men" has its verb
  for (let child = children.first[noun] as number; child >= 0; child = children.next[child] as number)
    if (relation[child] === REL.cop || relation[child] === REL.aux) return -1;
  let at = token - 1;
  // "has suspended aid deliveries": its auxiliary is another sign of it
  while (at > subject && (upos[at] === ADV || (upos[at] === AUX && head[at] === token))) at--;
  return at === (clauses.right[subject] ?? subject) ? subject : -1;
}

/** "The ministers relaxed curbs": more than one before a participle are no part of the noun behind it, nor is anybody in a sentence that has no verb. */
function partOfNoun(token: number, view: TokenView): boolean {
  const { relation, upos, lower, tag } = view;
  if (upos[token - 1] === PROPN && tag(token) !== 'JJ') return true;
  if (relation[token - 1] !== REL.compound || !(lower[token] as string).endsWith('ed')) return false;
  return tag(token - 1) === 'NNS' || (tag(token - 1) === 'NN' && isVerbless(token, view));
}

/** "The government relaxed curbs on rallies.": a whole sentence, and none of its words a verb. */
function isVerbless(token: number, { sentence, upos, lower, length }: TokenView): boolean {
  const own = sentence[token];
  let at = token;
  while (at > 0 && sentence[at - 1] === own) if (upos[--at] === VERB || upos[at] === AUX) return false;
  for (at = token + 1; at < length && sentence[at] === own; at++)
    if (upos[at] === VERB || upos[at] === AUX) return false;
  return lower[at - 1] === '.';
}

const HAVING = /^(?:has|have|had)$/;
/** What those whom one has may be: "has wounded soldiers", "had armed supporters". */
const STATES: ReadonlySet<string> = new Set([
  'wounded', 'injured', 'armed', 'displaced', 'trained', 'occupied', 'retired', 'elected', 'united', 'backed', 'banned', 'limited', 'allied', 'detained', 'jailed', 'imprisoned', 'captured', 'stolen', 'frozen',
]); // biome-ignore format: one table

/** "Has accused rebels of theft": the parser took the auxiliary for a verb that has accused rebels. */
function hasDone(token: number, noun: number, { relation, head, lower, tag }: TokenView): boolean {
  const have = head[noun] ?? -1;
  if (have !== token - 1 || relation[noun] !== REL.obj || !HAVING.test(lower[have] ?? '')) return false;
  return tag(token) === 'VBN' && tag(noun).startsWith('NN') && tag(noun) !== 'NN' && !STATES.has(lower[token] ?? '');
}

/** "The rebels advanced on the town": an adjective in -ed with a subject and no copula is a past tense. */
function bareSubject(
  token: number,
  { lower, upos, relation }: TokenView,
  clauses: Clauses,
  children: Children,
): number {
  const subject = clauses.subject[token] ?? -1;
  if (upos[token] !== ADJ || subject < 0 || subject >= token || !lower[token]?.endsWith('ed')) return -1;
  if (upos[subject] !== NOUN && upos[subject] !== PROPN) return -1;
  for (let child = children.first[token] as number; child >= 0; child = children.next[child] as number)
    if (relation[child] === REL.cop || relation[child] === REL.aux || relation[child] === REL['aux:pass']) return -1;
  return subject;
}
