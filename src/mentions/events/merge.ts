// The events of a report in order in; those that only word an earlier one anew joined to it, out.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import { amountOf } from './complements.ts';
import { type Draft, settled } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { agree, DEADLY, HARMED, isDefinite, same, type Whereabouts } from './same-event.ts';
import { isMeasure } from './since.ts';
import { wentOnFor } from './spell.ts';
import { addToll, attackBefore } from './their-toll.ts';
import { isTimed } from './told-apart.ts';
import { blowAbove } from './victims.ts';

/** What an attack did: said of the attack itself ("the strike killed nine", "launched an attack, killing nine"). */
const RESULTS: ReadonlySet<string> = new Set([
  'kill', 'injure', 'wound', 'hurt', 'maim', 'claim', 'leave', 'destroy', 'damage', 'demolish', 'wreck', 'hit', 'strike', 'target', 'burn', 'flatten', 'level', 'engage', 'sink', 'torch', 'raze', 'gut', 'cripple', 'disable', 'suppress', 'obliterate',
]); // biome-ignore format: one table
/** "The bombings shook the town": the same blow once more. */
const SHAKING: ReadonlySet<string> = new Set(['shake', 'rock', 'jolt', 'rattle']);
const PLACE = kindBit('place') | kindBit('state');
const FORCES = kindBit('forces');
/** How far back a wording looks, in events: it keeps the work linear. */
const BACK = 80;

/** `isKnown`: whether an actor is somebody in particular, and not "nine people". */
export function mergeWordings(
  drafts: readonly Draft[],
  match: Matcher,
  at: Whereabouts,
  isKnown: (actor: number) => boolean,
): void {
  const byTrigger = new Map<number, Draft>();
  for (const draft of drafts) byTrigger.set(draft.coded.trigger, draft);
  // victims of "the attack": first which attack that is
  const waiting: Draft[] = [];
  for (const draft of drafts) joinResult(draft, byTrigger, match, isKnown, waiting);
  for (const draft of drafts) joinFellow(draft, byTrigger, match);
  for (const draft of drafts) joinPredicate(draft, byTrigger, match);
  for (const draft of drafts) joinWeapon(draft, byTrigger, match);
  for (const draft of drafts) joinMeasure(draft, byTrigger, match);
  for (const draft of drafts) joinOccasion(draft, byTrigger, match, isKnown);
  const byClause = new Map<number, Draft>();
  for (const draft of drafts) if (!byClause.has(draft.coded.clause)) byClause.set(draft.coded.clause, draft);
  for (const draft of drafts) joinManner(draft, byClause, match);
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.into) continue;
    const before = drafts[i - 1];
    if (before && settled(before) !== draft && means(before, draft, match)) {
      join(draft, before);
      continue;
    }
    const attack = attackBefore(drafts, i, match);
    const earlier = attack ?? sameBefore(drafts, i, match, at);
    if (attack) addToll(attack, draft, isWhereOnly(attack, match));
    if (earlier) join(draft, earlier);
  }
  for (const draft of waiting) addVictims(draft, settled(draft), match, isKnown);
}

/**
 * The event before that a draft words anew. "The attack in Velmar" is one that was in Velmar, "the strikes" are what was called
 * so; else the nearest in the same paragraph, or what the report began with, is meant.
 */
function sameBefore(drafts: readonly Draft[], i: number, match: Matcher, at: Whereabouts): Draft | null {
  const draft = drafts[i] as Draft;
  const { upos, paragraph } = match.view;
  const now = draft.coded.trigger;
  // a headline, and the paragraph behind it
  const opening = (paragraph[drafts[0]?.coded.trigger ?? -1] ?? 0) + 1;
  const harms = draft.code.type === 'ASSAULT' && upos[now] === VERB && draft.coded.patients.length > 0;
  let nearest: Draft | null = null;
  let main: Draft | null = null;
  for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
    const earlier = drafts[k] as Draft;
    // "11 soldiers were wounded": in the attack that killed soldiers, before one that is told nearer by
    if (harms && strikesAlike(earlier, draft, match)) {
      const whole = settled(earlier);
      if (whole !== draft && !whole.into && same(whole, draft, match, at)) return whole;
    }
    if (earlier.into || !same(earlier, draft, match, at)) continue;
    nearest ??= earlier;
    if (harms) continue;
    if (upos[now] !== NOUN || draft.code.type !== 'ASSAULT') break;
    const { place } = at(draft);
    if (place !== null && at(earlier).place === place) return earlier;
    if (place === null && isTold(earlier) && isCalled(earlier, match.lemma(now), match)) return earlier;
    // what the report began with: whatever tells of somebody, before what does not
    if ((paragraph[earlier.coded.trigger] ?? 0) <= opening && (!main || (!isTold(main) && isTold(earlier))))
      main = earlier;
  }
  if (!nearest || !main || paragraph[nearest.coded.trigger] === paragraph[now]) return nearest;
  // "the attack on tourists" is no fighting of two armies
  const others = isTold(draft) && !sharesParty(main, draft);
  return others || at(draft).place !== null ? nearest : main;
}

/** Whether both say of a common noun's people that they were harmed: "soldiers", "worshippers". */
const strikesAlike = (a: Draft, b: Draft, match: Matcher): boolean =>
  b.coded.patients.some(
    (one) =>
      match.view.upos[one] === NOUN &&
      !/^(?:people|person|civilians?|others?)$/.test(match.view.lower[one] ?? '') &&
      a.coded.patients.some((two) => match.view.upos[two] === NOUN && match.lemma(two) === match.lemma(one)),
  );

const sharesParty = (a: Draft, b: Draft): boolean =>
  a.actors.some((one) => b.actors.includes(one)) || a.recipients.some((one) => b.recipients.includes(one));
const isTold = ({ actors, recipients }: Draft): boolean => actors.length + recipients.length > 0;

/** "The strikes", of "strikes" and of "a wave of strikes". */
const isCalled = ({ coded: { trigger, entry } }: Draft, lemma: string, match: Matcher): boolean =>
  match.view.upos[trigger] === NOUN && (match.lemma(trigger) === lemma || entry.words.endsWith(` ${lemma}`));

/** Makes a draft a wording of another one. */
export function join(draft: Draft, given: Draft): void {
  const into = settled(given);
  if (into === draft || draft.into) return; // the two are one already
  draft.into = into;
  into.others.push(draft.coded.trigger, ...draft.others);
  // a wording may tell what the first one left open
  if (into.actors.length === 0) into.actors = draft.actors.filter((one) => !into.recipients.includes(one));
  if (into.recipients.length === 0) into.recipients = draft.recipients.filter((one) => !into.actors.includes(one));
  if (into.code.mode === null && draft.code.type === into.code.type && draft.code.mode !== null) into.code = draft.code;
}

const HARD: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']);
const SOFT: ReadonlySet<string> = new Set(['SUPPORT', 'AGREE', 'AID', 'COOPERATE', 'CONSULT', 'CONCEDE', 'RETREAT']);

/** "Defended the state by arresting critics": a hard deed is no way of doing a kind one, it is a deed of its own. */
const isManner = (whole: Draft, way: Draft) => !(HARD.has(way.code.type) && SOFT.has(whole.code.type));

/** "Made a concession by freeing nine": the gerund says what the main clause calls by its kind. */
function joinManner(draft: Draft, byClause: ReadonlyMap<number, Draft>, match: Matcher): void {
  if (draft.into) return;
  const { view, roles } = match;
  let at = draft.coded.clause;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (view.relation[at] === REL.advcl && roles.caseOf(at) === 'by') break;
    at = view.upos[at] === VERB || view.upos[at] === NOUN ? (view.head[at] ?? -1) : -1;
  }
  const main = at < 0 ? -1 : (view.head[at] ?? -1);
  if (main < 0 || view.relation[at] !== REL.advcl || roles.caseOf(at) !== 'by') return;
  const whole = byClause.get(main);
  if (whole && whole !== draft && !settled(whole).into && settled(whole) !== draft && isManner(whole, draft)) {
    draft.into = settled(whole);
    draft.into.others.push(draft.coded.trigger);
  }
}

/** "The blast killed nine", "shelled the town, wounding two": the harm is part of the attack. */
function joinResult(
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
  for (const preposition of ['in', 'by', 'during', 'with']) {
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
  const up = roles.governorOf(trigger);
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
      !cause && relation === REL['acl:relcl'] && view.lower[roles.clauses.subject[trigger] ?? -1] !== 'who'
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

const MEASURES: ReadonlySet<string> = new Set('freeze ban bar block prohibit restrict cut limit'.split(' '));

/** "Imposed sanctions on Holt, freezing her assets and banning her from travelling": what the sanctions are. */
function joinMeasure(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, match: Matcher): void {
  const { view, roles } = match;
  const { trigger } = draft.coded;
  if (draft.into || view.tag(trigger) !== 'VBG' || !MEASURES.has(match.lemma(trigger))) return;
  let first = trigger;
  for (let steps = 0; steps < 3 && view.relation[first] === REL.conj; steps++) first = view.head[first] ?? -1;
  if (view.relation[first] !== REL.advcl || view.lower[first - 1] !== ',') return;
  const whole = byTrigger.get(roles.governorOf(first));
  if (!whole || whole === draft || !/\bsanctions?\b/.test(whole.coded.entry.words)) return;
  if (HARD.has(whole.code.type) && HARD.has(draft.code.type) && agree(whole.actors, draft.actors)) join(draft, whole);
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

/** "Was struck and killed by an airstrike": the agent stands once, behind the second verb. */
function joinFellow(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, match: Matcher): void {
  const { view, roles } = match;
  const { trigger, agents } = draft.coded;
  if (draft.into || draft.code.type !== 'ASSAULT' || agents.length > 0 || !RESULTS.has(match.verbLemma(trigger)))
    return;
  if ((roles.clauses.passive[trigger] ?? -1) < 0) return;
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    const fellow = view.relation[child] === REL.conj ? byTrigger.get(child) : undefined;
    if (
      fellow?.code.type !== 'ASSAULT' ||
      fellow.status !== draft.status ||
      ((roles.clauses.passive[child] ?? -1) !== (roles.clauses.passive[trigger] ?? -1) &&
        (roles.clauses.passive[child] ?? -1) >= 0)
    )
      continue;
    const into = settled(fellow);
    if (into === draft || !agree(into.recipients, draft.recipients)) continue;
    join(draft, into);
    return;
  }
}

/** The attack of which a phrase tells where it was, or upon whom. */
function placedIn(
  name: number,
  byTrigger: ReadonlyMap<number, Draft>,
  { view, kinds, roles }: Matcher,
): Draft | undefined {
  const isPlace = view.upos[name] === PROPN && (kinds.isState(name) || (kinds.of(name) & PLACE) !== 0);
  const isStruck = (roles.caseOf(name) === 'on' || roles.caseOf(name) === 'against') && (kinds.of(name) & FORCES) === 0;
  if (!isPlace && !isStruck) return undefined;
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

/** "The strike was the deadliest attack this year": one thing under two names. */
function joinPredicate(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, { view, roles }: Matcher): void {
  const { trigger } = draft.coded;
  if (draft.into || view.upos[trigger] !== NOUN) return;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const named = subject < 0 ? undefined : byTrigger.get(subject);
  if (!named || named === draft || named.code.type !== draft.code.type || view.upos[subject] !== NOUN) return;
  if (roles.childBy(trigger, REL.cop) < 0 || draft.status === 'negated' || settled(named) === draft) return;
  join(draft, named);
  for (const one of draft.recipients)
    if (!named.actors.includes(one) && !named.recipients.includes(one)) named.recipients.push(one);
}

/** "A car bomb exploded, killing nine": the bomb and its going off are one, whoever is counted. */
function joinWeapon(draft: Draft, byTrigger: ReadonlyMap<number, Draft>, { view, roles }: Matcher): void {
  const { trigger, entry } = draft.coded;
  if (draft.into || !/^(?:explode|detonate|go off)/.test(entry.words) || draft.status !== 'asserted') return;
  const hung = view.relation[trigger] === REL.acl ? (view.head[trigger] ?? -1) : -1;
  const bomb = byTrigger.get(hung >= 0 ? hung : (roles.clauses.subject[trigger] ?? -1));
  if (!bomb || bomb.code.type !== draft.code.type || bomb.status !== 'asserted' || settled(bomb) === draft) return;
  if (agree(bomb.actors, draft.actors) && agree(bomb.recipients, draft.recipients)) join(draft, bomb);
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

const OCCASIONS: ReadonlySet<string> = new Set(['when', 'as', 'after']);

/** "Nine were killed when gunmen opened fire": the clause tells the attack whose victims the main one counts. */
function joinOccasion(
  draft: Draft,
  byTrigger: ReadonlyMap<number, Draft>,
  match: Matcher,
  isKnown: (actor: number) => boolean,
): void {
  const { trigger, operators } = draft.coded;
  const { view, roles } = match;
  if (draft.into || draft.code.type !== 'ASSAULT' || view.upos[trigger] !== VERB || operators.length > 0) return;
  if (!HARMED.has(match.lemma(trigger)) || draft.actors.length > 0 || draft.status !== 'asserted') return;
  for (let child = roles.children.first[trigger] as number; child >= 0; child = roles.children.next[child] as number) {
    if (child < trigger || view.relation[child] !== REL.advcl || !OCCASIONS.has(opener(child, match))) continue;
    const cause = byTrigger.get(child) ?? carried(child, byTrigger, match);
    if (!cause || cause === draft || cause.code.type !== 'ASSAULT' || cause.status !== 'asserted') continue;
    // "killed after beating a guard" borrows its subject from the victims
    if (cause.actors.some((one) => draft.recipients.includes(one))) continue;
    const into = settled(cause);
    if (into === draft) continue;
    draft.into = into;
    into.others.push(trigger);
    addVictims(draft, into, match, isKnown);
    return;
  }
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
function addVictims({ recipients }: Draft, into: Draft, match: Matcher, isKnown: (actor: number) => boolean): void {
  const victims = recipients.filter((one) => !into.actors.includes(one));
  if (into.recipients.length === 0 || (isWhereOnly(into, match) && victims.some(isKnown))) into.recipients = victims;
}

/** "A strike on Velmar": only a place is said to have been hit. */
const isWhereOnly = ({ coded }: Draft, { kinds }: Matcher): boolean =>
  coded.patients.length > 0 && coded.patients.every((token) => kinds.isState(token) || (kinds.of(token) & PLACE) !== 0);

/** The word that opens a clause: "when", "as"; '' for none. */
function opener(verb: number, { view, roles }: Matcher): string {
  for (let child = roles.children.first[verb] as number; child >= 0 && child < verb; child = roles.children.next[child] as number)
    if (view.relation[child] === REL.mark || view.relation[child] === REL.advmod) return view.lower[child] ?? '';
  return '';
} // biome-ignore format: one long loop

/** The event of a verb's object: "launched an attack". */
function carried(verb: number, byTrigger: ReadonlyMap<number, Draft>, { roles }: Matcher): Draft | undefined {
  const object = roles.clauses.object[verb] ?? -1;
  return object < 0 ? undefined : byTrigger.get(object);
}

/** "Killed nine in a drone strike": a nameless attack by which the one just told was done. */
function means(before: Draft, draft: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const trigger = draft.coded.trigger;
  // "gunned down by sniper fire": nobody new
  if (draft.actors.some((one) => !before.actors.includes(one))) return false;
  if (before.code.type !== 'ASSAULT' || draft.code.type !== 'ASSAULT') return false;
  if (view.upos[trigger] !== NOUN || view.sentence[trigger] !== view.sentence[before.coded.trigger]) return false;
  let at = trigger;
  for (let steps = 0; steps < 3 && view.relation[at] === REL.conj; steps++) at = view.head[at] ?? at;
  const led = roles.caseOf(at);
  return led === 'in' || led === 'by' || led === 'with' || led === 'during';
}
