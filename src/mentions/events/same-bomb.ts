// Two events of a report in, whether the later tells of the bomb of the earlier out: "the bomb went off", "the bombs were dropped".
import { REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { POINTING } from './role-words.ts';

const BOMBS: ReadonlySet<string> = new Set([
  'bomb', 'device', 'explosive', 'landmine', 'mine', 'grenade', 'ied', 'missile', 'rocket', 'vehicle', 'car', 'truck', 'motorcycle', 'shell', 'blast', 'explosion',
]); // biome-ignore format: one table
/** What bombs do, and what is done with them. */
const GOING: ReadonlySet<string> = new Set([
  'explode',
  'detonate',
  'go',
  'blow',
  'drop',
  'hit',
  'target',
  'land',
  'fall',
  'strike',
  'place',
  'plant',
  'hide',
  'attach',
  'leave',
]);
/** "A bomb planted by rebels exploded": what was planted goes off. */
function isPlanted(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const planted = earlier.coded.trigger;
  // missiles that were fired are no mines that were laid
  if (earlier.code.type !== 'ASSAULT' && match.verbLemma(planted) !== 'lay') return false;
  const bomb = view.head[planted] ?? -1;
  if (view.relation[planted] !== REL.acl || view.upos[planted] !== VERB || bomb < 0 || bomb > planted || !BOMBS.has(match.lemma(bomb))) return false;
  const { subject, passive } = roles.clauses;
  const verb = later.coded.trigger;
  return (subject[verb] === bomb || passive[verb] === bomb || roles.rolesOf(verb).agent === bomb) && later.actors.every((one) => earlier.actors.includes(one));
} // biome-ignore format: long conditions

const TOLD = /bomb|explo|blast|detonat|mine|rocket|missile|shell|grenade|mortar/;
/** How many sentences behind an attack its bomb is told of. */
const NEAR = 6;

/** "The bomb exploded at noon": the one of the attack told before. */
export function isSameBomb(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (later.code.type !== 'ASSAULT' || (earlier.code.type !== 'ASSAULT' && earlier.code.mode !== 'weapons'))
    return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted') return false;
  if (isPlanted(earlier, later, match)) return true;
  if (earlier.code.type !== 'ASSAULT') return false;
  const { view, roles } = match;
  const { agents, consumed, trigger } = later.coded;
  if (view.upos[trigger] !== VERB || !GOING.has(match.verbLemma(trigger))) return false;
  // "killed by a bomb planted by rebels": the bomb that killed
  if (view.relation[trigger] === REL.acl && earlier.coded.agents.includes(view.head[trigger] ?? -1)) return true;
  const passive = roles.clauses.passive[trigger] ?? -1;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const bomb = [...agents, ...consumed, subject, passive].find((token) => token >= 0 && BOMBS.has(match.lemma(token)));
  if (bomb === undefined || !POINTING.has(view.lower[roles.childBy(bomb, REL.det)] ?? '')) return false;
  if ((view.sentence[trigger] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) > NEAR) return false;
  return TOLD.test(earlier.coded.entry.words) || earlier.others.some((token) => TOLD.test(match.lemma(token)));
}
