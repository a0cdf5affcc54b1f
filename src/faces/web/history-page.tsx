// What was decided, by whom, when and why, newest first; each decision can be taken back here.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Decision, listDecisions } from './api.ts';
import { useUndo } from './decisions.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { focusHeading } from './path.ts';
import { shownDate } from './shown-date.ts';
import { Trouble } from './trouble.tsx';

export function HistoryPage() {
  const query = useInfiniteQuery({
    queryKey: ['decisions'],
    queryFn: ({ pageParam }) => listDecisions({ after: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const takeBack = useUndo();
  const decisions = query.data?.pages.flatMap((page) => page.decisions) ?? [];
  const [at, setAt] = useState(-1);
  const move = (by: number) => {
    const next = Math.min(decisions.length - 1, Math.max(0, at + by));
    setAt(next);
    document.querySelectorAll<HTMLElement>('tbody button')[next]?.focus();
  };
  const keys = [
    { key: 'j', does: 'Next decision', run: () => move(1) },
    { key: 'k', does: 'Decision before', run: () => move(-1) },
  ];
  useKeys(keys);
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          History
        </h1>
        <KeyHelp keys={keys} />
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the history …</p> : null}
      {query.isSuccess && decisions.length === 0 ? (
        <p>Nothing has been decided yet. Decisions made on the Desk and elsewhere are kept here for ever.</p>
      ) : null}
      {decisions.length > 0 ? (
        <section className="scroll" tabIndex={0} aria-label="Decisions">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Decision</th>
                <th scope="col">Why</th>
                <th scope="col">Take back</th>
              </tr>
            </thead>
            <tbody>
              {decisions.map((one, index) => (
                <Row key={one.id} decision={one} onFocus={() => setAt(index)} takeBack={takeBack} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {query.hasNextPage ? (
        <button type="button" onClick={() => query.fetchNextPage()}>
          Show more
        </button>
      ) : null}
    </section>
  );
}

function Row({
  decision,
  onFocus,
  takeBack,
}: {
  decision: Decision;
  onFocus(): void;
  takeBack(id: string, said: string): void;
}) {
  const { id, at, by, why, act, targets, withdrawnBy, detail } = decision;
  const said = `${act} ${targets.slice(0, 2).join(', ')}${targets.length > 2 ? ` and ${targets.length - 2} more` : ''}`;
  return (
    <tr onFocus={onFocus}>
      <td className="date">{shownDate(at)}</td>
      <td>
        <bdi>{by}</bdi>
      </td>
      <th scope="row">
        <bdi>{said}</bdi>
        {typeof detail['into'] === 'string' ? <span className="muted"> into {detail['into']}</span> : null}
        {typeof detail['to'] === 'string' ? (
          <span className="muted">
            {' '}
            {String(detail['relation'])} {detail['to']}
          </span>
        ) : null}
        {typeof detail['text'] === 'string' ? <q>{detail['text']}</q> : null}
      </th>
      <td>
        <bdi>{why ?? ''}</bdi>
      </td>
      <td>
        {withdrawnBy === null ? (
          <button type="button" onClick={() => takeBack(id, said)}>
            Undo {id}
          </button>
        ) : (
          <span className="muted">taken back by {withdrawnBy}</span>
        )}
      </td>
    </tr>
  );
}
