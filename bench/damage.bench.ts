// A thousand damaged files of each format, added to a record: what became of them.
import { createPool } from '../src/operations/intake/reading-pool.ts';
import { FILES } from '../test/support/formats.ts';
import { survive } from '../test/support/mutants.ts';
import type { Bench } from './bench.ts';

const COUNT = Number(process.env['RECOUNT_MUTANTS'] ?? 1000);

export const bench: Bench = {
  name: 'damage',
  title: 'Damaged files',
  card: 'accuracy',
  async run({ say }) {
    const rows: string[] = [];
    const threads = createPool(1);
    for (const name of Object.keys(FILES)) {
      const { reports, told, lost, unsound, unhandled, slowest } = await survive(name, COUNT, threads);
      for (const one of [...lost, ...unsound, ...unhandled]) say(`${name}: ${one}`);
      say(
        `${name}: ${lost.length} lost, ${unsound.length} unsound, ${unhandled.length} unhandled, ${slowest.toFixed(0)} ms`,
      );
      rows.push(
        `| ${name} | ${reports} | ${told} | ${lost.length} | ${unsound.length} | ${unhandled.length} | ${(slowest / 1000).toFixed(2)} |`,
      );
    }
    await threads.close();
    return [
      `${COUNT} files of each format with bytes changed, cut out, doubled, put in or broken off, the same ones each time, each added to a record. Told: parts that could not be read, with the reason. Lost: files of which nothing was heard. Unsound: reports kept half, or whose evidence is not in their text. Targets: none lost, none unsound, none unhandled, none over 10 seconds.`,
      '',
      '| format | reports kept | parts told | lost | unsound | unhandled | slowest report, s of processor |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  },
};
