// A gerund or noun that names an event in, whether the words around it make it somebody else's doing or what only may come, out.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { POINTING } from './role-words.ts';
import type { RoleReader } from './roles.ts';

/** Verbs of what somebody is kept from, made to or heard of doing: the gerund behind their object is theirs. */
const PREVENTING: ReadonlySet<string> = new Set([
  'stop', 'prevent', 'keep', 'avoid', 'risk', 'imagine', 'mind', 'start', 'leave', 'have', 'get', 'want', 'fear', 'discourage', 'ban', 'oppose',
]); // biome-ignore format: one table

/** "Fighters firing": a gerund right behind an object that no such verb governs. */
export function isOfObject(gerund: number, verb: number, view: TokenView, roles: RoleReader): boolean {
  if (view.tag(gerund) !== 'VBG' || view.upos[verb] !== VERB || roles.caseOf(gerund) !== '') return false;
  const object = roles.clauses.object[verb] ?? -1;
  return (
    object > verb &&
    object === gerund - 1 &&
    view.upos[object] === NOUN &&
    !PREVENTING.has(roles.parsed.words.lemma(verb))
  );
}

/** The verb whose subject a gerund is, which parsers hang from the saying above; -1 for none. */
export function gerundOf(link: number, up: number, roles: RoleReader): number {
  if (link === REL.csubj || link === REL.nsubj) return up;
  const lemma = link === REL.xcomp ? roles.parsed.words.lemma(up) : '';
  return lemma === 'say' || lemma === 'think' || lemma === 'believe' ? (roles.clauses.complement[up] ?? -1) : -1;
}

/** Whether a verb has "would", "could" or the like. */
export function isModal(verb: number, view: TokenView, roles: RoleReader): boolean {
  if (verb < 0) return false;
  let modal = false;
  eachChild(roles.parsed, verb, (child) => {
    if (child < verb && view.relation[child] === REL.aux && MAYBE.has(view.lower[child] ?? '')) modal = true;
  });
  return modal;
}

/** "That he be freed": a passive with a bare "be", no modal and no "to". */
export function isWished(verb: number, view: TokenView, roles: RoleReader): boolean {
  if (view.upos[verb] !== VERB) return false;
  let bare = false;
  let other = false;
  eachChild(roles.parsed, verb, (child) => {
    const link = view.relation[child];
    if (child > verb) return;
    if (link === REL['aux:pass'] && view.lower[child] === 'be') bare = true;
    else if (link === REL.aux || (link === REL.mark && view.lower[child] === 'to')) other = true;
  });
  return bare && !other && view.lower[verb - 1] === 'be' && (roles.clauses.passive[verb] ?? -1) >= 0;
}

const MAYBE: ReadonlySet<string> = new Set(['could', 'would', 'might', 'may', 'can']);

/** "Dorvanian strikes on the town could harm the talks": several that no word says are known, of which only what they might do is told. */
export function isOnlyMeant(noun: number, verb: number, view: TokenView, roles: RoleReader): boolean {
  if (view.upos[noun] !== NOUN || view.upos[verb] !== VERB || (view.tag(noun) !== 'NNS' && !isSome(noun, view, roles)))
    return false;
  if (!isModal(verb, view, roles)) return false;
  let known = false;
  eachChild(roles.parsed, verb, (child) => {
    if (view.relation[child] === REL.aux && view.lower[child] === 'have') known = true;
  });
  if (known) return false;
  eachChild(roles.parsed, noun, (child) => {
    const link = view.relation[child];
    if (
      child < noun &&
      !SOME.test(view.lower[child] ?? '') &&
      (link === REL.det || link === REL['nmod:poss'] || link === REL.nummod)
    )
      known = true;
  });
  return !known;
}

const SOME = /^an?$/;
/** "An attack would plunge the region into war". */
const isSome = (noun: number, view: TokenView, roles: RoleReader): boolean =>
  SOME.test(view.lower[roles.childBy(noun, REL.det)] ?? '');

const FEARED: ReadonlySet<string> = new Set([
  'fear', 'fears', 'threat', 'risk', 'danger', 'possibility', 'prospect', 'likelihood', 'chance', 'potential',
]); // biome-ignore format: one table
const SOUGHT: ReadonlySet<string> = new Set([
  'warrant',
  'warrants',
  'reward',
  'bounty',
  'hunt',
  'search',
  'plan',
  'plans',
  'readiness',
  'preparedness',
  'preparations',
  'pretext',
]);

const ASKED: ReadonlySet<string> = new Set([
  'demand',
  'proposal',
  'plan',
  'request',
  'aim',
  'goal',
  'option',
  'call',
  'motion',
  'resolution',
  'petition',
  'appeal',
  'measure',
  'bill',
  'draft',
]);

/** "The fear of aggression", "information leading to the arrest", "a warrant for his arrest": nobody says that it came. */
export function isOnlySought(noun: number, view: TokenView, roles: RoleReader): boolean {
  const up = view.head[noun] ?? -1;
  if (up < 0) return false;
  const led = roles.caseOf(noun);
  const above = view.lower[up] ?? '';
  // "their demand includes the resignation of Holt"
  const asked = tellsWhat(noun, view, roles);
  if (asked >= 0 && view.upos[asked] === NOUN && ASKED.has(roles.parsed.words.lemma(asked))) return true;
  // "in the event of an attack"
  if (led === 'of')
    return (
      view.relation[noun] === REL.nmod && (FEARED.has(above) || (above === 'event' && view.lower[up - 1] === 'the'))
    );
  // "calls for a withdrawal, and for the deployment of troops"
  const asking = view.relation[noun] === REL.conj ? (view.head[up] ?? -1) : up;
  if (led === 'for' && asking >= 0 && CALLING.has(roles.parsed.words.lemma(asking))) return true;
  // "a reward has been offered for his capture"
  if (led === 'for')
    return (
      SOUGHT.has(above) ||
      SOUGHT.has(view.lower[roles.clauses.passive[up] ?? -1] ?? '') ||
      SOUGHT.has(view.lower[roles.clauses.object[up] ?? -1] ?? '')
    );
  // "talks on a ceasefire", against "talks on the annexation"
  if ((led === 'on' || led === 'about' || led === 'over') && view.relation[noun] === REL.nmod && TALKS.has(above))
    return !POINTING.has(view.lower[roles.childBy(noun, REL.det)] ?? '') && roles.childBy(noun, REL['nmod:poss']) < 0;
  return led === 'to' && above === 'leading';
}

/** "The demand includes", "demands have grown to include", "range from the release to": the subject whose content a noun is; -1 for none. */
function tellsWhat(noun: number, view: TokenView, { clauses }: RoleReader): number {
  const at = view.relation[noun] === REL.conj ? (view.head[noun] ?? -1) : noun;
  const up = view.head[at] ?? -1;
  if (up < 0 || view.upos[up] !== VERB) return -1;
  const link = view.relation[at];
  if (link !== REL.obj && !(link === REL.obl && /^(?:expand|grow|range)/.test(view.lower[up] ?? ''))) return -1;
  const above = view.lower[up] === 'include' && view.lower[up - 1] === 'to' ? (view.head[up] ?? up) : up;
  return clauses.subject[above] ?? -1;
}

/** Whose topic need not have come. */
const TALKS: ReadonlySet<string> = new Set([
  'talks', 'negotiations', 'discussions', 'consultations', 'dialogue', 'talk', 'discussion', 'debate', 'decision', 'referendum', 'vote',
]); // biome-ignore format: one table
const CALLING: ReadonlySet<string> = new Set(['call', 'appeal', 'plead', 'push', 'press', 'lobby', 'campaign']);

/** Whether a verb has a finite auxiliary of its own or is in the past. */
export function hasTense(verb: number, view: TokenView, roles: RoleReader): boolean {
  if (view.tag(verb) === 'VBD' || view.tag(verb) === 'VBZ') return true;
  const aux = view.lower[roles.childBy(verb, REL.aux)] ?? '';
  return aux === 'have' || aux === 'has' || aux === 'had';
}

/** Of what one only talks. */
export const MUSING: ReadonlySet<string> = new Set([
  'talk',
  'speak',
  'think',
  'dream',
  'joke',
  'fantasise',
  'fantasize',
  'speculate',
  'muse',
]);

const ASKING: ReadonlySet<string> = new Set([
  'did',
  'do',
  'does',
  'has',
  'have',
  'had',
  'is',
  'are',
  'was',
  'were',
  'will',
  'would',
  'can',
  'could',
  'should',
  'may',
  'might',
]);
const asked = new WeakMap<TokenView, Uint8Array>();

/** "Did the firm refuse to pay?": whether a token's sentence asks if something is so. */
export function isAsked(token: number, view: TokenView): boolean {
  let questions = asked.get(view);
  if (!questions) {
    questions = questionsOf(view);
    asked.set(view, questions);
  }
  return questions[view.sentence[token] ?? 0] === 1;
}

/** By sentence, 1 where an auxiliary opens it and a question mark ends it. */
function questionsOf({ lower, sentence, length }: TokenView): Uint8Array {
  const questions = new Uint8Array(length === 0 ? 0 : (sentence[length - 1] ?? 0) + 1);
  let from = 0;
  for (let at = 0; at < length; at++) {
    if (at + 1 < length && sentence[at + 1] === sentence[at]) continue;
    const first = /^["“'‘]/.test(lower[from] ?? '') ? from + 1 : from;
    const ends = lower[at] === '?' || lower[at - 1] === '?';
    if (ends && ASKING.has(lower[first] ?? '')) questions[sentence[at] ?? 0] = 1;
    from = at + 1;
  }
  return questions;
}

/** "Used mortars to": a thing stands between, against "used to". */
export const isUsed = (verb: number, purpose: number, { parsed, clauses }: RoleReader): boolean => {
  const thing = clauses.object[verb] ?? -1;
  return thing > verb && thing < purpose && parsed.words.lemma(verb) === 'use';
};

/** "Has seized the camp, overrun nine posts and burned": a participle that looks like the bare form. */
export function isParticipleToo(verb: number, view: TokenView): boolean {
  const form = view.tag(view.head[verb] ?? verb);
  const word = view.lower[verb] ?? '';
  // "closed its border and put its army on alert": a past tense too
  return (form === 'VBN' && PARTICIPLES.test(word)) || ((form === 'VBN' || form === 'VBD') && PASTS.test(word));
}
const PARTICIPLES = /^(?:overrun|run|come|overcome|become|beset)$/;
const PASTS = /^(?:hit|put|set|cut|shut|hurt|let|spread|cast|burst|quit|rid|shed|split|thrust|upset)$/;
