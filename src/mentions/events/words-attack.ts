// A verb of force in whose subject is something said or written ("the president's tweet attacked", "in a speech, Holt attacked"), the criticism that it is out.
import { NOUN, PROPN, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { DECRIED, isDenied } from './decried.ts';
import { kindMask } from './kinds.ts';

const FORCE: ReadonlySet<string> = new Set(['attack', 'assail', 'assault', 'blast', 'target', 'hit', 'bash', 'savage']);
/** What carries somebody's words. */
const SAID: ReadonlySet<string> = new Set([
  'speech', 'speeches', 'tweet', 'tweets', 'remarks', 'comments', 'message', 'messages', 'statement', 'statements', 'letter', 'letters', 'address', 'op-ed', 'editorial', 'post', 'posts', 'sermon', 'interview', 'broadcast', 'broadcasts',
]); // biome-ignore format: one table
/** What is done in a speech with nothing but words. */
const BY_MEANS: ReadonlySet<string> = new Set(['attack', 'assail', 'blast', 'bash', 'savage']);
const PARTY = kindMask('party');

/** Null where a deed is told, or nobody is named whose words they are. */
export function wordsAttack({ match }: Coder, verb: number, lemma: string): Coded | null {
  if (!FORCE.has(lemma) || isDenied(verb, match)) return null;
  const { view, roles } = match;
  // "his speech attacking Norland"
  const hung = view.tag(verb) === 'VBG' && view.relation[verb] === REL.acl;
  const subject = hung ? (view.head[verb] ?? -1) : (roles.clauses.subject[verb] ?? -1);
  const paper = subject >= 0 && SAID.has(view.lower[subject] ?? '');
  if (!paper && !(BY_MEANS.has(lemma) && isWithin(verb, match))) return null;
  const { agent, patient, passive } = roles.rolesOf(verb);
  if (passive || agent < 0 || patient < 0 || (paper && agent === subject)) return null;
  if (view.upos[agent] !== NOUN && view.upos[agent] !== PROPN) return null;
  if ((match.kinds.of(patient) & PARTY) === 0 || (match.kinds.of(agent) & PARTY) === 0) return null;
  return {
    code: DECRIED, trigger: verb, clause: verb, agents: [agent], patients: [patient], mutual: false, operators: [], consumed: [], entry: DECRIED, path: `words + ${lemma}`,
  }; // biome-ignore format: one record
}

/** "Attacked Norland in a speech", "in a letter, Holt attacked". */
function isWithin(verb: number, { view, roles }: Coder['match']): boolean {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (view.relation[child] === REL.obl && SAID.has(view.lower[child] ?? '') && roles.caseOf(child) === 'in')
      return true;
  return false;
}
