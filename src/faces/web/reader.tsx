// One report and what it says: the text with its marks on one side, the reading on the other.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Reading } from '../../reading/schema.ts';
import type { Claim, KeptReading } from './api.ts';
import { decidedItems } from './decided-items.ts';
import { useDecide } from './decisions.tsx';
import { openDrawer } from './drawer.tsx';
import { type Item, type ItemKind, itemsOf, KINDS } from './items.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { MarkedText } from './marked-text.tsx';
import { focusHeading, go, setHash, useHash } from './path.ts';
import { ReadingPanel } from './reading-panel.tsx';
import { SentenceTree } from './sentence-tree.tsx';
import { shownDate } from './shown.ts';
import { paragraphAt, type Range_, useWordSelection } from './word-selection.ts';

interface Props {
  readonly reading: Reading;
  /** When it was kept; null for a text that is only looked at. */
  readonly added: string | null;
  /** The record's claims upon it, with what people decided. */
  readonly claims?: readonly Claim[];
  readonly versions?: KeptReading['versions'];
}

const NONE: readonly never[] = [];

export function Reader({ reading, added, claims = NONE, versions = NONE }: Props) {
  const items = useMemo(() => decidedItems(itemsOf(reading), claims), [reading, claims]);
  const [hidden, setHidden] = useState<ReadonlySet<ItemKind>>(new Set<ItemKind>(['time', 'place']));
  const [marks, setMarks] = useState(true);
  const [tree, setTree] = useState<number | null>(null);
  const hash = useHash();
  const words = useMemo(() => wordsIn(hash, reading.report.text), [hash, reading]);
  const chosen = items.find((item) => item.key === hash) ?? words;
  // what is chosen is shown though its kind is hidden; otherwise a choice changes no list
  const kept = chosen && hidden.has(chosen.kind) ? chosen.key : null;
  const shown = useMemo(
    () => items.filter((item) => !hidden.has(item.kind) || item.key === kept),
    [items, hidden, kept],
  );
  const marked = useMemo(
    () => [
      ...(marks
        ? shown.filter(({ kind, status }) => kind !== 'unread' && kind !== 'issue' && status !== 'rejected')
        : []),
      ...(words ? [words] : []),
    ],
    [marks, shown, words],
  );
  const said = useRef<HTMLParagraphElement>(null);
  const choose = useCallback((key: string) => setHash(key), []);
  const chooseInText = useCallback((key: string) => {
    // a mark that is selected, or part of it, is not clicked
    if (window.getSelection()?.isCollapsed === false) return;
    setHash(key);
    document.getElementById(`card-${key}`)?.scrollIntoView({ block: 'nearest' });
  }, []);

  const toWords = useCallback((item: Item | null) => {
    const at = item?.spans[0]?.start;
    const mark = at === undefined ? null : nearestMark(at);
    if (!mark || inView(mark)) return;
    mark.scrollIntoView({
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
  const { send } = useDecide();
  const act = (what: 'accept' | 'reject') =>
    chosen?.claim !== undefined &&
    send({
      act: chosen.status === (what === 'accept' ? 'accepted' : 'rejected') ? 'reopen' : what,
      targets: [chosen.claim],
      said: `${what === 'accept' ? 'Accepted' : 'Rejected'} ${chosen.title}`,
    });
  const selection = useWordSelection(reading.report.text, (words, kind) => add(words, kind));
  const inReport = ({ start, end }: Range_) => ({
    report: reading.report.id,
    start,
    end,
    text: reading.report.text.slice(start, end),
  });
  /** The form for a claim from the words that are selected; they stay lit beside it. */
  const add = (now: Range_, kind: 'event' | 'figure' | 'statement' | null) => {
    setHash(`w${now.start}-${now.end}`);
    openDrawer({ what: 'add', words: inReport(now), kind });
  };
  const isNew = added === null;
  const newClaim = () => {
    if (isNew) return;
    if (selection.words) add(selection.words, null);
    else selection.choose(chosen?.spans[0]?.start ?? firstInView());
  };
  const edit = () =>
    chosen?.claim !== undefined &&
    openDrawer({
      what: 'edit',
      claim: chosen.claim,
      words: selection.words ? inReport(selection.words) : null,
    });
  const comment = () =>
    !isNew &&
    openDrawer({ what: 'comment', target: chosen?.claim ?? reading.report.id, about: chosen?.title ?? 'this report' });
  const place = versions.findIndex(({ id }) => id === reading.report.id);
  const step = (by: number) => {
    const other = versions[place + by];
    if (other) go(`/reports/${other.id}`);
  };
  const differences = () => {
    const other = versions[place - 1] ?? versions[place + 1];
    if (other) go(`/reports/${reading.report.id}?with=${other.id}`);
  };
  const treeButton = useRef<HTMLButtonElement>(null);
  const closeTree = () => {
    setTree(null);
    treeButton.current?.focus();
  };
  const toggleTree = () => (tree === null ? setTree(chosen?.spans[0]?.start ?? 0) : closeTree());
  const keys = [
    { key: 'j', does: 'Next value, with its words lit', held: true, run: () => move(1) },
    { key: 'k', does: 'Value before', held: true, run: () => move(-1) },
    { key: 'v', does: 'Show the words of the value again', run: () => toWords(chosen) },
    ...(isNew
      ? []
      : [
          { key: 'a', does: 'Accept the value; once more: open it again', run: () => act('accept') },
          { key: 'x', does: 'Reject the value; once more: open it again', run: () => act('reject') },
          { key: 'e', does: 'Edit the fields of the value', run: edit },
          {
            key: 'n',
            does: 'New claim from the selected words; without any: choose them with ← → and Shift, then Enter, or e, f, s for its kind',
            run: newClaim,
          },
          { key: 'c', does: 'Comment on the value, or on the report', run: comment },
        ]),
    ...(versions.length > 1
      ? [
          { key: '[', does: 'The older version', run: () => step(-1) },
          { key: ']', does: 'The newer version', run: () => step(1) },
          { key: 'd', does: 'Differences from the version before', run: differences },
        ]
      : []),
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
  // a report may say anything of its language; only what is a tag is passed on
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(report.language) ? report.language : '';
  return (
    <article className="reader" aria-labelledby="report-title">
      <header className="title-row">
        <div>
          <h1 id="report-title" ref={focusHeading} tabIndex={-1} dir="auto" lang={language}>
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
          {isNew ? null : (
            <button
              type="button"
              className="quiet"
              aria-keyshortcuts="n"
              // the press must not take the selection away
              onMouseDown={(event) => event.preventDefault()}
              onClick={newClaim}
            >
              New claim {selection.words ? 'from the words ' : ''}
              <kbd>n</kbd>
            </button>
          )}
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
      {versions.length > 1 ? (
        <nav aria-label="Versions" className="versions">
          {versions.map(({ id, published }, index) => (
            <Link key={id} to={`/reports/${id}`} current={index === place}>
              v{index + 1} <span className="muted">{shownDate(published)}</span>
            </Link>
          ))}
          <button type="button" className="quiet" onClick={differences} aria-keyshortcuts="d">
            Differences <kbd>d</kbd>
          </button>
        </nav>
      ) : null}
      {selection.choosing ? (
        <p className="hint" role="status">
          Words: <q>{selection.words ? inReport(selection.words).text : ''}</q> · <kbd>←</kbd> <kbd>→</kbd> move,{' '}
          <kbd>Shift</kbd> with them grows, <kbd>Enter</kbd> goes on, <kbd>Esc</kbd> leaves
        </p>
      ) : null}
      <div className="columns">
        <section className="pane" aria-label="Report" tabIndex={0}>
          <MarkedText
            text={report.text}
            language={language}
            items={marked}
            chosen={chosen}
            onChoose={chooseInText}
            under={
              tree === null
                ? null
                : {
                    at: tree,
                    node: (
                      <SentenceTree
                        text={report.text}
                        language={language}
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

/** The words that an address asks for (`w12-30`, `w12-30,60-71`), as an item of their own; null when it asks for none. */
function wordsIn(hash: string, text: string): Item | null {
  if (!/^w\d+-\d+(?:,\d+-\d+)*$/.test(hash)) return null;
  const spans = hash
    .slice(1)
    .split(',')
    .flatMap((part) => {
      const [start = 0, to = 0] = part.split('-').map(Number);
      const end = Math.min(text.length, to);
      return start < end ? [{ start, end, text: text.slice(start, end) }] : [];
    });
  return spans.length === 0 ? null : { key: hash, kind: 'event', title: 'The words', facts: [], spans };
}

/** Whether an element is seen whole: what is seen stays where it is, also under the mouse. */
function inView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const pane = element.closest('.pane')?.getBoundingClientRect();
  return top >= Math.max(0, pane?.top ?? 0) && bottom <= Math.min(window.innerHeight, pane?.bottom ?? Infinity);
}

/** The drawn mark in which a position lies. */
function nearestMark(at: number): HTMLElement | null {
  const paragraph = paragraphAt(at);
  let best: HTMLElement | null = paragraph;
  for (const mark of paragraph?.querySelectorAll<HTMLElement>('mark') ?? []) {
    if (Number(mark.dataset['start']) <= at) best = mark;
    else break;
  }
  return best;
}

/** Offset of the first paragraph that stands in the window. */
function firstInView(): number {
  for (const paragraph of document.querySelectorAll<HTMLElement>('.text > p[data-start]'))
    if (paragraph.getBoundingClientRect().bottom > 120) return Number(paragraph.dataset['start']);
  return 0;
}
