// `recount show`: a report's id in, its sheet or JSON out.
import { show } from '../../operations/show.ts';
import { openContext } from './context.ts';
import type { Output } from './output.ts';
import { sheet } from './sheet.ts';

export async function showCommand(
  id: string,
  options: { store?: string; json?: boolean },
  output: Output,
): Promise<number> {
  const context = openContext(options.store);
  try {
    const kept = await show.run({ id }, context);
    output.out(
      options.json
        ? `${JSON.stringify(kept)}\n`
        : `${sheet(kept.reading, output)}\nKept since ${kept.added}, read by ${kept.readers.join(', ')}.\n${copiesOf(kept)}`,
    );
    return 0;
  } finally {
    await context.close();
  }
}

/** Lines that name the reports of which this is a copy, or that are copies of it. */
function copiesOf({ reading, copies }: Awaited<ReturnType<typeof show.run>>): string {
  const [origin, ...rest] = copies;
  if (!origin) return '';
  const others = copies.filter(({ id }) => id !== reading.report.id);
  const own = rest.find(({ id }) => id === reading.report.id);
  const head = own
    ? `A ${own.kind === 'exact' ? 'copy, word for word,' : 'near copy'} of ${origin.id.slice(0, 9)}. The same words are kept as`
    : 'Copies of it are kept as';
  return `${head}\n${others.map(({ id, source, published, kind, title }) => `  ${id.slice(0, 9)}  ${[kind ?? 'origin', source, published?.slice(0, 10), title].filter(Boolean).join(' · ')}`).join('\n')}\n`;
}
