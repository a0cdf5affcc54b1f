// A verb of asking and who asks in, the stand against somebody that others are called to out: "called on workers to unite against Holt".
import { REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Entry } from './entries.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import type { Operator } from './operators.ts';
import { isOwned } from './receivers.ts';

const STANDING: ReadonlySet<string> = new Set([
  'mobilize', 'mobilise', 'unite', 'rise', 'rally', 'demonstrate', 'protest', 'march', 'stand', 'revolt', 'rebel', 'campaign', 'organize', 'organise',
]); // biome-ignore format: one table
const PARTY = kindMask('power') | kindMask('state') | kindMask('body') | kindMask('forces');

const RALLIED: Entry = {
  type: 'ACCUSE', mode: 'disapprove', cameo: '113', words: 'call on to mobilize against', kind: 'verb', rest: [], frame: 'agent', preposition: null, bound: false,
  object: false, needs: [], none: false,
}; // biome-ignore format: one record

/** Null where nobody is called to stand against anybody. */
export function rallied(match: Matcher, verb: number, { operation, words }: Operator, agent: number): Coded | null {
  if (operation !== 'request' || agent < 0) return null;
  const deed = calledTo(match, verb);
  if (deed < 0) return null;
  const whom = match.roles.obliqueOf(deed, 'against');
  if (whom < deed) return null;
  // "against racism" is against nobody
  const { kinds } = match;
  if ((kinds.of(whom) & PARTY) === 0 && !kinds.isGiven(whom) && !isOwned(match, whom, PARTY)) return null;
  return {
    code: RALLIED, trigger: verb, clause: verb, agents: [agent], patients: [whom], mutual: false, operators: [verb], consumed: [deed], entry: RALLIED,
    path: `${words} + ${match.lemma(deed)} against`,
  }; // biome-ignore format: one record
}

/** The infinitive that says what those asked are to do, where it is a stand; -1 otherwise. */
function calledTo({ view, roles }: Matcher, verb: number): number {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    const link = view.relation[child];
    if (child < verb || view.upos[child] !== VERB || (link !== REL.xcomp && link !== REL.advcl && link !== REL.ccomp))
      continue;
    if (view.lower[child - 1] === 'to' && STANDING.has(roles.parsed.words.lemma(child).toLowerCase())) return child;
  }
  return -1;
}
