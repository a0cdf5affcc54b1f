// What statements are about: each issue with where every speaker stands on it in their words; named, merged, parted and corrected here.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useState } from 'react';
import type { z } from 'zod';
import type { IssueRow, issues, Stand } from '../../operations/issues.ts';
import { call, queryOf } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useDecide } from './decisions.tsx';
import { Field } from './field.tsx';
import { useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { useWalk } from './long-list.tsx';
import { Noted } from './notes.tsx';
import { go, useQueryOf } from './path.ts';
import { shownDate } from './shown.ts';
import { STANCES } from './stances.ts';
import { Trouble } from './trouble.tsx';
import { addressOf, Words } from './words.tsx';

type Issues = z.infer<(typeof issues)['output']>;
type StandRow = z.infer<typeof Stand>;
/** Issues drawn at most; fields narrow them down. */
const MOST = 100;

export function useIssues(fields: Readonly<Record<string, string | null>>, limit = MOST) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['issues', asOf, fields, limit],
    queryFn: () => call<Issues>(`/api/issues${queryOf({ ...fields, asOf, limit })}`),
  });
}

export function IssuesPanel() {
  const fields = { words: useQueryOf('words'), party: useQueryOf('party'), speaker: useQueryOf('speaker') };
  const query = useIssues(fields);
  const rows = query.data?.issues ?? [];
  const walk = useWalk('issue', rows.length);
  const [open, setOpen] = useState<string | null>(null);
  const [doing, setDoing] = useState<'name' | 'merge' | null>(null);
  const now = rows[walk.at];
  const turn = (id: string | null) => {
    setOpen((before) => (before === id ? null : id));
    setDoing(null);
  };
  const start = (what: 'name' | 'merge') => {
    if (!now) return;
    setOpen(now.id);
    setDoing(what);
  };
  const words = now?.stands[0]?.words[0];
  useKeys([
    ...walk.keys,
    { key: 'e', does: 'Give the issue a name', run: () => start('name') },
    { key: 'm', does: 'Merge the issue into another', run: () => start('merge') },
    { key: 'v', does: 'Show the newest words on it in their report', run: () => words && go(addressOf(words)) },
  ]);
  return (
    <>
      <div className="fields">
        <Field name="words" label="Issue, or one of its words" value={fields.words} />
        <Field name="party" label="Party" value={fields.party} />
        <Field name="speaker" label="Speaker" value={fields.speaker} />
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data ? (
        <p className="muted">
          {query.data.total} {query.data.total === 1 ? 'issue' : 'issues'}, those of the most statements first
          {query.data.total > rows.length ? `; the first ${rows.length} are shown` : ''}
        </p>
      ) : (
        <p role="status">Loading …</p>
      )}
      <Noted
        notes={rows.flatMap(({ stands }) =>
          stands.flatMap(({ words: said, published }) => said.map((at) => ({ ...at, source: null, published }))),
        )}
      >
        <ul className="said" ref={walk.body as RefObject<HTMLUListElement | null>}>
          {rows.map((issue, index) => (
            <li key={issue.id} data-index={index} onFocus={() => walk.setAt(index)}>
              <button
                type="button"
                className="issue-head"
                aria-expanded={open === issue.id}
                onClick={() => turn(issue.id)}
              >
                <strong>
                  <bdi>{issue.name}</bdi>
                </strong>{' '}
                <span className="muted">
                  {issue.statements} {issue.statements === 1 ? 'statement' : 'statements'} by {issue.speakers},{' '}
                  {shownDate(issue.from)} – {shownDate(issue.to)}
                </span>
              </button>
              {open === issue.id ? (
                <Opened
                  issue={issue}
                  others={rows.filter(({ id }) => id !== issue.id)}
                  doing={doing}
                  start={setDoing}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Noted>
      {query.isSuccess && rows.length === 0 ? <p>No statements here are about one thing.</p> : null}
    </>
  );
}

function Opened({
  issue,
  others,
  doing,
  start,
}: {
  issue: IssueRow;
  others: readonly IssueRow[];
  doing: 'name' | 'merge' | null;
  start(what: 'name' | 'merge' | null): void;
}) {
  const { send } = useDecide();
  const columns: Column<StandRow>[] = [
    { head: 'Speaker', cell: ({ speaker }) => <bdi>{speaker}</bdi> },
    { head: 'Stands', cell: ({ stance }) => `${STANCES[stance]} ${stance}` },
    {
      head: 'Words',
      cell: ({ words, condition }) => (
        <>
          {words.map((at) => (
            <span key={at.start}>
              <Words at={at} />{' '}
            </span>
          ))}
          {condition ? (
            <>
              {' '}
              if <Words at={condition} />
            </>
          ) : null}
        </>
      ),
    },
    { head: 'Said', cell: ({ published }) => <span className="date">{shownDate(published)}</span> },
    { head: 'Statements', count: true, cell: ({ statements }) => statements },
    {
      head: 'Wrong here',
      cell: ({ statement, speaker }) => (
        <button
          type="button"
          className="quiet"
          aria-label={`What ${speaker} says is not about this`}
          onClick={() =>
            send({
              act: 'link',
              targets: [statement],
              to: issue.id,
              relation: 'not about',
              said: `Not about ${issue.name}: what ${speaker} says`,
            })
          }
        >
          Not about this
        </button>
      ),
    },
  ];
  return (
    <div className="issue-body">
      <p className="muted">
        found by <bdi>{issue.terms.slice(0, 8).join(', ') || 'a decision'}</bdi>
      </p>
      <p className="actions">
        <Link to={`/statements?tab=positions&about=${encodeURIComponent(issue.name)}`}>Positions over time</Link>
        <button type="button" className="quiet" aria-keyshortcuts="e" onClick={() => start('name')}>
          Name it <kbd>e</kbd>
        </button>
        {others.length > 0 ? (
          <button type="button" className="quiet" aria-keyshortcuts="m" onClick={() => start('merge')}>
            Merge <kbd>m</kbd>
          </button>
        ) : null}
        {issue.merged.map((id) => (
          <button
            key={id}
            type="button"
            className="quiet"
            onClick={() => send({ act: 'split', targets: [id], said: `Parted ${id.slice(6)} from ${issue.name}` })}
          >
            Part <bdi>{id.slice(6)}</bdi> again
          </button>
        ))}
      </p>
      {doing === 'name' ? (
        <NameForm
          name={issue.topic}
          leave={() => start(null)}
          done={(name) =>
            send({
              act: 'link',
              targets: [issue.id],
              to: `issue:${name}`,
              relation: 'named',
              said: `Named ${issue.name}: ${name}`,
            })
          }
        />
      ) : null}
      {doing === 'merge' && others.length > 0 ? (
        <MergeForm
          others={others}
          leave={() => start(null)}
          done={(into) =>
            send({ act: 'merge', targets: [issue.id], into: into.id, said: `Merged ${issue.name} into ${into.name}` })
          }
        />
      ) : null}
      <ListTable
        label={`Where speakers stand on ${issue.name}`}
        columns={columns}
        rows={issue.stands}
        keyOf={({ speaker }) => speaker}
      />
    </div>
  );
}

/** Puts the focus into a field as soon as it is drawn. */
const focused = (element: HTMLElement | null): void => element?.focus();

function NameForm({ name, done, leave }: { name: string; done(name: string): void; leave(): void }) {
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '' && typed.trim() !== name) done(typed.trim());
    leave();
  };
  return (
    <form className="save" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && leave()}>
      <label>
        Name of the issue{' '}
        <input
          type="text"
          ref={focused}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit">Name it</button>
    </form>
  );
}

function MergeForm({
  others,
  done,
  leave,
}: {
  others: readonly IssueRow[];
  done(into: IssueRow): void;
  leave(): void;
}) {
  const [into, setInto] = useState(others[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const other = others.find(({ id }) => id === into);
    if (other) done(other);
    leave();
  };
  return (
    <form className="save" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && leave()}>
      <label>
        Into which it goes{' '}
        <select ref={focused} value={into} onChange={(event) => setInto(event.target.value)}>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Merge</button>
    </form>
  );
}
