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
  lines.push(
    '',
    '## The words that lead there',
    '',
    '`lexicon/en/events/<type>.tsv` holds the words of each type, one line an entry; `recount codebook TYPE` prints them. Columns: `words`, `class`, `mode`, `cameo`, `frame`, `needs`, with `-` for none.',
    '',
    '- **words** are lemmas in lower case: the key stands first in verbs (“carry out”), last in nouns (“missile strike”), before “of” in “threat of force”. If the last word of a verb is the preposition of its frame (“open fire on”, `s>on`), the entry matches only with it.',
    '- **class**: `verb`, `noun`, or `adj` for what is predicated (“critical of”, “at war with”).',
    '- **frame** of verbs and adjectives: `s` the subject acts; `s>o` upon the object; `s>PREP` upon what the preposition leads; `s+PREP`, `s+o` together with it; `o>s` the object acts (host and guest); `w`, `w>PREP` the subject is a weapon or a blow, not an actor. Of nouns: `directed` (by A on B), `acts` (“of” leads who acts), `done` (“of” leads who is acted upon), `mutual` (between A and B).',
    '- **needs**: demands that must all hold, `who:kind/kind`. Without `who:` it is the one acted upon; `s` the subject, `o` the object, `x` what is said of the object, a preposition what it leads; `!` before the kinds: must not be. A demand on somebody who is not named holds. Kinds are those of `objects.tsv` and `name` (an unknown name), `actor`, `state`, `power` (who acts in politics or war), `number`, `money`.',
    '- `operators.tsv` holds words whose complement decides the code (“agreed to meet”, “refused to meet”); `none.tsv` words that sound like an event and name none (“heart attack”, “price war”); `examples.tsv` a sentence for each entry; `lexicon/en/pastimes.tsv` the words by which sport, stage and page are known, where nothing is coded.',
    '',
  );
  return `${lines.join('\n').trimEnd()}\n`;
}
