// The lists that cutting a text needs, read once.
import { readList } from '../lexicon/read-list.ts';

export type AbbreviationKind = 'title' | 'number' | 'word';

export interface TextWords {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly prefixes: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
}

let known: TextWords | null = null;

/** Throws LexiconError when a list cannot be used. */
export function textWords(): TextWords {
  const first = (name: string) => readList(`en/text/${name}`).rows.map(([word = '']) => word);
  known ??= {
    abbreviations: new Map(
      readList('en/text/abbreviations').rows.map(([word = '', kind = 'word']) => [word, kind as AbbreviationKind]),
    ),
    prefixes: new Set(first('hyphen-prefixes')),
    starters: new Set(first('sentence-starters')),
    speech: new Set(first('speech-verbs')),
  };
  return known;
}
