// `recount watch`: feeds (an OPML list or addresses) in, visited until it is told to stop; each new report a line out.
import { resolve } from 'node:path';
import { inputsOf } from '../../operations/intake/inputs.ts';
import type { Row } from '../../operations/intake/intake.ts';
import { createPool } from '../../operations/intake/reading-pool.ts';
import { keepMemorySteady } from '../../operations/intake/steady-memory.ts';
import { OperationError } from '../../operations/operation.ts';
import { type FeedVisit, type WatchedFeed, watch } from '../../operations/watch/watch.ts';
import { openState } from '../../operations/watch/watch-state.ts';
import { partsOf } from '../../report/formats/split.ts';
import { jobsOf } from './add-command.ts';
import { openContext } from './context.ts';
import { type Output, UsageError } from './output.ts';
import { stopOnSignal } from './stop.ts';

export interface WatchCommandOptions {
  readonly store?: string;
  readonly json?: boolean;
  readonly every: string;
  readonly delay: string;
  readonly once?: boolean;
  readonly pages: boolean;
  readonly state?: string;
  readonly jobs?: string;
  readonly allowHost?: readonly string[];
}

export async function watchCommand(
  names: readonly string[],
  options: WatchCommandOptions,
  output: Output,
): Promise<number> {
  const every = numberOf('--every', options.every, 1 / 60);
  const delay = numberOf('--delay', options.delay, 0);
  const jobs = jobsOf(options.jobs);
  const limits = { allowHosts: new Set((options.allowHost ?? []).map((host) => host.toLowerCase())) };
  const feeds = await feedsOf(names, limits);
  const context = openContext(options.store, 'keep');
  const stop = stopOnSignal(() => output.err('recount: stopping: what is under way is finished and kept …\n'));
  keepMemorySteady();
  const pool = createPool(jobs);
  let kept = 0;
  let failed = 0;
  try {
    const store = await context.store();
    const state = await openState(stateFile(options));
    await watch(feeds, {
      store,
      pool,
      jobs,
      state,
      limits,
      every,
      delay,
      pages: options.pages,
      once: options.once ?? false,
      signal: stop.signal,
      now: Date.now,
      row(row) {
        if ('error' in row) failed++;
        else kept++;
        if (options.json) output.out(`${JSON.stringify(row)}\n`);
        else print(row, output);
      },
      visit(visit) {
        if (visit.error) failed++;
        if (options.json) output.out(`${JSON.stringify({ visit })}\n`);
        else output.err(`recount: ${sentence(visit)}\n`);
      },
    });
    if (stop.signal.aborted)
      output.err(`recount: stopped after ${kept} reports; run the same command again to go on where it was.\n`);
    return stop.signal.aborted && !options.once ? 0 : failed > 0 && options.once ? 1 : 0;
  } finally {
    stop.done();
    await pool.close();
    await context.close();
  }
}

function print(row: Row, output: Output): void {
  if ('error' in row) output.err(`recount: ${row.input}: ${row.error.message}\n`);
  else if (row.outcome !== 'known')
    output.out(`${row.outcome.padEnd(7)} ${row.id}  ${row.input}${row.title ? `  ${row.title}` : ''}\n`);
}

function sentence({ feed, kept, failed, unchanged, error, next }: FeedVisit): string {
  const again = next === null ? '' : `; next visit from ${next.slice(0, 16).replace('T', ' ')} UTC`;
  if (error) return `${error.message.includes(feed) ? error.message : `${feed}: ${error.message}`}${again}`;
  return `${feed}: ${unchanged ? 'unchanged' : `${kept} new${failed > 0 ? `, ${failed} failed` : ''}`}${again}`;
}

/** Feeds of OPML lists and feeds named by their addresses, each once. */
async function feedsOf(names: readonly string[], limits: Parameters<typeof inputsOf>[1]): Promise<WatchedFeed[]> {
  const feeds = new Map<string, WatchedFeed>();
  for await (const input of inputsOf(names, limits)) {
    if (/^https?:/i.test(input.name) && !/\.opml(?:$|\?)/i.test(input.name)) {
      feeds.set(input.name, { url: input.name, title: null });
      continue;
    }
    const { bytes, given } = await input.open();
    for await (const part of partsOf(bytes, given)) {
      if (part.kind === 'address') feeds.set(part.url, part);
      else
        throw new OperationError(
          'input/list',
          part.kind === 'trouble'
            ? `${input.name}: ${part.message}.`
            : `${input.name} is no list of feeds; give an OPML file, or the addresses of feeds.`,
        );
    }
  }
  return [...feeds.values()];
}

/** Beside the record, unless it is named: `recount.db.watch.json`. */
function stateFile({ state, store }: WatchCommandOptions): string {
  if (state !== undefined) return resolve(state);
  return resolve(
    store === undefined || /^postgres|^:memory:/.test(store) ? 'recount.watch.json' : `${store}.watch.json`,
  );
}

function numberOf(option: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < least || number > 100_000)
    throw new UsageError(`${option} is ${JSON.stringify(value)}; give a number${least > 0 ? ' above 0' : ' from 0'}.`);
  return number;
}
