// Who has signed in: asked of the server, shown in the bar, and the page that asks for name and password.
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call, type Failure, post } from './api.ts';
import { focusHeading } from './path.ts';

interface Session {
  /** Whether this record has accounts: then everybody signs in. */
  readonly accounts: boolean;
  readonly person: { readonly name: string; readonly role: string } | null;
}

let now: Session | null = null;
/** The name of whoever has signed in; null where nobody has to. */
export const signedIn = (): string | null => now?.person?.name ?? null;

export function useSession(): { readonly session: Session | null; readonly asking: boolean } {
  const query = useQuery({
    queryKey: ['session'],
    queryFn: () => call<Session>('/api/session'),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
  now = query.data ?? null;
  return { session: now, asking: query.isPending };
}

/** Another one looks now: nothing that was fetched for somebody else stays. */
function change(client: QueryClient, session: Session): void {
  client.setQueryData(['session'], session);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

/** Shows what is behind the door, or the door. A server that cannot be reached is told by the screens themselves. */
export function Door({ children }: { children: ReactNode }) {
  const { session, asking } = useSession();
  if (asking) return <p role="status">Loading …</p>;
  if (session?.accounts && !session.person) return <SignIn />;
  return children;
}

function SignIn() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation<Session, Failure>({
    mutationFn: () => call<Session>('/api/session', post({ name: name.trim(), password })),
    onSuccess: (session) => change(client, session),
    onError: () => setPassword(''),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!mutation.isPending) mutation.mutate();
  };
  return (
    <main id="main" tabIndex={-1}>
      <section className="narrow">
        <h1 ref={focusHeading} tabIndex={-1}>
          Sign in to Recount
        </h1>
        <form onSubmit={send} className="sign-in">
          <p>
            <label>
              Name{' '}
              <input
                type="text"
                name="name"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                maxLength={80}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
          </p>
          <p>
            <label>
              Password{' '}
              <input
                type="password"
                name="password"
                autoComplete="current-password"
                required
                maxLength={200}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </label>
          </p>
          <p role="alert">{mutation.isError ? mutation.error.message : ''}</p>
          <p>
            <button type="submit" className="primary" disabled={mutation.isPending}>
              {mutation.isPending ? 'Signing in …' : 'Sign in'}
            </button>
          </p>
          <p className="muted">No account, or the password is lost? A lead of this record can help.</p>
        </form>
      </section>
    </main>
  );
}

/** In the bar: who decides, and the way out. */
export function Account() {
  const client = useQueryClient();
  const { session } = useSession();
  const mutation = useMutation({
    mutationFn: () => call<Session>('/api/session', { method: 'DELETE' }),
    onSuccess: (left) => change(client, left),
    onError: () => void client.invalidateQueries({ queryKey: ['session'] }),
  });
  if (!session?.person) return null;
  return (
    <p className="account">
      <bdi>{session.person.name}</bdi> <span className="muted">{session.person.role}</span>{' '}
      <button type="button" className="quiet" onClick={() => mutation.mutate()}>
        Sign out
      </button>
    </p>
  );
}
