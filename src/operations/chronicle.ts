// The open record in, its chronicle as of some moment out; kept for as long as nothing new arrives.
import { z } from 'zod';
import type { Reading } from '../reading/schema.ts';
import { type Fact, parseFacts } from '../record/background.ts';
import { type Chronicle, chronicleOf } from '../record/chronicle.ts';
import type { Decision } from '../record/decision.ts';
import { dayOf } from '../record/incident/day.ts';
import { parseHouse } from '../record/ledger/house.ts';
import type { Profile } from '../record/ledger/profile.ts';
import type { Moment, Store } from '../store/store.ts';
import { type Context, OperationError } from './operation.ts';

/** Input that every operation over the chronicle takes. */
export const AsOf = z.object({
  asOf: z
    .string()
    .regex(
      /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?$/,
      'give a date or an instant, such as 2026-03-03 or 2026-03-03T12:00:00Z',
    )
    .optional()
    .describe('Only reports published by then; a date counts whole'),
  knowledge: z
    .enum(['knowable', 'held'])
    .optional()
    .describe(
      'Whether asOf asks what had been published by then, or what this record held by then, decisions included; knowable without',
    ),
});

/** The moment that an input asks for; undefined for now. */
export const momentOf = ({
  asOf,
  knowledge = 'knowable',
}: {
  readonly asOf?: string | undefined;
  readonly knowledge?: 'knowable' | 'held' | undefined;
}): Moment | undefined => (asOf === undefined ? undefined : { at: asOf, mode: knowledge });

/** Input of those that also check reports against the user's facts. */
export const WithFacts = AsOf.extend({
  facts: z.string().optional().describe('Facts of your own, as docs/ledger.md describes them, to hold reports against'),
});

/** A reader that never was: every report is unread by it. */
const NOBODY = '';
const BATCH = 500;

interface Loaded {
  readonly readings: readonly Reading[];
  readonly decisions: readonly Decision[];
  /** Newest arrival when this was loaded. */
  readonly state: number;
}

const loaded = new WeakMap<Store, Loaded>();
const made = new WeakMap<Loaded, Map<string, Chronicle>>();

/** The newest reading of each report, in the order in which the reports came. */
export async function* everyReading(store: Store): AsyncGenerator<Reading> {
  for (let after = 0; ; ) {
    const batch = await store.unreadBy(NOBODY, after, BATCH);
    for (const { reading } of batch) yield reading;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last.arrival;
  }
}

async function load(store: Store): Promise<Loaded> {
  const state = await store.arrival();
  const known = loaded.get(store);
  if (known?.state === state) return known;
  const readings: Reading[] = [];
  for await (const reading of everyReading(store)) readings.push(reading);
  const decisions: Decision[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['decisions']>> = await store.decisions({ limit: BATCH, after });
    decisions.push(...page.decisions);
    after = page.next;
    if (after === null) break;
  }
  const now: Loaded = { readings, decisions, state };
  loaded.set(store, now);
  return now;
}

/** The chronicle of the record; `asOf` leaves out what was published later, `facts` is a file's content. */
export async function chronicle(
  context: Context,
  input: {
    asOf?: string | undefined;
    knowledge?: 'knowable' | 'held' | undefined;
    facts?: string | undefined;
  },
): Promise<Chronicle> {
  const held = await load(await context.store());
  const key = JSON.stringify([input.asOf ?? null, input.knowledge ?? null, input.facts ?? null]);
  let kept = made.get(held);
  if (!kept) {
    kept = new Map();
    made.set(held, kept);
  }
  const known = kept.get(key);
  if (known) return known;
  const until = input.asOf;
  let { readings, decisions } = held;
  if (until !== undefined && input.knowledge === 'held') {
    const added = await addedIn(await context.store());
    const by = (instant: string | undefined) => instant !== undefined && instant.slice(0, until.length) <= until;
    readings = readings.filter(({ report }) => by(added.get(report.id)));
    decisions = decisions.filter(({ at }) => by(at));
  } else if (until !== undefined)
    readings = readings.filter(
      ({ report }) => report.published !== null && report.published.slice(0, until.length) <= until,
    );
  const facts: readonly Fact[] = input.facts === undefined ? [] : factsFrom(input.facts, 'facts');
  const result = chronicleOf({ readings, decisions, facts, today: dayOf(until ?? context.now()) });
  // a slider asks for many moments: the last few are enough
  if (kept.size > 20) kept.clear();
  kept.set(key, result);
  return result;
}

/** When each report of the record was first added, an instant, by its id. */
async function addedIn(store: Store): Promise<ReadonlyMap<string, string>> {
  const added = new Map<string, string>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({ limit: BATCH, after });
    for (const row of page.reports) added.set(row.id, row.added);
    after = page.next;
    if (after === null) return added;
  }
}

export function factsFrom(content: string, file: string): Fact[] {
  try {
    return parseFacts(content, file);
  } catch (error) {
    throw new OperationError('input/facts', (error as Error).message);
  }
}

export function houseFrom(content: string): Profile {
  try {
    return parseHouse(content, 'house');
  } catch (error) {
    throw new OperationError('input/house', (error as Error).message);
  }
}
