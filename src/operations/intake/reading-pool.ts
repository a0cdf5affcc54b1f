// Tasks in, answers out, read by threads that may hang or die without harm to the others.
import { Worker } from 'node:worker_threads';
import { type Answer, type AskKnown, readTask, type Task } from './read-task.ts';
import type { ToThread } from './reading-worker.ts';

export interface ReadingPool {
  /** Never rejects. What hangs is given up after its time, and what kills its thread is told. What `ask` knows is not read. */
  read(task: Task, ask?: AskKnown): Promise<Answer>;
  /** Ends the threads; answers under way come as errors. */
  close(): Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly ask: AskKnown | undefined;
  readonly answer: (answer: Answer) => void;
}

type FromThread =
  | { readonly ready: true }
  | { readonly number: number; readonly opened: string }
  | { readonly number: number; readonly answer: Answer };

/** Formats read by our own code, in time that grows with the length; the others go through libraries that may hang. */
const OURS: ReadonlySet<string> = new Set(['text', 'lines', 'ninjs']);
/** Seconds for a report of up to a megabyte, and for each megabyte more. */
const SECONDS = 8;

/**
 * A pool of at most `size` threads, started as they are needed. With one, what our own code reads is read in this
 * thread: nothing is copied and nothing started.
 */
export function createPool(size: number, seconds = SECONDS): ReadingPool {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`size is ${size}; give a whole number from 1`);
  const waiting: Job[] = [];
  const idle: Thread[] = [];
  const threads = new Set<Thread>();
  let closed = false;

  /** Threads that have a report in their hands. */
  const busy = () => [...threads].filter((thread) => !idle.includes(thread)).length;

  class Thread {
    readonly #worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    #job: Job | null = null;
    #number = 0;
    #ready = false;
    #timer: NodeJS.Timeout | null = null;
    constructor() {
      threads.add(this);
      this.#worker.on('message', (told: FromThread) => {
        if ('ready' in told) this.#begin();
        else if (told.number !== this.#number) return;
        else if ('opened' in told) void this.#asked(told.opened, told.number);
        else this.#done(told.answer);
      });
      this.#worker.on('error', (error) => this.#lost(`its thread failed (${(error as Error).message})`));
      this.#worker.on('exit', () => this.#lost('its thread ended'));
    }
    take(job: Job): void {
      this.#job = job;
      this.#worker.ref();
      if (this.#ready) this.#begin();
    }
    /** Hands over what waits; its time begins now, and not while the thread was still loading. */
    #begin(): void {
      this.#ready = true;
      if (!this.#job) return;
      const { task, ask } = this.#job;
      const limit = seconds * Math.max(1, task.piece.input.length / 1_000_000);
      this.#watch(limit, process.cpuUsage(), performance.now());
      this.#tell({ number: ++this.#number, task, asks: ask !== undefined });
    }
    #tell(told: ToThread): void {
      this.#worker.postMessage(told);
    }
    async #asked(opened: string, number: number): Promise<void> {
      // what cannot be asked is read: the record itself will tell
      const known = (await this.#job?.ask?.(opened).catch(() => null)) ?? null;
      this.#tell({ number, known });
    }
    /**
     * Gives the report up once the thread has had `limit` seconds of a processor: on a machine that does much else, a
     * clock would give up what is merely waiting its turn.
     */
    #watch(limit: number, from: NodeJS.CpuUsage, started: number): void {
      const { user, system } = process.cpuUsage(from);
      const had = (user + system) / 1e6 / Math.max(1, busy());
      if (had < limit && performance.now() - started < limit * 10_000) {
        this.#timer = setTimeout(() => this.#watch(limit, from, started), Math.max(250, (limit - had) * 1000));
        return;
      }
      this.#lost(`it took longer than ${Math.round(limit)} seconds`, 'input/too-slow');
      void this.#worker.terminate();
    }
    end(): Promise<unknown> {
      this.#lost('the work was stopped');
      return this.#worker.terminate();
    }
    #done(answer: Answer): void {
      const job = this.#job;
      if (this.#timer) clearTimeout(this.#timer);
      this.#job = null;
      this.#worker.unref();
      job?.answer(answer);
      const next = waiting.shift();
      if (next) this.take(next);
      else idle.push(this);
    }
    #lost(message: string, code = 'input/unreadable'): void {
      if (!threads.delete(this)) return;
      const at = idle.indexOf(this);
      if (at >= 0) idle.splice(at, 1);
      if (this.#timer) clearTimeout(this.#timer);
      this.#job?.answer({ error: { code, message: `it could not be read: ${message}` } });
      this.#job = null;
      const next = waiting.shift();
      if (next) start(next);
    }
  }

  function start(job: Job): void {
    const free = idle.pop();
    if (closed) job.answer({ error: { code: 'input/unreadable', message: 'the work was stopped' } });
    else if (free) free.take(job);
    else if (threads.size < size) new Thread().take(job);
    else waiting.push(job);
  }

  return {
    read(task, ask) {
      if (size === 1 && OURS.has(task.piece.format)) return readTask(task, ask);
      return new Promise((answer) => start({ task, ask, answer }));
    },
    async close() {
      closed = true;
      for (const { answer } of waiting.splice(0))
        answer({ error: { code: 'input/unreadable', message: 'the work was stopped' } });
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** Beside this file: compiled in the package, as it is in a checkout. */
const workerFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js', import.meta.url);
