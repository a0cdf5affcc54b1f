// A verb or noun in, the token of the one it is done to out, where no object and no preposition says so: receivers, owners, words between.
import { ADJ, ADP, NOUN, PRON, PROPN, PUNCT, REL, VERB } from '../actors/token-view.ts';
import { GIVING } from '../statements/clauses.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const DEEPEST = 2;
const OF_BY = ['of', 'by', 'from'] as const;
const PARTY = kindMask('party');
const BODY = kindBit('body');
const PERSON = kindBit('person');
const POWER = kindBit('power') | kindBit('state');

/** Whether what a noun names belongs to somebody of these kinds: "the regime's", "Velmar's", "of the rebels". */
export function isOwned(match: Matcher, noun: number, mask: number, depth = 0): boolean {
  const { view, kinds, roles } = match;
  const { upos, relation } = view;
  if (upos[noun] !== NOUN || mask === 0 || depth > DEEPEST) return false;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number) {
    const at = relation[child];
    const fits = (kinds.of(child) & mask) !== 0;
    // "the Indian government's decision": whose government it is
    if (at === REL['nmod:poss'] && upos[child] !== PRON && (fits || isOwned(match, child, mask, depth + 1)))
      return true;
    if (at === REL.amod && child < noun && kinds.isState(child)) return true;
    if (
      at === REL.compound &&
      child < noun &&
      ((fits && upos[child] === PROPN && (kinds.of(child) & BODY) === 0) || kinds.isState(child))
    )
      return true;
  }
  for (const preposition of OF_BY) {
    const led = roles.obliqueOf(noun, preposition);
    if (led >= 0 && ((kinds.of(led) & mask & POWER) !== 0 || isOwned(match, led, mask & POWER, depth + 1))) return true;
  }
  return false;
}

/** Whose a noun is by the words before it: "Somalia's debt", "Iranian assets"; -1 for nobody's. */
export function ownerOf({ view, kinds, roles }: Matcher, noun: number): number {
  const { upos, relation } = view;
  // "France's ambassador" is somebody
  if ((upos[noun] !== NOUN && upos[noun] !== PROPN) || (kinds.of(noun) & PERSON) !== 0) return -1;
  const { first, next } = roles.children;
  let owner = -1;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    const at = relation[child];
    if (at === REL['nmod:poss']) return child;
    if ((at === REL.amod || at === REL.compound) && kinds.isState(child)) owner = child;
  }
  return owner;
}

/** "Found Holt guilty", "took the mayor hostage": whom it was done to, where the entry's own word stands as the object; -1 for none. */
export function displaced({ view, roles }: Matcher, verb: number, tokens: readonly number[]): number {
  if (tokens.length === 0) return behindTerms({ view, roles }, verb);
  const indirect = roles.clauses.indirect[verb] ?? -1;
  if (indirect >= 0) return indirect;
  const word = tokens[0] as number;
  const thing = particled({ view }, verb, word);
  if (thing !== -2) return thing;
  if (word <= verb || view.upos[word] === ADP) return -1;
  // "helped to rebuild Mali"
  if (view.upos[word] === VERB) return roles.clauses.object[word] ?? -1;
  for (let at = word - 1; at > verb; at--) {
    const pos = view.upos[at];
    if (pos === NOUN || pos === PROPN || pos === PRON) return at;
    if (pos === ADP || pos === PUNCT || pos === VERB) return -1;
  }
  return -1;
}

/** "Burned down the village": what a particle that was taken for a preposition leads; -1 where it leads nothing of the verb's, -2 where there is none. */
function particled({ view }: Pick<Matcher, 'view'>, verb: number, word: number): number {
  if (word !== verb + 1 || view.relation[word] !== REL.case) return -2;
  const led = view.head[word] ?? -1;
  return led > word && view.head[led] === verb ? led : -1;
}

/** What "handed over a spy" is done with where the parser gave the particle to the noun; -1 for none. */
export const moved = (match: Matcher, verb: number, tokens: readonly number[]): number =>
  Math.max(-1, particled(match, verb, tokens[0] ?? -1));

/** The one to whom a verb gives its object, without a preposition; -1 for none. */
export function receiver(match: Matcher, verb: number): number {
  const { view, kinds } = match;
  const { clauses, children } = match.roles;
  const indirect = clauses.indirect[verb] ?? -1;
  if (indirect >= 0) return indirect;
  const object = clauses.object[verb] ?? -1;
  if (object < verb || !GIVING.has(match.verbLemma(verb))) return -1;
  // parsers take the receiver for a part of the thing: "gave the rebels | permission"
  const { first, next } = children;
  for (let child = first[object] as number; child >= 0 && child < object; child = next[child] as number) {
    if (child < verb) continue;
    // "granted the activist | asylum": a noun for people that was taken for an adjective
    if (
      view.relation[child] === REL.amod &&
      view.lower[child - 1] === 'the' &&
      child === object - 1 &&
      (kinds.of(child) & PERSON) !== 0 &&
      !kinds.isState(child)
    )
      return child;
    if (view.relation[child] !== REL.compound || view.upos[child] === ADJ) continue;
    if (
      SOUGHT.test(view.lower[object] ?? '') &&
      child === object - 1 &&
      (kinds.of(child) & PERSON) !== 0 &&
      !kinds.isState(child)
    )
      return child;
    if (view.upos[child] === NOUN && !view.tag(child).endsWith('S') && child === object - 1) continue;
    if ((kinds.of(child) & PARTY) !== 0) return child;
  }
  return -1;
}

/** What is granted to people, and heads no compound with them: "granted the dissident | refuge". */
const SOUGHT = /^(?:asylum|refuge|sanctuary|amnesty|bail|clemency|immunity|citizenship)$/;

/** Verbs by which a thing goes to somebody. */
const TRANSFER: ReadonlySet<string> = new Set([
  'return', 'hand', 'give', 'transfer', 'deliver', 'send', 'repatriate', 'donate', 'surrender', 'supply', 'restore', 'provide', 'pass',
]); // biome-ignore format: one table
/** Words behind a verb in which the one to whom a thing goes is looked for. */
const REACH = 24;

/** "Returned a mask of a king of the old empire | to Peru": the first one behind that "to" leads and that can be a party; -1 for none. */
export function transferred({ view, kinds, roles }: Matcher, verb: number): number {
  const { upos, lower, sentence, length, relation } = view;
  if (!TRANSFER.has(view.parsed.words.lemma(verb).toLowerCase()) || (roles.clauses.object[verb] ?? -1) < verb)
    return -1;
  for (let at = verb + 1; at < length && at < verb + REACH && sentence[at] === sentence[verb]; at++) {
    // "returned a ring engraved with his name to Velmar": what describes the thing
    const described =
      relation[at] === REL.amod || relation[at] === REL.acl || (relation[at] === REL.xcomp && view.tag(at) === 'VBN');
    if (upos[at] === VERB && lower[at] !== 'including' && !described) return -1;
    if (lower[at] !== 'to' || upos[at] !== ADP) continue;
    let last = -1;
    for (let word = at + 1; word < length && word < at + 8 && sentence[word] === sentence[verb]; word++) {
      const pos = upos[word];
      if (pos === NOUN || pos === PROPN) last = word;
      else if (pos === ADP || pos === PUNCT || pos === VERB) break;
    }
    if (last >= 0 && (kinds.of(last) & PARTY) !== 0) return last;
  }
  return -1;
}

/** "Condemned in the strongest terms the attack": what was condemned hangs from the terms; -1 for none. */
function behindTerms({ view, roles }: Pick<Matcher, 'view' | 'roles'>, verb: number): number {
  if (view.lower[verb + 1] !== 'in') return -1;
  const terms = roles.obliqueOf(verb, 'in');
  if (terms < 0 || view.lower[terms] !== 'terms') return -1;
  const { first, next } = roles.children;
  for (let child = first[terms] as number; child >= 0; child = next[child] as number) {
    const link = view.relation[child];
    if (child > terms && (link === REL.obj || link === REL.appos || link === REL.conj)) return child;
  }
  return -1;
}
