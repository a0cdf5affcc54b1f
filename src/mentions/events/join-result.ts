// What a word says was done to people and things in, the attack that did it out: both are one event.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import { amountOf } from './complements.ts';
import { type Draft, join, settled } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { agree, DEADLY, isDefinite } from './same-event.ts';
import { isMeasure } from './since.ts';
import { wentOnFor } from './spell.ts';
import { isTimed } from './told-apart.ts';
import { blowAbove } from './victims.ts';

/** What an attack did: said of the attack itself ("the strike killed nine", "launched an attack, killing nine"). */
export const RESULTS: ReadonlySet<string> = new Set([
  'kill', 'injure', 'wound', 'hurt', 'maim', 'claim', 'leave', 'destroy', 'damage', 'demolish', 'wreck', 'hit', 'strike', 'target', 'burn', 'flatten', 'level', 'engage', 'sink', 'torch', 'raze', 'gut', 'cripple', 'disable', 'suppress', 'obliterate',
]); // biome-ignore format: one table
/** "The bombings shook the town": the same blow once more. */
const SHAKING: ReadonlySet<string> = new Set(['shake', 'rock', 'jolt', 'rattle']);
const MEANWHILE: ReadonlySet<string> = new Set(['while', 'whilst', 'whereas']);
const IF: ReadonlySet<string> = new Set(['if', 'unless']);
const PLACE = kindBit('place') | kindBit('state');
const FORCES = kindBit('forces');

/** "The blast killed nine", "shelled the town, wounding two": the harm is part of the attack. */
export function joinResult(
  draft: Draft,
  byTrigger: ReadonlyMap<number, Draft>,
  match: Matcher,
  isKnown: (actor: number) => boolean,
  waiting: Draft[],
): void {
  const { trigger, operators } = draft.coded;
  const { view, roles } = match;
  // "a strike on Monday hit": a noun to the tagger, yet it has a subject
  const verbal =
    view.upos[trigger] === VERB || ((roles.clauses.subject[trigger] ?? -1) >= 0 && roles.childBy(trigger, REL.cop) < 0);
  if (draft.code.type !== 'ASSAULT' || !verbal || operators.length > 0) return;
  if (draft.actors.length === 0 && SHOT.has(match.lemma(trigger))) shotWhen(draft, byTrigger, match);
  const shaker = SHAKING.has(match.verbLemma(trigger)) ? byTrigger.get(roles.rolesOf(trigger).agent) : undefined;
  // a blow of which nobody is told has no row that the other could go into
  const shaken = shaker !== undefined && shaker.actors.length + shaker.recipients.length > 0;
  if (!shaken && !RESULTS.has(match.lemma(trigger))) return;
  const relation = view.relation[trigger];
  // "killed when a bomb exploded": what the weapon did is what they died of
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    const occasion = view.lower[child] === 'when' ? underWhen(child, byTrigger, match) : undefined;
    const one = view.relation[child] === REL.advcl ? byTrigger.get(child) : occasion;
    if (one && one.coded.entry.frame === 'weapon' && one.actors.length + one.recipients.length === 0) join(one, draft);
  }
  const { agent } = roles.rolesOf(trigger);
  // "dozens of strikes killed nine"
  const blow = agent >= 0 && !byTrigger.has(agent) ? amountOf(agent, view, roles) : agent;
  let cause = blow >= 0 ? byTrigger.get(blow) : undefined;
  // "the deadliest attack since a shell hit the market"
  if (!cause && isMeasure(trigger, match)) return;
  // "in an attack" beside the verb
  let beside: Draft | undefined;
  // a gerund is left where the parser hung it: "killed in police firing"
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    const one = byTrigger.get(child);
    if (
      child > trigger &&
      one &&
      one !== draft &&
      view.tag(child) === 'VBG' &&
      (roles.caseOf(child) === 'in' || view.lower[child - 2] === 'in')
    )
      beside = one;
  }
  for (const preposition of ['in', 'by', 'during', 'with', 'due']) {
    if (beside) break;
    const led = roles.obliqueOf(trigger, preposition);
    if (led >= 0)
      beside = match
        .together(led)
        .map((one) => byTrigger.get(one))
        .find((one) => one !== undefined);
  }
  // "killed in three hours of shelling"
  beside ??= byTrigger.get(wentOnFor(trigger, view, roles.children));
  // "the bombings in Nairobi, Kenya, and Dodoma, Tanzania, killed 257": the last place was taken for what killed
  if (!cause && draft.coded.agents.length === 1) {
    const placed = placedBefore(draft.coded.agents[0] as number, byTrigger, match);
    if (placed) {
      cause = placed;
      draft.actors = [];
    }
  }
  // "a blast that officials say killed nine"
  const told = saidOf(trigger, match);
  const up = told >= 0 ? told : roles.governorOf(trigger);
  const result = relation === REL.ccomp && up !== (view.head[trigger] ?? -1);
  if (
    !cause &&
    up >= 0 &&
    (result || relation === REL.advcl || relation === REL.conj || relation === REL.acl || relation === REL['acl:relcl'])
  ) {
    cause = byTrigger.get(up);
    // "attacked two tankers, sinking one and killing eight": the participle between is no event of its own
    if (!cause && relation === REL.conj && view.tag(up) === 'VBG' && view.tag(trigger) === 'VBG')
      cause = byTrigger.get(roles.governorOf(up));
    // "fired 40 rounds killing two": the parser hung the result from what was fired
    if (!cause && view.upos[up] === NOUN && view.relation[up] === REL.obj) cause = byTrigger.get(view.head[up] ?? -1);
    // "the attacks came a day after nine were killed": by what was told to be later
    if (!cause && !isTimed(trigger, match))
      eachChild(match.parsed, up, (child) => {
        const one = byTrigger.get(child);
        // "a bomb exploded in the market, killing nine": both may hang from what exploded
        const before = relation === REL.acl && child < trigger && view.relation[child] === REL.acl;
        if (!cause && one && one !== draft && (view.upos[child] === NOUN || before)) cause = one;
      });
    // "the bombings in Norland, which have killed 250", "an attack on tourists that killed nine": what happened to them did
    const placed =
      !cause &&
      (told >= 0 || relation === REL['acl:relcl']) &&
      view.lower[roles.clauses.subject[trigger] ?? -1] !== 'who'
        ? placedIn(up, byTrigger, match)
        : undefined;
    if (placed) {
      cause = placed;
      draft.actors = [];
    }
    // "fired shells on a quarter of the city wounding four"
    const above = cause ? -1 : blowAbove(trigger, match);
    if (above >= 0) {
      cause = byTrigger.get(above) ?? carried(above, byTrigger, match);
      if (cause) draft.actors = [];
    }
    // "seized the town, killing": a different deed above
    if (cause && relation === REL.conj && !agree(cause.actors, draft.actors)) cause = undefined;
    // "burned a depot, while soldiers killed nine": what others did meanwhile
    if (cause && relation === REL.advcl && agent >= 0 && roles.isLedBy(trigger, REL.mark, MEANWHILE)) cause = undefined;
    // "repelled nine attacks and hit a refinery": each has what it is done to
    if (cause && relation === REL.conj && isBlowOfItsOwn(draft, cause, match)) cause = undefined;
  }
  // "launched an attack, injuring dozens in a barrage": the barrage is that attack
  if (
    cause &&
    beside &&
    cause !== beside &&
    cause.code.type === 'ASSAULT' &&
    beside.code.type === 'ASSAULT' &&
    !beside.into
  ) {
    const whole = settled(cause);
    if (whole !== beside && agree(whole.actors, beside.actors)) join(beside, whole);
  }
  cause ??= beside;
  // "hit by a cyber attack": nobody is hurt by what breaks into machines
  const machines = cause !== undefined && cause !== draft && cause.code.mode === 'cyber';
  if (!cause || cause === draft || (cause.code.type !== 'ASSAULT' && !machines)) return;
  const into = settled(cause);
  if (into === draft) return;
  // "foiled an attack, killing nine bandits": what was warded off killed nobody
  if (into.status === 'negated' && draft.status === 'asserted' && into.coded.trigger !== agent) return;
  // "airstrikes do not target the army": none is told of
  if (draft.status === 'negated' && cause.coded.trigger === agent && isSaidOfAll(agent, trigger, match))
    into.status = 'negated';
  // "gunmen killed four in clashes with the army": theirs, whomever they fought
  const active = into === beside && into.coded.mutual && roles.clauses.passive[trigger] === -1;
  if (active && draft.actors.length > 0 && draft.actors.every((one) => !into.actors.includes(one)))
    into.actors = draft.actors;
  draft.into = into;
  into.others.push(trigger);
  if (into === beside && isToldBefore(into, byTrigger, match)) waiting.push(draft);
  else addVictims(draft, into, match, isKnown);
  if (into.actors.length === 0) into.actors = draft.actors.filter((one) => !into.recipients.includes(one));
}

const SHOT: ReadonlySet<string> = new Set(['shoot', 'stab', 'gun']);

/** "Ten men were shot dead when gunmen opened fire on a clinic": by the gunmen. */
function shotWhen(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, { view, roles }: Matcher): void {
  const { trigger } = draft.coded;
  const { first, next } = roles.children;
  if (draft.recipients.length === 0 || (roles.clauses.passive[trigger] ?? -1) < 0) return;
  for (let child = first[trigger] as number; child >= 0; child = next[child] as number) {
    const one = view.relation[child] === REL.advcl && child > trigger ? byTrigger.get(child) : undefined;
    if (one?.code.type !== 'ASSAULT' || one.into || one.actors.length === 0 || one.recipients.length > 0) continue;
    const led = [REL.mark, REL.advmod].map((link) => view.lower[roles.childBy(child, link)] ?? '');
    if (!led.includes('when') || one.actors.some((actor) => draft.recipients.includes(actor))) continue;
    draft.actors = one.actors;
    join(one, draft);
    return;
  }
}

/** The noun of which a clause tells what somebody says it did: "a blast that officials say killed nine"; -1 for none. */
function saidOf(verb: number, { view, roles }: Matcher): number {
  const say = view.head[verb] ?? -1;
  if (view.relation[verb] !== REL.ccomp || say < 0 || view.relation[say] !== REL['acl:relcl']) return -1;
  const subject = roles.clauses.subject[verb] ?? -1;
  const isOf = view.lower[subject] === 'that' || view.lower[subject] === 'which';
  return isOf && subject < say ? (view.head[say] ?? -1) : -1;
}

const BLOWS: ReadonlySet<string> = new Set(['hit', 'strike', 'target', 'engage', 'destroy', 'demolish', 'burn']);
const WARDING: ReadonlySet<string> = new Set(['repel', 'repulse', 'thwart', 'foil', 'fend', 'down']);

/** A second blow by its verb, upon somebody else than the first, or behind one that was warded off; "struck the town and hit a clinic" is one. */
function isBlowOfItsOwn(draft: Draft, cause: Draft, match: Matcher): boolean {
  const { trigger } = draft.coded;
  const upon = match.roles.clauses.object[trigger] ?? -1;
  // "1,000 were killed in the war; missiles killed 28 in Velmar"
  const deadly = DEADLY.has(match.lemma(trigger)) && DEADLY.has(match.lemma(cause.coded.trigger));
  if (deadly && (match.roles.clauses.subject[trigger] ?? -1) >= 0) return true;
  if (upon < trigger || match.view.upos[upon] === PRON || !BLOWS.has(match.lemma(trigger))) return false;
  return WARDING.has(match.verbLemma(cause.coded.trigger)) || !agree(draft.recipients, cause.recipients);
}

/** The attack of which a phrase tells where it was, or upon whom. */
function placedIn(
  name: number,
  byTrigger: ReadonlyMap<number, Draft>,
  { view, kinds, roles }: Matcher,
): Draft | undefined {
  const isPlace = view.upos[name] === PROPN && (kinds.isState(name) || (kinds.of(name) & PLACE) !== 0);
  const isStruck = (roles.caseOf(name) === 'on' || roles.caseOf(name) === 'against') && (kinds.of(name) & FORCES) === 0;
  // "an attack by rebels that killed nine"
  if (!isPlace && !isStruck && roles.caseOf(name) !== 'by') return undefined;
  let at = name;
  for (let steps = 0; steps < 4; steps++) {
    const link = view.relation[at];
    if (link !== REL.nmod && link !== REL.conj && link !== REL.appos) return undefined;
    at = view.head[at] ?? -1;
    const found = at < 0 ? undefined : byTrigger.get(at);
    if (at < 0 || found) return found?.code.type === 'ASSAULT' && view.upos[at] === NOUN ? found : undefined;
  }
  return undefined;
}

/** The attack of which the names of towns and states before a verb, up to "in", tell where it was. */
function placedBefore(name: number, byTrigger: ReadonlyMap<number, Draft>, { view, kinds }: Matcher): Draft | undefined {
  const { upos, lower, sentence } = view;
  if (upos[name] !== PROPN) return undefined;
  let at = name;
  let commas = 0;
  while (at >= 0 && sentence[at] === sentence[name] && (upos[at] === PROPN || lower[at] === ',' || lower[at] === 'and')) {
    if (lower[at] === ',') commas++;
    at--;
  }
  if (commas === 0 || !/^(?:in|at|near|outside)$/.test(lower[at] ?? '')) return undefined;
  for (let noun = at - 1; noun >= 0 && noun > at - 7 && sentence[noun] === sentence[name] && upos[noun] !== VERB; noun--) {
    const found = byTrigger.get(noun);
    if (found) return found.code.type === 'ASSAULT' && upos[noun] === NOUN && (kinds.of(noun) & FORCES) === 0 ? found : undefined;
  }
  return undefined;
} // biome-ignore format: long conditions

/** "Strikes do not": several in the present, that no word says are known. */
function isSaidOfAll(noun: number, verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[noun] !== NOUN || !view.tag(noun).endsWith('S') || roles.childBy(noun, REL.det) >= 0) return false;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
    if (view.relation[child] === REL.aux && (view.lower[child] === 'do' || view.lower[child] === 'does')) return true;
  return false;
}

/** "Killed when a bomb exploded": the event of a clause whose subject the parser hung from "when" itself. */
function underWhen(when: number, byTrigger: ReadonlyMap<number, Draft>, { roles }: Matcher): Draft | undefined {
  const { first, next } = roles.children;
  for (let noun = first[when] as number; noun >= 0; noun = next[noun] as number)
    for (let child = first[noun] as number; child >= 0; child = next[child] as number) {
      const one = byTrigger.get(child);
      if (one) return one;
    }
  return undefined;
}

/** "The attack", of nobody by its own words, behind one that a sentence before told of. */
function isToldBefore({ coded }: Draft, byTrigger: ReadonlyMap<number, Draft>, match: Matcher): boolean {
  const { view } = match;
  const { trigger, agents, patients } = coded;
  if (agents.length + patients.length > 0 || view.upos[trigger] !== NOUN || view.tag(trigger).endsWith('S')) return false;
  if (!isDefinite(trigger, match)) return false;
  for (const [token, { code, status }] of byTrigger)
    if (token < trigger && view.sentence[token] !== view.sentence[trigger] && code.type === 'ASSAULT' && status === 'asserted') return true;
  return false;
} // biome-ignore format: long conditions

/** Those who died, where nobody else is told to have been hit. */
export function addVictims(
  { recipients, status, coded }: Draft,
  into: Draft,
  match: Matcher,
  isKnown: (actor: number) => boolean,
): void {
  // "a shell hit the school but no pupils were hurt"
  if (status === 'negated' && into.status !== 'negated' && !match.roles.isLedBy(coded.trigger, REL.mark, IF)) return;
  const victims = recipients.filter((one) => !into.actors.includes(one));
  if (into.recipients.length === 0 || (isWhereOnly(into, match) && victims.some(isKnown))) into.recipients = victims;
}

/** "A strike on Velmar": only a place is said to have been hit. */
export const isWhereOnly = ({ coded }: Draft, { kinds }: Matcher): boolean =>
  coded.patients.length > 0 && coded.patients.every((token) => kinds.isState(token) || (kinds.of(token) & PLACE) !== 0);

/** The event of a verb's object: "launched an attack". */
export function carried(verb: number, byTrigger: ReadonlyMap<number, Draft>, { roles }: Matcher): Draft | undefined {
  const object = roles.clauses.object[verb] ?? -1;
  return object < 0 ? undefined : byTrigger.get(object);
}
