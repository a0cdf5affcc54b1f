// A report's text with its marks: chosen words light up; each mark can be chosen where it stands.
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { chunksOf } from './chunks.ts';
import type { Item } from './items.ts';
import { type Paragraph, paragraphsOf } from './segments.ts';

interface Props {
  readonly text: string;
  readonly language: string;
  readonly items: readonly Item[];
  readonly chosen: Item | null;
  readonly onChoose: (key: string) => void;
  /** What stands under the line that holds the character `at`. */
  readonly under: { readonly at: number; readonly node: ReactNode } | null;
}

/** Words that an address asks for have no letter: they are no value. */
const letterOf = ({ key }: Item): string => (key.startsWith('w') ? '' : key.toUpperCase());

export function MarkedText({ text, language, items, chosen, onChoose, under }: Props) {
  const chunks = useMemo(() => chunksOf(paragraphsOf(text, items, letterOf)), [text, items]);
  const at = under?.at ?? -1;
  const home = under === null ? null : (chunks.findLast(([first]) => (first?.start ?? 0) <= at) ?? chunks[0]);
  return (
    <div className="text" lang={language} dir="auto">
      {chunks.map((paragraphs) => {
        const start = paragraphs[0]?.start ?? 0;
        const end = paragraphs.at(-1)?.end ?? 0;
        return (
          <Stretch
            key={start}
            text={text}
            paragraphs={paragraphs}
            lit={touches(chosen, { start, end }) ? chosen : null}
            onChoose={onChoose}
            under={paragraphs === home ? under : null}
          />
        );
      })}
    </div>
  );
}

const touches = (item: Item | null, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  item?.spans.some((span) => span.start < end && start < span.end) ?? false;

/** Some dozen paragraphs: drawn again only when words in them light up or go out, so that a long report stays quick. */
const Stretch = memo(function Stretch({
  text,
  paragraphs,
  lit,
  onChoose,
  under,
}: Pick<Props, 'text' | 'onChoose' | 'under'> & { paragraphs: readonly Paragraph[]; lit: Item | null }) {
  const place = under ? (paragraphs.findLast(({ start }) => start <= under.at) ?? paragraphs[0])?.start : undefined;
  return paragraphs.map((paragraph) => (
    <Fragment key={paragraph.start}>
      <Lines text={text} paragraph={paragraph} lit={touches(lit, paragraph) ? lit : null} onChoose={onChoose} />
      {paragraph.start === place ? under?.node : null}
    </Fragment>
  ));
});

/** One paragraph, drawn again only for words of its own. */
const Lines = memo(function Lines({
  text,
  paragraph,
  lit,
  onChoose,
}: {
  text: string;
  paragraph: Paragraph;
  lit: Item | null;
  onChoose: (key: string) => void;
}) {
  return (
    <p data-start={paragraph.start}>
      {paragraph.segments.map(({ start, end, items, kinds, begins }) => {
        const words = text.slice(start, end);
        const inner = items.at(-1);
        const on = lit?.spans.some((span) => span.start < end && start < span.end) ?? false;
        if (inner === undefined)
          return on ? (
            <mark key={start} className="lit" data-start={start}>
              {words}
            </mark>
          ) : (
            words
          );
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys j, k and v and the cards' buttons do the same
          <mark
            key={start}
            className={`${kinds.map((kind) => `m-${kind}`).join(' ')}${on ? ' lit' : ''}`}
            data-start={start}
            data-letters={begins || undefined}
            onClick={() => onChoose(inner)}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
});
