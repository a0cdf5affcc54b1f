// Trees made by hand from CoNLL-U; the trained model is not loaded here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenText } from '../text/text.ts';
import { fromConllu, toConllu } from './conllu.ts';
import { drawTree } from './draw-tree.ts';
import { decodeModel, encodeModel, encodePairs, encodeRows, type Row } from './model-file.ts';
import { makeState } from './parse-state.ts';
import { makeScorer } from './scorer.ts';
import { attach, begin, finished, headOf as headAfter, LEFT, legal, SHIFT, shift } from './transitions.ts';
import {
  childBy,
  eachChild,
  featureOf,
  headOf,
  pathToRoot,
  plainRelation,
  relationOf,
  subtreeSpan,
  tagOf,
  uposOf,
} from './tree.ts';
import { decodeWordList, encodeWordList, NOUN, VERB } from './word-list.ts';

const row = (
  id: number,
  form: string,
  lemma: string,
  upos: string,
  tag: string,
  features: string,
  head: number,
  relation: string,
  misc = '_',
) => [id, form, lemma, upos, tag, features, head, relation, '_', misc].join('\t');
const CONLLU = `# text = The envoy refused to sign.
${row(1, 'The', 'the', 'DET', 'DT', 'Definite=Def', 2, 'det')}
${row(2, 'envoy', 'envoy', 'NOUN', 'NN', 'Number=Sing', 3, 'nsubj')}
${row(3, 'refused', 'refuse', 'VERB', 'VBD', 'Tense=Past|VerbForm=Fin', 0, 'root')}
${row(4, 'to', 'to', 'PART', 'TO', '_', 5, 'mark')}
${row(5, 'sign', 'sign', 'VERB', 'VB', 'VerbForm=Inf', 3, 'xcomp', 'SpaceAfter=No')}
${row(6, '.', '.', 'PUNCT', '.', '_', 3, 'punct')}
`;

describe('a tree', () => {
  const parsed = fromConllu(CONLLU);
  it('is read from CoNLL-U', () => {
    expect(parsed.text.report.text.trim()).toBe('The envoy refused to sign.');
    expect(
      [0, 1, 2].map((i) => [
        tokenText(parsed.text, i),
        uposOf(parsed, i),
        tagOf(parsed, i),
        relationOf(parsed, i),
        headOf(parsed, i),
      ]),
    ).toEqual([
      ['The', 'DET', 'DT', 'det', 1],
      ['envoy', 'NOUN', 'NN', 'nsubj', 2],
      ['refused', 'VERB', 'VBD', 'root', -1],
    ]);
  });
  it('gives children, paths, subtrees and features', () => {
    const children: number[] = [];
    eachChild(parsed, 2, (child) => children.push(child));
    expect(children).toEqual([1, 4, 5]);
    expect(childBy(parsed, 2, 'xcomp')).toBe(4);
    expect(childBy(parsed, 2, 'obj')).toBe(-1);
    expect(pathToRoot(parsed, 0)).toEqual([0, 1, 2]);
    const { start, end } = subtreeSpan(parsed, 4);
    expect(parsed.text.report.text.slice(start, end)).toBe('to sign');
    expect(featureOf(parsed, 2, 'Tense')).toBe('Past');
    expect(featureOf(parsed, 2, 'Number')).toBeNull();
    expect(plainRelation(parsed, 1)).toBe('nsubj');
    expect(() => uposOf(parsed, 99)).toThrow(/token 99 of 6/);
  });
  it('is written as CoNLL-U that reads the same', () => {
    const again = fromConllu(toConllu(parsed));
    expect(again.words.head).toEqual(parsed.words.head);
    expect(toConllu(again)).toContain('5\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t3\txcomp\t_\tSpaceAfter=No');
  });
  it('is drawn, a word a line', () => {
    const lines = drawTree(parsed, 0);
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/envoy +NOUN +NN +nsubj ← refused/);
    expect(lines[2]).toMatch(/refused +VERB +VBD +root$/);
  });
  it.each([
    ['a row of three columns', '1\ta\ta\n', /line 1: 3 columns/],
    ['a head that is not there', `${row(1, 'a', 'a', 'X', 'X', '_', 7, 'root')}\n`, /head 7 in a sentence of 1 words/],
  ])('refuses %s', (_, conllu, message) => expect(() => fromConllu(conllu)).toThrow(message));
});

describe('the transitions', () => {
  it('end in a tree with one root, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat(2)), (length, choices) => {
        const state = makeState(length);
        begin(state, length);
        for (let steps = 0; !finished(state); steps++) {
          expect(steps).toBeLessThan(2 * length);
          const may = legal(state);
          let go = choices.next().value as number;
          while ((may & (1 << go)) === 0) go = (go + 1) % 3;
          if (go === SHIFT) shift(state);
          else attach(state, headAfter(state, go), go === LEFT ? 1 : 2);
        }
        const heads = Array.from(state.head.subarray(0, length));
        expect(heads.filter((head) => head === length)).toHaveLength(1);
        for (let i = 0; i < length; i++) {
          let up = i;
          for (let k = 0; k <= length && up !== length; k++) up = heads[up] ?? -1;
          expect(up).toBe(length);
        }
      }),
    );
  });
});

describe('model files', () => {
  const rows: Row[] = [
    { feature: -2_000_000_000, classes: [0, 2], weights: [1.5, -20] },
    { feature: 5, classes: [1], weights: [0.000001] },
    { feature: 2_000_000_000, classes: [1], weights: [4] },
  ];
  const names = {
    language: 'xx',
    tags: ['NOUN NN'],
    relations: ['root'],
    features: [''],
    lemmas: ['went/VBD go'],
    lead: 9,
  };
  it('keep weights within the grain of their eight bits, and drop what rounds to nothing', () => {
    const bytes = encodeModel(names, encodeRows(rows, 3), encodePairs(rows), encodeRows([], 1));
    const model = decodeModel(bytes);
    expect(model.names).toEqual(names);
    const scorer = makeScorer(model);
    const { scores } = scorer;
    scorer.hashes.set([-2_000_000_000, 5]);
    scorer.sumRows(scorer.tagger, 2);
    const ratio = (scores[2] ?? 0) / (scores[0] ?? 1);
    expect(ratio).toBeLessThan(-12);
    expect(ratio).toBeGreaterThan(-15);
    expect(scores[1]).toBe(0);
    scorer.hashes.set([-2_000_000_000, 12]);
    scorer.sumPairs(scorer.arcs, 2);
    expect(scores[2]).toBeLessThan(0);
    expect(scores[1]).toBeLessThan(0);
  });
  it('are refused when they are none', () =>
    expect(() => decodeModel(new Uint8Array(40))).toThrow(/not a grammar model/));
  it('hold word lists', () => {
    const find = decodeWordList(
      encodeWordList(
        new Map([
          [-7, NOUN],
          [0, VERB],
          [123_456, NOUN | VERB],
        ]),
      ),
    );
    expect([-7, 123_456, 42].map(find)).toEqual([NOUN, NOUN | VERB, 0]);
  });
});
