// `recount parse`: a report in, each sentence's tree drawn, or CoNLL-U, out.

import { toConllu } from '../../grammar/conllu.ts';
import { drawTree } from '../../grammar/draw-tree.ts';
import type { Parsed } from '../../grammar/parsed.ts';
import { parseReport } from '../../operations/parse-document.ts';
import { reportsIn } from './input.ts';
import type { Output } from './output.ts';

export async function parseCommand(
  input: string,
  options: { conllu?: boolean; json?: boolean; type?: string },
  output: Output,
): Promise<number> {
  for await (const report of reportsIn(input, { type: options.type })) print(parseReport(report), options, output);
  return 0;
}

function print(parsed: Parsed, options: { conllu?: boolean; json?: boolean }, output: Output): void {
  const { sentences, report } = parsed.text;
  if (options.conllu) {
    output.out(toConllu(parsed));
    return;
  }
  for (let s = 0; s < sentences.length; s++) {
    const words = report.text.slice(sentences.start[s], sentences.end[s]).replace(/\s+/g, ' ');
    if (options.json)
      output.out(
        `${JSON.stringify({ sentence: s + 1, start: sentences.start[s], end: sentences.end[s], text: words, tree: drawTree(parsed, s) })}\n`,
      );
    else output.out(`${s + 1}  ${words}\n${drawTree(parsed, s).join('\n')}\n\n`);
  }
}
