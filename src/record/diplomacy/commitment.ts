// What reports tell of promises in, each promise followed out: open, kept, broken, delayed, withdrawn or unknown.
import { readList } from '../../lexicon/read-list.ts';
import { dayOf } from '../incident/day.ts';
import { inOrder, type Told } from './told.ts';

export const FATES = ['open', 'kept', 'broken', 'delayed', 'withdrawn', 'unknown'] as const;
export type Fate = (typeof FATES)[number];

export interface Commitment {
  /** `c` and the claim id of the promise. */
  readonly id: string;
  readonly promise: Told;
  /** The record's ids of who promised. */
  readonly by: readonly string[];
  /** release, withdrawal, truce, aid …: the list en/record/promises names them; else `other`. */
  readonly kind: string;
  /** Last day for it, in days since 1970; null when none was set. */
  readonly deadline: number | null;
  readonly fate: Fate;
  /** The later words that settle it; null while nothing does: there is no verdict without them. */
  readonly settledBy: Told | null;
  /** One line: why this fate. */
  readonly why: string;
}

type Code = readonly [type: string, mode: string | null];

/** One line of the list: what is promised in these words, and by which events it is kept or broken. */
interface Promised {
  readonly words: RegExp;
  readonly kind: string;
  readonly kept: readonly Code[];
  readonly broken: readonly Code[];
}

let list: readonly Promised[] | null = null;

function promised(): readonly Promised[] {
  list ??= readList('en/record/promises').rows.map(([words = '', kind = '', kept = '-', broken = '-']) => ({
    words: new RegExp(`\\b${words.replaceAll(' ', '\\s+')}(?:s|es|d|ed|ing|n|al|als)?\\b`, 'i'),
    kind,
    kept: codes(kept),
    broken: codes(broken),
  }));
  return list;
}

function codes(field: string): Code[] {
  if (field === '-') return [];
  return field.split(' ').map((one) => {
    const [type = '', mode = null] = one.split('/');
    return [type, mode];
  });
}

const PROMISE = /\b(?:promis\w*|pledg\w*|vow\w*|agree\w*|commit\w*|undert[ao]\w*|guarantee\w*|assur\w*|will|would)\b/i;
const HOSTILE = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST', 'THREATEN', 'ACCUSE', 'REJECT']);
const WITHDRAWN = /\b(?:withdr[ae]w\w*|retract\w*|t[oa]ok? back|go(?:es|ne)? back on|went back on|no longer)\b/i;
const DELAYED = /\b(?:postpon\w*|put off|delay\w*|later than|not yet)\b/i;
/** Days after which an event is no answer to a promise without a deadline, and after a deadline. */
const REACH = 60;
const GRACE = 14;
/** Days within which the same promise told again is one. */
const AGAIN = 7;

/** Who goes back on a promise makes none. */
const BACK = /\b(?:go(?:es|ne|ing)?|went) back on\b/i;
const PLEDGED =
  /\b(?:promis|pledg|vow|agree|undert[ao]|commit)\w*\s+(?:\w+\s+)?(?:not\s+)?to\s+(?:refrain|stop|spare|avoid|halt|end|respect|observe|hold|honou?r)\b/i;
/** "Would sign only if": a condition is a stance, and no promise yet. */
const CONDITIONAL =
  /\b(?:only (?:if|when|after|once)|unless|provided(?: that)?|on (?:the )?condition that|if and only if)\b/i;

/** Words that say outright that a promise was broken. */
const BREACH =
  /\b(?:break(?:s|ing)?|broke|broken|violat\w+|breach\w*|in (?:violation|breach|defiance) of|despite)\b[^.;]{0,40}\b(?:promises?|pledges?|truce|ceasefire|cease-fire|agreements?|accords?|deal|word|commitments?)\b/i;

/** Whether an event is a promise of its own: agreed, or announced for the time to come by those who are to do it. */
export function isPromise({ event, words, sentence, actors, recipients, statement }: Told): boolean {
  const { type, status } = event;
  if (BACK.test(words.text) || CONDITIONAL.test(sentence.text.slice(words.start - sentence.start))) return false;
  if (
    status === 'asserted' &&
    actors.length + recipients.length > 0 &&
    PLEDGED.test(sentence.text) &&
    PLEDGED.test(words.text)
  )
    return true;
  if (actors.length === 0 || HOSTILE.has(type) || status === 'negated' || status === 'historical') return false;
  const act = statement?.act;
  if (act === 'promise' || act === 'agree') return true;
  if (type === 'AGREE' || type === 'CONCEDE') return PROMISE.test(words.text);
  return status === 'future' && (PROMISE.test(words.text) || act === 'announce');
}

/** Whether an event's words may say what became of a promise, whatever the event is. */
export const isVerdict = ({ words, sentence }: Pick<Told, 'words' | 'sentence'>): boolean =>
  BREACH.test(sentence.text) || WITHDRAWN.test(words.text) || DELAYED.test(words.text);

/** Types of event that keep or break a promise, and the days in which they do; no types where only words settle it. */
export function settledWithin({ promise, deadline }: Pick<Commitment, 'promise' | 'deadline'>): {
  readonly types: readonly string[];
  readonly days: number;
} {
  const what = PAPER.test(promise.words.text) ? null : kindOf(promise);
  return {
    types: what ? [...new Set([...what.kept, ...what.broken].map(([type]) => type))] : [],
    days: reachOf(dayOf(promise.published), deadline),
  };
}

const reachOf = (made: number | null, deadline: number | null): number =>
  made === null ? REACH : Math.max(REACH, (deadline ?? made) - made + GRACE);

const DUE = /\b(?:by|before|until|till|within|no later than)\s/i;

/** "Had agreed to a truce on Oct. 19": a day that had passed when it was told says when it was agreed, unless it is led as a deadline. */
function deadlineOf({ window, published, words }: Told): number | null {
  const day = window?.[1] ?? null;
  const told = dayOf(published);
  return day !== null && told !== null && day < told && !DUE.test(words.text) ? null : day;
}

/** Every promise that the events tell of and what became of it by `today`, a day since 1970; null asks for no deadline. */
export function commitmentsOf(events: readonly Told[], today: number | null): Commitment[] {
  const ordered = [...events].sort(inOrder);
  const found: Commitment[] = [];
  ordered.forEach((promise, at) => {
    if (!isPromise(promise)) return;
    const what = (PAPER.test(promise.words.text) ? null : kindOf(promise)) ?? outright(promise);
    if (!what) return;
    const by = promise.actors.length > 0 ? promise.actors : promise.recipients;
    const again = (one: Commitment) =>
      one.kind === what.kind &&
      (what.kind !== 'other' || one.promise.words.text === promise.words.text) &&
      one.by.some((name) => by.includes(name)) &&
      near(one.promise, promise);
    const deadline = deadlineOf(promise);
    const told = found.findIndex(again);
    const known = found[told];
    // told again with its day it is the same promise, better known
    if (known && (known.deadline !== null || deadline === null || known.promise.report !== promise.report)) return;
    const fate = fateOf(promise, by, what, deadline, ordered.slice(at + 1), today);
    const made = { id: `c${promise.id}`, promise, by, kind: what.kind, deadline, ...fate };
    if (known) found[told] = made;
    else found.push(made);
  });
  return found;
}

/** Who withdraws a bill withdraws no troops. */
const PAPER =
  /\b(?:withdr[ae]w\w*|open\w*|allow\w*|releas\w*|halt\w*)\s+(?:\S+\s+){0,3}?(?:bills?|laws?|proposals?|motions?|candidac\w+|nominations?|support|charges?|complaints?|resolutions?|amendments?|offers?|threats?|reports?|statements?|documents?|results?|figures?|data|details?|names?|films?|albums?|songs?|products?|versions?|books?)\b/i;

const kindOf = ({ words: said }: Told): Promised | null =>
  promised().find(({ words }) => words.test(said.text)) ?? null;

/** What is promised outright and of no kind that the list knows: told, and settled by words alone. */
function outright({ statement, event }: Told): Promised | null {
  if (statement?.act !== 'promise' || !/^(?:promis|pledg|vow)/i.test(event.trigger.text)) return null;
  return { words: NEVER, kind: 'other', kept: [], broken: [] };
}

const NEVER = /(?!)/;

function near(a: Told, b: Told): boolean {
  const x = dayOf(a.published);
  const y = dayOf(b.published);
  return a.report === b.report || x === null || y === null || Math.abs(x - y) <= AGAIN;
}

function fateOf(
  promise: Told,
  by: readonly string[],
  what: Promised,
  deadline: number | null,
  later: readonly Told[],
  today: number | null,
): Pick<Commitment, 'fate' | 'settledBy' | 'why'> {
  const made = dayOf(promise.published);
  const reach = reachOf(made, deadline);
  for (const told of later) {
    if (told.report === promise.report) continue;
    const day = dayOf(told.published);
    if (made !== null && day !== null && day - made > reach) break;
    const { type, mode, status } = told.event;
    const breach = BREACH.test(told.sentence.text);
    if (!sameParty(promise, by, told) && !breach) continue;
    const is = (wanted: readonly Code[]) =>
      wanted.some(([kind, how]) => kind === type && (how === null || how === mode));
    const verdict = (fate: Fate, words: string) => ({ fate, settledBy: told, why: `${words} “${told.words.text}”` });
    if (status === 'asserted' && !breach && is(what.kept)) return verdict('kept', `${what.kind} promised, then`);
    if (status === 'asserted' && is(what.broken)) return verdict('broken', `${what.kind} promised, then`);
    if (breach || !what.words.test(told.words.text)) continue;
    if (WITHDRAWN.test(told.words.text)) return verdict('withdrawn', 'taken back:');
    if (DELAYED.test(told.words.text) && status !== 'negated') return verdict('delayed', 'put off:');
  }
  if (deadline !== null && today !== null && today > deadline)
    return { fate: 'unknown', settledBy: null, why: 'its day has passed and no report says what became of it' };
  const why = deadline === null ? 'no day was set and no report settles it' : 'its day has not passed';
  return { fate: 'open', settledBy: null, why };
}

/** Who promised is who acts: the same name, or one of the same country where only a country can be compared. */
function sameParty(promise: Told, by: readonly string[], told: Told): boolean {
  if (told.actors.some((name) => by.includes(name))) return true;
  const [country] = promise.countries;
  return (
    promise.countries.length === 1 && country !== undefined && told.actors.length > 0 && told.countries[0] === country
  );
}
