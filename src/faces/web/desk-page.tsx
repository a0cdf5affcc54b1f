// What needs a decision now, why it is here, and the decision made in place with one key.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Desk, type DeskItem, getDesk } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { copyTold } from './claim-keys.ts';
import { quoted } from './copied.ts';
import { deciding, nameDecider, useDecide, useSettling } from './decisions.tsx';
import { openDrawer } from './drawer.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { More, useLongList } from './long-list.tsx';
import { newsOf, useNews } from './news.ts';
import { focusHeading, go, setQuery, useQueryOf } from './path.ts';
import { signedIn } from './session.tsx';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';
import { addressOf, Words } from './words.tsx';
import { WorkField } from './work-field.tsx';

/** Sign and name of each flag: never told by colour alone. */
const SIGNS: Readonly<Record<string, string>> = {
  DISJOINT: '≠',
  DENIED: '✗',
  WHO: '?',
  SUM: 'Σ',
  FELL: '↓',
  DROPPED: '∅',
  STALE: '⌛',
  SAME: '≈',
  DUE: '◷',
  SCOPE: '⊂',
  PROPOSED: '✎',
};

/** What `a` and `x` mean for each kind of item. */
const LABELS: Readonly<Record<DeskItem['kind'], readonly [string, string]>> = {
  figure: ['Seen, both stand', 'No conflict'],
  event: ['Seen', 'Not so'],
  meeting: ['Seen', 'Not due'],
  promise: ['Seen', 'Not due'],
  proposal: ['Take it over', 'Refuse it'],
};

/** Items a page: what stands in the window, and some to go on with while the next come. */
const PAGE = 60;

export function DeskPage() {
  const asOf = useAsOf();
  const flag = useQueryOf('flag');
  const settling = useSettling();
  const news = useNews();
  // others decide too: whoever comes back to the Desk sees it as it is now
  const query = useInfiniteQuery({
    queryKey: ['desk', asOf, flag],
    // what is pressing most need not wait for meetings and promises
    queryFn: ({ pageParam }) => getDesk({ asOf, flag, limit: PAGE, after: pageParam, partial: 'true' }),
    refetchInterval: ({ state }) => (state.data?.pages.every(({ whole }) => whole) === false ? 1000 : false),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const items = useMemo(() => {
    // an item that moved between two pages while others decided stands in both
    const all = new Map(query.data?.pages.flatMap((page) => page.items.map((item) => [item.id, item])));
    for (const id of settling) all.delete(id);
    return [...all.values()];
  }, [query.data, settling]);
  const first = query.data?.pages[0];
  const onTheirWay = settling.size;
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const queue = [...items.filter(({ id }) => !skipped.has(id)), ...items.filter(({ id }) => skipped.has(id))];
  const [at, setAt] = useState(0);
  const { send } = useDecide();
  // an address may name an item, by its id: there the Desk opens
  const named = useRef(decodeURIComponent(window.location.hash.slice(1)));
  useEffect(() => {
    const place = named.current === '' ? -1 : items.findIndex(({ id }) => id === named.current);
    if (place < 0) return;
    named.current = '';
    setAt(place);
  }, [items]);
  const item = queue[Math.min(at, queue.length - 1)] ?? null;
  const more = () => query.hasNextPage && !query.isFetching && query.fetchNextPage();
  const move = (by: number) => {
    if (by > 0 && at + by >= queue.length - 10) more();
    setAt((now) => Math.max(0, Math.min(queue.length - 1, Math.min(now, queue.length - 1) + by)));
  };
  const list = useRef<HTMLOListElement>(null);
  const drawn = useLongList(queue.length, 41, list);
  const place = item === null ? -1 : queue.indexOf(item);
  const { show } = drawn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item alone is followed
  useEffect(() => {
    const element = document.getElementById('desk-now');
    if (element) element.scrollIntoView({ block: 'nearest' });
    else if (place >= 0) show(place);
  }, [item?.id]);
  /** Both accounts are lit where one report gives both. */
  const words = (side: number) => {
    const at = item?.words[side];
    if (at) go(addressOf(at, ...(item?.words ?? []).filter((one) => one !== at && one.report === at.report)));
  };
  const edit = (side: number) => {
    const claim = item?.words[side]?.claim;
    if (claim) openDrawer({ what: 'edit', claim, words: null });
  };

  const settle = (act: 'accept' | 'reject', said: string, targets: readonly string[], why?: string) =>
    item && send({ act, targets, said, settles: item.id, ...(why === undefined ? {} : { why }) });
  const pick = (number: number) => {
    const choice = item?.choices[number - 1];
    if (item && choice)
      settle(
        'accept',
        `Took “${choice.label}” for ${item.title}`,
        // the value is the record's from now on, where the record has a cell for it
        [item.id, choice.claim, ...(choice.cell === null ? [] : [choice.cell])],
        `the value of ${item.flag}`,
      );
  };
  const merge = () =>
    item?.merge &&
    send({
      act: 'merge',
      targets: [item.merge.from],
      into: item.merge.into,
      said: `Merged: ${item.title}`,
      settles: item.id,
    });
  const part = () =>
    item?.merge &&
    send({
      act: 'link',
      targets: [item.merge.from],
      to: item.merge.into,
      relation: 'apart',
      said: `Kept apart: ${item.title}`,
      settles: item.id,
    });
  const keys = [
    { key: 'j', does: 'Next item', held: true, run: () => move(1) },
    { key: 'k', does: 'Item before', held: true, run: () => move(-1) },
    { key: '1', does: 'Take the first value', run: () => pick(1) },
    { key: '2', does: 'Take the second value', run: () => pick(2) },
    {
      key: 'a',
      does: 'Seen: both accounts stand',
      run: () => item && settle('accept', `Seen: ${item.title}`, [item.id]),
    },
    {
      key: 'x',
      does: 'No conflict: the flag is wrong; or two happenings, not one',
      run: () => (item?.merge ? part() : item && settle('reject', `Rejected ${item.flag}: ${item.title}`, [item.id])),
    },
    { key: 'm', does: 'Merge: the two are one happening', run: merge },
    {
      key: ' ',
      does: 'Skip: to the end of the queue',
      run: () => item && setSkipped((before) => new Set([...before, item.id])),
    },
    { key: 'v', does: 'Show the words in their report', run: () => words(0) },
    { key: 'V', does: 'Show the words of the second account', run: () => words(1) },
    { key: 'y', does: 'Copy both accounts with who published them', run: () => item && copyTold(citeOf(item)) },
    { key: 'e', does: 'Edit the first claim', run: () => edit(0) },
    { key: 'E', does: 'Edit the second claim', run: () => edit(1) },
    {
      key: 'c',
      does: 'Comment',
      run: () => {
        const target = item?.words[0]?.claim;
        if (item && target) openDrawer({ what: 'comment', target, about: item.title });
      },
    },
    {
      key: 'o',
      does: 'Open the incident',
      run: () => item?.incident && go(`/incidents/${encodeURIComponent(item.incident)}`),
    },
  ];
  useKeys(keys);

  return (
    <section className="wide">
      <div className="title-row">
        <div>
          <h1 ref={focusHeading} tabIndex={-1}>
            Desk
          </h1>
          {first ? (
            <p className="muted">
              {first.open - onTheirWay} open · {first.done + onTheirWay} decided{' '}
              {first.whole ? null : <span role="status">Loading meetings and promises …</span>}
            </p>
          ) : null}
        </div>
        <KeyHelp keys={keys} />
      </div>
      <Filters flags={first?.flags ?? NONE} flag={flag} />
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the desk …</p> : null}
      {query.isSuccess && queue.length === 0 ? (
        <p>
          Nothing needs a decision. <Link to="/incidents">See the incidents</Link> (<kbd>g</kbd> <kbd>e</kbd>) or{' '}
          <Link to="/read">read a text</Link> (<kbd>g</kbd> <kbd>n</kbd>).
        </p>
      ) : null}
      <ol className="desk" aria-label="Queue" ref={list}>
        {drawn.above > 0 ? <li aria-hidden="true" style={{ height: drawn.above }} /> : null}
        {drawn.rows.map((index) => {
          const one = queue[index];
          return one === undefined ? null : (
            <li
              key={one.id}
              ref={drawn.measure}
              data-index={index}
              id={one === item ? 'desk-now' : undefined}
              className={one === item ? 'now' : undefined}
              aria-current={one === item ? 'true' : undefined}
              aria-setsize={queue.length}
              aria-posinset={index + 1}
            >
              <button type="button" className="desk-head" onClick={() => setAt(index)} aria-expanded={one === item}>
                <span className="flag">
                  <span aria-hidden="true">{SIGNS[one.flag] ?? '!'}</span> {one.flag}
                </span>
                <span className="desk-title">
                  <bdi>{one.title}</bdi>
                  {newsOf(news, one.id) === null ? null : (
                    <span className="decided-now">
                      just decided by <bdi>{newsOf(news, one.id)}</bdi>
                    </span>
                  )}
                  {one === item || !one.words[0] ? null : (
                    <q className="muted desk-words">
                      <bdi>{one.words[0].text}</bdi>
                    </q>
                  )}
                </span>
                <span className="muted date">{shownDate(one.published)}</span>
              </button>
              {one === item ? <Opened item={one} pick={pick} keys={keys} merge={merge} part={part} /> : null}
            </li>
          );
        })}
        {drawn.below > 0 ? <li aria-hidden="true" style={{ height: drawn.below }} /> : null}
      </ol>
      <More pages={query} />
      <div className="who-decides">
        {signedIn() === null ? <Decider /> : null}
        <WorkField />
      </div>
    </section>
  );
}

const citeOf = ({ title, words, published }: DeskItem): string =>
  words
    .map((at) => quoted({ value: title, source: at.source, published: shownDate(published), words: at.text }))
    .join('; ');

function Opened({
  item,
  pick,
  keys,
  merge,
  part,
}: {
  item: DeskItem;
  pick(number: number): void;
  keys: readonly { key: string; run(): void }[];
  merge(): void;
  part(): void;
}) {
  const press = (key: string) => keys.find((one) => one.key === key)?.run();
  return (
    <div className="desk-body">
      <p>
        <bdi>{item.why}</bdi>
      </p>
      <ul className="sides">
        {item.words.map((at) => (
          <li key={`${at.report}-${at.start}`}>
            <InSentence at={at} />
          </li>
        ))}
      </ul>
      <p className="actions">
        {item.choices.map((choice, index) => (
          <button
            key={choice.claim}
            type="button"
            className="primary"
            onClick={() => pick(index + 1)}
            aria-keyshortcuts={String(index + 1)}
          >
            Take “<bdi>{choice.label}</bdi>” <kbd>{index + 1}</kbd>
          </button>
        ))}
        {item.merge ? (
          <>
            <button type="button" className="primary" onClick={merge} aria-keyshortcuts="m">
              One happening: merge <kbd>m</kbd>
            </button>
            <button type="button" onClick={part} aria-keyshortcuts="x">
              Two happenings <kbd>x</kbd>
            </button>
          </>
        ) : (
          <>
            <button type="button" onClick={() => press('a')} aria-keyshortcuts="a">
              {LABELS[item.kind][0]} <kbd>a</kbd>
            </button>
            <button type="button" onClick={() => press('x')} aria-keyshortcuts="x">
              {LABELS[item.kind][1]} <kbd>x</kbd>
            </button>
          </>
        )}
        <button type="button" className="quiet" onClick={() => press(' ')} aria-keyshortcuts="Space">
          Skip <kbd>Space</kbd>
        </button>
        <button type="button" className="quiet" onClick={() => press('e')} aria-keyshortcuts="e">
          Edit <kbd>e</kbd>
        </button>
        {item.incident ? <Link to={`/incidents/${encodeURIComponent(item.incident)}`}>Open the incident</Link> : null}
      </p>
    </div>
  );
}

/** The words as a link within the sentence that they stand in, with who published it. */
function InSentence({ at }: { at: DeskItem['words'][number] }) {
  const from = at.sentence.indexOf(at.text);
  return (
    <>
      {from > 0 ? <bdi>{at.sentence.slice(0, from)}</bdi> : null}
      <Words at={at} />
      {from >= 0 ? <bdi>{at.sentence.slice(from + at.text.length)}</bdi> : null}{' '}
      <span className="muted">
        — <bdi>{at.source ?? 'source unknown'}</bdi>
      </span>
    </>
  );
}

const NONE: readonly never[] = [];

function Filters({ flags, flag }: { flags: Readonly<Desk['flags']>; flag: string | null }) {
  if (flags.length < 2 && flag === null) return null;
  return (
    <fieldset className="filters">
      <legend className="unseen">Show</legend>
      <label className="chip">
        <input type="radio" name="flag" checked={flag === null} onChange={() => setQuery('flag', null)} /> All{' '}
        <span className="muted">{flags.reduce((sum, { count }) => sum + count, 0)}</span>
      </label>
      {flags.map(({ flag: name, count }) => (
        <label key={name} className="chip">
          <input type="radio" name="flag" checked={flag === name} onChange={() => setQuery('flag', name)} />{' '}
          {SIGNS[name] ?? '!'} {name} <span className="muted">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Decider() {
  const [name, setName] = useState(deciding);
  return (
    <p className="muted">
      <label>
        You decide as{' '}
        <input
          type="text"
          className="short"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            nameDecider(event.target.value);
          }}
        />
      </label>
    </p>
  );
}
