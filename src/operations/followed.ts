// The open record in, its meetings and promises followed over all reports out, as of now; kept while nothing new arrives.
import { type Commitment, commitmentsOf, settledWithin } from '../record/diplomacy/commitment.ts';
import { type Meeting, meetingsOf } from '../record/diplomacy/meeting.ts';
import type { Told } from '../record/diplomacy/told.ts';
import { dateOf, dayOf } from '../record/incident/day.ts';
import type { SourceOf } from '../store/incident-queries.ts';
import type { Store } from '../store/store.ts';
import { chronicle } from './chronicle.ts';
import type { Context } from './operation.ts';

/** Reports whose deeds are held against one promise: those that come first behind it. */
const REPORTS = 12;

export interface Followed {
  readonly meetings: readonly Meeting[];
  /** With what became of each by the day given. */
  readonly commitments: readonly Commitment[];
  nameOf(actor: string): string;
  sourceOf(report: string): SourceOf;
}

/** As of now from the record's rows, as of another moment from what was known then. */
export async function plansAsOf(
  context: Context,
  input: { readonly asOf?: string | undefined; readonly knowledge?: 'knowable' | 'held' | undefined },
): Promise<Followed> {
  if (input.asOf === undefined) return followed(context, dayOf(context.now()));
  const { meetings, commitments, nameOf, readings } = await chronicle(context, input);
  return {
    meetings,
    commitments,
    nameOf,
    sourceOf(report) {
      const { source = null, published = null } = readings.get(report)?.report ?? {};
      return { source, published };
    },
  };
}

interface Kept {
  readonly arrival: number;
  readonly today: number | null;
  readonly followed: Followed;
}

const kept = new WeakMap<Store, Kept>();

/** `today` is a day since 1970 from which deadlines are seen. */
export async function followed(context: Context, today: number | null): Promise<Followed> {
  const store = await context.store();
  const arrival = await store.arrival();
  const known = kept.get(store);
  if (known?.arrival === arrival && known.today === today) return known.followed;
  const plans = await store.incidents.plans();
  const meetings = meetingsOf(plans);
  const all = new Map(plans.map((told) => [keyOf(told), told]));
  for (const promise of commitmentsOf(plans, today))
    for (const told of await deedsAfter(store, promise)) if (!all.has(keyOf(told))) all.set(keyOf(told), told);
  const commitments = commitmentsOf([...all.values()], today);
  const actors = [...meetings.flatMap(({ parties }) => parties), ...commitments.flatMap(({ by }) => by)];
  const reports = [
    ...meetings.flatMap(({ steps }) => steps.map(({ told }) => told.report)),
    ...commitments.flatMap(({ promise, settledBy }) => [promise.report, ...(settledBy ? [settledBy.report] : [])]),
  ];
  const names = await store.incidents.names([...new Set(actors)]);
  const sources = await store.incidents.sources(reports);
  const made: Followed = {
    meetings,
    commitments,
    nameOf: (actor) => names.get(actor) ?? actor.replace(/^\w+:/, ''),
    sourceOf: (report) => sources.get(report) ?? { source: null, published: null },
  };
  kept.set(store, { arrival, today, followed: made });
  return made;
}

const keyOf = ({ id, words }: Told): string => `${id} ${words.start}`;

/** What was done behind a promise that may have kept or broken it. */
async function deedsAfter(store: Store, commitment: Commitment): Promise<readonly Told[]> {
  const { types, days } = settledWithin(commitment);
  const { by, promise } = commitment;
  const made = dayOf(promise.published);
  const [country] = promise.countries;
  return store.incidents.deeds({
    types,
    actors: by,
    country: promise.countries.length === 1 && country !== undefined ? country : null,
    from: promise.published?.slice(0, 10) ?? null,
    // an instant of the last day counts
    to: made === null ? null : `${dateOf(made + days)}~`,
    limit: REPORTS,
  });
}
