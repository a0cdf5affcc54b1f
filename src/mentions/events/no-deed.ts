// An event in the making with the cast in, whether its words do no deed of that kind out: stances, advice to residents, visits of gunmen, words in quotation marks.
import type { Found as Cast } from '../actors/actor.ts';
import { ADJ, DET, NOUN, NUM, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { isAlarm } from './alarm.ts';
import { DECRIED } from './decried.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { areSent, isEnvoy } from './private-life.ts';
import { LASTING } from './same-event.ts';

/** What one holds rather than does: "the party opposes abortion". */
const STANCE: ReadonlySet<string> = new Set([
  'oppose', 'support', 'favor', 'favour', 'back', 'disapprove', 'approve', 'object', 'champion', 'reject',
]); // biome-ignore format: one table
/** Those who may be warned to do something and are threatened by it. */
const FACED: ReadonlySet<string | null> = new Set([
  'GOV',
  'MIL',
  'REB',
  'UAF',
  'SEP',
  'PRM',
  'OPP',
  'PTY',
  'IGO',
  'LEG',
  'JUD',
  'SPY',
  'COP',
]);
/** Those whose coming is no visit. */
const ARMED: ReadonlySet<string | null> = new Set(['REB', 'UAF', 'PRM', 'SEP']);
const NAMING: ReadonlySet<string> = new Set([
  'call', 'refer', 'describe', 'label', 'dub', 'brand', 'term', 'characterise', 'characterize', 'portray',
]); // biome-ignore format: one table
const GENERAL: ReadonlySet<string> = new Set(['VBZ', 'VBP', 'VB']);
const STOPPAGES = /^(?:strikes?|strikers?|striking|walkouts?|stoppages?|unions?|dispute|picket)$/;
const BLOW = kindMask('blow');
const AGREED = kindMask('accord') | kindMask('talks');

/** "May God protect them": the wish of whoever says so. */
function isOptative(verb: number, { view, roles }: Matcher): boolean {
  const subject = roles.clauses.subject[verb] ?? -1;
  if (subject < 0 || subject > verb) return false;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0 && child < subject; child = next[child] as number)
    if (view.relation[child] === REL.aux && view.lower[child] === 'may') return true;
  return false;
}

export function isNoDeed(
  { coded, code, status, actors, recipients }: Draft,
  cast: Cast,
  index: (actor: number) => number,
  match: Matcher,
): boolean {
  const { actors: known } = cast;
  const { view, roles } = match;
  const { trigger, entry, patients } = coded;
  const noun = view.upos[trigger] === NOUN;
  const lemma = match.lemma(trigger);
  const sector = (actor: number) => known[index(actor)]?.sector ?? null;
  // "stop calling the protests “riots”": a name for what is told
  if (noun && isInQuotes(trigger, view) && NAMING.has(verbAbove(trigger, match))) return true;
  if (!noun && isOptative(trigger, match)) return true;
  // "if it does not back down": nothing is told of it
  if (status === 'negated' && /^(?:if|unless)$/.test(roles.caseOf(coded.clause))) return true;
  // "restrictions on defence cooperation", "the lack of support": no deed of that kind
  if (noun && KIND.has(code.type) && isLimited(trigger, match)) return true;
  // "a bill on sanctions against Velmar", "voted on aid to Velmar": what they have yet to be decided on
  if (noun && MEASURES.has(code.type) && !DONE.has(code.mode) && isDebated(trigger, match)) return true;
  // "his hesitancy to condemn them"
  if (!noun && status === 'hypothetical' && isReluctance(view.head[trigger] ?? -1, match) && view.lower[trigger - 1] === 'to') return true;
  // "officers are entitled to detain suspects": what anybody may do by law
  if (!noun && status === 'hypothetical' && LEGAL.has(code.type) && isByRight(trigger, match)) return true;
  switch (code.type) {
    case 'ACCUSE':
      // "a bombing blamed on the Front": told with the bombing, whose it is
      if (lemma === 'blame' && actors.length === 0 && view.relation[trigger] === REL.acl && view.tag(trigger) === 'VBN') return true;
      // "said the delay was unacceptable": nobody's, where an attack is somebody's
      if (entry === DECRIED && recipients.length === 0 && !patients.some((token) => (match.kinds.of(token) & BLOW) !== 0)) return true;
      // "Velmar, worried about war, urged": how they felt who did something else
      if (entry.kind === 'adj' && isAside(trigger, match)) return true;
      // "alleged fraud", "alleged that the plan had failed": nobody is accused
      if (entry.words === 'allege' && (actors.length === 0 || recipients.length === 0 || patients.some((token) => !isAccused(token, match)))) return true;
      return isStance(trigger, recipients.length, match);
    case 'SUPPORT':
      return isStance(trigger, recipients.length, match);
    case 'REJECT':
      // "does violate human rights": what somebody is held to do all the time
      if (code.cameo.startsWith('128') && !noun && recipients.length === 0 && isInPresent(trigger, match)) return true;
      // "backs opposing sides", "the opposing camps"
      if (lemma === 'oppose' && recipients.length === 0 && view.tag(trigger) === 'VBG' && SIDED.test(view.lower[trigger + 1] ?? '') && !BEING.test(view.lower[trigger - 1] ?? '')) return true;
      return isStance(trigger, recipients.length, match);
    case 'REQUEST':
      // "“Why stop?” asked Holt": a question
      if (lemma === 'ask' && recipients.length === 0 && isQuestion(trigger, view)) return true;
      // "advised residents to shelter", "advised its citizens to leave", "ordered its staff to leave"
      return (
        (/^(?:advise|caution)$/.test(lemma) && areCaredFor(patients, view)) ||
        (lemma === 'order' && ((patients.length > 0 && patients.every((token) => isOwnStaff(token, match))) || isBought(trigger, match))) ||
        // "kept up their pressure on the checkpoints": by force, and nobody is asked
        (noun && lemma === 'pressure' && (patients.some((token) => SITES.test(match.lemma(token))) || [actors, recipients].every((side) => side.length > 0 && side.every((one) => FIGHTING.has(sector(one))))))
      );
    case 'AID':
      // "evacuated many of its staff": who leaves helps nobody else
      return lemma === 'evacuate' && !noun && isOwnStaff(evacuated(trigger, match), match);
    case 'THREATEN':
      // "warned how dangerous it was"
      if (lemma === 'warn' && /^(?:how|why)$/.test(view.lower[trigger + 1] ?? '')) return true;
      // "warned residents to stay inside", "warned their citizens against travel", "warned its nationals to leave"
      return (
        lemma === 'warn' &&
        ((patients.length === 0 && coded.operators.length === 0 && isAlarm(trigger, (token) => isOfSame(token, actors.map(index), cast), match)) ||
          isAdvised(trigger, match) ||
          isCautioned(trigger, patients, match) ||
          (areCaredFor(patients, view) && patients.every((token) => isTheirs(token, match)))) &&
        recipients.every((one) => known[index(one)]?.kind !== 'state' && !FACED.has(sector(one)))
      );
    case 'CONSULT':
      // "visited the family of the victim", "his visit to a hospital"
      if (code.mode === 'visit' && patients.length > 0 && patients.every((token) => PRIVATE.test(view.lower[token] ?? ''))) return true;
      // "Called the Norland Challenge, it drew": what a thing is called
      if (code.mode === 'phone' && !noun && lemma === 'call' && roles.clauses.subject[trigger] === -1 && view.sentence[trigger - 1] !== view.sentence[trigger]) return true;
      // "his talk at the academy"
      if (view.lower[trigger] === 'talk' && noun && actors.length + recipients.length < 2) return true;
      // "nine gunmen arrived in the town"
      return !noun && code.mode === 'visit' && actors.length > 0 && !areSent(coded.agents, match) && actors.every((one) => known[index(one)]?.kind === 'group' && ARMED.has(sector(one)) && !isEnvoy(known[index(one)]));
    case 'AGREE':
      // "agreed with Holt that aid is important": of one mind
      if (lemma === 'agree' && !noun && isOpinion(roles.clauses.complement[trigger] ?? -1, match)) return true;
      // "a treaty with Iran, which had been agreed": it is told of with that
      return !noun && (coded.mutual || coded.operators.length > 0) && actors.length + recipients.length < 2 && coded.agents.every((token) => view.head[token] !== trigger) && roles.rolesOf(trigger).passive;
    case 'COOPERATE':
      // "a translator working with the army": one of its own
      if (lemma === 'work' && view.tag(trigger) === 'VBG' && view.relation[trigger] === REL.acl && HIRED.test(view.lower[view.head[trigger] ?? -1] ?? '')) return true;
      // "in cooperation with the army", "would have allowed Velmar to extradite them"
      // but "with the full cooperation of the army"
      if (noun && coded.mutual && coded.operators.length === 0 && actors.length + recipients.length < 2 && roles.obliqueOf(trigger, 'between') < 0 && !(actors.length > 0 && roles.caseOf(trigger) === 'with')) return true;
      return status === 'hypothetical' && wouldHave(trigger, match);
    case 'SANCTION':
      // "the network withdrew its reporters"
      return code.mode === 'withdraw' && recipients.length === 0 && actors.length > 0 && actors.every((one) => known[index(one)]?.kind !== 'state' && !FACED.has(sector(one)));
    case 'CONCEDE':
      // "declared the ceasefire over", against "a ceasefire over the weekend"
      if (lemma === 'declare' && !noun && isOver(roles.clauses.object[trigger] ?? -1, match)) return true;
      // "submitted a proposal to the commission"
      if (lemma === 'submit' && !noun && (roles.clauses.object[trigger] ?? -1) > trigger) return true;
      // "have gone back to work": without a word on a strike
      return /back to work|return to work/.test(entry.words) && !tells(trigger, STOPPAGES, view);
    case 'RETREAT':
      if (noun && (isOver(trigger, match) || (code.mode === 'ceasefire' && isEnded(trigger, match)))) return true;
      // "releasing Vela 8", "Advisory Number 25A, released at noon": what has a number is no captive
      if (code.mode === 'release' && lemma === 'release' && isNumbered(patients, view)) return true;
      // "passengers, following their evacuation"
      return noun && lemma === 'evacuation' && actors.every((one) => known[index(one)]?.kind === 'group' && !FACED.has(sector(one)));
    case 'COERCE':
      // "before being taken into custody, police said": not the police
      if (code.mode === 'arrest' && patients.length > 0 && patients.every((token) => token > trigger && /^(?:said|say|says)$/.test(view.lower[token + 1] ?? ''))) return true;
      // "the airline suspended services to Tarn": what a firm no longer offers
      if (!noun && recipients.length === 0 && STOPPING.has(lemma) && actors.length > 0 && offers(trigger, match) && actors.every((one) => known[index(one)]?.kind !== 'state' && !FACED.has(sector(one)))) return true;
      // "boarded a bus": as anybody does
      if (lemma === 'board' && !noun && patients.every((token) => RIDDEN.has(match.lemma(token)))) return true;
      return isHeld(trigger, match) || (lemma === 'coup' && view.lower[trigger + 1] === 'for');
    case 'PROTEST':
      // "robbers rammed a car into the store, smashing the window"
      if (code.mode === 'riot' && !noun && DAMAGING.has(lemma) && !tellsOfCrowd(view)) return true;
      return isHeld(trigger, match);
    case 'ASSAULT':
      // "the use of force" by and upon nobody
      if (noun && actors.length + recipients.length === 0 && entry.words.endsWith('force')) return true;
      // "are prohibited from killing one another"
      if (status === 'negated' && recipients.length === 0 && actors.length > 0 && actors.every((one) => known[index(one)]?.kind !== 'state' && !FACED.has(sector(one)))) return true;
      // "the war of attrition has been claiming lives"
      if (!noun && actors.length === 0 && (roles.clauses.subject[trigger] ?? -1) >= 0 && LASTING.has(match.lemma(roles.clauses.subject[trigger] as number))) return true;
      // "a lorry rammed a car": ships and forces ram on purpose
      if (entry.words === 'ram') return ![...coded.agents, ...patients].some((token) => isAfloat(token, match));
      // "destroyed its weapons": one's own
      if (code.mode === 'destroy' && !noun && actors.length > 0 && patients.length > 0 && status !== 'negated')
        return patients.every((token) => OWN.has(view.lower[roles.childBy(token, REL['nmod:poss'])] ?? '') && !(HOMES.test(view.lower[token] ?? '') && actors.every((one) => RAIDING.has(sector(one)))));
      // "set himself on fire"
      return entry.words.startsWith('set') && [1, 2].some((step) => /sel(?:f|ves)$/.test(view.lower[trigger + step] ?? ''));
    default:
      return false;
  }
} // biome-ignore format: one rule a line

/** Whether a token names one of some actors of the cast, or somebody of their land. */
function isOfSame(token: number, actors: readonly number[], { actors: known, mentions, mentionAt }: Cast): boolean {
  const named = known[mentions[mentionAt[token] ?? -1]?.value.actor ?? -1];
  if (named === undefined) return false;
  return actors.some((one) => {
    const actor = known[one];
    return named === actor || (named.country !== null && named.country === actor?.country);
  });
}

const STOPPING: ReadonlySet<string> = new Set([
  'suspend',
  'halt',
  'cancel',
  'stop',
  'cut',
  'close',
  'restrict',
  'limit',
]);
/** What firms sell or run. */
const OFFERED: ReadonlySet<string> = new Set([
  'service', 'flight', 'route', 'operation', 'production', 'sale', 'shipment', 'delivery', 'output', 'trading', 'train', 'bus', 'sailing', 'shop', 'store', 'branch', 'factory', 'plant',
]); // biome-ignore format: one table

/** Whether what is stopped is what firms offer: "flights", "a number of services". */
function offers(verb: number, match: Matcher): boolean {
  const object = match.roles.clauses.object[verb] ?? -1;
  if (object < 0) return false;
  const of = match.roles.obliqueOf(object, 'of');
  return OFFERED.has(match.lemma(object)) || (of >= 0 && OFFERED.has(match.lemma(of)));
}

const PRIVATE =
  /^(?:family|families|hospital|hospitals|clinic|church|mosque|cemetery|grave|school|mother|father|parents|relatives|wife|husband|son|daughter|brother|sister|friend|friends|home|house|doctor|station|factory|farm|museum|market|store|shop|restaurant|mall|stadium|library|bakery|brewery|diner|exhibition|theatre|theater)$/;
/** What is done with others, not to them: without it nothing is done. */
const KIND: ReadonlySet<string> = new Set(['COOPERATE', 'AID', 'SUPPORT', 'CONSULT', 'AGREE']);
const LIMITS: ReadonlySet<string> = new Set([
  'restriction', 'limit', 'limitation', 'barrier', 'obstacle', 'lack', 'absence', 'prospect', 'possibility', 'chance', 'potential', 'scope', 'history', 'importance', 'need', 'area', 'field', 'framework', 'ban', 'cut', 'level', 'tradition', 'impediment', 'hope',
]); // biome-ignore format: one table

/** Whether a noun hangs by "on", "of", "to" or "for" from one that limits it or only thinks of it. */
function isLimited(noun: number, match: Matcher): boolean {
  const up = match.view.head[noun] ?? -1;
  if (up < 0 || up > noun || match.view.upos[up] !== NOUN || !LIMITS.has(match.lemma(up))) return false;
  return /^(?:on|of|to|for|in)$/.test(match.roles.caseOf(noun));
}

const MEASURES: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'AID']);
/** What is done to people, whoever debates it. */
const DONE: ReadonlySet<string | null> = new Set(['arrest', 'expel', 'convict', 'deport', 'seize', 'withdraw']);
const DEBATED =
  /^(?:bills?|drafts?|resolutions?|motions?|proposals?|referendums?|votes?|debates?|discussions?|talks|negotiations|consultations|voted?|voting|debated?|debating|discuss(?:ed)?)$/;

/** Whether what a noun names is what a paper, a vote or a debate is on. */
const isDebated = (noun: number, { view, roles }: Matcher): boolean =>
  /^(?:on|about|over)$/.test(roles.caseOf(noun)) && DEBATED.test(view.lower[view.head[noun] ?? -1] ?? '');

const LEGAL: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ASSAULT']);

/** Under "entitled to" and "empowers them to". */
function isByRight(deed: number, match: Matcher): boolean {
  const { view } = match;
  const up = view.head[deed] ?? -1;
  if (up < 0 || view.upos[up] !== VERB || view.lower[deed - 1] !== 'to') return false;
  return /^(?:entitle|empower)$/.test(match.lemma(up));
}

/** "Would have": above a word, what did not come. */
function wouldHave(token: number, { view: { head, lower } }: Matcher): boolean {
  let at = token;
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    for (let before = at - 1; before > at - 4 && before > 0; before--)
      if (lower[before] === 'have' && (lower[before - 1] === 'would' || lower[before - 1] === 'could')) return true;
    at = head[at] ?? -1;
  }
  return false;
}

/** "“Why?” he asked", "“Why?” asked Holt": what is asked ends in front with its own mark. */
function isQuestion(verb: number, { lower, sentence }: TokenView): boolean {
  for (let at = verb - 1; at > verb - 6 && at >= 0; at--) {
    if (lower[at] === '?') return true;
    if (sentence[at] !== sentence[verb] && !/^["”’']$/.test(lower[at] ?? '')) return false;
  }
  return false;
}

const SIDED = /^(?:sides?|forces|camps?|factions?|parties|groups|armies|militias|teams?|views|ends|fans|candidates)$/;
const ENDING: ReadonlySet<string> = new Set([
  'collapse',
  'crumble',
  'unravel',
  'expire',
  'lapse',
  'fail',
  'end',
  'falter',
  'shatter',
]);
const RUIN: ReadonlySet<string> = new Set([
  'collapse',
  'breakdown',
  'end',
  'ending',
  'expiry',
  'expiration',
  'failure',
  'violation',
  'breach',
]);

/** "The truce between Velmar and Dorvania collapsed", "broke down", "the collapse of the truce": of a truce that is kept no more. */
function isEnded(truce: number, match: Matcher): boolean {
  const { view, roles } = match;
  const up = view.head[truce] ?? -1;
  if (up < 0) return false;
  if (roles.caseOf(truce) === 'of') return up < truce && RUIN.has(view.lower[up] ?? '');
  if (view.relation[truce] !== REL.nsubj || up < truce || view.upos[up] !== VERB || (roles.clauses.object[up] ?? -1) >= 0) return false;
  const particle = view.lower[up + 1] ?? '';
  return ENDING.has(match.lemma(up)) || (particle === 'apart' && match.lemma(up) === 'fall') || (particle === 'down' && match.lemma(up) === 'break');
} // biome-ignore format: long conditions

/** Whether what is declared is said to be over. */
function isOver(thing: number, { view: { lower, upos, sentence, length } }: Matcher): boolean {
  const at = thing + 1;
  if (thing < 0 || !/^(?:over|dead|finished|ended)$/.test(lower[at] ?? '')) return false;
  return at + 1 >= length || sentence[at + 1] !== sentence[at] || ![DET, NOUN, PROPN, ADJ, NUM].includes(upos[at + 1] ?? 0);
} // biome-ignore format: long condition

/** Those who work for whoever they work with. */
const HIRED =
  /^(?:nationals?|citizens?|employees?|staff|workers?|doctors?|nurses?|translators?|interpreters?|contractors?|volunteers?|journalists?|experts?|engineers?|consultants?|teachers?|people|man|woman|men|women)$/;
const BEING = /^(?:is|are|was|were|'s|’s)$/;

/** A clause that says what something is like, with no word on what is to be. */
function isOpinion(clause: number, { view, roles }: Matcher): boolean {
  if (clause < 0) return false;
  const copula = roles.childBy(clause, REL.cop);
  return copula >= 0 && BEING.test(view.lower[copula] ?? '') && roles.childBy(clause, REL.aux) < 0 && (roles.clauses.open[clause] ?? -1) < 0;
} // biome-ignore format: long condition

const isReluctance = (noun: number, { view: { lower } }: Matcher): boolean =>
  /^(?:hesitancy|hesitation|reluctance|unwillingness|inability|failure|ability|right|willingness|temptation|desire)$/.test(
    lower[noun] ?? '',
  );

/** "Americans in occupied Kuwait". */
const isHeld = (word: number, { view: { lower, relation } }: Matcher): boolean =>
  relation[word] === REL.amod && /^(?:occupied|besieged|blockaded)$/.test(lower[word] ?? '');

const DAMAGING: ReadonlySet<string> = new Set([
  'smash',
  'loot',
  'ransack',
  'vandalise',
  'vandalize',
  'break',
  'burn',
  'torch',
  'trash',
]);
const CROWD =
  /^(?:protests?|protesters?|protestors?|protesting|protested|riots?|rioters?|rioting|rioted|mobs?|crowds?|unrest|demonstrations?|demonstrators?|march|marchers?|clash(?:es|ed)?|rall(?:y|ies)|strike|activists?|students|hooligans|looters?|uprising|youths?|fans|supporters|villagers|residents|thousands|hundreds|dozens)$/;

/** Whether a report tells of any crowd. */
function tellsOfCrowd({ lower, length }: TokenView): boolean {
  for (let at = 0; at < length; at++) if (CROWD.test(lower[at] ?? '')) return true;
  return false;
}

/** Where people live and what they live on: "their homes", burned by those who came with arms, are the people's. */
const HOMES = /^(?:homes?|houses?|huts?|shacks?|tents?|villages?|crops?|fields?|orchards?|farms?|livestock|cattle|shops?|mosques?|churches|church|property|belongings)$/; // biome-ignore format: one table
const RAIDING: ReadonlySet<string | null> = new Set(['MIL', 'REB', 'UAF', 'SEP', 'PRM', 'COP', 'GOV']);
const OWN: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her']);

/** "Opposes abortion", "they support the treaty": in the present, of a thing, and against nobody. */
function isStance(verb: number, others: number, match: Matcher): boolean {
  const { view } = match;
  if (view.upos[verb] !== VERB || others > 0 || !STANCE.has(match.lemma(verb)) || !isInPresent(verb, match)) return false;
  // "I strongly reject it": said is done
  if (/^(?:i|we)$/.test(view.lower[match.roles.clauses.subject[verb] ?? -1] ?? '')) return false;
  const object = match.roles.clauses.object[verb] ?? -1;
  return object < 0 || view.upos[object] === NOUN ? (match.kinds.of(object) & AGREED) === 0 : false;
} // biome-ignore format: long condition

/** A simple present, also with "do"; "has opposed" is told, "will oppose" is ahead. */
function isInPresent(verb: number, { view, roles }: Matcher): boolean {
  if (!GENERAL.has(view.tag(verb))) return false;
  const aux = roles.childBy(verb, REL.aux);
  if (view.tag(verb) === 'VB') return aux >= 0 && /^do(?:es)?$/.test(view.lower[aux] ?? '');
  return aux < 0;
}

/** An adjective or participle beside a noun or in front of a clause, without a verb of its own. */
function isAside(word: number, { view, roles }: Matcher): boolean {
  const link = view.relation[word];
  const aside = link === REL.acl || link === REL.amod || link === REL.advcl;
  return (
    (aside || view.lower[word - 1] === ',') &&
    roles.childBy(word, REL.cop) < 0 &&
    roles.childBy(word, REL['aux:pass']) < 0
  );
}

/** "Warned residents to stay", and not "not to". */
function isAdvised(verb: number, { view, roles }: Matcher): boolean {
  const open = roles.clauses.open[verb] ?? -1;
  return open > verb && view.upos[open] === VERB && view.lower[open - 1] === 'to' && view.lower[open - 2] !== 'not';
}

/** "Warned their citizens against travel", "warned motorists about the road": for their own good. */
const isCautioned = (verb: number, patients: readonly number[], { view, roles }: Matcher): boolean =>
  (roles.obliqueOf(verb, 'against') >= 0 || roles.obliqueOf(verb, 'about') >= 0) && areCaredFor(patients, view);

/** "Its staff": those whom a state or body tells what to do. */
const isOwnStaff = (token: number, match: Matcher): boolean =>
  STAFF.test(match.view.lower[token] ?? '') && isTheirs(token, match);
const STAFF = /^(?:staff|personnel|employees|workers|diplomats|families|dependants|dependents|citizens|nationals)$/;

/** Whom somebody evacuates: the staff of "many of its staff". */
function evacuated(verb: number, { roles }: Matcher): number {
  const object = roles.clauses.object[verb] ?? -1;
  return object < 0 ? -1 : Math.max(object, roles.obliqueOf(object, 'of'));
}

/** What people get into to go somewhere. */
const RIDDEN: ReadonlySet<string> = new Set(['bus', 'train', 'plane', 'flight', 'tractor', 'truck', 'car', 'taxi', 'minibus', 'jet', 'lorry', 'van', 'helicopter', 'coach', 'tram', 'elevator', 'lift']); // biome-ignore format: one table

/** Those between whom pressure is that of arms. */
const FIGHTING: ReadonlySet<string | null> = new Set(['MIL', 'REB', 'UAF', 'SEP', 'PRM']);
/** Where pressure is that of arms. */
const SITES =
  /^(?:checkpoint|position|front|frontline|line|outpost|post|base|camp|stronghold|border|flank|garrison|barrack|town|city|village|defence|defense|enclave)$/;

/** "Its", "their" before a noun. */
const isTheirs = (token: number, { view, roles }: Matcher): boolean =>
  view.upos[roles.childBy(token, REL['nmod:poss'])] === PRON;

/** Those who are told something for their own good, and nobody else. */
const areCaredFor = (patients: readonly number[], { lower }: TokenView): boolean =>
  patients.length > 0 && patients.every((token) => CARED_FOR.test(lower[token] ?? ''));

const CARED_FOR =
  /^(?:citizens|nationals|tourists|travell?ers|motorists|residents|passengers|compatriots|expatriates|visitors|drivers|parents|voters|investors|consumers|pilgrims|students)$/;

/** "A coast guard vessel", "the navy". */
const isAfloat = (token: number, match: Matcher): boolean => AFLOAT.has(match.lemma(token));
const AFLOAT: ReadonlySet<string> = new Set([
  'vessel', 'ship', 'boat', 'cutter', 'frigate', 'destroyer', 'warship', 'trawler', 'tanker', 'gunboat', 'corvette', 'submarine', 'navy', 'guard',
]); // biome-ignore format: one table

/** Somebody with an active verb behind, or led by "by": "alleged the army had fired", not "alleged Holt was poisoned". */
function isAccused(token: number, { view, kinds, roles }: Matcher): boolean {
  if (view.upos[token] === PRON || (kinds.of(token) & PARTY) === 0) return false;
  if (view.relation[token] === REL['obl:agent']) {
    const deed = view.head[token] ?? -1;
    return deed >= 0 && !roles.isLedBy(deed, REL.advmod, NOT);
  }
  for (let at = token + 1; at < token + 8 && view.sentence[at] === view.sentence[token]; at++) {
    // "alleged that the envoy was a spy"
    if (view.relation[at] === REL.cop && roles.clauses.subject[view.head[at] ?? -1] === token) return true;
    if (view.upos[at] === VERB)
      return view.tag(at) !== 'VBN' || !/^(?:was|were|been|is|are|being)$/.test(view.lower[at - 1] ?? '');
  }
  return false;
}
const PARTY = kindMask('party');
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never']);

/** A noun alone between quotation marks. */
const isInQuotes = (noun: number, { text, start, end }: TokenView): boolean =>
  /["“'‘]/.test(text[(start[noun] ?? 0) - 1] ?? '') && /^[,.]?["”'’]/.test(text.slice(end[noun], (end[noun] ?? 0) + 2));

/** The lemma of the nearest verb above a word; '' for none. */
function verbAbove(token: number, match: Matcher): string {
  let at = token;
  for (let steps = 0; steps < 3; steps++) {
    at = match.view.head[at] ?? -1;
    if (at < 0) return '';
    if (match.view.upos[at] === VERB) return match.lemma(at);
  }
  return '';
}

/** Whether the paragraph of a token has such a word. */
function tells(token: number, words: RegExp, { lower, paragraph, length }: TokenView): boolean {
  for (let at = token; at >= 0 && paragraph[at] === paragraph[token]; at--) if (words.test(lower[at] ?? '')) return true;
  for (let at = token + 1; at < length && paragraph[at] === paragraph[token]; at++) if (words.test(lower[at] ?? '')) return true;
  return false;
} // biome-ignore format: long lines

/** Whether something that was done to is a name with a number behind it. */
const isNumbered = (patients: readonly number[], { upos, lower }: TokenView): boolean =>
  patients.some((token) => upos[token] === PROPN && /^\d+\p{L}?$/u.test(lower[token + 1] ?? ''));

/** "Ordered forty jets": bought, where so many are told of and nothing that they are to do. */
function isBought(verb: number, { view, roles }: Matcher): boolean {
  const object = roles.clauses.object[verb] ?? -1;
  if (object < verb || (roles.clauses.open[verb] ?? -1) >= 0 || roles.childBy(object, REL.nummod) < 0) return false;
  const next = object + 1;
  return view.upos[next] === PUNCT || /^(?:in|from|for|last|this)$/.test(view.lower[next] ?? '');
}
