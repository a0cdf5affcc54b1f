// `node train/parser/words.ts --out FOLDER [--data FOLDER]`: treebanks and our own sentences in, what the network trains on out.
//
// One JSON file a set, its words in flat lists: what src/grammar knows of each, its gold tag, head and relation, and the
// tag that a tagger gave it which had not seen the sentence.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tagSentence } from '../../src/grammar/analyse.ts';
import { loadModel } from '../../src/grammar/load-model.ts';
import { tagSetPhrases, verbTags } from '../../src/grammar/set-phrases.ts';
import type { TagInput } from '../../src/grammar/tag-features.ts';
import { wordHashes } from '../../src/grammar/word-hashes.ts';
import { decodeWordList } from '../../src/grammar/word-list.ts';
import { readReport } from '../../src/report/read-report.ts';
import { readText } from '../../src/text/read-text.ts';
import { type Corpus, Inventory, readCorpus } from '../corpus.ts';
import { exactTagger } from '../exact-tagger.ts';
import { jackknife, trainTagger } from '../train-tagger.ts';
import { doubtfulIn, readMaybeGzipped, withoutDocuments } from '../treebanks.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(root, '../shared/data/ud') },
    out: { type: 'string' },
  },
});
if (values.out === undefined || !existsSync(values.data)) {
  console.error(
    `words: give --out FOLDER to write to, and --data FOLDER with the treebanks (${values.data} ${existsSync(values.data) ? 'is there' : 'is not there'}).`,
  );
  process.exit(2);
}
const { data, out: folder } = values as { data: string; out: string };
mkdirSync(folder, { recursive: true });

const FOLDS = 5;
const TAG_ROUNDS = 6;
const JACKKNIFE_ROUNDS = 3;
/** Features of a word that the network looks up, by their name in the files. */
const FEATURES = [
  'form',
  'shape',
  'suffix4',
  'suffix3',
  'suffix2',
  'prefix3',
  'lexical',
  'doing',
  'about',
  'elsewhere',
] as const;

const lexicon = decodeWordList(readFileSync(resolve(root, 'model/words.bin')));
const tags = new Inventory();
const labels = new Inventory();
/** Documents whose text licence is in doubt stay out. */
const doubtful = doubtfulIn(data);
const own = resolve(root, 'train/treebank');
const filesOf = (part: string): string[] =>
  [data, own].flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.includes(`-${part}.conllu`))
      .sort()
      .map((name) => join(place, name)),
  );

function write(name: string, words: Readonly<Record<string, ArrayLike<number>>>): void {
  const plain = Object.fromEntries(Object.entries(words).map(([key, list]) => [key, Array.from(list)]));
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(plain));
}
function writeCorpus(name: string, { first, input, tag, head, label }: Corpus, given: Int32Array): void {
  const features = Object.fromEntries(FEATURES.map((key) => [key, input[key]]));
  write(name, { first, ...features, given, tag, head, label });
}

const corpus = readCorpus(
  filesOf('train')
    .map((file) => withoutDocuments(readMaybeGzipped(file), doubtful))
    .join('\n\n'),
  tags,
  labels,
  true,
  lexicon,
);
writeCorpus(
  'train',
  corpus,
  jackknife(corpus, tags.names.length, FOLDS, JACKKNIFE_ROUNDS, (rows) =>
    exactTagger(rows, tags.names.length, corpus.input),
  ),
);
const tagger = trainTagger(corpus, tags.names.length, TAG_ROUNDS, () => true, 1).averaged(2);
const development: string[] = [];
for (const file of filesOf('dev')) {
  const dev = readCorpus(readMaybeGzipped(file), tags, labels, false, lexicon);
  const given = new Int32Array(dev.tokens.length);
  const tag = exactTagger(tagger, tags.names.length, dev.input);
  for (let s = 0; s + 1 < dev.first.length; s++) tag(dev.first[s] as number, dev.first[s + 1] as number, given);
  development.push(`dev${development.length + 1}`);
  writeCorpus(development.at(-1) as string, dev, given);
}
writeFileSync(
  join(folder, 'names.json'),
  JSON.stringify({ tags: tags.names, labels: labels.names, development, news: newsFrom(corpus) }),
);

/** The first sentence of our own news trees, which stand last. */
function newsFrom({ first }: Corpus): number {
  const ours = readCorpus(readMaybeGzipped(join(own, 'en_news-train.conllu')), tags, labels, false, lexicon);
  return first.length - ours.first.length;
}

/** Sentences of ours without trees: the event list's examples, the tests' cases, the samples. */
function ownSentences(): string[] {
  const found = readMaybeGzipped(join(root, 'lexicon/en/events/examples.tsv'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[0] as string);
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.cases'))
      for (const line of readMaybeGzipped(join(root, 'src', name)).split('\n'))
        if (/^[A-Z“"{]/.test(line)) found.push(line.replace(/[{}]/g, ''));
  for (const name of readdirSync(join(root, 'samples')).sort())
    if (name.endsWith('.txt')) found.push(readMaybeGzipped(join(root, 'samples', name)));
  return found;
}

const grammar = loadModel();
if (JSON.stringify(grammar.names.tags) !== JSON.stringify(tags.names))
  throw new RangeError('model/grammar.bin has other tags than these treebanks: run `npm run train` on them first');
const verbs = verbTags(grammar.names.tags);
const lists: Record<(typeof FEATURES)[number] | 'first' | 'given', number[]> = {
  first: [0],
  given: [],
  form: [],
  shape: [],
  suffix4: [],
  suffix3: [],
  suffix2: [],
  prefix3: [],
  lexical: [],
  doing: [],
  about: [],
  elsewhere: [],
};
const seen = new Set<string>();
for (const one of ownSentences()) {
  const { tokens, sentences, report } = readText(readReport(one, { type: 'text/plain' }));
  const input: TagInput = wordHashes(report.text, tokens, grammar.known);
  const given = new Int32Array(tokens.length);
  for (let s = 0; s < sentences.length; s++) {
    const from = sentences.firstToken[s] as number;
    const to = sentences.endToken[s] as number;
    const words = report.text.slice(tokens.start[from], tokens.end[to - 1]);
    if (to - from < 5 || to - from > 80 || seen.has(words)) continue;
    seen.add(words);
    tagSentence(grammar, input, from, to, given);
    tagSetPhrases(input, given, from, to, verbs);
    for (let i = from; i < to; i++) {
      for (const key of FEATURES) lists[key].push(input[key][i] as number);
      lists.given.push(given[i] as number);
    }
    lists.first.push(lists.given.length);
  }
}
write('own', lists);
console.log(
  `${corpus.first.length - 1} sentences with trees, ${lists.first.length - 1} of ours without, ${development.length} sets to develop on, ${tags.names.length} tags, ${labels.names.length} relations in ${folder}`,
);
