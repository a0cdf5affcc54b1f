// Patterns over trees made by hand from CoNLL-U; the trained model is not loaded here.
import { describe, expect, it } from 'vitest';
import { fromConllu } from './conllu.ts';
import type { Parsed } from './parsed.ts';
import { compilePattern, type NodePattern } from './pattern.ts';

/** Rows `form lemma UPOS TAG head relation`, a blank line between sentences. */
const tree = (rows: string): Parsed =>
  fromConllu(
    rows
      .trim()
      .split(/\n\s*\n/)
      .map((sentence) =>
        sentence
          .trim()
          .split('\n')
          .map((row, i) => {
            const [form, lemma, upos, tag, head, relation] = row.trim().split(/\s+/);
            return [i + 1, form, lemma, upos, tag, '_', head, relation, '_', '_'].join('\t');
          })
          .join('\n'),
      )
      .join('\n\n')
      .concat('\n'),
  );

const news = tree(`
  Rebels     rebel    NOUN  NNS 2 nsubj
  killed     kill     VERB  VBD 0 root
  three      three    NUM   CD  4 nummod
  soldiers   soldier  NOUN  NNS 2 obj
  in         in       ADP   IN  6 case
  Lom        Lom      PROPN NNP 2 obl
  on         on       ADP   IN  8 case
  Monday     Monday   PROPN NNP 2 obl
  .          .        PUNCT .   2 punct

  Two        two      NUM   CD  2 nummod
  men        man      NOUN  NNS 4 nsubj:pass
  were       be       AUX   VBD 4 aux:pass
  killed     kill     VERB  VBN 0 root
  .          .        PUNCT .   4 punct
`);

/** The names and tokens of the first match, `null` for none. */
function first(pattern: NodePattern, parsed = news, from = 0): Record<string, number> | null {
  const compiled = compilePattern(pattern);
  const found = new Int32Array(compiled.names.length);
  const at = compiled.first(parsed, from, found);
  return at < 0 ? null : { at, ...Object.fromEntries(compiled.names.map((name, i) => [name, found[i] as number])) };
}

describe('a tree pattern', () => {
  it('finds a word by part of speech, tag, lemma and relation', () => {
    expect(first({ upos: ['NUM'] })).toEqual({ at: 2 });
    expect(first({ upos: ['NUM', 'NOUN'] })).toEqual({ at: 0 });
    expect(first({ tag: ['VBN'] })).toEqual({ at: 12 });
    expect(first({ tag: ['.'] })).toEqual({ at: 8 });
    expect(first({ lemma: ['man', 'woman'] })).toEqual({ at: 10 });
    expect(first({ relation: ['obl'] })).toEqual({ at: 5 });
    expect(first({ upos: ['VERB'], tag: ['NNS'] })).toBeNull();
  });

  it('takes a relation for its subtypes, and a subtype for itself alone', () => {
    expect(first({ relation: ['nsubj'] }, news, 1)).toEqual({ at: 10 });
    expect(first({ relation: ['nsubj:pass'] })).toEqual({ at: 10 });
  });

  it('hands out who did what to whom', () =>
    expect(
      first({
        lemma: ['kill'],
        as: 'deed',
        children: [
          { relation: ['nsubj'], as: 'who' },
          { relation: ['obj'], as: 'whom', children: [{ relation: ['nummod'], as: 'count' }] },
        ],
      }),
    ).toEqual({ at: 1, deed: 1, who: 0, whom: 3, count: 2 }));

  it('gives each pattern a dependant of its own, in order of the text', () => {
    const place = { relation: ['obl'], as: 'a' };
    expect(first({ upos: ['VERB'], children: [place, { ...place, as: 'b' }] })).toEqual({ at: 1, a: 5, b: 7 });
    expect(first({ upos: ['VERB'], children: [place, { ...place, as: 'b' }, { ...place, as: 'c' }] })).toBeNull();
    // the narrow one first: Monday is taken by its name before any place is
    expect(first({ upos: ['VERB'], children: [{ lemma: ['Monday'], as: 'day' }, place] })).toEqual({
      at: 1,
      day: 7,
      a: 5,
    });
  });

  it('leaves what may be absent at -1, also when half of it was there', () => {
    expect(first({ upos: ['VERB'], maybe: [{ relation: ['iobj'], as: 'to' }] })).toEqual({ at: 1, to: -1 });
    // “three soldiers” has its number but no adjective: the number must not stay behind
    const half: NodePattern = {
      relation: ['obj'],
      as: 'object',
      children: [{ relation: ['nummod'], as: 'count' }, { relation: ['amod'] }],
    };
    expect(first({ upos: ['VERB'], maybe: [half] })).toEqual({ at: 1, object: -1, count: -1 });
  });

  it('empties the slots when nothing matches', () => {
    const compiled = compilePattern({
      upos: ['VERB'],
      children: [{ relation: ['nsubj'], as: 'who' }, { tag: ['UH'] }],
    });
    const found = Int32Array.of(99);
    expect(compiled.match(news, 1, found)).toBe(false);
    expect(found[0]).toBe(-1);
    expect(compiled.match(news, 999, found)).toBe(false);
  });

  it('refuses words that have what must not be there', () => {
    const passive = { relation: ['aux:pass'] };
    expect(first({ lemma: ['kill'], without: [passive] })).toEqual({ at: 1 });
    expect(first({ lemma: ['kill'], children: [passive] })).toEqual({ at: 12 });
    expect(first({ lemma: ['kill'], without: [{ relation: ['punct'] }] })).toBeNull();
  });

  it('goes on from where it is told', () => {
    expect(first({ lemma: ['kill'] }, news, 2)).toEqual({ at: 12 });
    expect(first({ lemma: ['kill'] }, news, 13)).toBeNull();
    expect(first({ lemma: ['kill'] }, news, -5)).toEqual({ at: 1 });
  });

  it('reads another text with other tables of names', () => {
    const compiled = compilePattern({ relation: ['obj'], as: 'it' });
    const found = new Int32Array(1);
    expect(compiled.first(news, 0, found)).toBe(3);
    const other = tree('Go go VERB VB 0 root\nhome home ADV RB 1 advmod\nnow now ADV RB 1 advmod');
    expect(compiled.first(other, 0, found)).toBe(-1);
    expect(compiled.first(tree('Stop stop VERB VB 0 root\nit it PRON PRP 1 obj'), 0, found)).toBe(1);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a name that stands twice', () => compilePattern({ as: 'a', children: [{ as: 'a' }] }), /“a” names two words/],
    ['a name for what must not be', () => compilePattern({ without: [{ as: 'a' }] }), /“a” names a word that must not/],
    ['an unknown name', () => compilePattern({ as: 'a' }).slotOf('b'), /“b” is not in the pattern; it has a/],
    ['too few slots', () => compilePattern({ as: 'a' }).match(news, 0, new Int32Array(0)), /0 slots for 1 names/],
    [
      'a part of speech that is none',
      () => compilePattern({ upos: ['PUNC' as 'PUNCT'] }),
      /“PUNC” is no part of speech/,
    ],
  ])('refuses %s', (_, act, message) => expect(act).toThrow(message));
});
