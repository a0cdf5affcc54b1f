// A long list in, what of it stands in the window out: the walk through it by keys, rows drawn as they are needed.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Key } from './keys.tsx';

/** Lists up to this long are drawn whole. */
const SHORT = 120;

interface Drawn {
  /** Places of the rows that are drawn, in order. */
  readonly rows: readonly number[];
  /** Height of the rows above and below those, in pixels. */
  readonly above: number;
  readonly below: number;
  /** Brings a row into the window and draws it. */
  show(row: number): void;
  /** Where to hang each drawn row's element (with `data-index`), so that its height is known. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
}

/** Which of `count` rows, about `height` pixels each, are drawn while the window scrolls past `list`. */
export function useLongList(count: number, height: number, list: RefObject<HTMLElement | null>): Drawn {
  const printing = usePrinting();
  const [top, setTop] = useState(0);
  const place = list.current;
  useEffect(() => {
    if (place) setTop(place.getBoundingClientRect().top + window.scrollY);
  }, [place]);
  const whole = count <= SHORT || printing;
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    enabled: !whole,
  });
  if (whole)
    return {
      rows: Array.from({ length: count }, (_, row) => row),
      above: 0,
      below: 0,
      show: () => {},
      measure: undefined,
    };
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    rows: items.map(({ index }) => index),
    above: first ? first.start - top : 0,
    below: last ? virtual.getTotalSize() - (last.end - top) : 0,
    show: (row) => virtual.scrollToIndex(row, { align: 'auto' }),
    measure: virtual.measureElement,
  };
}

/** On paper everything is drawn. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const media = window.matchMedia('print');
    const set = () => flushSync(() => setPrinting(media.matches));
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    media.addEventListener('change', set);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      media.removeEventListener('change', set);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

export interface Walk {
  /** The row that the keys act upon; −1 for none yet. */
  readonly at: number;
  setAt(row: number): void;
  readonly keys: readonly Key[];
}

/**
 * `j` and `k` through rows whose element with `data-row` or the first link or button in it takes the focus; the next
 * page is fetched before the end is reached.
 */
export function useWalk(
  noun: string,
  count: number,
  pages?: Pages,
): Walk & { readonly body: RefObject<HTMLElement | null>; bind(drawn: Drawn): void } {
  const [at, setAt] = useState(-1);
  const body = useRef<HTMLElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const wanted = useRef(-1);
  const focus = () => {
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    const target = row?.querySelector<HTMLElement>('a, button') ?? row;
    if (!target) return false;
    wanted.current = -1;
    target.focus();
    return true;
  };
  useEffect(() => {
    if (wanted.current >= 0) focus();
  });
  const move = (by: number) => {
    const next = Math.min(count - 1, Math.max(0, at + by));
    if (next < 0) return;
    if (pages && by > 0 && next >= count - 5 && pages.hasNextPage && !pages.isFetchingNextPage) pages.fetchNextPage();
    setAt(next);
    wanted.current = next;
    if (!focus()) drawn.current?.show(next);
  };
  return {
    at,
    setAt,
    body,
    bind: (now) => {
      drawn.current = now;
    },
    keys: [
      { key: 'j', does: `Next ${noun}`, held: true, run: () => move(1) },
      { key: 'k', does: `${noun[0]?.toUpperCase()}${noun.slice(1)} before`, held: true, run: () => move(-1) },
    ],
  };
}

interface TableProps<T> {
  readonly label: string;
  readonly head: ReactNode;
  readonly columns: number;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly cells: (row: T, index: number) => ReactNode;
  readonly walk: ReturnType<typeof useWalk>;
  readonly pages?: Pages;
  /** About how high a row is, in pixels. */
  readonly height?: number;
}

/** A table of rows that come page by page, in a frame of its own that may scroll sideways. */
export function LongTable<T>({ label, head, columns, rows, keyOf, cells, walk, pages, height = 56 }: TableProps<T>) {
  const body = walk.body as RefObject<HTMLTableSectionElement | null>;
  const drawn = useLongList(rows.length, height, body);
  walk.bind(drawn);
  const whole = drawn.rows.length === rows.length;
  return (
    <>
      <section className="scroll" tabIndex={0} aria-label={label}>
        <table className="list" aria-rowcount={whole ? undefined : rows.length + 1}>
          <thead>
            <tr>{head}</tr>
          </thead>
          <tbody ref={body}>
            {drawn.above > 0 ? <Gap height={drawn.above} columns={columns} /> : null}
            {drawn.rows.map((index) => {
              const row = rows[index];
              return row === undefined ? null : (
                <tr
                  key={keyOf(row)}
                  ref={drawn.measure}
                  data-index={index}
                  aria-rowindex={whole ? undefined : index + 2}
                  onFocus={() => walk.setAt(index)}
                >
                  {cells(row, index)}
                </tr>
              );
            })}
            {drawn.below > 0 ? <Gap height={drawn.below} columns={columns} /> : null}
          </tbody>
        </table>
      </section>
      {pages ? <More pages={pages} /> : null}
    </>
  );
}

const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tr className="gap">
    <td colSpan={columns} aria-hidden="true" style={{ height }} />
  </tr>
);

export function More({ pages }: { pages: Pages }) {
  return pages.hasNextPage ? (
    <button type="button" className="more" onClick={() => pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
      {pages.isFetchingNextPage ? 'Loading …' : 'Show more'}
    </button>
  ) : null;
}
