// A noun for what somebody is made to bear in, whom it weighs on out: "is under EU sanctions", "was put under house arrest", "is subject to a curfew".
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { EventType } from './event.ts';
import type { Matcher } from './match.ts';

/** What one can be under without a verb that says who put one there. */
const BORNE: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'ACCUSE', 'ASSAULT', 'REQUEST']);
/** What those who are under something do: their subject bears it. */
const BEING: ReadonlySet<string> = new Set([
  'be', 'remain', 'stay', 'live', 'come', 'fall', 'languish', 'stand', 'chafe', 'labour', 'labor', 'suffer', 'die', 'sit', 'struggle', 'reel', 'resign', 'buckle', 'find',
]); // biome-ignore format: one table
/** What those do upon whom it comes. */
const FACING: ReadonlySet<string> = new Set(['face', 'suffer', 'endure', 'undergo', 'experience', 'withstand']);
/** What one is in as others are under arrest. */
const HELD: ReadonlySet<string> = new Set(['detention', 'custody', 'captivity']);
/** What is done to those who are put under something: their object bears it. */
const PUTTING: ReadonlySet<string> = new Set(['put', 'place', 'hold', 'keep', 'bring', 'leave', 'confine', 'detain']);

/** The token of the one who bears it; -1 where the words tell of nobody. */
export function bearerOf(noun: number, type: EventType, match: Matcher): number {
  if (!BORNE.has(type)) return -1;
  const { view, roles } = match;
  const { subject, passive, object } = roles.clauses;
  const up = view.head[noun] ?? -1;
  const led = roles.caseOf(noun);
  if (led === 'to') {
    // "was subjected to shelling", "subjected the town to shelling"
    if (view.upos[up] === VERB && up < noun && match.lemma(up) === 'subject') return Math.max(passive[up] ?? -1, object[up] ?? -1);
    // "is subject to British sanctions"
    const word = view.lower[up] ?? '';
    return word === 'subject' && up < noun ? ((subject[up] ?? -1) >= 0 ? (subject[up] as number) : nounBefore(up, match)) : -1;
  }
  // "face shelling and air strikes by the army"
  const verb = view.relation[noun] === REL.conj && view.relation[up] === REL.obj ? (view.head[up] ?? -1) : -1;
  if (verb >= 0 && verb < up && led === '' && FACING.has(match.lemma(verb))) return subject[verb] ?? -1;
  // "has been in detention since May"
  if (led !== 'under' && !(led === 'in' && HELD.has(view.lower[noun] ?? ''))) return -1;
  // "the banker is under sanctions": the noun is what is said of them
  const own = subject[noun] ?? -1;
  if (own >= 0) return own;
  if (up < 0 || up > noun) return -1;
  if (view.upos[up] === VERB) {
    const lemma = match.lemma(up);
    if (PUTTING.has(lemma)) return (passive[up] ?? -1) >= 0 ? (passive[up] as number) : (object[up] ?? -1);
    return BEING.has(lemma) ? (subject[up] ?? -1) : -1;
  }
  // "Norland, under EU sanctions since May, sold": a name, and no "work under a blockade"
  return view.relation[noun] === REL.nmod && view.upos[up] === PROPN ? up : -1;
} // biome-ignore format: long conditions

/** Who subjects somebody to what the noun names; -1 for nobody told. */
export function subjecting(noun: number, match: Matcher): number {
  const up = match.view.head[noun] ?? -1;
  return up >= 0 && match.view.upos[up] === VERB && match.lemma(up) === 'subject' ? match.roles.rolesOf(up).agent : -1;
}

/** "A firm subject to sanctions". */
const nounBefore = (word: number, { view }: Matcher): number => {
  const up = view.head[word] ?? -1;
  return up >= 0 && up < word && (view.upos[up] === NOUN || view.upos[up] === PROPN) ? up : -1;
};

/** Whether words before a noun say that somebody is under it. */
export const isBorne = (noun: number, type: EventType, match: Matcher): boolean => bearerOf(noun, type, match) >= 0;

/** "The repression of miners and its support for Holt": whether what a preposition leads to is that of a second noun that is somebody's. */
export const isOfSecond = (preposition: number, noun: number, { view, roles }: Matcher): boolean =>
  view.relation[preposition - 1] === REL.conj &&
  view.head[preposition - 1] === noun &&
  roles.childBy(preposition - 1, REL['nmod:poss']) >= 0;
