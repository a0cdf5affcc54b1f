// `recount list`: a page of the record's reports out, as a table or JSON.
import { list } from '../../operations/list.ts';
import { OperationError } from '../../operations/operation.ts';
import { openContext } from './context.ts';
import type { Output } from './output.ts';

export async function listCommand(
  options: { limit: string; after?: string; store?: string; json?: boolean },
  output: Output,
): Promise<number> {
  const input = list.input.safeParse({ limit: options.limit, after: options.after });
  if (!input.success)
    throw new OperationError(
      'input/limit',
      `--limit is ${JSON.stringify(options.limit)}; give a whole number from 1 to 1000.`,
    );
  const context = openContext(options.store);
  try {
    const page = await list.run(input.data, context);
    if (options.json) {
      output.out(`${JSON.stringify(page)}\n`);
      return 0;
    }
    if (page.reports.length === 0) {
      output.out('No reports yet. Add some: recount add report.txt --published 2025-04-24\n');
      return 0;
    }
    const rows = page.reports.map((row) => [
      row.id.slice(0, 9),
      row.published?.slice(0, 10) ?? 'no date',
      String(row.statements),
      String(row.events),
      String(row.figures),
      row.source ?? '',
      `${row.copyOf === null ? '' : `= ${row.copyOf.slice(0, 9)}  `}${row.title ?? '(no title)'}${row.copies > 0 ? `  (and ${row.copies} ${row.copies === 1 ? 'copy' : 'copies'})` : ''}`,
    ]);
    output.out(table(['id', 'published', 'said', 'events', 'figures', 'source', 'title'], rows, output.width));
    const rest = page.next ? `; go on with --after ${page.next}` : '';
    const copies = page.total - page.origins;
    output.out(
      `${page.reports.length} of ${page.total} ${page.total === 1 ? 'report' : 'reports'}${copies > 0 ? ` (${page.origins} without copies of others)` : ''}${rest}\n`,
    );
    return 0;
  } finally {
    await context.close();
  }
}

/** Columns as wide as their longest cell; the last is cut at the terminal's edge. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const right = new Set(
    head.flatMap((_, column) => (rows.every((row) => /^[\d,.]+$/.test(row[column] ?? '')) ? [column] : [])),
  );
  const print = (row: readonly string[]) => {
    const line = row
      .map((cell, column) =>
        right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ');
    return line.length > width ? `${line.slice(0, width - 1)}…` : line.trimEnd();
  };
  return `${[head, ...rows].map(print).join('\n')}\n`;
}
