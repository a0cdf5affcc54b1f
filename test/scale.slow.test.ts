// The shell recipes of docs/scale.md: split, read apart and joined again, the readings are those of one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'recount-scale-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unix = process.platform !== 'win32' && spawnSync('split', ['--version']).status === 0;

/** The recipes of the page, each a block of shell. */
const recipes = [...readFileSync(join(root, 'docs/scale.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, code = '']) => code,
);
const recipe = recipes.find((code) => code.includes('split -n'));

describe.skipIf(!unix)('the shell recipe', () => {
  it('gives the readings of one run, in order', () => {
    const main = join(root, 'src/faces/cli/main.ts');
    const script = `import { main } from ${JSON.stringify(main)}; process.exitCode = await main(process.argv.slice(1));`;
    const command = join(folder, 'recount');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' --input-type=module --eval '${script}' "$@"\n`);
    chmodSync(command, 0o755);
    const lines = Array.from({ length: 60 }, (_, n) =>
      JSON.stringify({
        doc: n,
        text: `At least ${n + 2} people were hurt on Tuesday, said the mayor, Ilse Varga.`,
        published: '2026-03-19',
      }),
    );
    writeFileSync(join(folder, 'reports.jsonl'), `${lines.join('\n')}\n`);
    const shell = (code: string) =>
      execFileSync('sh', ['-c', code], {
        cwd: folder,
        env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
        encoding: 'utf8',
        maxBuffer: 100_000_000,
      });
    const whole = shell('recount read --jsonl < reports.jsonl');
    expect(whole.trim().split('\n')).toHaveLength(60);
    expect(recipe).toContain('xargs');
    shell(recipe?.replaceAll('l/8', 'l/2').replaceAll('-P 8', '-P 2') ?? '');
    expect(readFileSync(join(folder, 'readings.jsonl'), 'utf8')).toBe(whole);
    shell('gzip -k reports.jsonl; gzip -dc reports.jsonl.gz | recount read --jsonl | gzip > readings.jsonl.gz');
    expect(shell('gzip -dc readings.jsonl.gz')).toBe(whole);
  });
});
