// `recount add`: inputs in, each read and kept, a line for each out; what fails is told and the rest goes on.
import process from 'node:process';
import cliProgress from 'cli-progress';
import { describeAdded } from '../../operations/add.ts';
import { readDocument } from '../../operations/read-document.ts';
import { openContext } from './context.ts';
import { loadInput } from './input.ts';
import { describe, type Output } from './output.ts';
import type { ReadCommandOptions } from './read-command.ts';

export async function addCommand(
  inputs: readonly string[],
  options: ReadCommandOptions & { store?: string },
  output: Output,
): Promise<number> {
  const { json, store: file, ...given } = options;
  const context = openContext(file);
  const bar = output.live && inputs.length > 3 && !json ? progressBar(inputs.length) : null;
  const rows: string[] = [];
  let failed = 0;
  try {
    const store = await context.store(); // a store that cannot be opened is told once, not once an input
    for (const name of inputs) {
      try {
        const { bytes, about } = await loadInput(name);
        const reading = readDocument(bytes, { ...about, ...given });
        const [added] = await store.add([reading], context.now());
        const row = { input: name, ...describeAdded(reading, added?.outcome ?? 'known') };
        rows.push(
          json
            ? JSON.stringify(row)
            : `${row.outcome.padEnd(7)} ${row.id}  ${name}${row.title ? `  ${row.title}` : ''}`,
        );
      } catch (error) {
        failed++;
        const { code, message } = describe(error);
        if (json) rows.push(JSON.stringify({ input: name, error: { code, message } }));
        else output.err(`recount: ${name}: ${message}\n`);
      }
      bar?.increment();
      if (!bar && rows.length > 0) output.out(`${rows.splice(0).join('\n')}\n`);
    }
  } finally {
    bar?.stop();
    await context.close();
  }
  if (rows.length > 0) output.out(`${rows.join('\n')}\n`);
  return failed > 0 ? 1 : 0;
}

/** On standard error, so that standard output stays clean; gone when it is done. */
export function progressBar(total: number): { increment(): void; stop(): void } {
  const bar = new cliProgress.SingleBar(
    {
      format: 'Reading {bar} {value}/{total} · {rate} a second · {eta_formatted} left',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_grey,
  );
  const started = Date.now();
  let done = 0;
  bar.start(total, 0, { rate: '–' });
  return {
    increment: () => bar.increment(1, { rate: Math.round((++done / Math.max(1, Date.now() - started)) * 1000) }),
    stop: () => bar.stop(),
  };
}
