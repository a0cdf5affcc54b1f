// The codebook in, the page docs/codebook.md out.
import type { Codebook } from '../../src/lexicon/codebook.ts';

const cell = (value: string | number | null) => (value === null ? '–' : String(value).replaceAll('-', '−'));
const code = (value: string | null) => (value === null ? '–' : `\`${value}\``);

export function codebookDoc({ types, modes, contexts, codes, examples }: Codebook): string {
  const lines = [
    '# The codebook',
    '',
    'Made from the lists in `lexicon/en/codebook/` by `npm run snap`; a test holds it to them. `recount codebook ASSAULT` prints the same for one type, `recount codebook 195` for one code.',
    '',
    'An event has a type of PLOVER, often a mode, and a code of CAMEO. The quad class and the score (−10 to +10) go with the type and mode, the Goldstein value with the code. Three notes where the manuals differ or leave gaps: SANCTION is material conflict here; the score of ACCUSE is negative, as those of its modes are; a mode is unique only within its type.',
    '',
    '## Types',
    '',
  ];
  for (const { type, quad, score, recipientRequired, definition } of types) {
    lines.push(`### ${type}`, '', definition, '');
    lines.push(
      `${quad[0]?.toUpperCase()}${quad.slice(1)}, score ${cell(score)}${recipientRequired ? '; only where a recipient is named' : ''}.`,
      '',
    );
    const own = modes.filter((one) => one.type === type);
    if (own.length > 0) {
      lines.push('| mode | score | meaning |', '|---|---|---|');
      for (const { mode, score: of, definition: meaning } of own)
        lines.push(`| ${code(mode)} | ${cell(of)} | ${meaning} |`);
      lines.push('');
    }
    for (const { cameo, mode, sentence } of examples.filter((one) => one.type === type))
      lines.push(`- ${sentence} (${[mode, cameo].filter(Boolean).join(', ')})`);
    lines.push('');
  }
  lines.push(
    '## Contexts',
    '',
    'What a paragraph is about, several at once.',
    '',
    '| context | meaning |',
    '|---|---|',
  );
  for (const { context, definition } of contexts) lines.push(`| ${code(context)} | ${definition} |`);
  lines.push('', '## Codes of CAMEO', '', '| code | Goldstein | PLOVER | label |', '|---|---|---|---|');
  for (const { code: number, goldstein, type, mode, label } of codes)
    lines.push(`| ${number} | ${cell(goldstein)} | ${[type, mode].filter(Boolean).join(' ') || '–'} | ${label} |`);
  return `${lines.join('\n')}\n`;
}
