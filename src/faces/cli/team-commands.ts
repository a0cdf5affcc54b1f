// What `words`, `as-of` and `propose` do: options in, an operation run, lines or JSON out.
import { asOf } from '../../operations/as-of.ts';
import { propose } from '../../operations/propose.ts';
import { words } from '../../operations/words.ts';
import type { Output } from './output.ts';
import { run, valueGiven } from './run-record.ts';

type Given = Record<string, unknown>;

export function wordsCommand(id: string, options: Given, output: Output): Promise<number> {
  return run(words, { ...options, id }, options, output, ({ why, words: found }) => {
    for (const line of why) output.out(`${line}\n`);
    for (const { report, source, title, published, start, end, before, words: said, after } of found) {
      output.out(
        `${report.slice(0, 9)} ${start}:${end}  ${published?.slice(0, 10) ?? 'no date'}  ${[source, title].filter((one) => one !== null).join(', ')}\n`,
      );
      output.out(`    ${flat(before)}«${flat(said)}»${flat(after)}\n`);
    }
    return 0;
  });
}

const flat = (text: string) => text.replace(/\s+/g, ' ');

export function asOfCommand(at: string, options: Given, output: Output): Promise<number> {
  return run(asOf, { ...options, at }, options, output, ({ earlier, later, changes, total }) => {
    for (const one of [earlier, later])
      output.out(
        `${(one.at ?? 'now').padEnd(20)}  ${one.reports} reports, ${one.incidents} incidents (${one.disputed} disputed), ${one.statements} statements\n`,
      );
    for (const { change, incident, merged, differences } of changes) {
      const { id, type, where } = incident;
      output.out(`${change.padEnd(8)} ${id.slice(0, 10)}  ${type}${where ? `, ${where.name}` : ''}`);
      output.out(merged.length > 0 ? `  from ${merged.map((one) => one.slice(0, 10)).join(', ')}\n` : '\n');
      for (const { field, before, after } of differences)
        output.out(`    ${field}: ${before ?? '—'} → ${after ?? '—'}\n`);
    }
    output.out(`${total} changed${changes.length < total ? `; ${changes.length} shown, more with --limit` : ''}\n`);
    return 0;
  });
}

export function proposeCommand(
  act: string,
  targets: readonly string[],
  { value, ...options }: Given,
  output: Output,
): Promise<number> {
  const asked = { ...options, act, targets, ...(value === undefined ? {} : { value: valueGiven(String(value)) }) };
  return run(propose, asked, options, output, ({ id, by }) => {
    output.out(`${id} by ${by} waits on the Desk: recount decide accept ${id}, or reject\n`);
    return 0;
  });
}
