// A Text in, its grammar out: part of speech, lemma, head and relation of every token.
import type { Text } from '../text/text.ts';
import type { Parsed } from './parsed.ts';

/** Not analysed: every word 'X', every word a root. The trained tagger and parser take this place. */
export function parse(text: Text): Parsed {
  const { length } = text.tokens;
  return {
    text,
    words: {
      length,
      upos: new Uint8Array(length),
      tag: new Uint8Array(length),
      head: new Int32Array(length).fill(-1),
      relation: new Uint8Array(length),
      tags: [''],
      relations: ['root'],
      lemma: (index) => text.report.text.slice(text.tokens.start[index], text.tokens.end[index]).toLowerCase(),
    },
  };
}
