// `node train/words.ts --wordnet DIR`: WordNet's index files in, the compact list model/words.bin out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hashLower } from '../src/grammar/hash.ts';
import {
  ADJECTIVE,
  ADVERB,
  encodeWordList,
  GERUND,
  NOUN,
  PAST,
  PLURAL,
  THIRD,
  VERB,
} from '../src/grammar/word-list.ts';

const { values } = parseArgs({ options: { wordnet: { type: 'string', default: '/usr/share/wordnet' } } });
const folder = values.wordnet;
const words = new Map<number, number>();
const put = (form: string, bits: number) => {
  if (!/^[a-z][a-z'.-]*$/.test(form)) return;
  const hash = hashLower(form, 0, form.length);
  words.set(hash, (words.get(hash) ?? 0) | bits);
};
const lines = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
const lemmas = (name: string) =>
  lines(`index.${name}`)
    .map((line) => line.slice(0, line.indexOf(' ')))
    .filter((word) => !word.includes('_'));
const irregular = (name: string) =>
  lines(`${name}.exc`)
    .map((line) => line.split(' '))
    .filter(([form = '']) => !form.includes('_'));

const sForm = (word: string) =>
  /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
const doubled = (word: string) => (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? `${word}${word.at(-1)}` : word);
const stem = (word: string) => (word.endsWith('e') ? word.slice(0, -1) : doubled(word));

for (const word of lemmas('noun')) {
  put(word, NOUN);
  put(sForm(word), PLURAL);
}
for (const word of lemmas('verb')) {
  put(word, VERB);
  put(sForm(word), THIRD);
  put(/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem(word)}ed`, PAST);
  put(/ie$/.test(word) ? `${word.slice(0, -2)}ying` : `${/ee$/.test(word) ? word : stem(word)}ing`, GERUND);
}
for (const word of lemmas('adj')) put(word, ADJECTIVE);
for (const word of lemmas('adv')) put(word, ADVERB);
for (const [form = ''] of irregular('noun')) put(form, PLURAL);
for (const [form = ''] of irregular('verb')) put(form, /ing$/.test(form) ? GERUND : /s$/.test(form) ? THIRD : PAST);
for (const [form = ''] of irregular('adj')) put(form, ADJECTIVE);

const out = resolve(import.meta.dirname, '../model/words.bin');
const bytes = encodeWordList(words);
writeFileSync(out, bytes);
console.log(`${words.size} forms, ${bytes.length} bytes`);
