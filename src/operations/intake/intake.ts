// Inputs in, their reports read by a pool and kept in order, a row for each out.
import type { z } from 'zod';
import type { Reading } from '../../reading/schema.ts';
import { version } from '../../reading/version.ts';
import type { Piece } from '../../report/formats/piece.ts';
import type { KnownReading, Store } from '../../store/store.ts';
import { type AddedReport, describeAdded } from '../added-report.ts';
import type { Input } from './inputs.ts';
import { keepAll } from './keep-readings.ts';
import { type PieceOptions, piecesOf } from './pieces.ts';
import type { Answer } from './read-task.ts';
import { AHEAD, type ReadingPool } from './reading-pool.ts';

export type Row =
  | ({ readonly input: string; readonly part?: string } & z.infer<typeof AddedReport>)
  | {
      readonly input: string;
      readonly part?: string;
      readonly error: { readonly code: string; readonly message: string };
    };

export interface IntakeOptions extends PieceOptions {
  readonly pool: ReadingPool;
  /** How many readings may be under way at once. */
  readonly jobs: number;
  /** Asked for the date of a report that has none; null leaves it unknown. */
  readonly askDate?: ((label: string, reading: Reading) => Promise<string | null>) | undefined;
  /** Told for each report, in the order of the inputs, once it is kept or given up. */
  readonly row: (row: Row) => void;
  /** Reports after which no more are looked at; all of them where it is left out. */
  readonly most?: number;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface IntakeSummary {
  readonly reports: number;
  readonly failed: number;
  /** True when it was stopped, or had looked at as many as it may, before the inputs ended. */
  readonly stopped: boolean;
}

/** Readings that one transaction keeps: more take memory, and were not seen to save time. */
const BATCH = 40;

type Read = Extract<Answer, { reading: Reading }>;

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
  const { type: _, ...said } = about;
  const ahead = options.jobs * AHEAD + 2;
  const waiting: Waiting[] = [];
  let kept: { label: Waiting['label']; read: Read | null; known: KnownReading | null }[] = [];
  // what the record has is opened and not read again: so an interrupted run goes on quickly
  const asking = { known: (report: string) => store.has(report, version), file: store.file };
  let reports = 0;
  let failed = 0;
  const flush = async () => {
    const batch = kept;
    kept = [];
    if (batch.length === 0) return;
    const outcomes = await keepAll(
      store,
      batch.flatMap(({ read }) => (read ? (read.ready ?? read.reading) : [])),
      options.now(),
    );
    let at = 0;
    for (const { label, read, known } of batch) {
      if (known) {
        reports++;
        row({ ...label, ...known, outcome: 'known' });
      }
      if (!read) continue;
      const outcome = outcomes[at++];
      if (outcome && 'error' in outcome) {
        failed++;
        row({ ...label, error: outcome.error });
        continue;
      }
      reports++;
      row({ ...label, ...describeAdded(read.reading, outcome?.outcome ?? 'known') });
    }
  };
  const settle = async ({ label, piece, answer }: Waiting) => {
    let given = await answer;
    if ('reading' in given && given.reading.report.published === null && options.askDate && piece) {
      const published = await options.askDate(nameOf(label), given.reading);
      if (published !== null) given = await pool.read({ piece, about: { ...said, published } });
    }
    if ('reading' in given) kept.push({ label, read: given, known: null });
    else if ('known' in given) kept.push({ label, read: null, known: given.known });
    else {
      await flush(); // rows keep the order of the inputs
      failed++;
      row({ ...label, error: given.error });
    }
    if (kept.length >= BATCH || waiting.length === 0) await flush();
  };
  let looked = 0;
  let more = false;
  for await (const { input, part, found } of piecesOf(inputs, options)) {
    more = looked === options.most;
    if (more) break;
    looked++;
    const label = part === null ? { input } : { input, part };
    waiting.push(
      'error' in found
        ? { label, piece: null, answer: Promise.resolve(found) }
        : { label, piece: found.piece, answer: pool.read({ piece: found.piece, about: said }, asking) },
    );
    while (waiting.length >= ahead) await settle(waiting.shift() as Waiting);
    if (signal?.aborted) break;
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) await settle(next);
  await flush();
  return { reports, failed, stopped: more || (signal?.aborted ?? false) };
}

const nameOf = ({ input, part }: Waiting['label']) => (part === undefined ? input : `${input} (${part})`);
