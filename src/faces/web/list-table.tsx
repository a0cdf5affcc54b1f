// The rows of a short list in, a table in a frame of its own that may scroll sideways out.
import type { ReactNode } from 'react';

export interface Column<T> {
  readonly head: string;
  /** Numbers stand to the right. */
  readonly count?: boolean;
  cell(row: T): ReactNode;
}

interface Props<T> {
  /** What the frame is called for those who cannot see it. */
  readonly label: string;
  readonly caption?: string;
  /** The first one names its row. */
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  keyOf(row: T): string;
}

export function ListTable<T>({ label, caption, columns, rows, keyOf }: Props<T>) {
  return (
    <section className="scroll" tabIndex={0} aria-label={label}>
      <table className="list">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ head, count }) => (
              <th key={head} scope="col" className={count ? 'count' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, count, cell }, index) =>
                index === 0 ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head} className={count ? 'count' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
