// Words of a report as a link that opens the report at them.
import { Link } from './link.tsx';
import { NoteNumber } from './notes.tsx';

export interface WordsAt {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Address of a report with some of its words lit, and others beside them. */
export const addressOf = (at: WordsAt, ...others: readonly WordsAt[]): string =>
  `/reports/${encodeURIComponent(at.report)}#w${[at, ...others].map(({ start, end }) => `${start}-${end}`).join(',')}`;

export function Words({ at, className }: { at: WordsAt; className?: string }) {
  return (
    <>
      <Link to={addressOf(at)} className={className ?? 'words'}>
        <q>
          <bdi dir="auto">{at.text}</bdi>
        </q>
      </Link>
      <NoteNumber at={at} />
    </>
  );
}
