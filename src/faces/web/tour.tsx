// The first steps as a list that stays beside the screens: each is ticked by doing it, none stands in the way.
import { useEffect, useSyncExternalStore } from 'react';
import { useAsOf } from './as-of.tsx';
import { useLastAct } from './decisions.tsx';
import { Link } from './link.tsx';
import { setQuery, useHash, usePath, useQueryOf } from './path.ts';
import { doneSteps, STEPS, type Step, store, stored, subscribe, ticked } from './tour-steps.ts';
import { WorkField } from './work-field.tsx';

export function Tour() {
  const text = useSyncExternalStore(subscribe, stored);
  const path = usePath();
  const hash = useHash();
  const asOf = useAsOf();
  const asked = useQueryOf('tour');
  const act = useLastAct();
  useEffect(() => {
    if (asked === null) return;
    if (stored() === null) store(' ');
    setQuery('tour', null);
  }, [asked]);
  useEffect(() => {
    if (path.startsWith('/reports/') && hash.startsWith('w')) ticked('words');
    if (path === '/history') ticked('history');
    if (path.startsWith('/figures') && asOf !== null) ticked('time');
  }, [path, hash, asOf]);
  useEffect(() => {
    if (act?.startsWith('Took ')) ticked('pick');
    if (act?.startsWith('Taken back')) ticked('undo');
    if (act?.startsWith('Added a')) ticked('add');
    if (act?.startsWith('Copied') || act?.startsWith('Carried away')) ticked('carry');
  }, [act]);
  const done = text === null ? null : doneSteps();
  if (done === null) return null;
  const all = Object.entries(STEPS) as [Step, string][];
  const next = all.find(([step]) => !done.has(step))?.[1];
  return (
    <aside className="tour" aria-label="First steps">
      <details>
        <summary>
          First steps: {done.size} of {all.length}. <span>{next ?? 'All done.'}</span>
        </summary>
        <ol>
          {all.map(([step, does]) => (
            <li key={step}>
              <span aria-hidden="true">{done.has(step) ? '✓' : '○'}</span>{' '}
              <span className="unseen">{done.has(step) ? 'done: ' : 'to do: '}</span>
              {does}
            </li>
          ))}
        </ol>
        <p className="actions">
          <WorkField />
          <Link to="/desk">To the Desk</Link>
          <button type="button" className="quiet" onClick={() => store('hidden')}>
            Hide the first steps
          </button>
        </p>
      </details>
    </aside>
  );
}
