// Releases of the record: published, cited, checked and taken along.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { Release, release, releaseVerify } from '../../operations/release/release.ts';
import { call, type Failure, post } from './api.ts';
import { deciding } from './decisions.tsx';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';

type Releases = z.infer<(typeof release)['output']>;
type Verified = z.infer<(typeof releaseVerify)['output']>;

export function ReleasesPanel() {
  const query = useQuery({ queryKey: ['releases'], queryFn: () => call<Releases>('/api/releases') });
  return (
    <section aria-labelledby="releases-title">
      <h2 id="releases-title">Releases</h2>
      <p>A release names the record as it is now. It is never changed, can be cited, and can be checked at any time.</p>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data?.releases.map((one) => (
        <One key={one.name} one={one} />
      ))}
      <Publish />
    </section>
  );
}

function One({ one }: { one: Release }) {
  const path = `/api/releases/${encodeURIComponent(one.name)}`;
  const check = useMutation<Verified, Failure>({ mutationFn: () => call<Verified>(`${path}/verified`) });
  const claims = Object.entries(one.counts.claims).map(([kind, count]) => `${count} ${kind}s`);
  return (
    <article>
      <h3>
        <bdi>{one.name}</bdi> · <bdi>{one.title}</bdi>
      </h3>
      <p className="muted">
        {shownDate(one.at)} by <bdi>{one.by}</bdi> · {one.counts.reports} reports, {claims.join(', ')},{' '}
        {one.counts.decisions} decisions
      </p>
      <p>
        <cite>{one.cite}</cite>
      </p>
      <p className="actions">
        <button type="button" onClick={() => void navigator.clipboard?.writeText(one.cite)}>
          Copy the citation
        </button>
        <button type="button" onClick={() => check.mutate()} disabled={check.isPending}>
          Check it
        </button>
        <a href={`${path}/archive`} download={`${one.name}.zip`}>
          Download (ZIP)
        </a>
      </p>
      <p role="status">
        {check.isError ? check.error.message : null}
        {check.data ? (check.data.sound ? 'It is as it was released.' : check.data.differs.join('; ')) : null}
      </p>
    </article>
  );
}

function Publish() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [licence, setLicence] = useState('CC-BY-4.0');
  const make = useMutation<Release, Failure>({
    mutationFn: () =>
      call<Release>(
        '/api/releases',
        post({
          name: name.trim(),
          ...(title.trim() === '' ? {} : { title: title.trim() }),
          licence: licence.trim(),
          by: deciding(),
        }),
      ),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['releases'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  return (
    <form onSubmit={send} className="coding-start">
      <h3>Publish a release</h3>
      <label>
        Name, such as v0.4{' '}
        <input type="text" required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        Title <input type="text" maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        Licence: a name or a text{' '}
        <textarea required rows={2} value={licence} onChange={(event) => setLicence(event.target.value)} />
      </label>
      {make.isError ? <Trouble error={make.error} /> : null}
      <p>
        <button type="submit" disabled={make.isPending}>
          Publish
        </button>
      </p>
    </form>
  );
}
