// An event in the making in, who answers whom where "they" was taken for those who asked out: "sent the police a plan, which they rejected".
import { REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** Verbs by which somebody gets to decide on what they are given. */
const GIVING: ReadonlySet<string> = new Set([
  'send', 'give', 'offer', 'submit', 'present', 'propose', 'hand', 'make', 'put', 'show', 'address', 'deliver',
]); // biome-ignore format: one table
const ANSWERS: ReadonlySet<string> = new Set(['REJECT', 'AGREE', 'SUPPORT']);
const HAD: ReadonlySet<string> = new Set(['had']);
const THEY = /^(?:they|he|she|it)$/;

/** The same where a relative clause tells the answer to what somebody was given: who got it answers those who gave it. */
export function withAnswerer(one: Coded, match: Matcher): Coded {
  const { view, roles } = match;
  const { code, agents, trigger } = one;
  const [who] = agents;
  if (!ANSWERS.has(code.type) || who === undefined || agents.length > 1 || !THEY.test(view.lower[who] ?? ''))
    return one;
  // "a plan that it had rejected": before it got it
  if (view.relation[trigger] !== REL['acl:relcl'] || roles.isLedBy(trigger, REL.aux, HAD)) return one;
  const thing = givenAt(view.head[trigger] ?? -1, match);
  const verb = thing < 0 ? -1 : (view.head[thing] ?? -1);
  if (verb < 0 || view.upos[verb] !== VERB || view.relation[thing] !== REL.obj || !GIVING.has(match.lemma(verb)))
    return one;
  const answerer = receiver(verb, thing, match);
  const asker = roles.rolesOf(verb).agent;
  return answerer < 0 || asker < 0 ? one : { ...one, agents: [answerer], patients: [asker] };
}

/** "A plan for the march, which they rejected": the plan, from the march that parsers hang the clause from. */
function givenAt(noun: number, { view: { relation, head, upos }, roles }: Matcher): number {
  const up = noun < 0 ? -1 : (head[noun] ?? -1);
  if (up < 0 || roles.caseOf(noun) !== 'for') return noun;
  if (relation[noun] === REL.nmod) return up;
  return relation[noun] === REL.obl && upos[up] === VERB ? (roles.clauses.object[up] ?? noun) : noun;
}

function receiver(verb: number, thing: number, { view: { relation }, roles }: Matcher): number {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    // "sent the police a plan": parsers take both for objects
    if (child > verb && child < thing && (relation[child] === REL.obj || relation[child] === REL.iobj)) return child;
  const to = roles.obliqueOf(verb, 'to');
  return to > verb ? to : -1;
}
