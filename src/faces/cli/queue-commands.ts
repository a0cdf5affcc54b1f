// `recount add --queue`, `recount worker` and `recount queue`: the queue of a team's record filled, worked off, and shown.
import process from 'node:process';
import { inputsOf } from '../../operations/intake/inputs.ts';
import type { Row } from '../../operations/intake/intake.ts';
import { createPool } from '../../operations/intake/reading-pool.ts';
import { keepMemorySteady } from '../../operations/intake/steady-memory.ts';
import { isServer } from '../../operations/open-record.ts';
import { enqueue } from '../../operations/queue/enqueue.ts';
import { openQueue } from '../../operations/queue/queue.ts';
import { work } from '../../operations/queue/work.ts';
import { type AddCommandOptions, columnsOf, jobsOf, sizeOf } from './add-command.ts';
import { addedRows } from './added-rows.ts';
import { openContext } from './context.ts';
import { type Output, UsageError } from './output.ts';
import { startProgress } from './progress.ts';
import { stopOnSignal } from './stop.ts';

/** Reports of a batch: about what a worker reads in five seconds on one core. */
const BATCH = 25;
/** Reports that may wait before `add --queue` waits too. */
const MOST = 20_000;

export interface WorkerOptions {
  readonly store?: string;
  readonly json?: boolean;
  readonly jobs?: string;
  readonly untilEmpty?: boolean;
  readonly lease: string;
}

export interface QueueOptions {
  readonly store?: string;
  readonly json?: boolean;
  readonly limit: string;
  readonly retry?: boolean;
  readonly forget?: boolean;
}

function serverOf(store: string | undefined): string {
  if (store === undefined || !isServer(store))
    throw new UsageError(
      'the queue lives in PostgreSQL: name its record with --store postgres://user@host/database, or RECOUNT_STORE.',
    );
  return store;
}

export async function enqueueCommand(
  names: readonly string[],
  options: AddCommandOptions,
  output: Output,
): Promise<number> {
  const { json = false, store: file, map, jobs: _, ask: __, allowHost, queue: ___, ...about } = options;
  const address = serverOf(file);
  const columns = columnsOf(map);
  const limits = { allowHosts: new Set((allowHost ?? []).map((host) => host.toLowerCase())) };
  const queue = await openQueue(address);
  const progress = startProgress(output, await sizeOf(names));
  const rows = addedRows(output, () => {});
  const stop = stopOnSignal(() => output.err('recount: stopping: the batch under way is put into the queue …\n'));
  try {
    const { put, failed } = await enqueue(inputsOf(names, limits), {
      queue,
      about,
      columns,
      limits,
      batch: BATCH,
      most: MOST,
      signal: stop.signal,
      bytes: (count) => progress.bytes(count),
      put: (count) => progress.reports(count),
      trouble(input, part, error) {
        const row = part === null ? { input, error } : { input, part, error };
        if (json) progress.line(`${JSON.stringify(row)}\n`);
        else rows.row(row);
      },
    });
    progress.stop();
    rows.end();
    output.out(
      json
        ? `${JSON.stringify({ queued: put, failed })}\n`
        : `${put} ${put === 1 ? 'report waits' : 'reports wait'} in the queue of ${queue.address}.\n`,
    );
    if (stop.signal.aborted)
      output.err('recount: stopped; run the same command again to go on: what is read twice is kept once.\n');
    return stop.signal.aborted ? 130 : failed > 0 ? 1 : 0;
  } finally {
    progress.stop();
    stop.done();
    await queue.close();
  }
}

export async function workerCommand(options: WorkerOptions, output: Output): Promise<number> {
  const address = serverOf(options.store);
  const jobs = jobsOf(options.jobs);
  const lease = Number(options.lease);
  if (!Number.isInteger(lease) || lease < 10 || lease > 86_400)
    throw new UsageError(`--lease is ${JSON.stringify(options.lease)}; give whole seconds from 10.`);
  const context = openContext(address);
  const store = await context.store(); // the record's schema first: the queue lies beside it
  const queue = await openQueue(address, lease);
  keepMemorySteady();
  const pool = createPool(jobs);
  const stop = stopOnSignal(() => output.err('recount: stopping: the batches under way are finished …\n'));
  const progress = startProgress(output, null, options.json);
  const rows = addedRows(output, (line) => process.stdout.isTTY && progress.line(`${line}\n`));
  let kept = 0;
  let failed = 0;
  try {
    await work({
      queue,
      store,
      pool,
      jobs,
      signal: stop.signal,
      untilEmpty: options.untilEmpty ?? false,
      now: context.now,
      row(row: Row) {
        progress.reports(1);
        if ('error' in row) failed++;
        else kept++;
        if (options.json) progress.line(`${JSON.stringify(row)}\n`);
        else rows.row(row);
      },
    });
    progress.stop();
    rows.end();
    output.err(`recount: ${kept} reports kept${failed > 0 ? `, ${failed} given up (see "recount queue")` : ''}.\n`);
    return 0;
  } finally {
    progress.stop();
    stop.done();
    await pool.close();
    await queue.close();
    await context.close();
  }
}

export async function queueCommand(options: QueueOptions, output: Output): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new UsageError(`--limit is ${JSON.stringify(options.limit)}; give a whole number from 1.`);
  const queue = await openQueue(serverOf(options.store));
  try {
    if (options.retry || options.forget) {
      const count = options.retry ? await queue.retry() : await queue.forget();
      const what = options.retry ? 'retried' : 'forgotten';
      output.out(
        options.json
          ? `${JSON.stringify({ [what]: count })}\n`
          : `${count} ${count === 1 ? 'report' : 'reports'} ${options.retry ? 'put back into the queue' : 'forgotten'}.\n`,
      );
      return 0;
    }
    const state = await queue.state();
    const dead = await queue.dead(limit);
    if (options.json) {
      output.out(`${JSON.stringify({ ...state, reports: dead })}\n`);
      return 0;
    }
    output.out(
      `waiting    ${state.waiting.reports} reports in ${state.waiting.batches} batches\nbeing read ${state.active.reports} reports in ${state.active.batches} batches\ngiven up   ${state.dead}\n`,
    );
    for (const { at, input, code, message } of dead)
      output.out(`  ${at.slice(0, 16).replace('T', ' ')}  ${input}  ${code}: ${message}\n`);
    if (dead.length > 0) output.out('Put them back with "recount queue --retry", or forget them with --forget.\n');
    return 0;
  } finally {
    await queue.close();
  }
}
