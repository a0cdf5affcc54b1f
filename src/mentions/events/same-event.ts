// Two drafts of one report in, whether they tell of the same event out.

import { eachChild } from '../../grammar/tree.ts';
import { NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Time } from '../times/time.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isDay } from './role-words.ts';
import { isMeasure } from './since.ts';
import { isOtherCrowd, isToldApart } from './told-apart.ts';

/** Modes of what is told of a person once in a report, in whatever words. */
export const ONCE: ReadonlySet<string | null> = new Set([
  'resign',
  'release',
  'arrest',
  'targeted',
  'convict',
  'abduct',
]);
/** Whom this is done to is dead. */
export const DEADLY: ReadonlySet<string> = new Set([
  'kill', 'killing', 'murder', 'assassinate', 'assassination', 'slay', 'slaying', 'behead', 'beheading', 'execute', 'execution', 'lynch', 'lynching',
]); // biome-ignore format: one table
/** What nobody does to the same person twice. */
const FATAL: ReadonlySet<string> = new Set([...DEADLY, 'hang', 'gun', 'death']);
/** Nouns of what goes on for months: no single attack is meant by them. */
export const LASTING: ReadonlySet<string> = new Set([
  'war', 'insurgency', 'invasion', 'conflict', 'rebellion', 'uprising', 'violence', 'unrest', 'hostility', 'occupation', 'bloodshed', 'insurrection', 'revolt', 'fighting',
]); // biome-ignore format: one table
/** The code of a broken truce. */
const BROKEN = '196';
const SAID: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'AGREE', 'SUPPORT', 'CONCEDE']);
const DEFINITE: ReadonlySet<string> = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'its',
  'their',
  'his',
  'her',
  'such',
]);
/** Whether all of one list are in another; so are those of an empty one. */
export const within = (a: readonly number[], b: readonly number[]) => a.every((one) => b.includes(one));
/** Whether two lists have somebody in common, or one of them is not told. */
export const agree = (a: readonly number[], b: readonly number[]) =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));

/** Days and place of what a draft's own words tell; asked for only when two drafts look like one. */
export type Whereabouts = (draft: Draft) => {
  readonly time: Time | null;
  /** Index of a place smaller than a country. */
  readonly place: number | null;
};

/** Whether the words of two drafts put them on other days or in other towns. */
export function apart(a: Draft, b: Draft, at: Whereabouts): boolean {
  const one = at(a);
  const two = at(b);
  if (one.place !== null && two.place !== null && one.place !== two.place) return true;
  const [first, second] = [one.time, two.time];
  if (!first || !second || /REF/.test(first.value) || /REF/.test(second.value)) return false;
  if (first.interval && second.interval)
    return first.interval[1] < second.interval[0] || second.interval[1] < first.interval[0];
  // "Saturday" and "Saturday night"
  const within = first.value.startsWith(second.value) || second.value.startsWith(first.value);
  return first.interval === null && second.interval === null && !within;
}

/** Whether a later wording tells of the same event as an earlier one. */
export function same(earlier: Draft, later: Draft, match: Matcher, at: Whereabouts): boolean {
  if (earlier.code.type !== later.code.type) return false;
  if (isToldApart(earlier, later, match)) return false;
  // a truce that was broken is no blow that anybody was hurt in
  if ((earlier.code.cameo === BROKEN) !== (later.code.cameo === BROKEN)) return false;
  const { view } = match;
  const a = earlier.coded.trigger;
  const b = later.coded.trigger;
  if (
    earlier.code.mode !== null &&
    later.code.mode !== null &&
    earlier.code.mode !== later.code.mode &&
    !violent(earlier)
  )
    return false;
  if (earlier.status !== later.status && (earlier.status === 'negated' || later.status === 'negated')) return false;
  // "fear of aggression", then "the air strike that killed Holt": what came is none of what is only feared
  if (violent(earlier) && earlier.status === 'hypothetical' && later.status === 'asserted') return false;
  if (isDowned(earlier, match) !== isDowned(later, match)) return false;
  // "the deadliest attack since an assault in Tarn": that was another
  if (violent(earlier) && (isMeasure(a, match) || isMeasure(b, match))) return false;
  if (victims(earlier, later, match)) return !apart(earlier, later, at);
  if (crowd(earlier, later, match)) return !apart(earlier, later, at);
  if (!agree(earlier.actors, later.actors)) return false;
  if (
    !agree(earlier.recipients, later.recipients) &&
    !(nominalBlow(later, match) && calledAlike(earlier, later, match))
  )
    return false;
  if (violent(earlier) && isTurned(earlier, later)) return false;
  if (violent(earlier) && LASTING.has(match.lemma(a)) !== LASTING.has(match.lemma(b))) return false;
  if (metOnce(earlier, later, match)) return !apart(earlier, later, at);
  // "a bombing killed five, another attack ascribed to the Front": what the blow was, beside others
  if (violent(earlier) && CALLED.has(view.lower[b - 1] ?? '') && view.lower[b - 2] === ',' && view.upos[b] === NOUN)
    return (
      view.sentence[a] === view.sentence[b] && view.relation[b] !== REL.nsubj && view.relation[b] !== REL['nsubj:pass']
    );
  if (isAnother(later, match) || isAvenged(earlier, later, match)) return false;
  if (isFormer(earlier, match) !== isFormer(later, match)) return false;
  const nominal = view.upos[b] === NOUN;
  // "resigned", "his resignation", "announced that he would step down": what one does or suffers once
  const once =
    ONCE.has(earlier.code.mode ?? '') &&
    earlier.code.mode === later.code.mode &&
    earlier.actors.length + earlier.recipients.length > 0 &&
    (earlier.actors.length === 0 || within(later.actors, earlier.actors)) &&
    within(later.recipients, earlier.recipients) &&
    later.recipients.length === earlier.recipients.length &&
    later.actors.length + later.recipients.length > 0;
  if (once) return true;
  const both =
    later.actors.length > 0 &&
    within(later.actors, earlier.actors) &&
    within(later.recipients, earlier.recipients) &&
    (later.recipients.length > 0 || later.coded.mutual);
  if (nominal) {
    if (isNewSum(b, match)) return false;
    // "the killing of aid workers", paragraphs behind an assault on a town: whom nobody was told to have died there
    if (
      DEADLY.has(match.lemma(b)) &&
      later.coded.patients.length > 0 &&
      (view.paragraph[b] ?? 0) - (view.paragraph[a] ?? 0) > 1 &&
      !later.recipients.some((one) => earlier.recipients.includes(one)) &&
      !DEADLY.has(match.lemma(a)) &&
      !calledAlike(earlier, later, match)
    )
      return false;
    // "counted 20 arrests … after a judge ordered his arrest": one, and none of so many
    if (!violent(later) && view.tag(b) === 'NN' && view.tag(a) === 'NNS' && match.roles.childBy(a, REL.nummod) >= 0)
      return false;
    // "a reward for his capture": what has yet to come is none of what came
    if (
      earlier.status === 'asserted' &&
      (later.status === 'hypothetical' || later.status === 'future') &&
      later.recipients.length > 0
    )
      return false;
    // "the strikes" of one are no blasts of nobody known
    if (
      violent(later) &&
      later.actors.length > 0 &&
      earlier.actors.length === 0 &&
      kindOfBlow(a, match) + kindOfBlow(b, match) === 3
    )
      return false;
    // "Velmar's offensive" goes on for weeks: it is none of a raid of nobody known
    if (violent(later) && later.actors.length > 0 && earlier.actors.length === 0)
      if (match.lemma(b) === 'offensive' && match.lemma(a) !== 'offensive') return false;
    // who is taken away is taken in no bombardment
    if (earlier.code.mode === 'abduct' && kindOfBlow(b, match) === 2) return false;
    // "the visit of Kern" is none of talks that nobody is named of
    if (later.code.mode === 'visit' && earlier.code.mode !== 'visit' && !both) return false;
    // "the strike", "Russian strikes": definite, or the same parties again
    if (both) return !apart(earlier, later, at);
    const known = later.actors.length + later.recipients.length;
    // "the strike" is none of "the attacks" told before it, nor "the attacks" the one strike
    if (known === 0 && violent(later) && isOne(earlier, match) !== isOne(later, match) && view.upos[a] === NOUN)
      return false;
    // "the Aug. 7 bombings": of a day of their own, and no air raids
    if (violent(later) && isOfOtherDay(a, b, match) && at(earlier).time === null) return false;
    // what one says may be said again to somebody else: only deeds are known by who did them
    if (known > 0 && SAID.has(later.code.type)) return false;
    if (isDefinite(b, match))
      return known === 0
        ? earlier.status === later.status ||
            // "to destroy the group", "the attack in Velmar": what came is none of what is only meant
            (later.status === 'asserted' && !(violent(later) && earlier.status === 'hypothetical'))
        : within(later.actors, earlier.actors) ||
            // "skirmishes" of nobody and nowhere are not "the offensive of Velmar"
            (earlier.actors.length === 0 &&
              (earlier.recipients.length > 0 ||
                !violent(earlier) ||
                isOne(earlier, match) ||
                at(earlier).place !== null));
    return known === 0 && earlier.coded.mutual && later.coded.mutual;
  }
  if (!both || earlier.status !== later.status) return false;
  // "struck the port", "attacked it": other words for what the same did to the same
  return (match.lemma(a) === match.lemma(b) || !SAID.has(later.code.type)) && !apart(earlier, later, at);
}

/** What opens the words that a blow is called by behind a comma. */
const CALLED: ReadonlySet<string> = new Set(['another', 'an', 'a']);

const nominalBlow = (draft: Draft, { view }: Matcher) => violent(draft) && view.upos[draft.coded.trigger] === NOUN;

/** "Killed nine tourists", "the attack on tourists": one noun for those who suffered it, however many. */
function calledAlike(earlier: Draft, later: Draft, match: Matcher): boolean {
  const [one, more] = later.coded.patients;
  if (one === undefined || more !== undefined || match.view.upos[one] !== NOUN) return false;
  if (match.roles.childBy(one, REL.nummod) >= 0) return false;
  return earlier.coded.patients.some(
    (token) => match.view.upos[token] === NOUN && match.lemma(token) === match.lemma(one),
  );
}

/** "Shot down several drones": nobody is hurt there, and it is no strike that is spoken of later. */
export const isDowned = ({ coded: { entry, patients } }: Draft, match: Matcher): boolean =>
  /^(?:shoot down|bring down|down|intercept)$/.test(entry.words) &&
  patients.some((token) => UNMANNED.has(match.lemma(token)));

const UNMANNED: ReadonlySet<string> = new Set([
  'drone',
  'missile',
  'rocket',
  'uav',
  'projectile',
  'balloon',
  'quadcopter',
]);

/** Whether those who struck are struck: "Velmar's attacks", "the deadliest attack on Velmar". */
const isTurned = (earlier: Draft, later: Draft): boolean =>
  !earlier.coded.mutual &&
  !later.coded.mutual &&
  (earlier.actors.some((one) => later.recipients.includes(one) && !earlier.recipients.includes(one)) ||
    later.actors.some((one) => earlier.recipients.includes(one) && !later.recipients.includes(one)));

const AVENGING: ReadonlySet<string> = new Set([
  'retaliation',
  'revenge',
  'reprisal',
  'vengeance',
  'response',
  'answer',
]);

/** "The bombings were retaliation for the killing": what is avenged is none of what the same sentence tells of. */
export function isAvenged(earlier: Draft, later: Draft, { view, roles }: Matcher): boolean {
  const at = later.coded.trigger;
  const led = view.upos[at] === NOUN ? roles.caseOf(at) : '';
  if ((led !== 'for' && led !== 'to') || !AVENGING.has(view.lower[view.head[at] ?? -1] ?? '')) return false;
  return [earlier.coded.trigger, ...earlier.others].some((token) => view.sentence[token] === view.sentence[at]);
}

/** "A previous truce broke down": none of the truce that is spoken of now. */
const isFormer = ({ coded: { trigger } }: Draft, { view, roles }: Matcher): boolean =>
  view.upos[trigger] === NOUN &&
  /^(?:previous|earlier|former|past)$/.test(view.lower[roles.childBy(trigger, REL.amod)] ?? '');

/** Words that make somebody another one. */
export const OTHER: ReadonlySet<string> = new Set([
  'another',
  'other',
  'second',
  'third',
  'fourth',
  'fifth',
  'more',
  'new',
  'different',
]);

/** "Another man was arrested": whoever it is, not the one told of before. */
export const isAnother = ({ coded: { patients } }: Draft, { view, roles }: Matcher): boolean =>
  patients.some(
    (token) =>
      OTHER.has(view.lower[roles.childBy(token, REL.det)] ?? '') ||
      OTHER.has(view.lower[roles.childBy(token, REL.amod)] ?? ''),
  );

const BLASTS: ReadonlySet<string> = new Set([
  'bombing',
  'blast',
  'explosion',
  'bomb',
  'explode',
  'detonate',
  'detonation',
]);
const RAIDS: ReadonlySet<string> = new Set([
  'strike',
  'airstrike',
  'raid',
  'shelling',
  'bombardment',
  'offensive',
  'invasion',
]);
/** 1 for a bomb that goes off, 2 for what armies do, 0 for words that may be either. */
const kindOfBlow = (word: number, match: Matcher): number => {
  const lemma = match.lemma(word);
  return BLASTS.has(lemma) ? 1 : RAIDS.has(lemma) ? 2 : 0;
};

export const HARMED: ReadonlySet<string> = new Set(['kill', 'injure', 'wound', 'hurt', 'maim', 'die']);
/** How many sentences behind an attack its victims are counted in. */
const AFTERMATH = 3;

/** "Holt was killed", "the assassination of Holt": one person dies once, and is shot once in a report unless it says otherwise. */
function metOnce(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (!violent(earlier) || earlier.recipients.length !== 1 || later.recipients.length !== 1) return false;
  if (earlier.recipients[0] !== later.recipients[0] || earlier.status !== later.status) return false;
  const [a, b] = [earlier.code.mode, later.code.mode];
  const alike = a !== null && a === b;
  if (!alike && !(isFatal(earlier, match) && isFatal(later, match))) return false;
  // several may be counted under one word: "protesters were killed"
  const both = [...earlier.coded.patients, ...later.coded.patients];
  const fatal = isFatal(earlier, match) && isFatal(later, match);
  // "killed a suspect", "fatally shot the suspect"
  const known = (token: number) => isNamed(token, match) || (fatal && (isDefinite(token, match) || token === both[0]));
  return both.length > 1 && both.every((token) => isSingular(token, match) && known(token));
}

const isNamed = (token: number, { view }: Matcher) =>
  view.upos[token] === PROPN ||
  view.upos[token] === PRON ||
  // "16-year-old Kim Holt": a name behind the age
  (view.lower[token] === 'old' && view.upos[token + 1] === PROPN);

function isFatal({ coded, code }: Draft, match: Matcher): boolean {
  const { trigger, entry } = coded;
  return (
    code.mode === 'targeted' ||
    FATAL.has(match.lemma(trigger)) ||
    entry.words === 'shoot dead' ||
    match.view.lower[trigger - 1] === 'fatally'
  );
}

/** A name, a pronoun of one or a noun in the singular. */
function isSingular(token: number, { view }: Matcher): boolean {
  const word = view.lower[token] ?? '';
  return (
    !view.tag(token).endsWith('S') && word !== 'they' && word !== 'them' && word !== 'their' && view.upos[token] !== NUM
  );
}

/** Whether its words tell of one attack rather than of several. */
function isOne({ coded: { trigger, entry } }: Draft, { view }: Matcher): boolean {
  return view.upos[trigger] !== NOUN || !(view.tag(trigger).endsWith('S') || SEVERAL.test(entry.words));
}

const SEVERAL = /^(?:wave|series|string|spate|barrage) of /;

/** Sentences of a headline and a lead. */
const LEAD = 2;
const ELSE =
  /^(?:also|later|another|other|others|meanwhile|elsewhere|separate|separately|earlier|previously|second|since|by|in)$/;

/** "Later in the day nine were also killed": words before a verb that part it from what was told. */
function isElse(verb: number, { sentence, lower }: TokenView): boolean {
  for (let at = verb; at >= 0 && sentence[at] === sentence[verb]; at--) if (ELSE.test(lower[at] ?? '')) return true;
  return ['in', 'by', 'during', 'near'].includes(lower[verb + 1] ?? '') || lower[verb - 1] === 'also';
}

/** "A commander was also killed", "three other soldiers were wounded", with nothing else that parts them from those told before. */
function isMore(verb: number, { sentence, lower }: TokenView): boolean {
  let more = false;
  for (let at = verb - 1; at >= 0 && sentence[at] === sentence[verb]; at--) {
    const word = lower[at] ?? '';
    if (MORE.test(word)) more = true;
    else if (PARTING.test(word)) return false;
  }
  if (!more) return false;
  for (let at = verb + 1; at < verb + AFTER && sentence[at] === sentence[verb]; at++)
    if (PARTING.test(lower[at] ?? '')) return false;
  return true;
}

const MORE = /^(?:also|others?)$/;
const PARTING =
  /^(?:later|another|meanwhile|elsewhere|separate|separately|earlier|previously|second|since|by|in|at|near|during|when|while|after|before|on)$/;
/** How many words behind a verb its own place or time may begin. */
const AFTER = 6;

/** "At least nine people were killed, officials said": the victims of the attack that the sentences before told of. */
function victims(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view } = match;
  const a = earlier.coded.trigger;
  const b = later.coded.trigger;
  if (!violent(earlier) || later.actors.length > 0 || view.upos[b] !== VERB || later.coded.operators.length > 0)
    return false;
  if (
    !HARMED.has(match.lemma(b)) ||
    (HARMED.has(match.lemma(a)) && !isMore(b, view)) ||
    earlier.status !== 'asserted' ||
    later.status !== 'asserted'
  )
    return false;
  // "killed when a mine exploded": of what they died is told with them
  if (later.others.some((one) => BLASTS.has(match.verbLemma(one))) || later.coded.agents.length > 0) return false;
  // "injured in stone-pelting", "hurt in a stampede": in something else than what was told
  if (OTHER_HARM.test(view.lower[match.roles.obliqueOf(b, 'in')] ?? '')) return false;
  // of what the report is about, from where it was told last
  let last = a;
  if (((view.sentence[a] ?? 0) < LEAD && !isElse(b, view)) || isMore(b, view))
    for (const one of earlier.others) if (one > last && one < b) last = one;
  if ((view.sentence[b] ?? 0) - (view.sentence[last] ?? 0) > AFTERMATH) return false;
  return (view.paragraph[b] ?? 0) - (view.paragraph[last] ?? 0) < 2;
}

const OTHER_HARM = /(?:pelting|throwing|stampede|accident|crash|collision|fall|blaze)$/;

const CROWD: ReadonlySet<string> = new Set([
  'protester', 'protestor', 'demonstrator', 'people', 'crowd', 'marcher', 'activist', 'supporter', 'thousand', 'hundred', 'dozen', 'participant', 'organizer', 'organiser', 'they', 'visitor', 'attendee', 'spectator',
]); // biome-ignore format: one table

/** "Thousands marched", "protesters carried placards": one rally, whoever is named among the crowd. */
function crowd(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (later.code.type !== 'PROTEST' || earlier.status !== later.status || later.status !== 'asserted') return false;
  const known = later.coded.agents;
  if (isOtherCrowd(earlier, later, match)) return false;
  return known.every((token) => CROWD.has(match.lemma(token)) || match.view.upos[token] === NUM);
}

const violent = ({ code }: Draft) => code.type === 'ASSAULT';

/** "The air raid", "the August 7 bombings": blows of two kinds, and a month in the phrase of the second. */
export function isOfOtherDay(told: number, noun: number, match: Matcher): boolean {
  if (kindOfBlow(told, match) + kindOfBlow(noun, match) !== 3) return false;
  const { view, roles } = match;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
    if (MONTHS.test(view.lower[child] ?? '')) return true;
  return false;
}

const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)\.?$/;

/** "In one of several strikes": those others are told of with the one. */
const isOneOf = (word: number, { view: { lower }, roles }: Matcher): boolean => {
  if (roles.caseOf(word) !== 'of') return false;
  let at = word - 1;
  while (at > word - 5 && lower[at] !== 'of') at--;
  return lower[at] === 'of' && lower[at - 1] === 'one';
};

/** "11 strikes", told behind "34 strikes": what is counted anew is another sum, "the two strikes" is none. */
export const isNewSum = (word: number, match: Matcher): boolean => {
  if (match.view.upos[word] !== NOUN) return false;
  const sum = match.roles.childBy(word, REL.nummod);
  // "the Aug. 7 bombings": a day
  const counted = sum >= 0 && !isDay(sum - 1, match.view) && !isDefinite(word, match);
  return counted || isOneOf(word, match);
};

/** Whether a noun has an article, a demonstrative or a possessor that says which. */
export function isDefinite(noun: number, match: Matcher): boolean {
  let definite = false;
  eachChild(match.parsed, noun, (child) => {
    const relation = match.view.relation[child];
    if (relation === REL.det && DEFINITE.has(match.view.lower[child] ?? '')) definite = true;
    if (relation === REL['nmod:poss']) definite = true;
  });
  return definite;
}
