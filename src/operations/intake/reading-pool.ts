// Tasks in, answers out, read by threads that may hang or die without harm to the others.
import { Worker } from 'node:worker_threads';
import { makeReady } from '../../store/prepare.ts';
import { withReport } from '../../store/written-reading.ts';
import type { Answer, Asking, Task } from './read-task.ts';
import type { Told, ToThread } from './reading-worker.ts';

export interface ReadingPool {
  /** Never rejects. What hangs is given up after its time, and what kills its thread is told. What is known is not read. */
  read(task: Task, asking?: Asking): Promise<Answer>;
  /** Ends the threads; answers under way come as errors. */
  close(): Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly asking: Asking | undefined;
  readonly answer: (answer: Answer) => void;
}

type FromThread =
  | { readonly began: number }
  | { readonly number: number; readonly opened: string }
  | { readonly number: number; readonly answer: Told };

/** Reports that a thread has at hand: it reads on while whoever gave them keeps what it has read. */
export const AHEAD = 24;
/** Formats read by our own code, in time that grows with the length; the others go through libraries that may hang. */
const OURS: ReadonlySet<string> = new Set(['text', 'lines', 'ninjs']);
/** Seconds for a report of up to a megabyte, and for each megabyte more. */
const SECONDS = 8;

/**
 * A pool of at most `size` threads, started as they are needed. With one, what our own code reads is read in this
 * thread: nothing is copied and nothing started. Where this thread `keeps` what is read, it is one of them, and reads
 * nothing: whoever does one half alone need not load, compile and hold what the other takes. Of two threads it waits for
 * the other much of the time, but its core does not: V8 compiles and collects garbage there for the one that reads. A keeper
 * that read meanwhile was tried: 1,600 reports took 4 to 20 % more processor time (both load and compile the reader) and
 * 75 MB more, and on a busy machine of two cores they were not done sooner.
 */
export function createPool(size: number, seconds = SECONDS, keeps = false): ReadingPool {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`size is ${size}; give a whole number from 1`);
  const most = keeps ? Math.max(1, size - 1) : size;
  // one thread that reads has more to do than the one that keeps; two have less
  const ready = !(keeps && most === 1);
  const waiting: Job[] = [];
  const threads = new Set<Thread>();
  let closed = false;

  /** Threads that have a report in their hands. */
  const busy = () => [...threads].filter((thread) => thread.held > 0).length + (keeps ? 1 : 0);

  class Thread {
    readonly #worker: Worker;
    /** What it was given and has not answered, by number, in order. */
    readonly #jobs = new Map<number, Job>();
    #number = 0;
    /** What it is at. */
    #current = 0;
    #timer: NodeJS.Timeout | null = null;
    /** `early`: nothing waits for it yet. */
    constructor(early = false) {
      this.#worker = new Worker(workerFile(), {
        workerData: { early },
        resourceLimits: { maxOldGenerationSizeMb: 1024 },
      });
      threads.add(this);
      this.#worker.on('message', (told: FromThread) => {
        if ('began' in told) this.#began(told.began);
        else if ('opened' in told) void this.#asked(told.opened, told.number);
        else if ('answer' in told) this.#done(told.number, told.answer);
      });
      this.#worker.on('error', (error) => this.#lost(`its thread failed (${(error as Error).message})`));
      this.#worker.on('exit', () => this.#lost('its thread ended'));
      if (early) this.#worker.unref();
    }
    get held(): number {
      return this.#jobs.size;
    }
    take(job: Job): void {
      const { task, asking } = job;
      this.#jobs.set(++this.#number, job);
      this.#worker.ref();
      this.#tell({ number: this.#number, task, ready, asks: asking !== undefined, file: asking?.file ?? null });
    }
    /** A report's time begins when the thread turns to it, and not while it loads or has others in its hands. */
    #began(number: number): void {
      this.#current = number;
      const length = this.#jobs.get(number)?.task.piece.input.length;
      if (length === undefined) return;
      this.#rest();
      this.#watch(seconds * Math.max(1, length / 1_000_000), process.cpuUsage(), performance.now());
    }
    #rest(): void {
      if (this.#timer) clearTimeout(this.#timer);
      this.#timer = null;
    }
    #tell(told: ToThread): void {
      this.#worker.postMessage(told);
    }
    async #asked(opened: string, number: number): Promise<void> {
      // what cannot be asked is read: the record itself will tell
      const known =
        (await this.#jobs
          .get(number)
          ?.asking?.known(opened)
          .catch(() => null)) ?? null;
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
    #done(number: number, told: Told): void {
      const job = this.#jobs.get(number);
      this.#jobs.delete(number);
      if (this.#current === number) this.#rest();
      job?.answer('report' in told ? madeReady(told) : told);
      const next = waiting.shift();
      if (next) this.take(next);
      else if (this.held === 0) this.#worker.unref();
    }
    /** What it was at is told; what it had at hand beside that others read. */
    #lost(message: string, code = 'input/unreadable'): void {
      if (!threads.delete(this)) return;
      this.#rest();
      const at = this.#jobs.has(this.#current) ? this.#current : this.#jobs.keys().next().value;
      for (const [number, job] of this.#jobs)
        if (number === at || closed) job.answer({ error: { code, message: `it could not be read: ${message}` } });
      const others = closed ? [] : [...this.#jobs].filter(([number]) => number !== at).map(([, job]) => job);
      this.#jobs.clear();
      waiting.unshift(...others);
      for (let next = waiting.shift(); next; next = waiting.shift()) if (!give(next)) break;
    }
  }

  /** False when all have enough at hand: then it waits, before all others. */
  function give(job: Job): boolean {
    const [freest] = [...threads].sort((a, b) => a.held - b.held);
    if (freest && (freest.held === 0 || (threads.size >= most && freest.held < AHEAD))) freest.take(job);
    else if (threads.size < most) new Thread().take(job);
    else {
      waiting.unshift(job);
      return false;
    }
    return true;
  }

  // it loads the reader while whoever keeps opens the record
  if (keeps && size > 1) new Thread(true);

  return {
    read(task, asking) {
      if (size === 1 && OURS.has(task.piece.format)) return readHere(task, asking);
      return new Promise((answer) => {
        const job = { task, asking, answer };
        if (closed) answer({ error: { code: 'input/unreadable', message: 'the work was stopped' } });
        else if (waiting.length > 0) waiting.push(job);
        else give(job);
      });
    },
    async close() {
      closed = true;
      for (const { answer } of waiting.splice(0))
        answer({ error: { code: 'input/unreadable', message: 'the work was stopped' } });
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** Loaded only where it is wanted: the reader with its lists takes 100 MB. */
let reading: Promise<typeof import('./read-task.ts')> | null = null;
async function readHere(task: Task, asking: Asking | undefined): Promise<Answer> {
  reading ??= import('./read-task.ts');
  return (await reading).readTask(task, asking?.known);
}

/** What a thread wrote down, made ready for the record here. A reading that it will not have is left to say so there. */
function madeReady(told: Extract<Told, { report: unknown }>): Answer {
  const reading = withReport(told);
  try {
    return { reading, ready: makeReady(reading, told.body) };
  } catch {
    return { reading };
  }
}

/** Beside this file: compiled in the package, as it is in a checkout. */
const workerFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js', import.meta.url);
