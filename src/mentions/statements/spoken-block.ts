// The token that opens a paragraph behind "The minister said:" in, where the paragraphs in the first person end out: a press release gives a statement without marks.
import type { TokenView } from '../actors/token-view.ts';

const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'my', 'me', 'we', 'our', 'us']);
/** Paragraphs that a statement may have, and the tokens of them all: a text of nothing but colons is read in its length. */
const MOST = 12;
const LONGEST = 1200;

/** One past the last token of the statement; -1 where its first paragraph is nobody's own words. */
export function spokenBlockEnd(view: TokenView, from: number): number {
  let end = -1;
  let at = from;
  let silent = 0;
  for (let paragraphs = 0; paragraphs < MOST && at < view.length && at < from + LONGEST; paragraphs++) {
    const start = at;
    let own = false;
    while (at < view.length && view.paragraph[at] === view.paragraph[start]) {
      // a quotation has marks and a cue of its own
      if (view.quoteAt[at] !== -1) return end;
      if (FIRST_PERSON.has(view.lower[at] ?? '') && view.text.slice(view.start[at], view.end[at]) !== 'US') own = true;
      at++;
    }
    if (own) {
      end = at;
      silent = 0;
      // "This is further proof of it": a paragraph between two of the speaker's
    } else if (end < 0 || ++silent > 1) return end;
  }
  return end;
}
