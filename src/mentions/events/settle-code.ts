// What a word names, its status and its parties in, the code that they settle together out: promises, threats, exercises of several states.
import type { Found as Cast } from '../actors/actor.ts';
import { ADJ, NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { announced, declined, foretold } from './composed.ts';
import { isDeclined, isWithheld } from './declined.ts';
import { DECRIED } from './decried.ts';
import type { Draft } from './draft.ts';
import type { Entry } from './entries.ts';
import type { Code, Status } from './event.ts';
import { HELD } from './faulted.ts';
import type { Matcher } from './match.ts';
import { isSeeming, isShownToSeem, meansOf } from './means.ts';
import { REFUSED } from './refusing.ts';
import { statusOf } from './status.ts';
import { isSpokenPurpose } from './verb-forms.ts';

/** Nouns of what several states do together and one does alone. */
const EXERCISES: ReadonlySet<string> = new Set([
  'exercise', 'drill', 'game', 'manoeuvre', 'maneuver', 'wargame', 'patrol',
]); // biome-ignore format: one table

/** What is done in words alone. */
export const SPOKEN: ReadonlySet<string> = new Set(['SUPPORT', 'ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

export interface Settling {
  readonly match: Matcher;
  readonly coder: Coder;
  readonly cast: Cast;
  /** Actors that a token stands for. */
  readonly of: (tokens: readonly number[]) => readonly number[];
}

const NONE: ReadonlySet<number> = new Set();

/** What an event with these parties is and whether it happened. */
export function settle(
  one: Coded,
  actors: readonly number[],
  recipients: readonly number[],
  settling: Settling,
): { readonly code: Code; readonly status: Status } {
  const { match, coder } = settling;
  const { view, roles } = match;
  let status = statusOf(one.trigger, view, roles, new Set(one.operators));
  // "will not hesitate to strike" is said, and meant
  if (status === 'negated' && one.code.type === 'THREATEN' && match.lemma(one.trigger) === 'hesitate')
    status = 'asserted';
  // "said the vote was not fair": what is denied is how it was, and the censure is said
  if (status === 'negated' && saysWhatIsNot(one.entry)) status = 'asserted';
  // "the rebels' demand was rejected": it was made
  if (status === 'negated' && SPOKEN.has(one.code.type) && isAnswered(one.trigger, match)) status = 'asserted';
  const refusal = status === 'negated' && actors.length > 0 && isRefused(one, match) ? declined(one.code) : null;
  if (refusal) return { code: refusal, status: 'asserted' };
  if (
    status === 'hypothetical' &&
    SPOKEN.has(one.code.type) &&
    !isWayTo(one.clause, view.lower) &&
    isCalledFor(one.clause, match)
  ) {
    const above = coder.code(view.head[one.clause] ?? -1);
    // "may call Holt to congratulate him": not said yet
    if (above?.code.type === 'CONSULT' && statusOf(above.trigger, view, roles, NONE) === 'asserted')
      status = 'asserted';
  }
  // "I want to convey my condolences": said, it is done
  if (status === 'hypothetical' && SPOKEN.has(one.code.type) && isPerformed(one.clause, match)) status = 'asserted';
  // "gathered to protest", "took to the airwaves to accuse Holt": done with what was done for it
  const means = status === 'hypothetical' ? meansOf(one.clause, one.code.type, SPOKEN.has(one.code.type), match) : -1;
  if (means >= 0) status = statusOf(means, view, roles, NONE);
  // "is not happy with the plan": what the words themselves deny
  if (status === 'negated' && one.entry.words.startsWith('not ')) status = 'asserted';
  // "appeared to promise talks": how it looked
  if (status === 'asserted' && SPOKEN.has(one.code.type) && isSeeming(one.clause, match)) status = 'hypothetical';
  if (status === 'asserted' && isShownToSeem(one.trigger, match)) status = 'hypothetical';
  // "tried to leave the city": nobody says that they did
  if (status === 'asserted' && (YIELDING.has(one.code.type) || BROUGHT_OFF.has(one.code.mode)))
    if (isTried(one.clause, match)) status = 'hypothetical';
  // "tried to provoke a war": nobody says that it came
  if (status === 'asserted' && one.code.type === 'ASSAULT' && isTried(one.operators[0] ?? -1, match))
    if (BRINGING.has(match.lemma(one.operators[0] as number))) status = 'hypothetical';
  // "pledged to send troops": they have yet to be sent
  if (status === 'asserted' && one.code.type === 'MOBILIZE' && isPromised(one, match)) status = 'future';
  return { code: settledCode(one, status, actors, recipients, settling), status };
}

/** "Discussed ways to strengthen ties": of which nothing has come yet. */
const isWayTo = (verb: number, lower: readonly string[]): boolean =>
  lower[verb - 1] === 'to' &&
  /^(?:ways?|means|steps?|measures?|efforts?|options?|how|plans?|need)$/.test(lower[verb - 2] ?? '');

/** Verbs whose infinitive says what somebody was spoken to for, hung as a purpose or as their complement. */
const SPEAKING_TO: ReadonlySet<string> = new Set(['call', 'phone', 'telephone', 'ring', 'meet', 'visit']);

/** "Called Holt to congratulate him": said with the call. */
export function isCalledFor(verb: number, { view, roles, parsed }: Matcher): boolean {
  if (isSpokenPurpose(verb, view, roles)) return true;
  const up = view.head[verb] ?? -1;
  if (up < 0 || view.relation[verb] !== REL.xcomp || view.lower[verb - 1] !== 'to') return false;
  // "called on Holt to resign" asks
  return SPEAKING_TO.has(parsed.words.lemma(up)) && roles.obliqueOf(up, 'on') < 0 && roles.obliqueOf(up, 'for') < 0;
}

const CONSENT: ReadonlySet<string> = new Set(['agree', 'promise', 'offer']);

/** Whether the verb that makes the event promises or agrees to it. */
const isPromised = ({ operators: [verb] }: Coded, match: Matcher): boolean => {
  if (verb === undefined) return false;
  const pos = match.view.upos[verb];
  // "is ready to send troops" too
  const operator =
    pos === VERB
      ? match.verbOperator(verb, match.verbLemma(verb))
      : pos === ADJ
        ? match.adjectiveOperator(verb, match.view.lower[verb] ?? '')
        : null;
  return CONSENT.has(operator?.found.operation ?? '');
};

/** Whether a noun is what somebody says no to. */
function isAnswered(noun: number, match: Matcher): boolean {
  const { view } = match;
  const verb = view.head[noun] ?? -1;
  const link = view.relation[noun];
  if (verb < 0 || view.upos[noun] !== NOUN || view.upos[verb] !== VERB) return false;
  if (link !== REL.obj && link !== REL['nsubj:pass']) return false;
  return match.verbOperator(verb, match.verbLemma(verb))?.found.operation === 'refuse';
}

/** What is done by saying it, behind "I want to", "we would like to". */
const SAYING: ReadonlySet<string> = new Set([
  'convey', 'express', 'thank', 'congratulate', 'condemn', 'apologise', 'apologize', 'praise', 'offer', 'extend', 'commend', 'salute', 'stress', 'welcome', 'call', 'urge', 'appeal', 'reiterate', 'reaffirm',
]); // biome-ignore format: one table

function isPerformed(verb: number, match: Matcher): boolean {
  const { view, roles } = match;
  const up = view.head[verb] ?? -1;
  if (up < 0 || view.relation[verb] !== REL.xcomp || !SAYING.has(match.verbLemma(verb))) return false;
  const lemma = match.verbLemma(up);
  const subject = view.lower[roles.clauses.subject[up] ?? -1] ?? '';
  return (lemma === 'want' || lemma === 'like' || lemma === 'wish') && (subject === 'i' || subject === 'we');
}

const YIELDING: ReadonlySet<string> = new Set(['RETREAT', 'CONCEDE', 'AGREE', 'SUPPORT', 'AID', 'COOPERATE']);
/** What is done when it is brought off: a town that is seized, somebody who is arrested. */
const BROUGHT_OFF: ReadonlySet<string | null> = new Set(['seize', 'arrest', 'deport']);

/** What brings something about. */
const BRINGING: ReadonlySet<string> = new Set([
  'provoke',
  'incite',
  'instigate',
  'foment',
  'spark',
  'ignite',
  'start',
  'trigger',
  'cause',
]);

function isTried(verb: number, match: Matcher): boolean {
  const up = match.view.head[verb] ?? -1;
  if (up < 0 || match.view.relation[verb] !== REL.xcomp) return false;
  const lemma = match.verbLemma(up);
  return lemma === 'try' || lemma === 'attempt';
}

/** What is told of those who tried to come to terms. */
const ACCORD =
  /^(?:agree on|(?:reach|conclude|strike|clinch) (?:.* )?(?:agreement|deal|accord|consensus|compromise|understanding|settlement|truce|ceasefire))\b/;

/** "Have not yet agreed", "did not agree on it yet". */
function isYetToCome(verb: number, view: Matcher['view']): boolean {
  for (let at = Math.max(0, verb - 3); at < verb + 12 && view.sentence[at] === view.sentence[verb]; at++)
    if (view.lower[at] === 'yet') return true;
  return false;
}

/** "Did not give in to their demands": who is pressed and does not yield has refused. */
const UNBENT = /^(?:accede|yield|give in|bow|bend|cave(?: in)?|submit|surrender|kowtow) to\b/;

const READY_TO: ReadonlySet<string> = new Set(['ready', 'willing', 'prepared']);

/** "Cannot accept", "could never agree". */
const isUnable = (verb: number, { lower }: Matcher['view']): boolean =>
  /^(?:accept|agree)$/.test(lower[verb] ?? '') &&
  (lower[verb - 1] === 'cannot' ||
    lower[verb - 2] === 'can' ||
    lower[verb - 2] === 'ca' ||
    lower[verb - 2] === 'could') &&
  /^(?:cannot|not|n't|n’t|never)$/.test(lower[verb - 1] ?? '');

/** Whether those who could do it are told not to mean to: "will not release", "will not go to Muscat to meet", "did not allow". */
function isRefused({ code, entry, operators, trigger, clause }: Coded, { view, roles }: Matcher): boolean {
  const verb = operators[0] ?? trigger;
  if (isDeclined(verb, view, roles)) return true;
  // "could not agree on a date", "did not reach a deal": no accord, though both had tried, and not "have not agreed yet"
  if (operators.length === 0 && (UNBENT.test(entry.words) || ACCORD.test(entry.words)) && !isYetToCome(trigger, view))
    return true;
  if (code.type === 'CONCEDE' || code.type === 'RETREAT' || code.type === 'AGREE')
    if (isWithheld(verb, view, roles) || isWithheld(clause, view, roles)) return true;
  // "is not prepared to lift them", "cannot accept the plan"
  if (
    (code.type === 'AGREE' || code.cameo === '035') &&
    ((entry.words !== '' && READY_TO.has(view.lower[verb] ?? '')) || isUnable(verb, view))
  )
    return true;
  const up = view.head[clause] ?? -1;
  return up >= 0 && isSpokenPurpose(clause, view, roles) && isDeclined(up, view, roles);
}

/** "The league agreed to lift its ban", "prosecutors agreed to drop a charge": no power that gives in; a promise of it is none either way. */
function isBargain(one: Coded, match: Matcher): boolean {
  const [verb] = one.operators;
  if (verb === undefined || match.view.upos[verb] !== VERB) return false;
  const operation = match.verbOperator(verb, match.verbLemma(verb))?.found.operation;
  if (operation !== 'agree' && operation !== 'accept' && operation !== 'offer') return false;
  return one.entry.words.startsWith('drop charge') || !one.agents.some((token) => match.kinds.isPower(token));
}

/** The code of an event with these parties and this status. */
function settledCode(
  one: Coded,
  status: Status,
  actors: readonly number[],
  recipients: readonly number[],
  { match, coder, cast, of }: Settling,
): Code {
  if (status === 'future') {
    const verbal = match.view.upos[one.trigger] === VERB || one.operators.length > 0;
    return verbal && actors.length > 0 && isOwnWord(one, actors, match, cast, of)
      ? foretold(announced(one.code))
      : announced(one.code);
  }
  if (one.code.cameo === '035' && one.code.type === 'CONCEDE' && isBargain(one, match))
    return { type: 'AGREE', mode: null, cameo: '035' };
  // "war games staged by US and Jordanian troops": forces of one state show strength, those of several cooperate
  const exercise = one.code.type === 'MOBILIZE' ? exerciseOf(one, match) : -1;
  if (exercise >= 0) {
    if (isJoint(exercise, match)) return { type: 'COOPERATE', mode: null, cameo: '062' };
    const countries = new Set<string>();
    for (const actor of actors.length > 1 ? actors : [...actors, ...recipients]) {
      const country = coder.cast.countryOf(actor);
      if (country) countries.add(country);
    }
    const several = countries.size > 1 || (countries.size === 1 && hasAllies(one, match));
    // of a verb only those who do it together: "Dorvania and Velmar staged drills"
    const side =
      recipients.every((other) => countries.has(coder.cast.countryOf(other) ?? '')) &&
      one.agents.some((agent) => match.together(agent).length > 1);
    if (several && (match.view.upos[one.trigger] === NOUN || side))
      return { type: 'COOPERATE', mode: null, cameo: '062' };
  }
  if (one.entry.words === 'raid' && one.code.type === 'ASSAULT' && isSearch(one, actors, match, cast))
    return { type: 'COERCE', mode: 'seize', cameo: '171' };
  if (one.code.mode === 'weapons' && isVolley(one, match)) return { type: 'ASSAULT', mode: 'drone', cameo: '1952' };
  // "a march that the police broke off": who is no part of a protest puts it down
  if (one.code.type === 'CONCEDE' && one.entry.type === 'PROTEST' && areAllOf(ORDER, actors, cast))
    return { type: 'COERCE', mode: 'restrict', cameo: '172' };
  // "French troops arrived in the capital": to visit nobody
  if (one.code.mode === 'visit' && isMarch(one, match))
    return keepsPeace(one, match)
      ? { type: 'AID', mode: null, cameo: '074' }
      : areAllOf(COPS, actors, cast)
        ? { type: 'MOBILIZE', mode: 'police', cameo: '153' }
        : { type: 'MOBILIZE', mode: 'troops', cameo: '154' };
  // "Dorvania launched a wave of strikes": no state leaves off working
  if (one.code.type === 'PROTEST' && one.code.mode === 'strike' && one.entry.words.endsWith(' of strike'))
    if (actors.length > 0 && actors.every((actor) => cast.actors[actor]?.kind === 'state'))
      return { type: 'ASSAULT', mode: null, cameo: '190' };
  // troops that are sent to keep a peace protect those they come to
  if (one.code.type === 'MOBILIZE' && keepsPeace(one, match)) return { type: 'AID', mode: null, cameo: '074' };
  // "personnel were deployed": the police's own are no troops
  if (one.code.mode === 'troops' && areAllOf(COPS, actors, cast))
    return { type: 'MOBILIZE', mode: 'police', cameo: one.code.cameo.startsWith('152') ? '151' : '153' };
  return one.code;
}

/** Whether it is done by saying what is not so: "was not legitimate", "has done nothing". */
const saysWhatIsNot = (entry: Entry): boolean => entry === DECRIED || entry === HELD || entry === REFUSED;

export const WALKOUT = { type: 'PROTEST', mode: 'strike', cameo: '143' } as const;

/** "A miners' strike", "a strike of teachers": those who leave off working; null for any other strike. `sectorOf` an actor. */
export function strikersOf(
  { code, status, actors, recipients, coded: { trigger, entry, patients } }: Draft,
  match: Matcher,
  sectorOf: (actor: number) => string | null,
): readonly number[] | null {
  // "plan a series of strikes" too
  const ahead = status === 'future' && code.type === 'THREATEN' && entry.type === 'ASSAULT';
  if (!ahead && (code.type !== 'ASSAULT' || code.mode !== null)) return null;
  if (match.view.upos[trigger] !== NOUN) return null;
  if (match.lemma(trigger) !== 'strike' && !entry.words.endsWith(' of strike')) return null;
  // "a strike on teachers" is theirs no more than one against them
  const theirs = patients.every((token) => token < trigger || match.roles.caseOf(token) === 'of');
  const who = actors.length > 0 || !theirs ? actors : recipients;
  return who.length > 0 && who.every((one) => WORKERS.has(sectorOf(one) ?? '')) ? who : null;
}

const WORKERS: ReadonlySet<string> = new Set(['LAB', 'EDU', 'MED', 'AGR']);
const ORDER: ReadonlySet<string> = new Set(['COP', 'MIL', 'GOV', 'JUD', 'PRM']);
const COPS: ReadonlySet<string> = new Set(['COP']);
const areAllOf = (sectors: ReadonlySet<string>, actors: readonly number[], cast: Cast): boolean =>
  actors.length > 0 && actors.every((one) => sectors.has(cast.actors[one]?.sector ?? ''));

/** "Launched 162 drones": in numbers they are sent at somebody, and not tried out. */
function isVolley({ trigger }: Coded, { view, roles }: Matcher): boolean {
  const sent = roles.rolesOf(trigger).patient;
  if (sent < 0 || view.upos[trigger] !== VERB || !/^drones?$/.test(view.lower[sent] ?? '')) return false;
  return roles.childBy(sent, REL.nummod) >= 0;
}

const GOING: ReadonlySet<string> = new Set(['arrive', 'land', 'fly', 'head', 'travel', 'move', 'go']);
const TROOPS: ReadonlySet<string> = new Set(['troop', 'troops', 'soldier', 'marine', 'paratrooper', 'commando', 'tank', 'warship', 'reinforcement', 'contingent', 'battalion', 'regiment', 'brigade', 'peacekeeper']); // biome-ignore format: one table

/** Whether those who get somewhere are troops by their own name, and no guests. */
const isMarch = ({ trigger, agents }: Coded, match: Matcher): boolean =>
  agents.length > 0 &&
  GOING.has(match.verbLemma(trigger)) &&
  agents.every(
    (one) =>
      TROOPS.has(match.lemma(one)) ||
      // "217 police officers landed in Haiti"
      (OFFICERS.has(match.lemma(one)) && match.roles.childBy(one, REL.nummod) >= 0),
  );
const OFFICERS: ReadonlySet<string> = new Set(['officer', 'policeman', 'gendarme']);

/** The exercise that an event is or that its verb holds; -1 for none. */
function exerciseOf({ trigger, consumed }: Coded, match: Matcher): number {
  if (match.view.upos[trigger] === NOUN) return EXERCISES.has(match.lemma(trigger)) ? trigger : -1;
  return consumed.find((token) => EXERCISES.has(match.lemma(token))) ?? -1;
}

const ALLIES: ReadonlySet<string> = new Set(['ally', 'partner', 'neighbour', 'neighbor', 'coalition']);

/** "Dorvania and its allies": others whose states are not told. */
const hasAllies = ({ agents }: Coded, match: Matcher): boolean =>
  agents.some((one) => match.together(one).some((part) => ALLIES.has(match.lemma(part))));

/** "A joint US-French military exercise". */
function isJoint(noun: number, { view: { lower, sentence, upos } }: Matcher): boolean {
  for (let at = noun - 1; at >= 0 && at > noun - 8 && sentence[at] === sentence[noun]; at--) {
    if (lower[at] === 'joint' || lower[at] === 'bilateral' || lower[at] === 'trilateral') return true;
    if (upos[at] === VERB) return false;
  }
  return false;
}

/** "Sent troops on a peacekeeping mission": words of peacekeeping in the same clause. */
function keepsPeace({ trigger }: Coded, { view: { lower, upos, relation, sentence, length } }: Matcher): boolean {
  for (let at = trigger + 1; at < length && at < trigger + 20 && sentence[at] === sentence[trigger]; at++) {
    const word = lower[at] ?? '';
    if (word === 'peacekeeping' || word === 'peacekeepers' || (word === 'keeping' && lower[at - 2] === 'peace'))
      return true;
    if (upos[at] === VERB && lower[at - 1] !== 'to' && relation[at] !== REL.case) return false;
  }
  return false;
}

/** Whether nobody else foretells it: "Dorvania will strike", "Dorvania says it will", not "an official warned that rebels will". */
function isOwnWord(
  { clause }: Coded,
  actors: readonly number[],
  { view, roles }: Matcher,
  { actors: known }: Cast,
  of: (tokens: readonly number[]) => readonly number[],
): boolean {
  if (view.relation[clause] !== REL.ccomp) return true;
  const speaker = roles.clauses.subject[view.head[clause] ?? -1] ?? -1;
  if (speaker < 0) return true;
  const speakers = of([speaker]);
  return speakers.some(
    (one) =>
      actors.includes(one) ||
      actors.some((actor) => known[actor]?.country != null && known[actor]?.country === known[one]?.country),
  );
}

const HURTS: ReadonlySet<string> = new Set([
  'kill', 'die', 'dead', 'wound', 'injure', 'shoot', 'militant', 'gunman', 'rebel', 'clash',
]); // biome-ignore format: one table

const POLICE: ReadonlySet<string> = new Set(['police', 'policeman', 'policewoman']);

/** "A police raid on the party's offices": whoever is police searches and seizes, where nobody is said to be hurt or armed. */
function isSearch({ trigger, agents }: Coded, actors: readonly number[], match: Matcher, { actors: known }: Cast): boolean {
  if (match.view.upos[trigger] !== NOUN || actors.length === 0) return false;
  // "a police raid": an actor that only the compound names is not in the cast yet
  if (!agents.some((token) => POLICE.has(match.lemma(token))) && actors.some((one) => known[one]?.sector !== 'COP')) return false;
  const { firstToken, endToken } = match.parsed.text.sentences;
  const sentence = match.view.sentence[trigger] ?? 0;
  const end = endToken[sentence] ?? 0;
  for (let token = firstToken[sentence] ?? 0; token < end; token++) if (HURTS.has(match.lemma(token))) return false;
  return true;
} // biome-ignore format: long conditions
