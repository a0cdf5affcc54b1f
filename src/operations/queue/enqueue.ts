// Inputs in, their reports put into the queue in batches, no faster than workers take them.

import type { AboutInput } from '../about.ts';
import type { Input } from '../intake/inputs.ts';
import { type PieceOptions, piecesOf } from '../intake/pieces.ts';
import { sleep } from '../watch/polite-fetch.ts';
import type { QueuedTask } from './batch.ts';
import type { ReportQueue } from './queue.ts';

export interface EnqueueOptions extends PieceOptions {
  readonly queue: ReportQueue;
  readonly about: AboutInput;
  /** Reports of a batch. */
  readonly batch: number;
  /** Reports that may wait in the queue; above that, this waits. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Told as reports are put. */
  readonly put: (count: number) => void;
  readonly trouble: (
    input: string,
    part: string | null,
    error: { readonly code: string; readonly message: string },
  ) => void;
}

/** Characters or bytes of a batch, roughly. */
const LARGEST = 2_000_000;

export async function enqueue(
  inputs: AsyncIterable<Input>,
  options: EnqueueOptions,
): Promise<{ put: number; failed: number }> {
  const { queue, about, batch: size, most, signal } = options;
  let batch: QueuedTask[] = [];
  let length = 0;
  let put = 0;
  let failed = 0;
  let looked = 0;
  const { type: _, ...said } = about;
  const send = async () => {
    if (batch.length === 0) return;
    // the queue is asked now and then, not for each batch
    if (looked <= 0) {
      for (let waiting = (await queue.state()).waiting.reports; waiting >= most && !signal.aborted; ) {
        await sleep(1000, signal).catch(() => undefined);
        ({ reports: waiting } = (await queue.state()).waiting);
      }
      looked = Math.max(1, Math.floor(most / size / 10));
    }
    looked--;
    await queue.put(batch);
    put += batch.length;
    options.put(batch.length);
    batch = [];
    length = 0;
  };
  for await (const { input, part, found } of piecesOf(inputs, options)) {
    if ('error' in found) {
      failed++;
      options.trouble(input, part, found.error);
      continue;
    }
    batch.push({ input, part, task: { piece: found.piece, about: said } });
    length += found.piece.input.length;
    if (batch.length >= size || length >= LARGEST) await send();
    if (signal.aborted) break;
  }
  await send();
  return { put, failed };
}
