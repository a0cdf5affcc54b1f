// A word that names an event in, whether it happened out: from negation, modality, tense and what governs it.

import { eachChild } from '../../grammar/tree.ts';
import { ADJ, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { happens, toCome, willHappen } from './ahead.ts';
import { isOver } from './alarm.ts';
import type { Operation } from './composed.ts';
import { isConditional, isDated, isReportedAhead, isWishedToSee } from './dated.ts';
import { isDisowned } from './disowned.ts';
import { DOUBTED, doubtAbove, isShortOf } from './doubted.ts';
import type { Status } from './event.ts';
import { firstTo } from './first-to.ts';
import { declaringVerb, isMeant } from './intended.ts';
import {
  gerundOf,
  hasTense,
  isAsked,
  isModal,
  isOfObject,
  isOnlyMeant,
  isOnlySought,
  isParticipleToo,
  isUsed,
  isWished,
  MUSING,
} from './meant-only.ts';
import { isNever, isOpenedByNo, saysNone } from './none.ts';
import { operationOnGerund } from './on-gerund.ts';
import { GOING, HEDGES, statusInPhrase } from './only-hoped.ts';
import { operators } from './operators.ts';
import { isAdvice, POINTING } from './role-words.ts';
import type { RoleReader } from './roles.ts';
import { isRemembered, isToldInPast } from './told-past.ts';
import { leadsHeadline } from './undertaking.ts';
import { isAwaited, isKeptFrom, NEGATIONS } from './undone.ts';
import { FREE, isImperative, isInfinitive } from './verb-forms.ts';
import { isWish } from './would-like.ts';

const MODALS: Readonly<Record<string, Status>> = {
  will: 'future', shall: 'future', "'ll": 'future', '’ll': 'future', wo: 'future', may: 'hypothetical', might: 'hypothetical', could: 'hypothetical',
  can: 'hypothetical', ca: 'hypothetical', should: 'hypothetical', must: 'hypothetical', would: 'hypothetical', "'d": 'asserted', ought: 'hypothetical',
}; // biome-ignore format: one table
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'lest', 'until']);
/** Words that say of what follows "to" that it has yet to happen. */
const AHEAD: Readonly<Record<string, Status>> = {
  due: 'future', set: 'future', scheduled: 'future', ready: 'hypothetical', willing: 'hypothetical', prepared: 'hypothetical', likely: 'hypothetical',
  unlikely: 'hypothetical', able: 'hypothetical', eager: 'hypothetical', keen: 'hypothetical', open: 'hypothetical', unable: 'negated', unwilling: 'negated',
  have: 'hypothetical', has: 'hypothetical', need: 'hypothetical', needs: 'hypothetical', reluctant: 'hypothetical', possible: 'hypothetical', impossible: 'hypothetical', about: 'future', free: 'hypothetical', determined: 'future', poised: 'future', required: 'hypothetical', supposed: 'hypothetical', needed: 'hypothetical', obliged: 'hypothetical',
}; // biome-ignore format: one table
/** What an adjective says of what a noun tells of: "planned talks", "a possible strike", "a proposed ceasefire". */
const MARKED: Readonly<Record<string, Status>> = {
  planned: 'future', upcoming: 'future', scheduled: 'future', slated: 'future', forthcoming: 'future', future: 'future', expected: 'future', next: 'future', imminent: 'future', impending: 'future', coming: 'future', looming: 'future',
  possible: 'hypothetical', potential: 'hypothetical', proposed: 'hypothetical', threatened: 'hypothetical', likely: 'hypothetical', any: 'hypothetical', hypothetical: 'hypothetical', 'would-be': 'hypothetical',
  past: 'historical', former: 'historical', previous: 'historical', earlier: 'historical', historic: 'historical',
}; // biome-ignore format: one table
/** Right behind a noun of what has yet to come; "scheduled for Monday" with a day of its own. */
const SET_FOR = /^(?:planned|slated|scheduled|expected)$/;
/** Adjectives of what is under way, whatever is hoped of it. */
const UNDER_WAY: ReadonlySet<string> = new Set(['ongoing', 'continuing', 'continued', 'current']);
/** Nouns whose infinitive is only meant: "a plan to attack". */
const BY_OPERATION: Partial<Record<Operation, Status>> = {
  deny: 'negated', fail: 'negated', refuse: 'negated', plan: 'future', maybe: 'hypothetical', want: 'hypothetical', request: 'hypothetical', threaten: 'hypothetical',
  promise: 'future', agree: 'future', cancel: 'negated', invite: 'hypothetical', stop: 'asserted',
}; // biome-ignore format: one table
const RANK: Readonly<Record<Status, number>> = { asserted: 0, historical: 1, future: 2, hypothetical: 3, negated: 4 };
/** Operations that carry a noun's event and leave it undone. */
const UNREAL: ReadonlySet<string> = new Set(['deny', 'fail', 'plan', 'maybe']);
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", '’s', "'re"]);
const stronger = (a: Status, b: Status): Status => (RANK[b] > RANK[a] ? b : a);

/** `skip` operators (tokens) are already part of the event's own code. */
export function statusOf(token: number, view: TokenView, roles: RoleReader, skip: ReadonlySet<number>): Status {
  const status = statusAbove(token, view, roles, skip);
  // "name any group that backed him", "any attack would be seen as a declaration of war": none of which anybody knows
  const noun =
    view.upos[token] === NOUN ? token : view.relation[token] === REL['acl:relcl'] ? (view.head[token] ?? -1) : -1;
  return noun >= 0 && view.lower[roles.childBy(noun, REL.det)] === 'any' ? stronger(status, 'hypothetical') : status;
}

const HITTING: ReadonlySet<string> = new Set(['hit', 'strike', 'target']);
/** What keeps a deed from being done. */
const WARDING: ReadonlySet<string> = new Set(['prevent', 'avert', 'forestall', 'preempt', 'foil', 'thwart']);

/** "Prevented a bombing", "the strike was averted": what was warded off was not done; null for what is no such thing. */
function wardedOff(token: number, view: TokenView, roles: RoleReader): Status | null {
  const up = view.head[token] ?? -1;
  const relation = view.relation[token];
  if (view.upos[token] !== NOUN || up < 0) return null;
  // "was not hit by gunfire", against "was not hit by the blast"
  if (relation === REL['obl:agent'] && HITTING.has(roles.parsed.words.lemma(up)) && roles.childBy(token, REL.det) < 0)
    return ofWord(up, view, roles) === 'negated' ? 'negated' : null;
  if (relation !== REL.obj && relation !== REL['nsubj:pass']) return null;
  if (!WARDING.has(roles.parsed.words.lemma(up))) return null;
  const own = ofWord(up, view, roles);
  // "did not prevent the attack", "to prevent an attack"
  if (own === 'negated') return null;
  return isInfinitive(up, view, roles) ? 'hypothetical' : own === 'asserted' ? 'negated' : own;
}

function statusAbove(token: number, view: TokenView, roles: RoleReader, skip: ReadonlySet<number>): Status {
  let status: Status = stronger(ofWord(token, view, roles), isRemembered(token, view) ? 'historical' : 'asserted');
  const { head, relation } = view;
  if (view.upos[token] === NOUN && isOnlySought(token, view, roles)) return stronger(status, 'hypothetical');
  const warded = wardedOff(token, view, roles);
  if (warded) return stronger(status, warded);
  // "in return for a withdrawal"
  status = stronger(
    status,
    statusInPhrase(token, view, roles, (word) => statusAbove(word, view, roles, skip)),
  );
  // "warned against the use of force"
  const above = view.upos[token] === NOUN ? (head[token] ?? -1) : -1;
  if (above >= 0 && above < token && view.upos[above] === VERB)
    if (isAdvice(roles.parsed.words.lemma(above), roles.caseOf(token))) return stronger(status, 'hypothetical');
  // "the summit is unlikely to take place", "the talks are due to resume"
  const said = view.upos[token] === NOUN && relation[token] === REL.nsubj ? (head[token] ?? -1) : -1;
  if (said >= 0 && view.upos[said] === ADJ && (roles.clauses.open[said] ?? -1) > said)
    status = stronger(status, AHEAD[view.lower[said] ?? ''] ?? 'asserted');
  // "recognise Russia's annexation": a noun that the reader knows of is not denied or hoped for with the verb above it
  if (view.upos[token] === NOUN && skip.size === 0 && isKnown(token, view, roles)) {
    const led = roles.caseOf(token);
    const ahead = led === 'before' || led === 'until' || led === 'ahead';
    if (said >= 0 && willHappen(said, view, roles))
      status = stronger(status, toCome(said, ofWord(said, view, roles), view, roles));
    // "buried the rifle in the days before the shooting": what is told in the past came
    return ahead && !isToldInPast(token, view) ? stronger(status, 'future') : status;
  }
  let at = token;
  for (let steps = 0; steps < 5; steps++) {
    const up = head[at] ?? -1;
    if (up < 0) break;
    const own = relation[at];
    const link = own === REL.conj && roles.clauses.open[up] === at ? REL.xcomp : own;
    // "target fighters firing on the town": a gerund behind the object says what those do
    if (link === REL.xcomp && isOfObject(at, up, view, roles)) break;
    // "executing Holt would not bring her back", also behind "said"; "holding talks would be a mistake"
    if (
      (at === token || view.upos[token] === NOUN) &&
      view.tag(at) === 'VBG' &&
      isModal(gerundOf(link ?? 0, up, roles), view, roles)
    )
      status = stronger(status, 'hypothetical');
    // "talks will resume on Monday": what a noun's verb of happening says
    if (at === token && link === REL.nsubj && view.upos[token] === NOUN && happens(up, view, roles))
      status = stronger(status, toCome(up, ofWord(up, view, roles), view, roles));
    if (at === token && link === REL.nsubj && isOnlyMeant(token, up, view, roles))
      status = stronger(status, 'hypothetical');
    // "due to vote on extending the embargo"; of the word itself it was asked before
    if (at !== token) status = stronger(status, statusInPhrase(at, view, roles, null));
    const doubt = doubtAbove(at, up, link ?? 0, at === token, view, roles);
    if (doubt) return stronger(status, doubt);
    const clausal = link === REL.xcomp || link === REL.ccomp;
    if (
      clausal ||
      link === REL.obj ||
      link === REL.obl ||
      link === REL['nsubj:pass'] ||
      link === REL.acl ||
      link === REL.csubj
    ) {
      if (link === REL.acl && (view.upos[up] === NOUN || view.upos[up] === PROPN)) {
        if (isInfinitive(at, view, roles)) {
          const told = declaringVerb(up, view, (one) => roles.parsed.words.lemma(one)) >= 0;
          // "became the first country to recognise it": that it did is told
          const first = firstTo(at, view, roles);
          status = stronger(
            status,
            first ? ofWord(first.told, view, roles) : told || leadsHeadline(up, at, view) ? 'future' : 'hypothetical',
          );
        }
        // "an interest in resuming talks", "the possibility of striking Velmar"
        if (view.tag(at) === 'VBG' && WISHES.has(roles.parsed.words.lemma(up)))
          status = stronger(status, 'hypothetical');
        break;
      }
      // "did not deserve to be shot": whether they were nobody says with that
      if (link === REL.xcomp && view.upos[up] === VERB && roles.parsed.words.lemma(up) === 'deserve')
        return 'hypothetical';
      const ahead = isAchieved(up, view, roles) ? undefined : AHEAD[view.lower[up] ?? ''];
      if (link === REL.xcomp || link === REL.ccomp || link === REL.csubj)
        if (ahead && isInfinitive(at, view, roles))
          // "has yet to recognise it"
          status = stronger(status, view.lower[at - 2] === 'yet' ? 'negated' : ahead);
      if (!skip.has(up) && view.upos[up] === VERB) {
        const lemma = roles.parsed.words.lemma(up);
        // "after the talks", "since the strike": a time given by what did happen
        const led = roles.caseOf(at);
        // "on a visit to Kyiv she promised more": in front it says when
        const adjunct =
          link === REL.obl && (!['for', 'on', 'to', 'of', 'from', 'with'].includes(led) || (led === 'on' && at < up));
        // "will fly to Velmar for talks": they are as far off as the way there
        const errand = link === REL.obl && led === 'for' && at > up && GOING.has(lemma);
        // "nine were killed, police told reporters": only an infinitive is what somebody is told to do
        const told =
          lemma === 'tell' ? !isInfinitive(at, view, roles) : lemma === 'warn' && isOver(at, { view, roles });
        const operation =
          adjunct || told
            ? undefined
            : operators()
                .verbs.get(lemma)
                ?.find((one) => one.rest.length === 0)?.operation;
        const given = operation ? BY_OPERATION[operation] : undefined;
        if (given && (clausal || operation !== 'deny') && !(operation === 'fail' && link === REL.ccomp)) {
          // "was scheduled to meet", against "scheduled" of a verb that governs a noun by chance
          status = stronger(status, given);
        } else if (clausal && HEDGES.has(lemma) && !told) status = stronger(status, 'hypothetical');
        if (
          link === REL.xcomp &&
          isMeant(at, view, roles.clauses.object[up] ?? -1, (one) => roles.parsed.words.lemma(one))
        )
          status = stronger(status, 'future');
        // "will leave on a visit" too
        if (
          link === REL.xcomp ||
          link === REL.obj ||
          link === REL['nsubj:pass'] ||
          (link === REL.obl && (led === 'on' || errand))
        )
          status = stronger(status, carriedBy(at, up, link, operation, view, roles));
        else if (
          link === REL.ccomp &&
          status === 'hypothetical' &&
          ofWord(at, view, roles) === 'hypothetical' &&
          isReportedAhead(at, view, roles)
        )
          status = 'future';
        if (!clausal && !errand && link !== REL.obj && link !== REL['nsubj:pass']) break;
      } else if (!skip.has(up)) break;
      // "will launch an attack": the verb that carries the noun has its tense and its negation
      else if (view.upos[token] === NOUN && link !== REL.acl) {
        status = stronger(status, ofWord(up, view, roles));
        const carried = operators()
          .verbs.get(roles.parsed.words.lemma(up))
          ?.find((one) => one.rest.length === 0)?.operation;
        // "denied an attack", "planned an attack", "refrained from an attack"
        const upon =
          link === REL.obj || link === REL['nsubj:pass'] || (link === REL.obl && roles.caseOf(at) === 'from');
        if (carried && upon && UNREAL.has(carried)) status = stronger(status, BY_OPERATION[carried] ?? status);
      }
    } else if (link === REL.nmod && DOUBTED.has(view.lower[up] ?? '') && saysNone(up, view, roles)) {
      // "there is no evidence of an attack"
      return 'negated';
    } else if (isDisowned(at, view, roles)) return 'negated';
    else if (link === REL['acl:relcl'] && CONDITIONS.has(roles.caseOf(up)) && relation[up] !== REL.obl) {
      // "until secretary general Holt visits": taken for a clause of the title
      status = stronger(status, 'hypothetical');
      break;
    } else if (link === REL.advcl) {
      const taken = BY_OPERATION[operationOnGerund(at, up, view, roles) ?? 'go'];
      // "has not ruled out sending troops": nobody did
      if (taken) status = stronger(status, ofWord(up, view, roles) === 'negated' ? 'hypothetical' : taken);
      else if (CONDITIONS.has(roles.caseOf(at)) || isAwaited(at, up, view, roles))
        status = stronger(status, 'hypothetical');
      // "used the roof to fire missiles": with it they did
      else if (at === token && isInfinitive(at, view, roles) && isUsed(up, at, roles))
        status = stronger(status, ofWord(up, view, roles));
      // "voted unanimously to adopt it": the vote is the deed
      else if (
        isInfinitive(at, view, roles) &&
        roles.parsed.words.lemma(up) !== 'vote' &&
        !isAchieved(up, view, roles)
      ) {
        // a purpose is as far off as what is done for it: "will fly to meet", against "flew to meet"
        const above = view.upos[up] === VERB ? ofWord(up, view, roles) : 'asserted';
        const meant = isMeant(at, view, roles.clauses.object[up] ?? -1, (one) => roles.parsed.words.lemma(one));
        status = stronger(
          status,
          above === 'negated' ? 'negated' : above === 'future' || meant ? 'future' : 'hypothetical',
        );
      } else if (
        view.tag(at) === 'VBG' &&
        roles.caseOf(at) === 'by' &&
        (isModal(up, view, roles) || (isInfinitive(up, view, roles) && isModal(head[up] ?? up, view, roles)))
      ) {
        // "by offering Kern a post, Holt would win voters"
        status = stronger(status, 'hypothetical');
      } else if (view.tag(at) === 'VBG' && roles.caseOf(at) === '' && view.upos[up] === VERB) {
        // "will rally at the embassy, denouncing the raid": the participle has no tense of its own
        if (ofWord(up, view, roles) === 'future') status = stronger(status, 'future');
      }
      break;
    }
    // "plan a series of protests"
    else if (link === REL.nmod && SERIES.has(view.lower[up] ?? '') && view.lower[up + 1] === 'of') {
    } else if (link !== REL.conj && link !== REL.parataxis) break;
    else if (link === REL.conj && status === 'hypothetical' && isReportedAhead(at, view, roles)) return 'future';
    else if (
      link === REL.conj &&
      view.upos[up] === VERB &&
      (status === 'asserted' || (at === token && status === 'hypothetical' && isBareForm(at, view, roles)))
    ) {
      // "will meet and sign": the modal stands once
      const above = ofWord(up, view, roles);
      // "to commit crimes and have slaughtered": a tense of its own
      const shared = roles.clauses.subject[at] === -1 && !hasTense(at, view, roles);
      // "did not concede or admit defeat"
      const denied = above === 'negated' && view.lower[roles.childBy(at, REL.cc)] === 'or';
      if ((above === 'future' || above === 'hypothetical' || denied) && shared) status = above;
    }
    at = up;
  }
  if ((status === 'asserted' || status === 'future') && view.upos[token] === VERB && isAsked(token, view))
    return 'hypothetical';
  return status === 'hypothetical' && isDated(token, view, roles) ? 'future' : status;
}

/** Nouns for several deeds, one after the other. */
const SERIES: ReadonlySet<string> = new Set([
  'series', 'string', 'wave', 'round', 'spate', 'number', 'set', 'raft', 'flurry', 'succession',
]); // biome-ignore format: one table
const SUBJECT_OF: ReadonlySet<string> = new Set([
  'carry', 'launch', 'conduct', 'hold', 'stage', 'make', 'take', 'order', 'authorise', 'authorize', 'approve', 'sign', 'lift', 'impose', 'reach', 'give', 'release', 'use',
]); // biome-ignore format: one table

/** What the verb above says of an event: "the raid was not launched" denies it, "is not linked with the blasts" does not. */
function carriedBy(
  at: number,
  up: number,
  link: number,
  operation: Operation | undefined,
  view: TokenView,
  roles: RoleReader,
): Status {
  const status = ofWord(up, view, roles);
  if (status !== 'negated' || link !== REL['nsubj:pass'] || view.upos[at] !== NOUN || operation) return status;
  return SUBJECT_OF.has(roles.parsed.words.lemma(up)) ? status : 'asserted';
}

const PAST_BE: ReadonlySet<string> = new Set(['was', 'were', 'been']);

/** "Were able to arrest nine", "was quick to condemn it": an ability of the past that is told was used, unless it is denied. */
function isAchieved(word: number, view: TokenView, roles: RoleReader): boolean {
  if (!/^(?:able|quick|swift)$/.test(view.lower[word] ?? '')) return false;
  let past = false;
  eachChild(roles.parsed, word, (child) => {
    if (view.relation[child] === REL.cop && PAST_BE.has(view.lower[child] ?? '')) past = true;
  });
  return past && ofWord(word, view, roles) === 'asserted';
}

/** Nouns whose gerund is only meant. */
const WISHES: ReadonlySet<string> = new Set([
  'interest', 'intention', 'hope', 'desire', 'aim', 'goal', 'idea', 'possibility', 'prospect', 'likelihood', 'hopes', 'purpose', 'willingness', 'readiness',
]); // biome-ignore format: one table

/** Definite, possessed, or with the nationality of who did it. */
function isKnown(noun: number, view: TokenView, roles: RoleReader): boolean {
  let known = false;
  eachChild(roles.parsed, noun, (child) => {
    if (child > noun) return;
    const link = view.relation[child];
    if (link === REL['nmod:poss']) known = true;
    if (link === REL.det && POINTING.has(view.lower[child] ?? '') && !isMatter(noun, view, roles)) known = true;
    // "meant to help ongoing talks"
    if (link === REL.amod && UNDER_WAY.has(view.lower[child] ?? '')) known = true;
  });
  return known;
}

/** "The withdrawal of troops": named by what it would be, whether or not anybody has withdrawn. */
const isMatter = (noun: number, view: TokenView, roles: RoleReader): boolean =>
  MATTERS.has(roles.parsed.words.lemma(noun)) && view.lower[noun + 1] === 'of';
const MATTERS: ReadonlySet<string> = new Set([
  'withdrawal', 'release', 'lifting', 'deployment', 'return', 'resumption', 'removal', 'expulsion', 'disarmament', 'dismantling', 'arrest', 'extradition', 'deportation', 'evacuation', 'exchange',
]); // biome-ignore format: one table

/** "Was not at the summit": it was held. */
const isAbsence = (noun: number, view: TokenView, roles: RoleReader): boolean =>
  view.upos[noun] === NOUN && roles.childBy(noun, REL.cop) >= 0 && roles.isLedBy(noun, REL.case, AT);
const AT: ReadonlySet<string> = new Set(['at', 'behind', 'among']);

/** "Will disarm and release them": a form without an auxiliary of its own. */
const isBareForm = (verb: number, view: TokenView, roles: RoleReader): boolean =>
  view.tag(verb) === 'VB' && roles.childBy(verb, REL.aux) < 0 && roles.childBy(verb, REL.mark) < 0;

/** "Gunmen storm station, kidnap two": bare by its form, and joined to a sentence's own verb in the present. */
function goesOnNow(verb: number, view: TokenView, { clauses }: RoleReader): boolean {
  const up = view.head[verb] ?? -1;
  return (
    up >= 0 && up < verb && view.relation[up] === REL.root && view.tag(up) === 'VBP' && (clauses.subject[up] ?? -1) >= 0
  );
}

function ofWord(token: number, view: TokenView, roles: RoleReader): Status {
  let status: Status = view.upos[token] === VERB && isConditional(token, view) ? 'hypothetical' : 'asserted';
  // "is due in Jerusalem today"
  if (view.upos[token] === ADJ && view.lower[token] === 'due') status = 'future';
  // "steps toward finalising a deal", "aimed at ending the war"
  if (view.upos[token] === VERB && view.tag(token) === 'VBG') {
    const led = roles.caseOf(token);
    if (led === 'toward' || led === 'towards' || led === 'at') status = 'hypothetical';
    // "the talk about killing Holt"
    if (led === 'about' && MUSING.has(roles.parsed.words.lemma(view.head[token] ?? token))) status = 'hypothetical';
    if (isKeptFrom(token, view, roles)) return 'negated';
  }
  let going = false;
  let to = false;
  let subject = false;
  eachChild(roles.parsed, token, (child) => {
    const word = view.lower[child] ?? '';
    const link = view.relation[child];
    if (child < token && (link === REL.nsubj || link === REL['nsubj:pass'] || link === REL.aux)) subject = true;
    if (link === REL.aux && child < token && !isWish(token, view))
      status = stronger(status, MODALS[word] ?? 'asserted');
    // "vowed never to attack" is a vow
    const below = child > token && view.lower[child + 1] === 'to';
    if (
      (link === REL.advmod || link === REL.det || link === REL.cc) &&
      NEGATIONS.has(word) &&
      !below &&
      !isAbsence(token, view, roles) &&
      !(word === 'not' && ONLY.has(view.lower[child + 1] ?? ''))
    )
      status = stronger(status, 'negated');
    if (link === REL.advmod && child < token && isShortOf(child, view)) status = stronger(status, 'negated');
    if (child < token && isNever(child, view, roles)) status = stronger(status, 'negated');
    if (link === REL.det && word === 'no' && view.upos[token] !== VERB) status = stronger(status, 'negated');
    if ((link === REL.case || link === REL.mark) && word === 'without') status = stronger(status, 'negated');
    // "rather than a clash"
    if (child < token && word === 'rather' && view.lower[child + 1] === 'than') status = stronger(status, 'negated');
    // "instead of arresting them"
    if (child < token && word === 'instead' && view.lower[child + 1] === 'of') status = stronger(status, 'negated');
    // "in return for laying down arms": the price
    if (link === REL.mark && word === 'for' && isPrice(child, view)) status = stronger(status, 'hypothetical');
    if (link === REL.mark && CONDITIONS.has(word)) status = stronger(status, 'hypothetical');
    if (link === REL.mark && word === 'to') to = true;
    if (link === REL.advmod && (word === 'possibly' || word === 'perhaps')) status = stronger(status, 'hypothetical');
    if (link === REL.advmod && (word === 'previously' || word === 'formerly')) status = stronger(status, 'historical');
    if (view.upos[token] === VERB)
      if (
        ((link === REL.nsubj || link === REL['nsubj:pass'] || link === REL.obj) && saysNone(child, view, roles)) ||
        isOpenedByNo(child, token, view, roles)
      )
        status = stronger(status, 'negated');
    if (
      link === REL.aux &&
      (word === 'is' || word === 'are' || word === 'was' || word === 'were' || word === "'s" || word === '’s')
    )
      going = true;
  });
  // "remains committed to ending it and ultimately destroy the group": a bare form is no news wherever it hangs
  if (!subject && !to && !going && status === 'asserted' && view.upos[token] === VERB && view.tag(token) === 'VB')
    if (
      view.relation[token] === REL.conj &&
      roles.clauses.subject[token] === -1 &&
      !isParticipleToo(token, view) &&
      !goesOnNow(token, view, roles)
    )
      status = 'hypothetical';
  // "take a knife and attack them": what somebody is told to do
  if (view.upos[token] === VERB && !subject && !to && !going && status === 'asserted' && isImperative(token, view))
    status = 'hypothetical';
  // "was to blame" is what they were
  const blamed = view.lower[token] === 'blame' && view.lower[token - 1] === 'to';
  if (view.upos[token] === VERB && !blamed && view.lower[token - 1] === 'to')
    if (BE.has(view.lower[token - 2] ?? '')) status = stronger(status, 'future');
    // "is yet to sign it"
    else if (view.lower[token - 2] === 'yet' && BE.has(view.lower[token - 3] ?? ''))
      status = stronger(status, 'negated');
  // "the request that the boy be returned": a bare "be" is a wish
  if (!to && !going && isWished(token, view, roles)) status = stronger(status, 'hypothetical');
  // "Putin to visit Turkey": a headline; "for one reason: to punish Holt": a purpose
  const link = view.relation[token];
  const before = !blamed && (view.lower[token - 1] === 'to' || view.lower[token - 2] === 'to');
  if (to && before && !going && link !== REL.conj && (FREE.has(link ?? 0) || link === REL.appos))
    status = stronger(status, subject ? 'future' : 'hypothetical');
  // "asked Kern, who is backed by the army, to resign": joined by a comma to the clause before, which has a tense
  if (
    to &&
    before &&
    !going &&
    !subject &&
    link === REL.conj &&
    view.lower[token - 2] === ',' &&
    roles.childBy(token, REL.cc) < 0
  )
    if (view.relation[view.head[token] ?? -1] === REL['acl:relcl'] && view.tag(view.head[token] ?? -1) !== 'VB')
      status = stronger(status, 'hypothetical');
  // "wants to see them negotiating", "hoped to see Kern give in"
  if (!to && isWishedToSee(token, view)) status = stronger(status, 'hypothetical');
  // "is going to meet" is parsed with "going" above; "are to meet" has the copula as auxiliary
  if (to && going && !blamed) status = stronger(status, 'future');
  const up = view.head[token] ?? -1;
  if (up >= 0 && view.relation[token] === REL.xcomp && view.lower[up] === 'going') status = stronger(status, 'future');
  if (view.upos[token] === NOUN)
    eachChild(roles.parsed, token, (child) => {
      if (view.relation[child] === REL.amod) status = stronger(status, MARKED[view.lower[child] ?? ''] ?? 'asserted');
    });
  // "talks planned between them"
  if (view.upos[token] === NOUN && view.upos[token + 1] === VERB && SET_FOR.test(view.lower[token + 1] ?? ''))
    status = stronger(status, 'future');
  return status;
}

/** "Not only his arrest" denies nothing. */
const ONLY: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'solely']);
/** "For" of "in return for", "in exchange for". */
const isPrice = (word: number, { lower }: TokenView): boolean =>
  /^(?:return|exchange)$/.test(lower[word - 1] ?? '') && lower[word - 2] === 'in';
