// A blow by which somebody answers in, at whom it is struck out: "threw stones at the settlers, who responded with gunfire", "shelled the town and the army hit back".
import { REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';

const ANSWERING: ReadonlySet<string> = new Set(['respond', 'reply', 'answer', 'retaliate', 'react', 'counter']);
/** "Hit back", "fired back", "returned fire". */
const BACK: ReadonlySet<string> = new Set(['hit', 'strike', 'fire', 'shoot', 'fight']);
const STRIKING: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST']);

/** The same where it strikes nobody yet and the clause before tells who struck first. */
export function withStruck(one: Coded, coder: Coder): Coded {
  if (one.code.type !== 'ASSAULT' || one.patients.length > 0) return one;
  const { view, roles } = coder.match;
  const verb = answeringVerb(one, coder);
  if (verb < 0) return one;
  const link = view.relation[verb];
  const up = view.head[verb] ?? -1;
  if (up < 0 || up > verb) return one;
  // "…, who responded with gunfire": those at whom the first blow was struck
  if (link === REL['acl:relcl']) {
    let first = view.head[up] ?? -1;
    while (first >= 0 && view.upos[first] !== VERB) first = view.head[first] ?? -1;
    const blow = first < 0 ? null : blowOf(first, coder);
    return blow && blow.agents.length > 0 && !blow.agents.includes(up)
      ? { ...one, agents: one.agents.length > 0 ? one.agents : [up], patients: blow.agents }
      : one;
  }
  // "…, and the army responded with gunfire"
  if (link !== REL.conj || view.upos[up] !== VERB || (roles.clauses.subject[verb] ?? -1) < 0) return one;
  const blow = blowOf(up, coder);
  return blow && blow.agents.length > 0 ? { ...one, patients: blow.agents } : one;
}

/** The verb that says that it is an answer; -1 where none does. */
function answeringVerb({ clause, trigger, operators }: Coded, { match }: Coder): number {
  for (const at of [...operators, clause, trigger]) {
    if (match.view.upos[at] !== VERB) continue;
    const lemma = match.lemma(at);
    if (ANSWERING.has(lemma) || (BACK.has(lemma) && match.view.lower[at + 1] === 'back')) return at;
    if (lemma === 'return' && match.view.lower[at + 1] === 'fire') return at;
  }
  return -1;
}

/** The blow that a clause tells of, by its verb or by what that verb carries. */
function blowOf(verb: number, coder: Coder): Coded | null {
  const own = coder.code(verb);
  if (own) return STRIKING.has(own.code.type) ? own : null;
  const object = coder.match.roles.clauses.object[verb] ?? -1;
  const carried = object < 0 ? null : coder.code(object);
  return carried && STRIKING.has(carried.code.type) ? carried : null;
}
