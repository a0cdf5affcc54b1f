// An event in the making in, whether the words bear it out: somebody who acts or is hurt, and nothing that only sounds like it.
import { namedAt } from '../actors/lexicon.ts';
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { isStanding } from './background.ts';
import { cameFrom } from './came-from.ts';
import type { Draft } from './draft.ts';
import { isPressed } from './gave-way.ts';
import { isBusiness, isIdle, isSeveral } from './idle.ts';
import { kindMask } from './kinds.ts';
import type { Links } from './links.ts';
import type { Matcher } from './match.ts';
import { occurs } from './occurs.ts';
import { isByAuthority } from './ordered.ts';
import { isOwnedWord } from './owned-word.ts';
import { isStruckAt } from './struck-at.ts';
import { isThoughtPast } from './thought-past.ts';
import { isPaper } from './token-kinds.ts';
import { isBorne } from './under.ts';

/** Deeds that are told for their victims alone: nobody knows yet who did them, or everybody does. */
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST']);
/** Modes of other types that the passive tells of without the court or the police that did it. */
const OFFICIAL: ReadonlySet<string | null> = new Set([
  'convict',
  'allege',
  'investigate',
  'release',
  'expel',
  'ceasefire',
  'access',
]);
/** Types of which a noun alone says too little: "campaign promises", "his pleas". */
const WORDS: ReadonlySet<string> = new Set([
  'AGREE', 'REQUEST', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT', 'AID', 'COOPERATE', 'CONCEDE', 'SANCTION',
]); // biome-ignore format: one table

/** Only somebody's arms do this: "artillery fire hit the village" needs no name. */
const ARMS: ReadonlySet<string | null> = new Set(['heavy-weapons', 'firearms', 'aerial', 'drone']);

/** Whether a noun names a bomb: "a car bomb went off", against "an explosion". */
const isBomb = (noun: number, { kinds }: Matcher) => (kinds.of(noun) & kindMask('weapon')) !== 0;

const EXTRADITION = '063';
const PARDON = '056';
const GUARDING: ReadonlySet<string> = new Set(['protect', 'defend', 'guard', 'serve', 'shield', 'secure']);
const PACT = kindMask('accord');
const SOMEBODY = kindMask('body') | kindMask('person') | kindMask('state');
const isPact = (token: number, { kinds }: Matcher) =>
  (kinds.of(token) & PACT) !== 0 && (kinds.of(token) & SOMEBODY) === 0;

/** "We were coerced": nobody can tell who that is. */
const OURS: ReadonlySet<string> = new Set(['i', 'me', 'we', 'us', 'you', 'who', 'it']);

const MEASURES: ReadonlySet<string> = new Set([
  'sanction', 'tariff', 'restriction', 'ban', 'measure', 'law', 'bill', 'embargo', 'policy', 'campaign', 'tax', 'rule', 'regulation', 'legislation', 'order', 'levy', 'advertisement', 'ad', 'programme', 'program',
]); // biome-ignore format: one table

/** "Unveiled sanctions, targeting nine officials": papers and measures that are aimed at somebody hurt nobody. */
function isAimed({ coded: { trigger } }: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  if (match.lemma(trigger) !== 'target' || view.upos[trigger] !== VERB) return false;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const up = view.head[trigger] ?? -1;
  const object = up < 0 ? -1 : (roles.clauses.object[up] ?? -1);
  for (const one of [subject, up, object, roles.rolesOf(trigger).agent])
    if (one >= 0 && view.upos[one] === NOUN && MEASURES.has(match.lemma(one))) return true;
  return false;
}

export function stands(draft: Draft, match: Matcher, links: Links): boolean {
  const { coded, actors, recipients, code, status } = draft;
  const { view } = match;
  const parties = actors.length + recipients.length;
  if (links.figures(draft).length === 0 && isIdle(draft, match)) return false;
  if (
    isBusiness(draft, match) ||
    isAimed(draft, match) ||
    ((links.figures(draft).length === 0 || coded.entry.words === 'hold') && isStanding(draft, match))
  )
    return false;
  if (coded.mutual) {
    // "met with applause", "he agreed, saying": nobody to meet or agree with
    // "nine people died in clashes": the dead are counted
    if (parties === 0)
      return (
        (code.type === 'ASSAULT' && status === 'asserted' && links.figures(draft).length > 0) || isDue(draft, match)
      );
    if (parties === 1 && view.upos[coded.trigger] === VERB && !hasCounterpart(draft, match)) return false;
    // "the margins of the UN meeting", "a loss of trade": with whom nobody says, and nothing is told of it
    if (parties === 1 && isLonely(draft, match)) return false;
  }
  // what only may be is worth a row when it says who to whom
  // "nine are believed to have been killed": one of the two will do for what lies behind
  if (
    status === 'hypothetical' &&
    (coded.mutual ? parties < 2 : actors.length === 0 || recipients.length === 0) &&
    !(parties > 0 && isThoughtPast(draft, match))
  )
    return false;
  // "duty to protect the borders": nobody is helped by what only should be done
  if (status === 'hypothetical' && code.type === 'AID' && GUARDING.has(match.lemma(coded.trigger))) return false;
  // "a treaty calling for talks": papers ask nobody
  if (code.type === 'REQUEST' && coded.agents.length > 0 && coded.agents.every((token) => isPact(token, match)))
    return false;
  const alone = view.upos[coded.trigger] === NOUN && coded.operators.length === 0;
  if (
    alone &&
    WORDS.has(code.type) &&
    !coded.mutual &&
    // "the planned visit of the Kestrian president": wherever it goes
    !(coded.entry.mode === 'visit' && actors.length > 0) &&
    // "the protesters' demands include her resignation"
    !(code.type === 'REQUEST' && actors.length > 0 && isListed(coded.trigger, match)) &&
    recipients.length === 0 &&
    !(code.type === 'COOPERATE' && actors.length > 1) &&
    // "an inquiry by the league into the massacre has begun"
    !(
      code.mode === 'investigate' &&
      actors.length > 0 &&
      (isBegun(coded.trigger, match) || match.roles.caseOf(coded.trigger) === 'under')
    ) &&
    // "the lifting of the curfew by the government": its further words say what was given up
    !(code.type === 'CONCEDE' && coded.entry.rest.length > 0) &&
    !(code.type === 'REQUEST' && match.roles.obliqueOf(coded.trigger, 'for') >= 0) &&
    // "Dorvania's threats to cut off gas": what is threatened is told
    !isSpokenBy(draft, match) &&
    // "at the Iraqi government's request": whose word it was
    !isOwnedWord(draft, match) &&
    !(actors.length > 0 && cameFrom(coded.trigger, code.type, match) >= 0) &&
    !(
      (code.type === 'THREATEN' || isResolved(draft, match)) &&
      actors.length > 0 &&
      (match.roles.childBy(coded.trigger, REL.acl) > coded.trigger ||
        (view.lower[coded.trigger + 1] === 'to' && view.upos[coded.trigger + 2] === VERB))
    )
  )
    return false;
  if (actors.length > 0) return true;
  // "the mayor is under investigation": by those whose office it is
  if (OFFICIAL.has(code.mode) && recipients.length > 0 && isBorne(coded.trigger, code.type, match)) return true;
  if (isByAuthority(draft, match)) return true;
  // "the bill was withdrawn after mass rallies": only those in power take a law back
  if (
    code.type === 'CONCEDE' &&
    status === 'asserted' &&
    view.upos[coded.clause] === VERB &&
    isPressed(coded.clause, match)
  )
    return true;
  // "an investigation has been opened": by those whose office it is
  if (
    code.mode === 'investigate' &&
    status === 'asserted' &&
    (coded.clause !== coded.trigger || coded.entry.rest.length > 0) &&
    isFinitePassive(coded.clause, match)
  )
    return true;
  if (!DEEDS.has(code.type) && !(status === 'asserted' && isCurfew(draft, match)))
    return (
      recipients.length > 0 &&
      // "the mayor faces charges": taken for a noun
      (view.upos[coded.clause] === VERB || coded.entry.kind === 'verb') &&
      // "the ambassador was summoned": by the host; "the editor received death threats": whoever sent them
      (OFFICIAL.has(code.mode) ||
        isFaulted(draft, match) ||
        // "the lawsuit accused the ministry": of whoever brought it
        (code.type === 'ACCUSE' &&
          status === 'asserted' &&
          coded.agents.length > 0 &&
          coded.agents.every((token) => isPaper(view.lower[token] ?? '')) &&
          coded.patients.some((token) => match.kinds.isPower(token))) ||
        match.lemma(coded.trigger) === 'summon' ||
        // "the editor was cleared of all charges", "nine rebels were pardoned": by those who may
        (code.cameo === PARDON && coded.entry.words !== 'find not guilty' && isFinitePassive(coded.trigger, match)) ||
        // "was extradited to Velmar", "were handed over to Velmar": by whoever held them
        (code.cameo === EXTRADITION && coded.patients.some((token) => match.kinds.isState(token))) ||
        (code.type === 'THREATEN' && coded.entry.frame === 'received'))
    );
  if (recipients.length > 0 || links.figures(draft).length > 0) return true;
  // nobody but the police arrests: "several arrests were made"
  if (
    code.mode === 'arrest' &&
    status === 'asserted' &&
    view.upos[coded.clause] === VERB &&
    (draft.coded.entry.rest.length > 0 || isFinitePassive(coded.trigger, match))
  )
    return true;
  // "curfew was extended in the old city": the authorities'
  if (status === 'asserted' && isCurfew(draft, match)) return true;
  // "a power plant was hit by a cyber attack"
  if (code.mode === 'cyber' && status === 'asserted' && draft.others.length > 0) return true;
  // "artillery fire hit the village": it takes somebody to fire it
  if (draft.others.length > 0 && (ARMS.has(code.mode) || isBomb(coded.trigger, match))) return true;
  const harmed = kindMask('place') | kindMask('thing');
  if (
    ARMS.has(code.mode) &&
    view.upos[coded.trigger] === VERB &&
    coded.patients.some((token) => (match.kinds.of(token) & harmed) !== 0)
  )
    return true;
  // "grenades were thrown at the post": it takes somebody to throw them
  if (
    code.type === 'ASSAULT' &&
    status === 'asserted' &&
    isFinitePassive(coded.trigger, match) &&
    coded.consumed.some((token) => isBomb(token, match))
  )
    return true;
  const blow = kindMask('weapon') | kindMask('blow');
  const strikes = code.type === 'ASSAULT' && view.upos[coded.trigger] === VERB;
  if ((coded.entry.frame === 'weapon' || strikes) && coded.agents.some((token) => (match.kinds.of(token) & blow) !== 0))
    return true;
  if (view.upos[coded.trigger] === NOUN && isCounted(coded.trigger, match)) return true;
  // "a bomb exploded in the market", "gunmen opened fire": people or places that can be hurt
  const hurt = kindMask('person') | kindMask('forces');
  for (const token of [...coded.agents, ...coded.patients])
    if ((match.kinds.of(token) & hurt) !== 0 && (ARMS.has(code.mode) || !OURS.has(view.lower[token] ?? '')))
      return true;
  // "the fourth night that Serbians protested": people of a land, whom no name stands for
  if (code.type === 'PROTEST' && strikesOut(draft, match)) return true;
  return isStruckAt(draft, match) || occurs(draft, match);
}

/** "Holt drew sharp criticism for meeting the warlord", "the council has been condemned for its silence": a power whom many find fault with, whoever they are. */
function isFaulted({ coded, code, status, recipients }: Draft, match: Matcher): boolean {
  const { view, kinds } = match;
  if (code.mode !== 'disapprove' || status !== 'asserted' || recipients.length === 0) return false;
  const { clause, patients, agents } = coded;
  if (agents.length > 0 || !patients.every((one) => view.upos[one] !== PRON && kinds.isPower(one))) return false;
  const words = /^(?:criticism|condemnation|rebuke|censure|outcry|backlash)$/;
  return coded.operators.length > 0
    ? words.test(view.lower[coded.trigger] ?? '')
    : isFinitePassive(clause, match) && /^(?:criticise|criticize|condemn|censure|denounce)$/.test(match.lemma(clause));
}

/** "The two sides will hold talks on Monday", "talks will resume in Cairo": a meeting that is due, between those whom the report has told of. */
function isDue({ coded: { agents, trigger, clause, operators }, code, status }: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  if (status !== 'future' || (code.type !== 'AGREE' && code.type !== 'CONSULT')) return false;
  const subject = view.upos[trigger] === NOUN ? trigger : (roles.clauses.passive[trigger] ?? -1);
  if (subject >= 0 && DUE.has(match.lemma(subject)) && isSubject(view.relation[subject])) {
    const kind = roles.childBy(subject, REL.compound);
    return kind < 0 || MATTERS.test(view.lower[kind] ?? '');
  }
  return [...agents, ...[clause, trigger, ...operators].map((one) => roles.rolesOf(one).agent)].some(
    (token) => token >= 0 && SIDES.has(view.lower[token] ?? ''),
  );
}

/** Talks on these are between powers, where nobody is named. */
const MATTERS =
  /^(?:peace|truce|ceasefire|nuclear|hostage|border|disarmament|security|climate|emergency|follow-up|indirect)$/;
const isSubject = (relation: number | undefined): boolean => relation === REL.nsubj || relation === REL['nsubj:pass'];
const DUE: ReadonlySet<string> = new Set(['talk', 'talks', 'negotiation', 'summit']);
const SIDES: ReadonlySet<string> = new Set([
  'sides', 'parties', 'neighbours', 'neighbors', 'rivals', 'foes', 'countries', 'nations', 'governments', 'delegations', 'negotiators', 'teams', 'capitals', 'allies',
]); // biome-ignore format: one table

/** A protest that a verb tells of with a subject. */
const strikesOut = ({ coded: { trigger, agents }, status }: Draft, { view }: Matcher): boolean =>
  view.upos[trigger] === VERB && agents.length > 0 && status === 'asserted';

const SPEECH: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT']);
const JUDGING = /^(?:condemnation|denunciation|criticism|rejection|repudiation|recognition|endorsement)$/;

/** Nouns for a no, or for what is asked. */
const RESOLVED: ReadonlySet<string> = new Set(['refusal', 'request', 'demand', 'appeal', 'plea', 'call']);

/** "Velmar's refusal to sign", "the request of the premier to dissolve the house": a power's, and what it is about is told. */
function isResolved({ coded: { trigger, agents } }: Draft, match: Matcher): boolean {
  return (
    RESOLVED.has(match.lemma(trigger)) &&
    // "requests to besieged areas"
    (match.view.lower[trigger + 1] !== 'to' || match.view.tag(trigger + 2) === 'VB') &&
    agents.some((one) => match.view.upos[one] !== PRON && isRuling(one, match))
  );
}

/** "Their demands include", "the rebels' main demand was": what is asked for is told. */
function isListed(noun: number, { view, roles }: Matcher): boolean {
  const top = view.relation[noun] === REL.nmod && roles.caseOf(noun) === 'of' ? (view.head[noun] ?? -1) : noun;
  // "the release of the prisoners was one of the demands of the protesters"
  if (
    /^demands?$/.test(view.lower[noun] ?? '') &&
    (top === noun || view.lower[top] === 'one') &&
    roles.childBy(top, REL.cop) >= 0
  )
    return true;
  if (view.relation[noun] !== REL.nsubj || !/^demands?$/.test(view.lower[noun] ?? '')) return false;
  const up = view.head[noun] ?? -1;
  return (
    up > noun &&
    (/^(?:include|range|centre|center|focus|expand|grow)/.test(view.lower[up] ?? '') || roles.childBy(up, REL.cop) >= 0)
  );
}

/** A power, or a name that stands for one: "Zamberk". */
const isRuling = (token: number, { kinds, view }: Matcher): boolean =>
  kinds.isPower(token) || namedAt(view, token)?.entry.kind === 'state';

/** How far behind a noun those stand whose word it is. */
const CLOSE = 6;

/** "Amid criticism from Kyiv", "condemnation by the Holy See": the word of those who stand right behind it. */
function isSpokenBy({ code, actors, coded: { trigger, agents } }: Draft, match: Matcher): boolean {
  const { roles, view, kinds } = match;
  if (!SPEECH.has(code.type) || actors.length === 0 || code.mode === 'investigate') return false;
  const led = view.lower[trigger + 1];
  // "Ghana's condemnation of the coup": what of is told
  if (led === 'of' && JUDGING.test(view.lower[trigger] ?? ''))
    return agents.some((one) => view.relation[one] === REL['nmod:poss'] && isRuling(one, match));
  if (code.type === 'SUPPORT' || (led !== 'from' && led !== 'by')) return false;
  const by = Math.max(roles.obliqueOf(trigger, 'from'), roles.obliqueOf(trigger, 'by'));
  if (by < trigger + CLOSE && agents.includes(by) && kinds.isPower(by)) return true;
  // "glossed over warnings from Zamberk that": hung from the verb
  return agents.some((one) => one > trigger && one < trigger + CLOSE && isRuling(one, match));
}

/** "Curfew was relaxed for two hours", "a state of emergency was declared", "security was stepped up": only the authorities do that. */
const isCurfew = ({ coded }: Draft, { view }: Matcher): boolean =>
  view.upos[coded.clause] === VERB &&
  (coded.entry.words.includes('curfew') ||
    coded.code.mode === 'martial-law' ||
    (coded.entry.type === 'MOBILIZE' && /\b(?:security|patrol(?:ling)?)$/.test(coded.entry.words)));

const BEGUN: ReadonlySet<string> = new Set(['begin', 'start', 'open', 'continue', 'conclude', 'end']);

/** Whether a noun is what begins, goes on or ends. */
const isBegun = (noun: number, match: Matcher): boolean =>
  isSubject(match.view.relation[noun]) && BEGUN.has(match.lemma(match.view.head[noun] ?? noun));

const ONE_SIDED: ReadonlySet<string> = new Set(['CONSULT', 'COOPERATE', 'AGREE']);

/** A noun of what several do together that only says more about another noun, one party alone being told of. */
function isLonely(draft: Draft, match: Matcher): boolean {
  const { coded, code } = draft;
  return (
    ONE_SIDED.has(code.type) &&
    code.mode !== 'multilateral' &&
    match.view.upos[coded.trigger] === NOUN &&
    match.view.relation[coded.trigger] === REL.nmod &&
    draft.others.length === 0 &&
    coded.operators.length === 0 &&
    !leadsOn(coded.trigger, match) &&
    !hasCounterpart(draft, match) &&
    !coded.patients.some((token) => match.view.tag(token).endsWith('S'))
  );
}

/** "A meeting last March in Lintz with the premier": someone is told, wherever the parser hung them. */
function leadsOn(noun: number, { view: { lower, upos, sentence, length } }: Matcher): boolean {
  for (let at = noun + 1; at < length && at < noun + 9 && sentence[at] === sentence[noun]; at++) {
    if (upos[at] === VERB) return false;
    if (lower[at] === 'with' || lower[at] === 'between') return true;
  }
  return false;
}

/** Whether the words have somebody on the other side, known or not, or several on this side. */
function hasCounterpart({ coded, actors }: Draft, match: Matcher): boolean {
  if (coded.operators.length > 0) return true;
  const who = kindMask('party');
  for (const token of coded.patients) if ((match.kinds.of(token) & who) !== 0) return true;
  return actors.length > 0 && isSeveral({ coded }, match);
}

/** "The prime accused was arrested": with its "was", so that no adjective is taken for it. */
function isFinitePassive(verb: number, { roles, view }: Matcher): boolean {
  return view.upos[verb] === VERB && roles.childBy(verb, REL['aux:pass']) >= 0;
}

/** "432 arrests have been made": counted deeds happened, whoever did them. */
function isCounted(noun: number, { roles, view }: Matcher): boolean {
  for (
    let child = roles.children.first[noun] as number;
    child >= 0 && child < noun;
    child = roles.children.next[child] as number
  )
    if (view.relation[child] === REL.nummod) return true;
  return false;
}
