// A verb of saying and the clause it leads in, the accusation that the two make out: "said Dorvania had rigged the vote", "said the rebels are the suspected perpetrators".
import { AUX, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { censureBit, says } from './censure.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { isDoneIll, isWordedIll } from './evaluated.ts';
import { DEEDS, kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { ALLEGED } from './plain-operator.ts';
import { ownerOf } from './receivers.ts';

const UNSURE: ReadonlySet<string> = new Set([
  'would',
  'could',
  'may',
  'might',
  'should',
  'can',
  'will',
  'must',
  "'d",
  "'ll",
]);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'if', 'whether']);
const WOULD: ReadonlySet<string> = new Set(['would']);
const BREACHING: ReadonlySet<string> = new Set([
  'violate',
  'breach',
  'break',
  'contravene',
  'flout',
  'betray',
  'undermine',
]);
/** What powers do or set down. */
const DEED = DEEDS | kindMask('abstract');
/** What was not done is held against them, and the blame is told. */
export const HELD = plainEntry('ACCUSE', 'allege', '112');
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const MEDIA = kindBit('media');

/** Whether a clause tells of what one does not do rightly: "rigged the vote", "failed to protect", "illegally occupied", "is the culprit". */
export function isMisdeed(clause: number, match: Matcher): boolean {
  const { view, roles } = match;
  const lemma = match.lemma(clause);
  const verbal = view.upos[clause] === VERB || view.upos[clause] === AUX;
  // "had not rigged the vote", "is not guilty": what is denied is no wrong, and what is owed and not done is one
  if (isRefused(clause, match)) return verbal && fallsShort(clause, roles.clauses.object[clause] ?? -1, lemma, match);
  if (!verbal) return (view.upos[clause] === NOUN || lemma !== 'suspect') && says(lemma, DOER);
  const object = roles.clauses.object[clause] ?? -1;
  // "had been sheltering in the school": where they hid
  if (says(lemma, MISDEED)) return object >= 0 || !HIDING.has(lemma);
  if (object >= 0 && says(`${lemma} ${match.lemma(object)}`, MISDEED)) return true;
  if (isDoneIll(clause, object, lemma, match) || isWordedIll(clause, lemma, match)) return true;
  const led = object < 0 ? roles.obliqueOf(clause, 'to') : -1;
  if (led >= 0 && says(`${lemma} ${match.lemma(led)}`, MISDEED)) return true;
  if (lemma === 'fail') {
    const open = roles.clauses.open[clause] ?? -1;
    return open > clause && says(match.lemma(open), OWED);
  }
  // "is trying to divide the country"
  if (says(lemma, TRYING)) {
    const open = Math.max(
      roles.clauses.open[clause] ?? -1,
      object > clause && lemma === 'use' ? purposeOf(clause, match) : -1,
    );
    if (open > clause && view.upos[open] === VERB && isMisdeed(open, match)) return true;
  }
  // "lacked the courage to act"
  if (lemma === 'lack' && object > clause && says(match.lemma(object), SHORTFALL)) return true;
  if (fallsShort(clause, object, lemma, match)) return true;
  const { first, next } = roles.children;
  for (let child = first[clause] as number; child >= 0; child = next[child] as number)
    if (view.relation[child] === REL.advmod && says(view.lower[child] ?? '', WRONGLY)) return true;
  return false;
}

/** "Has no plan", "offered no changes", "had too little to say", "has done nothing", "does not understand". */
function fallsShort(clause: number, object: number, lemma: string, match: Matcher): boolean {
  const { view, roles } = match;
  if (object > clause && GIVING.has(lemma)) {
    const what = view.lower[object] ?? '';
    if (lemma === 'do') return NOTHING.test(what) || (what === 'enough' && isRefused(clause, match));
    // "has too little to say"
    if (what === 'little' || what === 'nothing') return lemma === 'have' || lemma === 'offer';
    // "has no plans to invade" tells of no failing
    return (
      what !== 'plans' &&
      says(match.lemma(object), SHORTFALL) &&
      NONE.test(view.lower[roles.childBy(object, REL.det)] ?? '')
    );
  }
  if (!isRefused(clause, match)) return false;
  // "is not telling the truth"
  if (object > clause && says(`${lemma} ${match.lemma(object)}`, UNMET)) return true;
  return says(lemma, UNMET) && lemma !== 'do';
}
const GIVING: ReadonlySet<string> = new Set(['have', 'offer', 'show', 'present', 'propose', 'do', 'provide']);
const NOTHING = /^(?:nothing|little)$/;
const NONE = /^(?:no|little)$/;

/** "Did not". */
const isRefused = (verb: number, { roles }: Matcher): boolean => roles.isLedBy(verb, REL.advmod, UNDONE);
const UNDONE: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never']);

/** "Used the crisis to silence critics": for what; -1 where no words tell. */
function purposeOf(verb: number, { view, roles }: Matcher): number {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.upos[child] === VERB && view.lower[child - 1] === 'to') return child;
  return -1;
}
const TRYING = censureBit('trying');
const UNMET = censureBit('unmet');
const SHORTFALL = censureBit('shortfall');
const MISDEED = censureBit('misdeed');
const OWED = censureBit('owed');
const DOER = censureBit('doer');
const WRONGLY = censureBit('wrongly');
const HIDING: ReadonlySet<string> = new Set(['shelter', 'hide', 'escalate', 'loot']);

/** Null where the clause holds no wrong against one who can be blamed for it. */
export function faulted({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const lemma = match.lemma(clause);
  // "alleged the ministry is hiding the figures": what is alleged is a wrong
  const held = view.upos[clause] === VERB && match.lemma(verb) === 'allege' && view.relation[clause] === REL.ccomp;
  const wrong = held || isMisdeed(clause, match);
  if (!wrong) return null;
  const { agent } = roles.rolesOf(verb);
  // "said the miners were betrayed by the premier"
  const by = (roles.clauses.passive[clause] ?? -1) >= 0 ? roles.rolesOf(clause).agent : -1;
  if (by < 0 && (roles.clauses.passive[clause] ?? -1) >= 0) return null;
  let subject = by >= 0 ? by : (roles.clauses.subject[clause] ?? -1);
  // parsers take whom it is said of for the object of the saying
  const object = roles.clauses.object[verb] ?? -1;
  if (subject < 0 && object > verb && object < clause) subject = object;
  if (agent < 0 || subject < 0 || view.upos[subject] === PRON) return null;
  const of = kinds.of(agent);
  if ((of & PARTY) === 0 || (of & MEDIA) !== 0) return null;
  if (!kinds.isPower(subject)) {
    // "said Velmar's policy had betrayed the miners": whose policy it is
    subject = view.upos[subject] === NOUN && (kinds.of(subject) & DEED) !== 0 ? ownerOf(match, subject) : -1;
    if (subject < 0 || view.upos[subject] === PRON || !kinds.isPower(subject)) return null;
  }
  if (cast.at(agent) === cast.at(subject)) return null;
  for (const link of [REL.aux, REL.advmod, REL.det, REL.mark]) {
    // "said Velmar would break the law by striking": held against it already
    if (roles.isLedBy(clause, link, UNSURE) && !(BREACHING.has(lemma) && roles.isLedBy(clause, REL.aux, WOULD)))
      return null;
    // "had not lied" blames nobody, "does not care" does
    if ((link !== REL.advmod || held) && roles.isLedBy(clause, link, NOT)) return null;
  }
  const would = roles.isLedBy(clause, REL.aux, WOULD);
  return {
    code: ALLEGED, trigger: would ? verb : clause, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: would ? [clause] : [], entry: HELD, path: `${match.lemma(verb)} + ${lemma}`,
  }; // biome-ignore format: one record
}
