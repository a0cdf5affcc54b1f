// Filed lists: a file gives for each word what the lists do, whether one word is asked for or all are.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../reading/read.ts';
import { FILINGS, Filed, grouped } from './filed.ts';
import { encodeFiled, openFiled } from './filed-file.ts';

describe('a file of filed lists', () => {
  const groups = new Map([...FILINGS].map(([name, rows]) => [name, grouped(rows())]));
  let folder = '';
  const file = (name: string) => pathToFileURL(join(folder, name));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recount-filed-'));
    writeFileSync(file('whole'), encodeFiled(groups));
    writeFileSync(file('other'), 'no lists, but long enough to be asked');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has the lists of all that reads a report', () => {
    expect([...groups.keys()]).toEqual(
      expect.arrayContaining(['actors/named', 'events/verbs', 'events/verb-forms', 'events/contexts']),
    );
  });

  it('gives the rows of each word alone, none of a word that it lacks, and all in order', () => {
    for (const [name, rows] of groups) {
      // opened anew, so that a word is found where nothing else of the list was read
      const alone = openFiled(file('whole'))(name);
      const words = [...rows.keys()];
      for (const word of words.filter((_, i) => i % 40 === 0)) {
        expect(alone?.may(word), `${name}: ${word}`).toBe(true);
        // a row of no fields comes back as one of an empty one
        expect(alone?.rows(word)?.map((row) => row.join('\t'))).toEqual(rows.get(word)?.map((row) => row.join('\t')));
        expect(alone?.rows(`${word}\u2603`)).toBeNull();
      }
      const all = [...(openFiled(file('whole'))(name)?.all() ?? [])];
      expect(all.map(([word]) => word)).toEqual(words);
      expect(all.map(([, of]) => of.join('\n'))).toEqual([...rows.values()].map((of) => of.join('\n')));
    }
  });

  it('is nothing where nothing was built, and refused when it is something else', () => {
    expect(openFiled(file('none'))('events/verbs')).toBeNull();
    expect(openFiled(file('whole'))('no such list')).toBeNull();
    expect(() => openFiled(file('other'))).toThrow(RangeError);
    expect(() => encodeFiled(new Map([['x', new Map([['word', [['a\tb']]]])]]))).toThrow(RangeError);
  });
});

it('what is filed is looked up by word, its rows in order', () => {
  const filed = new Filed(
    'test',
    () => [
      ['one', ['1', 'a']],
      ['two', ['2', '']],
      ['one', ['3', 'c']],
    ],
    (rows, word) => `${word}: ${rows.map((row) => row.join()).join(' ')}`,
  );
  expect(filed.get('one')).toBe('one: 1,a 3,c');
  expect(filed.has('two')).toBe(true);
  expect(filed.get('three')).toBeUndefined();
  expect([...filed.words()]).toEqual(['one', 'two']);
  FILINGS.delete('test');
});
