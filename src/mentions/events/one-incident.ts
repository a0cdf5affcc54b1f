// The attacks of a report in; those of nobody known, and those that only tell more of the one crime that it reports, joined to it, out.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, NUM, PROPN, REL } from '../actors/token-view.ts';
import { type Draft, join } from './draft.ts';
import type { Contexts } from './homely.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { placesBehind, saysOther, takeNames } from './retold.ts';
import {
  apart,
  isAvenged,
  isDefinite,
  isNewSum,
  isOfOtherDay,
  LASTING,
  type Whereabouts,
  within,
} from './same-event.ts';
import { isCounterblow } from './told-apart.ts';

/** Who fights on and on: a report on them tells of many attacks. */
const FIGHTING: ReadonlySet<string | null> = new Set(['MIL', 'REB', 'UAF', 'GOV', 'PRM', 'SEP', 'SPY']);
/** Sentences in which a report says what it is about. */
const OPENING = 3;
/** Words of a headline or lead that tell of several crimes. */
const SEVERAL: ReadonlySet<string> = new Set([
  'series', 'spate', 'string', 'spree', 'separate', 'shootings', 'killings', 'attacks', 'murders', 'stabbings', 'bombings', 'incidents', 'slayings', 'homicides', 'wave', 'rampage',
]); // biome-ignore format: one table
const WEAPON = kindBit('weapon');
/** How many attacks back one is looked for: it keeps the work linear. */
const BACK = 40;

type DeadOf = (draft: Draft) => string | null;
/** Which sides the dead may be of: see `sidesOf`. */
type Sides = (draft: Draft) => number;
const isBlow = ({ code, status, into }: Draft) => code.type === 'ASSAULT' && status === 'asserted' && into === null;

/** Whether any were joined. */
export function foldIncident(
  drafts: readonly Draft[],
  match: Matcher,
  at: Whereabouts,
  deadOf: DeadOf,
  cast: Cast,
  contexts: Contexts,
  sides: Sides,
): boolean {
  const blows = drafts.filter(isBlow);
  if (blows.length < 2) return false;
  let folded = foldVictim(blows, match, at, cast);
  if (foldCrime(blows, match, at, deadOf, cast, contexts, sides)) folded = true;
  for (let i = 0; i < blows.length; i++) {
    const draft = blows[i] as Draft;
    if (draft.into || draft.actors.length + draft.recipients.length > 0) continue;
    const { trigger } = draft.coded;
    // "two strikes near Velmar", "another blast": told of for the first time
    const opens = (match.view.sentence[trigger] ?? 0) < 2;
    if ((isNewSum(trigger, match) && !opens) || saysOther(trigger, match) || LASTING.has(match.lemma(trigger)))
      continue;
    const told = nearest(
      blows,
      i,
      (one) =>
        isOfSomebody(one, match) &&
        (isBefore(one, draft) || !isOfOld(one, at)) &&
        isLike(one, draft) &&
        !(isOfOtherDay(one.coded.trigger, trigger, match) && at(one).time === null) &&
        !isElsewhere(one, draft, match) &&
        !isAvenged(draft, one, match) &&
        !apart(one, draft, at),
    );
    if (!told || differ(deadOf(told), deadOf(draft))) continue;
    // far off, its figures need not be those of the other
    if (isFar(draft, told, match)) draft.absorbed = true;
    else join(draft, told);
    folded = true;
  }
  return folded;
}

/** How many sentences off a blow of nobody is told of the one that somebody struck. */
const NEAR = 3;
const isFar = ({ coded: a }: Draft, { coded: b }: Draft, match: Matcher): boolean =>
  Math.abs((match.view.sentence[a.trigger] ?? 0) - (match.view.sentence[b.trigger] ?? 0)) > NEAR &&
  !isDefinite(a.trigger, match);

const isBefore = ({ coded: a }: Draft, { coded: b }: Draft) => a.trigger < b.trigger;

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/** Who did it or to whom is told, and it is no war that went on for years. */
const isOfSomebody = ({ actors, recipients, coded }: Draft, match: Matcher) =>
  actors.length + recipients.length > 0 && !LASTING.has(match.lemma(coded.trigger));

/** "A bomb went off": told of for the first time. */
const isNew = ({ coded }: Draft, { view, roles }: Matcher): boolean =>
  [coded.trigger, roles.clauses.subject[coded.trigger] ?? -1, ...coded.agents, ...coded.patients].some(
    (token) => token >= 0 && /^an?$/.test(view.lower[roles.childBy(token, REL.det)] ?? ''),
  );

/** "A blast in Velmar", "our post was shelled": a town or a thing of its own that the other's words do not have. */
function isElsewhere(told: Draft, { coded }: Draft, match: Matcher): boolean {
  const { trigger, patients } = coded;
  // "the attack on the train", beside police who fired
  const things = patients.filter((token) => isThing(token, match));
  if (
    things.length > 0 &&
    !things.some((token) => told.coded.patients.some((other) => match.lemma(other) === match.lemma(token)))
  )
    return true;
  const names = placesBehind(trigger, match);
  const others = placesBehind(told.coded.trigger, match);
  return names.length > 0 && others.length > 0 && !names.some((name) => others.includes(name));
}

/** What is hit, and not what it is hit with. */
const isThing = (token: number, { view: { upos }, kinds }: Matcher): boolean =>
  (upos[token] === NOUN || upos[token] === PROPN) && (kinds.of(token) & WEAPON) === 0;

/** The attack before one, or the first behind it, that is fit. */
function nearest(blows: readonly Draft[], from: number, isFit: (one: Draft) => boolean): Draft | null {
  for (let k = from - 1; k >= 0 && k >= from - BACK; k--) {
    const one = blows[k] as Draft;
    if (one.into === null && isFit(one)) return one;
  }
  for (let k = from + 1; k < blows.length && k <= from + BACK; k++) {
    const one = blows[k] as Draft;
    if (one.into === null && isFit(one)) return one;
  }
  return null;
}

/** "Holt was shot", "assailants attacked Holt": what befell one person by name is told once, unless its words put it elsewhere. */
function foldVictim(blows: readonly Draft[], match: Matcher, at: Whereabouts, { actors: known }: Cast): boolean {
  let folded = false;
  for (let i = 1; i < blows.length; i++) {
    const draft = blows[i] as Draft;
    const [victim] = draft.recipients;
    if (
      draft.into ||
      victim === undefined ||
      draft.recipients.length > 1 ||
      (!isPerson(known[victim]) && !isOneOf(known[victim]))
    )
      continue;
    for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
      const earlier = blows[k] as Draft;
      if (earlier.into || earlier.recipients.length !== 1 || earlier.recipients[0] !== victim) continue;
      if (isOfOld(draft, at) || saysOther(draft.coded.trigger, match)) break;
      if (known[victim]?.kind === 'group' && harmOf(earlier, match) !== harmOf(draft, match)) continue;
      if (earlier.actors.length > 0 && !within(draft.actors, earlier.actors)) continue;
      if (!isLike(earlier, draft) || isOfOld(earlier, at) || apart(earlier, draft, at)) continue;
      join(draft, earlier);
      folded = true;
      break;
    }
  }
  return folded;
}

/** What became of those who were hit: "killed", "hurt"; '' where nothing is told. */
function harmOf({ coded, others }: Draft, match: Matcher): string {
  const tokens = [coded.trigger, ...coded.consumed, ...others].map((token) => match.view.lower[token] ?? '');
  if (tokens.some((word) => /^(?:kill|dea[dt]|die|slay|slain|murder|execut|eliminat)/.test(word))) return 'killed';
  return tokens.some((word) => /^(?:wound|injur|hurt)/.test(word)) ? 'hurt' : '';
}

/** Somebody, or so many: whom the report means once more by the same words. */
const isOneOf = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined &&
  (actor.kind === 'person' || (actor.kind === 'group' && SO_MANY.test(actor.name))) &&
  !FIGHTING.has(actor.sector);
const SO_MANY = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) /i;

const isUnnamed = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'person' && /^\p{Ll}/u.test(actor.name);

const isPerson = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'person' && /^\p{Lu}/u.test(actor.name);

/** "Man shot dead in Velmar", and all along what is known of it: one crime, where no side fights and no word tells of more than one. */
function foldCrime(blows: readonly Draft[], match: Matcher, at: Whereabouts, deadOf: DeadOf, { actors: known }: Cast, contexts: Contexts, sides: Sides): boolean {
  const { view } = match;
  const main = blows[0] as Draft;
  const opens = [main.coded.trigger, ...main.others].some((token) => (view.sentence[token] ?? 0) < OPENING);
  if (!opens || main.actors.length + main.recipients.length === 0) return false;
  if (LASTING.has(match.lemma(main.coded.trigger)) || main.code.mode === 'aerial') return false;
  if (contexts[view.paragraph[main.coded.trigger] ?? -1]?.includes('military')) return false;
  let police = false;
  let others = false;
  for (const { actors, recipients } of blows) {
    if (recipients.some((one) => known[one]?.sector === 'MIL' || known[one]?.sector === 'REB')) return false;
    for (const one of actors) {
      const actor = known[one];
      // "the gunman" is one man, "gunmen" may be a side
      const alone = actor?.kind === 'person' && actor.sector === 'UAF';
      if (!actor || actor.kind === 'state' || (FIGHTING.has(actor.sector) && !alone)) return false;
      if (actor.sector === 'COP') police = true;
      else others = true;
    }
  }
  if (police && others) return false;
  for (let token = 0; token < view.length && (view.sentence[token] ?? 0) < OPENING; token++)
    if (SEVERAL.has(view.lower[token] ?? '')) return false;
  let folded = false;
  const named: Draft[] = [];
  for (let i = 1; i < blows.length; i++) {
    const draft = blows[i] as Draft;
    const { trigger } = draft.coded;
    // "a shooting" in the sentence under the headline is the one that it tells of
    const opened = (view.sentence[trigger] ?? 0) < 2 && view.sentence[main.coded.trigger] === 0;
    if ((isNewSum(trigger, match) && !opened) || saysOther(trigger, match) || LASTING.has(match.lemma(trigger))) continue;
    if (draft.into || !isLike(main, draft) || (isNew(draft, match) && isElsewhere(main, draft, match))) continue;
    const byOther = draft.actors.length > 0 && !within(draft.actors, main.actors) && !areAnybody(draft.coded.agents, match) && !draft.actors.every((one) => isUnnamed(known[one]));
    // "Kern attacked Holt" beside "Mead was killed": who is named need not be who did the other
    if (byOther && (main.actors.length > 0 || draft.recipients.length === 0 || !within(draft.recipients, main.recipients))) continue;
    if (!isWhom(main, draft, match) || isCounterblow(main, draft, match) || isReversed(main, draft)) continue;
    if (isOfOld(draft, at) || apart(main, draft, at) || differ(deadOf(main), deadOf(draft))) continue;
    if ((sides(main) & sides(draft)) === 0) continue;
    if (!areAnybody(draft.coded.patients, match)) named.push(draft);
    join(draft, main);
    folded = true;
  }
  // "a man", and the one name that is told of him: of several nothing says who is who
  const [one] = main.coded.patients;
  if (named.length === 1 && one !== undefined && !view.tag(one).endsWith('S')) takeNames(main, named[0] as Draft, match);
  return folded;
} // biome-ignore format: long conditions

/** Those who were struck strike back at those who struck them. */
const isReversed = (one: Draft, other: Draft): boolean =>
  other.actors.some((actor) => one.recipients.includes(actor)) &&
  other.recipients.some((actor) => one.actors.includes(actor));

/** What is no part of a shooting, nor a shooting a part of it. */
const APART: ReadonlySet<string | null> = new Set(['abduct', 'sexual', 'torture', 'destroy', 'crowd-control']);

const isLike = ({ code: a }: Draft, { code: b }: Draft) =>
  a.mode === b.mode || (!APART.has(a.mode) && !APART.has(b.mode));

/** Whether those acted upon may be those of the crime: nobody new by name. */
function isWhom(main: Draft, draft: Draft, match: Matcher): boolean {
  if (within(draft.recipients, main.recipients)) return true;
  const { patients } = draft.coded;
  if (patients.length === 0) return false;
  return areAnybody(patients, match) || areAnybody(main.coded.patients, match);
}

/** Common nouns and numbers: whoever they are, nothing says that they are somebody new. */
const areAnybody = (tokens: readonly number[], { view: { upos } }: Matcher): boolean =>
  tokens.every((token) => upos[token] === NOUN || upos[token] === NUM);

/** "Last year", "in March": words of a month or year put it before what is news. */
const isOfOld = (draft: Draft, at: Whereabouts): boolean => {
  const { time } = at(draft);
  return time !== null && /^(?:\d{4}(?:-\d\d)?$|PAST|P\d)/.test(time.value);
};
