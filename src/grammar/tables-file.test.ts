// Tables written to a file and read again parse as the model files do; files that hold none.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { toConllu } from './conllu.ts';
import { type Grammar, makeGrammar, modelFiles, readGrammar } from './load-model.ts';
import { parse } from './parse.ts';
import { encodeTables, readTables } from './tables-file.ts';

const SAMPLE = resolve(import.meta.dirname, '../../samples/01-port-averin-strike.txt');

describe('a file of tables', () => {
  let folder = '';
  let bytes: Uint8Array = new Uint8Array();
  const file = (name: string) => pathToFileURL(join(folder, name));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recount-tables-'));
    const [model, words] = modelFiles();
    bytes = encodeTables(model, words);
    writeFileSync(file('whole'), bytes);
    writeFileSync(file('short'), bytes.subarray(0, bytes.length - 1));
    writeFileSync(file('other'), 'not tables, but long enough to be asked');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('parses as the model files do', () => {
    const read = readGrammar(file('whole')) as Grammar;
    const made = makeGrammar(...modelFiles());
    expect(read.names).toEqual(made.names);
    expect(read.sure).toEqual(made.sure);
    const text = readText(readReport(readFileSync(SAMPLE)));
    expect(toConllu(parse(text, read))).toBe(toConllu(parse(text, made)));
  });

  it('is null where nothing was built', () => {
    expect(readTables(file('none'))).toBeNull();
  });

  it('is refused when it is cut short or something else', () => {
    expect(() => readTables(file('short'))).toThrow(RangeError);
    expect(() => readTables(file('other'))).toThrow(RangeError);
  });
});
