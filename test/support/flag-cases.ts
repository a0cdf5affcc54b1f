// A file of planted contradictions in, what the record flags in each case beside what it should out.
import { read } from '../../src/reading/read.ts';
import { parseFacts } from '../../src/record/background.ts';
import { chronicleOf } from '../../src/record/chronicle.ts';

/** One flag: its name and the words that it points at, sorted. */
export type Line = string;

export interface FlagCase {
  readonly title: string;
  readonly reports: number;
  readonly planted: readonly Line[];
  readonly found: readonly Line[];
}

export interface FlagScore {
  readonly planted: number;
  readonly found: number;
  readonly right: number;
  /** By name: planted, found, right. */
  readonly byName: ReadonlyMap<string, readonly [number, number, number]>;
}

/** `NAME words | words`, the words in code-unit order. */
function lineOf(name: string, words: readonly string[]): Line {
  return `${name} ${[...words].sort().join(' | ')}`;
}

/** Reads every report of the file with the reader itself, and puts each case into a record of its own. */
export function flagCases(content: string): FlagCase[] {
  return content
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...lines] = block.trimEnd().split('\n');
      const reports: { published: string; source: string; text: string[] }[] = [];
      const planted: Line[] = [];
      let facts = '';
      for (const line of lines) {
        const head = /^> (\S+) (.+)$/.exec(line);
        const flag = /^! (\S+) (.+)$/.exec(line);
        if (head) reports.push({ published: head[1] as string, source: head[2] as string, text: [] });
        else if (flag) planted.push(lineOf(flag[1] as string, (flag[2] as string).split(' | ')));
        else if (line.startsWith('fact: ')) facts += `${line.slice(6).split('|').join('\t')}\n`;
        else reports.at(-1)?.text.push(line);
      }
      const record = chronicleOf({
        readings: reports.map(({ published, source, text }) => read(text.join('\n'), { published, source })),
        decisions: [],
        facts:
          facts === ''
            ? []
            : parseFacts(`# a case\n# source: a test\n# columns: name\tnouns\tabout\tbegan\tended\n${facts}`, 'facts'),
        today: null,
      });
      const flags = [...record.background, ...record.incidents.flatMap((one) => record.flagsOf(one))];
      return {
        title,
        reports: reports.length,
        planted,
        found: flags.map(({ name, words }) =>
          lineOf(
            name,
            words.map(({ words: span }) => span.text),
          ),
        ),
      };
    });
}

export function scoreOf(cases: readonly FlagCase[]): FlagScore {
  const byName = new Map<string, [number, number, number]>();
  const count = (line: Line, at: 0 | 1 | 2) => {
    const name = line.slice(0, line.indexOf(' '));
    const row = byName.get(name) ?? [0, 0, 0];
    row[at]++;
    byName.set(name, row);
  };
  for (const { planted, found } of cases) {
    const open = [...planted];
    for (const line of planted) count(line, 0);
    for (const line of found) {
      count(line, 1);
      const at = open.indexOf(line);
      if (at < 0) continue;
      open.splice(at, 1);
      count(line, 2);
    }
  }
  const sum = (at: 0 | 1 | 2) => [...byName.values()].reduce((total, row) => total + row[at], 0);
  return { planted: sum(0), found: sum(1), right: sum(2), byName };
}
