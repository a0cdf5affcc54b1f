// Who may sign in, with what role and which tokens; a lead opens, changes and closes accounts, everybody looks after the own.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { people, peopleAdd, peoplePassword, peopleToken } from '../../operations/people/people.ts';
import type { Role } from '../../operations/people/role.ts';
import { call, type Failure, post } from './api.ts';
import { type Column, ListTable } from './list-table.tsx';
import { setQuery, useQueryOf } from './path.ts';
import { useSession } from './session.tsx';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';

type Person = z.infer<(typeof people)['output']>['people'][number];
/** What each role may do, each with what those before it may. */
const MAY: Readonly<Record<Role, string>> = {
  viewer: 'reads everything',
  coder: 'decides, adds reports, judges double codings',
  reviewer: 'merges, splits, takes back what others decided, decides upon proposals',
  lead: 'publishes releases, opens accounts',
};
const ROLES = Object.keys(MAY) as Role[];

export function PeoplePanel() {
  const { session } = useSession();
  if (!session) return null;
  if (!session.accounts) return <FirstAccount />;
  return session.person?.role === 'lead' ? (
    <Accounts />
  ) : (
    <Own name={session.person?.name ?? ''} role={session.person?.role ?? 'viewer'} />
  );
}

/** Sends something about accounts; lists are fetched anew. */
function useSend<T>(path: (input: Record<string, unknown>) => string, done?: (answer: T) => void) {
  const client = useQueryClient();
  return useMutation<T, Failure, Record<string, unknown>>({
    mutationFn: (input) => call<T>(path(input), post(input)),
    onSuccess: async (answer) => {
      done?.(answer);
      await client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'people' || queryKey[0] === 'session',
      });
    },
  });
}

function FirstAccount() {
  const add = useSend(() => '/api/people');
  return (
    <>
      <p>
        Nobody has to sign in: whoever sits at this machine decides, under the name that stands on the Desk. With the
        first account everybody signs in, and others may be let in over the network. The first account is a lead’s, who
        opens the others.
      </p>
      <AccountForm first pending={add.isPending} error={add.error} send={(input) => add.mutate(input)} />
    </>
  );
}

const PEOPLE: readonly Column<Person>[] = [
  { head: 'Name', cell: ({ name }) => <bdi>{name}</bdi> },
  { head: 'Role', cell: ({ role }) => role },
  { head: 'Since', cell: ({ added }) => shownDate(added.slice(0, 10)) },
  { head: 'Signs in', cell: ({ signsIn, removed }) => (removed ? `closed ${shownDate(removed.slice(0, 10))}` : signsIn ? 'with a password' : 'by tokens only') },
  { head: 'Tokens', count: true, cell: ({ tokens }) => tokens.filter(({ revoked }) => revoked === null).length },
  {
    head: 'Account',
    cell: ({ name }) => (
      <button type="button" className="quiet" aria-label={`Change ${name}`} onClick={() => setQuery('person', name)}>
        Change
      </button>
    ),
  },
]; // biome-ignore format: one column a row

function Accounts() {
  const query = useQuery({ queryKey: ['people'], queryFn: () => call<{ people: Person[] }>('/api/people') });
  const chosen = useQueryOf('person');
  const [told, setTold] = useState<Told | null>(null);
  const add = useSend<z.infer<(typeof peopleAdd)['output']>>(
    () => '/api/people',
    ({ person, password }) =>
      setTold(password === null ? null : { of: person.name, what: 'password', secret: password }),
  );
  const one = query.data?.people.find(({ name }) => name === chosen);
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data ? (
        <ListTable label="Accounts" columns={PEOPLE} rows={query.data.people} keyOf={({ name }) => name} />
      ) : (
        <p role="status">Loading …</p>
      )}
      <ToldOnce told={told} />
      {one ? <Account key={one.name} person={one} tell={setTold} /> : null}
      <h2>Open an account</h2>
      <AccountForm pending={add.isPending} error={add.error} send={(input) => add.mutate(input)} />
    </>
  );
}

interface Told {
  readonly of: string;
  readonly what: 'password' | 'token';
  readonly secret: string;
}

/** A secret that was made up: kept nowhere, so it is shown until something else is. */
function ToldOnce({ told }: { told: Told | null }) {
  return (
    <div role="status" className={told ? 'notice' : undefined}>
      {told ? (
        <p>
          The {told.what} of <bdi>{told.of}</bdi>, told this once: <code>{told.secret}</code>
        </p>
      ) : null}
    </div>
  );
}

function Account({ person, tell }: { person: Person; tell(told: Told | null): void }) {
  const { name, role, removed, signsIn } = person;
  const path = `/api/people/${encodeURIComponent(name)}`;
  const [next, setNext] = useState(role);
  const change = useSend<unknown>(({ to }) => `${path}/${to === undefined ? 'role' : String(to)}`);
  const password = useSend<z.infer<(typeof peoplePassword)['output']>>(
    () => `${path}/password`,
    ({ password: made }) => made !== null && tell({ of: name, what: 'password', secret: made }),
  );
  const { session } = useSession();
  const self = session?.person?.name === name;
  return (
    <article>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {change.isError ? <Trouble error={change.error} /> : null}
      {password.isError ? <Trouble error={password.error} /> : null}
      {removed === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ role: next });
          }}
        >
          <Roles now={next} choose={setNext} />
          <p className="actions">
            <button type="submit" disabled={next === role || change.isPending}>
              Make {next === 'lead' ? 'a lead' : `a ${next}`} of <bdi>{name}</bdi>
            </button>
            {self ? null : (
              <button type="button" disabled={password.isPending} onClick={() => password.mutate({})}>
                {signsIn ? 'Make up a new password' : 'Let sign in with a password'}
              </button>
            )}
            <button type="button" disabled={change.isPending} onClick={() => change.mutate({ to: 'closed' })}>
              Close the account
            </button>
          </p>
        </form>
      ) : (
        <p>
          The account is closed; what was decided in its name stands.{' '}
          <button
            type="button"
            disabled={change.isPending}
            onClick={() => change.mutate({ to: 'closed', reopen: true })}
          >
            Open it again
          </button>
        </p>
      )}
      {self ? <OwnPassword name={name} /> : null}
      <Tokens person={person} tell={tell} />
    </article>
  );
}

function Tokens({
  person,
  tell,
}: {
  person: Pick<Person, 'name' | 'role' | 'removed' | 'tokens'>;
  tell(told: Told | null): void;
}) {
  const { name, role, removed, tokens } = person;
  const [label, setLabel] = useState('');
  const [most, setMost] = useState<Role>('viewer');
  const make = useSend<z.infer<(typeof peopleToken)['output']>>(
    () => `/api/people/${encodeURIComponent(name)}/tokens`,
    ({ token }) => {
      setLabel('');
      tell({ of: name, what: 'token', secret: token });
    },
  );
  const revoke = useSend<unknown>(({ token }) => `/api/tokens/${encodeURIComponent(String(token))}/revoked`);
  const columns: Column<Person['tokens'][number]>[] = [
    { head: 'Token', cell: (one) => <bdi>{one.label}</bdi> },
    { head: 'May', cell: (one) => one.role },
    { head: 'Made', cell: ({ added }) => shownDate(added.slice(0, 10)) },
    { head: 'Used', cell: ({ used }) => (used === null ? 'never' : shownDate(used)) },
    {
      head: 'Holds',
      cell: ({ id, label: called, revoked }) =>
        revoked !== null ? (
          `revoked ${shownDate(revoked.slice(0, 10))}`
        ) : (
          <button type="button" className="quiet" aria-label={`Revoke ${called}`} disabled={revoke.isPending} onClick={() => revoke.mutate({ token: id })}>
            Revoke
          </button>
        ),
    },
  ]; // biome-ignore format: one column a row
  return (
    <>
      <h3>Tokens for programs</h3>
      {revoke.isError ? <Trouble error={revoke.error} /> : null}
      {tokens.length > 0 ? (
        <ListTable label={`Tokens of ${name}`} columns={columns} rows={tokens} keyOf={({ id }) => id} />
      ) : null}
      {removed === null ? (
        <form
          className="coding-start"
          onSubmit={(event) => {
            event.preventDefault();
            if (!make.isPending) make.mutate({ label: label.trim(), role: most });
          }}
        >
          <label>
            What a new token is for{' '}
            <input
              type="text"
              required
              maxLength={100}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          </label>
          <Roles now={most} choose={setMost} upTo={role} legend="The most that it may do" />
          {make.isError ? <Trouble error={make.error} /> : null}
          <p>
            <button type="submit" disabled={make.isPending}>
              Make a token
            </button>
          </p>
        </form>
      ) : null}
    </>
  );
}

function Roles({
  now,
  choose,
  upTo = 'lead',
  legend = 'Role',
}: {
  now: Role;
  choose(role: Role): void;
  upTo?: Role;
  legend?: string;
}) {
  return (
    <fieldset className="roles">
      <legend>{legend}</legend>
      {ROLES.slice(0, ROLES.indexOf(upTo) + 1).map((role) => (
        <label key={role}>
          <input type="radio" name={legend} checked={now === role} onChange={() => choose(role)} /> {role}{' '}
          <span className="muted">{MAY[role]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Sent {
  readonly pending: boolean;
  readonly error: Failure | null;
  send(input: Record<string, unknown>): void;
}

function AccountForm({ first = false, pending, error, send }: Sent & { first?: boolean }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(first ? 'lead' : 'coder');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) send({ name: name.trim(), role, ...(password === '' ? {} : { password }) });
  };
  return (
    <form className="coding-start" onSubmit={submit}>
      <label>
        Name, as decisions will say it for good{' '}
        <input
          type="text"
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {first ? null : <Roles now={role} choose={setRole} />}
      <label>
        {first ? 'Password, of 10 characters or more' : 'Password; empty to have one made up'}{' '}
        <input
          type="password"
          required={first}
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {error ? <Trouble error={error} /> : null}
      <p>
        <button type="submit" disabled={pending}>
          Open the account
        </button>
      </p>
    </form>
  );
}

/** What somebody who is no lead may do: another password, a token in the own name. */
function Own({ name, role }: { name: string; role: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const known = ROLES.find((one) => one === role) ?? 'viewer';
  return (
    <>
      <p>
        You are <bdi>{name}</bdi>, a {known}: {MAY[known]}. A lead opens and changes accounts.
      </p>
      <ToldOnce told={told} />
      <OwnPassword name={name} />
      <Tokens person={{ name, role: known, removed: null, tokens: [] }} tell={setTold} />
    </>
  );
}

function OwnPassword({ name }: { name: string }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const send = useSend<unknown>(() => `/api/people/${encodeURIComponent(name)}/password`);
  return (
    <form
      className="coding-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) send.mutate({ current, password });
      }}
    >
      <h3>Your password</h3>
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <label>
        So far{' '}
        <input
          type="password"
          required
          maxLength={200}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </label>
      <label>
        New, of 10 characters or more{' '}
        <input
          type="password"
          required
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {send.isError ? <Trouble error={send.error} /> : null}
      <p>
        <button type="submit" disabled={send.isPending}>
          Change it; you sign in anew
        </button>
      </p>
    </form>
  );
}
