// One line at the foot of the window that tells what others have changed, and shows it when it is asked to.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useKeys } from './keys.tsx';
import { addNews, type Change, clearNews, useNews, useStream } from './news.ts';
import { usePath } from './path.ts';

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** Reports come many at a time: saved searches are looked through once they have come. */
const ALERTS = 3000;

export function NewsLine() {
  const client = useQueryClient();
  const path = usePath();
  const { decisions, reports } = useNews();
  const alerts = useRef<ReturnType<typeof setTimeout>>(undefined);
  const changed = useCallback(
    (change: Change) => {
      if (!addNews(change)) return;
      // what is opened from now on is fetched anew; what is shown stays as it is
      void client.invalidateQueries({ refetchType: 'none' });
      // a number beside a name moves nothing
      clearTimeout(alerts.current);
      alerts.current = setTimeout(() => void client.invalidateQueries({ queryKey: ['saved'] }), ALERTS);
    },
    [client],
  );
  useStream(changed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen fetches what it shows
  useEffect(clearNews, [path]);
  const some = decisions.length + reports > 0;
  const show = () => {
    clearNews();
    void client.invalidateQueries();
  };
  useKeys([{ key: 'N', does: 'Show what others have changed', run: () => some && show() }], true);
  const people = [...new Set(decisions.map(({ by }) => by))];
  const said = [
    ...(decisions.length > 0
      ? [
          `${many(decisions.length, 'decision')} by ${people.slice(0, 3).join(', ')}${people.length > 3 ? ' and others' : ''}`,
        ]
      : []),
    ...(reports > 0 ? [many(reports, 'new report')] : []),
  ].join('; ');
  return (
    <aside className={some ? 'news' : 'unseen'} aria-label="News">
      <p aria-live="polite">
        <bdi>{said}</bdi>
      </p>
      {some ? (
        <button type="button" className="quiet" onClick={show} aria-keyshortcuts="N">
          Show <kbd>N</kbd>
        </button>
      ) : null}
    </aside>
  );
}
