// `npm run bench -- NAME… [--data DIR]`: runs the named measurements (all without a name) and writes their sections
// into docs/accuracy.md and docs/speed.md. Each measurement is a module of this folder that exports `bench`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MissingData } from './missing-data.ts';

export interface BenchContext {
  /** Folder with the development corpora; may be missing: `need` says so plainly. */
  readonly data: string;
  /** Path of a corpus file. Throws MissingData with a plain message when it is not there. */
  need(path: string): string;
  /** Options after the names: `--file X`, `--errors 20`. */
  readonly options: Readonly<Record<string, string | undefined>>;
  say(line: string): void;
}

/** One measurement: `run` measures and returns the markdown of its section, without a heading. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly card: 'accuracy' | 'speed';
  run(context: BenchContext): Promise<string>;
}

const HEADS = {
  accuracy:
    '# Accuracy\n\nWritten by `npm run bench`. Every score with its data, split, metric and peers. Corpora are not part of the product; point `--data` at a folder that holds them.\n',
  speed: '# Speed\n\nWritten by `npm run bench`. Times vary with the machine: compare ratios taken in one run.\n',
};

/** Replaces or appends the section of `bench` in a card; sections stand sorted by name. */
export function putSection(card: string, head: string, bench: { name: string; title: string }, body: string): string {
  const sections = new Map(
    [...card.matchAll(/<!-- bench:(\S+) -->\n([\s\S]*?)<!-- end -->\n/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
  sections.set(bench.name, `## ${bench.title}\n\n${body.trim()}\n`);
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${head}\n${sorted.map(([name, text]) => `<!-- bench:${name} -->\n${text}<!-- end -->\n`).join('\n')}`;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      data: { type: 'string' },
      file: { type: 'string' },
      errors: { type: 'string' },
      part: { type: 'string' },
    },
  });
  const root = resolve(import.meta.dirname, '..');
  const data = resolve(typeof values['data'] === 'string' ? values['data'] : resolve(root, '../shared/data'));
  const names = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => name.slice(0, -'.bench.ts'.length))
    .sort();
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`bench: there is no “${unknown.join(', ')}”. Known: ${names.join(', ')}`);
    return 2;
  }
  let missing = 0;
  for (const name of positionals.length > 0 ? positionals : names) {
    const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
    console.log(`\n# ${bench.title}`);
    try {
      const body = await bench.run({
        data,
        need(path) {
          const file = resolve(data, path);
          if (!existsSync(file))
            throw new MissingData(`${file} is not there. Point --data at the folder that holds ${path}.`);
          return file;
        },
        options: values as Record<string, string | undefined>,
        say: (line) => console.log(line),
      });
      console.log(body);
      if (values['file'] !== undefined || values['part'] !== undefined) continue; // somebody's own file, or a part: printed, not recorded
      const file = resolve(root, `docs/${bench.card}.md`);
      writeFileSync(
        file,
        putSection(existsSync(file) ? readFileSync(file, 'utf8') : '', HEADS[bench.card], bench, body),
      );
    } catch (error) {
      if (!(error instanceof MissingData)) throw error;
      console.error(`bench ${name}: ${error.message}`);
      missing++;
    }
  }
  return missing > 0 ? 3 : 0;
}

if (import.meta.main) process.exitCode = await main();
