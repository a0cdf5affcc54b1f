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
        : `${sheet(kept.reading, output)}\nKept since ${kept.added}, read by ${kept.readers.join(', ')}.\n`,
    );
    return 0;
  } finally {
    await context.close();
  }
}
