// Treebank files in, their text out, without documents whose licence is in doubt.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export function readMaybeGzipped(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Documents of a folder's treebanks whose text licence is in doubt: its `*-licences.tsv` name them. */
export const doubtfulIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('-licences.tsv'))
      .flatMap((name) => readMaybeGzipped(join(folder, name)).split('\n'))
      .map((line) => line.split('\t'))
      .filter((row) => row[4] === 'doubt')
      .map(([document = '']) => document),
  );

/** CoNLL-U without the sentences of these documents. */
export function withoutDocuments(conllu: string, documents: ReadonlySet<string>): string {
  if (documents.size === 0) return conllu;
  let keep = true;
  return conllu
    .split(/\n\n+/)
    .filter((block) => {
      const document = /^# newdoc id = (\S+)/m.exec(block)?.[1];
      if (document !== undefined) keep = !documents.has(document);
      return keep;
    })
    .join('\n\n');
}
