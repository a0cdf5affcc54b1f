// The statements of a report and its events in the making in, what is asked of others within what is said out: "It was a good day," she said. "Kestria must pull out its troops."

import { mark } from '../../text/word-marks.ts';
import type { Actor, Found as Cast } from '../actors/actor.ts';
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Statement, Found as Statements } from '../statements/statement.ts';
import type { Coded } from './coder.ts';
import { composed } from './composed.ts';
import { type Draft, toldDraft } from './draft.ts';
import { innermost } from './links.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';
import { BLAMED, REQUESTED } from './plain-operator.ts';
import { insertDraft, isAnybody, isBlamable, isOwnSide, VIEWING } from './quoted-censure.ts';
import { isRuling } from './talk.ts';

const OUGHT: ReadonlySet<string> = new Set(['must', 'should', 'ought']);
/** "Has to go", "needs to go": the verb above the deed. */
const OWING = /^(?:has|have|needs|need)$/;
const OWED = mark((_, word) => OUGHT.has(word) || OWING.test(word));
/** Where a clause says it outright, and not what somebody thinks, fears or asks. */
const OUTRIGHT: ReadonlySet<number> = new Set([REL.root, REL.conj, REL.parataxis]);
/** Those who ask without ruling: whoever stands against who governs, or speaks for many. */
const FACING: ReadonlySet<string | null> = new Set([
  'OPP',
  'PTY',
  'NGO',
  'REL',
  'LAB',
  'MIL',
  'SPY',
  'UAF',
  'PRM',
  'REF',
  'SOC',
  'LEG',
]);
/** Those who face each other, whoever they are. */
const SIDES: ReadonlySet<string> = new Set(['side', 'party', 'faction', 'belligerent', 'community', 'world']);
const WISHED: ReadonlySet<string> = new Set(['RETREAT', 'CONCEDE']);

/** Adds a draft for each demand that no verb of saying leads in. */
export function urgedWithin(found: Statements, drafts: Draft[], match: Matcher, parties: PartyFinder, { actors }: Cast): void {
  const { statements } = found;
  const may = statements.map(({ value }) => mayUrge(value, actors));
  if (!may.includes(true)) return;
  const { view } = match;
  let known: Map<number, Draft> | null = null;
  let at: Int32Array | null = null;
  for (let token = 0; token < view.length; token++) {
    if (((view.marks[token] as number) & OWED) === 0) continue;
    at ??= innermost(view, found);
    const index = at[token] as number;
    if (index < 0 || !may[index]) continue;
    const verb = deedAt(token, match);
    if (verb < 0) continue;
    known ??= triggersOf(drafts);
    const inner = known.get(verb);
    if (known.has(token) || (inner && inner.code.type === 'REQUEST') || isAskedBetween(drafts, verb, view.sentence, (statements[index] as Statements['statements'][number]).value.speaker)) continue;
    const said = (statements[index] as Statements['statements'][number]).value;
    const whom = askedOf(said, token, verb, inner, match, parties, actors);
    if (!whom) continue;
    if (inner) inner.absorbed = true;
    const late = isLate(verb, token, match);
    const entry = late ? BLAMED : REQUESTED;
    const code = late ? BLAMED : ((inner && composed('request', inner.code)) ?? REQUESTED);
    const coded: Coded = {
      code, trigger: token, clause: token, agents: [], patients: [], mutual: false, operators: [token], consumed: [], entry, path: `said + ${view.lower[token]}`,
    }; // biome-ignore format: one record
    insertDraft(drafts, toldDraft(coded, [said.speaker as number], whom));
  }
} // biome-ignore format: long signature and conditions

const triggersOf = (drafts: readonly Draft[]): Map<number, Draft> => {
  const known = new Map<number, Draft>();
  for (const draft of drafts) known.set(draft.coded.trigger, draft);
  return known;
};

const mayUrge = ({ speaker, act }: Statement, actors: readonly Actor[]): boolean => {
  const actor = speaker === null ? undefined : actors[speaker];
  if (!actor || act === 'ask' || VIEWING.has(actor.sector) || isAnybody(actor)) return false;
  return isRuling(actor) || FACING.has(actor.sector);
};

/** The verb of what is to be done; -1 where the word says no such thing outright. */
function deedAt(token: number, { view, roles }: Matcher): number {
  const owing = !OUGHT.has(view.lower[token] as string);
  const verb = owing ? (view.lower[token + 1] === 'to' || view.lower[token + 2] === 'to' ? (roles.clauses.open[token] ?? -1) : -1) : (view.head[token] ?? -1);
  if (verb < token || view.upos[verb] !== VERB) return -1;
  if (!owing && view.relation[token] !== REL.aux) return -1;
  const above = owing ? token : verb;
  if (!OUTRIGHT.has(view.relation[above] as number) || isAskedIf(above, view, roles)) return -1;
  return verb;
} // biome-ignore format: long conditions

const IF = /^(?:if|whether|unless|why|how|who|what|when|would|could|may|might)$/;

/** A question, or on a condition. */
function isAskedIf(clause: number, view: Matcher['view'], roles: Matcher['roles']): boolean {
  const { first, next } = roles.children;
  for (let child = first[clause] as number; child >= 0; child = next[child] as number)
    if (IF.test(view.lower[child] ?? '')) return true;
  const { endToken } = view.parsed.text.sentences;
  const last = (endToken[view.sentence[clause] ?? 0] ?? 0) - 1;
  return view.lower[last] === '?' || view.lower[last - 1] === '?';
}

/** "Should have acted": what was left undone is held against them. */
const isLate = (verb: number, modal: number, { view }: Matcher): boolean => {
  for (let at = modal + 1; at < verb; at++) if (view.lower[at] === 'have') return true;
  return false;
};

/** Whether the same speaker is told in that sentence to ask for something. */
const isAskedBetween = (
  drafts: readonly Draft[],
  verb: number,
  sentence: Int32Array,
  speaker: number | null,
): boolean =>
  drafts.some(
    ({ code, coded, actors }) =>
      code.type === 'REQUEST' && sentence[coded.trigger] === sentence[verb] && actors.includes(speaker as number),
  );

/** Those asked; empty where it is both sides, or whoever holds those to be freed; null where nobody is. */
function askedOf(said: Statement, token: number, verb: number, inner: Draft | undefined, match: Matcher, parties: PartyFinder, actors: readonly Actor[]): readonly number[] | null {
  const { view, roles } = match;
  const { clauses } = roles;
  const speaker = said.speaker as number;
  const owing = view.relation[token] !== REL.aux;
  const passive = owing ? -1 : (clauses.passive[verb] ?? -1);
  const subject = owing ? (clauses.subject[token] ?? -1) : passive >= 0 ? passive : (clauses.subject[verb] ?? -1);
  if (subject < 0 || view.upos[subject] === PRON || (view.upos[subject] !== NOUN && view.upos[subject] !== PROPN)) return null;
  const det = view.lower[roles.childBy(subject, REL.det)] ?? '';
  if (/^(?:any|every|no|some|each|a|an)$/.test(det) || OURS.test(view.lower[roles.childBy(subject, REL['nmod:poss'])] ?? '')) return null;
  const named = parties.of([subject]);
  if (named.includes(speaker)) return null;
  const country = actors[speaker]?.country ?? null;
  const heard = named.filter((one) => isBlamable(actors[one]) && !isOwnSide(speaker, one, actors) && !(actors[one]?.kind === 'state' && actors[one]?.country === country));
  if (heard.length > 0) return heard;
  if (named.some((one) => isBlamable(actors[one])) || !isRuling(actors[speaker])) return null;
  if (SIDES.has(match.lemma(subject)) && view.upos[subject] === NOUN) return [];
  return passive >= 0 && inner && WISHED.has(inner.code.type) ? inner.actors.filter((one) => one !== speaker) : null;
} // biome-ignore format: long conditions

const OURS = /^(?:my|our)$/;
