// Who said what: statements and stances over time, promises with their fate, meetings with their steps.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useMemo } from 'react';
import { getCommitments, getMeetings, getSayings, queryOf, type Said } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useClaimKeys } from './claim-keys.ts';
import { quoted } from './copied.ts';
import { openDrawer } from './drawer.tsx';
import { Field } from './field.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { More, useLongList, useWalk } from './long-list.tsx';
import { type Note, Noted } from './notes.tsx';
import { focusHeading, useQueryOf } from './path.ts';
import { shownDate, shownDays } from './shown.ts';
import { STANCES } from './stances.ts';
import { Tabs, useChoice } from './tabs.tsx';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

const IssuesPanel = lazy(() => import('./issues-panel.tsx').then((module) => ({ default: module.IssuesPanel })));
const TABS = ['quotes', 'issues', 'positions', 'commitments', 'meetings'] as const;

export function StatementsPage() {
  const { now: tab, keys: turn } = useChoice('tab', TABS);
  const keys = [...turn, { key: 'p', does: 'Print, with the words as notes', run: () => window.print() }];
  useKeys(keys);
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Statements
        </h1>
        <KeyHelp keys={keys} />
      </div>
      <Tabs name="tab" all={TABS} now={tab} />
      {tab === 'quotes' ? (
        <Quotes />
      ) : tab === 'issues' ? (
        <Suspense fallback={<p role="status">Loading …</p>}>
          <IssuesPanel />
        </Suspense>
      ) : tab === 'positions' ? (
        <Positions />
      ) : tab === 'commitments' ? (
        <Promises />
      ) : (
        <Meetings />
      )}
    </section>
  );
}

function useSayings() {
  const asOf = useAsOf();
  const fields = { speaker: useQueryOf('speaker'), about: useQueryOf('about') };
  const query = useInfiniteQuery({
    queryKey: ['says', asOf, fields],
    queryFn: ({ pageParam }) => getSayings({ ...fields, asOf, limit: PAGE, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const said = useMemo(() => query.data?.pages.flatMap((page) => page.said) ?? NONE, [query.data]);
  return { fields, query, said, total: query.data?.pages[0]?.total };
}

function Quotes() {
  const { fields, query, said, total } = useSayings();
  const walk = useWalk('statement', said.length, query);
  const list = walk.body as RefObject<HTMLUListElement | null>;
  const drawn = useLongList(said.length, 92, list);
  walk.bind(drawn);
  const now = said[walk.at];
  const keys = useClaimKeys(
    now
      ? {
          id: now.id,
          called: `the statement of ${now.speaker ?? 'somebody'}`,
          words: now.words[0] ?? null,
          quoted: quoted({
            value: `${now.speaker ?? 'Somebody who is not named'}${now.act && now.act !== 'say' ? ` (${now.act})` : ''}`,
            source: now.outlet,
            published: shownDate(now.published),
            words: now.words.map(({ text }) => text).join(' … '),
          }),
        }
      : null,
  );
  useKeys([
    ...walk.keys,
    ...keys,
    {
      key: 'i',
      does: 'Put it under an issue',
      run: () =>
        now &&
        openDrawer({ what: 'about', statement: now.id, called: `the statement of ${now.speaker ?? 'somebody'}` }),
    },
  ]);
  const notes = useMemo(() => saidNotes(said), [said]);
  return (
    <>
      <div className="fields">
        <Field name="speaker" label="Speaker" value={fields.speaker} />
        <Field name="about" label="About (words with commas between)" value={fields.about} />
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {total === undefined ? <p role="status">Loading …</p> : <p className="muted">{total} statements</p>}
      <Noted notes={notes}>
        <ul className="said" ref={list}>
          {drawn.above > 0 ? <li aria-hidden="true" style={{ height: drawn.above }} /> : null}
          {drawn.rows
            .flatMap((index) => {
              const one = said[index];
              return one ? [{ index, one }] : [];
            })
            .map(({ index, one }) => (
              <li
                key={one.id}
                ref={drawn.measure}
                data-index={index}
                aria-setsize={said.length}
                aria-posinset={index + 1}
                onFocus={() => walk.setAt(index)}
              >
                <p className="muted">
                  {shownDate(one.published)} ·{' '}
                  <strong>
                    <bdi>{one.speaker ?? 'not named'}</bdi>
                  </strong>
                  {one.act && one.act !== 'say' ? ` · ${one.act}` : ''}
                  {one.addressee ? (
                    <>
                      {' '}
                      · to <bdi>{one.addressee}</bdi>
                    </>
                  ) : null}
                  {one.channel ? (
                    <>
                      {' '}
                      · <bdi>{one.channel}</bdi>
                    </>
                  ) : null}
                  {one.outlet ? (
                    <>
                      {' '}
                      · <bdi>{one.outlet}</bdi>
                    </>
                  ) : null}
                  {one.stance ? ` · ${STANCES[one.stance]} ${one.stance}` : ''}
                </p>
                {one.words.map((at) => (
                  <Words key={at.start} at={at} className={one.form === 'direct' ? 'words direct' : 'words'} />
                ))}
                {one.condition ? (
                  <p>
                    condition: <Words at={one.condition} />
                  </p>
                ) : null}
              </li>
            ))}
          {drawn.below > 0 ? <li aria-hidden="true" style={{ height: drawn.below }} /> : null}
        </ul>
      </Noted>
      <More pages={query} />
    </>
  );
}

const NONE: readonly never[] = [];
/** Statements a page. */
const PAGE = 200;

const saidNotes = (said: readonly Said[]): Note[] =>
  said.flatMap(({ words, condition, outlet, published }) =>
    [...words, ...(condition ? [condition] : [])].map((at) => ({ ...at, source: outlet, published })),
  );

function Positions() {
  const { fields, query, said } = useSayings();
  const bySpeaker = new Map<string, Said[]>();
  for (const one of said) if (one.speaker) bySpeaker.set(one.speaker, [...(bySpeaker.get(one.speaker) ?? []), one]);
  return (
    <>
      <div className="fields">
        <Field name="about" label="Issue: words with commas between, such as truce, ceasefire" value={fields.about} />
      </div>
      {fields.about === null ? (
        <p>
          Name an issue to see where each speaker stands on it over time;{' '}
          <Link to="/statements?tab=issues">those of the record</Link> are listed with their speakers.
        </p>
      ) : null}
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {fields.about !== null && query.data ? (
        <Noted notes={saidNotes(said)}>
          <section className="scroll" tabIndex={0} aria-label="Positions">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Speaker</th>
                  <th scope="col">Over time</th>
                </tr>
              </thead>
              <tbody>
                {[...bySpeaker].map(([speaker, list]) => (
                  <tr key={speaker}>
                    <th scope="row">
                      <bdi>{speaker}</bdi>
                    </th>
                    <td>
                      <ol className="positions">
                        {list.map((one) => (
                          <li key={one.id}>
                            {shownDate(one.published)} {STANCES[one.stance ?? 'unclear']} {one.stance}{' '}
                            {one.words[0] ? <Words at={one.condition ?? one.words[0]} /> : null}
                          </li>
                        ))}
                      </ol>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Noted>
      ) : null}
      {fields.about !== null ? <More pages={query} /> : null}
    </>
  );
}

function Promises() {
  const asOf = useAsOf();
  const query = useQuery({ queryKey: ['commitments', asOf], queryFn: () => getCommitments({ asOf }) });
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data?.commitments.length === 0 ? <p>No promises in the record.</p> : null}
      <Noted
        notes={(query.data?.commitments ?? []).flatMap(({ promise, source, settledBy, settledIn, made }) => [
          { ...promise, source, published: made },
          ...(settledBy ? [{ ...settledBy, source: settledIn, published: null }] : []),
        ])}
      >
        <ul className="said">
          {query.data?.commitments.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{one.fate}</strong> · {one.kind} · <bdi>{one.by.join(', ')}</bdi> · made {shownDate(one.made)}
                {one.deadline ? ` · by ${shownDate(one.deadline)}` : ''}
              </p>
              <Words at={one.promise} />
              {one.settledBy ? (
                <p>
                  then <Words at={one.settledBy} />
                </p>
              ) : (
                <p className="muted">{one.why}</p>
              )}
            </li>
          ))}
        </ul>
      </Noted>
    </>
  );
}

function Meetings() {
  const asOf = useAsOf();
  const query = useQuery({ queryKey: ['meetings', asOf], queryFn: () => getMeetings({ asOf }) });
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      <p>
        <a href={`/api/meetings${queryOf({ asOf })}`} download="meetings.json">
          Download as JSON
        </a>{' '}
        <span className="muted">or, as a calendar: recount meetings --ics</span>
      </p>
      <Noted
        notes={(query.data?.meetings ?? []).flatMap(({ steps }) =>
          steps.map(({ words, published, source }) => ({ ...words, source, published })),
        )}
      >
        <ul className="said">
          {query.data?.meetings.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{one.state}</strong> · {shownDays(one.when)} · <bdi>{one.place ?? 'place unknown'}</bdi> ·{' '}
                <bdi>{one.parties.join(', ')}</bdi>
              </p>
              <ol>
                {one.steps.map((step) => (
                  <li key={`${step.words.report}-${step.words.start}-${step.state}`}>
                    {shownDate(step.published)} {step.state} <Words at={step.words} />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </Noted>
    </>
  );
}
