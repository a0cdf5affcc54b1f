// The tagger and parser against treebanks: on given words as the treebank cuts them, and from raw text; speed and size.
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { basename, resolve } from 'node:path';
import { fromConllu } from '../src/grammar/conllu.ts';
import { loadModel, makeGrammar } from '../src/grammar/load-model.ts';
import { parse } from '../src/grammar/parse.ts';
import type { Parsed } from '../src/grammar/parsed.ts';
import { headOf, plainRelation, uposOf } from '../src/grammar/tree.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';
import { score } from './score.ts';
import { rawTreebank } from './treebank.ts';

const SHOWN = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'amod',
  'conj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'appos',
  'parataxis',
  'root',
  'punct',
];

/** Targets for the share of a relation's words that are found. */
const RECALL: Readonly<Record<string, number>> = { ccomp: 76, advcl: 66, conj: 74, appos: 60 };

/** Milliseconds of processor time that reading the model's files and making a grammar of them takes. */
function loading(): number {
  const from = process.cpuUsage();
  const model = (name: string) => readFileSync(resolve(import.meta.dirname, '../model', name));
  makeGrammar(model('grammar.bin'), model('words.bin'), model('parser.bin'));
  const used = process.cpuUsage(from);
  return (used.user + used.system) / 1000;
}

/** Bytes that live objects, buffers and WebAssembly's memories take. */
function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

interface Scores {
  upos: number;
  uas: number;
  las: number;
  readonly relations: Map<string, { right: number; gold: number; found: number }>;
}

/** Given words, predicted tags; heads and labels without punctuation, labels without subtypes, in per cent. */
function scoreGiven(gold: Parsed): Scores {
  const read = parse(gold.text);
  const relations = new Map<string, { right: number; gold: number; found: number }>();
  const of = (name: string) => {
    let entry = relations.get(name);
    if (!entry) {
      entry = { right: 0, gold: 0, found: 0 };
      relations.set(name, entry);
    }
    return entry;
  };
  let [tagged, words, heads, both] = [0, 0, 0, 0];
  for (let i = 0; i < gold.words.length; i++) {
    if (uposOf(gold, i) === uposOf(read, i)) tagged++;
    const [wanted, given] = [plainRelation(gold, i), plainRelation(read, i)];
    const right = headOf(gold, i) === headOf(read, i);
    of(wanted).gold++;
    of(given).found++;
    if (right && wanted === given) of(wanted).right++;
    if (wanted === 'punct') continue;
    words++;
    if (right) heads++;
    if (right && wanted === given) both++;
  }
  return { upos: (100 * tagged) / gold.words.length, uas: (100 * heads) / words, las: (100 * both) / words, relations };
}

/** LAS F1 from raw text: a word is right when its span, its head's span and its label are. */
function scoreRaw(conllu: string, gold: Parsed): number {
  const raw = rawTreebank(conllu);
  const read = parse(readText(readReport(raw.text, { type: 'text/plain' })));
  const spans = [...raw.words]
    .map((span) => span.split(':').map(Number) as [number, number])
    .sort((a, b) => a[0] - b[0]);
  const key = (at: number, head: number, label: string, place: (i: number) => string) =>
    `${place(at)} ${head < 0 ? 'root' : place(head)} ${label}`;
  const arcs = (parsed: Parsed, place: (i: number) => string) => {
    const set = new Set<string>();
    for (let i = 0; i < parsed.words.length; i++)
      if (plainRelation(parsed, i) !== 'punct') set.add(key(i, headOf(parsed, i), plainRelation(parsed, i), place));
    return set;
  };
  const wanted = arcs(gold, (i) => (spans[i] ?? []).join(':'));
  const found = arcs(read, (i) => `${read.text.tokens.start[i]}:${read.text.tokens.end[i]}`);
  let right = 0;
  for (const one of found) if (wanted.has(one)) right++;
  return score(right, found.size, wanted.size).f1;
}

export const bench: Bench = {
  name: 'grammar',
  title: 'Grammar',
  card: 'accuracy',
  async run({ need, options }) {
    const sets: [string, string, string][] = options['file']
      ? [[basename(options['file']), options['file'], '']]
      : [
          ['EWT dev', need('ud/en_ewt-dev.conllu.gz'), '96.5 / 88.5 / 86'],
          ['GUM dev (free part)', need('ud/en_gumfree-dev.conllu.gz'), '97.3 / 88.5 / 86'],
          ['our news, held out', resolve(import.meta.dirname, '../train/treebank/en_news-dev.conllu'), '– / – / 88'],
        ];
    const before = memory();
    loadModel();
    const held = (memory() - before) / 1e6;
    const load = Math.min(...Array.from({ length: 5 }, () => loading()));
    const lines = [
      'Development treebanks, given words, predicted tags; UAS and LAS without punctuation, labels without subtypes, in per cent. Published peers (test sets, with punctuation): UDPipe 1.2 EWT 94.4 / 84.4 / 81.1, GUM 94.1 / 82.0 / 77.9; UDPipe 2 (transformer) EWT 97.6 / 94.1 / 92.4. A feasibility study of the same kind of parser: EWT dev 95.6 / 85.8 / 82.5.',
      '',
      '| set | UPOS | UAS | LAS | target | LAS from raw text (target 80) |',
      '|---|---|---|---|---|---|',
    ];
    const tables: [string, Scores][] = [];
    for (const [name, file, target] of sets) {
      const conllu = readMaybeGzipped(file);
      const gold = fromConllu(conllu);
      const scores = scoreGiven(gold);
      const raw = conllu.includes('# text = ') ? scoreRaw(conllu, gold).toFixed(2) : '–';
      lines.push(
        `| ${name} | **${scores.upos.toFixed(2)}** | **${scores.uas.toFixed(2)}** | **${scores.las.toFixed(2)}** | ${target} | ${raw} |`,
      );
      tables.push([name, scores]);
    }
    lines.push(
      '',
      `| relation | ${tables.map(([name]) => `${name}: recall / precision`).join(' | ')} |`,
      `|---|${'---|'.repeat(tables.length)}`,
    );
    for (const relation of SHOWN) {
      const cells = tables.map(([name, { relations }]) => {
        const { right = 0, gold = 0, found = 0 } = relations.get(relation) ?? {};
        const wanted = name.startsWith('our') ? undefined : RECALL[relation];
        return gold === 0
          ? '–'
          : `${((100 * right) / gold).toFixed(0)} / ${((100 * right) / Math.max(1, found)).toFixed(0)}${wanted === undefined ? '' : ` (target ${wanted} / –)`}`;
      });
      lines.push(`| ${relation} | ${cells.join(' | ')} |`);
    }
    const model = resolve(import.meta.dirname, '../model');
    const size = ['grammar.bin', 'words.bin', 'parser.bin'].reduce(
      (sum, name) => sum + statSync(resolve(model, name)).size / 1e6,
      0,
    );
    const [, first = ''] = sets[0] ?? [];
    const text = fromConllu(readMaybeGzipped(first)).text;
    const rates: number[] = [];
    for (let run = 0; run < 16; run++) {
      const from = process.cpuUsage();
      const { words } = parse(text);
      for (let i = 0; i < words.length; i++) words.lemma(i);
      const used = process.cpuUsage(from);
      if (run >= 3) rates.push(words.length / ((used.user + used.system) / 1000));
    }
    lines.push(
      '',
      `Speed, tag + lemma + parse: **${Math.max(...rates).toFixed(0)} thousand words a second** of processor time on one core, best of 13 runs, at a load of ${(loadavg()[0] ?? 0).toFixed(0)} on ${availableParallelism()} cores (target 80; UDPipe 1.2 about 5.5 here). Model on disk ${size.toFixed(1)} MB (target 8), loaded in ${load.toFixed(0)} ms of processor time, best of 5 (target 150), ${held.toFixed(0)} MB of memory (target 100).`,
    );
    return lines.join('\n');
  },
};
