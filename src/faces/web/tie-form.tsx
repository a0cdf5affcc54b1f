// An incident in; another found beside it, and the two merged or related: one decision that can be undone.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Decision, getIncident, type IncidentRow, listIncidents } from './api.ts';
import { useDecide } from './decisions.tsx';
import { closeDrawer } from './drawer.tsx';
import { go } from './path.ts';
import { namesOf, shownDays } from './shown.ts';
import { Trouble } from './trouble.tsx';

const RELATIONS = ['part of', 'response to', 'follows', 'same campaign'] as const;

export function TieForm({ claim, incident, as }: { claim: string; incident: string; as: 'merge' | 'relate' }) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [relation, setRelation] = useState<string>(RELATIONS[0]);
  const { send, busy } = useDecide();
  const form = useRef<HTMLFormElement>(null);
  const own = useQuery({ queryKey: ['incident', incident, null], queryFn: () => getIncident(incident, {}) });
  const all = useQuery({ queryKey: ['incidents', 'tie'], queryFn: () => listIncidents({ limit: 1000 }) });
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const proposed = new Set(own.data?.proposals.map(({ incident: id }) => id));
  const needle = words.trim().toLowerCase();
  const found = (all.data?.incidents ?? [])
    .filter(({ id }) => id !== own.data?.incident.id)
    .filter((row) => needle === '' || textOf(row).toLowerCase().includes(needle))
    .sort((a, b) => Number(proposed.has(b.id)) - Number(proposed.has(a.id)))
    .slice(0, 12);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const other = found.find(({ id }) => id === chosen) ?? (found.length === 1 ? found[0] : undefined);
    if (!other || busy) return;
    // the id of an incident is `i` and the claim of its first happening
    const target = other.id.replace(/^i(?=r)/, '');
    const back = (kept: readonly Decision[]) => kept.length > 0 && as === 'merge' && go(`/incidents/${encodeURIComponent(claim)}`);
    if (as === 'merge') send({ act: 'merge', targets: [target], into: claim, said: `Merged with ${other.type} · ${other.where?.name ?? 'place unknown'}` }, back);
    else send({ act: 'link', targets: [claim], to: target, relation, said: `Related: ${relation} ${other.type} · ${other.where?.name ?? 'place unknown'}` });
    closeDrawer();
  }; // biome-ignore format: one wish a row
  return (
    <form ref={form} onSubmit={submit}>
      <h2>{as === 'merge' ? 'Merge another incident into this one' : 'Relate this incident to another'}</h2>
      {as === 'relate' ? (
        <label>
          This one is
          <select value={relation} onChange={(event) => setRelation(event.target.value)}>
            {RELATIONS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        Find it: type, place, party or words
        <input type="text" value={words} onChange={(event) => setWords(event.target.value)} autoComplete="off" />
      </label>
      {all.isError ? <Trouble error={all.error} retry={() => all.refetch()} /> : null}
      <fieldset className="offers">
        <legend className="unseen">Incidents</legend>
        {found.map((row) => (
          <label key={row.id}>
            <input type="radio" name="incident" checked={chosen === row.id} onChange={() => setChosen(row.id)} />{' '}
            <span>
              {proposed.has(row.id) ? <strong>likely: </strong> : null}
              {row.type} · <bdi>{row.where?.name ?? 'place unknown'}</bdi> · {shownDays(row.when)}{' '}
              <q className="muted">
                <bdi>{row.words.text.slice(0, 90)}</bdi>
              </q>
            </span>
          </label>
        ))}
        {all.isSuccess && found.length === 0 ? <p>No incident has these words.</p> : null}
      </fieldset>
      <p className="actions">
        <button type="submit" className="primary" disabled={busy || (chosen === null && found.length !== 1)}>
          {as === 'merge' ? 'Merge' : 'Relate'} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={closeDrawer}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

const textOf = ({ type, mode, where, who, whom, words }: IncidentRow) =>
  `${type} ${mode ?? ''} ${where?.name ?? ''} ${namesOf(who)} ${namesOf(whom)} ${words.text}`;
