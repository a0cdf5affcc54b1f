// The events of a report in, which of them are shots that nobody meant out: a gun that goes off, a child that is shot by accident.
import type { Found as Cast } from '../actors/actor.ts';
import { ADJ, ADV, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isDefinite } from './same-event.ts';

const UNMEANT: ReadonlySet<string> = new Set([
  'accidentally',
  'accidental',
  'unintentionally',
  'unintentional',
  'inadvertently',
]);
const SHOTS: ReadonlySet<string> = new Set([
  'shoot', 'shooting', 'shot', 'gunshot', 'fire', 'kill', 'injure', 'wound', 'hit', 'strike', 'hurt', 'go', 'discharge', 'death', 'killing', 'injury',
]); // biome-ignore format: one table
/** Whose shots are events, meant or not. */
const ARMED: ReadonlySet<string | null> = new Set(['MIL', 'COP', 'REB', 'UAF', 'PRM', 'GOV', 'SEP']);
const GUNS: ReadonlySet<string> = new Set([
  'gun',
  'handgun',
  'pistol',
  'rifle',
  'revolver',
  'shotgun',
  'firearm',
  'weapon',
]);
const NEAR = 8;

/** The drafts that are no events; empty in nearly every report. */
export function unmeantOf(drafts: readonly Draft[], match: Matcher, { actors }: Cast): ReadonlySet<Draft> {
  const shots = drafts.filter((draft) => isShot(draft, match, actors));
  const unmeant = new Set<Draft>();
  for (const draft of shots)
    if ([draft.coded.trigger, ...draft.others].some((token) => isUnmeant(token, match))) unmeant.add(draft);
  if (unmeant.size === 0) return unmeant;
  const told = [...unmeant];
  // one shot that is told of all along, against a slip in a report of crimes
  if (shots.every((draft) => unmeant.has(draft) || told.some((one) => isSame(one, draft, match, actors))))
    for (const draft of shots) unmeant.add(draft);
  return unmeant;
}

function isShot({ coded, code, actors }: Draft, match: Matcher, known: Cast['actors']): boolean {
  // "admitted that it had unintentionally shot down an airliner": it takes forces to do that
  if (coded.entry.words === 'shoot down') return false;
  if (code.type !== 'ASSAULT' || actors.some((one) => ARMED.has(known[one]?.sector ?? null))) return false;
  return SHOTS.has(match.verbLemma(coded.trigger)) || SHOTS.has(match.lemma(coded.trigger));
}

/** The shot that the other tells of: nobody else was hit. */
function isSame(told: Draft, draft: Draft, match: Matcher, known: Cast['actors']): boolean {
  const { recipients, coded } = draft;
  // told so in the headline: whoever else is named is the one
  const headline = match.view.sentence[told.coded.trigger] === 0;
  if (headline && recipients.length < 2 && draft.actors.every((one) => told.actors.includes(one))) return true;
  if (coded.patients.length === 0 || told.coded.patients.length === 0) return recipients.length < 2;
  if (recipients.some((one) => told.recipients.includes(one) || told.actors.includes(one))) return true;
  // "the victim was struck": whoever is told to have been
  if (draft.actors.length === 0 && coded.patients.every((token) => isDefinite(token, match))) return true;
  const called = told.recipients.map((one) => known[one]?.name.split(' ').at(-1));
  return recipients.some((one) => called.includes(known[one]?.name.split(' ').at(-1)));
}

/** "Accidentally shot", "the accidental shooting", "the shooting appears to be accidental", "the gun went off". */
function isUnmeant(trigger: number, match: Matcher): boolean {
  const { view, roles } = match;
  const { lower, sentence, upos } = view;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const up = view.head[trigger] ?? -1;
  const above = up < 0 ? -1 : (roles.clauses.subject[up] ?? -1);
  if (isGoingOff(trigger, subject, match)) return true;
  // "the gun discharged, hitting her"
  if (view.relation[trigger] === REL.advcl && up >= 0 && isGoingOff(up, above, match)) return true;
  for (let at = Math.max(0, trigger - NEAR); at < view.length && at <= trigger + NEAR; at++) {
    if (sentence[at] !== sentence[trigger] || !UNMEANT.has(lower[at] ?? '')) continue;
    if (lower[at - 1] === 'not' || lower[at - 1] === 'no' || lower[at - 1] === 'than') continue;
    if (upos[at] === ADV ? at < trigger + 3 : upos[at] === ADJ) return true;
  }
  return false;
}

/** "The gun went off", "a rifle discharged". */
function isGoingOff(verb: number, subject: number, match: Matcher): boolean {
  const { lower, upos } = match.view;
  if (upos[verb] !== VERB || subject < 0 || !GUNS.has(lower[subject] ?? '')) return false;
  return match.lemma(verb) === 'discharge' || (match.lemma(verb) === 'go' && lower[verb + 1] === 'off');
}
