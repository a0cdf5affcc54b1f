// What each type and mode of an event means, with examples: the codebook as it is in force.
import { useQuery } from '@tanstack/react-query';
import { type CodebookType, getCodebook } from './api.ts';
import { type Column, ListTable } from './list-table.tsx';
import { setQuery, useQueryOf } from './path.ts';
import { Trouble } from './trouble.tsx';

const MODES: readonly Column<CodebookType['modes'][number]>[] = [
  { head: 'Mode', cell: ({ mode }) => mode },
  { head: 'Score', count: true, cell: ({ score }) => score ?? '' },
  { head: 'Meaning', cell: ({ definition }) => definition },
];

export function CodebookPanel() {
  const of = useQueryOf('of');
  const all = useQuery({ queryKey: ['codebook', null], queryFn: () => getCodebook(null) });
  const one = useQuery({ queryKey: ['codebook', of], queryFn: () => getCodebook(of), enabled: of !== null });
  // without a type the same answer holds all of them
  const type = of === null ? undefined : one.data?.types[0];
  return (
    <>
      {all.isError ? <Trouble error={all.error} retry={() => all.refetch()} /> : null}
      <label className="inline">
        Entry{' '}
        <select value={of ?? ''} onChange={(event) => setQuery('of', event.target.value)}>
          <option value="">choose a type</option>
          {all.data?.types.map((entry) => (
            <option key={entry.type}>{entry.type}</option>
          ))}
        </select>
      </label>
      {type ? (
        <article>
          <h2>{type.type}</h2>
          <p>
            {type.definition}{' '}
            <span className="muted">
              {type.quad}, score {type.score}
            </span>
          </p>
          {type.modes.length > 0 ? (
            <ListTable label={`Modes of ${type.type}`} columns={MODES} rows={type.modes} keyOf={({ mode }) => mode} />
          ) : null}
          <h3>Examples</h3>
          <ul>
            {one.data?.examples.slice(0, 12).map(({ sentence, cameo }) => (
              <li key={sentence}>
                {sentence} <span className="muted">CAMEO {cameo}</span>
              </li>
            ))}
          </ul>
        </article>
      ) : null}
      {of === null ? (
        <dl className="codebook">
          {all.data?.types.map((entry) => (
            <div key={entry.type}>
              <dt>
                <button type="button" className="quiet" onClick={() => setQuery('of', entry.type)}>
                  {entry.type}
                </button>
              </dt>
              <dd>{entry.definition}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
