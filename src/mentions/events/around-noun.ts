// A noun for a meeting, a visit or a deed in, who took part in it or underwent it by the verb that it hangs from out.

import { namedAt } from '../actors/lexicon.ts';
import { ADJ, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { chargedThat } from './charged-that.ts';
import type { Coder } from './coder.ts';
import type { Entry } from './entries.ts';
import { isHeld } from './held-by.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { DAYS } from './role-words.ts';

const PARTY = kindMask('party');
const ATTENDING: ReadonlySet<string> = new Set(['after', 'following', 'during']);

/** "Left on a visit to Velmar", "leads a delegation on a visit": who does what the visit is the occasion of. */
export function travels(coder: Coder, noun: number): number {
  const { view, roles } = coder.match;
  // "is on a visit"
  const subject = subjectOf(coder, noun);
  if (subject >= 0) return subject;
  let up = view.head[noun] ?? -1;
  if (up >= 0 && view.relation[noun] === REL.nmod && view.upos[up] === NOUN) up = view.head[up] ?? -1;
  return up >= 0 && view.upos[up] === VERB ? roles.rolesOf(up).agent : -1;
}

/** Of whom a noun with "is" tells, also where it goes on behind a verb: "has recalled its envoy and is in talks with Holt"; -1 for nobody. */
function subjectOf({ match }: Coder, noun: number): number {
  const { view, roles } = match;
  const own = roles.clauses.subject[noun] ?? -1;
  const up = view.head[noun] ?? -1;
  if (own >= 0 || view.relation[noun] !== REL.conj || up < 0 || up > noun || roles.childBy(noun, REL.cop) < 0)
    return own;
  if (view.upos[up] !== VERB) return roles.clauses.subject[up] ?? -1;
  const { agent, patient, passive } = roles.rolesOf(up);
  return passive ? patient : agent;
}

const PRESENT: ReadonlySet<string> = new Set(['in', 'at', 'during', 'after', 'following']);

/** Who comes for talks holds them. */
const COMING: ReadonlySet<string> = new Set([
  'arrive',
  'travel',
  'fly',
  'come',
  'go',
  'head',
  'join',
  'meet',
  'visit',
  'return',
  'gather',
  'sit',
]);

const AIMED_AT: ReadonlySet<string> = new Set(['target', 'targets', 'victim', 'victims']);
const REMOVING: ReadonlySet<string> = new Set(['remove', 'oust', 'topple', 'depose', 'overthrow', 'unseat']);

/** "Velmar was the target of an attack", "a coup removed Holt": whom it was done to; -1 for nobody. */
export function targetOf({ match }: Coder, noun: number, { type }: Entry): number {
  const { view, roles } = match;
  if (type === 'ACCUSE') return chargedThat(noun, match);
  const up = view.head[noun] ?? -1;
  if (up < 0) return -1;
  const { subject, object } = roles.clauses;
  if (type === 'ASSAULT' && AIMED_AT.has(view.lower[up] ?? '') && roles.caseOf(noun) === 'of') return subject[up] ?? -1;
  const removed = type === 'COERCE' && view.relation[noun] === REL.nsubj && REMOVING.has(view.parsed.words.lemma(up));
  return removed ? (object[up] ?? -1) : -1;
}

/** What one does with a meeting that one is at. */
const CARRIED_ON: ReadonlySet<string> = new Set([
  'wrap', 'conclude', 'end', 'finish', 'complete', 'begin', 'start', 'open', 'resume', 'continue', 'attend', 'leave', 'join', 'chair', 'host', 'pause', 'suspend',
  'increase', 'expand', 'deepen', 'strengthen', 'boost', 'enhance', 'intensify', 'develop', 'maintain', 'extend',
]); // biome-ignore format: one table
const COUNTED: ReadonlySet<string> = new Set([
  'days', 'day', 'hours', 'hour', 'weeks', 'months', 'round', 'rounds', 'series', 'night', 'minutes', 'pair', 'number', 'string', 'marathon',
]); // biome-ignore format: one table

/** "Wrapped up a meeting with Holt", "ending a two-day visit": who was at it; -1 for none. */
export function carriedOn(coder: Coder, noun: number): number {
  const { view, roles } = coder.match;
  const up = view.head[noun] ?? -1;
  if (up < 0 || view.upos[up] !== VERB || view.relation[noun] !== REL.obj || !CARRIED_ON.has(coder.match.lemma(up)))
    return -1;
  const { agent, passive } = roles.rolesOf(up);
  return !passive && agent >= 0 && agent !== noun && coder.isActor(agent) ? agent : -1;
}

/** "Urged restraint in talks with Holt": the subject of the verb that the meeting hangs from; -1 for none. */
export function present(coder: Coder, noun: number): number {
  const { view, roles } = coder.match;
  // "after two days of talks with Holt"
  let at = noun;
  if (view.relation[at] === REL.nmod && roles.caseOf(at) === 'of' && COUNTED.has(view.lower[view.head[at] ?? at] ?? ''))
    at = view.head[at] as number;
  const up = view.head[at] ?? -1;
  // "is in talks with Holt"
  const whose = roles.caseOf(noun) === 'in' ? subjectOf(coder, noun) : -1;
  if (whose >= 0 && whose < noun && (coder.isActor(whose) || (coder.match.kinds.of(whose) & PARTY) !== 0)) return whose;
  const held = carriedOn(coder, at);
  if (held >= 0) return held;
  const before = upcoming(coder, at);
  if (before >= 0) return before;
  // "is in Velmar for talks with Holt"
  const led = roles.caseOf(at);
  const guest = up >= 0 && led === 'for' && view.upos[up] === PROPN ? (roles.clauses.subject[up] ?? -1) : -1;
  if (guest >= 0 && guest !== at && coder.isActor(guest)) return guest;
  if (up < 0 || view.relation[at] !== REL.obl || view.upos[up] !== VERB) return -1;
  // "arrived in Velmar for talks with Holt"
  if (!PRESENT.has(led) && !(led === 'for' && COMING.has(coder.match.lemma(up)))) return -1;
  const { agent, patient, passive } = roles.rolesOf(up);
  // "Holt was arrested after talks with them": Holt had talked
  if (passive) return ATTENDING.has(led) && isPerson(coder, patient) && patient < at ? patient : -1;
  if (agent < 0 || agent === at) return -1;
  if (coder.isActor(agent) || view.upos[agent] === PROPN) return agent;
  // "van der Holt told reporters"
  let name = agent;
  while (view.relation[name + 1] === REL.flat && name + 1 < at) name++;
  return name > agent && coder.isActor(name) ? name : -1;
}

const isPerson = ({ cast }: Coder, token: number): boolean => cast.kindOf(cast.at(token)) === 'person';

/** "Kept away pending talks with Holt", "put it off ahead of talks with Holt": who does so before a meeting; -1 for none. */
function upcoming(coder: Coder, noun: number): number {
  const { view, roles } = coder.match;
  let verb = view.head[noun] ?? -1;
  if (verb < 0 || verb > noun) return -1;
  if (view.lower[verb] === 'ahead' && roles.caseOf(noun) === 'of') verb = view.head[verb] ?? -1;
  else {
    let led = noun - 1;
    while (led > verb && led > noun - 4 && (view.upos[led] === DET || view.upos[led] === ADJ) && view.lower[led] !== 'pending') led--;
    if (view.lower[led] !== 'pending' && view.lower[led] !== 'before') return -1;
  }
  if (verb < 0 || verb > noun || view.upos[verb] !== VERB) return -1;
  const { agent, passive } = roles.rolesOf(verb);
  return !passive && agent >= 0 && agent !== noun && coder.isActor(agent) ? agent : -1;
} // biome-ignore format: long conditions

/** The one told, asked or urged in a meeting; -1 for none. */
export function toldThere(coder: Coder, noun: number): number {
  const { match } = coder;
  const verb = match.view.head[noun] ?? -1;
  if (verb < 0 || match.view.upos[verb] !== VERB || !TELLING.has(match.lemma(verb))) return -1;
  const { object, indirect } = match.roles.clauses;
  const told = Math.max(object[verb] ?? -1, indirect[verb] ?? -1);
  return told > verb && coder.isActor(told) ? told : -1;
}
const TELLING: ReadonlySet<string> = new Set([
  'tell',
  'ask',
  'urge',
  'assure',
  'press',
  'warn',
  'thank',
  'encourage',
  'inform',
  'congratulate',
  'remind',
  'invite',
]);

/** "After talks in Velmar, the envoy said": who does what the sentence tells took part. */
export function attended(coder: Coder, noun: number): number {
  const { view, roles } = coder.match;
  let opens = noun;
  while (opens > 0 && view.sentence[opens - 1] === view.sentence[noun] && noun - opens < 6) opens--;
  const first = view.lower[opens] ?? '';
  const led = roles.caseOf(noun) || (view.lower[noun - 1] ?? '');
  // "in a phone call on Monday, Holt told"
  if (
    led === 'in' &&
    coder.match.roles.childBy(noun, REL.det) >= 0 &&
    /^an?$/.test(view.lower[coder.match.roles.childBy(noun, REL.det)] ?? '')
  ) {
    const verb = view.head[noun] ?? -1;
    if (verb < 0 || view.relation[noun] !== REL.obl || view.upos[verb] !== VERB) return -1;
    // "told Holt in a phone call"
    if (verb < noun && toldThere(coder, noun) < 0) return -1;
    const { agent, passive } = roles.rolesOf(verb);
    return !passive && agent >= 0 && agent !== noun && coder.isActor(agent) ? agent : -1;
  }
  if (
    !ATTENDING.has(led) &&
    !(ATTENDING.has(first) && (opens === 0 || view.sentence[opens - 1] !== view.sentence[noun]))
  )
    return -1;
  const up = view.head[noun] ?? -1;
  if (up >= 0 && view.relation[noun] === REL.obl && view.upos[up] === VERB && ATTENDING.has(led)) {
    const { agent, passive } = roles.rolesOf(up);
    if (!passive && agent >= 0 && agent !== noun) return agent;
  }
  // at the head of a sentence: what stands between the comma and the verb
  if (!ATTENDING.has(first)) return -1;
  for (let at = noun + 1; at < view.length && at < noun + 20 && view.sentence[at] === view.sentence[noun]; at++) {
    if (view.lower[at] !== ',') continue;
    const subject = nounAfter(coder, at, noun);
    const next = view.upos[subject + 1];
    return subject >= 0 && (next === VERB || next === AUX || next === ADV) && coder.isActor(subject) ? subject : -1;
  }
  return -1;
}

/** The noun that ends the phrase which a preposition opens, as the words stand; -1 when none does. */
export function nounAfter(coder: Coder, preposition: number, noun: number): number {
  const { view } = coder.match;
  let last = -1;
  for (let at = preposition + 1; at < view.length && at <= preposition + 12; at++) {
    if (view.sentence[at] !== view.sentence[noun]) break;
    const pos = view.upos[at];
    const word = view.lower[at] ?? '';
    // "an attack on the Saudi-led coalition"
    const past = pastCompound(at, view);
    if (past > at) {
      if (last >= 0) break;
      at = past;
      continue;
    }
    // "the killing of a 20-year-old student"
    if (last < 0 && AGE.test(word) && view.lower[at + 1] === '-' && view.lower[at + 2] === 'old') {
      at += 2;
      continue;
    }
    if (pos === NOUN || pos === PROPN) {
      if (DAYS.has(word)) break;
      last = at;
      // "Kyiv on Monday": a name is whole before what is no name
    } else if (pos === PRON) {
      if (last < 0 && isOfAnother(at, coder.match)) continue;
      return last < 0 ? at : last;
    } else if (word === "'s" || word === '’s' || ((word === "'" || word === '’') && last === at - 1)) last = -1;
    else if (pos === DET || pos === NUM) {
      if (last >= 0) break;
    } else if (pos === ADJ || word === '-' || word === '.') {
      // "Kyiv last week"
      if (last >= 0 && pos === ADJ && !isName(view, at)) break;
    } else if (pos === ADV && last < 0) continue;
    // "between Kestrian and Velmarian officials", "between Kestrian and separatist officials"
    else if (word === 'and' && last < 0 && isPairOfQualities(view, at)) continue;
    // "by the U.S. and Kenyan militaries": the noun of both
    else if (word === 'and' && last === at - 1 && isPairOfLands(view, at)) continue;
    else break;
  }
  return last;
}

/** "His Iraqi counterpart", "its rivals": whose they are is somebody else. */
const isOfAnother = (pronoun: number, { view, kinds }: Coder['match']): boolean => {
  const other = view.head[pronoun] ?? -1;
  if (view.relation[pronoun] !== REL['nmod:poss'] || other < pronoun) return false;
  // "her lawyer" is somebody else, "its members" are a body's own
  if (OTHERS.test(view.lower[other] ?? '')) return true;
  return HERS.test(view.lower[pronoun] ?? '') && (kinds.of(other) & SOMEBODY) === PERSON;
};
const PERSON = kindBit('person');
const SOMEBODY = PERSON | kindBit('forces') | kindBit('body');
const AGE = /^(?:years?|months?|weeks?|days?)$/;
const HERS = /^(?:his|her|my)$/;
const OTHERS =
  /^(?:counterpart|colleague|rival|opponent|adversar(?:y|ie)|enem(?:y|ie)|foe|host|neighbou?r|predecessor|successor)s?$/;

/** The participle of a word that a hyphen ties to a name or a noun: "Saudi-led", "judge-led"; the token itself where it is in none. */
export function pastCompound(at: number, { lower, upos, end, start }: TokenView): number {
  const pos = upos[at];
  // "the so-called Islamic State" too
  if (pos !== NOUN && pos !== PROPN && pos !== ADJ && pos !== ADV) return at;
  const tied = lower[at + 1] === '-' && end[at] === start[at + 1] && end[at + 1] === start[at + 2];
  // "strikes on rebel-held suburbs": those who hold them are struck
  return tied && upos[at + 2] === VERB && !isHeld(lower[at + 2] ?? '') ? at + 2 : at;
}

const isPairOfQualities = (view: TokenView, and: number): boolean =>
  view.upos[and - 1] === ADJ && view.upos[and + 1] === ADJ && isName(view, and - 1);

/** "The U.S. | and Kenyan militaries": of two lands the first has no adjective. */
const isPairOfLands = (view: TokenView, and: number): boolean =>
  namedAt(view, and - 1)?.entry.kind === 'state' &&
  namedAt(view, and + 1)?.entry.use === 'adjective' &&
  view.upos[and + 2] === NOUN &&
  view.tag(and + 2) === 'NNS';

const isName = (view: TokenView, token: number) => {
  const code = view.text.charCodeAt(view.start[token] ?? 0);
  return code >= 65 && code <= 90;
};

const ONES: ReadonlySet<string> = new Set(['its', 'his', 'her', 'their']);

/** What one does with praise and help that others give. */
const GETTING: ReadonlySet<string> = new Set([
  'receive',
  'get',
  'win',
  'gain',
  'earn',
  'secure',
  'pick',
  'land',
  'collect',
  'garner',
  'draw',
]);

/** Of "allowing Velmar to buy arms for its fight": Velmar, who is to do it, where "its" stands; -1 in "won its first praise", which is others'; the possessor itself otherwise. */
export function allowedOwner(owner: number, noun: number, { view, roles }: Matcher): number {
  if (view.upos[owner] !== PRON || !ONES.has(view.lower[owner] ?? '')) return owner;
  const verb = view.head[noun] ?? -1;
  if (verb >= 0 && verb < noun && view.relation[noun] === REL.obj && GETTING.has(roles.parsed.words.lemma(verb)))
    return -1;
  if (verb < 0 || verb > noun || view.relation[verb] !== REL.xcomp || view.tag(verb) !== 'VB') return owner;
  const up = view.head[verb] ?? -1;
  const told = up < 0 || up > verb ? -1 : Math.max(roles.clauses.object[up] ?? -1, roles.clauses.indirect[up] ?? -1);
  return told > up && told < verb && view.upos[told] === PROPN && roles.rolesOf(verb).agent === told ? told : owner;
}
