// A queue and a record in, the queue's reports read and kept until it is told to stop; what cannot be read is given up with its reason.

import type { Reading } from '../../reading/schema.ts';
import { version } from '../../reading/version.ts';
import type { Ready } from '../../store/prepare.ts';
import type { Store } from '../../store/store.ts';
import { describeAdded } from '../added-report.ts';
import type { Row } from '../intake/intake.ts';
import { keepAll } from '../intake/keep-readings.ts';
import type { ReadingPool } from '../intake/reading-pool.ts';
import { sleep } from '../watch/polite-fetch.ts';
import type { QueuedTask } from './batch.ts';
import type { ReportQueue, Taken } from './queue.ts';

export interface WorkOptions {
  readonly queue: ReportQueue;
  readonly store: Store;
  readonly pool: ReadingPool;
  /** Batches under way at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** End when nothing waits and nothing is being read. */
  readonly untilEmpty: boolean;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly row: (row: Row) => void;
}

/** Seconds between signs of life for a batch, and between looks for what dead workers held. */
const TOUCH = 3;
const RESCUE = 5;

/** Throws StoreError when the record or the queue fails: the batches under way come back by themselves. */
export async function work(options: WorkOptions): Promise<void> {
  const { queue, signal, jobs } = options;
  let rescued = 0;
  const rescue = async () => {
    if (performance.now() - rescued < RESCUE * 1000) return;
    rescued = performance.now();
    await queue.rescue();
  };
  const loop = async () => {
    let idle = 100;
    while (!signal.aborted) {
      await rescue();
      const taken = await queue.take();
      if (taken) {
        idle = 100;
        await workOn(taken, options);
        continue;
      }
      if (options.untilEmpty) {
        const { waiting, active } = await queue.state();
        if (waiting.batches + active.batches === 0) return;
      }
      await sleep(idle, signal).catch(() => undefined);
      idle = Math.min(idle * 2, 2000);
    }
  };
  await Promise.all(Array.from({ length: jobs }, loop));
}

async function workOn(taken: Taken, { queue, store, pool, signal, now, row }: WorkOptions): Promise<void> {
  // a batch that killed its worker is taken apart, so that one report does not take the others with it
  if (taken.before > 0 && taken.tasks.length > 1) {
    for (const task of taken.tasks) await queue.put([task]);
    await taken.done();
    return;
  }
  const life = setInterval(() => void taken.touch().catch(() => undefined), TOUCH * 1000);
  try {
    // a batch whose worker was killed after it kept some: those are not read again
    const asking = { known: (report: string) => store.has(report, version), file: store.file };
    const answers = await Promise.all(
      taken.tasks.map(async (one) => ({ one, answer: await pool.read(one.task, asking) })),
    );
    if (
      signal.aborted &&
      answers.some(({ answer }) => 'error' in answer && answer.error.message === 'the work was stopped')
    ) {
      await taken.giveBack('its worker was stopped');
      return;
    }
    const read: { one: QueuedTask; reading: Reading; ready: Ready | undefined }[] = [];
    const kept: Row[] = [];
    const failed: (QueuedTask & { error: { code: string; message: string } })[] = [];
    for (const { one, answer } of answers)
      if ('reading' in answer) read.push({ one, reading: answer.reading, ready: answer.ready });
      else if ('known' in answer) kept.push({ ...labelOf(one), ...answer.known, outcome: 'known' });
      else failed.push({ ...one, error: answer.error });
    // kept first and then done: killed between the two, it is read again and known already
    const outcomes = await keepAll(
      store,
      read.map(({ reading, ready }) => ready ?? reading),
      now(),
    );
    for (const [at, { one, reading }] of read.entries()) {
      const outcome = outcomes[at];
      if (outcome && 'error' in outcome) failed.push({ ...one, error: outcome.error });
      else kept.push({ ...labelOf(one), ...describeAdded(reading, outcome?.outcome ?? 'known') });
    }
    await queue.giveUp(failed);
    await taken.done();
    for (const one of kept) row(one);
    for (const { error, ...one } of failed) row({ ...labelOf(one), error });
  } finally {
    clearInterval(life);
  }
}

const labelOf = ({ input, part }: QueuedTask): { input: string; part?: string } =>
  part === null ? { input } : { input, part };
