// The events of a report in; those whom a blow returned, or words about what was met or signed, are aimed at by what was told before, out.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { POINTING } from './role-words.ts';

/** Fire that is returned to whoever fired. */
const RETURNED: ReadonlySet<string> = new Set(['return fire', 'strike back']);
/** What is said of a deal that others made; to sign one is another thing. */
export const PRAISING = /^(?:praise|welcome|hail|applaud|laud|salute|commend)\b/;
const MEETINGS: ReadonlySet<string> = new Set(['summit', 'meeting', 'conference', 'talk', 'gathering', 'forum']);
const ACCORDS: ReadonlySet<string> = new Set([
  'agreement', 'accord', 'deal', 'pact', 'treaty', 'memorandum', 'truce', 'ceasefire',
]); // biome-ignore format: one table
/** What comes out of a meeting. */
const OUTCOMES: ReadonlySet<string> = new Set([
  'conclusion', 'outcome', 'result', 'decision', 'declaration', 'communique', 'communiqué', 'resolution', 'finding', 'statement',
]); // biome-ignore format: one table
/** How many sentences back the fire was that is returned. */
const BACK = 1;

/** Fills in recipients that the words right before, or the report before, tell. */
export function recallParties(drafts: readonly Draft[], match: Matcher, cast: CastGrowth): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.code.type === 'ASSAULT' && draft.actors.length === 0) ownBlow(drafts, i, match);
    if (draft.code.type === 'ASSAULT' && draft.recipients.length === 0) warded(drafts, draft, match);
    if (draft.code.mode === 'arrest' && draft.actors.length === 0) heldIn(drafts, i, match, cast);
    if (draft.recipients.length > 0 || draft.into !== null || draft.actors.length === 0) continue;
    const { type } = draft.code;
    if (type === 'ASSAULT' && RETURNED.has(draft.coded.entry.words)) answer(drafts, i, match);
    else if (type === 'ACCUSE' || type === 'REJECT' || (type === 'SUPPORT' && PRAISING.test(draft.coded.entry.words)))
      recall(drafts, i, match);
    else if (type === 'SANCTION' && draft.code.mode === 'convict') sentenced(drafts, i, match);
  }
}

/** "Rebels shelled the town, with the army returning fire": at the rebels. */
function answer(drafts: readonly Draft[], i: number, { view }: Matcher): void {
  const draft = drafts[i] as Draft;
  const at = view.sentence[draft.coded.trigger] ?? 0;
  for (let k = i - 1; k >= 0; k--) {
    const { actors, code, status, coded } = drafts[k] as Draft;
    if (at - (view.sentence[coded.trigger] ?? 0) > BACK) return;
    if (code.type !== 'ASSAULT' || status === 'negated' || actors.length === 0) continue;
    if (actors.some((one) => draft.actors.includes(one))) continue;
    draft.recipients = [...actors];
    return;
  }
}

const KEEPERS: ReadonlySet<string> = new Set(['COP', 'MIL', 'SPY']);
const MEANWHILE: ReadonlySet<string> = new Set(['as', 'when', 'after', 'while']);
/** How many events off such a deed may be told. */
const BESIDE = 3;

/** "Nine were detained in a police raid", "dozens were arrested as police broke up the rally": by the police. */
function heldIn(drafts: readonly Draft[], i: number, { view, roles }: Matcher, cast: CastGrowth): void {
  const draft = drafts[i] as Draft;
  const { clause, trigger } = draft.coded;
  if (draft.into !== null || draft.status !== 'asserted' || (roles.clauses.passive[clause] ?? -1) < 0) return;
  for (let k = Math.max(0, i - BESIDE); k <= i + BESIDE && k < drafts.length; k++) {
    const { code, coded, actors, status } = drafts[k] as Draft;
    if (k === i || status !== 'asserted' || actors.length === 0 || (code.type !== 'COERCE' && code.type !== 'ASSAULT')) continue;
    if (!actors.every((actor) => KEEPERS.has(cast.sectorOf(actor) ?? '')) || actors.some((actor) => draft.recipients.includes(actor))) continue;
    const deed = coded.trigger;
    if (view.sentence[deed] !== view.sentence[trigger] || view.head[coded.clause] !== clause) continue;
    const led = roles.caseOf(coded.clause);
    const isIn = view.upos[deed] === NOUN && (led === 'in' || led === 'during');
    const isBeside = view.relation[coded.clause] === REL.advcl && (MEANWHILE.has(led) || roles.markOf(coded.clause, MEANWHILE) >= 0);
    if (!isIn && !isBeside) continue;
    draft.actors = [...actors];
    return;
  }
} // biome-ignore format: long conditions

const WARDING: ReadonlySet<string> = new Set(['repel', 'repulse', 'thwart', 'foil', 'fend', 'beat', 'resist']);

/** "The army repelled an assault by the rebels": on the army. */
function warded(drafts: readonly Draft[], draft: Draft, match: Matcher): void {
  const { view } = match;
  const { trigger } = draft.coded;
  const verb = view.upos[trigger] === NOUN ? (view.head[trigger] ?? -1) : -1;
  const link = view.relation[trigger];
  if (verb < 0 || (link !== REL.obj && link !== REL['nsubj:pass']) || draft.into !== null) return;
  if (!WARDING.has(match.verbLemma(verb))) return;
  const one = drafts.find(({ coded }) => coded.trigger === verb);
  if (one && one !== draft && one.status === draft.status)
    draft.recipients = one.actors.filter((actor) => !draft.actors.includes(actor));
}

/** "Holt was found guilty. A judge handed down the sentence": Holt's, where nobody else was convicted or charged in between. */
function sentenced(drafts: readonly Draft[], i: number, { view }: Matcher): void {
  const draft = drafts[i] as Draft;
  const at = view.sentence[draft.coded.trigger] ?? 0;
  if (draft.coded.patients.length > 0) return;
  for (let k = i - 1; k >= 0; k--) {
    const { code, status, recipients, coded } = drafts[k] as Draft;
    if (at - (view.sentence[coded.trigger] ?? 0) > FAR) return;
    if (code.mode !== 'convict' && !(code.type === 'ACCUSE' && code.mode === 'allege')) continue;
    if (status === 'asserted' && recipients.length > 0 && !recipients.some((one) => draft.actors.includes(one)))
      draft.recipients = [...recipients];
    return;
  }
}

/** What any deed of violence goes on as. */
const ANY_BLOW: ReadonlySet<string> = new Set(['attack', 'operation', 'assault', 'offensive', 'violence']);
const BLOW: ReadonlySet<string> = new Set([
  ...ANY_BLOW, 'raid', 'strike', 'airstrike', 'bombing', 'bombardment', 'shelling', 'shooting', 'ambush', 'invasion', 'incursion', 'massacre', 'crackdown', 'explosion', 'blast',
]); // biome-ignore format: one table
/** How many sentences back such a deed was told. */
const FAR = 2;

/** "Velmar's army began an operation on Monday. The operation killed ninety rebels": the army, where nobody else struck in between. */
function ownBlow(drafts: readonly Draft[], i: number, match: Matcher): void {
  const draft = drafts[i] as Draft;
  const [noun, more] = draft.coded.agents;
  const { view } = match;
  if (noun === undefined || more !== undefined || draft.status === 'negated' || view.upos[noun] !== NOUN) return;
  const lemma = match.lemma(noun);
  const pointed = view.lower[noun - 1] ?? '';
  if (!BLOW.has(lemma) || !POINTING.has(pointed) || match.roles.obliqueOf(noun, 'by') >= 0) return;
  const here = view.sentence[noun] ?? 0;
  let found: Draft | null = null;
  for (let k = i - 1; k >= 0; k--) {
    const one = drafts[k] as Draft;
    const { trigger, consumed } = one.coded;
    if (here - (view.sentence[trigger] ?? 0) > FAR) break;
    if (one.code.type !== 'ASSAULT' || one.status === 'negated' || trigger > noun || one.actors.length === 0) continue;
    if (found && !found.actors.every((actor) => one.actors.includes(actor))) return;
    const like =
      ANY_BLOW.has(lemma) || [trigger, ...consumed, ...one.others].some((token) => match.lemma(token) === lemma);
    if (like) found ??= one;
  }
  if (!found || found.status !== draft.status || found.actors.some((actor) => draft.recipients.includes(actor))) return;
  draft.actors = [...found.actors];
}

/** "Velmar denounced the conclusions of the summit": those who met there; "called the deal void": those who made it. */
function recall(drafts: readonly Draft[], i: number, match: Matcher): void {
  const draft = drafts[i] as Draft;
  const [first, more] = draft.coded.patients;
  const thing = first ?? match.roles.clauses.object[draft.coded.clause] ?? -1;
  if (thing < 0 || more !== undefined) return;
  const noun = toldOf(thing, match);
  if (noun < 0) return;
  const met = MEETINGS.has(match.lemma(noun));
  for (let k = i - 1; k >= 0; k--) {
    const { code, status, actors, recipients, coded } = drafts[k] as Draft;
    if (coded.trigger >= noun || status === 'negated') continue;
    if (met ? code.type !== 'CONSULT' : code.type !== 'AGREE' && code.type !== 'SUPPORT' && code.type !== 'COOPERATE')
      continue;
    // a deal that two signed, and no promise of one
    if (!met && !coded.mutual && !isSigned(drafts[k] as Draft, match)) continue;
    const all = [...actors, ...recipients];
    if (all.length < 2) continue;
    draft.recipients = all.filter((one) => !draft.actors.includes(one));
    return;
  }
}

const isSigned = ({ coded: { clause, consumed, patients } }: Draft, match: Matcher): boolean =>
  [match.roles.clauses.object[clause] ?? -1, ...consumed, ...patients].some(
    (token) => token >= 0 && ACCORDS.has(match.lemma(token)),
  );

/** The meeting or accord, known from before, that a noun names or comes out of; -1 for none. */
function toldOf(thing: number, match: Matcher): number {
  const { view, roles } = match;
  if (view.upos[thing] !== NOUN) return -1;
  const lemma = match.lemma(thing);
  const noun = OUTCOMES.has(lemma) ? roles.obliqueOf(thing, 'of') : thing;
  if (noun < 0 || view.upos[noun] !== NOUN) return -1;
  const kind = match.lemma(noun);
  if (!(MEETINGS.has(kind) && noun !== thing) && !ACCORDS.has(kind)) return -1;
  let known = false;
  let named = false;
  eachChild(match.parsed, noun, (child) => {
    if (view.relation[child] === REL.det && POINTING.has(view.lower[child] ?? '')) known = true;
    // "the Minsk agreement", "the deal with Velmar": another one
    else if (match.kinds.isState(child) || view.relation[child] === REL.nmod || view.relation[child] === REL['nmod:poss'])
      named = true;
  });
  return known && !named ? noun : -1;
} // biome-ignore format: long conditions
