// Another language: a tiny Spanish model is trained on a sample of ours and parses a sentence that it has not seen.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fromConllu } from '../src/grammar/conllu.ts';
import { makeGrammar } from '../src/grammar/load-model.ts';
import { encodeModel, encodePairs, encodeRows } from '../src/grammar/model-file.ts';
import { parse } from '../src/grammar/parse.ts';
import { UPOS, type Upos } from '../src/grammar/parsed.ts';
import { childBy, relationOf, uposOf } from '../src/grammar/tree.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { Inventory, readCorpus } from './corpus.ts';
import { featureTable } from './feature-table.ts';
import { trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';

const conllu = readFileSync(resolve(import.meta.dirname, 'sample/es-sample-train.conllu'), 'utf8');

function trained(): Uint8Array {
  const tags = new Inventory();
  const labels = new Inventory();
  const corpus = readCorpus(conllu, tags, labels, true, () => 0);
  const tagger = trainTagger(corpus, tags.names.length, 5, () => true, 1);
  const upos = Uint8Array.from(tags.names, (name) => Math.max(0, UPOS.indexOf((name.split(' ')[0] ?? 'X') as Upos)));
  const { arcs, labels: named } = trainParser(corpus, corpus.tag, upos, labels.names.length, 5, 1, () => {});
  const names = {
    language: 'es',
    tags: tags.names,
    relations: labels.names,
    features: featureTable(conllu, tags.names),
    lemmas: [],
    lead: 100,
  };
  return encodeModel(
    names,
    encodeRows(tagger.averaged(1), tags.names.length),
    encodePairs(arcs.averaged(1)),
    encodeRows(named.averaged(1), labels.names.length),
  );
}

it('parses a Spanish sentence that it has not seen', () => {
  const parsed = parse(readText(readReport('Los soldados rechazaron la tregua.')), makeGrammar(trained(), null));
  expect([0, 1, 2, 3, 4, 5].map((i) => uposOf(parsed, i))).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT']);
  expect(relationOf(parsed, 2)).toBe('root');
  expect(childBy(parsed, 2, 'nsubj')).toBe(1);
  expect(childBy(parsed, 2, 'obj')).toBe(4);
});

it('gives the same bytes each time', () =>
  expect(Buffer.compare(Buffer.from(trained()), Buffer.from(trained()))).toBe(0));

it('the sample is whole', () => expect(fromConllu(conllu).text.sentences.length).toBe(20));
