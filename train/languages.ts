// `node train/languages.ts`: the profiles of languages that the npm package eld holds in, model/languages.bin out.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { encodeLanguages, hashOf } from '../src/report/language-model.ts';

const folder = dirname(dirname(fileURLToPath(import.meta.resolve('eld/small'))));
const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(join(folder, file)).href)) as T;
const { ngramsData } = await load<{
  ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
}>('ngrams/small.js');
const { dictionary } = await load<{ dictionary: readonly string[] }>('dictionary.js');
const { avgScore } = await load<{ avgScore: Record<string, number> }>('avgScore.js');

/** Bytes above ASCII stand as characters of its own in the package's profiles. */
const byteOf = new Map(
  dictionary.flatMap((letter, byte): [string, number][] => (byte < 128 || letter === ' ' ? [] : [[letter, byte]])),
);
const tags = Object.values(ngramsData.languages);
const rows = Object.entries(ngramsData.ngrams)
  .map(([stretch, scores]) => {
    const bytes = Uint8Array.from(stretch, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
    return { key: hashOf(bytes, 0, bytes.length, false, false), scores };
  })
  .sort((a, b) => a.key - b.key);
if (new Set(rows.map(({ key }) => key)).size < rows.length) throw new Error('two stretches have one hash');
const entries: number[] = [];
const from = [0];
for (const { scores } of rows) {
  for (const [language, score] of Object.entries(scores)) entries.push(Number(language), score);
  from.push(entries.length / 2);
}
const file = encodeLanguages({
  tags,
  usual: tags.map((tag) => avgScore[tag] ?? 0),
  keys: Uint32Array.from(rows, ({ key }) => key),
  from: Uint32Array.from(from),
  entries: Uint8Array.from(entries),
});
const target = resolve(import.meta.dirname, '../model/languages.bin');
writeFileSync(target, file);
const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { version: string };
console.log(`${target}: ${tags.length} languages, ${rows.length} stretches, ${file.length} bytes, from eld ${version}`);
