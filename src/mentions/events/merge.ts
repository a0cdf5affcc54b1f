// The events of a report in order in; those that only word an earlier one anew joined to it, out.
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import { type Draft, join, settled } from './draft.ts';
import { joinFellow, joinManner, joinMeasure, joinOccasion, joinPredicate, joinWeapon } from './join-beside.ts';
import { addVictims, isWhereOnly, joinResult } from './join-result.ts';
import type { Matcher } from './match.ts';
import { same, type Whereabouts } from './same-event.ts';
import { addToll, attackBefore } from './their-toll.ts';

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

/** "Killed nine in a drone strike": a nameless attack by which the one just told was done. */
function means(before: Draft, draft: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const trigger = draft.coded.trigger;
  // "gunned down by sniper fire": nobody new; "wounded nine with sniper fire": theirs who did
  const armed =
    before.actors.length > 0 &&
    roles.caseOf(trigger) === 'with' &&
    draft.coded.agents.every((one) => view.upos[one] === NOUN && view.head[one] === trigger);
  if (!armed && draft.actors.some((one) => !before.actors.includes(one))) return false;
  if (before.code.type !== 'ASSAULT' || draft.code.type !== 'ASSAULT') return false;
  if (view.upos[trigger] !== NOUN || view.sentence[trigger] !== view.sentence[before.coded.trigger]) return false;
  let at = trigger;
  for (let steps = 0; steps < 3 && view.relation[at] === REL.conj; steps++) at = view.head[at] ?? at;
  const led = roles.caseOf(at);
  return led === 'in' || led === 'by' || led === 'with' || led === 'during';
}
