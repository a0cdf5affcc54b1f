// What was decided, by whom, when and why, newest first; each decision can be taken back here.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Decision, listDecisions } from './api.ts';
import { useUndo } from './decisions.tsx';
import { type Key, KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { LongTable, useWalk } from './long-list.tsx';
import { focusHeading, go } from './path.ts';
import { ReleasesPanel } from './releases-panel.tsx';
import { shownDate } from './shown.ts';
import { Tabs, useChoice } from './tabs.tsx';
import { saidOf, shownTarget, type Target } from './targets.ts';
import { Trouble } from './trouble.tsx';

const TABS = ['decisions', 'releases'] as const;

export function HistoryPage() {
  const { now, keys } = useChoice('tab', TABS);
  return now === 'releases' ? <Releases keys={keys} /> : <Decisions tabKeys={keys} />;
}

/** What stands above either tab. */
function Head({ keys, now }: { keys: readonly Key[]; now: (typeof TABS)[number] }) {
  return (
    <>
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          History
        </h1>
        <KeyHelp keys={keys} />
      </div>
      <Tabs name="tab" all={TABS} now={now} />
    </>
  );
}

function Releases({ keys }: { keys: readonly Key[] }) {
  useKeys(keys);
  return (
    <section className="wide">
      <Head keys={keys} now="releases" />
      <ReleasesPanel />
    </section>
  );
}

function Decisions({ tabKeys }: { tabKeys: readonly Key[] }) {
  const query = useInfiniteQuery({
    queryKey: ['decisions'],
    queryFn: ({ pageParam }) => listDecisions({ after: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const takeBack = useUndo();
  const decisions = query.data?.pages.flatMap((page) => page.decisions) ?? [];
  /** What was said of decisions afterwards, by their ids. */
  const reasons = new Map<string, string>();
  for (const { act, targets, detail, withdrawnBy } of decisions)
    if (act === 'comment' && withdrawnBy === null)
      for (const target of targets) if (/^d\d+$/.test(target)) reasons.set(target, String(detail['text']));
  const walk = useWalk('decision', decisions.length, query);
  const now = decisions[walk.at];
  const where = now?.targets.map(shownTarget).find(({ address }) => address !== null)?.address;
  const keys = [
    ...tabKeys,
    ...walk.keys,
    {
      key: 'Backspace',
      does: 'Take the decision back',
      run: () => now && now.withdrawnBy === null && takeBack([now.id], saidOf(now)),
    },
    { key: 'v', does: 'Show what it was about', run: () => where && go(where) },
  ];
  useKeys(keys);
  return (
    <section className="wide">
      <Head keys={keys} now="decisions" />
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the history …</p> : null}
      {query.isSuccess && decisions.length === 0 ? (
        <p>Nothing has been decided yet. Decisions made on the Desk and elsewhere are kept here for ever.</p>
      ) : null}
      {decisions.length > 0 ? (
        <LongTable
          label="Decisions"
          columns={5}
          rows={decisions}
          keyOf={(decision) => decision.id}
          walk={walk}
          pages={query}
          head={
            <>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Take back</th>
              <th scope="col">Decision</th>
              <th scope="col">Why</th>
            </>
          }
          cells={(decision) => (
            <Cells decision={decision} because={reasons.get(decision.id) ?? null} takeBack={takeBack} />
          )}
        />
      ) : null}
    </section>
  );
}

function Cells({
  decision,
  because,
  takeBack,
}: {
  decision: Decision;
  because: string | null;
  takeBack(ids: readonly string[], said: string): void;
}) {
  const { id, at, by, why, act, targets, withdrawnBy, detail } = decision;
  const text = detail['text'];
  return (
    <>
      <td className="date">{shownDate(at)}</td>
      <td>
        <bdi>{by}</bdi>
      </td>
      <td>
        {withdrawnBy === null ? (
          <button type="button" onClick={() => takeBack([id], saidOf(decision))}>
            Undo {id}
          </button>
        ) : (
          <span className="muted">taken back by {withdrawnBy}</span>
        )}
      </td>
      <th scope="row">
        {act}{' '}
        {targets.slice(0, 4).map((target) => (
          <Shown key={target} target={shownTarget(target)} />
        ))}
        {targets.length > 4 ? `and ${targets.length - 4} more ` : ''}
        {act === 'add' ? <Shown target={shownTarget(String(detail['claim'] ?? ''))} /> : null}
        {typeof detail['field'] === 'string' ? (
          <span className="muted">
            {detail['field']}: <bdi>{brief((detail['before'] as unknown[] | undefined)?.[0])}</bdi> →{' '}
            <bdi>{brief(detail['value'])}</bdi>
          </span>
        ) : null}
        {typeof detail['into'] === 'string' ? (
          <>
            into <Shown target={shownTarget(detail['into'])} />
          </>
        ) : null}
        {typeof detail['to'] === 'string' ? (
          <>
            {String(detail['relation'])} <Shown target={shownTarget(detail['to'])} />
          </>
        ) : null}
        {typeof text === 'string' ? (
          <q>
            <bdi>{text}</bdi>
          </q>
        ) : null}
      </th>
      <td>
        <bdi>{[why, because].filter((one) => one !== null).join('; ')}</bdi>
      </td>
    </>
  );
}

function Shown({ target: { name, address } }: { target: Target }) {
  return <>{address === null ? <bdi>{name}</bdi> : <Link to={address}>{name}</Link>} </>;
}

/** A field's value in a few characters. */
function brief(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nobody' : value.map(brief).join(', ');
  if (typeof value === 'object') return brief((value as { value?: unknown }).value);
  return String(value);
}
