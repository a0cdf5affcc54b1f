// A verb of saying and the clause it leads in, the backing that the two make out: "said Dorvania had the right to defend itself", "said the truce was a welcome step"; and backing of what is to be done.
import { ADJ, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { ownerOf } from './receivers.ts';

/** What one has a right to, as those say who back it. */
const DEFENDING: ReadonlySet<string> = new Set([
  'defend',
  'protect',
  'respond',
  'retaliate',
  'resist',
  'exist',
  'answer',
]);
const NOT: ReadonlySet<string> = new Set(['no', 'not', "n't", 'n’t', 'never', 'neither', 'if', 'whether']);
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const BACKED = plainEntry('SUPPORT', null, '052');

/** Null where the clause grants nobody such a right, or only to the one who says so. */
export function vouched({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const right = match.lemma(clause) === 'have' ? (roles.clauses.object[clause] ?? -1) : -1;
  if (right < 0) return greeted(match, verb, clause);
  if (right < clause || match.lemma(right) !== 'right') return null;
  if (roles.isLedBy(clause, REL.advmod, NOT) || roles.isLedBy(clause, REL.mark, NOT)) return null;
  if (roles.isLedBy(right, REL.det, NOT)) return null;
  const { agent } = roles.rolesOf(verb);
  const subject = roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || view.upos[subject] === PRON || cast.at(agent) === cast.at(subject)) return null;
  if ((kinds.of(agent) & PARTY) === 0 || !kinds.isPower(subject)) return null;
  // "countries have the right to defend themselves": all of them
  if (view.upos[subject] === NOUN && view.tag(subject) === 'NNS' && roles.childBy(subject, REL.det) < 0) return null;
  for (let at = right + 1; at < right + 4; at++)
    if (view.upos[at] === VERB && view.lower[at - 1] === 'to')
      return DEFENDING.has(match.lemma(at))
        ? {
            code: BACKED, trigger: right, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: [at], entry: BACKED, path: `${match.lemma(verb)} + right to`,
          } // biome-ignore format: one record
        : null;
  return null;
}

/** What good news is called. */
const STEPS: ReadonlySet<string> = new Set(['step', 'move', 'development', 'sign', 'signal', 'gesture', 'news', 'contribution', 'result', 'outcome', 'decision', 'initiative']); // biome-ignore format: one table
const GOOD: ReadonlySet<string> = new Set(['welcome', 'positive', 'encouraging', 'constructive', 'good', 'great', 'excellent', 'hopeful', 'courageous', 'wise', 'bold', 'laudable', 'commendable']); // biome-ignore format: one table
const FINE: ReadonlySet<string> = new Set(['welcome', 'encouraging', 'commendable', 'laudable']);
const GREETED = plainEntry('SUPPORT', null, '051');

/** "Said the truce was a welcome step", "said the vote was encouraging", "was a step in the right direction": null where nothing good is said of anything done. */
function greeted(match: Matcher, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const { agent } = roles.rolesOf(verb);
  const subject = roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || subject > clause || !kinds.isPower(agent)) return null;
  if (THOUGHTS.has(match.lemma(subject))) return feltFor(match, verb, clause, agent);
  if (roles.childBy(clause, REL.cop) < 0) return null;
  if ((kinds.of(subject) & PARTY) !== 0 && view.upos[subject] !== PRON) return null;
  for (const link of [REL.advmod, REL.aux, REL.mark, REL.det]) if (roles.isLedBy(clause, link, HEDGED)) return null;
  const good = view.upos[clause] === ADJ ? FINE.has(view.lower[clause] ?? '') : view.upos[clause] === NOUN && STEPS.has(match.lemma(clause)) && isGood(match, clause);
  if (!good) return null;
  const owner = view.upos[subject] === PRON ? -1 : ownerOf(match, subject);
  return {
    code: GREETED, trigger: clause, clause: verb, agents: [agent], patients: owner >= 0 && kinds.isPower(owner) ? [owner] : [], mutual: false, operators: [verb], consumed: [subject], entry: GREETED, path: `${match.lemma(verb)} + ${view.lower[clause]}`,
  };
} // biome-ignore format: long conditions

const HEDGED: ReadonlySet<string> = new Set([...NOT, 'would', 'could', 'may', 'might', 'should', 'must', 'hardly', 'only', 'too', 'first', 'will', 'can']); // biome-ignore format: one table

/** "A welcome step", "a step in the right direction". */
function isGood({ view, roles }: Matcher, noun: number): boolean {
  for (let at = noun - 1; at >= 0 && at > noun - 4; at--) if (GOOD.has(view.lower[at] ?? '') && view.head[at] === noun) return true;
  const way = roles.obliqueOf(noun, 'in');
  return way > noun && view.lower[way] === 'direction' && view.lower[way - 1] === 'right';
} // biome-ignore format: one condition

const BACKING: ReadonlySet<string> = new Set(['endorse', 'back', 'support', 'favour', 'favor', 'advocate', 'champion']); // biome-ignore format: one table

/** "Endorsed lifting the ban": what is to be done is backed, whatever it is; null for what nobody of power backs. */
export function backedDoing({ match }: Coder, verb: number, lemma: string): Coded | null {
  const { view, roles, kinds } = match;
  if (!BACKING.has(lemma) || view.tag(verb + 1) !== 'VBG' || (roles.clauses.object[verb] ?? -1) >= 0) return null;
  if (view.upos[verb + 1] !== VERB || view.head[verb + 1] !== verb) return null;
  const { agent, passive } = roles.rolesOf(verb);
  if (agent < 0 || passive || !kinds.isPower(agent)) return null;
  return {
    code: GREETED, trigger: verb, clause: verb, agents: [agent], patients: [], mutual: false, operators: [], consumed: [], entry: GREETED, path: `${lemma} + doing`,
  }; // biome-ignore format: one record
}

/** What goes to those who mourn. */
const THOUGHTS: ReadonlySet<string> = new Set(['thought', 'prayer', 'heart', 'condolence', 'sympathy']);

/** "Her thoughts were with the families", "our hearts go out to them": said to be so by a power. */
function feltFor(match: Matcher, verb: number, clause: number, agent: number): Coded | null {
  const { view, roles } = match;
  const gone = match.lemma(clause) === 'go' ? roles.obliqueOf(clause, 'to') : roles.caseOf(clause) === 'with' ? clause : -1;
  if (gone < 0 || (view.upos[gone] !== NOUN && view.upos[gone] !== PRON && (match.kinds.of(gone) & PARTY) === 0)) return null;
  return {
    code: GREETED, trigger: verb, clause: verb, agents: [agent], patients: view.upos[gone] === PRON ? [] : [gone], mutual: false, operators: [], consumed: [], entry: GREETED, path: 'say + thoughts with',
  };
} // biome-ignore format: long conditions
