// The lists of lexicon/en/codebook in, the codebook out: types, modes, contexts, CAMEO codes and examples, each checked against the others.
import { LexiconError, readList } from './read-list.ts';

/** PLOVER's quad classes. */
export const QUADS = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'] as const;
export type Quad = (typeof QUADS)[number];

export interface TypeInBook {
  readonly type: string;
  readonly quad: Quad;
  /** PLOVER score, -10 to +10. */
  readonly score: number;
  /** PLOVER codes this type only where somebody is named to whom it was done. */
  readonly recipientRequired: boolean;
  readonly definition: string;
}

export interface ModeInBook {
  readonly type: string;
  readonly mode: string;
  /** Null where PLOVER gives none. */
  readonly score: number | null;
  readonly definition: string;
}

export interface ContextInBook {
  readonly context: string;
  readonly definition: string;
}

export interface CodeInBook {
  /** Two to four digits. */
  readonly code: string;
  /** Goldstein value, -10 to +10. */
  readonly goldstein: number;
  /** PLOVER type into which the code goes over; null for what PLOVER leaves out. */
  readonly type: string | null;
  readonly mode: string | null;
  readonly label: string;
}

export interface ExampleInBook {
  readonly cameo: string;
  /** Null where nothing is to be coded. */
  readonly type: string | null;
  readonly mode: string | null;
  readonly status: string | null;
  /** Words of the sentence that name who acts. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly sentence: string;
}

export interface Codebook {
  readonly types: readonly TypeInBook[];
  readonly modes: readonly ModeInBook[];
  readonly contexts: readonly ContextInBook[];
  readonly codes: readonly CodeInBook[];
  readonly examples: readonly ExampleInBook[];
}

let kept: Codebook | null = null;

/** The codebook, read at first asking. Throws LexiconError where the lists contradict one another. */
export function codebook(): Codebook {
  kept ??= checked({
    types: readList('en/codebook/types').rows.map(
      ([type = '', quad = '', score = '', recipient = '', definition = '']) => ({
        type,
        quad: quad as Quad,
        score: Number(score),
        recipientRequired: recipient === 'yes',
        definition,
      }),
    ),
    modes: readList('en/codebook/modes').rows.map(([type = '', mode = '', score = '', definition = '']) => ({
      type,
      mode,
      score: score === '-' ? null : Number(score),
      definition,
    })),
    contexts: readList('en/codebook/contexts').rows.map(([context = '', definition = '']) => ({ context, definition })),
    codes: readList('en/codebook/cameo').rows.map(([code = '', goldstein = '', type = '', mode = '', label = '']) => ({
      code,
      goldstein: Number(goldstein),
      type: orNull(type),
      mode: orNull(mode),
      label,
    })),
    examples: readList('en/codebook/examples').rows.map(
      ([cameo = '', type = '', mode = '', status = '', actors = '', recipients = '', sentence = '']) => ({
        cameo,
        type: orNull(type),
        mode: orNull(mode),
        status: orNull(status),
        actors: names(actors),
        recipients: names(recipients),
        sentence,
      }),
    ),
  });
  return kept;
}

const orNull = (field: string): string | null => (field === '-' || field === '' ? null : field);
const names = (field: string): readonly string[] => orNull(field)?.split('; ') ?? [];

function checked(book: Codebook): Codebook {
  const types = new Set(book.types.map(({ type }) => type));
  const modes = new Set(book.modes.map(({ type, mode }) => `${type}/${mode}`));
  const codes = new Set(book.codes.map(({ code }) => code));
  const refuse = (list: string, what: string): never => {
    throw new LexiconError(`lexicon/en/codebook/${list}.tsv: ${what}`);
  };
  for (const { type, quad, score } of book.types)
    if (!QUADS.includes(quad) || Number.isNaN(score)) refuse('types', `${type} needs a quad class and a score`);
  for (const { type, mode, score } of book.modes)
    if (!types.has(type) || Number.isNaN(score))
      refuse('modes', `${type} ${mode} needs a type of types.tsv and a score or -`);
  for (const [list, rows] of [
    ['cameo', book.codes],
    ['examples', book.examples],
  ] as const)
    for (const row of rows) {
      const code = 'code' in row ? row.code : row.cameo;
      if (row.type !== null && !types.has(row.type)) refuse(list, `${code}: "${row.type}" is no type of types.tsv`);
      if (row.mode !== null && !modes.has(`${row.type}/${row.mode}`))
        refuse(list, `${code}: "${row.mode}" is no mode of ${row.type} in modes.tsv`);
      if (!codes.has(code)) refuse(list, `"${code}" is no code of cameo.tsv`);
    }
  for (const { code, goldstein } of book.codes)
    if (!/^\d{2,4}$/.test(code) || Number.isNaN(goldstein))
      refuse('cameo', `"${code}" needs two to four digits and a value`);
  return book;
}
