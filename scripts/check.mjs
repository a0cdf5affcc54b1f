// `npm run check`: types, format and lint, layers, lexicon and docs, in under a minute; every failure is told, then the code.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const quick = ['test/layers.test.ts', 'test/lexicon.test.ts', 'test/docs.test.ts', 'test/house.test.ts'].filter(
  (file) => existsSync(file),
);

const steps = [
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the page', bin('tsc'), ['-p', 'src/faces/web/tsconfig.json']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings']],
  ['layers, lexicon, docs', process.execPath, [vitest, 'run', '--reporter=dot', ...quick]],
];

const failed = [];
for (const [name, command, parameters] of steps) {
  const started = performance.now();
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`check: ${command} could not be started: ${error.message}`);
  if (status !== 0) failed.push(name);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
