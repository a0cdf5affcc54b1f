// The record in, its statements in order of time out, and what they are about; as of now put together once and then only what has changed.
import type { Decision } from '../record/decision.ts';
import { inForce } from '../record/decision.ts';
import { ABOUT, type Issue, issuesOf } from '../record/diplomacy/issue.ts';
import { type Said, saidIn } from '../record/diplomacy/position.ts';
import { statesOf } from '../record/diplomacy/states-of.ts';
import type { Copies } from '../record/ledger/flag.ts';
import { breathe } from '../store/breath.ts';
import type { Moment, Store } from '../store/store.ts';
import { momentOf } from './chronicle.ts';
import type { Context } from './operation.ts';

/** What was said and what it is about: of a chronicle, or of the record as it is. */
export interface Sayings {
  readonly said: readonly Said[];
  issues(): readonly Issue[];
  nameOf(actor: string): string;
}

/** Statements of one report, with the states whose matter it is. */
interface OfReport {
  readonly said: readonly Said[];
  readonly states: readonly string[];
}

interface Kept {
  readonly arrival: number;
  readonly reports: Map<string, OfReport>;
  readonly sayings: Sayings;
}

/** Reports that are looked through before a breath is due: others are served in between. */
const BATCH = 25;
/** After so many changes everything is read anew. */
const MOST_CHANGES = 1000;

const kept = new WeakMap<Store, Promise<Kept>>();

/** As of now from the record itself, with what people decided; as of another moment from what was known then. */
export async function sayings(
  context: Context,
  input: { readonly asOf?: string | undefined; readonly knowledge?: 'knowable' | 'held' | undefined },
): Promise<Sayings> {
  const store = await context.store();
  const before = kept.get(store);
  // whoever asks while it is put together waits for the same
  const now = (async () => following(store, await before?.catch(() => undefined)))();
  kept.set(store, now);
  now.catch(() => kept.delete(store));
  const { arrival, sayings: said, reports } = await now;
  const moment = momentOf(input);
  if (!moment) return said;
  const key = `${moment.mode} ${moment.at}`;
  const known = then.get(store);
  if (known?.arrival === arrival && known.key === key) return known.made;
  const made = sayingsThen(store, reports, moment);
  then.set(store, { arrival, key, made });
  made.catch(() => then.delete(store));
  return made;
}

/** The moment that was asked for last. */
const then = new WeakMap<Store, { readonly arrival: number; readonly key: string; readonly made: Promise<Sayings> }>();

async function sayingsThen(store: Store, all: ReadonlyMap<string, OfReport>, moment: Moment): Promise<Sayings> {
  const { reports, readings, copies } = await store.incidents.knownThen(moment);
  const known = new Map([...all].filter(([id]) => reports.has(id)));
  for await (const reading of readings) known.set(reading.report.id, ofReport(reading));
  const decisions = await everyDecision(store);
  const made = moment.mode === 'held' ? decisions.filter(({ at }) => at < `${moment.at}~`) : decisions;
  return putTogether(store, known, inForce(made), copies);
}

async function following(store: Store, known: Kept | undefined): Promise<Kept> {
  const arrival = await store.arrival();
  if (known?.arrival === arrival) return known;
  const reports = known?.reports ?? new Map<string, OfReport>();
  const changed = known ? await changedSince(store, known.arrival) : null;
  if (changed === null) {
    reports.clear();
    for (let after = 0; ; ) {
      const page = await store.incidents.held(after, BATCH);
      for (const reading of page.readings) reports.set(reading.report.id, ofReport(reading));
      if (page.next === null) break;
      after = page.next;
      await breathe();
    }
  } else
    for (const reading of await store.incidents.heldOf([...changed])) reports.set(reading.report.id, ofReport(reading));
  const standing = inForce(await everyDecision(store));
  return { arrival, reports, sayings: await putTogether(store, reports, standing, await store.incidents.copies()) };
}

const ofReport = (reading: Parameters<typeof saidIn>[0]): OfReport => ({
  said: saidIn(reading),
  states: statesOf(reading),
});

/** Reports whose statements may have changed; null when so much has that all are read anew. */
async function changedSince(store: Store, arrival: number): Promise<ReadonlySet<string> | null> {
  const { entries, more } = await store.changes({ after: String(arrival), limit: MOST_CHANGES });
  if (more) return null;
  const reports = new Set<string>();
  for (const { report, changes } of entries) {
    if (report !== null) reports.add(report);
    for (const { claim } of changes) {
      const [, id] = /^(r[0-9a-f]+)\./.exec(claim) ?? [];
      if (id !== undefined) reports.add(id);
    }
  }
  return reports;
}

async function everyDecision(store: Store): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['decisions']>> = await store.decisions({ limit: 500, after });
    decisions.push(...page.decisions);
    after = page.next;
    if (after === null) return decisions;
  }
}

async function putTogether(
  store: Store,
  reports: ReadonlyMap<string, OfReport>,
  standing: readonly Decision[],
  { copyOf }: Copies,
): Promise<Sayings> {
  const said = [...reports.values()]
    .flatMap((one) => one.said)
    .sort((a, b) => ((a.published ?? '9') + a.id < (b.published ?? '9') + b.id ? -1 : 1));
  const put = new Set(
    standing.flatMap(({ targets, detail }) => (detail.act === 'link' && detail.relation === ABOUT ? targets : [])),
  );
  const parties = new Set([...reports.values()].flatMap(({ states }) => states));
  const names = await store.incidents.names([...parties]);
  let issues: readonly Issue[] | null = null;
  return {
    said,
    issues() {
      // a copy says nothing anew, unless somebody has put its words under an issue
      issues ??= issuesOf(
        said.filter(({ report, id }) => !copyOf.has(report) || put.has(id)),
        (report) => reports.get(report)?.states ?? [],
        standing,
      );
      return issues;
    },
    nameOf: (actor) => names.get(actor) ?? actor.replace(/^\w+:/, ''),
  };
}
