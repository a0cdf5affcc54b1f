// A verb of saying and the clause it leads in, the censure that the two make out: "said Dorvania's raid was illegal", "said the vote was neither free nor fair".
import { ADJ, NOUN, PRON, REL } from '../actors/token-view.ts';
import { censureBit, says } from './censure.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { isMotivated, wordsOf } from './evaluated.ts';
import { isGerundNoun } from './gerund-noun.ts';
import { DEEDS, kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { ownerOf } from './receivers.ts';

/** Those and that of which an adjective says what it is. */
export const CALLED: ReadonlySet<string> = new Set([
  'regime', 'state', 'country', 'nation', 'government', 'leader', 'man', 'woman', 'person', 'politician', 'president', 'group', 'organisation', 'organization', 'gang', 'party', 'act', 'move', 'step', 'attempt', 'decision', 'policy', 'plan', 'action', 'attack', 'lie', 'provocation', 'thing', 'system',
]); // biome-ignore format: one table
const WRONG = censureBit('wrong');
const RIGHT = censureBit('right');
const WANTED = censureBit('wanted');
const BLAMING = censureBit('blaming');
const MISHAP = censureBit('mishap');
export const VOTES: ReadonlySet<string> = new Set(['election', 'vote', 'authority', 'court', 'trial', 'referendum', 'council', 'assembly', 'partner', 'ruling']); // biome-ignore format: one table
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither', 'no', 'hardly']);
export const UNSURE: ReadonlySet<string> = new Set([
  'if',
  'whether',
  'would',
  'could',
  'may',
  'might',
  'can',
  'should',
]);
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const INSULT = kindBit('insult');
const SPEAKER = kindBit('power') | kindBit('state');
const MEDIA = kindBit('media');
/** What powers do or set down. */
export const DEED = DEEDS | kindMask('abstract') | kindMask('weapon');
export const DECRIED = plainEntry('ACCUSE', 'disapprove', '111', { frame: 'direct' });

/** Null where the clause finds no fault with a deed or with those in power, or where nobody is heard who says so. */
export function decried({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const motivated = isMotivated(clause, match);
  if (!motivated && ((view.upos[clause] !== ADJ && view.upos[clause] !== NOUN) || roles.childBy(clause, REL.cop) < 0)) return null;
  const led = view.upos[clause] === NOUN && roles.childBy(clause, REL.case) >= 0;
  const bits = wordsOf(clause, match);
  if (led && bits === 0) return null;
  const lemma = view.upos[clause] === NOUN ? match.lemma(clause) : (view.lower[clause] ?? '');
  const denied = isDenied(clause, match);
  const wrong = !denied && (motivated || (bits & WRONG) !== 0);
  const insulting = !denied && (led ? (bits & BLAMING) !== 0 : isInsult(clause, lemma, match));
  const lacking = denied && (says(lemma, RIGHT) || isNoRight(clause, lemma, match));
  const wanting = denied && says(lemma, WANTED);
  if (!wrong && !insulting && !lacking && !wanting) return null;
  if (roles.isLedBy(clause, REL.mark, UNSURE) || roles.isLedBy(clause, REL.aux, UNSURE)) return null;
  const { agent } = roles.rolesOf(verb);
  const deed = motivated ? (roles.clauses.passive[clause] ?? -1) : decriedOf(clause, verb, match);
  if (agent < 0 || deed < 0 || cast.at(agent) === cast.at(deed)) return null;
  const of = kinds.of(agent);
  if ((of & MEDIA) !== 0) return null;
  const power = kinds.isPower(deed);
  const owner = power ? -1 : ownerOf(match, deed);
  const owned = owner >= 0 && view.upos[owner] !== PRON && kinds.isPower(owner) && cast.at(owner) !== cast.at(agent);
  // "said the regime was corrupt", "said Kern's tweets were lies": anybody heard of may say so; what a law is, those in power
  const blamed = (power || (owned && says(lemma, BLAMING))) && (of & PARTY) !== 0 && (insulting || wanting);
  const judged = (of & SPEAKER) !== 0 && (wrong || lacking) && (power || ((view.upos[deed] === NOUN || isGerundNoun(deed, match)) && (kinds.of(deed) & DEED) !== 0));
  if (!blamed && !judged) return null;
  // "was an act of cowardice": the noun alone would say nothing
  const copula = view.upos[clause] === NOUN ? roles.childBy(clause, REL.cop) : -1;
  return {
    code: DECRIED, trigger: clause, clause: verb, agents: [agent], patients: [power || !owned || judged ? deed : owner], mutual: false, operators: copula < 0 ? [] : [copula], consumed: [], entry: DECRIED, path: `${match.lemma(verb)} + ${lemma}`,
  }; // biome-ignore format: one record
} // biome-ignore format: long conditions

/** What is said to be so; of "this" and "they" those of whom it is said: "said of the raid". */
function decriedOf(clause: number, verb: number, { view, roles }: Matcher): number {
  const deed = roles.clauses.subject[clause] ?? -1;
  if (deed < 0 || view.upos[deed] !== PRON) return deed;
  return roles.obliqueOf(verb, 'of');
}

/** "Was not a legitimate government". */
export function isNoRight(clause: number, lemma: string, { view, roles }: Matcher): boolean {
  if (view.upos[clause] !== NOUN || !(CALLED.has(lemma) || VOTES.has(lemma))) return false;
  const { first, next } = roles.children;
  for (let child = first[clause] as number; child >= 0 && child < clause; child = next[child] as number)
    if (view.relation[child] === REL.amod && says(view.lower[child] ?? '', RIGHT)) return true;
  return false;
}

/** "Was corrupt", "was a liar", "was a corrupt regime". */
function isInsult(clause: number, lemma: string, { view, kinds, roles }: Matcher): boolean {
  if ((kinds.of(clause) & INSULT) !== 0) return !says(lemma, MISHAP);
  if (view.upos[clause] !== NOUN || !CALLED.has(lemma)) return false;
  const { first, next } = roles.children;
  for (let child = first[clause] as number; child >= 0 && child < clause; child = next[child] as number)
    if (view.relation[child] === REL.amod && (kinds.of(child) & INSULT) !== 0)
      return !says(view.lower[child] ?? '', MISHAP);
  return false;
}

/** "Was not legitimate", "was neither free nor fair". */
export function isDenied(word: number, { view, roles }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[word] as number; child >= 0 && child < word; child = next[child] as number)
    if (NOT.has(view.lower[child] ?? '')) return true;
  return false;
}
