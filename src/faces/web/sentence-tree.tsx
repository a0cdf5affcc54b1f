// A report's text and a place in it in, the tree of the sentence there out: arcs for the eye, a table for everybody.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type ParsedSentence, parseSentence } from './api.ts';
import { Trouble } from './trouble.tsx';

interface Props {
  readonly text: string;
  readonly language: string;
  /** A character of the sentence. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
}

/** Takes the focus when it opens; Escape and the button close it. */
export function SentenceTree({ text, language, at, onMove, onClose }: Props) {
  const query = useQuery({ queryKey: ['tree', text, at], queryFn: () => parseSentence(text, at) });
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    heading.current?.focus();
  }, []);
  const sentence = query.data?.sentences[0];
  const { before = null, after = null } = query.data ?? {};
  return (
    <section
      className="tree"
      aria-labelledby="tree-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="title-row">
        <h2 id="tree-title" ref={heading} tabIndex={-1}>
          {sentence ? `Grammar of sentence ${sentence.sentence} of ${query.data?.count}` : 'Grammar of the sentence'}
        </h2>
        <p className="actions">
          <button type="button" disabled={before === null} onClick={() => before !== null && onMove(before)}>
            Sentence before
          </button>
          <button type="button" disabled={after === null} onClick={() => after !== null && onMove(after)}>
            Next sentence
          </button>
          <button type="button" onClick={onClose}>
            Close
          </button>
        </p>
      </div>
      {query.isPending ? <p role="status">Parsing …</p> : null}
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isSuccess && !sentence ? <p>The report has no sentences.</p> : null}
      {sentence ? (
        <>
          <Arcs sentence={sentence} language={language} />
          <details>
            <summary>Every word as a table</summary>
            <section className="sideways" aria-label="Words of the sentence" tabIndex={0}>
              <table className="words">
                <thead>
                  <tr>
                    <th scope="col">Word</th>
                    <th scope="col">Lemma</th>
                    <th scope="col">Part of speech</th>
                    <th scope="col">Relation</th>
                    <th scope="col">Depends on</th>
                  </tr>
                </thead>
                <tbody>
                  {sentence.words.map((word) => (
                    <tr key={word.start}>
                      <th scope="row" lang={language}>
                        {word.form}
                      </th>
                      <td lang={language}>{word.lemma}</td>
                      <td>
                        {word.upos} <span className="muted">{word.tag}</span>
                      </td>
                      <td>{word.relation}</td>
                      <td lang={language}>{word.head < 0 ? 'nothing: the root' : sentence.words[word.head]?.form}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      ) : null}
    </section>
  );
}

const CHARACTER = 8.4;
const STEP = 20;

/** The words in a line with arcs from heads to dependants above; short arcs lie lowest. Hidden from screen readers, which have the table. */
function Arcs({ sentence, language }: { sentence: ParsedSentence; language: string }) {
  const { words } = sentence;
  const middles: number[] = [];
  let wide = 8;
  for (const { form, upos, relation } of words) {
    const own = CHARACTER * Math.max(form.length, upos.length, relation.length * 0.8) + 14;
    middles.push(wide + own / 2);
    wide += own;
  }
  const levels = levelsOf(words.map(({ head }) => head));
  const top = STEP * (1 + Math.max(1, ...levels));
  return (
    <section className="sideways" aria-label="Drawn tree; the table below says the same" tabIndex={0}>
      <svg
        className="arcs"
        aria-hidden="true"
        width={wide + 8}
        height={top + 48}
        viewBox={`0 0 ${wide + 8} ${top + 48}`}
      >
        {words.map((word, i) => {
          const x = middles[i] as number;
          if (word.head < 0)
            return (
              <g key={word.start}>
                <path className="arc" d={`M ${x} 4 V ${top - 6}`} />
                <path className="arrow" d={`M ${x - 4} ${top - 10} h 8 l -4 8 z`} />
                <text className="relation" x={x + 5} y={14}>
                  root
                </text>
              </g>
            );
          const from = (middles[word.head] as number) + (word.head < i ? 5 : -5);
          const y = top - STEP * (levels[i] as number);
          return (
            <g key={word.start}>
              <path className="arc" d={`M ${from} ${top - 4} V ${y} H ${x} V ${top - 6}`} />
              <path className="arrow" d={`M ${x - 4} ${top - 10} h 8 l -4 8 z`} />
              <text className="relation" x={(from + x) / 2} y={y - 3} textAnchor="middle">
                {word.relation}
              </text>
            </g>
          );
        })}
        {words.map((word, i) => (
          <g key={word.start} textAnchor="middle">
            <text x={middles[i]} y={top + 16} lang={language}>
              {word.form}
            </text>
            <text className="relation" x={middles[i]} y={top + 34}>
              {word.upos}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}

/** A height for each word's arc, so that no two arcs of one height overlap. */
function levelsOf(heads: readonly number[]): number[] {
  const levels = heads.map(() => 0);
  const spans = heads
    .map((head, at) => ({ at, low: Math.min(head, at), high: Math.max(head, at) }))
    .filter(({ low }) => low >= 0)
    .sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
  const taken: { low: number; high: number }[][] = [];
  for (const { at, low, high } of spans) {
    let level = 0;
    while (taken[level]?.some((one) => one.low < high && low < one.high)) level++;
    taken[level] ??= [];
    taken[level]?.push({ low, high });
    levels[at] = level + 1;
  }
  return levels;
}
