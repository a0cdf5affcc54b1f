// The statements of a report and its events in the making in, what is done by saying them where no list knows the words out: "critiqued the speech", "alleged the envoy was a spy".
import type { Actor, Found as Cast } from '../actors/actor.ts';
import { NOUN, VERB } from '../actors/token-view.ts';
import type { Act, Statement, Found as Statements } from '../statements/statement.ts';
import type { Coded } from './coder.ts';
import { DEED } from './decried.ts';
import { type Draft, toldDraft } from './draft.ts';
import { type Entry, plainEntry } from './entries.ts';
import type { EventType } from './event.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';
import { insertDraft, isAnybody, isBlamable, isOwnSide, tokenAt, VIEWING } from './quoted-censure.ts';
import { ownerOf } from './receivers.ts';
import { isRuling } from './talk.ts';

/** What each act is when it is said of or to somebody. */
const DONE: Partial<Record<Act, Entry>> = {
  accuse: plainEntry('ACCUSE', 'allege', '112', { frame: 'direct' }),
  criticise: plainEntry('ACCUSE', 'disapprove', '111', { frame: 'direct' }),
  praise: plainEntry('SUPPORT', null, '051', { frame: 'direct' }),
  urge: plainEntry('REQUEST', null, '020', { frame: 'direct' }),
  order: plainEntry('REQUEST', null, '020', { frame: 'direct' }),
  demand: plainEntry('REQUEST', null, '100', { frame: 'direct' }),
  propose: plainEntry('REQUEST', null, '020', { frame: 'direct' }),
  promise: plainEntry('AGREE', null, '030', { frame: 'direct' }),
};
/** What is done by those in power only; others say as much every day. */
const OFFICIAL: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'SUPPORT']);

/** Adds a draft for each act whose words no list knows. */
export function spokenActs(
  { statements }: Statements,
  drafts: Draft[],
  match: Matcher,
  parties: PartyFinder,
  { actors }: Cast,
): void {
  for (const { value } of statements) {
    const entry = DONE[value.act];
    if (!entry || !value.cue || !mayAct(value, entry, actors)) continue;
    const cue = tokenAt(value.cue.start, match);
    if (cue < 0 || isToldBetween(value, cue, entry, drafts, match)) continue;
    const whom = whomOf(value, cue, entry, match, parties, actors);
    if (!whom) continue;
    const coded: Coded = {
      code: entry, trigger: cue, clause: cue, agents: [], patients: [], mutual: false, operators: [], consumed: [], entry, path: match.lemma(cue),
    }; // biome-ignore format: one record
    insertDraft(drafts, toldDraft(coded, [value.speaker as number], whom));
  }
}

function mayAct({ speaker }: Statement, { type }: Entry, actors: readonly Actor[]): boolean {
  const actor = speaker === null ? undefined : actors[speaker];
  if (!actor || VIEWING.has(actor.sector) || isAnybody(actor)) return false;
  return OFFICIAL.has(type) ? isRuling(actor) : actor.sector !== null || actor.kind === 'state' || /^\p{Lu}/u.test(actor.name);
} // biome-ignore format: one condition

/** Whether the verb is coded, or something of its kind is told in its sentence by the same speaker. */
function isToldBetween(
  { speaker }: Statement,
  cue: number,
  { type }: Entry,
  drafts: readonly Draft[],
  { view }: Matcher,
): boolean {
  return drafts.some(
    (one) =>
      one.coded.trigger === cue ||
      one.coded.clause === cue ||
      one.coded.operators.includes(cue) ||
      one.coded.consumed.includes(cue) ||
      (view.sentence[one.coded.trigger] === view.sentence[cue] &&
        (one.code.type === type || one.actors.includes(speaker as number))),
  );
}

/** Those to whom or of whom it is said; empty where no words tell in whose cause; null where it is said of nothing. */
function whomOf(
  { act, speaker, addressee }: Statement,
  cue: number,
  { type }: Entry,
  match: Matcher,
  parties: PartyFinder,
  actors: readonly Actor[],
): readonly number[] | null {
  const { view, roles, kinds } = match;
  const { clauses } = roles;
  if (view.upos[cue] !== VERB || isOpen(cue, match)) return null;
  if (view.tag(cue) === 'VB' || GUESSED.has(match.lemma(cue))) return null;
  const object = clauses.object[cue] ?? -1;
  const clause = clauses.complement[cue] ?? -1;
  const heard = (one: number) => isBlamable(actors[one]) && !isOwnSide(speaker as number, one, actors);
  if (addressee !== null && type !== 'ACCUSE') return heard(addressee) || type === 'REQUEST' ? [addressee] : null;
  const subject = clause < 0 ? -1 : Math.max(clauses.subject[clause] ?? -1, clauses.passive[clause] ?? -1);
  for (const token of [object, subject]) {
    if (token < 0) continue;
    for (const one of [token, view.upos[token] === NOUN ? ownerOf(match, token) : -1]) {
      const named = one < 0 ? [] : parties.of([one]);
      if (named.includes(speaker as number)) return null;
      if (named.some(heard)) return named.filter(heard);
    }
  }
  // "demanded an inquiry", "criticised the bill": of those in power, and of what powers do; a law is proposed to nobody
  if (type === 'REQUEST') return act !== 'propose' && object >= 0 && view.upos[object] === NOUN ? [] : null;
  return type === 'ACCUSE' && object >= 0 && (kinds.of(object) & DEED) !== 0 && isRuling(actors[speaker as number]) ? [] : null;
} // biome-ignore format: one return a line

/** What somebody only thinks may be so. */
const GUESSED: ReadonlySet<string> = new Set(['suggest', 'hint', 'imply', 'call', 'determine']);
const OPEN: ReadonlySet<string> = new Set([
  'to', 'if', 'unless', 'whether', 'not', "n't", 'n’t', 'never', 'would', 'could', 'may', 'might', 'should', 'can', 'will', "'ll", 'must',
]); // biome-ignore format: one table

/** Not said, or only perhaps. */
function isOpen(verb: number, { view, roles }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
    if (OPEN.has(view.lower[child] ?? '')) return true;
  return false;
}
