// One choice of a few that stands in the address, with its radio buttons and the keys < and > that go through it.
import { useMemo } from 'react';
import type { Key } from './keys.tsx';
import { setQuery, useQueryOf } from './path.ts';

export interface Choice<T extends string> {
  readonly now: T;
  readonly keys: readonly Key[];
}

/** The field `name` of the address; its first choice where it names none. */
export function useChoice<T extends string>(name: string, all: readonly [T, ...T[]]): Choice<T> {
  const named = useQueryOf(name);
  const now = all.find((one) => one === named) ?? all[0];
  return useMemo(() => {
    const turn = (by: number) => {
      const next = all[(all.indexOf(now) + by + all.length) % all.length];
      setQuery(name, next === all[0] ? null : (next ?? null));
    };
    return {
      now,
      keys: [
        { key: '<', does: `The ${name} before`, run: () => turn(-1) },
        { key: '>', does: `The next ${name}`, run: () => turn(1) },
      ],
    };
  }, [name, all, now]);
}

export function Tabs<T extends string>({ name, all, now }: { name: string; all: readonly [T, ...T[]]; now: T }) {
  return (
    <fieldset className="filters">
      <legend className="unseen">Show</legend>
      {all.map((one) => (
        <label key={one} className="chip">
          <input
            type="radio"
            name={name}
            checked={now === one}
            onChange={() => setQuery(name, one === all[0] ? null : one)}
          />{' '}
          {one}
        </label>
      ))}
    </fieldset>
  );
}
