// `npm run train [-- --data DIR --out FILE]`: treebanks in, model/grammar.bin out, the same bytes each time.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { enterSentence, tagSentence } from '../src/grammar/analyse.ts';
import { type Grammar, makeGrammar } from '../src/grammar/load-model.ts';
import { encodeModel, encodePairs, encodeRows, type Row } from '../src/grammar/model-file.ts';
import { makeState } from '../src/grammar/parse-state.ts';
import { UPOS, type Upos } from '../src/grammar/parsed.ts';
import { leads } from '../src/grammar/search.ts';
import { readTree } from '../src/grammar/sentence-tree.ts';
import { decodeWordList } from '../src/grammar/word-list.ts';
import { type Corpus, Inventory, readCorpus } from './corpus.ts';
import { exactTagger } from './exact-tagger.ts';
import { featureTable } from './feature-table.ts';
import { lemmaExceptions } from './lemma-exceptions.ts';
import { sureContexts } from './sure-contexts.ts';
import { trainParser } from './train-parser.ts';
import { jackknife, trainTagger } from './train-tagger.ts';
import { doubtfulIn, readMaybeGzipped, withoutDocuments } from './treebanks.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(root, '../shared/data/ud') },
    out: { type: 'string', default: resolve(root, 'model/grammar.bin') },
    language: { type: 'string', default: 'en' },
    words: { type: 'string', default: resolve(root, 'model/words.bin') },
    rounds: { type: 'string', default: '7' },
    seeds: { type: 'string', default: '2' },
    /** Features that were updated less often are left out. */
    least: { type: 'string', default: '2' },
    /** Most bytes of the file. */
    size: { type: 'string', default: '7000000' },
  },
});
const say = (line: string) => console.log(`${String(Math.round(performance.now() / 1000)).padStart(5)} s  ${line}`);

if (!existsSync(values.data)) {
  console.error(
    `train: ${values.data} is not there. Point --data at a folder with *-train.conllu and *-dev.conllu (plain or .gz).`,
  );
  process.exit(2);
}
const files = readdirSync(values.data).sort();
const own = resolve(root, 'train/treebank');
const ownFiles =
  values.language === 'en' && existsSync(own)
    ? readdirSync(own)
        .filter((name) => /-train\.conllu$/.test(name))
        .sort()
        .map((name) => join(own, name))
    : [];
/** How often our own trees go in beside the large treebanks. */
const OWN_TIMES = 2;
const training = [
  ...files.filter((name) => /-train\.conllu(\.gz)?$/.test(name)).map((name) => join(values.data, name)),
  ...Array.from({ length: OWN_TIMES }, () => ownFiles).flat(),
];
const development = [
  ...files.filter((name) => /-dev\.conllu(\.gz)?$/.test(name)).map((name) => join(values.data, name)),
  ...ownFiles.map((name) => name.replace('-train.', '-dev.')).filter((name) => existsSync(name)),
];
const lexicon =
  existsSync(values.words) && values.language === 'en' ? decodeWordList(readFileSync(values.words)) : () => 0;
const tags = new Inventory();
const labels = new Inventory();
/** Documents whose text licence is in doubt stay out. */
const doubtful = doubtfulIn(values.data);
const conllu = training.map((file) => withoutDocuments(readMaybeGzipped(file), doubtful)).join('\n\n');
const corpus = readCorpus(conllu, tags, labels, true, lexicon);
say(
  `${training.length} files, ${corpus.first.length - 1} sentences, ${corpus.tokens.length} words, ${tags.names.length} tags, ${labels.names.length} labels`,
);
if (tags.names.length > 255 || labels.names.length > 255)
  throw new RangeError(`a model holds 255 tags and labels; here are ${tags.names.length} and ${labels.names.length}`);

const rounds = Number(values.rounds);
const TAG_ROUNDS = 6;
const least = Number(values.least);
/** A model that only tags. */
const onlyTagger = (rows: Uint8Array): Grammar =>
  makeGrammar(
    encodeModel(
      { language: '', tags: [], relations: [], features: [], lemmas: [], lead: 1 },
      rows,
      encodePairs([]),
      encodeRows([], 1),
    ),
    null,
  );
const uposOf = Uint8Array.from(tags.names, (name) => Math.max(0, UPOS.indexOf((name.split(' ')[0] ?? 'X') as Upos)));
const predicted = jackknife(corpus, tags.names.length, 4, 3, (rows) =>
  exactTagger(rows, tags.names.length, corpus.input),
);
let right = 0;
for (let i = 0; i < predicted.length; i++) if (predicted[i] === corpus.tag[i]) right++;
say(`jackknifed tags: ${((100 * right) / predicted.length).toFixed(2)} % right`);
/** Encodes with the smallest weights left out, as few as make it fit into `limit` bytes. */
function fitted(limit: number, encode: (drop: number) => Uint8Array): Uint8Array {
  let [low, high] = [0, 128];
  let bytes = encode(low);
  if (bytes.length > limit) {
    // `low` is too many bytes, `high` fits: with all below 128 left out nothing remains
    while (high - low > 1 / 16) {
      const middle = (low + high) / 2;
      if (encode(middle).length > limit) low = middle;
      else high = middle;
    }
    bytes = encode(high);
    low = high;
  }
  say(`  ${bytes.length} bytes; weights below ${low} left out`);
  return bytes;
}
const tagRows = trainTagger(corpus, tags.names.length, TAG_ROUNDS, () => true, 1).averaged(least);
const tagger = fitted(Number(values.size) * 0.2737, (drop) => encodeRows(tagRows, tags.names.length, drop));
const quickTagger = onlyTagger(tagger);
for (const name of development) say(`${basename(name)}: tags ${tagScore(name).toFixed(2)}`);

/** Share of words with the right universal part of speech. */
function tagScore(name: string): number {
  const dev = readCorpus(readMaybeGzipped(name), tags, labels, false, lexicon);
  const out = new Int32Array(dev.tokens.length);
  for (let sentence = 0; sentence + 1 < dev.first.length; sentence++)
    tagSentence(quickTagger, dev.input, dev.first[sentence] as number, dev.first[sentence + 1] as number, out);
  let good = 0;
  for (let i = 0; i < out.length; i++) if (uposOf[out[i] as number] === uposOf[dev.tag[i] as number]) good++;
  return (100 * good) / out.length;
}

/** Sums the averaged weights of several runs: steadier than any one of them, at no cost when reading. */
function summed(runs: readonly (readonly Row[])[]): Row[] {
  const rows = new Map<number, Map<number, number>>();
  for (const run of runs) {
    for (const { feature, classes, weights } of run) {
      let row = rows.get(feature);
      if (!row) {
        row = new Map();
        rows.set(feature, row);
      }
      for (const [i, one] of classes.entries()) row.set(one, (row.get(one) ?? 0) + (weights[i] as number));
    }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([feature, row]) => ({ feature, classes: [...row.keys()], weights: [...row.values()] }));
}
/** English trees are read by a network, which train/parser/ makes; another language has the parser that is trained here. */
const withParser = values.language !== 'en';
const arcRuns: Row[][] = [];
const labelRuns: Row[][] = [];
for (let seed = 1; withParser && seed <= Number(values.seeds); seed++) {
  const weights = trainParser(corpus, predicted, uposOf, labels.names.length, rounds, seed, say);
  arcRuns.push(weights.arcs.averaged(least));
  labelRuns.push(weights.labels.averaged(least));
}
const arcSum = summed(arcRuns);
const labelSum = summed(labelRuns);
const arcs = fitted(Number(values.size) * 0.45, (drop) => encodePairs(arcSum, drop));
const labelRows = fitted(Number(values.size) * 0.2295, (drop) => encodeRows(labelSum, labels.names.length, drop));
const names = {
  language: values.language,
  tags: tags.names,
  relations: labels.names,
  features: featureTable(conllu, tags.names),
  lemmas: lemmaExceptions(conllu),
  lead: 1,
};
if (withParser) names.lead = usualLead(makeGrammar(encodeModel(names, tagger, arcs, labelRows), null));
const sure = sureContexts(makeGrammar(encodeModel(names, tagger, arcs, labelRows), null), corpus, predicted, uposOf);
say(`sure contexts: ${sure.tags.size} of tags, ${sure.labels.size} of labels`);
const bytes = encodeModel(names, tagger, arcs, labelRows, withParser ? sure : { ...sure, labels: new Map() });
writeFileSync(values.out, bytes);
say(`arcs ${arcs.length}, labels ${labelRows.length}, all ${bytes.length} bytes`);

const trees = withParser ? null : readFileSync(resolve(root, 'model/parser.bin'));
const model = makeGrammar(bytes, null, trees);
for (const name of development) {
  const dev = readCorpus(readMaybeGzipped(name), tags, labels, false, lexicon);
  say(`${basename(name)}: ${score(dev)}`);
}

/** The mean lead of the parser's choices on the first thousand training sentences. */
function usualLead(unsure: Grammar): number {
  const state = makeState(2000);
  const out = new Int32Array(corpus.tokens.length);
  let [sum, steps] = [0, 0];
  for (let sentence = 0; sentence < Math.min(1000, corpus.first.length - 1); sentence++) {
    const first = corpus.first[sentence] as number;
    const last = corpus.first[sentence + 1] as number;
    if (last - first > 1000) continue;
    tagSentence(unsure, corpus.input, first, last, out);
    enterSentence(state, corpus.input, out, uposOf, first, last);
    const one = leads(unsure, state);
    sum += one.sum;
    steps += one.steps;
  }
  return Math.max(1, Math.round(sum / Math.max(1, steps)));
}

/** UPOS, UAS and LAS without punctuation and subtypes, on given words. */
function score(dev: Corpus): string {
  const state = makeState(2000);
  const out = new Int32Array(dev.tokens.length);
  const plain = labels.names.map((label) => label.split(':')[0]);
  const upos = tags.names.map((tag) => tag.split(' ')[0]);
  let [words, tagged, heads, both] = [0, 0, 0, 0];
  for (let sentence = 0; sentence + 1 < dev.first.length; sentence++) {
    const first = dev.first[sentence] as number;
    const last = dev.first[sentence + 1] as number;
    tagSentence(model, dev.input, first, last, out);
    enterSentence(state, dev.input, out, uposOf, first, last);
    readTree(model, state, dev.input, out, first, last);
    for (let i = first; i < last; i++) {
      if (upos[out[i] as number] === upos[dev.tag[i] as number]) tagged++;
      const gold = plain[dev.label[i] as number];
      if (gold === 'punct') continue;
      words++;
      if (state.head[i - first] !== dev.head[i]) continue;
      heads++;
      if (plain[state.label[i - first] as number] === gold) both++;
    }
  }
  return `UPOS ${((100 * tagged) / dev.tokens.length).toFixed(2)}  UAS ${((100 * heads) / words).toFixed(2)}  LAS ${((100 * both) / words).toFixed(2)}`;
}
