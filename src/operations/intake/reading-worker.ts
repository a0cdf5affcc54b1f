// The thread that reads: tasks in, answers out, each with its number.
import { parentPort } from 'node:worker_threads';
import { readTask, type Task } from './read-task.ts';

parentPort?.on('message', async ({ number, task }: { number: number; task: Task }) => {
  parentPort?.postMessage({ number, answer: await readTask(task) });
});
parentPort?.postMessage({ ready: true });
