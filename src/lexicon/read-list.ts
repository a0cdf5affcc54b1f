// A lexicon file in, its rows out: tab-separated, sorted, every list naming its columns and source.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * One list of words. Its file begins with comment lines:
 * `# what it is`, `# source: where the facts come from`, `# columns: name<TAB>country<TAB>…`; then one row a line,
 * sorted by the first column in code-unit order, no key twice unless the head says `# keys: repeat`.
 */
export interface List {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A lexicon file that cannot be used: the message names file, line and what to do. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

const FOLDER = new URL('../../lexicon/', import.meta.url);
const kept = new Map<string, List>();

/** Reads `lexicon/<name>.tsv` once and keeps it. Throws LexiconError with file and line on a bad line. */
export function readList(name: string): List {
  const known = kept.get(name);
  if (known) return known;
  const file = fileURLToPath(new URL(`${name}.tsv`, FOLDER));
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new LexiconError(`lexicon/${name}.tsv cannot be read: is the package whole?`, { cause });
  }
  const list = parseList(content, `lexicon/${name}.tsv`);
  kept.set(name, list);
  return list;
}

/** Parses the content of a list; `file` is only for messages. Throws LexiconError. */
export function parseList(content: string, file: string): List {
  let columns: string[] | null = null;
  let sourced = false;
  let repeat = false;
  let last: string | null = null;
  const rows: string[][] = [];
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    const at = `${file}:${index + 1}`;
    if (line.startsWith('#')) {
      if (line.startsWith('# columns: ')) columns = line.slice('# columns: '.length).split('\t');
      if (line.startsWith('# source: ')) sourced = true;
      if (line.trim() === '# keys: repeat') repeat = true;
      return;
    }
    if (!columns) throw new LexiconError(`${at}: rows before the line "# columns: …"`);
    if (!sourced) throw new LexiconError(`${at}: rows before the line "# source: …"`);
    if (line.includes('\r')) throw new LexiconError(`${at}: a carriage return; save the file with line feeds only`);
    const row = line.split('\t');
    if (row.length !== columns.length) {
      throw new LexiconError(
        `${at}: ${row.length} fields where "# columns:" names ${columns.length}: ${JSON.stringify(line)}`,
      );
    }
    const key = row[0] ?? '';
    if (key === '' || key !== key.trim())
      throw new LexiconError(`${at}: the first field is empty or padded: ${JSON.stringify(line)}`);
    if (last !== null && key < last)
      throw new LexiconError(`${at}: "${key}" stands after "${last}"; keep the rows sorted by the first field`);
    if (key === last && !repeat) throw new LexiconError(`${at}: "${key}" twice; remove one`);
    last = key;
    rows.push(row);
  });
  if (!columns) throw new LexiconError(`${file}: no line "# columns: …"`);
  return { columns, rows };
}
