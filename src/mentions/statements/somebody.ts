// A phrase or the words of a cue in; whether they name somebody who can speak, or nobody's words at all, out.
import { agentOf, mayAct } from '../actors/described.ts';
import { titleAt } from '../actors/lexicon.ts';
import { phraseAfter } from '../actors/phrase.ts';
import { DET, NUM, PRON, PROPN, type TokenView } from '../actors/token-view.ts';
import type { Cue } from './cues.ts';
import type { Phrase, Range } from './utterance.ts';

/** "criticised Kern on Monday": whom it is about, and not a word of what was said. An endorsement says all with the name. */
export function onlySomebody(view: TokenView, range: Range, cue: Cue): boolean {
  // "Thank you for coming" to whoever reads
  if (cue.act === 'thank' && view.lower[range.from] === 'you') return true;
  if (cue.act === 'support' || cue.act === 'thank') return false;
  const phrase = phraseAfter(view, range.from);
  // "dismissed two ministers over the affair" from their posts; "dismissed the critics as paid" is said
  // "recalled its envoy": called home
  if (phrase && cue.lemma === 'recall' && view.lower[phrase.to] !== 'as' && isSomebody(view, phrase.head)) return true;
  // "charged the crowd with batons": ran at it
  if (phrase && cue.lemma === 'charge' && runsAt(view, phrase)) return true;
  if (phrase && cue.lemma === 'dismiss' && view.lower[phrase.to] !== 'as' && isSomebody(view, phrase.head)) return true;
  if (!phrase || phrase.to < range.to || hasQuote(view, range)) return false;
  const upos = view.upos[phrase.head];
  return upos === PROPN || upos === PRON;
}

/** Those whom police charge at, with nothing said of what they did: "charged protesters with rioting" is an accusation. */
const runsAt = (view: TokenView, { head, to }: Phrase): boolean =>
  CROWD.test(view.lower[head] ?? '') &&
  (view.lower[to] !== 'with' || IN_HAND.test(view.lower[to + 1] ?? '') || IN_HAND.test(view.lower[to + 2] ?? ''));

const CROWD =
  /^(?:crowds?|protesters|protestors|demonstrators|marchers|rioters|fans|barricades?|lines?|ranks|positions?)$/;
const IN_HAND =
  /^(?:batons?|sticks?|clubs?|truncheons?|shields?|lathis|bayonets|horses|whips|water|tear|knives|swords|machetes)$/;

const isSomebody = (view: TokenView, head: number): boolean =>
  agentOf(view, head) !== undefined || titleAt(view, head) !== null || view.upos[head] === PROPN;

/** Whether the subject of a cue is a thing that shows or is called so, not somebody who says: "the pattern called", "the raid underscored". */
export function thing(view: TokenView, speaker: Phrase, cue: Cue, rule: string): boolean {
  if (speaks(view, speaker)) return false;
  if (/^(?:it|this|that|which|these)$/.test(view.lower[speaker.head] ?? ''))
    return SHOWS.test(cue.lemma) && BARE.test(rule);
  return SHOWS.test(cue.lemma) || cue.act === 'describe' || BARE.test(rule);
}

const BARE = /(?:noun|about|infinitive|preposition)$/;

/** Verbs whose subject may be a thing that shows, not somebody who says. */
export const SHOWS =
  /^(?:underscore|underline|highlight|signal|imply|suggest|indicate|threaten|promise|reveal|confirm|demand|claim|detail|outline)$/;

/** Whether a phrase can be somebody: a name, a person's pronoun, a noun for people or bodies; "the attack", "it" are not. */
function speaks(view: TokenView, phrase: Phrase): boolean {
  const word = view.lower[phrase.head] ?? '';
  const last = phrase.to - 1;
  if (view.upos[last] === PROPN || (last !== phrase.head && agentOf(view, last) !== undefined)) return true;
  if (view.upos[phrase.head] === PROPN || /^\p{Lu}/u.test(view.text.charAt(view.start[phrase.head] ?? 0))) return true;
  if (view.upos[phrase.head] === PRON) return !/^(?:it|that|this|which|these|those)$/.test(word);
  return (
    agentOf(view, phrase.head) !== undefined ||
    titleAt(view, phrase.head) !== null ||
    mayAct(word) ||
    view.upos[phrase.head] === NUM ||
    view.upos[phrase.head] === DET ||
    /^(?:percent|one|ones|some|many|most|others|those|half|third|majorit(?:y|ies)|couple|star|superdelegates?|conservatives?|liberals?|number|handful|dozens|hundreds|thousands|all|both|each|several|few|who|country|state|nation|city|town|world)$/.test(
      word,
    )
  );
}

/** Whether any word of a range stands in quotation marks. */
export function hasQuote(view: TokenView, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (view.quoteAt[i] !== -1) return true;
  return false;
}
