// The package in a project of somebody else: compiled, installed beside it, with its types, and run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'recount-project-'));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const run = (...parameters: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: project, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

beforeAll(() => {
  const installed = join(project, 'node_modules/recount');
  mkdirSync(installed, { recursive: true });
  // `npm test` has just compiled it
  if (process.env['RECOUNT_BUILT']) cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  else
    expect(run(tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(installed, 'dist'))).toMatchObject({
      status: 0,
    });
  for (const part of ['package.json', 'model', 'lexicon'])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2023',
        module: 'nodenext',
        types: [],
        skipLibCheck: false,
        noUncheckedIndexedAccess: true,
      },
      files: ['use.ts', 'misuse.ts'],
    }),
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

it('is imported with its types, parses, and lets a wrong use not compile', () => {
  writeFileSync(
    join(project, 'use.ts'),
    `import { compilePattern, headOf, type Parsed, parse, relationOf, type Upos, uposOf } from 'recount/grammar';
import { readReport } from 'recount/report';
import { readText, tokenText } from 'recount/text';

declare const console: { log(line: string): void };
const parsed: Parsed = parse(readText(readReport('The rebels attacked the village.')));
for (let i = 0; i < parsed.words.length; i++) {
  const upos: Upos = uposOf(parsed, i);
  console.log([tokenText(parsed.text, i), parsed.words.lemma(i), upos, relationOf(parsed, i), headOf(parsed, i)].join(' '));
}
const attack = compilePattern({ lemma: ['attack'], children: [{ relation: ['nsubj'], as: 'who' }] });
const found = new Int32Array(attack.names.length);
console.log(String(attack.first(parsed, 0, found)));
`,
  );
  writeFileSync(
    join(project, 'misuse.ts'),
    `import { parse } from 'recount/grammar';
// @ts-expect-error: a string is no text that was cut into words
parse('The rebels attacked the village.');
`,
  );
  expect(run(tsc, '-p', '.')).toEqual({ status: 0, said: '' });
  const { status, said } = run('use.js');
  expect(status, said).toBe(0);
  expect(said.trim().split('\n')).toEqual([
    'The the DET det 1',
    'rebels rebel NOUN nsubj 2',
    'attacked attack VERB root -1',
    'the the DET det 4',
    'village village NOUN obj 2',
    '. . PUNCT punct 2',
    '2',
  ]);
});
