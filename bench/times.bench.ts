// Times against TimeBank, AQUAINT and WikiWars by TempEval-3's measures: strict and relaxed spans, value.
import { parse } from '../src/grammar/parse.ts';
import type { Parsed } from '../src/grammar/parsed.ts';
import { findTimes } from '../src/mentions/times/find-times.ts';
import { readReport } from '../src/report/read-report.ts';
import type { Span } from '../src/report/span.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';
import { score, shown } from './score.ts';

interface Gold extends Span {
  readonly value: string | null;
  readonly type: string | null;
}

interface Document {
  readonly text: string;
  readonly published?: string;
  readonly timexes: readonly Gold[];
}

/** TIMEX3 values compared as TempEval-3 does, by the string; a missing T before day parts counts alike. */
const plain = (value: string | null): string =>
  (value ?? '').replace(/(\d{4}-\d\d-\d\d)T?(MO|AF|EV|NI)$/, '$1T$2').toUpperCase();

const SETS: readonly (readonly [string, string, string, string])[] = [
  ['TimeBank', 'times/timebank.jsonl.gz', '78', 'Recognizers-Text 71.1 / 87.2 / 53.9, chrono-node 52.1 / 70.8 / 44.2'],
  ['AQUAINT', 'times/aquaint.jsonl.gz', '82', 'Recognizers-Text 78.7 / 87.5 / 63.4, chrono-node 61.2 / 82.6 / 58.9'],
  ['WikiWars', 'times/wikiwars.jsonl.gz', '–', 'chrono-node 50.4 / 69.0 / 28.0'],
];

export const bench: Bench = {
  name: 'times',
  title: 'Times',
  card: 'accuracy',
  async run({ need, options }) {
    const lines = [
      'Development sets; TempEval-3 measures in per cent (precision / recall / F1). Value F1 is the share of right values among relaxed matches times relaxed F1. Peers: strict / relaxed / value F1, measured with adapters on the same sets.',
      '',
      '| set | strict span | relaxed span | value F1 | target | peers |',
      '|---|---|---|---|---|---|',
    ];
    let characters = 0;
    const all: Parsed[] = [];
    for (const [name, path, target, peers] of SETS) {
      let [strict, relaxed, valued, found, gold] = [0, 0, 0, 0, 0];
      const wrong = new Map<string, number>();
      for (const line of readMaybeGzipped(need(path)).split('\n').filter(Boolean)) {
        const document = JSON.parse(line) as Document;
        const parsed = parse(
          readText(
            readReport(document.text, {
              type: 'text/plain',
              ...(document.published ? { published: document.published } : {}),
            }),
          ),
        );
        const { mentions } = findTimes(parsed);
        all.push(parsed);
        characters += document.text.length;
        found += mentions.length;
        gold += document.timexes.length;
        const free = new Set(mentions);
        for (const one of document.timexes) {
          const hit = [...free]
            .filter(({ span }) => span.start < one.end && one.start < span.end)
            .sort(
              (a, b) =>
                Number(b.span.start === one.start && b.span.end === one.end) -
                Number(a.span.start === one.start && a.span.end === one.end),
            )[0];
          if (!hit) {
            count(wrong, 'missed');
            continue;
          }
          free.delete(hit);
          relaxed++;
          if (hit.span.start === one.start && hit.span.end === one.end) strict++;
          if (plain(hit.value.value) === plain(one.value)) valued++;
          else count(wrong, `value by ${hit.rule}`);
        }
        for (const one of free) count(wrong, `false alarm by ${one.rule}`);
      }
      const loose = score(relaxed, found, gold);
      lines.push(
        `| ${name} | ${shown(score(strict, found, gold))} | ${shown(loose)} | **${((loose.f1 * valued) / Math.max(1, relaxed)).toFixed(1)}** | ${target} | ${peers} |`,
      );
      const common = [...wrong].sort(([, a], [, b]) => b - a).slice(0, Number(options['errors'] ?? 10));
      lines.push(`| | commonest errors: ${common.map(([what, times]) => `${what} ${times}`).join(', ')} | | | | |`);
    }
    const rounds = Array.from({ length: 7 }, () => {
      const started = process.cpuUsage();
      for (const parsed of all) findTimes(parsed);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    });
    lines.push(
      '',
      `Speed: ${((Math.min(...rounds) / characters) * 3000).toFixed(3)} ms of processor time a 500-word report once parsed, best of 7 rounds over all sets (target 0.13).`,
    );
    return lines.join('\n');
  },
};

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
