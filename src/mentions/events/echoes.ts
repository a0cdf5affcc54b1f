// The events of a report that stand in; those that only say how, by what or of whom another one is told, joined to it or dropped, out.
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { isAccord } from './composed.ts';
import { type Draft, join } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { saysOther } from './retold.ts';
import { within } from './same-event.ts';

const WEAPON = kindBit('weapon');
/** How many events before it one is looked for among, and how many sentences back. */
const BACK = 12;
const NEAR = 3;
const SENDING: ReadonlySet<string> = new Set(['launch', 'fire', 'lob', 'unleash', 'send']);
const LANDING: ReadonlySet<string> = new Set([
  'target',
  'hit',
  'strike',
  'kill',
  'destroy',
  'wound',
  'injure',
  'attack',
  'damage',
  'bomb',
  'pound',
]);
const HARSH: ReadonlySet<string> = new Set(['THREATEN', 'ASSAULT', 'COERCE', 'SANCTION']);
const SUSPECTING: ReadonlySet<string> = new Set([
  'accuse',
  'suspect',
  'allege',
  'blame',
  'denounce',
  'condemn',
  'criticise',
  'criticize',
  'fault',
  'charge',
]);

/** Whether any were joined or dropped. */
export function foldEchoes(drafts: readonly Draft[], match: Matcher): boolean {
  let folded = false;
  for (let i = 1; i < drafts.length; i++) {
    const later = drafts[i] as Draft;
    for (let k = i - 1; k >= 0 && k > i - BACK && !later.into && !later.absorbed; k--) {
      const earlier = drafts[k] as Draft;
      if (earlier.into || earlier.absorbed) continue;
      if (isOwnLaunch(earlier, later, match)) {
        earlier.absorbed = true;
        later.others.unshift(earlier.coded.trigger);
      } else if (isOnlyHeldAgainst(earlier, later, match)) later.absorbed = true;
      else if (isHow(earlier, later, match) || isOfPronoun(earlier, later, match) || isAfterBeing(earlier, later, match) || isOneOfThem(earlier, later, match) || isOfTheirs(earlier, later, match) || isThatAccord(earlier, later, match)) join(later, earlier);
      else continue;
      folded = true;
    }
  }
  return folded;
} // biome-ignore format: one condition a line

/** "Launched missiles targeting troops": the launch is the strike. */
function isOwnLaunch(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== 'MOBILIZE' || later.code.type !== 'ASSAULT' || earlier.status !== later.status) return false;
  const { view, roles } = match;
  const [from, at] = [earlier.coded.trigger, later.coded.trigger];
  if (view.sentence[from] !== view.sentence[at] || !SENDING.has(match.lemma(from)) || !LANDING.has(match.lemma(at))) return false;
  if (!within(later.actors, earlier.actors)) return false;
  const object = roles.clauses.object[from] ?? -1;
  const up = view.head[at] ?? -1;
  return (object >= 0 && (up === object || later.coded.agents.includes(object))) || up === from;
} // biome-ignore format: long conditions

/** "Accused the rebels of using gas", "of violating the truce": what nobody else is told to suffer is only held against them. */
function isOnlyHeldAgainst(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const at = later.coded.trigger;
  if (earlier.code.type !== 'ACCUSE' || view.tag(at) !== 'VBG' || later.recipients.length > 0) return false;
  // "of bombarding an area": something was hit
  if (later.code.type === 'ASSAULT' && later.coded.patients.some((token) => (match.kinds.of(token) & WEAPON) === 0)) return false;
  const verb = earlier.coded.trigger;
  if (view.upos[verb] !== VERB || !SUSPECTING.has(match.lemma(verb)) || view.sentence[at] !== view.sentence[verb]) return false;
  const led = roles.caseOf(at);
  // "accused Holt of trying to press it, threatening to tell": what the accused is held to have done goes on
  if (led === '' && view.relation[at] === REL.advcl && view.head[at] === verb && HARSH.has(later.code.type))
    return view.lower[at - 1] === ',' && within(later.actors, earlier.actors);
  if (led !== 'of' && led !== 'with' && led !== 'for') return false;
  const up = view.head[at] ?? -1;
  return (up === verb || (view.head[up] ?? -1) === verb || view.head[verb] === up) && within(later.actors, earlier.recipients);
} // biome-ignore format: long conditions

/** "Marched, burning flags": what those who march do on the way. */
function isHow(earlier: Draft, later: Draft, { view }: Matcher): boolean {
  const at = later.coded.trigger;
  return (
    earlier.code.type === 'PROTEST' &&
    later.code.type === 'PROTEST' &&
    earlier.status === later.status &&
    view.tag(at) === 'VBG' &&
    (view.relation[at] === REL.advcl || view.relation[at] === REL.acl) &&
    view.sentence[at] === view.sentence[earlier.coded.trigger] &&
    within(later.actors, earlier.actors)
  );
}

/** "It was targeted with a truck": what was told to be struck just before, and nothing else is known of it. */
function isOfPronoun(earlier: Draft, later: Draft, { view }: Matcher): boolean {
  const at = later.coded.trigger;
  const { patients } = later.coded;
  if (earlier.code.type !== 'ASSAULT' || later.code.type !== 'ASSAULT' || view.upos[at] !== VERB) return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted' || later.recipients.length > 0) return false;
  if (patients.length === 0 || !patients.every((token) => view.upos[token] === PRON && view.lower[token] === 'it')) return false;
  if ((view.sentence[at] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) > NEAR) return false;
  return within(later.actors, earlier.actors) || earlier.actors.length === 0;
} // biome-ignore format: long conditions

/** "Despite being captured by the army": what was told of somebody is looked back on, by whatever name for who did it. */
function isAfterBeing(earlier: Draft, later: Draft, { view, roles }: Matcher): boolean {
  const at = later.coded.trigger;
  return (
    view.lower[at - 1] === 'being' &&
    view.upos[at] !== NOUN &&
    BEHIND.has(roles.caseOf(at)) &&
    earlier.code.type === later.code.type &&
    earlier.code.mode === later.code.mode &&
    earlier.status === later.status &&
    later.recipients.length > 0 &&
    within(later.recipients, earlier.recipients)
  );
}
const BEHIND: ReadonlySet<string> = new Set(['despite', 'after', 'since', 'following', 'before', 'upon']);

const ORDINALS: ReadonlySet<string> = new Set(['first', 'second', 'third', 'fourth', 'other']);
const BLASTS = /^(?:bombings|blasts|explosions|bombs|attacks|strikes|shootings|raids|attackers|bombers)$/;

/** "Twin bombings struck", "the first bomb went off": one of those that were told together. */
function isOneOfThem(earlier: Draft, later: Draft, { view, roles }: Matcher): boolean {
  if (earlier.code.type !== 'ASSAULT' || later.code.type !== 'ASSAULT') return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted' || !within(later.recipients, earlier.recipients)) return false;
  const at = later.coded.trigger;
  const one = view.upos[at] === NOUN ? at : (roles.clauses.subject[at] ?? -1);
  if (one < 0 || view.tag(one).endsWith('S') || view.lower[roles.childBy(one, REL.det)] !== 'the') return false;
  if (!ORDINALS.has(view.lower[roles.childBy(one, REL.amod)] ?? '')) return false;
  return [earlier.coded.trigger, ...earlier.others, ...earlier.coded.agents].some((token) => BLASTS.test(view.lower[token] ?? ''));
} // biome-ignore format: long conditions

/** Who may have done it, or is anybody. */
const SUSPECTS: ReadonlySet<string> = new Set([
  'attacker', 'assailant', 'gunman', 'bomber', 'suspect', 'perpetrator', 'man', 'driver', 'militant', 'terrorist', 'rebel', 'fighter', 'leader', 'rest', 'others', 'shooter', 'robber', 'killer',
]); // biome-ignore format: one table
const BEFALLEN: ReadonlySet<string> = new Set(['kill', 'wound', 'injure', 'stab', 'shoot', 'hurt', 'beat', 'hit']);

/** "Went on a spree, killing four. The woman was killed in a stairwell": of those who were attacked in the sentences before. */
function isOfTheirs(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view } = match;
  const at = later.coded.trigger;
  const from = earlier.coded.trigger;
  if (earlier.code.type !== 'ASSAULT' || later.code.type !== 'ASSAULT' || later.actors.length > 0 || later.coded.agents.length > 0) return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted' || earlier.actors.length === 0) return false;
  if (view.upos[at] !== VERB || !BEFALLEN.has(match.lemma(at)) || view.sentence[at] === view.sentence[from] || saysOther(at, match)) return false;
  const [one, more] = later.coded.patients;
  if (one === undefined || more !== undefined || view.upos[one] !== NOUN || SUSPECTS.has(match.lemma(one))) return false;
  if (view.lower[match.roles.childBy(one, REL.det)] !== 'the' || match.roles.childBy(one, REL.nmod) >= 0) return false;
  // nobody who was hit is told, or the same kind of people
  const open = earlier.recipients.length === 0 || earlier.coded.patients.some((token) => match.lemma(token) === match.lemma(one));
  return open && (view.sentence[at] ?? 0) - (view.sentence[from] ?? 0) <= NEAR + 2;
} // biome-ignore format: long conditions

const ACCORDS: ReadonlySet<string> = new Set([
  'deal',
  'agreement',
  'accord',
  'treaty',
  'pact',
  'truce',
  'ceasefire',
  'memorandum',
  'contract',
]);
const MAKING: ReadonlySet<string> = new Set(['sign', 'agree', 'reach', 'strike', 'conclude', 'ink', 'seal']);

/** "Signed a deal. The deal, signed by Holt and Kern", "the agreement between the two": the one told of before. */
function isThatAccord(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (!isAccord(earlier.code) || !isAccord(later.code) || earlier.status !== 'asserted' || later.status !== 'asserted') return false;
  const { view, roles } = match;
  const at = later.coded.trigger;
  const from = earlier.coded.trigger;
  if (view.sentence[at] === view.sentence[from] || (view.sentence[at] ?? 0) - (view.sentence[from] ?? 0) > 2 * NEAR || earlier.actors.length === 0) return false;
  const verbal = view.upos[at] === VERB;
  // the accord itself, or what it was signed by
  const accord = !verbal ? at : view.relation[at] === REL.acl ? (view.head[at] ?? -1) : (roles.clauses.passive[at] ?? -1);
  if (accord < 0 || !ACCORDS.has(match.lemma(accord)) || (verbal && !MAKING.has(match.lemma(at)))) return false;
  if (view.lower[roles.childBy(accord, REL.det)] !== 'the' || saysOther(at, match)) return false;
  const { first, next } = roles.children;
  for (let child = first[accord] as number; child >= 0 && child < accord; child = next[child] as number)
    if (view.relation[child] !== REL.det && view.relation[child] !== REL.case) return false;
  return verbal ? view.tag(at) === 'VBN' : within(later.actors, earlier.actors) && within(later.recipients, [...earlier.recipients, ...earlier.actors]);
} // biome-ignore format: long conditions
