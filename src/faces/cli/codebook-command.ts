// `recount codebook`: a type, code or context in, its page of the codebook or JSON out.
import colours from 'picocolors';
import { type Codebook, pageOf } from '../../operations/codebook.ts';
import type { Output } from './output.ts';

export async function codebookCommand(
  of: string | undefined,
  { json }: { json?: boolean },
  output: Output,
): Promise<number> {
  const page = pageOf(of);
  output.out(json ? `${JSON.stringify(page)}\n` : codebookPage(page, output));
  return 0;
}

const score = (value: number | null) => (value === null ? '–' : value > 0 ? `+${value}` : String(value));

/** The page as text: an overview of everything, or all that is known of what was asked for. */
export function codebookPage(page: Codebook, output: Pick<Output, 'width' | 'colour'>): string {
  const paint = colours.createColors(output.colour);
  const width = Math.max(60, Math.min(output.width, 120));
  const lines: string[] = [];
  const one = page.types.length === 1 || page.codes.length < 60;
  if (!one) {
    lines.push(paint.bold('TYPES'));
    for (const { type, quad, score: value, modes } of page.types) {
      const row = `${type.padEnd(10)} ${quad.padEnd(20)} ${score(value).padStart(5)}  `;
      lines.push(...wrapped(row + modes.map(({ mode }) => mode).join(', '), width, '  ', row.length));
    }
    lines.push('');
    lines.push(paint.bold('CONTEXTS'), ...wrapped(page.contexts.map(({ context }) => context).join(', '), width, '  '));
    lines.push('', 'Ask for one of them, or for a CAMEO code: recount codebook ASSAULT, recount codebook 195');
    return `${lines.join('\n')}\n`;
  }
  for (const { type, quad, score: value, recipientRequired, definition, modes } of page.types) {
    lines.push(`${paint.bold(paint.cyan(type))}  ${paint.dim(`${quad} · score ${score(value)}`)}`);
    lines.push(...wrapped(definition, width, '  '));
    if (recipientRequired) lines.push('  PLOVER codes it only where a recipient is named.');
    if (modes.length > 0) lines.push('', paint.bold('MODES'));
    for (const { mode, score: of, definition: meaning } of modes)
      lines.push(...wrapped(`${mode.padEnd(15)} ${score(of).padStart(5)}  ${meaning}`, width, '  ', 23));
    lines.push('');
  }
  for (const { context, definition } of page.contexts)
    lines.push(`${paint.bold(paint.cyan(context))}  ${paint.dim('context')}`, ...wrapped(definition, width, '  '), '');
  if (page.codes.length > 0) {
    lines.push(paint.bold('CAMEO'));
    for (const { code, goldstein, type, mode, label } of page.codes) {
      const where = page.types.length > 0 ? (mode ?? '') : [type ?? 'no type', mode].filter(Boolean).join(' ');
      const row = `${code.padEnd(4)} ${score(goldstein).padStart(5)}  ${label}`;
      lines.push(`  ${row}${where === '' ? '' : paint.dim(`  ${where}`)}`);
    }
    lines.push('');
  }
  if (page.examples.length > 0) {
    lines.push(paint.bold('EXAMPLES'));
    for (const { cameo, type, mode, status, actors, recipients, sentence } of page.examples) {
      const who = `${actors.join(' and ') || '?'}${recipients.length > 0 ? ` → ${recipients.join(' and ')}` : ''}`;
      const coded = type === null ? 'nothing is coded' : [type, mode, cameo, status, who].filter(Boolean).join(' · ');
      lines.push(...wrapped(sentence, width, '  '), paint.dim(`    ${coded}`));
    }
    lines.push('');
  }
  if (page.entries.length > 0) {
    lines.push(paint.bold(`WORDS  ${page.entries.length}, by what they are coded as`));
    const groups = new Map<string, Set<string>>();
    for (const { words, type, mode, cameo } of page.entries) {
      const key = [page.types.length > 0 ? null : type, mode, cameo].filter(Boolean).join(' ');
      const group = groups.get(key);
      if (group) group.add(words);
      else groups.set(key, new Set([words]));
    }
    for (const [key, words] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(paint.dim(`  ${key}`), ...wrapped([...words].join(', '), width, '    '));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Words broken into lines no wider than `width`, all led by `indent`, the second and later ones by `hang` blanks more. */
function wrapped(text: string, width: number, indent: string, hang = 0): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent + ' '.repeat(hang);
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines;
}
