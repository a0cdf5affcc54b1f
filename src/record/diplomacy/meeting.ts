// What reports tell of meetings in, each meeting followed out: floated, scheduled, moved, confirmed, held, cancelled.
import { dayOf } from '../incident/day.ts';
import type { Window } from '../incident/happening.ts';
import { inOrder, type Told } from './told.ts';

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
  /\b(?:meet\w*|met|talks?|summit|negotiat\w*|consult\w*|visit\w*|conference|delegations?|host(?:s|ed|ing)?)\b/i;
/** Days within which a word without a day still speaks of the meeting last spoken of. */
const REACH = 45;

/** What an event says of a meeting; null when it says nothing of one. */
export function stateOf({ event, words }: Pick<Told, 'event' | 'words'>): MeetingState | null {
  const { type, status, mode } = event;
  if (type === 'REJECT' && mode === 'meet') return 'cancelled';
  if (type !== 'CONSULT' && !(type === 'AGREE' && MEETING.test(words.text))) return null;
  if (status !== 'negated' && MOVED.test(words.text)) return 'moved';
  if (CANCELLED.test(words.text)) return 'cancelled';
  if (status === 'negated' || status === 'historical') return null;
  if (type === 'CONSULT' && status === 'asserted') return 'held';
  if (status === 'hypothetical' || FLOATED.test(words.text)) return 'floated';
  return /\bconfirm\w*\b/i.test(words.text) ? 'confirmed' : 'scheduled';
}

/** Every meeting that the events tell of, by its first word. The same events in any order give the same meetings. */
export function meetingsOf(events: readonly Told[]): Meeting[] {
  const threads: Thread[] = [];
  for (const told of [...events].sort(inOrder)) {
    const state = stateOf(told);
    if (state === null) continue;
    const step: MeetingStep = { state, told };
    const parties = [...told.actors, ...told.recipients];
    const known = threads.findLast((thread) => belongs(thread, step));
    if (known) follow(known, step);
    // one who meets nobody, on no day, is no meeting yet
    else if (parties.length >= 2 || (state !== 'held' && told.window)) {
      threads.push({
        steps: [step],
        parties: new Set(parties),
        countries: new Set(told.countries),
        place: told.place,
        window: told.window,
        state,
      });
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

function follow(thread: Thread, step: MeetingStep): void {
  const { state, told } = step;
  thread.steps.push(step);
  for (const one of [...told.actors, ...told.recipients]) thread.parties.add(one);
  for (const one of told.countries) thread.countries.add(one);
  thread.place = told.place ?? thread.place;
  if (told.window && state !== 'cancelled') thread.window = told.window;
  // what was held stays held: later reports only look back on it; what was moved or confirmed is no less for being told again
  if (thread.state === 'held') return;
  if (state === 'scheduled' && (thread.state === 'moved' || thread.state === 'confirmed')) return;
  thread.state = state;
}

function belongs(thread: Thread, { state, told }: MeetingStep): boolean {
  const names = [...told.actors, ...told.recipients];
  const shared = names.filter((one) => thread.parties.has(one)).length;
  const lands = told.countries.filter((one) => thread.countries.has(one)).length;
  // two parties; or the one that is named, where words name one ("Holt would arrive on Tuesday")
  if (!(shared >= 2 || lands >= 2 || (shared === 1 && names.length === 1))) return false;
  const last = (thread.steps.at(-1) as MeetingStep).told;
  const { window } = told;
  const now = dayOf(told.published);
  const before = dayOf(last.published);
  if (now !== null && before !== null && now - before > REACH) return false;
  if (state === 'moved') return thread.state !== 'held' && thread.state !== 'cancelled';
  const both = window !== null && thread.window !== null;
  if (thread.state === 'held') return state === 'held' && (!both || overlap(window, thread.window as Window));
  if (both) return overlap(window, thread.window as Window);
  if (thread.state === 'cancelled') return state === 'cancelled';
  if (state === 'held') return thread.window === null || now === null || now >= thread.window[0];
  return true;
}

/** Days that touch or lie next to each other: a report's time zone and a night are no difference. */
const overlap = (a: Window, b: Window): boolean => a[0] - 1 <= b[1] && b[0] - 1 <= a[1];
