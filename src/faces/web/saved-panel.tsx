// Searches that people keep: opened again, told what has come to match each since the last look, forgotten.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { savedLook } from '../../operations/saved.ts';
import { type Claim, call, type Failure, post, queryOf } from './api.ts';
import { deciding } from './decisions.tsx';
import { go, setQuery, useQueryOf } from './path.ts';
import { type Saved, useSaved, useSearched } from './saved.ts';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

type Fresh = z.infer<(typeof savedLook)['output']>;

/** `“truce”, ASSAULT, from 2026-03`: a search in a few words. */
const told = (search: Saved['search']): string =>
  Object.entries(search)
    .map(([name, value]) =>
      name === 'query' ? `“${value}”` : name === 'from' || name === 'to' ? `${name} ${value}` : String(value),
    )
    .join(', ');

export function SavedPanel() {
  const client = useQueryClient();
  const query = useSaved();
  const looked = useQueryOf('saved');
  const rows = query.data?.saved ?? [];
  const one = rows.find(({ id }) => id === looked);
  const forget = useMutation<unknown, Failure, string>({
    mutationFn: (id) => call(`/api/saved/${id}/removed`, post({ by: deciding() })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['saved'] }),
  });
  return (
    <section aria-label="Saved searches">
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {forget.isError ? <Trouble error={forget.error} /> : null}
      {rows.length > 0 ? (
        <ul className="saved">
          {rows.map(({ id, name, search, fresh }) => (
            <li key={id}>
              <button type="button" className="quiet" onClick={() => open(search)}>
                <bdi>{name}</bdi>
              </button>{' '}
              <span className="muted">
                <bdi>{told(search)}</bdi>
              </span>{' '}
              {fresh > 0 ? (
                <button
                  type="button"
                  aria-expanded={id === looked}
                  onClick={() => setQuery('saved', id === looked ? null : id)}
                >
                  {fresh} new
                </button>
              ) : (
                <span className="muted">nothing new</span>
              )}{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`Forget ${name}`}
                disabled={forget.isPending}
                onClick={() => forget.mutate(id)}
              >
                Forget
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {one && one.fresh > 0 ? <NewMatches key={one.id} id={one.id} name={one.name} /> : null}
      <Save />
    </section>
  );
}

const open = (search: Saved['search']): void => {
  go(`/explore${queryOf(Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])))}`);
};

/** What has come to match since the last look: shown unseen until somebody says that it was looked at. */
function NewMatches({ id, name }: { id: string; name: string }) {
  const client = useQueryClient();
  const look = (keep: boolean) => call<Fresh>(`/api/saved/${id}/look`, post({ by: deciding(), keep }));
  const query = useQuery({ queryKey: ['saved', id, 'fresh'], queryFn: () => look(true) });
  const see = useMutation<unknown, Failure>({
    mutationFn: () => look(false),
    onSuccess: async () => {
      setQuery('saved', null);
      await client.invalidateQueries({ queryKey: ['saved'] });
    },
  });
  return (
    <section className="fresh" aria-label={`New for ${name}`}>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {see.isError ? <Trouble error={see.error} /> : null}
      <ul>
        {(query.data?.claims as readonly Claim[] | undefined)?.map((claim) => {
          const first =
            claim.evidence.find(({ role }) => role === 'clause' || role === 'content' || role === 'words') ??
            claim.evidence[0];
          return (
            <li key={claim.id}>
              {shownDate(claim.days?.[0] ?? claim.published)} · {claim.kind} {claim.type} ·{' '}
              <bdi>{claim.source ?? 'source unknown'}</bdi>{' '}
              {first ? (
                <Words at={{ report: claim.report, start: first.start, end: first.end, text: first.quote }} />
              ) : null}
            </li>
          );
        })}
      </ul>
      <button type="button" disabled={!query.isSuccess || see.isPending} onClick={() => see.mutate()}>
        All of them are seen
      </button>
    </section>
  );
}

function Save() {
  const client = useQueryClient();
  const search = useSearched();
  const [name, setName] = useState('');
  const save = useMutation<Saved, Failure>({
    mutationFn: () => call<Saved>('/api/saved', post({ name: name.trim(), search, by: deciding() })),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['saved'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  const nothing = Object.keys(search).length === 0;
  return (
    <form className="save" onSubmit={send}>
      <label>
        Save this search as{' '}
        <input
          type="text"
          maxLength={200}
          value={name}
          disabled={nothing}
          placeholder={nothing ? 'search for something first' : 'Strikes on Halvorsk'}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" disabled={nothing || save.isPending}>
        Save
      </button>
      {save.isError ? <Trouble error={save.error} /> : null}
    </form>
  );
}
