// The moment that is looked at: part of the address, so that a view of the past can be shared.
import { useState } from 'react';
import { setQuery, useQueryOf } from './path.ts';

/** The moment in the address, `2026-03-03` or `2026-03-03T12:00:00Z`; null for now. */
export const useAsOf = (): string | null => useQueryOf('asOf');

export function AsOfField() {
  const asOf = useAsOf();
  const [typed, setTyped] = useState(asOf ?? '');
  return (
    <form
      className="as-of"
      onSubmit={(event) => {
        event.preventDefault();
        setQuery('asOf', typed === '' ? null : typed);
      }}
    >
      <label>
        As of{' '}
        <input
          type="text"
          inputMode="numeric"
          placeholder="2026-03-03"
          pattern="\d{4}-\d{2}(-\d{2}(T.*)?)?"
          title="Year-month-day, such as 2026-03-03"
          value={typed}
          onChange={(event) => setTyped(event.target.value.trim())}
          aria-label="As of: only reports of this day or before, such as 2026-03-03; empty for now"
        />
      </label>
      <button type="submit" className="quiet">
        Show
      </button>
      {asOf !== null ? (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setTyped('');
            setQuery('asOf', null);
          }}
        >
          Back to now
        </button>
      ) : null}
      <span className={asOf === null ? 'unseen' : 'past'}>{asOf === null ? '' : `the past: ${asOf}`}</span>
    </form>
  );
}
