// Tasks in, one job's data out, small and safe for any database; and back.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Task } from '../intake/read-task.ts';

/** A report to be read, and what to call it. */
export interface QueuedTask {
  readonly input: string;
  readonly part: string | null;
  readonly task: Task;
}

/** What the queue holds of a batch. */
export interface Batch {
  /** How many reports. */
  readonly count: number;
  /** What the first is called, for people who look into the queue. */
  readonly first: string;
  /** The tasks: gzip of JSON as Base64. PostgreSQL's JSON holds no U+0000 and no bytes. */
  readonly packed: string;
}

export function packBatch(tasks: readonly QueuedTask[]): Batch {
  const plain = tasks.map(({ task, ...label }) => {
    const { input, ...piece } = task.piece;
    const body = typeof input === 'string' ? { text: input } : { bytes: Buffer.from(input).toString('base64') };
    return { ...label, about: task.about, piece, body };
  });
  const packed = gzipSync(JSON.stringify(plain)).toString('base64');
  return { count: tasks.length, first: nameOf(tasks[0]).replaceAll('\u0000', '\ufffd').toWellFormed(), packed };
}

/** Throws TypeError for data that no program of ours wrote. */
export function unpackBatch({ packed }: Batch): QueuedTask[] {
  const plain = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as {
    readonly input: string;
    readonly part: string | null;
    readonly about: Task['about'];
    readonly piece: Omit<Task['piece'], 'input'>;
    readonly body: { readonly text?: string; readonly bytes?: string };
  }[];
  if (!Array.isArray(plain)) throw new TypeError('the batch holds no list of reports');
  return plain.map(({ input, part, about, piece, body }) => ({
    input,
    part,
    task: { about, piece: { ...piece, input: body.text ?? new Uint8Array(Buffer.from(body.bytes ?? '', 'base64')) } },
  }));
}

export const nameOf = (task: Pick<QueuedTask, 'input' | 'part'> | undefined): string =>
  !task ? '' : task.part === null ? task.input : `${task.input} (${task.part})`;
