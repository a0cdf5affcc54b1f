// A report's text with its marks: chosen words light up; each mark can be chosen where it stands.
import { Fragment, memo, type ReactNode, useMemo } from 'react';
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
  const paragraphs = useMemo(() => paragraphsOf(text, items, letterOf), [text, items]);
  const place = under ? (paragraphs.findLast(({ start }) => start <= under.at) ?? paragraphs[0])?.start : undefined;
  return (
    <div className="text" lang={language} dir="auto">
      {paragraphs.map((paragraph) => {
        const lit = chosen?.spans.some((span) => span.start < paragraph.end && paragraph.start < span.end)
          ? chosen
          : null;
        return (
          <Fragment key={paragraph.start}>
            <Lines text={text} paragraph={paragraph} lit={lit} onChoose={onChoose} />
            {paragraph.start === place ? under?.node : null}
          </Fragment>
        );
      })}
    </div>
  );
}

/** Drawn again only when its own words light up or go out, so that a long report stays quick. */
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
