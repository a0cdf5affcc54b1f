// What reports tell of meetings in, each meeting followed out: floated, scheduled, moved, confirmed, held, cancelled.
import { dayOf } from '../incident/day.ts';
import type { Window } from '../incident/happening.ts';
import { inOrder, isPutOff, type Told } from './told.ts';

export const MEETING_STATES = ['floated', 'scheduled', 'moved', 'confirmed', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** One report's word on a meeting. */
export interface MeetingStep {
  readonly state: MeetingState;
  readonly told: Told;
}

export interface Meeting {
  /** `m` and the claim id of the first word on it. */
  readonly id: string;
  /** The record's ids of those who are to meet, sorted. */
  readonly parties: readonly string[];
  readonly place: string | null;
  /** The day now planned, or on which it was held; null when none was named. */
  readonly window: Window | null;
  readonly state: MeetingState;
  /** In order of publication; never empty. */
  readonly steps: readonly MeetingStep[];
}

/** A meeting as it grows. */
interface Thread {
  readonly steps: [MeetingStep, ...MeetingStep[]];
  readonly parties: Set<string>;
  readonly countries: Set<string>;
  place: string | null;
  window: Window | null;
  state: MeetingState;
}

const MOVED = /\b(?:postpon\w*|put off|moved?|reschedul\w*|delay\w*|slip\w*|pushed back|brought forward)\b/i;
const CANCELLED = /\b(?:cancel\w*|call(?:s|ed|ing)? off|scrap\w*|abandon\w*|will not (?:meet|take place|attend))\b/i;
const FLOATED = /\b(?:offer\w*|propos\w*|suggest\w*|invit\w*|ready to|willing to|open to|hop\w+ to|could|may|might)\b/i;
const MEETING =
  /\b(?:meet\w*|met|talks?|summit|negotiat\w*|consult\w*|visit\w*|conference|delegations?|host(?:s|ed|ing)?|travel\w*|video call|(?:emergency|special|closed-door|joint) sessions?)\b/i;
/** Days within which a word without a day still speaks of the meeting last spoken of. */
const REACH = 45;

/** What stands before a verb that is only offered, wished or planned: "offered to host the ministers". */
const WISHED = /\b(?:offer|propos|suggest|invit|hop|want|wish|urg|ask|call|demand)\w*\s+(?:\S+\s+){0,4}?to\s+$/i;

/** What an event says of a meeting; null when it says nothing of one. */
export function stateOf(
  told: Pick<Told, 'event' | 'words' | 'sentence' | 'published' | 'window'>,
): MeetingState | null {
  const { event, words, sentence, published, window } = told;
  const { type, status, mode, trigger } = event;
  if (mode === 'phone') return null;
  // who brokered a truce met nobody by that
  if (mode === 'third-party' && /^(?:broker|mediat)/i.test(trigger.text)) return null;
  const meets = MEETING.test(words.text);
  // who speaks with somebody does not meet
  if (type === 'CONSULT' && !meets && /^(?:sp[eo]ak|spoke|call|phon|talk)/i.test(trigger.text)) return null;
  const off = type === 'REJECT' && mode === 'meet';
  if (off && !meets) return null;
  // "agree on release" in a headline that also tells of talks is no agreement to meet
  const agreed = type === 'AGREE' && MEETING.test(sentence.text.slice(Math.max(0, trigger.start - sentence.start)));
  if (!off && type !== 'CONSULT' && !(agreed && meets)) return null;
  if (status !== 'negated' && (MOVED.test(words.text) || isPutOff(sentence.text))) return 'moved';
  if (off || CANCELLED.test(words.text)) return 'cancelled';
  if (status === 'negated' || status === 'historical') return null;
  const today = dayOf(published);
  const ahead = window !== null && today !== null && window[0] > today;
  const wished = WISHED.test(sentence.text.slice(0, Math.max(0, trigger.start - sentence.start)));
  if (type === 'CONSULT' && status === 'asserted' && !ahead && !wished) return 'held';
  if (status === 'hypothetical' || wished || FLOATED.test(words.text)) return 'floated';
  return /\bconfirm\w*\b/i.test(words.text) ? 'confirmed' : 'scheduled';
}

/** Every meeting that the events tell of, by its first word. The same events in any order give the same meetings. */
export function meetingsOf(events: readonly Told[]): Meeting[] {
  const found = meetingsByAndBy(events);
  for (let next = found.next(); ; next = found.next()) if (next.done) return next.value;
}

/** The same, with a stop after each event: following many of them takes seconds. */
export function* meetingsByAndBy(events: readonly Told[]): Generator<undefined, Meeting[], undefined> {
  const threads: Thread[] = [];
  const lookout = new Lookout(threads);
  for (const given of [...events].sort(inOrder)) {
    yield;
    const state = stateOf(given);
    if (state === null) continue;
    const told = state === 'moved' ? moved(given) : given;
    const step: MeetingStep = { state, told };
    const parties = [...told.actors, ...told.recipients];
    const known = lookout.threadOf(step);
    if (known) {
      follow(known, step);
      lookout.note(known, told);
    }
    // one who meets nobody, on no day, is no meeting yet; "talks will resume in Cairo on Sunday" are, whoever comes
    else if (
      parties.length >= 2 ||
      (parties.length > 0 && state !== 'held' && told.window) ||
      (state === 'scheduled' && told.window && told.place)
    ) {
      const thread: Thread = {
        steps: [step],
        parties: new Set(parties),
        countries: new Set(told.countries),
        place: told.place,
        window: told.window,
        state,
      };
      threads.push(thread);
      lookout.note(thread, told);
    }
  }
  return threads.map(({ steps, parties, place, window, state }) => ({
    id: `m${steps[0].told.id}`,
    parties: [...parties].sort(),
    place,
    window,
    state,
    steps,
  }));
}

/** Finds the meeting that words may be of without looking at all that there are. */
class Lookout {
  readonly #threads: Thread[];
  /** Number of each thread, in the order in which they began. */
  readonly #numbers = new Map<Thread, number>();
  /** Numbers of threads by who takes part, by country and by town. */
  readonly #by = new Map<string, Set<number>>();
  /** Day on which each was last spoken of. */
  readonly #last: (number | null)[] = [];

  constructor(threads: Thread[]) {
    this.#threads = threads;
  }

  /** The thread that began last of those that the words belong to. */
  threadOf(step: MeetingStep): Thread | undefined {
    const { actors, recipients, countries, place, published } = step.told;
    const day = dayOf(published);
    // words that name nobody may be of any meeting of their day, words without a day of any at all
    if (day === null || actors.length + recipients.length === 0)
      return this.#threads.findLast((thread) => belongs(thread, step));
    const near = new Set<number>();
    for (const key of keysOf([...actors, ...recipients], countries, place)) {
      const some = this.#by.get(key);
      for (const number of some ?? []) {
        const last = this.#last[number] as number | null;
        // words come in the order of days: what was last spoken of too long ago is over
        if (last !== null && day - last > REACH) some?.delete(number);
        else near.add(number);
      }
    }
    const found = [...near].sort((a, b) => b - a).find((number) => belongs(this.#threads[number] as Thread, step));
    return found === undefined ? undefined : this.#threads[found];
  }

  /** Notes a thread, or what was added to it. */
  note(thread: Thread, { actors, recipients, countries, published }: Told): void {
    const number = this.#numbers.get(thread) ?? this.#numbers.size;
    this.#numbers.set(thread, number);
    this.#last[number] = dayOf(published);
    for (const key of keysOf([...actors, ...recipients], countries, thread.place)) {
      const some = this.#by.get(key);
      if (some) some.add(number);
      else this.#by.set(key, new Set([number]));
    }
  }
}

const keysOf = (parties: readonly string[], countries: readonly string[], place: string | null): string[] => [
  ...parties.map((one) => `party ${one}`),
  ...countries.map((one) => `country ${one}`),
  ...(place === null ? [] : [`place ${place}`]),
];

/** Where and when to: the last day and town behind the word that moves it ("put off until Wednesday and moved to Vienna"). */
function moved(told: Told): Told {
  const { windows, places } = told.behind;
  const today = dayOf(told.published);
  // the day on which it was said is behind it too
  const ahead = windows.findLast(([from]) => today !== null && from > today);
  return { ...told, window: ahead ?? windows.at(-1) ?? null, place: places.at(-1) ?? null };
}

function follow(thread: Thread, step: MeetingStep): void {
  const { state, told } = step;
  thread.steps.push(step);
  for (const one of [...told.actors, ...told.recipients]) thread.parties.add(one);
  for (const one of told.countries) thread.countries.add(one);
  thread.place = told.place ?? thread.place;
  // whoever is on the way the day before moves nothing
  if (thread.window && told.window && state !== 'moved' && state !== 'held' && overlap(told.window, thread.window)) {
    if (thread.state === 'moved') return;
  }
  if (told.window && state !== 'cancelled') thread.window = told.window;
  // what was held stays held: later reports only look back on it; what was moved or confirmed is no less for being told again
  if (thread.state === 'held') return;
  if ((state === 'scheduled' || state === 'floated') && (thread.state === 'moved' || thread.state === 'confirmed'))
    return;
  thread.state = state;
}

function belongs(thread: Thread, { state, told }: MeetingStep): boolean {
  const names = [...told.actors, ...told.recipients];
  const shared = names.filter((one) => thread.parties.has(one)).length;
  const lands = told.countries.filter((one) => thread.countries.has(one)).length;
  const last = (thread.steps.at(-1) as MeetingStep).told;
  const { window } = told;
  const near = window !== null && thread.window !== null && overlap(window, thread.window);
  // one of those who meet, on their way to the place of the meeting; or told on in the report that tells it was held
  const bound = shared + lands > 0 && told.place !== null && told.place === thread.place && near;
  const onward = shared + lands > 0 && told.report === last.report && state === thread.state;
  const single = shared + lands > 0 && near && names.length < 2;
  // words that name nobody speak of the meeting of that day; a host and guests come together over town and days
  const nobody = names.length === 0 && near;
  const hosted =
    told.place !== null &&
    told.place === thread.place &&
    near &&
    (thread.state === 'floated' || told.report === last.report);
  if ((nobody || hosted) && thread.state !== 'cancelled' && thread.state !== 'held' && follows(told, last)) return true;
  // two parties; or the one that is named, where words name one ("Holt would arrive on Tuesday")
  if (!(shared >= 2 || lands >= 2 || (shared === 1 && names.length === 1) || bound || onward || single)) return false;
  if (!follows(told, last)) return false;
  const now = dayOf(told.published);
  if (state === 'moved') return thread.state !== 'held' && thread.state !== 'cancelled';
  // what is offered elsewhere once a meeting is off is another
  if (thread.state === 'cancelled' && state !== 'cancelled' && told.place !== null && told.place !== thread.place)
    return false;
  const both = window !== null && thread.window !== null;
  if (thread.state === 'held') return state === 'held' && (!both || overlap(window, thread.window as Window));
  if (both) return overlap(window, thread.window as Window);
  if (thread.state === 'cancelled') return state === 'cancelled';
  if (state === 'held') return thread.window === null || now === null || now >= thread.window[0];
  return true;
}

/** Within the days in which a word still speaks of the meeting last spoken of. */
function follows(told: Told, last: Told): boolean {
  const now = dayOf(told.published);
  const before = dayOf(last.published);
  return now === null || before === null || now - before <= REACH;
}

/** Days that touch or lie next to each other: a report's time zone and a night are no difference. */
const overlap = (a: Window, b: Window): boolean => a[0] - 1 <= b[1] && b[0] - 1 <= a[1];
