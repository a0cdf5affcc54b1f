// Words and sentences against the development treebanks, with wink-nlp measured in the same run; and the speed.
import { createRequire } from 'node:module';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import type { Pieces } from '../src/text/text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';
import { median, setScore, shown } from './score.ts';
import { rawTreebank } from './treebank.ts';

interface Cut {
  readonly words: Set<string>;
  readonly sentences: Set<string>;
  readonly ends: Set<number>;
}

const spans = ({ length, start, end }: Pieces) => new Set(Array.from({ length }, (_, i) => `${start[i]}:${end[i]}`));

function ours(text: string): Cut {
  const { tokens, sentences } = readText(readReport(text));
  return { words: spans(tokens), sentences: spans(sentences), ends: new Set(sentences.end) };
}

/** wink-nlp on each paragraph; it gives no offsets, so its tokens are found one after another. */
function makeWink(): (text: string) => Cut {
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']);
  return (text) => {
    const cut: Cut = { words: new Set(), sentences: new Set(), ends: new Set() };
    let at = 0;
    for (const paragraph of text.split('\n\n')) {
      const doc = wink.readDoc(paragraph);
      doc.sentences().each((sentence: { tokens(): { each(visit: (token: { out(): string }) => void): void } }) => {
        let first = -1;
        sentence.tokens().each((token) => {
          const form = token.out();
          const start = text.indexOf(form, at);
          if (start < 0) return;
          if (first < 0) first = start;
          at = start + form.length;
          cut.words.add(`${start}:${at}`);
        });
        if (first >= 0) {
          cut.sentences.add(`${first}:${at}`);
          cut.ends.add(at);
        }
      });
    }
    return cut;
  };
}

export const bench: Bench = {
  name: 'text',
  title: 'Words and sentences',
  card: 'accuracy',
  async run({ need, options }) {
    const wink = makeWink();
    const sets: [string, string, number][] = options['file']
      ? [[options['file'], options['file'], 0]]
      : [
          ['EWT dev', need('ud/en_ewt-dev.conllu.gz'), 92],
          ['GUM dev (free part)', need('ud/en_gumfree-dev.conllu.gz'), 96.5],
        ];
    const lines = [
      'Raw text rebuilt from the development treebanks with paragraphs kept; precision / recall / F1 in per cent over character spans. Words are Universal Dependencies syntactic words.',
      '',
      '| set | reader | words | sentence ends | whole sentences |',
      '|---|---|---|---|---|',
    ];
    for (const [name, file, target] of sets) {
      const gold = rawTreebank(readMaybeGzipped(file));
      for (const [reader, cut] of [
        ['Recount', ours(gold.text)],
        ['wink-nlp 2.4.0', wink(gold.text)],
      ] as const) {
        lines.push(
          `| ${name} | ${reader} | ${shown(setScore(gold.words, cut.words))} | ${shown(setScore(gold.ends, cut.ends))} | ${shown(setScore(gold.sentences, cut.sentences))} |`,
        );
      }
      if (target > 0) lines.push(`| | target | ≥ 98.5 | ≥ ${target} | – |`);
    }
    const text = readMaybeGzipped(need('texts/wikinews.jsonl.gz'))
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .join('\n\n');
    const report = readReport(text);
    const time = (run: () => number): number => {
      const rates: number[] = [];
      for (let i = 0; i < 12; i++) {
        const started = performance.now();
        const tokens = run();
        if (i >= 3) rates.push(tokens / (performance.now() - started) / 1000);
      }
      return median(rates);
    };
    const rate = time(() => readText(report).tokens.length);
    const peer = time(() => wink(text).words.size);
    lines.push(
      '',
      `Speed, one core, same run, ${(text.length / 1e6).toFixed(1)} million characters of Wikinews: **${rate.toFixed(2)} million words a second** (words, sentences and quotations); wink-nlp with offsets found ${peer.toFixed(2)} million; ratio ${(rate / peer).toFixed(1)}.`,
    );
    return lines.join('\n');
  },
};
