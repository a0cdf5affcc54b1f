// Inputs in, their reports read by a pool and kept in order, a row for each out.

import type { z } from 'zod';
import type { Reading } from '../../reading/schema.ts';
import type { Piece } from '../../report/formats/piece.ts';
import { partsOf } from '../../report/formats/split.ts';
import type { Columns } from '../../report/formats/table.ts';
import type { Found } from '../../report/report.ts';
import type { Store } from '../../store/store.ts';
import { type AddedReport, describeAdded } from '../add.ts';
import type { FetchLimits } from '../fetch-page.ts';
import type { AboutInput } from '../read-document.ts';
import { address, type Input } from './inputs.ts';
import { type Answer, describeTrouble } from './read-task.ts';
import type { ReadingPool } from './reading-pool.ts';

export type Row =
  | ({ readonly input: string; readonly part?: string } & z.infer<typeof AddedReport>)
  | {
      readonly input: string;
      readonly part?: string;
      readonly error: { readonly code: string; readonly message: string };
    };

export interface IntakeOptions {
  readonly pool: ReadingPool;
  /** How many readings may be under way at once. */
  readonly jobs: number;
  /** What the caller says about every report. */
  readonly about: AboutInput;
  readonly columns?: Columns | undefined;
  readonly limits?: FetchLimits | undefined;
  /** Asked for the date of a report that has none; null leaves it unknown. */
  readonly askDate?: ((label: string, reading: Reading) => Promise<string | null>) | undefined;
  /** Told for each report, in the order of the inputs, once it is kept or given up. */
  readonly row: (row: Row) => void;
  /** Told as bytes of the inputs are used. */
  readonly bytes?: ((count: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface IntakeSummary {
  readonly reports: number;
  readonly failed: number;
  /** True when it was stopped before the inputs ended. */
  readonly stopped: boolean;
}

/** Readings that one transaction keeps. */
const BATCH = 40;

interface Waiting {
  readonly label: { readonly input: string; readonly part?: string };
  readonly piece: Piece | null;
  readonly answer: Promise<Answer>;
}

/**
 * Reads and keeps everything that the inputs hold. The order of rows and of the record is that of the inputs, however
 * many threads read. Throws StoreError when the record cannot be written: what was kept before stays.
 */
export async function intake(
  inputs: AsyncIterable<Input>,
  store: Store,
  options: IntakeOptions,
): Promise<IntakeSummary> {
  const { pool, about, signal, row } = options;
  const most = options.jobs * 3 + 2;
  const waiting: Waiting[] = [];
  let kept: { label: Waiting['label']; reading: Reading }[] = [];
  let reports = 0;
  let failed = 0;
  const flush = async () => {
    const batch = kept;
    kept = [];
    if (batch.length === 0) return;
    const added = await store.add(
      batch.map(({ reading }) => reading),
      options.now(),
    );
    for (const [at, { label, reading }] of batch.entries()) {
      reports++;
      row({ ...label, ...describeAdded(reading, added[at]?.outcome ?? 'known') });
    }
  };
  const settle = async ({ label, piece, answer }: Waiting) => {
    let given = await answer;
    if ('reading' in given && given.reading.report.published === null && options.askDate && piece) {
      const published = await options.askDate(nameOf(label), given.reading);
      if (published !== null) given = await pool.read({ piece, about: { ...about, published } });
    }
    if ('reading' in given) kept.push({ label, reading: given.reading });
    else {
      await flush(); // rows keep the order of the inputs
      failed++;
      row({ ...label, error: given.error });
    }
    if (kept.length >= BATCH || waiting.length === 0) await flush();
  };
  for await (const one of piecesOf(inputs, options)) {
    waiting.push(one);
    while (waiting.length >= most) await settle(waiting.shift() as Waiting);
    if (signal?.aborted) break;
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) await settle(next);
  await flush();
  return { reports, failed, stopped: signal?.aborted ?? false };
}

const nameOf = ({ input, part }: Waiting['label']) => (part === undefined ? input : `${input} (${part})`);

/** Every report of every input as soon as it is found, its reading begun; feeds that a list names are opened too. */
async function* piecesOf(inputs: AsyncIterable<Input>, options: IntakeOptions, depth = 0): AsyncGenerator<Waiting> {
  const { pool, about, signal, columns, limits = {} } = options;
  for await (const input of inputs) {
    if (signal?.aborted) return;
    const trouble = (error: { code: string; message: string }, part: string | null = null): Waiting => ({
      label: part === null ? { input: input.name } : { input: input.name, part },
      piece: null,
      answer: Promise.resolve({ error }),
    });
    let opened: Awaited<ReturnType<Input['open']>>;
    try {
      opened = await input.open();
    } catch (error) {
      yield trouble(describeTrouble(error));
      continue;
    }
    const { given, url, found = {} } = opened;
    const counted = options.bytes && depth === 0 ? count(opened.bytes, options.bytes) : opened.bytes;
    const media = about.type ?? given.type;
    for await (const part of partsOf(counted, { ...given, type: media, columns })) {
      if (signal?.aborted) return;
      if (part.kind === 'trouble') yield trouble({ code: part.code, message: part.message }, part.part);
      else if (part.kind === 'address') {
        if (depth > 0) continue;
        yield* piecesOf(one(address(part.url, limits)), options, depth + 1);
      } else {
        const { type: _, ...said } = about;
        // a page is where it was fetched; a feed's item is not where its feed was
        const place: Found = url !== null && part.part === null ? { url: { value: url, origin: 'given' } } : {};
        const piece: Piece = { ...part, found: { ...place, ...found, ...part.found } };
        yield {
          label: part.part === null ? { input: input.name } : { input: input.name, part: part.part },
          piece,
          answer: pool.read({ piece, about: said }),
        };
      }
    }
  }
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function* count(bytes: AsyncIterable<Uint8Array>, told: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    told(chunk.length);
    yield chunk;
  }
}
