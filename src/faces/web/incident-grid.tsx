// What each report says of one incident, cell by cell beside what the record holds; cells are taken by key or click.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Incident } from './api.ts';
import { useDecide } from './decisions.tsx';
import { openDrawer } from './drawer.tsx';
import { type Key, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { go } from './path.ts';
import { shownDate } from './shown.ts';
import { addressOf, Words, type WordsAt } from './words.tsx';

type Cells = Incident['cells'][number];
type Record_ = Incident['record'][number];
const PLAIN = ['what', 'who', 'whom', 'when', 'where'] as const;
const COUNTS = ['killed', 'injured'] as const;
type Row = (typeof PLAIN)[number] | (typeof COUNTS)[number];
const ROWS: readonly Row[] = [...PLAIN, ...COUNTS];

/** One value that may be taken: what it is of, and its words. */
interface Stop {
  readonly claim: string;
  readonly value: string;
  readonly words: WordsAt;
}

const stopsOf = (cells: Cells, row: Row): readonly Stop[] => {
  if (row === 'killed' || row === 'injured') return cells[row];
  const cell = cells[row];
  return cell ? [{ claim: cells.claim, ...cell }] : [];
};

export function useGrid({ cells, record }: Pick<Incident, 'cells' | 'record'>) {
  const table = useRef<HTMLTableElement>(null);
  /** `row column place`, of the value that Tab leads to. */
  const [at, setAt] = useState('0 0 0');
  const { send, busy } = useDecide();
  const held = new Map(record.map((one) => [one.row, one]));
  const values = (row: Row) => new Set(cells.flatMap((one) => stopsOf(one, row).map(({ value }) => value)));
  const differs = (row: Row) => values(row).size > 1;
  const focus = (row: number, column: number, last = false): boolean => {
    const stops = table.current?.querySelectorAll<HTMLElement>(`[data-at^="${row} ${column} "]`);
    const stop = stops?.[last ? stops.length - 1 : 0];
    stop?.focus();
    return stop !== undefined;
  };
  const here = () => {
    const [row = 0, column = 0, place = 0] = at.split(' ').map(Number);
    const cell = cells[column];
    const stop = cell && ROWS[row] ? stopsOf(cell, ROWS[row])[place] : undefined;
    return { row, column, place, cell, stop };
  };
  const take = (row: Row, { claim, value }: Stop) => {
    if (busy) return;
    send({ act: 'accept', targets: [`incident:${row}:${claim}`], said: `Took “${value}” for ${row}` });
  };
  const agreeing = () => {
    const targets = ROWS.flatMap((row) => {
      const first = cells.flatMap((one) => stopsOf(one, row))[0];
      return first && !differs(row) && !held.get(row)?.claim ? [`incident:${row}:${first.claim}`] : [];
    });
    if (targets.length > 0 && !busy)
      send({ act: 'accept', targets, said: `Took ${targets.length} rows in which all agree` });
  };
  const column = () => here().cell ?? cells[0];
  const upon = (act: 'accept' | 'reject') => {
    const cell = column();
    const { stop, row } = here();
    const claim = row >= PLAIN.length ? stop?.claim : cell?.claim;
    if (claim && cell && !busy)
      send({
        act,
        targets: [claim],
        said: `${act === 'accept' ? 'Accepted' : 'Rejected'} the ${row >= PLAIN.length ? ROWS[row] : 'event'} of ${cell.source ?? cell.report}`,
      });
  };
  const split = (cell: Cells | undefined) => {
    const first = cells[0]?.claim;
    if (!cell || !first || cells.length < 2 || busy) return;
    const to = cell.claim === first ? (cells[1]?.claim ?? '') : first;
    send({ act: 'link', targets: [cell.claim], to, relation: 'apart', said: `Split off the event of ${cell.source ?? cell.report}` });
  }; // biome-ignore format: one wish a row
  const nextConflict = () => {
    const { row, column: from } = here();
    for (let step = 1; step <= ROWS.length; step++) {
      const next = (row + step) % ROWS.length;
      if (!differs(ROWS[next] as Row)) continue;
      for (let by = 0; by < cells.length; by++) if (focus(next, (from + by) % cells.length)) return;
    }
  };
  const keys: readonly Key[] = [
    { key: '!', does: 'Next row in which reports differ', held: true, run: nextConflict },
    { key: '=', does: 'Take all rows in which reports agree', run: agreeing },
    { key: 'v', does: 'Show the words of the cell', run: () => { const { stop } = here(); if (stop) go(addressOf(stop.words)); } },
    { key: 'a', does: 'Accept the event of this column, or the count', run: () => upon('accept') },
    { key: 'x', does: 'Reject it', run: () => upon('reject') },
    { key: 'e', does: 'Edit it', run: () => { const { stop, cell } = here(); const claim = stop?.claim ?? cell?.claim ?? cells[0]?.claim; if (claim) openDrawer({ what: 'edit', claim, words: null }); } },
    { key: 'S', does: 'Split this column off: another happening', run: () => split(column()) },
    { key: 'c', does: 'Comment on the event of this column', run: () => { const cell = column(); if (cell) openDrawer({ what: 'comment', target: cell.claim, about: `the event of ${cell.source ?? cell.report}` }); } },
  ]; // biome-ignore format: one key a row
  useKeys(keys);
  const move = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as Readonly<Record<string, readonly [number, number]>>)[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { row, column: from, place } = here();
    const count = cells[from] && ROWS[row] ? stopsOf(cells[from], ROWS[row]).length : 0;
    if (by[0] !== 0 && place + by[0] >= 0 && place + by[0] < count) {
      table.current?.querySelector<HTMLElement>(`[data-at="${row} ${from} ${place + by[0]}"]`)?.focus();
      return;
    }
    for (let r = row + by[0], c = from + by[1]; r >= 0 && r < ROWS.length && c >= 0 && c < cells.length; r += by[0], c += by[1])
      if (focus(r, c, by[0] < 0)) return;
  }; // biome-ignore format: one move a row
  return { table, at, setAt, keys, move, take, split, differs, held, send, busy };
}

export function IncidentGrid({ cells, grid }: { cells: readonly Cells[]; grid: ReturnType<typeof useGrid> }) {
  const { table, at, setAt, move, take, split, differs, held, send, busy } = grid;
  return (
    <section className="scroll" aria-label="Reports side by side">
      <table className="list grid" ref={table} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Row</span>
            </th>
            <th scope="col">The record</th>
            {cells.map((one) => (
              <th key={one.claim} scope="col">
                <Link to={`/reports/${encodeURIComponent(one.report)}`}>
                  <bdi>{one.source ?? 'source unknown'}</bdi>
                </Link>
                <br />
                {shownDate(one.published)}
                {one.copyOf ? <> · a copy</> : null}
                <br />
                <bdi>{one.title ?? ''}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row, r) => (
            <tr key={row}>
              <th scope="row">
                {row}
                {differs(row) ? <span className="differ"> ≠ differ</span> : null}
              </th>
              <Held cell={held.get(row)} />
              {cells.map((one, c) => {
                const stops = stopsOf(one, row);
                return (
                  <td key={one.claim}>
                    {stops.length === 0 ? <span className="muted">—</span> : null}
                    {stops.map((stop, n) => (
                      <Value
                        key={`${stop.claim}-${stop.words.start}`}
                        stop={stop}
                        taken={held.get(row)?.claim === stop.claim}
                        place={`${r} ${c} ${n}`}
                        reachable={at === `${r} ${c} ${n}` || (at === '0 0 0' && r === 0 && n === 0 && c === 0)}
                        onFocus={setAt}
                        onTake={() => take(row, stop)}
                      />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">on whose word</th>
            <td />
            {cells.map((one) => (
              <td key={one.claim}>
                <bdi>{one.chain?.speaker ?? one.chain?.printed ?? 'the report itself'}</bdi>
                <br />
                <span className="muted">{one.chain?.class}</span>
              </td>
            ))}
          </tr>
          <tr className="no-print">
            <th scope="row">decide</th>
            <td />
            {cells.map((one) => {
              const source = one.source ?? one.report;
              const decide = (act: 'accept' | 'reject', said: string): ReactNode => (
                <button type="button" disabled={busy} onClick={() => send({ act, targets: [one.claim], said: `${said}ed the event of ${source}` })}>
                  {said}
                </button>
              ); // biome-ignore format: one button a row
              return (
                <td key={one.claim} className="buttons">
                  {decide('accept', 'Accept')} {decide('reject', 'Reject')}{' '}
                  <button type="button" onClick={() => openDrawer({ what: 'edit', claim: one.claim, words: null })}>
                    Edit
                  </button>{' '}
                  {cells.length > 1 ? (
                    <button type="button" disabled={busy} onClick={() => split(one)}>
                      Split off
                    </button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** What the record holds in this row: taken by a person, or chosen by the rules. */
function Held({ cell }: { cell: Record_ | undefined }) {
  return (
    <td className="held">
      <bdi>{cell?.value || '—'}</bdi>
      <br />
      <span className="muted">{cell?.claim ? `● taken, ${cell.decision}` : cell?.value ? 'by the rules' : ''}</span>
    </td>
  );
}

function Value({
  stop,
  taken,
  place,
  reachable,
  onFocus,
  onTake,
}: {
  stop: Stop;
  taken: boolean;
  place: string;
  reachable: boolean;
  onFocus(place: string): void;
  onTake(): void;
}) {
  return (
    <div className="cell">
      <button
        type="button"
        className="value"
        data-at={place}
        tabIndex={reachable ? 0 : -1}
        aria-pressed={taken}
        aria-label={`${stop.value}: take it for the record`}
        onFocus={() => onFocus(place)}
        onClick={onTake}
      >
        <span aria-hidden="true">{taken ? '●' : '○'}</span> <bdi>{stop.value}</bdi>
      </button>{' '}
      <Words at={stop.words} />
    </div>
  );
}
