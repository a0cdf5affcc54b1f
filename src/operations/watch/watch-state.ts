// What a watch remembers of each feed between two visits, in a file that is whole at any moment.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperationError } from '../operation.ts';

const FeedState = z.object({
  etag: z.string().nullable().default(null),
  modified: z.string().nullable().default(null),
  /** Milliseconds since 1970 before which it is not visited again. */
  next: z.number().default(0),
  /** Failures in a row, and what the last one said. */
  failures: z.int().default(0),
  failure: z.string().nullable().default(null),
  /** True when the feed said that it is gone for ever. */
  gone: z.boolean().default(false),
  /** Items that are kept or given up, oldest first. */
  seen: z.array(z.string()).default([]),
  /** Items that failed, with how often. */
  tried: z.record(z.string(), z.int()).default({}),
});
export type FeedState = z.infer<typeof FeedState>;
const State = z.object({ recount: z.literal('watch'), feeds: z.record(z.string(), FeedState) });

/** Items remembered of one feed: more than any feed holds at once. */
export const MOST_SEEN = 5000;

export interface WatchState {
  of(feed: string): FeedState;
  save(): Promise<void>;
}

/** `file` null keeps it in memory. Throws OperationError 'input/state' for a file that is something else. */
export async function openState(file: string | null): Promise<WatchState> {
  let feeds: Record<string, FeedState> = {};
  if (file !== null) {
    const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new OperationError('input/state', `${file} cannot be read: ${error.message}.`, { cause: error });
    });
    if (content !== null) {
      try {
        ({ feeds } = State.parse(JSON.parse(content)));
      } catch (error) {
        throw new OperationError(
          'input/state',
          `${file} is no state of a watch; name another with --state, or move it away to begin anew.`,
          { cause: error },
        );
      }
    }
  }
  let saving: Promise<void> = Promise.resolve();
  return {
    of(feed) {
      feeds[feed] ??= FeedState.parse({});
      return feeds[feed];
    },
    save() {
      if (file === null) return Promise.resolve();
      // one writer at a time, each with the newest state
      saving = saving
        .catch(() => undefined)
        .then(async () => {
          await writeFile(`${file}.new`, JSON.stringify({ recount: 'watch', feeds }));
          await rename(`${file}.new`, file);
        });
      return saving;
    },
  };
}
