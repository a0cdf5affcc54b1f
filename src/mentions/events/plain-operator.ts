// An operator whose complement names no event, or what a power says another must do, in; the event that it is by itself out.
import { ADJ, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { alleged } from './alleged.ts';
import { avengedIn } from './avenged.ts';
import { bareBehind, isBare, owedDeed } from './bare-clause.ts';
import { claimedOf } from './claimed.ts';
import type { Coded, Coder } from './coder.ts';
import { composed, type Operation } from './composed.ts';
import { decried } from './decried.ts';
import { deedJudged } from './deed-judged.ts';
import { type Entry, plainEntry } from './entries.ts';
import { faulted } from './faulted.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { menacedIn } from './menaced.ts';
import { mustEnd } from './must-end.ts';
import { needed } from './needed.ts';
import type { Operator } from './operators.ts';
import { isAsked } from './purposes.ts';
import { refusedIn } from './refusing.ts';
import { isLedByBehind } from './responsible.ts';
import { NEGATIONS, undoneBy } from './undone.ts';
import { vouched } from './vouched.ts';

const MUST: ReadonlySet<string> = new Set(['must', 'should', 'ought']);
const SAYING: ReadonlySet<string> = new Set([
  'say',
  'stress',
  'insist',
  'state',
  'add',
  'reiterate',
  'emphasise',
  'emphasize',
  'declare',
  'tell',
  'repeat',
  'argue',
  'assert',
  'contend',
  'tweet',
  'maintain',
  'believe',
  'feel',
  'find',
  'conclude',
  'determine',
  'rule',
]);
/** What is told behind these is to be: "demanded that they leave". */
const WISHING: ReadonlySet<string> = new Set(['insist', 'demand', 'recommend', 'ask', 'request', 'propose', 'suggest']);
/** What is asked that way, and not said. */
const PLEADING: ReadonlySet<string> = new Set(['ask', 'request', 'propose', 'suggest']);
/** What one charges, alleges or complains of. */
const CHARGING: ReadonlySet<string> = new Set(['allege', 'complain', 'charge']);
const CLAIMING: ReadonlySet<string> = new Set(['claim', 'find', 'conclude', 'rule', 'suspect']);
/** Who says this of others finds fault as those do who say it, and asks nobody for anything. */
const TELLING: ReadonlySet<string> = new Set(['claim', 'note', 'write', 'remark', 'observe', 'hint', 'imply', 'recall', 'acknowledge', 'admit', 'warn']); // biome-ignore format: one table
/** What anybody thinks another should do asks nobody. */
const THINKING: ReadonlySet<string> = new Set(['argue', 'assert', 'contend', 'tweet', 'maintain', 'believe', 'feel']);
/** What is asked for in words that no list knows. */
export const REQUESTED: Entry = plainEntry('REQUEST', 'change', '104', { words: 'call for' });
const HELD = plainEntry('ACCUSE', 'allege', '112');
/** What an operator makes of a complement that names no event. */
const PLAIN: Partial<Record<Operation, Entry>> = {
  agree: plainEntry('AGREE', null, '030'),
  promise: plainEntry('AGREE', null, '030'),
  offer: plainEntry('AGREE', null, '030'),
  refuse: plainEntry('REJECT', null, '120'),
  threaten: plainEntry('THREATEN', null, '130'),
  request: plainEntry('REQUEST', 'change', '104'),
  force: plainEntry('COERCE', 'restrict', '172'),
  want: plainEntry('REQUEST', 'change', '104'),
};
/** What one promises to do to others and they do not want. */
const MENACING: ReadonlySet<string> = new Set([
  'avenge', 'retaliate', 'punish', 'attack', 'bomb', 'kill', 'invade', 'shell', 'exterminate', 'smash', 'overthrow', 'topple', 'oust', 'obliterate', 'slaughter', 'wreck', 'crush', 'destroy', 'annihilate', 'eliminate', 'eradicate', 'fight', 'strike', 'hit', 'respond', 'resist', 'wipe', 'hunt', 'pursue', 'defeat',
]); // biome-ignore format: one table
/** What one vows not to do who holds out: "to yield", "to back down". */
const HELD_OUT: ReadonlySet<string> = new Set(['yield', 'surrender', 'bow', 'back', 'give', 'budge', 'compromise', 'relent', 'negotiate', 'talk', 'cooperate', 'quit']); // biome-ignore format: one table
const GOING_ON: ReadonlySet<string> = new Set(['keep', 'continue', 'go', 'carry']);
/** What one is ordered to give up doing. */
const CEASING: ReadonlySet<string> = new Set([
  'suspend',
  'stop',
  'halt',
  'cease',
  'close',
  'shut',
  'disband',
  'dissolve',
  'discontinue',
]);
const ABSTRACT = kindBit('abstract');
/** Ills of a land that one fights: words, and no foe. */
const ILLS = kindBit('abstract') | kindBit('crime');
const SOMEBODY = kindMask('party') | kindBit('person') | kindBit('forces');
const MENACE = plainEntry('THREATEN', 'violence', '138');
const BANNED = plainEntry('COERCE', 'restrict', '172');
export const ALLEGED = plainEntry('ACCUSE', 'allege', '112');

/** "Vowed to fight corruption": an ill of the land, and nobody. */
function isAgainstIll(match: Matcher, clause: number): boolean {
  const object = match.roles.clauses.object[wentOn(clause, match)] ?? -1;
  // "to avenge the death of his guards": of whoever did it
  if (match.lemma(clause) === 'avenge') return false;
  const kinds = object < 0 ? 0 : match.kinds.of(object);
  return (kinds & ILLS) !== 0 && (kinds & (SOMEBODY | BLOW)) === 0;
}

/** "Agreed to set up a force": consent, refusal, threat and request by a power are events whatever is to be done. */
export function plainOperator(match: Matcher, verb: number, operator: Operator, agent: number): Coded | null {
  let clause = match.roles.clauses.open[verb] ?? -1;
  if (clause < 0 && operator.operation === 'request') clause = askedDeed(match, verb);
  const deed = clause < 0 ? '' : match.lemma(wentOn(clause, match));
  const menaced = operator.operation === 'promise' && MENACING.has(deed) && !isAgainstIll(match, clause);
  const banned = operator.operation === 'order' && CEASING.has(deed) && operator.rest.length === 0;
  const refused =
    operator.operation === 'promise' && HELD_OUT.has(deed) && undoneBy(clause, match.view, match.roles) >= 0;
  const entry = menaced ? MENACE : banned ? BANNED : PLAIN[refused ? 'refuse' : operator.operation];

  if (!entry || agent < 0) return null;
  if (clause < 0 || (match.view.upos[clause] !== VERB && !(operator.operation === 'request' && isState(match, clause))))
    return consented(match, verb, operator, agent, entry);
  const asked =
    (operator.operation === 'request' || operator.words === 'want') &&
    match.kinds.isPower(whomOf(match, verb)[0] ?? -1);
  const staying =
    operator.operation === 'refuse' &&
    STAYING.has(deed) &&
    (CROWD.test(match.view.lower[agent] ?? '') || (match.kinds.of(agent) & RALLY) !== 0);
  if (!match.kinds.isPower(agent) && !(staying || (asked && isPeople(match, agent)))) return null;
  // "agreed with Velmar to exchange technology"
  const other = entry.type === 'AGREE' ? match.roles.obliqueOf(verb, 'with') : calledUpon(match, verb, operator);
  const patients = other >= 0 ? [other] : staying ? [] : whomOf(match, verb);
  if ((entry.type === 'REQUEST' || entry.type === 'COERCE') && patients.length === 0) return null;
  // "advised her to go": one's friends
  if (operator.words === 'advise' && patients.some((one) => match.view.upos[one] === PRON)) return null;
  // "wants India to return him", not "wants it to rain"
  if (operator.operation === 'want' && (match.roles.clauses.object[verb] ?? -1) < 0) return null;
  if (
    operator.operation === 'want' &&
    !patients.some(
      (one) =>
        match.view.upos[one] !== PRON &&
        (match.kinds.isPower(one) ||
          (isPeople(match, one) &&
            !/^(?:more|fewer)$/.test(match.view.lower[one - 1] ?? '') &&
            !MINDING.has(deed) &&
            match.view.upos[clause] === VERB)),
    )
  )
    return null;
  return {
      code: entry, trigger: verb, clause: verb, agents: [agent], patients, mutual: false, operators: [verb], consumed: [], entry, path: operator.words,
    }; // biome-ignore format: one record
}

/** What one wishes others, and asks of none. */
const MINDING: ReadonlySet<string> = new Set(['know', 'see', 'understand', 'feel', 'think', 'believe', 'remember', 'have', 'be', 'enjoy', 'realise', 'realize', 'learn', 'hear', 'look', 'get', 'succeed', 'win', 'benefit', 'live', 'become']); // biome-ignore format: one table

/** "Asked the families to be patient": how somebody is to be. */
const isState = ({ view, roles }: Matcher, word: number): boolean =>
  view.upos[word] === ADJ &&
  !/^(?:careful|aware|alert|vigilant|safe|cautious|mindful|attentive)$/.test(view.lower[word] ?? '') &&
  /^be$|^["“'‘]$|^``$/.test(view.lower[word - 1] ?? '') &&
  view.lower[roles.childBy(word, REL.mark)] === 'to';

/** "Called upon the Council to act": those whom its own preposition leads; -1 for none. */
const calledUpon = ({ roles }: Matcher, verb: number, { preposition }: Operator): number =>
  preposition === 'on' || preposition === 'upon' ? roles.obliqueOf(verb, preposition) : -1;

/** What many refuse to do who are told to go. */
const STAYING: ReadonlySet<string> = new Set(['leave', 'disperse', 'budge', 'vacate', 'evacuate', 'obey', 'comply', 'surrender']); // biome-ignore format: one table

const CROWD =
  /^(?:crowds?|students|workers|strikers|activists|villagers|settlers|prisoners|inmates|refugees|migrants|lawmakers|miners|squatters|farmers)$/;
const RALLY = kindMask('rally');
const PEOPLE = kindMask('person') & ~kindMask('name');

/** "Residents", "a group of senators": several who ask something of a power. */
const isPeople = (match: Matcher, token: number): boolean =>
  match.view.upos[token] === NOUN &&
  ((match.view.tag(token) === 'NNS' && (match.kinds.of(token) & PEOPLE) !== 0) ||
    (GROUPS.has(match.lemma(token)) && match.roles.obliqueOf(token, 'of') >= 0));
const GROUPS: ReadonlySet<string> = new Set(['group', 'dozens', 'hundreds', 'thousands', 'majority', 'coalition']);

const TOLD = kindMask('power') | kindMask('state') | kindMask('body') | kindMask('person');

/** What only those are the object of who are to do something: "demanded a force to keep order" asks no force. */
const ASKING: ReadonlySet<string> = new Set(['ask', 'tell', 'urge', 'beg', 'advise', 'implore', 'persuade', 'remind', 'direct', 'instruct', 'command']); // biome-ignore format: one table

/** "Encouraged allies such as Velmar to return it": the infinitive behind those told, hung as a purpose; -1 for none. */
function askedDeed({ view, roles, kinds }: Matcher, verb: number): number {
  const object = roles.clauses.object[verb] ?? -1;
  // "proposed a law to protect them": for what it is
  if (object < verb || (kinds.of(object) & TOLD) === 0) return -1;
  const { first, next } = roles.children;
  // "asked Velmari authorities to leave", hung as what authorities they are; "asked officials who were to leave" asks no such thing
  const own = ASKING.has(view.parsed.words.lemma(verb)) ? roles.childBy(object, REL.acl) : -1;
  if (own > object && view.lower[object + 1] === 'to' && isAsked(own, view)) return own;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < object || view.relation[child] !== REL.advcl || !isAsked(child, view)) continue;
    for (let at = object + 1; at < child; at++) if (view.upos[at] === VERB || view.lower[at] === 'for') return -1;
    return child;
  }
  return -1;
}

/** "Vowed to keep fighting", "to go on fighting": what is gone on with; the verb itself otherwise. */
function wentOn(verb: number, match: Matcher): number {
  const open = match.roles.clauses.open[verb] ?? -1;
  if (open < verb || match.view.tag(open) !== 'VBG' || !GOING_ON.has(match.lemma(verb))) return verb;
  // "keep fighting the good fight"
  const object = match.roles.clauses.object[open] ?? -1;
  return object < 0 || (match.kinds.of(object) & PARTY) !== 0 ? open : verb;
}

/** "Agreed to an expansion of the force": consent to a thing that no list knows. */
function consented(match: Matcher, verb: number, { operation, words }: Operator, agent: number, entry: Entry): Coded | null {
  if (operation !== 'agree') return null;
  const to = match.view.upos[verb] === VERB ? match.roles.obliqueOf(verb, 'to') : -1;
  if (to < 0 || match.view.upos[to] !== NOUN) return null;
  // "a pay | cut" too
  const bargained = BARGAINED.has(match.lemma(to)) || /^(?:cut|freeze|rise|raise)$/.test(match.view.lower[to + 1] ?? '');
  if (!(bargained && isStaff(match, agent)) && (!match.kinds.isPower(agent) || (match.kinds.of(to) & ABSTRACT) !== 0)) return null;
  const whom = match.roles.obliqueOf(verb, 'with');
  return {
    code: entry, trigger: verb, clause: verb, agents: [agent], patients: whom < 0 ? [to] : [whom], mutual: false, operators: [verb], consumed: [], entry, path: words,
  }; // biome-ignore format: one record
} // biome-ignore format: one line each

/** What those who work agree to with those they work for. */
const BARGAINED: ReadonlySet<string> = new Set(['cut', 'freeze', 'contract', 'concession', 'deal', 'raise', 'rise', 'reduction', 'furlough', 'settlement', 'moratorium', 'terms']); // biome-ignore format: one table

/** "Firefighters", "the nurses' union": not the players of a team. */
const isStaff = (match: Matcher, token: number): boolean =>
  (match.view.tag(token) === 'NNS' && WORKING.test(match.lemma(token))) ||
  /^unions?$/.test(match.view.lower[token] ?? '');
const WORKING =
  /^(?:worker|employee|firefighter|nurse|doctor|teacher|docker|miner|steelworker|autoworker|trucker|pilot|officer|conductor|librarian|clerk|guard|staffer|labourer|laborer|postman|policeman|railwayman)$/;

const LEADING: ReadonlySet<string> = new Set(['lead', 'head', 'command']);
const SENDING: ReadonlySet<string> = new Set([
  'send', 'dispatch', 'deploy', 'appoint', 'name', 'nominate', 'field', 'withdraw',
]); // biome-ignore format: one table

/** What one demands to do who asks for an answer. */
const LEARNING: ReadonlySet<string> = new Set(['know', 'see', 'hear', 'learn', 'understand']);

/** Those to whom a clause is to be done: the one told, else its object or whom its preposition names. */
export function whomOf(match: Matcher, verb: number): number[] {
  const { clauses } = match.roles;
  // "asked both sides to return"
  const told = Math.max(clauses.object[verb] ?? -1, clauses.indirect[verb] ?? -1);
  if (told >= 0) return [told];
  const clause = clauses.open[verb] ?? -1;
  // "refused to send a delegation": nothing is refused to those who stay
  // "demanded to know why Holt was freed": of whom the words do not say
  if (clause < 0 || SENDING.has(match.lemma(clause)) || LEARNING.has(match.lemma(clause))) return [];
  const object = clauses.object[clause] ?? -1;
  // "offered to lead a force": nothing is offered to those who are led
  if (object >= 0 && LEADING.has(match.lemma(clause))) return [];
  if (object >= 0) return [object];
  // "refused to allow the planes to land"
  for (const below of [clauses.complement[clause] ?? -1, clauses.open[clause] ?? -1]) {
    const subject = below < 0 ? -1 : Math.max(clauses.subject[below] ?? -1, clauses.passive[below] ?? -1);
    if (subject > clause) return [subject];
  }
  for (const preposition of ['with', 'to', 'from', 'against', 'for']) {
    const led = match.roles.obliqueOf(clause, preposition);
    if (led >= 0) return [led];
  }
  return [];
}

const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');

/** What is asked, and not said: "has not said whether it would retaliate". */
export const WHETHER: ReadonlySet<string> = new Set(['whether']);

/** "Said that Dorvania must withdraw": what a power says another must do is a demand. */
export function demanded(coder: Coder, verb: number, lemma: string, depth: number): Coded | null {
  const wished = WISHING.has(lemma);
  const { match } = coder;
  const { roles } = match;
  const { clauses, children } = roles;
  const clear = lemma === 'make' && match.view.lower[clauses.open[verb] ?? -1] === 'clear';
  const telling = TELLING.has(lemma);
  if (!SAYING.has(lemma) && !wished && !CLAIMING.has(lemma) && !CHARGING.has(lemma) && !telling && !clear) return null;
  const asked = wished ? bareBehind(match, verb) : -1;
  const clause = asked < 0 ? (clauses.complement[verb] ?? -1) : asked;
  if (clause < 0 || roles.isLedBy(clause, REL.mark, WHETHER)) return null;
  // "did not say that he was corrupt": nobody did
  const unsaid = roles.isLedBy(verb, REL.advmod, NEGATIONS) && !CHARGING.has(lemma);
  const told = PLEADING.has(lemma) || unsaid ? undefined : toldIn(coder, verb, clause, lemma, depth);
  if (told !== undefined) return told;
  if (telling) return null;
  let modal = -1;
  for (
    let child = children.first[clause] as number;
    child >= 0 && child < clause;
    child = children.next[child] as number
  )
    if (match.view.relation[child] === REL.aux && MUST.has(match.view.lower[child] ?? '')) modal = child;
  // "Holt must be joking": a guess
  if (modal >= 0 && match.view.tag(clause) === 'VBG' && match.view.lower[modal] === 'must') return null;
  // "insisted that Dorvania withdraw": the verb without its ending
  const bare = asked >= 0 || (wished && modal < 0 && isBare(match, clause, lemma !== 'insist' && lemma !== 'suggest'));
  const owed = modal < 0 && !bare ? owedDeed(match, clause) : -1;
  if (modal < 0 && !bare && owed < 0) return null;
  const { agent } = match.roles.rolesOf(verb);
  const undergoing = clauses.passive[clause] ?? -1;
  // "must answer for its crimes", "should be ashamed": blamed, and asked for nothing
  if (modal >= 0 && isAnswerable(match, clause) && !roles.isLedBy(clause, REL.advmod, NEGATIONS))
    return held(coder, verb, clause, modal);
  const subject =
    asked >= 0 ? (clauses.object[verb] ?? -1) : undergoing >= 0 ? undergoing : (clauses.subject[clause] ?? -1);
  if (agent < 0 || subject < 0 || (match.kinds.of(agent) & PARTY) === 0) return null;
  if (bare && insistedOn(match, agent, subject)) return insisted(agent, verb, lemma);
  const all = SIDES.has(match.lemma(subject)) && match.kinds.isPower(agent);
  const freed = modal >= 0 && undergoing >= 0 && !roles.isLedBy(clause, REL.advmod, NEGATIONS);
  const own = (bare || freed) && !all ? coder.code(clause, depth + 1) : null;
  if (!match.kinds.isPower(subject) && !all && own?.code.type !== 'RETREAT')
    return mustEnd(coder, verb, clause, modal, agent, subject, depth);
  if (coder.cast.at(agent) === coder.cast.at(subject) || match.view.upos[subject] === PRON) return null;
  // what anybody says one needs to do is advice
  if ((owed >= 0 || THINKING.has(lemma)) && !match.kinds.isPower(agent)) return null;
  const inner = coder.code(owed < 0 ? clause : owed, depth + 1);
  const entry = PLAIN.request as Entry;
  const code = inner ? (composed('request', inner.code) ?? entry) : entry;
  // "the captives must be freed": by whoever holds them
  const patients = undergoing >= 0 && !all && !match.kinds.isPower(subject) ? (inner?.agents ?? []) : [subject];
  return {
      code, trigger: modal >= 0 ? modal : owed < 0 ? verb : clause, clause: verb, agents: [agent], patients, mutual: false, operators: [], consumed: inner ? [inner.trigger, ...inner.consumed] : [],
      entry: inner?.entry ?? entry, path: `${bare ? `${lemma} + that` : 'say + must'}${inner ? ` + ${inner.path}` : ''}`,
    }; // biome-ignore format: one record
}

/** "Said that the rebels were behind the raid", past the “that” which leads the clause; “that the minister was behind the decision” blames nobody. */
const isBehind = (noun: number, { roles, kinds }: Matcher): boolean =>
  roles.caseOf(noun) === 'behind' || (isLedByBehind(noun, roles) && (kinds.of(noun) & WRONG_DEED) !== 0);

const isAnswerable = (match: Matcher, clause: number): boolean =>
  match.view.lower[clause] === 'ashamed' ||
  (match.lemma(clause) === 'answer' && match.roles.obliqueOf(clause, 'for') > clause);

/** What a clause that somebody says, and does not ask for, makes of another; undefined where it may still be a demand. */
function toldIn(coder: Coder, verb: number, clause: number, lemma: string, depth: number): Coded | null | undefined {
  const { match } = coder;
  const { roles } = match;
  const { clauses } = roles;
  const speaker = clauses.subject[verb] ?? -1;
  if (speaker >= 0 && CRITICS.has(match.lemma(speaker))) return criticised(match, verb, clause);
  if (CHARGING.has(lemma)) return alleged(coder, verb, clause, lemma);
  if (CLAIMING.has(lemma) || BREAKING.has(match.lemma(clause))) {
    const accused = claimedOf(coder, verb, clause, depth) ?? faulted(coder, verb, clause);
    if (accused) return accused;
  }
  if (
    match.view.lower[clause] === 'responsible' ||
    match.view.lower[clause] === 'blame' ||
    (match.view.upos[clause] === NOUN && isBehind(clause, match)) ||
    (COMMITTING.has(match.lemma(clause)) &&
      ((match.roles.clauses.object[clause] ?? -1) < 0 ||
        (match.kinds.of(match.roles.clauses.object[clause] as number) & WRONG) !== 0)) ||
    (BEARING.has(match.lemma(clause)) && BURDEN.has(match.lemma(Math.max(0, clauses.object[clause] ?? -1))))
  )
    return held(coder, verb, clause);
  const judged =
    faulted(coder, verb, clause) ??
    menacedIn(coder, verb, clause) ??
    refusedIn(coder, verb, clause) ??
    vouched(coder, verb, clause) ??
    // "was an act of terrorism": a crime before it is a wrong
    (match.lemma(clause) === 'act' ? deedJudged(coder, verb, clause, depth) : null) ??
    decried(coder, verb, clause) ??
    deedJudged(coder, verb, clause, depth) ??
    needed(coder, verb, clause, depth);
  if (judged) return judged;
  const work = WORKS.test(match.view.lower[clause] ?? '') ? workOf(coder, verb, clause) : null;
  if (work) return work;
  return avengedIn(coder, verb, clause) ?? undefined;
}

/** Those who face each other, whoever they are. */
const SIDES: ReadonlySet<string> = new Set(['side', 'party', 'faction', 'belligerent', 'rival', 'leader', 'country', 'nation', 'state', 'community', 'world']); // biome-ignore format: one table

/** "Insisted that the treaty include a ban": a thing that is to be as a power wants it. */
const insistedOn = ({ kinds, view }: Matcher, agent: number, subject: number): boolean =>
  kinds.isPower(agent) && view.upos[subject] === NOUN && !kinds.isPower(subject) && (kinds.of(subject) & PERSON) === 0;

const insisted = (agent: number, verb: number, lemma: string): Coded => ({
  code: REQUESTED, trigger: verb, clause: verb, agents: [agent], patients: [], mutual: false, operators: [], consumed: [], entry: REQUESTED, path: `${lemma} + that`,
}); // biome-ignore format: one record

/** "Said that Dorvania had violated the truce": an accusation whatever verb says it. */
const BREAKING: ReadonlySet<string> = new Set(['violate', 'breach']);

/** What only wrongs are done with: "said the army had committed crimes". */
const COMMITTING: ReadonlySet<string> = new Set(['commit', 'perpetrate']);
/** "Bears responsibility for the raid". */
const BEARING: ReadonlySet<string> = new Set(['bear', 'share', 'carry']);
const BURDEN: ReadonlySet<string> = new Set(['responsibility', 'blame', 'guilt', 'culpability']);
const CRITICS: ReadonlySet<string> = new Set(['critic', 'opponent', 'detractor']);
export const BLAMED = plainEntry('ACCUSE', 'disapprove', '111');
const POWER = kindBit('power') | kindBit('state');
const PERSON = kindBit('person');
const BLOW = kindBit('blow');
/** What is somebody's work and no mishap, as one says. */
const ILL = BLOW | kindBit('nature') | kindBit('crime');
const WRONG_DEED = BLOW | kindBit('crime');
/** What is committed, against "committed 900 soldiers to the work". */
const WRONG = WRONG_DEED | kindBit('abstract');

/** "Holt's critics say he has": what critics say of a power is criticism of it. */
function criticised(match: Matcher, verb: number, clause: number): Coded | null {
  const { clauses } = match.roles;
  const critics = clauses.subject[verb] ?? -1;
  const undergoing = clauses.passive[clause] ?? -1;
  const subject = undergoing >= 0 ? undergoing : (clauses.subject[clause] ?? -1);
  const owner = match.roles.childBy(critics, REL['nmod:poss']);
  const of = match.roles.obliqueOf(critics, 'of');
  for (const whom of [owner, of, subject]) {
    // "who, opponents say, won": told of somebody, and not against them
    if (
      whom < 0 ||
      (match.kinds.of(whom) & POWER) === 0 ||
      (whom === subject && /^wh/.test(match.view.lower[whom] ?? ''))
    )
      continue;
    return {
      code: BLAMED, trigger: verb, clause: verb, agents: [critics], patients: [whom], mutual: false, operators: [], consumed: [], entry: BLAMED, path: 'critic + say',
    }; // biome-ignore format: one record
  }
  return null;
}

const MISHAP = /^(?:crash|downing|collapse|poisoning|leak|hack|outage|blackout|sinking|disappearance)$/;
const WORKS = /^(?:work|handiwork|doing|fault)$/;

/** "Said the attack was the work of the militants", "was Velmar's doing": theirs, and held against them. */
function workOf({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { agent } = match.roles.rolesOf(verb);
  const fault = match.view.lower[clause] === 'fault';
  const whose = Math.max(match.roles.obliqueOf(clause, 'of'), match.roles.childBy(clause, REL['nmod:poss']));
  if (
    agent < 0 ||
    whose < 0 ||
    match.view.upos[whose] === PRON ||
    match.roles.isLedBy(clause, REL.advmod, NEGATIONS) ||
    (match.kinds.of(agent) & PARTY) === 0 ||
    (match.kinds.of(whose) & PARTY) === 0
  )
    return null;
  const deed = match.roles.clauses.subject[clause] ?? -1;
  if (
    cast.at(agent) === cast.at(whose) ||
    deed < 0 ||
    (!fault && (match.kinds.of(deed) & ILL) === 0 && !MISHAP.test(match.view.lower[deed] ?? ''))
  )
    return null;
  return {
    code: HELD, trigger: verb, clause: verb, agents: [agent], patients: [whose], mutual: false, operators: [], consumed: [], entry: HELD, path: 'say + work of',
  }; // biome-ignore format: one record
}

/** "Said Taliban militants were responsible": what one says another has done is an accusation. */
function held(coder: Coder, verb: number, clause: number, trigger = clause): Coded | null {
  const { match } = coder;
  const { agent } = match.roles.rolesOf(verb);
  const subject = match.roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || match.view.upos[subject] === PRON) return null;
  if ((match.kinds.of(agent) & PARTY) === 0 || (match.kinds.of(subject) & PARTY) === 0) return null;
  if (coder.cast.at(agent) === coder.cast.at(subject)) return null;
  return {
      code: HELD, trigger, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: [], entry: HELD, path: 'say + responsible',
    }; // biome-ignore format: one record
}
