// The thread that reads: tasks in, answers out, each with its number; whether a report is known is asked of who gave it.
import { parentPort } from 'node:worker_threads';
import type { KnownReading } from '../../store/store.ts';
import { readTask, type Task } from './read-task.ts';
import { keepMemorySteady } from './steady-memory.ts';

export type ToThread =
  | { readonly number: number; readonly task: Task; readonly asks: boolean }
  | { readonly number: number; readonly known: KnownReading | null };

keepMemorySteady();

const asked = new Map<number, (known: KnownReading | null) => void>();

parentPort?.on('message', async (told: ToThread) => {
  const { number } = told;
  if ('known' in told) {
    asked.get(number)?.(told.known);
    asked.delete(number);
    return;
  }
  const ask = (opened: string) =>
    new Promise<KnownReading | null>((answer) => {
      asked.set(number, answer);
      parentPort?.postMessage({ number, opened });
    });
  parentPort?.postMessage({ number, answer: await readTask(told.task, told.asks ? ask : undefined) });
});
parentPort?.postMessage({ ready: true });
