// `recount add`: files, folders, standard input and addresses in, each report read and kept, a line for each out.
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { inputsOf } from '../../operations/intake/inputs.ts';
import { intake } from '../../operations/intake/intake.ts';
import { createPool } from '../../operations/intake/reading-pool.ts';
import { keepMemorySteady } from '../../operations/intake/steady-memory.ts';
import { COLUMNS, type Columns } from '../../report/formats/table.ts';
import { addedRows } from './added-rows.ts';
import { dateAsker } from './ask-date.ts';
import { openContext } from './context.ts';
import { type Output, UsageError } from './output.ts';
import { startProgress } from './progress.ts';
import type { ReadCommandOptions } from './read-command.ts';
import { stopOnSignal } from './stop.ts';

export interface AddCommandOptions extends ReadCommandOptions {
  readonly store?: string;
  /** `text=body,published=date`. */
  readonly map?: string;
  readonly jobs?: string;
  readonly ask?: boolean;
  readonly allowHost?: readonly string[];
  readonly queue?: boolean;
}

export async function addCommand(
  names: readonly string[],
  options: AddCommandOptions,
  output: Output,
): Promise<number> {
  if (options.queue) {
    const { enqueueCommand } = await import('./queue-commands.ts');
    return enqueueCommand(names, options, output);
  }
  const { json = false, store: file, map, jobs: number, ask = true, allowHost, queue: _, ...about } = options;
  const columns = columnsOf(map);
  const jobs = jobsOf(number);
  const limits = { allowHosts: new Set((allowHost ?? []).map((host) => host.toLowerCase())) };
  const context = openContext(file, 'keep');
  keepMemorySteady();
  const pool = createPool(jobs, undefined, jobs > 1);
  const progress = startProgress(output, await sizeOf(names));
  const stop = stopOnSignal(() => output.err('recount: stopping: what is under way is finished and kept …\n'));
  const rows = addedRows(output, (line) => progress.line(`${line}\n`));
  const asks = ask && !json && output.live && process.stdin.isTTY === true && !names.includes('-');
  try {
    const store = await context.store(); // a store that cannot be opened is told once, not once an input
    const { reports, failed, stopped } = await intake(inputsOf(names, limits), store, {
      pool,
      jobs,
      about,
      columns,
      limits,
      signal: stop.signal,
      now: context.now,
      ...(asks ? { askDate: dateAsker() } : {}),
      bytes: (count) => progress.bytes(count),
      row(row) {
        progress.reports(1);
        if (json) progress.line(`${JSON.stringify(row)}\n`);
        else rows.row(row);
      },
    });
    progress.stop();
    const sum = rows.end();
    if (sum !== null && !stopped) output.err(`recount: ${sum}\n`);
    if (stopped)
      output.err(
        `recount: stopped after ${reports} ${reports === 1 ? 'report' : 'reports'}${failed > 0 ? ` and ${failed} that failed` : ''}; run the same command again to go on: what is kept already is known and not kept twice.\n`,
      );
    return stopped ? 130 : failed > 0 ? 1 : 0;
  } finally {
    progress.stop();
    stop.done();
    await pool.close();
    await context.close();
  }
}

/** `text=body,published=date` as columns. Throws UsageError for another shape or an unknown field. */
export function columnsOf(map: string | undefined): Columns {
  const columns: Partial<Record<(typeof COLUMNS)[number], string>> = {};
  for (const pair of map === undefined ? [] : map.split(',')) {
    const [, name = '', column = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    const field = COLUMNS.find((known) => known === name);
    if (!field || column === '')
      throw new UsageError(
        `--map holds "${pair}"; give pairs such as text=body,published=date, with ${COLUMNS.join(', ')} at the left.`,
      );
    columns[field] = column;
  }
  return columns;
}

export function jobsOf(jobs: string | undefined): number {
  if (jobs === undefined) return availableParallelism();
  const number = Number(jobs);
  if (!Number.isInteger(number) || number < 1 || number > 1024)
    throw new UsageError(`--jobs is ${JSON.stringify(jobs)}; give a whole number from 1.`);
  return number;
}

/** Bytes of all files that are named or lie in named folders; null when an address or standard input is among them. */
export async function sizeOf(names: readonly string[]): Promise<number | null> {
  let total = 0;
  for await (const { name, size } of inputsOf(names)) {
    if (size === null && (name === '-' || /^https?:/i.test(name))) return null;
    total += size ?? 0;
  }
  return total;
}
