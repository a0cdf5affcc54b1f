// One report and what it says: the text with its marks on one side, the reading on the other.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Reading } from '../../reading/schema.ts';
import { type Item, type ItemKind, itemsOf, KINDS } from './items.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { MarkedText } from './marked-text.tsx';
import { focusHeading, go, setHash, useHash } from './path.ts';
import { ReadingPanel } from './reading-panel.tsx';
import { SentenceTree } from './sentence-tree.tsx';
import { shownDate } from './shown-date.ts';

export function Reader({ reading, added }: { reading: Reading; added: string | null }) {
  const items = useMemo(() => itemsOf(reading), [reading]);
  const [hidden, setHidden] = useState<ReadonlySet<ItemKind>>(new Set<ItemKind>(['time', 'place']));
  const [marks, setMarks] = useState(true);
  const [tree, setTree] = useState<number | null>(null);
  const hash = useHash();
  const words = useMemo(() => wordsIn(hash, reading.report.text), [hash, reading]);
  const chosen = items.find((item) => item.key === hash) ?? words;
  const shown = useMemo(
    () => items.filter((item) => !hidden.has(item.kind) || item.key === hash),
    [items, hidden, hash],
  );
  const marked = useMemo(
    () => [
      ...(marks ? shown.filter((item) => item.kind !== 'unread' && item.kind !== 'issue') : []),
      ...(words ? [words] : []),
    ],
    [marks, shown, words],
  );
  const said = useRef<HTMLParagraphElement>(null);
  const choose = useCallback((key: string) => setHash(key), []);

  const toWords = useCallback((item: Item | null) => {
    const at = item?.spans[0]?.start;
    const mark = at === undefined ? null : nearestMark(at);
    mark?.scrollIntoView({
      block: 'center',
      behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }, []);
  useEffect(() => {
    toWords(chosen);
    if (said.current)
      said.current.textContent = chosen
        ? `${chosen.title}: ${chosen.spans.map((span) => `“${span.text}”`).join(', ') || 'no words of its own'}`
        : '';
  }, [chosen, toWords]);

  const move = (by: number) => {
    if (shown.length === 0) return;
    const from = shown.findIndex((item) => item.key === hash);
    const next = shown[from < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, from + by))];
    if (next) {
      choose(next.key);
      document.getElementById(`card-${next.key}`)?.focus({ preventScroll: false });
    }
  };
  const toggle = (kind: ItemKind) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(kind)) after.add(kind);
      return after;
    });
  const treeButton = useRef<HTMLButtonElement>(null);
  const closeTree = () => {
    setTree(null);
    treeButton.current?.focus();
  };
  const toggleTree = () => (tree === null ? setTree(chosen?.spans[0]?.start ?? 0) : closeTree());
  const keys = [
    { key: 'j', does: 'Next value, with its words lit', run: () => move(1) },
    { key: 'k', does: 'Value before', run: () => move(-1) },
    { key: 'v', does: 'Show the words of the value again', run: () => toWords(chosen) },
    { key: 't', does: 'Marks in the text on or off', run: () => setMarks((on) => !on) },
    { key: 's', does: 'Grammar of the sentence of the value, as a tree', run: toggleTree },
    {
      key: 'Escape',
      does: 'Close the tree; let the value go; once more: back to the reports',
      run: () => (tree !== null ? closeTree() : chosen ? setHash('') : go('/')),
    },
    ...(Object.keys(KINDS) as ItemKind[]).slice(0, 7).map((kind, index) => ({
      key: String(index + 1),
      does: `${KINDS[kind].name} listed or not`,
      run: () => toggle(kind),
    })),
  ];
  useKeys(keys);

  const { report } = reading;
  return (
    <article className="reader" aria-labelledby="report-title">
      <header className="title-row">
        <div>
          <h1 id="report-title" ref={focusHeading} tabIndex={-1} dir="auto" lang={report.language}>
            {report.title ?? 'No title'}
          </h1>
          <p className="muted">
            {report.source ? (
              <>
                <bdi>{report.source}</bdi> ·{' '}
              </>
            ) : null}
            {report.published ? shownDate(report.published) : 'publication date unknown'}
            {added ? ` · kept ${shownDate(added)}` : ' · not kept'}
            {report.url ? (
              <>
                {' · '}
                <bdi>{report.url}</bdi>
              </>
            ) : null}
          </p>
        </div>
        <p className="actions">
          <button
            type="button"
            ref={treeButton}
            className="quiet"
            aria-pressed={tree !== null}
            aria-keyshortcuts="s"
            onClick={toggleTree}
          >
            Grammar <kbd>s</kbd>
          </button>
          <KeyHelp keys={keys} />
        </p>
      </header>
      <p ref={said} role="status" className="unseen" />
      <div className="columns">
        <section className="pane" aria-label="Report" tabIndex={0}>
          <MarkedText
            text={report.text}
            language={report.language}
            items={marked}
            chosen={chosen}
            onChoose={choose}
            under={
              tree === null
                ? null
                : {
                    at: tree,
                    node: (
                      <SentenceTree
                        text={report.text}
                        language={report.language}
                        at={tree}
                        onMove={setTree}
                        onClose={closeTree}
                      />
                    ),
                  }
            }
          />
        </section>
        <ReadingPanel
          items={items}
          shown={shown}
          hidden={hidden}
          chosen={chosen}
          marks={marks}
          onChoose={choose}
          onToggle={toggle}
          onMarks={setMarks}
        />
      </div>
    </article>
  );
}

/** The words that an address asks for (`w12-30`), as an item of their own; null when it asks for none. */
function wordsIn(hash: string, text: string): Item | null {
  const found = /^w(\d+)-(\d+)$/.exec(hash);
  if (!found) return null;
  const start = Number(found[1]);
  const end = Math.min(text.length, Number(found[2]));
  if (start >= end) return null;
  return {
    key: hash,
    kind: 'event',
    title: 'The words',
    facts: [],
    spans: [{ start, end, text: text.slice(start, end) }],
  };
}

/** The drawn mark in which a position lies. */
function nearestMark(at: number): HTMLElement | null {
  let best: HTMLElement | null = null;
  for (const mark of document.querySelectorAll<HTMLElement>('.text mark')) {
    if (Number(mark.dataset['start']) <= at) best = mark;
    else break;
  }
  return best;
}
