// A demand that nothing known of a party meets in, whether the verb lets it pass all the same: what its sort of verb needs, whatever its list asks.
import { KIN_OR_CLERIC } from '../actors/chunk.ts';
import { NOUN, PRON, VERB } from '../actors/token-view.ts';
import type { Entry, Need } from './entries.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import type { Roles } from './roles.ts';

const POWER = kindBit('power');
const BODY = kindBit('body');
const FORCES = kindBit('forces');
const LAW = kindBit('law');
const CRIME = kindBit('crime');
const PERSON = kindBit('person');
/** What is neither judged nor refused as a deed or a plan is. */
const NO_MATTER = kindMask('party') | kindBit('thing') | kindBit('nature') | kindBit('weapon') | kindBit('sport');

/** Types of words in which those who held office count as those who hold it, as who speaks and as who is spoken of. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST']);

/** Verbs that do nothing but find fault, approve or say no: whatever a power does that with is a matter of state. */
const JUDGING: ReadonlySet<string> = new Set([
  'criticise', 'criticize', 'condemn', 'denounce', 'decry', 'slam', 'assail', 'deplore', 'lambast', 'lambaste', 'castigate', 'applaud', 'endorse', 'oppose', 'repudiate', 'rebuff', 'reject',
]); // biome-ignore format: one table

/** What anybody does, or does all the time, or by another name. */
const EVERYDAY: ReadonlySet<string> = new Set([
  'support', 'protest', 'ally', 'break', 'appeal', 'decline', 'insist', 'ignore', 'second', 'push', 'mourn', 'favor', 'favour',
]); // biome-ignore format: one table

/** Sectors of those who speak up for a cause or for their own. */
const CIVIC: ReadonlySet<string> = new Set(['SOC', 'LAB', 'REL', 'OPP', 'REF']);
/** Nouns for many who do. */
const ENGAGED =
  /^(?:critics|opponents|demonstrators|protesters|protestors|marchers|strikers|relatives|families|dissenters|exiles|settlers)$/;

/** Whether the need of a verb without further words may go unmet. Asked only where all else has failed. */
export function backsOff(match: Matcher, need: Need, entry: Entry, verb: number, one: number, { agent }: Roles): boolean {
  const spoken = SPOKEN.has(entry.type);
  if (!spoken && (entry.type !== 'ASSAULT' || need.of !== 's')) return false;
  if (need.not || entry.kind !== 'verb' || (entry.rest.length > 0 && entry.preposition === null)) return false;
  const { kinds, view } = match;
  // "Turkey is fighting the militants": what forces do the state does whose they are
  if (!spoken)
    return (need.mask & FORCES) !== 0 && entry.frame === 'direct' && !isLed(match, verb) && (kinds.of(one) & PERSON) === 0 && kinds.isState(one) && entry.needs.some(({ of, mask }) => of === 'target' && (mask & (FORCES | PERSON)) === FORCES);
  const lemma = match.verbLemma(verb);
  if (lemma === 'oppose' && entry.type === 'ACCUSE') return false;
  if ((need.mask & (POWER | BODY)) !== 0 && entry.mode !== 'investigate' && !EVERYDAY.has(lemma))
    if (kinds.isFormer(one) || (need.of === 's' && isPublic(entry) && isCivic(match, one))) return true;
  if (need.of !== 'target' || agent < 0) return false;
  if (entry.mode === 'investigate')
    return (need.mask & CRIME) !== 0 && entry.preposition === null && view.upos[one] === NOUN && isInquirer(match, verb, agent);
  return (
    (need.mask & LAW) !== 0 &&
    JUDGING.has(lemma) &&
    isMatter(match, one) &&
    (kinds.isPower(agent) || kinds.isFormer(agent))
  );
} // biome-ignore format: long conditions

/** "Criticised how the meeting was handled": a clause in place of what is judged. */
export const judgesClause = (match: Matcher, entry: Entry, verb: number, agent: number): boolean =>
  entry.mode === 'disapprove' &&
  entry.rest.length === 0 &&
  agent >= 0 &&
  /^(?:how|what|why)$/.test(match.view.lower[verb + 1] ?? '') &&
  (match.roles.clauses.complement[verb] ?? -1) > verb &&
  JUDGING.has(match.verbLemma(verb)) &&
  (match.kinds.isPower(agent) || match.kinds.isFormer(agent));

/** "The rhetoric", "it", "raising the wage": neither somebody nor a thing. */
function isMatter({ view, kinds }: Matcher, one: number): boolean {
  const pos = view.upos[one];
  if (pos === PRON) return /^(?:it|this|that|what)$/.test(view.lower[one] ?? '');
  return (pos === NOUN || (pos === VERB && view.tag(one) === 'VBG')) && (kinds.of(one) & NO_MATTER) === 0;
}

/** Whether it is about what a power does, or about a power: what a union says of its members is nothing of the kind. */
const isPublic = ({ frame, needs }: Entry): boolean =>
  frame === 'direct' &&
  needs.every(({ of, not, mask }) => of !== 'target' || not || (mask & LAW) !== 0 || (mask & PERSON) === 0);

/** Many of them, a body, or a cleric or campaigner by name. */
function isCivic({ view, kinds }: Matcher, one: number): boolean {
  const word = view.lower[one] ?? '';
  if (view.upos[one] === PRON || KIN_OR_CLERIC.test(word)) return false;
  if (view.upos[one] === NOUN && ENGAGED.test(word)) return true;
  const sector = kinds.sectorOf(one) ?? '';
  return CIVIC.has(sector) && (sector !== 'LAB' || view.tag(one) === 'NNS' || (kinds.of(one) & BODY) !== 0 || /^unions?$/.test(word));
} // biome-ignore format: long condition

/** "With investigating fraud", "in fighting them": what is aimed at, or what an office is for. */
const isLed = ({ view, roles }: Matcher, verb: number): boolean =>
  view.tag(verb) === 'VBG' && (roles.caseOf(verb) !== '' || /^(?:with|of|for|by|in)$/.test(view.lower[verb - 1] ?? ''));

/** Those whose office it is to look into things. */
const isInquirer = (match: Matcher, verb: number, agent: number): boolean =>
  agent >= 0 && (match.kinds.of(agent) & (POWER | FORCES)) !== 0 && !isLed(match, verb);

/** "Police are still investigating": the matter is left out. */
export const looksInto = (match: Matcher, entry: Entry, verb: number, agent: number): boolean =>
  entry.mode === 'investigate' &&
  entry.words === 'investigate' &&
  (match.roles.clauses.complement[verb] ?? -1) < 0 &&
  (match.roles.clauses.open[verb] ?? -1) < 0 &&
  isInquirer(match, verb, agent);
