// The thread that reads: tasks in, readings made ready for the record out, each with its number, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { version } from '../../reading/version.ts';
import { type Known, openKnown } from '../../store/open-known.ts';
import type { KnownReading } from '../../store/store.ts';
import { type WrittenReading, writtenReading } from '../../store/written-reading.ts';
import { type Answer, readTask, type Task } from './read-task.ts';
import { keepMemorySteady } from './steady-memory.ts';

export type ToThread =
  /** `file`: whether the report is known is asked of this record; null asks who gave the task. */
  | {
      readonly number: number;
      readonly task: Task;
      /** Whether what is read is to be made ready for the record as well. */
      readonly ready: boolean;
      readonly asks: boolean;
      readonly file: string | null;
    }
  | { readonly number: number; readonly known: KnownReading | null };

/** An answer as it goes from thread to thread: a reading as the record writes it is one string, and costs nothing to hand on. */
export type Told = Answer | WrittenReading;

keepMemorySteady();

const asked = new Map<number, (known: KnownReading | null) => void>();
const records = new Map<string, Known | null>();

/** Null for a record that cannot be opened from here. */
function recordAt(file: string): Known | null {
  const open = records.get(file);
  if (open !== undefined) return open;
  let known: Known | null = null;
  try {
    known = openKnown(file);
  } catch {
    // who gave the task is asked instead
  }
  records.set(file, known);
  return known;
}

let last: Promise<void> = Promise.resolve();

/** One task at a time; who gave it knows which: what hangs or kills the thread is told by its number. */
async function takeTurn(number: number): Promise<() => void> {
  const before = last;
  let release = () => {};
  last = new Promise((done) => {
    release = done;
  });
  await before;
  parentPort?.postMessage({ began: number });
  return release;
}

async function readOne({ number, task, ready: makes, asks, file }: Extract<ToThread, { task: Task }>): Promise<void> {
  let release = await takeTurn(number);
  const ask = async (report: string): Promise<KnownReading | null> => {
    const record = file === null ? null : recordAt(file);
    if (record) return record.of(report, version);
    // others are read while this one's answer is on its way
    release();
    const known = await new Promise<KnownReading | null>((answer) => {
      asked.set(number, answer);
      parentPort?.postMessage({ number, opened: report });
    });
    release = await takeTurn(number);
    return known;
  };
  const answer = await readTask(task, asks ? ask : undefined);
  const told: Told = !('reading' in answer) ? answer : makes ? await ready(answer) : writtenReading(answer.reading);
  parentPort?.postMessage({ number, answer: told });
  release();
}

/** As it is where something is wrong with it: the record says what. */
async function ready(answer: Extract<Answer, { reading: unknown }>): Promise<Answer> {
  const { makeReady } = await import('../../store/prepare.ts'); // not every thread is asked for it
  try {
    return { reading: answer.reading, ready: makeReady(answer.reading) };
  } catch {
    return answer;
  }
}

// the reader loads its lists and weights when it reads for the first time
if ((workerData as { readonly early: boolean }).early) {
  const piece = { kind: 'report', input: 'The mayor spoke.', format: 'text', type: '', found: {}, part: null } as const;
  await readTask({ piece, about: {} });
}

parentPort?.on('message', (told: ToThread) => {
  if ('task' in told) {
    void readOne(told);
    return;
  }
  asked.get(told.number)?.(told.known);
  asked.delete(told.number);
});
