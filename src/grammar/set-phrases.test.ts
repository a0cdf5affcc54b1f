// Set phrases that taggers get wrong, with the shipped model.
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { parse } from './parse.ts';
import { UPOS } from './parsed.ts';

/** `word/TAG` for every word. */
function tagged(sentence: string): string {
  const { text, words } = parse(readText(readReport(sentence)));
  return Array.from({ length: words.length }, (_, i) => {
    const form = sentence.slice(text.tokens.start[i], text.tokens.end[i]);
    return `${form}/${UPOS[words.upos[i] as number]}`;
  }).join(' ');
}

describe('set phrases', () => {
  it.each([
    ['Gunmen shot dead two traders.', 'shot/VERB dead'],
    ['Kestria’s military bombed a monastery on Friday.', 'military/NOUN bombed/VERB'],
    ['The military base was hit.', 'military/ADJ base/NOUN'],
    ['They agreed to free 20 hostages.', 'free/VERB'],
    ['Velmar will free 20 hostages.', 'free/VERB'],
    ['Velmar stands shoulder to shoulder with Kestria.', 'shoulder/NOUN to/ADP shoulder/NOUN with'],
    ['Kestria condemns these raids and calls on all parties to stop.', 'calls/VERB'],
    ['Kestria rejects these claims and demands an apology.', 'demands/VERB'],
    ['The minister ignores protests and calls for his removal.', 'calls/NOUN'],
    ['The troops were told to shoulder arms.', 'to/PART shoulder/VERB'],
  ])('%s', (sentence, wanted) => expect(tagged(sentence)).toContain(wanted));
});
