// `recount who`: a report in, its cast with all mentions, or JSON, out.
import colours from 'picocolors';
import { readOpened } from '../../operations/read-document.ts';
import type { Cast } from '../../operations/who.ts';
import { actorsFile } from './actors-file.ts';
import { count } from './dress.ts';
import { reportsIn } from './input.ts';
import type { Output } from './output.ts';
import type { ReadCommandOptions } from './read-command.ts';
import { clip } from './sheet.ts';

export async function whoCommand(
  input: string,
  { json, actors, only: _only, ...given }: ReadCommandOptions,
  output: Output,
): Promise<number> {
  const list = await actorsFile(actors);
  const { castOf } = await import('../../operations/who.ts');
  let shown = 0;
  for await (const report of reportsIn(input, given)) {
    const cast = castOf(readOpened(report, list));
    if (shown++ > 0 && !json) output.out('\n');
    output.out(json ? `${JSON.stringify(cast)}\n` : castSheet(cast, output));
  }
  return 0;
}

/** One actor a paragraph: who it is, then every mention with where it stands. */
export function castSheet({ report, actors, unresolved }: Cast, output: Pick<Output, 'width' | 'colour'>): string {
  const paint = colours.createColors(output.colour);
  const width = Math.max(60, Math.min(output.width, 140));
  const lines = [paint.bold(clip(report.title ?? '(no title)', width))];
  if (actors.length === 0) lines.push('', 'Nobody is named, acts or speaks in this report.');
  for (const { name, kind, country, sector, title, mentions, statements } of actors) {
    const what = [kind, country, sector, title].filter(Boolean).join(' · ');
    lines.push('', `${paint.cyan(clip(name, width - 40))}  ${paint.dim(clip(what, 60))}`);
    const counts = [
      count(mentions.length, 'mention'),
      ...(statements.length > 0 ? [count(statements.length, 'statement')] : []),
    ];
    lines.push(paint.dim(`  ${counts.join(', ')}`));
    let line = ' ';
    for (const { text, start, end } of mentions) {
      const one = ` “${clip(text, 40)}” ${start}:${end}`;
      if (line.length + one.length > width) {
        lines.push(line);
        line = ' ';
      }
      line += one;
    }
    lines.push(line);
  }
  if (unresolved.length > 0)
    lines.push('', paint.bold('UNRESOLVED'), ...unresolved.map((one) => `  ${clip(one, width - 2)}`));
  return `${lines.join('\n')}\n`;
}
