// Hand-built grammar in, the counts that only heads can tie out: the test needs no trained model.
import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../grammar/parsed.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findFigures } from './find-figures.ts';

const RELATIONS = ['root', 'nsubj', 'nsubj:pass', 'obj', 'conj', 'dep'];

/** `arcs`: dependent, head, relation, by the words themselves; every other word hangs on the root as `dep`. */
function parsed(words: string, arcs: readonly (readonly [string, string, string])[]): Parsed {
  const text = readText(readReport(words));
  const { length } = text.tokens;
  const token = (word: string) => {
    for (let i = 0; i < length; i++) if (words.slice(text.tokens.start[i], text.tokens.end[i]) === word) return i;
    throw new Error(`no token “${word}”`);
  };
  const head = new Int32Array(length).fill(-1);
  const relation = new Uint8Array(length).fill(RELATIONS.indexOf('dep'));
  for (const [word, of, name] of arcs) {
    head[token(word)] = token(of);
    relation[token(word)] = RELATIONS.indexOf(name);
  }
  const lemma = (index: number) => words.slice(text.tokens.start[index], text.tokens.end[index]).toLowerCase();
  const none = () => new Uint8Array(length);
  return {
    text,
    words: { length, upos: none(), tag: none(), head, relation, tags: [''], relations: RELATIONS, lemma },
  } as unknown as Parsed;
}

const told = (one: Parsed) => findFigures(one).mentions.map(({ value, rule }) => [value.measure, value.best, rule]);

describe('figures/heads', () => {
  const miners = 'Six miners, trapped since Friday when a gallery flooded, have died.';
  it('ties the subject of an intransitive verb', () =>
    expect(told(parsed(miners, [['miners', 'died', 'nsubj']]))).toEqual([['killed', 6, 'figures/heads']]));
  it('leaves it untied without the grammar', () =>
    expect(told(parsed(miners, []))).toEqual([['people', 6, 'figures/bare']]));
  it('ties an object behind an insertion', () =>
    expect(
      told(parsed('Gunmen killed, according to the mayor, nine farmers.', [['farmers', 'killed', 'obj']])),
    ).toEqual([['killed', 9, 'figures/heads']]));
  it('does not take the subject of a transitive verb for a victim', () =>
    expect(
      told(parsed('Nine farmers, according to the mayor, then killed wolves.', [['farmers', 'killed', 'nsubj']])),
    ).toEqual([['people', 9, 'figures/bare']]));
  it('does not tie what the verb denies', () =>
    expect(
      told(
        parsed('Six miners, trapped since Friday when a gallery flooded, have not died.', [
          ['miners', 'died', 'nsubj'],
        ]),
      ),
    ).toEqual([['people', 6, 'figures/bare']]));
  it('is not moved by an emoji', () =>
    expect(told(parsed(`🚨 ${miners}`, [['miners', 'died', 'nsubj']]))).toEqual([['killed', 6, 'figures/heads']]));
});
