// The statements of a report and its events in the making in, the accusations made within what is said out: "It was a sham," "They are hiding the figures."
import { firstFrom } from '../../text/first-from.ts';
import type { Actor, Found as Cast } from '../actors/actor.ts';
import { ADJ, AUX, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Statement, Found as Statements } from '../statements/statement.ts';
import { censureBit } from './censure.ts';
import type { Coded } from './coder.ts';
import { CALLED, DEED, isDenied, isNoRight, UNSURE, VOTES } from './decried.ts';
import { type Draft, settled, toldDraft } from './draft.ts';
import { type Entry, plainEntry } from './entries.ts';
import { attributeOf, isMotivated, wordsOf } from './evaluated.ts';
import { isMisdeed } from './faulted.ts';
import { innermost } from './links.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';
import { ALLEGED } from './plain-operator.ts';
import { ownerOf } from './receivers.ts';

/** Not what a verb of saying leads in: here a deed is called wrong though nobody is named who did it. */
const CENSURED = plainEntry('ACCUSE', 'disapprove', '111', { frame: 'direct' });
const WRONG = censureBit('wrong');
const BLAMING = censureBit('blaming');
const PERSON = censureBit('person');
const RIGHT = censureBit('right');
const WANTED = censureBit('wanted');
const MISHAP = censureBit('mishap');
const SCHEME = censureBit('scheme');
/** Those who tell, teach and trade have views; they accuse nobody by them. */
export const VIEWING: ReadonlySet<string | null> = new Set(['JRN', 'EDU', 'BUS', 'MED']);
/** Those who can be accused of how they rule or fight. */
const RULING: ReadonlySet<string | null> = new Set([
  'GOV', 'MIL', 'REB', 'COP', 'PRM', 'UAF', 'SPY', 'LEG', 'JUD', 'PTY', 'OPP', 'IGO', 'PRE', 'SEP', 'CRM',
]); // biome-ignore format: one table
/** Acts by which nobody is accused. */
const MILD: ReadonlySet<string> = new Set([
  'ask',
  'thank',
  'praise',
  'support',
  'agree',
  'predict',
  'apologise',
  'deny',
]);
/** What is condemned for itself. */
const BLOWS: ReadonlySet<string> = new Set(['act', 'attack', 'assault', 'raid', 'bombing', 'shelling', 'strike', 'crime', 'murder', 'killing', 'massacre', 'assassination', 'atrocity', 'ambush', 'invasion', 'crackdown']); // biome-ignore format: one table
const OURS = /^(?:i|we|me|us|our|my|ourselves|myself)$/;
const THAT = /^(?:it|this|that|these|those|which|what)$/;
const WAYS = /^(?:way|manner|fashion)$/;
/** So many sentences apart, one goes on accusing. */
const NEAR = 2;

/** What is said wrongly to be done or to be, and of whom; tokens. */
interface Fault {
  readonly word: number;
  /** The one or the deed of which it is said; -1 where it is "this" or nothing. */
  readonly subject: number;
  /** Whether the one of whom it is said does it or is it, and not what they did. */
  readonly own: boolean;
  readonly coded: Entry;
  /** What is said of it, where the words alone do not tell. */
  readonly bits?: number;
}

/** Adds a draft for each, or a wording to the accusation that the same speaker has made. */
export function censuredIn(
  found: Statements,
  drafts: Draft[],
  match: Matcher,
  parties: PartyFinder,
  { actors }: Cast,
): void {
  const { statements } = found;
  const may = statements.map(({ value }) => mayAccuse(value, actors));
  if (!may.includes(true)) return;
  const { view } = match;
  const { upos } = view;
  const at = innermost(view, found);
  const known = new Map<number, Draft>();
  for (const draft of drafts) known.set(draft.coded.trigger, draft);
  for (let token = 0; token < view.length; token++) {
    const index = at[token] as number;
    if (index < 0 || !may[index]) continue;
    const pos = upos[token];
    if (pos !== VERB && pos !== NOUN && pos !== ADJ && pos !== AUX) continue;
    const fault = faultAt(token, match);
    if (!fault) continue;
    const told = known.get(token);
    // "an act of aggression": what it is called, and nobody is told to have done it
    if (told && told.actors.length + told.recipients.length > 0) continue;
    const said = (statements[index] as Statements['statements'][number]).value;
    const whom = accusedBy(said, fault, match, parties, actors);
    if (!whom || isUnsaid(said, match)) continue;
    if (told) told.absorbed = true;
    add(fault, said, whom, drafts, match);
  }
}

/** "A candidate", "a resident": no one who is known. */
export const isAnybody = ({ kind, name, sector }: Actor): boolean =>
  kind === 'person' && !/\p{Lu}/u.test(name) && !RULING.has(sector);

const mayAccuse = ({ speaker, act }: Statement, actors: readonly Actor[]): boolean => {
  const actor = speaker === null ? undefined : actors[speaker];
  if (!actor || MILD.has(act) || VIEWING.has(actor.sector) || isAnybody(actor)) return false;
  return actor.sector !== null || actor.kind === 'state' || /^\p{Lu}/u.test(actor.name);
};

/** The token that begins there; -1 where none does. */
export function tokenAt(start: number, { view }: Matcher): number {
  const token = firstFrom(view.start, start, view.length);
  return view.start[token] === start ? token : -1;
}

/** "Did not say that he was unfit": nobody said so. */
function isUnsaid({ cue }: Statement, match: Matcher): boolean {
  const verb = cue ? tokenAt(cue.start, match) : -1;
  return verb >= 0 && isDenied(verb, match);
}

/** Null where nothing is found fault with, or only perhaps. */
function faultAt(token: number, match: Matcher): Fault | null {
  const { view, roles } = match;
  const { clauses } = roles;
  const pos = view.upos[token];
  if (pos === VERB || (pos === AUX && view.relation[token] !== REL.aux && view.relation[token] !== REL.cop)) {
    // "we were betrayed by the premier"
    const passive = (clauses.passive[token] ?? -1) >= 0;
    // "the arrests are politically motivated"
    if (passive && isMotivated(token, match))
      return isUnsure(token, match) || isDenied(token, match)
        ? null
        : { word: token, subject: clauses.passive[token] as number, own: false, coded: CENSURED, bits: WRONG };
    const subject = passive ? roles.rolesOf(token).agent : (clauses.subject[token] ?? -1);
    if (subject < 0 || !isMisdeed(token, match) || isUnsure(token, match)) return null;
    // "leaders who incite fear": whoever they are
    if (view.relation[token] === REL['acl:relcl'] || view.relation[token] === REL.acl) return null;
    return { word: token, subject, own: true, coded: ALLEGED };
  }
  if (pos !== ADJ && pos !== NOUN) return null;
  const bits = wordsOf(token, match);
  if (pos === ADJ && (bits & (WRONG | BLAMING)) !== 0 && view.relation[token] === REL.amod) return wayOf(token, match);
  if (pos === NOUN && (bits & (SCHEME | WRONG)) === SCHEME && roles.childBy(token, REL.cop) >= 0)
    return schemeAt(token, match);
  const led = pos === NOUN && roles.childBy(token, REL.case) >= 0;
  const called =
    pos === NOUN && !led && (CALLED.has(match.lemma(token)) || BLOWS.has(match.lemma(token)))
      ? attributeOf(token, match)
      : 0;
  const may = bits | called;
  if (may === 0 && !(pos === NOUN && isNoRight(token, match.lemma(token), match))) return null;
  // "there was a lack of transparency"
  const being = view.head[token] ?? -1;
  const unexcused = pos === NOUN ? unexcusedBy(token, match) : -1;
  if (unexcused >= 0)
    return isUnsure(view.head[token] ?? token, match)
      ? null
      : { word: token, subject: unexcused, own: false, coded: CENSURED, bits: WRONG };
  const there =
    pos === NOUN &&
    view.relation[token] === REL.nsubj &&
    (view.lower[being - 1] === 'there' || view.lower[being - 2] === 'there');
  if (there ? (bits & WRONG) === 0 || isUnsure(view.head[token] ?? token, match) : roles.childBy(token, REL.cop) < 0)
    return null;
  if (roles.childBy(token, REL.case) >= 0 && bits === 0) return null;
  // "it would be an outrage if it were closed": said of what is under way
  const feared = pos === NOUN && (bits & WRONG) !== 0 && view.lower[roles.childBy(token, REL.aux)] === 'would';
  if (!feared && isUnsure(token, match)) return null;
  const it = view.lower[clauses.subject[token] ?? -1] === 'it';
  if (
    (it && pos === ADJ && clauseBehind(token, match) < 0) ||
    view.relation[token] === REL['acl:relcl'] ||
    view.relation[token] === REL.acl
  )
    return null;
  if (isAny(clauses.subject[token] ?? -1, match)) return null;
  const denied = isDenied(token, match);
  const wanting = denied && ((may & (RIGHT | WANTED)) !== 0 || isNoRight(token, match.lemma(token), match));
  const wrong = !denied && (may & (WRONG | BLAMING | PERSON)) !== 0 && ((may & MISHAP) === 0 || (may & WRONG) !== 0);
  if (!wanting && !wrong) return null;
  const subject = clauses.subject[token] ?? -1;
  // "it is unacceptable that Dorvania flies over the islands": what they do there is; "a shameful act by the premier"
  const bare = subject < 0 || (view.upos[subject] === PRON && THAT.test(view.lower[subject] ?? ''));
  const by = bare && pos === NOUN ? roles.obliqueOf(token, 'by') : -1;
  // "it was a cowardly attack"
  if (bare && by < 0 && wrong && pos === NOUN && BLOWS.has(match.lemma(token)) && (called & (WRONG | BLAMING)) !== 0)
    return { word: token, subject, own: false, coded: CENSURED, bits: WRONG };
  if (by >= 0) return { word: token, subject: by, own: true, coded: CENSURED };
  const that = subject < 0 || view.lower[subject] === 'it' ? clauseBehind(token, match) : -1;
  return { word: token, subject: that < 0 ? subject : that, own: that >= 0 || (may & PERSON) !== 0, coded: CENSURED };
}

/** "There is no justification for the raid": the deed that has none; -1 where nothing of the kind is said. */
function unexcusedBy(noun: number, match: Matcher): number {
  const { view, roles } = match;
  if (!EXCUSES.has(match.lemma(noun)) || view.lower[roles.childBy(noun, REL.det)] !== 'no') return -1;
  const being = view.head[noun] ?? -1;
  if (being < 0 || (view.lower[being - 1] !== 'there' && view.lower[being - 2] !== 'there')) return -1;
  const deed = roles.obliqueOf(noun, 'for');
  return deed > noun && view.upos[deed] === NOUN ? deed : -1;
}
const EXCUSES: ReadonlySet<string> = new Set(['justification', 'excuse']);

/** "Not every act": no one. */
const isAny = (noun: number, { view, roles }: Matcher): boolean =>
  noun >= 0 && /^(?:any|every|no|some|each)$/.test(view.lower[roles.childBy(noun, REL.det)] ?? '');

/** "A move by the premier to silence the press", "their offer is a ploy to win time": of whoever makes it. */
function schemeAt(token: number, match: Matcher): Fault | null {
  const { view, roles } = match;
  const { first, next } = roles.children;
  let aimed = false;
  for (let child = first[token] as number; child >= 0; child = next[child] as number)
    if (child > token && view.upos[child] === VERB && view.lower[child - 1] === 'to') aimed = true;
  if (!aimed || isUnsure(token, match) || isDenied(token, match)) return null;
  const by = roles.obliqueOf(token, 'by');
  const subject = by >= 0 ? by : (roles.clauses.subject[token] ?? -1);
  return subject < 0 ? null : { word: token, subject, own: by >= 0, coded: ALLEGED };
}

/** Whose deed the clause behind a judgment tells; -1 where there is none. */
function clauseBehind(word: number, { view, roles }: Matcher): number {
  const { first, next } = roles.children;
  for (let child = first[word] as number; child >= 0; child = next[child] as number)
    if (
      child > word &&
      (view.relation[child] === REL.csubj || view.relation[child] === REL.ccomp) &&
      roles.childBy(child, REL.mark) >= 0
    )
      return roles.rolesOf(child).agent;
  return -1;
}

/** "Put down the marches in an unlawful way": of those who did. */
function wayOf(adjective: number, match: Matcher): Fault | null {
  const { view, roles } = match;
  const way = view.head[adjective] ?? -1;
  const verb = view.head[way] ?? -1;
  if (verb < 0 || !WAYS.test(view.lower[way] ?? '') || view.upos[verb] !== VERB || isUnsure(verb, match)) return null;
  const { agent } = roles.rolesOf(verb);
  return agent < 0 || isDenied(verb, match) ? null : { word: adjective, subject: agent, own: true, coded: ALLEGED };
}

/** Asked, wished, feared or on a condition. */
function isUnsure(word: number, { view, roles, parsed }: Matcher): boolean {
  if (roles.isLedBy(word, REL.mark, UNSURE) || roles.isLedBy(word, REL.aux, UNSURE)) return true;
  const { endToken } = parsed.text.sentences;
  const last = (endToken[view.sentence[word] ?? 0] ?? 0) - 1;
  if (view.lower[last] === '?' || view.lower[last - 1] === '?') return true;
  // "will lie", "to lie": nobody has
  const { first, next } = roles.children;
  for (let child = first[word] as number; child >= 0 && child < word; child = next[child] as number) {
    const lower = view.lower[child] ?? '';
    if (view.relation[child] === REL.aux && (lower === 'will' || lower === "'ll" || lower === 'must')) return true;
    if (view.relation[child] === REL.mark && (lower === 'to' || lower === 'unless' || lower === 'lest')) return true;
  }
  return false;
}

/** Those accused; empty where it is a deed whose doer no words tell; null where nobody is. */
function accusedBy(
  said: Statement,
  { subject, own, word, coded, bits: given }: Fault,
  match: Matcher,
  parties: PartyFinder,
  actors: readonly Actor[],
): readonly number[] | null {
  const { view, roles, kinds } = match;
  const bits = given ?? wordsOf(word, match);
  const speaker = said.speaker as number;
  const heard = actors[speaker]?.sector !== null || actors[speaker]?.kind === 'state';
  const bare = subject < 0 || (view.upos[subject] === PRON && THAT.test(view.lower[subject] ?? ''));
  if (bare) {
    if (own || !heard || coded !== CENSURED || roles.childBy(word, REL.csubj) >= 0) return null;
    return view.upos[word] === NOUN && (bits & WRONG) !== 0 ? [] : null;
  }
  if (OURS.test(view.lower[subject] ?? '')) return null;
  if (view.lower[subject] === 'you')
    return said.addressee !== null && isBlamable(actors[said.addressee]) ? [said.addressee] : null;
  const whose = roles.childBy(subject, REL['nmod:poss']);
  if (whose >= 0 && OURS.test(view.lower[whose] ?? '')) return null;
  const named = parties.of([subject]);
  if (named.includes(speaker)) return null;
  const blamed = named.filter((one) => isBlamable(actors[one]) && !isOwnSide(speaker, one, actors));
  if (blamed.length > 0) return blamed;
  if (named.some((one) => isOwnSide(speaker, one, actors))) return null;
  // "her policy has betrayed the miners": whose it is
  if ((own && !(coded === ALLEGED && (kinds.of(subject) & DEED) !== 0)) || view.upos[subject] !== NOUN) return null;
  const owner = ownerOf(match, subject);
  const owned = owner < 0 ? [] : parties.of([owner]);
  if (owned.includes(speaker)) return null;
  if (owned.some((one) => isBlamable(actors[one]))) return owned;
  return heard &&
    !own &&
    (bits & (WRONG | RIGHT)) !== 0 &&
    ((kinds.of(subject) & DEED) !== 0 || VOTES.has(match.lemma(subject)))
    ? []
    : null;
}

/** A state of its own officials, a court of its judges: what they say of it is said of themselves. */
export function isOwnSide(speaker: number, other: number, actors: readonly Actor[]): boolean {
  const [one, two] = [actors[speaker], actors[other]];
  if (!one || !two || speaker === other) return speaker === other;
  if (one.country !== two.country) return false;
  return two.kind === 'state'
    ? one.sector === 'GOV' || one.sector === 'MIL'
    : one.sector === two.sector && OFFICES.has(one.sector);
}
const OFFICES: ReadonlySet<string | null> = new Set(['JUD', 'COP', 'MIL', 'SPY']);

/** Whether one can be accused of how they rule or fight. */
export const isBlamable = (actor: Actor | undefined): boolean =>
  actor !== undefined && (actor.kind === 'state' || RULING.has(actor.sector));

function add(
  { word, subject, coded: entry }: Fault,
  said: Statement,
  whom: readonly number[],
  drafts: Draft[],
  match: Matcher,
): void {
  const { view } = match;
  const speaker = said.speaker as number;
  for (const draft of drafts) {
    const into = settled(draft);
    if (into.code.type !== 'ACCUSE' || !into.actors.includes(speaker)) continue;
    const apart = Math.min(
      ...[into.coded.trigger, ...into.others].map((one) =>
        Math.abs((view.sentence[one] ?? 0) - (view.sentence[word] ?? 0)),
      ),
    );
    if (apart > NEAR || (apart > 0 && view.paragraph[into.coded.trigger] !== view.paragraph[word])) continue;
    if (whom.length > 0 && into.recipients.length > 0 && !whom.some((one) => into.recipients.includes(one))) continue;
    if (into.recipients.length === 0) into.recipients = [...whom];
    into.others.push(word);
    return;
  }
  // "is a sham": the noun alone would say nothing
  const copula = match.roles.childBy(word, REL.cop);
  const being = copula >= 0 || view.relation[word] !== REL.nsubj ? copula : (view.head[word] ?? -1);
  const coded: Coded = {
    code: entry, trigger: word, clause: word, agents: [], patients: subject < 0 ? [] : [subject], mutual: false, operators: being < 0 ? [] : [being], consumed: [], entry, path: `said + ${match.lemma(word)}`,
  }; // biome-ignore format: one record
  insertDraft(drafts, toldDraft(coded, [speaker], whom));
}

/** Puts a draft where its words stand. */
export function insertDraft(drafts: Draft[], draft: Draft): void {
  let place = drafts.length;
  while (place > 0 && (drafts[place - 1] as Draft).coded.trigger > draft.coded.trigger) place--;
  drafts.splice(place, 0, draft);
}
