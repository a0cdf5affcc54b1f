// Pronouns and titles of our own marked reports; persons and bodies of re3d's documents; sources of PolNeAR that have an actor.
import { readFileSync } from 'node:fs';
import { parse } from '../src/grammar/parse.ts';
import { findActors } from '../src/mentions/actors/find-actors.ts';
import { checkMarked } from '../src/mentions/coreference/checked.ts';
import { findStatements } from '../src/mentions/statements/find-statements.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';

interface Entity {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const rows = <T>(file: string): T[] =>
  readMaybeGzipped(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
const percent = (a: number, b: number) => `${((100 * a) / Math.max(1, b)).toFixed(1)} %`;

export const bench: Bench = {
  name: 'actors',
  title: 'Actors: who is who',
  card: 'accuracy',
  async run({ need, options }) {
    const marked = checkMarked(
      readFileSync(new URL('../src/mentions/coreference/checked.txt', import.meta.url), 'utf8'),
    );
    const byType = new Map<string, [found: number, all: number]>();
    for (const { text, entities } of rows<{ text: string; entities: Entity[] }>(need('texts/re3d.jsonl.gz'))) {
      const report = readReport(text);
      const shift = Math.max(0, text.indexOf(report.text));
      const cast = findActors(parse(readText(report)));
      for (const { type, start, end } of entities) {
        if (type !== 'Person' && type !== 'Organisation') continue;
        const counts = byType.get(type) ?? [0, 0];
        counts[1]++;
        if (cast.mentions.some(({ span }) => span.start + shift < end && start < span.end + shift)) counts[0]++;
        byType.set(type, counts);
      }
    }
    let statements = 0;
    let printed = 0;
    let known = 0;
    for (const { text, published } of rows<{ text: string; published?: string }>(
      options['file'] ?? need('quotes/polnear.dev.jsonl.gz'),
    )) {
      const parsed = parse(readText(readReport(text, published ? { published } : {})));
      for (const { value } of findStatements(parsed, findActors(parsed)).statements) {
        statements++;
        if (value.speakerSpan) printed++;
        if (value.speaker !== null) known++;
      }
    }
    return [
      '| what | text | result |',
      '|---|---|---|',
      `| pronouns and titles resolved rightly, of those resolved | ${marked.marked} marked by hand in short reports of our own (\`src/mentions/coreference/checked.txt\`) | ${percent(marked.right, marked.resolved)} (target 85) |`,
      `| left unresolved | the same | ${marked.marked - marked.resolved} |`,
      ...[...byType]
        .sort()
        .map(
          ([type, [found, all]]) =>
            `| ${type.toLowerCase()}s touched by a mention | re3d, ${all} marked (98 documents on Syria and Iraq) | ${percent(found, all)} |`,
        ),
      `| statements whose speaker is printed | PolNeAR, development part, ${statements} statements | ${percent(printed, statements)} |`,
      `| statements whose speaker is an actor of the cast | the same | ${percent(known, statements)} |`,
      '',
      `Wrong on our own text: ${marked.wrong.length === 0 ? 'none' : marked.wrong.join('; ')}.`,
    ].join('\n');
  },
};
