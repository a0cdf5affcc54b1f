// The words that a screen opens in, numbered footnotes for paper out: each with its words, its source and its day.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useAsOf } from './as-of.tsx';
import { shownDate } from './shown.ts';

/** Words of a report with what a reader of paper needs to find them. */
export interface Note {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly source: string | null;
  readonly published: string | null;
}

const Numbers = createContext<ReadonlyMap<string, number> | null>(null);
const keyOf = ({ report, start, end }: Pick<Note, 'report' | 'start' | 'end'>) => `${report}#w${start}-${end}`;

/** A screen whose words are numbered when it is printed; the notes stand at its end. On the screen they are not shown. */
export function Noted({ notes, children }: { notes: readonly Note[]; children: ReactNode }) {
  const asOf = useAsOf();
  const { numbers, list } = useMemo(() => {
    const numbered = new Map<string, number>();
    const kept: Note[] = [];
    for (const note of notes) {
      const key = keyOf(note);
      if (numbered.has(key)) continue;
      kept.push(note);
      numbered.set(key, kept.length);
    }
    return { numbers: numbered, list: kept };
  }, [notes]);
  return (
    <Numbers value={numbers}>
      <p className="print-only">
        Recount · as of {asOf === null ? 'now' : asOf} · {list.length} notes of words at the end
      </p>
      {children}
      {list.length > 0 ? (
        <section className="print-only notes" aria-label="Notes">
          <h2>Notes</h2>
          <ol>
            {list.map((note) => (
              <li key={keyOf(note)}>
                <q>
                  <bdi>{note.text}</bdi>
                </q>{' '}
                — <bdi>{note.source ?? 'source unknown'}</bdi>, {shownDate(note.published)} · {note.report.slice(0, 13)}{' '}
                {note.start}–{note.end}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </Numbers>
  );
}

/** The footnote's number beside words, on paper only. */
export function NoteNumber({ at }: { at: Pick<Note, 'report' | 'start' | 'end'> }) {
  const number = useContext(Numbers)?.get(keyOf(at));
  return number === undefined ? null : <sup className="print-only">[{number}]</sup>;
}
