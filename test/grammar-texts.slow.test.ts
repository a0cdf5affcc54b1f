// The parser on whole collections of texts, where such a folder is at hand: it ends, with trees, in time linear in the words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/grammar/parse.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';

const folder = process.env['RECOUNT_TEXTS'] ?? resolve(import.meta.dirname, '../../shared/data/texts');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz')) : [];

describe.skipIf(files.length === 0)('texts of others', () => {
  it.each(files)(
    '%s: every word of every text has a head in its sentence',
    (name) => {
      const lines = gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n')
        .filter(Boolean);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const { text: content } = JSON.parse(line) as { text?: string };
        if (content === undefined) continue;
        const { text, words } = parse(readText(readReport(content, { type: 'text/plain' })));
        let wrong = 0;
        for (let s = 0; s < text.sentences.length; s++) {
          const first = text.sentences.firstToken[s] as number;
          const last = text.sentences.endToken[s] as number;
          let roots = 0;
          for (let i = first; i < last; i++) {
            const head = words.head[i] as number;
            if (head === -1) roots++;
            else if (head < first || head >= last || head === i) wrong++;
          }
          if (roots !== 1) wrong++;
        }
        expect(wrong).toBe(0);
      }
    },
    300_000,
  );

  it.each(files)(
    '%s: ten times the words take no more than twenty times as long',
    (name) => {
      const all = gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text?: string }).text ?? '')
        .join('\n\n')
        .replaceAll(/[.!?]/g, ''); // no sentence ends but at paragraphs
      const time = (characters: number) => {
        const text = readText(readReport(all.slice(0, characters).replaceAll('\n', ' '), { type: 'text/plain' }));
        const from = process.cpuUsage();
        parse(text);
        const used = process.cpuUsage(from);
        return used.user + used.system;
      };
      const whole = Math.min(all.length, 200_000);
      time(whole / 10);
      const small = Math.min(...[1, 2, 3].map(() => time(whole / 10)));
      expect(Math.min(time(whole), time(whole))).toBeLessThan(20 * Math.max(small, 2000));
    },
    300_000,
  );
});
