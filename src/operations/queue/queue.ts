// The address of a team's record in, its queue of reports to be read out: batches put in, taken, done, or given up with a reason.
import { PgBoss } from 'pg-boss';
import { parseAddress } from '../../store/postgres.ts';
import { StoreError } from '../../store/store.ts';
import { type Batch, nameOf, packBatch, type QueuedTask, unpackBatch } from './batch.ts';

const WAITING = 'reports';
const DEAD = 'unread_reports';
/** Times that a batch comes back after its worker died, before it is given up. */
const RETRIES = 3;

/** A batch that this worker holds until it is done, given back, or its time is over. */
export interface Taken {
  readonly tasks: readonly QueuedTask[];
  /** How often it was taken before. */
  readonly before: number;
  /** True when the batch was still this worker's. */
  done(): Promise<boolean>;
  /** Says that it is still being worked on. */
  touch(): Promise<void>;
  /** Gives it back to be taken at once by whoever comes. */
  giveBack(why: string): Promise<void>;
}

/** A report that was given up. */
export interface Dead {
  readonly id: string;
  readonly input: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
}

export interface QueueState {
  /** Batches and reports that wait, and that are being read. */
  readonly waiting: { readonly batches: number; readonly reports: number };
  readonly active: { readonly batches: number; readonly reports: number };
  readonly dead: number;
}

export interface ReportQueue {
  /** Where it is, without a password. */
  readonly address: string;
  put(tasks: readonly QueuedTask[]): Promise<void>;
  /** Null when nothing waits. */
  take(): Promise<Taken | null>;
  /** Brings back what dead workers held. */
  rescue(): Promise<void>;
  giveUp(
    reports: readonly (QueuedTask & { readonly error: { readonly code: string; readonly message: string } })[],
  ): Promise<void>;
  state(): Promise<QueueState>;
  /** Reports that were given up, the oldest first. */
  dead(limit: number): Promise<Dead[]>;
  /** Puts all that was given up back to be read; gives their number. */
  retry(): Promise<number>;
  /** Forgets all that was given up; gives their number. */
  forget(): Promise<number>;
  close(): Promise<void>;
}

interface DeadJob extends Batch {
  readonly error?: { readonly code: string; readonly message: string };
}

/** `lease` is how many seconds a worker may be silent (10 or more) before its batch goes to another. Throws StoreError. */
export async function openQueue(address: string, lease = 30): Promise<ReportQueue> {
  const { connect, shown, schema } = parseAddress(address);
  const home = `${schema}_queue`;
  const boss = new PgBoss({
    connectionString: connect,
    application_name: 'recount queue',
    schema: home,
    max: 4,
    supervise: false,
    monitorIntervalSeconds: 2,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', () => {}); // the call that fails tells
  const wrap = (cause: unknown) =>
    cause instanceof StoreError
      ? cause
      : new StoreError('store/failed', `${shown}: the queue failed: ${(cause as Error).message}`, { cause });
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw wrap(cause);
    }
  };
  await guarded(async () => {
    await boss.start();
    const kept = { retentionSeconds: 365 * 24 * 3600, deleteAfterSeconds: 3600 };
    await boss.createQueue(DEAD, kept);
    await boss.createQueue(WAITING, {
      ...kept,
      retryLimit: RETRIES,
      expireInSeconds: 3600,
      heartbeatSeconds: Math.max(10, lease),
      deadLetter: DEAD,
    });
    await boss.updateQueue(WAITING, { heartbeatSeconds: Math.max(10, lease) });
  });
  const count = (states: string) =>
    boss
      .getDb()
      .executeSql(
        `select count(*)::int as batches, coalesce(sum((data->>'count')::int), 0)::int as reports
         from ${home}.job where name = $1 and state::text = any($2)`,
        [WAITING, states.split(' ')],
      )
      .then(({ rows }) => rows[0] as { batches: number; reports: number });
  const deadJobs = (limit: number) => boss.findJobs<DeadJob>(DEAD, { queued: true, limit });

  return {
    address: shown,
    put: (tasks) =>
      guarded(async () => {
        if (tasks.length > 0) await boss.send(WAITING, packBatch(tasks));
      }),
    take: () =>
      guarded(async () => {
        const [job] = await boss.fetch<Batch>(WAITING, { batchSize: 1, includeMetadata: true });
        if (!job) return null;
        const attempt = { id: job.id, retryCount: job.retryCount };
        return {
          tasks: unpackBatch(job.data),
          before: job.retryCount,
          done: () =>
            guarded(async () => ((await boss.complete(WAITING, attempt)) as { affected?: number }).affected !== 0),
          touch: () => guarded(async () => void (await boss.touch(WAITING, attempt))),
          giveBack: (why) => guarded(async () => void (await boss.fail(WAITING, attempt, { message: why }))),
        };
      }),
    rescue: () => guarded(() => boss.supervise(WAITING)),
    giveUp: (reports) =>
      guarded(async () => {
        if (reports.length > 0)
          await boss.insert(
            DEAD,
            reports.map(({ error, ...task }) => ({ data: { ...packBatch([task]), error } })),
          );
      }),
    state: () =>
      guarded(async () => ({
        waiting: await count('created retry'),
        active: await count('active'),
        dead: (await deadJobs(100_000)).length,
      })),
    dead: (limit) =>
      guarded(async () =>
        (await deadJobs(limit)).map(({ id, data, createdOn }) => ({
          id,
          input: data.count > 1 ? `${data.first} and ${data.count - 1} more` : data.first,
          ...(data.error ?? { code: 'queue/workers-died', message: `its workers died ${RETRIES + 1} times over it` }),
          at: createdOn.toISOString(),
        })),
      ),
    retry: () =>
      guarded(async () => {
        let put = 0;
        for (;;) {
          const jobs = await deadJobs(500);
          if (jobs.length === 0) return put;
          for (const { id, data } of jobs) {
            await boss.send(WAITING, { count: data.count, first: data.first, packed: data.packed });
            await boss.deleteJob(DEAD, id);
            put += data.count;
          }
        }
      }),
    forget: () =>
      guarded(async () => {
        const jobs = await deadJobs(100_000);
        await boss.deleteAllJobs(DEAD);
        return jobs.length;
      }),
    close: () => guarded(() => boss.stop({ graceful: false })),
  };
}

export { nameOf };
