// Every list of lexicon/ is whole: sourced, sorted, with the fields its head names.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LexiconError, parseList } from '../src/lexicon/read-list.ts';

const folder = resolve(import.meta.dirname, '../lexicon');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'));

describe('lexicon', () => {
  it('has lists', () => expect(names.length).toBeGreaterThan(0));
  it.each(names)('%s is whole', (name) => {
    const { rows } = parseList(readFileSync(join(folder, name), 'utf8'), name);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a broken list', () => {
  const head = '# words\n# source: ours\n# columns: word\tkind\n';
  it.each([
    ['too few fields', `${head}a\n`, /x\.tsv:4: 1 fields where "# columns:" names 2/],
    ['rows out of order', `${head}b\tn\na\tn\n`, /x\.tsv:5: "a" stands after "b"/],
    ['a key twice', `${head}a\tn\na\tv\n`, /x\.tsv:5: "a" twice/],
    ['an empty key', `${head}\tn\n`, /x\.tsv:4: the first field is empty/],
    ['no source', '# columns: word\na\n', /x\.tsv:2: rows before the line "# source/],
    ['no columns', 'a\tn\n', /x\.tsv:1: rows before the line "# columns/],
    ['a carriage return', `${head}a\tn\r\n`, /x\.tsv:4: a carriage return/],
  ])('is refused with file and line: %s', (_, content, message) => {
    expect(() => parseList(content, 'x.tsv')).toThrow(message);
    expect(() => parseList(content, 'x.tsv')).toThrow(LexiconError);
  });
  it('may repeat keys only when its head says so', () => {
    expect(
      parseList('# words\n# source: ours\n# keys: repeat\n# columns: word\tkind\na\tn\na\tv\n', 'x.tsv').rows,
    ).toHaveLength(2);
  });
});
