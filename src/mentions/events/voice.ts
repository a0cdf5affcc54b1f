// A verb in, whether its subject undergoes what it tells out, also where the tree or the tagger slipped.
import { DET, REL, type TokenView } from '../actors/token-view.ts';
import {
  actsUpon,
  countBehind,
  hasBeenLess,
  isAmongPast,
  isBesidePast,
  isGiven,
  isOfNoun,
  isTollOf,
  objectPastDay,
  rangeBehind,
} from './past-tense.ts';
import { ACTIVE, INTRANSITIVE, PARTICLES } from './role-words.ts';
import type { RoleReader } from './roles.ts';

/** What is told, warned or promised to the subject of their passive. */
const HEARING: ReadonlySet<string> = new Set(['tell', 'warn', 'inform', 'remind', 'assure', 'advise', 'notify', 'promise', 'ask', 'order', 'urge', 'show', 'teach', 'convince', 'persuade', 'satisfy', 'concern']); // biome-ignore format: one table
const LOOSE: ReadonlySet<number> = new Set([REL.acl, REL.advcl, REL.amod, REL.root, REL.conj]);

/** Whether what stands as a verb’s subject undergoes it. */
export function isPassive(verb: number, view: TokenView, roles: RoleReader): boolean {
  // "soldiers have fired at the convoy": without "been" nothing was done to them, whatever the parser calls the subject
  if (hasBeenLess(verb, view)) return false;
  if (isTollOf(verb, view)) return true;
  let passive = false;
  let auxiliary = false;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (view.relation[child] === REL['aux:pass']) passive = true;
    if (view.relation[child] === REL.aux) auxiliary = true;
  }
  if (passive || roles.agentBy(verb) >= 0) return true;
  // "a bomb ripped through the market", "a car bomb exploded" have no passive, whatever the tree calls its subject
  if (INTRANSITIVE.has(roles.parsed.words.lemma(verb))) return false;
  // "soldiers raped, beat and robbed villagers": what the verbs beside it do is done by the same
  if (!auxiliary && isAmongPast(verb, view, roles.children, roles.clauses)) return false;
  if (!auxiliary && isGiven(verb, view, roles.clauses)) return true;
  // "the army burned down the village"
  if (
    !auxiliary &&
    Math.max(roles.clauses.subject[verb] ?? -1, roles.clauses.passive[verb] ?? -1) >= 0 &&
    PARTICLES.has(view.lower[verb + 1] ?? '') &&
    (roles.obliqueOf(verb, view.lower[verb + 1] ?? '') >= 0 || view.upos[verb + 2] === DET)
  )
    return false;
  // "the army closed in on the town", "cracked down on them"
  if (view.lower[verb + 2] === 'on' && /^(?:in|down)$/.test(view.lower[verb + 1] ?? '') && !auxiliary) return false;
  // "the strike killed between nine and twelve"
  if (!auxiliary && (rangeBehind(verb, view) >= 0 || objectPastDay(verb, view, roles.children) >= 0)) return false;
  if (isOfNoun(verb, view, roles.clauses)) return false;
  // "soldiers, supported by fighters, have carried out an attack": with an object and no "been" it is none
  if ((roles.clauses.passive[verb] ?? -1) >= 0) return !auxiliary || (roles.clauses.object[verb] ?? -1) < verb;
  const relation = view.relation[verb];
  // "after a coalition ousted Holt": what a participle behind a noun is done to stands behind neither verb nor name
  if (relation === REL.acl && actsUpon(verb, view)) return false;
  // "they vandalised, toppled and burned statues": coordinated with what they did
  if (isBesidePast(verb, view) && !roles.isPassive(view.head[verb] ?? -1)) return false;
  // "said the forces killed 80 there"
  if ((roles.clauses.subject[verb] ?? -1) >= 0 && countBehind(verb, view) >= 0) return false;
  if ((roles.clauses.subject[verb] ?? -1) >= 0) {
    const lemma = roles.parsed.words.lemma(verb);
    // lemmas lose their last letter now and then
    if (ACTIVE.has(lemma) || ACTIVE.has(`${lemma}e`)) return false;
  }
  // "died when police fired": a clause with a subject and no "been" is the tagger's slip
  if (relation === REL.advcl && (roles.clauses.subject[verb] ?? -1) >= 0) return false;
  // "the rebels attacked with mortars": headlines, where "been" is left out, leave out articles too
  const told = relation === REL.root && !auxiliary ? (roles.clauses.subject[verb] ?? -1) : -1;
  // "Amnesty alleged that they had been beaten", against "Holt told that he must go"
  if (
    told >= 0 &&
    told < verb &&
    (roles.clauses.complement[verb] ?? -1) > verb &&
    !HEARING.has(roles.parsed.words.lemma(verb))
  )
    return false;
  if (told >= 0 && told < verb && /^(?:the|a|an)$/.test(view.lower[roles.childBy(told, REL.det)] ?? '')) return false;
  return (
    !auxiliary &&
    (roles.clauses.agent[verb] ?? -1) < 0 &&
    view.tag(verb) === 'VBN' &&
    (roles.clauses.object[verb] ?? -1) < 0 &&
    LOOSE.has(relation ?? -1)
  );
}
