// The events of a report, wordings joined, in; what is told a second time with the same parties and code joined to the first telling.

import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import { type Draft, join } from './draft.ts';
import { judgedBy } from './judged.ts';
import { isInLead } from './lead.ts';
import type { Matcher } from './match.ts';
import { clash, isRetold, saysOther, takeNames } from './retold.ts';
import { isSameBlow } from './same-blow.ts';
import { isSameBomb } from './same-bomb.ts';
import { apart, isAnother, isDefinite, isDowned, isNewSum, OTHER, type Whereabouts, within } from './same-event.ts';
import { isToldAgain } from './told-again.ts';
import { isToldApart } from './told-apart.ts';
import { isOfTheTwo, isSameToll, isToldTwice } from './told-twice.ts';

/** How many events back a telling is looked for: it keeps the work linear. */
const BACK = 60;
/** Deeds that the same forces do in many places: where nobody is told whom they met, nothing tells two of them apart. */
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE']);

/**
 * Whether any were joined. Coding teams count what the same actor does to the same target under the same code on the same day
 * once. So does a row here: the second telling is a wording of the first. What is told of another day or town stays apart.
 */
export function foldRepeats(
  drafts: readonly Draft[],
  match: Matcher,
  at: Whereabouts,
  deadOf: (draft: Draft) => string | null,
  tollOf: (draft: Draft) => string,
  { actors: known }: Cast,
  sides: (draft: Draft) => number,
): boolean {
  let folded = false;
  const stateOf = (actor: number) => (known[actor]?.kind === 'state' ? sideOf(actor) : null);
  const sideOf = (actor: number) => known[actor]?.country ?? null;
  for (let i = 1; i < drafts.length; i++) {
    const later = drafts[i] as Draft;
    for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
      const earlier = drafts[k] as Draft;
      if (earlier.into || isOtherPaper(earlier, later, match)) continue;
      // drones shot down are none of what missiles strike elsewhere
      if (isDowned(earlier, match) !== isDowned(later, match) && later.actors.length > 0) continue;
      const again =
        isRepeat(earlier, later, match) ||
        isToldAgain(earlier, later, match, known) ||
        isToldTwice(earlier, later, match, known) ||
        (isSameToll(earlier, later, tollOf, match) && (sides(earlier) & sides(later)) !== 0) ||
        isSameBomb(earlier, later, match);
      const blow = !again && isSameBlow(earlier, later, match, at, sideOf) && !differ(deadOf(earlier), deadOf(later));
      const retold =
        !again && !blow && isRetold(earlier, later, match, stateOf) && !differ(deadOf(earlier), deadOf(later));
      if (
        (!again && !blow && !retold) ||
        (apart(earlier, later, at) && !isLead(earlier, later, match) && !isOfTheTwo(earlier, later, match))
      )
        continue;
      if (retold) takeNames(earlier, later, match);
      // "charged", "prosecutors accused him": by whom only the later says
      if (earlier.actors.length === 0 && later.code.mode === 'allege' && again) earlier.actors = later.actors;
      // "was also killed in the airstrike": another victim of it
      if (blow) addNames(earlier, later, match, known);
      // "a mine laid by rebels went off": it was no more than laid until then
      if (again && earlier.code.mode === 'weapons' && later.code.type === 'ASSAULT') earlier.code = later.code;
      join(later, earlier);
      folded = true;
      break;
    }
  }
  return folded;
}

/** A headline of who met or said what, and its lead, word for word: what town their words are about parts them not. */
const isLead = (earlier: Draft, later: Draft, match: Matcher): boolean =>
  match.view.sentence[earlier.coded.trigger] === 0 &&
  isInLead(later.coded.trigger, match.view) &&
  !DEEDS.has(later.code.type) &&
  match.verbLemma(earlier.coded.trigger) === match.verbLemma(later.coded.trigger) &&
  earlier.actors.length === later.actors.length &&
  within(later.actors, earlier.actors);

function addNames(earlier: Draft, { recipients, others }: Draft, match: Matcher, known: Cast['actors']): void {
  if (!others.some((token) => match.view.upos[token] === VERB)) return;
  for (const one of recipients)
    if (known[one]?.kind === 'person' && !earlier.recipients.includes(one) && !earlier.actors.includes(one))
      earlier.recipients.push(one);
}

/** "Twelve were killed", "two were killed": attacks that took other numbers of lives. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

function isRepeat(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (
    isProtestTopic(earlier, later, match) ||
    isPart(earlier, later, match) ||
    isOfPlan(earlier, later, match) ||
    isMadeToDo(earlier, later, match) ||
    isNamedLater(earlier, later, match)
  )
    return true;
  if (isDoubted(earlier, later, match)) return true;
  if (earlier.code.type !== later.code.type || earlier.status !== later.status || isAnother(later, match)) return false;
  if (isToldApart(earlier, later, match)) return false;
  const known = later.actors.length + later.recipients.length;
  if (known === 0) return isNameless(earlier, later, match);
  if (pointsBack(earlier, later, match)) return true;
  if (!sameCode(earlier, later) || isNewSum(later.coded.trigger, match)) return false;
  // nobody new may come in: neither among those who act nor among those acted upon
  if (!within(later.actors, earlier.actors) || !within(later.recipients, earlier.recipients)) return false;
  if (later.actors.length === 0)
    return (
      later.recipients.length === earlier.recipients.length ||
      // "the killing of Holt", one of the two who were killed
      (later.recipients.length === 1 && /^(?:kill|murder|assassinat|death)/.test(match.lemma(later.coded.trigger)))
    );
  return later.recipients.length > 0 || later.coded.mutual || !DEEDS.has(later.code.type);
}

/** How many sentences behind a headline its paper is told of again, whatever it is called there. */
const RETELLING = 4;

/** "Signed a memorandum", told behind a pact that was signed: another paper, by another name and with an article that brings it in. */
function isOtherPaper(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.cameo !== '057' || later.code.cameo !== '057') return false;
  const { view, roles } = match;
  const [first, second] = [earlier.coded.clause, later.coded.clause].map((verb) => roles.rolesOf(verb).patient);
  if (first === undefined || second === undefined || view.upos[second] !== NOUN) return false;
  if (first >= 0 && match.lemma(first) === match.lemma(second)) return false;
  const from = view.sentence[earlier.coded.trigger] ?? 0;
  if (from < 2 && (view.sentence[later.coded.trigger] ?? 0) - from <= RETELLING) return false;
  return /^an?$/.test(view.lower[roles.childBy(second, REL.det)] ?? '');
}

/** "Police believe that the officer shot Holt", told that Holt was shot: what is thought of an attack on somebody is the attack. */
function isDoubted(earlier: Draft, later: Draft, match: Matcher): boolean {
  // "asked for his resignation", told that he resigned
  if (later.code.mode === 'resign' && earlier.code.mode === 'resign' && earlier.status === 'asserted')
    return later.status === 'hypothetical' && later.actors.length > 0 && within(later.actors, earlier.actors);
  if (earlier.code.type !== 'ASSAULT' || later.code.type !== 'ASSAULT') return false;
  if (earlier.status !== 'asserted' || later.status !== 'hypothetical' || later.recipients.length !== 1) return false;
  if (!within(later.recipients, earlier.recipients) || isAnother(later, match)) return false;
  const { view } = match;
  if (view.upos[later.coded.trigger] !== VERB || later.coded.patients.some((token) => view.tag(token).endsWith('S')))
    return false;
  // "could be shot", "to shoot": what may come is another thing
  const tag = view.tag(later.coded.trigger);
  return (tag === 'VBD' || tag === 'VBN') && sameCode(earlier, later);
}

function sameCode({ code: a }: Draft, { code: b }: Draft): boolean {
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false;
  return a.cameo.slice(0, 3) === b.cameo.slice(0, 3) || a.mode === b.mode || a.type === 'ASSAULT';
}

const VICTIMS: ReadonlySet<string> = new Set(['victim', 'dead', 'casualty', 'fatality', 'deceased']);
const ATTACKERS: ReadonlySet<string> = new Set([
  'attacker', 'assailant', 'gunman', 'shooter', 'bomber', 'perpetrator', 'raider', 'killer', 'assassin',
]); // biome-ignore format: one table
/** How many sentences behind an attack its victims and attackers are called by what it made of them. */
const NEAR = 5;

/** "The victims were shot", "the attackers killed": those whom only the attack told before makes what they are called. */
function pointsBack(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== 'ASSAULT' || later.status !== 'asserted') return false;
  const { agents, patients, trigger } = later.coded;
  if ((match.view.sentence[trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0) > NEAR) return false;
  const known = (token: number, called: ReadonlySet<string>) =>
    called.has(match.lemma(token)) && isDefinite(token, match);
  const hurt = patients.length > 0 && patients.every((token) => known(token, VICTIMS));
  if (hurt) return later.actors.length === 0 || within(later.actors, earlier.actors);
  const attackers = agents.length > 0 && agents.every((token) => known(token, ATTACKERS));
  return attackers && (later.recipients.length === 0 || within(later.recipients, earlier.recipients));
}

/** What somebody is called of whom nothing is said. */
const ANYBODY: ReadonlySet<string> = new Set([
  'man',
  'woman',
  'individual',
  'suspect',
  'person',
  'attacker',
  'gunman',
  'shooter',
]);
const PERSONS: ReadonlySet<string> = new Set([
  ...ANYBODY,
  'boy',
  'girl',
  'teenager',
  'resident',
  'citizen',
  'national',
  'driver',
  'student',
]);
/** What one who was arrested is called. */
const SUSPECTS: ReadonlySet<string> = new Set([
  'accused',
  'suspect',
  'attacker',
  'gunman',
  'man',
  'woman',
  'shooter',
  'teenager',
  'driver',
]);
/** Whether one person was arrested of whom the words tell nothing more, or little: "a man", against "another man" and "a Norland man" told later. */
function isSomeone({ coded: { patients } }: Draft, match: Matcher, called: ReadonlySet<string>): boolean {
  const [one] = patients;
  const { view, roles } = match;
  if (one === undefined || patients.length > 1 || view.upos[one] !== NOUN || view.tag(one).endsWith('S')) return false;
  if (!called.has(match.lemma(one)) || match.together(one).length > 1) return false;
  if (called !== ANYBODY) return true;
  const { first, next } = roles.children;
  for (let child = first[one] as number; child >= 0; child = next[child] as number) {
    const link = view.relation[child];
    if (
      OTHER.has(view.lower[child] ?? '') ||
      link === REL.amod ||
      link === REL.compound ||
      link === REL.nmod ||
      link === REL.nummod ||
      link === REL.acl ||
      link === REL['acl:relcl']
    )
      return false;
  }
  return true;
}

/** What those who were arrested are called. */
const GROUPS: ReadonlySet<string> = new Set(['group', 'trio', 'pair', 'duo', 'detainee', 'suspect', 'arrestee']);
const FOR: ReadonlySet<string> = new Set(['for', 'at', 'during', 'in', 'as']);

const PROCEEDINGS: ReadonlySet<string | null> = new Set(['arrest', 'convict', 'allege']);
/** Sentences of a headline and a lead. */
const OPENING = 3;

/** "Two arrested in Lintz", "police say Tom Holt, 18, was arrested": one of those whom the opening counts. */
function isNamedLater(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (
    !PROCEEDINGS.has(later.code.mode) ||
    earlier.code.mode !== later.code.mode ||
    earlier.code.type !== later.code.type
  )
    return false;
  if (earlier.status !== 'asserted' || later.status !== 'asserted' || later.recipients.length !== 1) return false;
  const { view } = match;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (view.upos[a] !== VERB || view.upos[b] !== VERB || match.verbLemma(a) !== match.verbLemma(b)) return false;
  if ((view.sentence[a] ?? 0) >= OPENING || view.sentence[a] === view.sentence[b]) return false;
  if (earlier.coded.patients.length === 0 || !within(later.actors, earlier.actors) || saysOther(b, match)) return false;
  return (
    earlier.coded.patients.every((token) => view.upos[token] === NOUN || view.upos[token] === NUM) &&
    later.coded.patients.length === 1 &&
    view.upos[later.coded.patients[0] as number] === PROPN
  );
}

/** "Ordered the network to shut down": what somebody is made to do is what is done to them. */
function isMadeToDo(earlier: Draft, later: Draft, { view, roles }: Matcher): boolean {
  if (earlier.code.type !== later.code.type || later.actors.length === 0) return false;
  const at = later.coded.trigger;
  return (
    view.lower[at - 1] === 'to' &&
    roles.clauses.open[earlier.coded.trigger] === at &&
    within(later.actors, earlier.recipients)
  );
}

/** "Will travel to Chad to discuss trade with officials", "its commitment to support Chad": one undertaking, and what it is for. */
function isOfPlan(earlier: Draft, later: Draft, { view, roles }: Matcher): boolean {
  if (earlier.code.type !== 'AGREE' || later.code.type !== 'AGREE') return false;
  if (later.actors.length === 0 || !within(later.actors, earlier.actors)) return false;
  const [from, at] = [earlier.coded.trigger, later.coded.trigger];
  if (at < from || view.sentence[at] !== view.sentence[from] || view.lower[at - 1] !== 'to') return false;
  // another one to meet is another meeting
  if (roles.childBy(at, REL.cc) >= 0 || view.relation[at] === REL.conj) return false;
  const up = view.head[at] ?? -1;
  return up === from || up === earlier.coded.clause || (up >= from && up < at && view.head[up] === from);
}

/** "Met in Velmar for a summit", "sent fighters to bolster the army", "were also wounded in the attack": told with what was told before it. */
function isPart(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== later.code.type) return false;
  const { view, roles } = match;
  const at = later.coded.trigger;
  // "after seizing the area": what was told before
  if (
    view.tag(at) === 'VBG' &&
    roles.caseOf(at) === 'after' &&
    earlier.status === later.status &&
    later.actors.length > 0 &&
    within(later.actors, earlier.actors) &&
    within(later.recipients, earlier.recipients) &&
    match.lemma(at) === match.lemma(earlier.coded.trigger)
  )
    return true;
  const once = view.sentence[at] === view.sentence[earlier.coded.trigger];
  // "condemned the raids by the army describing them as": what was said there
  if (
    once &&
    later.code.type === 'ACCUSE' &&
    earlier.status === later.status &&
    within(later.recipients, earlier.recipients) &&
    later.actors.length > 0 &&
    within(later.actors, earlier.actors) &&
    judgedBy(at, view, (token) => match.lemma(token)) === earlier.coded.clause
  )
    return true;
  // "lashed out at Kern, accusing her": the way in which it was done
  if (
    once &&
    view.tag(at) === 'VBG' &&
    view.relation[at] === REL.advcl &&
    view.head[at] === earlier.coded.clause &&
    roles.caseOf(at) === '' &&
    earlier.code.type === 'ACCUSE' &&
    earlier.status === later.status &&
    later.recipients.length > 0 &&
    within(later.actors, earlier.actors) &&
    // "filed a petition, accusing her": whom only the second names
    ((earlier.recipients.length === 0 && /^(?:accuse|blame|charge|fault)$/.test(match.lemma(at))) ||
      within(later.recipients, earlier.recipients))
  )
    return true;
  switch (later.code.type) {
    case 'COERCE':
      if (later.code.mode !== 'arrest' || earlier.code.mode !== 'arrest' || earlier.status !== later.status) return false;
      // "arrested in a sweep by the police"
      if (once && view.upos[at] === NOUN && FOR.has(roles.caseOf(at)) && later.recipients.length === 0 && hangsFrom(at, earlier.coded.clause, match)) return true;
      // "arrested the accused … after his arrest"
      if (view.upos[at] === NOUN && roles.childBy(at, REL['nmod:poss']) >= 0 && earlier.recipients.length === 1 && later.recipients.length === 1 && isSomeone(earlier, match, SUSPECTS) && (view.sentence[at] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) <= NEAR) return true;
      // "after being held, the group was warned"
      if (later.actors.length === 0 && later.coded.patients.length > 0 && later.coded.patients.every((token) => GROUPS.has(match.lemma(token)) && isDefinite(token, match)) && (view.sentence[at] ?? 0) - (view.sentence[earlier.coded.trigger] ?? 0) <= NEAR) return true;
      return later.code.mode === 'arrest' && earlier.code.mode === 'arrest' && earlier.status === later.status && later.status === 'asserted' && later.actors.length === 0 && isSomeone(later, match, ANYBODY) && isSomeone(earlier, match, PERSONS) && !clash(match.lemma(earlier.coded.patients[0] as number), match.lemma(later.coded.patients[0] as number));
    case 'CONSULT':
      // "said after the meeting": the one told of before, whoever speaks
      if (!once && view.upos[at] === NOUN && view.lower[at - 1] === 'the' && [earlier.coded.trigger, ...earlier.coded.consumed, ...earlier.others].some((token) => match.lemma(token) === match.lemma(at) || CALLED[match.lemma(token)]?.includes(match.lemma(at))) && earlier.status === 'asserted' && later.status === 'asserted' && later.coded.patients.length === 0 && later.actors.length < 2 && [earlier.coded.trigger, ...earlier.others].some((token) => (view.sentence[at] ?? 0) - (view.sentence[token] ?? 0) <= NEAR)) return true;
      return once && view.upos[at] === NOUN && earlier.status === later.status && FOR.has(roles.caseOf(at)) && within(later.recipients, earlier.recipients) && hangsFrom(at, earlier.coded.clause, match);
    case 'PROTEST':
      // "rallied to protest the results"
      return once && view.upos[at] === VERB && view.lower[at - 1] === 'to' && later.status === 'hypothetical' && within(later.actors, earlier.actors) && hangsFrom(at, earlier.coded.clause, match);
    case 'MOBILIZE':
      return once && view.upos[at] === VERB && view.lower[at - 1] === 'to' && hangsFrom(at, earlier.coded.clause, match);
    case 'ASSAULT':
      return view.upos[at] === NOUN && view.upos[earlier.coded.trigger] === NOUN && earlier.status === later.status && view.lower[leftmost(at, match)] === 'the' && !view.tag(at).endsWith('S') && !view.tag(earlier.coded.trigger).endsWith('S') && later.coded.patients.length === 0 && later.actors.length > 0 && within(later.actors, earlier.actors);
    default:
      return false;
  }
} // biome-ignore format: one rule a line

/** What those who did so had. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  meet: ['meeting', 'summit', 'talk'], discuss: ['meeting', 'summit', 'talk'], speak: ['call', 'conversation', 'talk'], talk: ['conversation', 'talk', 'call'], visit: ['visit', 'trip'], arrive: ['visit'], summit: ['meeting'], host: ['visit', 'meeting'],
}; // biome-ignore format: one table

/** Whether a word hangs from another, over nouns at most. */
function hangsFrom(word: number, from: number, { view: { head, upos } }: Matcher): boolean {
  let at = head[word] ?? -1;
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    if (at === from) return true;
    if (upos[at] !== NOUN) return false;
    at = head[at] ?? -1;
  }
  return false;
}

/** The determiner of a noun; the noun itself where it has none. */
const leftmost = (noun: number, { roles }: Matcher): number => {
  const determiner = roles.childBy(noun, REL.det);
  return determiner < 0 ? noun : determiner;
};

const PROTESTERS: ReadonlySet<string> = new Set([
  'protester', 'protestor', 'demonstrator', 'marcher', 'striker', 'rally', 'demonstration', 'protest', 'march',
]); // biome-ignore format: one table

/** "Thousands marched, demanding elections": what a protest is for is the protest, no demand of its own. */
function isProtestTopic(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (later.code.type !== 'REQUEST' || earlier.code.type !== 'PROTEST') return false;
  const { agents, trigger } = later.coded;
  // "launch rallies to demand": what they are for is as far off as they are
  const purpose = match.view.lower[trigger - 1] === 'to' && later.status !== 'negated';
  if (earlier.status !== later.status && !purpose) return false;
  if (purpose && hangsFrom(trigger, earlier.coded.clause, match)) return true;
  const apart = (match.view.sentence[trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0);
  if (agents.length > 0 && agents.every((token) => PROTESTERS.has(match.lemma(token)))) return apart <= NEAR;
  return apart === 0 && later.actors.length > 0 && within(later.actors, earlier.actors);
}

/** "The three were arrested": an arrest of nobody new, told after one. */
function isNameless(earlier: Draft, later: Draft, match: Matcher): boolean {
  return (
    later.code.mode === 'arrest' &&
    earlier.code.mode === 'arrest' &&
    later.status === 'asserted' &&
    (match.view.sentence[later.coded.trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0) <= 6
  );
}
