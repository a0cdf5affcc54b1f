// Two texts in, their paragraphs side by side out, with the words that were taken out and put in.
import { diffArrays, diffWordsWithSpace } from 'diff';

export interface Piece {
  readonly key: number;
  readonly text: string;
  readonly as: 'both' | 'out' | 'in';
}

export interface Row {
  readonly key: number;
  readonly same: boolean;
  readonly older: readonly Piece[];
  readonly newer: readonly Piece[];
}

/** Milliseconds after which two paragraphs are told apart as wholes: they have nothing in common anyway. */
const PATIENCE = 200;

const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');

export function differences(older: string, newer: string): Row[] {
  const rows: Row[] = [];
  const whole = (text: string, as: Piece['as']): Piece[] => [{ key: 0, text, as }];
  const parts = diffArrays(paragraphsOf(older), paragraphsOf(newer));
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as (typeof parts)[number];
    if (!part.added && !part.removed) {
      for (const text of part.value)
        rows.push({ key: rows.length, same: true, older: whole(text, 'both'), newer: whole(text, 'both') });
      continue;
    }
    const next = parts[at + 1];
    const paired = part.removed && next?.added;
    const out = part.removed ? part.value : [];
    const put = part.added ? part.value : paired ? next.value : [];
    if (paired) at++;
    for (let line = 0; line < Math.max(out.length, put.length); line++) {
      const [a, b] = [out[line], put[line]];
      if (a !== undefined && b !== undefined) rows.push({ key: rows.length, same: false, ...words(a, b) });
      else
        rows.push({
          key: rows.length,
          same: false,
          older: a === undefined ? [] : whole(a, 'out'),
          newer: b === undefined ? [] : whole(b, 'in'),
        });
    }
  }
  return rows;
}

function words(a: string, b: string): Pick<Row, 'older' | 'newer'> {
  const parts = diffWordsWithSpace(a, b, { timeout: PATIENCE });
  if (!parts) return { older: [{ key: 0, text: a, as: 'out' }], newer: [{ key: 0, text: b, as: 'in' }] };
  const side = (not: 'added' | 'removed', as: Piece['as']) =>
    parts.flatMap((part, key): Piece[] =>
      part[not] ? [] : [{ key, text: part.value, as: part.added || part.removed ? as : 'both' }],
    );
  return { older: side('added', 'out'), newer: side('removed', 'in') };
}
