// The events of a report in order in; what is judged without saying whose it is ("criticised the move") laid to those whose deed was told right before, out.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import { type Draft, settled } from './draft.ts';
import type { EventType } from './event.ts';
import type { Matcher } from './match.ts';
import { POINTING } from './role-words.ts';

/** What judges or turns down what others did or mean to do. */
const JUDGING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);
/** Nouns for whatever was told. */
const SHELLS: ReadonlySet<string> = new Set([
  'action', 'actions', 'announcement', 'decision', 'decree', 'gesture', 'measure', 'measures', 'move', 'moves', 'offer', 'order', 'plan', 'plans', 'proposal', 'ruling', 'step', 'steps', 'verdict', 'vote',
]); // biome-ignore format: one table
/** Nouns for one kind of deed, by its mode. */
const KIND: Readonly<Record<string, string>> = {
  withdrawal: 'withdraw', pullout: 'withdraw', pullback: 'withdraw', deployment: 'troops', expulsion: 'expel', expulsions: 'expel', release: 'release', arrest: 'arrest', arrests: 'arrest', detention: 'arrest', visit: 'visit', blockade: 'restrict', ban: 'restrict',
}; // biome-ignore format: one table
/** How many sentences back the deed may stand. */
const NEAR = 1;
/** How far back it is looked for among the drafts. */
const BACK = 12;
const FAR = 40;

/** `isKnown`: whether an actor is somebody in particular. */
export function meantDeeds(drafts: readonly Draft[], match: Matcher, isKnown: (actor: number) => boolean): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.into || !JUDGING.has(draft.code.type) || draft.recipients.length > 0 || draft.actors.length === 0)
      continue;
    const noun = judged(draft, match);
    const deed = noun < 0 ? null : deedOf(drafts, i, noun, match);
    if (!deed?.actors.every(isKnown) || deed.actors.some((one) => draft.actors.includes(one))) continue;
    draft.recipients = [...deed.actors];
  }
}

/** The definite noun, without a word of whose it is, that a verb of judging has for its object; -1 for none. */
function judged({ coded: { trigger, clause, patients } }: Draft, { view, roles }: Matcher): number {
  const { object, passive, subject } = roles.clauses;
  // "the move drew criticism from", "angered Velmar": what brought the judging about is judged
  const cause = patients.length === 1 && view.upos[clause] === VERB ? (patients[0] as number) : -1;
  const caused = cause >= 0 && cause < trigger && subject[clause] === cause;
  if (view.upos[trigger] !== VERB && !caused) return -1;
  const direct = caused ? cause : Math.max(object[trigger] ?? -1, passive[trigger] ?? -1);
  const noun = direct >= 0 ? direct : roles.obliqueOf(trigger, 'to');
  if (noun < 0 || view.upos[noun] !== NOUN || (!SHELLS.has(view.lower[noun] ?? '') && !KIND[view.lower[noun] ?? '']))
    return -1;
  let known = false;
  let told = false;
  eachChild(roles.parsed, noun, (child) => {
    const link = view.relation[child];
    if (link === REL.det) known = POINTING.has(view.lower[child] ?? '');
    // "the Turkish move", "the decision to leave", "the plan for Velmar": what it is says whose, or of what, it is
    else if (link !== REL.punct && link !== REL.case) told = true;
  });
  return known && !told ? noun : -1;
}

/** The one deed told in this sentence or the one before, by whoever it was; null where none or more than one may be meant. */
function deedBefore(drafts: readonly Draft[], i: number, noun: number, { view }: Matcher): Draft | null {
  const here = view.sentence[noun] ?? 0;
  let found: Draft | null = null;
  for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
    const one = drafts[k] as Draft;
    const at = one.coded.trigger;
    if (here - (view.sentence[at] ?? 0) > NEAR) break;
    const deed = settled(one);
    if (at > noun || deed.status === 'negated' || JUDGING.has(deed.code.type) || deed.actors.length === 0) continue;
    if (!found) found = deed;
    else if (!found.actors.every((actor) => deed.actors.includes(actor))) return null;
  }
  return found;
}

const deedOf = (drafts: readonly Draft[], i: number, noun: number, match: Matcher): Draft | null => {
  const mode = KIND[match.view.lower[noun] ?? ''];
  return mode ? likeBefore(drafts, i, mode) : deedBefore(drafts, i, noun, match);
};

/** "The withdrawal", far behind the one who means to withdraw: the only deed of that kind told before; null where none is, or several did it. */
function likeBefore(drafts: readonly Draft[], i: number, mode: string): Draft | null {
  let found: Draft | null = null;
  for (let k = i - 1; k >= 0 && k >= i - FAR; k--) {
    const deed = settled(drafts[k] as Draft);
    const { code, entry } = deed.coded;
    if (deed.status === 'negated' || (code.mode ?? entry.mode) !== mode || deed.actors.length === 0) continue;
    if (found && !found.actors.every((actor) => deed.actors.includes(actor))) return null;
    found ??= deed;
  }
  return found;
}
