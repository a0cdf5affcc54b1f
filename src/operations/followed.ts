// The open record in, its meetings and promises followed over all reports out, as of now; kept while nothing new arrives.
import { type Commitment, commitmentsOf, settledWithin } from '../record/diplomacy/commitment.ts';
import { type Meeting, meetingsByAndBy } from '../record/diplomacy/meeting.ts';
import type { Told } from '../record/diplomacy/told.ts';
import { dateOf, dayOf } from '../record/incident/day.ts';
import { breathe } from '../store/breath.ts';
import type { SourceOf } from '../store/incident-queries.ts';
import type { Moment, Store } from '../store/store.ts';
import { momentOf } from './chronicle.ts';
import type { Context } from './operation.ts';

/** Reports whose deeds are held against one promise: those that come first behind it. */
const REPORTS = 12;
/** Readings and decisions up to which following all takes no time that anybody notices. */
const SMALL = 2000;
/** Milliseconds until what a list can do without is put together. */
const LATER = 100;

export interface Followed {
  readonly meetings: readonly Meeting[];
  /** With what became of each by the day given. */
  readonly commitments: readonly Commitment[];
  nameOf(actor: string): string;
  sourceOf(report: string): SourceOf;
}

/** As of now from the record's rows, as of another moment from those of what was known then. */
export async function plansAsOf(
  context: Context,
  input: { readonly asOf?: string | undefined; readonly knowledge?: 'knowable' | 'held' | undefined },
): Promise<Followed> {
  if (input.asOf === undefined) return followed(context, dayOf(context.now()));
  const store = await context.store();
  const arrival = await store.arrival();
  const moment = momentOf(input) as Moment;
  const key = `${moment.mode} ${moment.at}`;
  const known = then.get(store);
  if (known?.arrival === arrival && known.key === key) return known.made;
  const made = follow(store, dayOf(moment.at), moment);
  then.set(store, { arrival, key, made });
  made.catch(() => then.delete(store));
  return made;
}

/** The moment that was asked for last: whoever asks for it again, or meanwhile, has the same. */
const then = new WeakMap<Store, { readonly arrival: number; readonly key: string; readonly made: Promise<Followed> }>();

interface Kept {
  readonly arrival: number;
  readonly today: number | null;
  readonly followed: Followed;
}

const kept = new WeakMap<Store, Kept>();
/** What is being followed now, by the record: whoever asks meanwhile waits for the same. */
const under = new WeakMap<
  Store,
  { readonly arrival: number; readonly today: number | null; readonly made: Promise<Followed> }
>();
/** After so many changes everything is followed anew. */
const MOST_CHANGES = 1000;

/** `today` is a day since 1970 from which deadlines are seen. */
export async function followed(context: Context, today: number | null): Promise<Followed> {
  const store = await context.store();
  const arrival = await store.arrival();
  const known = kept.get(store);
  if (known?.today === today) {
    if (known.arrival === arrival) return known.followed;
    if (!(await touched(store, known.arrival))) {
      kept.set(store, { ...known, arrival });
      return known.followed;
    }
  }
  const now = under.get(store);
  if (now?.arrival === arrival && now.today === today) return now.made;
  const made = follow(store, today).then((all) => {
    kept.set(store, { arrival, today, followed: all });
    return all;
  });
  under.set(store, { arrival, today, made });
  const done = () => {
    if (under.get(store)?.made === made) under.delete(store);
  };
  made.then(done, done);
  return made;
}

/** What is at hand of it: what was so before a change while that is looked into, null where nothing is yet. */
export async function followedNow(
  context: Context,
  today: number | null,
): Promise<{ readonly plans: Followed | null; readonly whole: boolean }> {
  const store = await context.store();
  const arrival = await store.arrival();
  const known = kept.get(store);
  const same = known?.today === today;
  if (arrival <= SMALL || (same && (known.arrival === arrival || !(await touched(store, known.arrival)))))
    return { plans: await followed(context, today), whole: true };
  // whoever waits for the rest of the list has it before this begins
  if (!under.has(store)) setTimeout(() => followed(context, today).catch(() => {}), LATER);
  return { plans: same ? known.followed : null, whole: false };
}

/** Whether meetings or promises may be others than at an arrival: a count that is judged changes neither. */
async function touched(store: Store, arrival: number): Promise<boolean> {
  const { entries, more } = await store.changes({ after: String(arrival), limit: MOST_CHANGES });
  return more || entries.some(({ act, changes }) => act === 'read' || changes.some(({ kind }) => kind !== 'figure'));
}

/** What a work of many stops gives; others are served in between when it is due. */
async function restfully<Made>(work: Generator<undefined, Made, undefined>): Promise<Made> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    await breathe();
  }
}

async function follow(store: Store, today: number | null, moment?: Moment): Promise<Followed> {
  const plans = await store.incidents.plans(moment);
  const meetings = await restfully(meetingsByAndBy(plans));
  const all = new Map(plans.map((told) => [keyOf(told), told]));
  for (const promise of commitmentsOf(plans, today)) {
    await breathe();
    for (const told of await deedsAfter(store, promise, moment)) if (!all.has(keyOf(told))) all.set(keyOf(told), told);
  }
  const commitments = commitmentsOf([...all.values()], today);
  const actors = [...meetings.flatMap(({ parties }) => parties), ...commitments.flatMap(({ by }) => by)];
  const reports = [
    ...meetings.flatMap(({ steps }) => steps.map(({ told }) => told.report)),
    ...commitments.flatMap(({ promise, settledBy }) => [promise.report, ...(settledBy ? [settledBy.report] : [])]),
  ];
  const names = await store.incidents.names([...new Set(actors)]);
  const sources = await store.incidents.sources(reports);
  return {
    meetings,
    commitments,
    nameOf: (actor) => names.get(actor) ?? actor.replace(/^\w+:/, ''),
    sourceOf: (report) => sources.get(report) ?? { source: null, published: null },
  };
}

const keyOf = ({ id, words }: Told): string => `${id} ${words.start}`;

/** What was done behind a promise that may have kept or broken it. */
async function deedsAfter(store: Store, commitment: Commitment, moment?: Moment): Promise<readonly Told[]> {
  const { types, days } = settledWithin(commitment);
  const { by, promise } = commitment;
  const made = dayOf(promise.published);
  const [country] = promise.countries;
  const asked = {
    types,
    actors: by,
    country: promise.countries.length === 1 && country !== undefined ? country : null,
    from: promise.published?.slice(0, 10) ?? null,
    // an instant of the last day counts
    to: made === null ? null : `${dateOf(made + days)}~`,
    limit: REPORTS,
  };
  return store.incidents.deeds(asked, moment);
}
