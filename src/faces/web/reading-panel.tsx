// The values of a reading as cards, by kind; each is a button that opens its words.
import { memo, useMemo } from 'react';
import { chunksOf } from './chunks.ts';
import type { Item, ItemKind } from './items.ts';
import { KINDS } from './items.ts';

interface Props {
  readonly items: readonly Item[];
  readonly shown: readonly Item[];
  readonly hidden: ReadonlySet<ItemKind>;
  readonly chosen: Item | null;
  readonly marks: boolean;
  readonly onChoose: (key: string) => void;
  readonly onToggle: (kind: ItemKind) => void;
  readonly onMarks: (on: boolean) => void;
}

const ORDER: readonly ItemKind[] = ['statement', 'event', 'figure', 'place', 'time', 'unread', 'issue'];

export function ReadingPanel({ items, shown, hidden, chosen, marks, onChoose, onToggle, onMarks }: Props) {
  const counts = useMemo(() => {
    const found = new Map<ItemKind, number>();
    for (const { kind } of items) found.set(kind, (found.get(kind) ?? 0) + 1);
    return found;
  }, [items]);
  const groups = useMemo(
    () =>
      ORDER.flatMap((kind) => {
        const chunks = chunksOf(shown.filter((item) => item.kind === kind));
        return chunks.length === 0 ? [] : [{ kind, chunks }];
      }),
    [shown],
  );
  return (
    <section className="pane panel" aria-label="What was read" tabIndex={0}>
      <fieldset className="filters">
        <legend className="unseen">List and mark</legend>
        {ORDER.map((kind) => {
          const count = counts.get(kind) ?? 0;
          return count === 0 ? null : (
            <label key={kind} className={`chip m-${kind}`}>
              <input type="checkbox" checked={!hidden.has(kind)} onChange={() => onToggle(kind)} />
              <span className="letter" aria-hidden="true">
                {KINDS[kind].letter}
              </span>
              {KINDS[kind].name} <span className="muted">{count}</span>
            </label>
          );
        })}
        <label className="chip">
          <input type="checkbox" checked={marks} onChange={(event) => onMarks(event.target.checked)} /> Marks
        </label>
      </fieldset>
      {items.length === 0 ? <p>Nothing was read from this report.</p> : null}
      {groups.map(({ kind, chunks }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{KINDS[kind].name}</h2>
          <ul className="cards">
            {chunks.map((chunk) => (
              <Cards
                key={chunk[0]?.key}
                items={chunk}
                chosen={chosen && chunk.some(({ key }) => key === chosen.key) ? chosen.key : null}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Some dozen cards: looked through only when one of them is chosen or let go. */
const Cards = memo(function Cards({
  items,
  chosen,
  onChoose,
}: {
  items: readonly Item[];
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  return items.map((item) => (
    <li key={item.key}>
      <Card item={item} on={chosen === item.key} onChoose={onChoose} />
    </li>
  ));
});

/** Drawn again only when it is chosen or let go, so that a long report stays quick. */
const Card = memo(function Card({ item, on, onChoose }: { item: Item; on: boolean; onChoose: (key: string) => void }) {
  const first = item.spans[0];
  const quoted = item.kind === 'statement' && first ? item.spans.map((span) => span.text).join(' … ') : null;
  return (
    <button
      type="button"
      id={`card-${item.key}`}
      className={`card m-${item.kind}${on ? ' on' : ''}${item.status === 'rejected' ? ' rejected' : ''}`}
      aria-pressed={on}
      onClick={() => onChoose(item.key)}
    >
      <span className="card-head">
        <span className="letter">
          {item.kind === 'unread' || item.kind === 'issue' ? KINDS[item.kind].letter : item.key.toUpperCase()}
        </span>
        <bdi className="card-title">{item.title}</bdi>
        {item.status === 'accepted' ? <span className="settled">✓ accepted</span> : null}
        {item.status === 'rejected' ? <span className="differ">✗ rejected</span> : null}
        {item.spans.length > 1 ? <span className="muted">{item.spans.length} places</span> : null}
      </span>
      {quoted !== null ? (
        <bdi className="quoted" dir="auto">
          {quoted}
        </bdi>
      ) : null}
      {item.facts.length > 0 ? (
        <span className="facts">
          {item.facts.map(({ label, value }) => (
            <span key={label}>
              <span className="muted">{label}</span> <bdi>{value}</bdi>
            </span>
          ))}
        </span>
      ) : null}
    </button>
  );
});
