// Imports run one way, and nothing left of store/ reads the clock, zone, locale, environment, disk or randomness.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const LAYERS = [
  'report',
  'lexicon',
  'text',
  'grammar',
  'mentions',
  'reading',
  'record',
  'store',
  'operations',
  'faces',
] as const;
type Layer = (typeof LAYERS)[number];

/** What each layer may import besides itself. */
const MAY: Record<Layer, readonly Layer[]> = {
  report: [],
  lexicon: [],
  text: ['report', 'lexicon'],
  grammar: ['report', 'lexicon', 'text'],
  mentions: ['report', 'lexicon', 'text', 'grammar'],
  reading: ['report', 'lexicon', 'text', 'grammar', 'mentions'],
  record: ['report', 'lexicon', 'reading'],
  store: ['report', 'reading', 'record'],
  operations: ['report', 'lexicon', 'text', 'grammar', 'mentions', 'reading', 'record', 'store'],
  faces: ['report', 'text', 'grammar', 'reading', 'operations'],
};

/** Left of store/: what would make two machines read the same bytes differently. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b/, 'the clock'],
  [/\bgetTimezoneOffset\b|\.get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(/, 'the machine’s time zone'],
  [/\.toLocale\w*\(|\bIntl\.|\blocaleCompare\b/, 'the locale'],
  [/\bprocess\.(?:env|argv|cwd|platform)\b/, 'the environment'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, 'randomness'],
  [/\bsetTimeout\b|\bsetInterval\b|\bfetch\(/, 'timers or the network'],
];
const DISK = /from 'node:(?:fs|os|child_process|net|http|https|worker_threads)[^']*'/;
/** The only files left of store/ that may read the disk: they load what ships with the package. */
const LOADERS = new Set([
  'lexicon/lazy-file.ts',
  'lexicon/read-list.ts',
  'report/language-model.ts',
  'grammar/load-model.ts',
  'grammar/tables-file.ts',
  'mentions/places/load-gazetteer.ts',
]);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));
const layerOf = (name: string): Layer | null => LAYERS.find((layer) => name.startsWith(`${layer}/`)) ?? null;

describe('layers', () => {
  it('sees the source', () => expect(files.length).toBeGreaterThan(10));

  it('imports run one way', () => {
    const wrong: string[] = [];
    for (const name of files) {
      const layer = layerOf(name);
      if (!layer) continue;
      const content = readFileSync(join(SRC, name), 'utf8');
      for (const [, target = ''] of content.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)) {
        const to = layerOf(relative(SRC, resolve(SRC, dirname(name), target)).replaceAll('\\', '/'));
        if (to && to !== layer && !MAY[layer].includes(to)) wrong.push(`${name} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('nothing left of store/ reads the machine', () => {
    const left = LAYERS.slice(0, LAYERS.indexOf('store'));
    const wrong: string[] = [];
    for (const name of files) {
      const layer = layerOf(name);
      if (!layer || !left.includes(layer)) continue;
      const code = readFileSync(join(SRC, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
      for (const [pattern, what] of FORBIDDEN) if (pattern.test(code)) wrong.push(`${name} reads ${what}`);
      if (DISK.test(code) && !LOADERS.has(name)) wrong.push(`${name} reads the disk or the machine`);
    }
    expect(wrong).toEqual([]);
  });

  it('no file is over 500 lines', () => {
    const long = files.filter((name) => readFileSync(join(SRC, name), 'utf8').split('\n').length > 500);
    expect(long).toEqual([]);
  });
});
