// What is known of a text's words in, verbs of lines in title case written small: "Army Kills over 80 Rebels in Tarn".
import type { Sentences } from '../text/text.ts';
import { hashWords } from './hash.ts';
import type { TagInput } from './tag-features.ts';
import { GERUND, PAST, THIRD, VERB } from './word-list.ts';
import { LARGE } from './written-elsewhere.ts';

/** Bits of a shape: begins with a capital; in capitals only; has small letters. See hash.ts. */
const CAPITAL = 1;
const SHOUTED = 6;
const SMALL = 128;
/** From this bit on a shape holds the length, up to 4. */
const LENGTH = 8;
const SHORT = 4;

/** What is written small in a title however long it is. */
const LED: ReadonlySet<number> = hashWords(
  'over from with into onto amid after than that under near upon while until since about against between before without during their this will have been near across toward towards',
);
/** Longer than any headline. */
const LONGEST = 30;
/** Fewer large words are a name. */
const FEWEST = 4;
const DOES = VERB | THIRD | PAST | GERUND;

/**
 * In a line whose words are all large a capital says nothing, and taggers take its verb for a name. What can be a verb
 * there and is no name elsewhere in the text is read as if it were written small.
 */
export function lowerTitles({ form, shape, lexical, elsewhere }: TagInput, sentences: Sentences): void {
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.firstToken[s] as number;
    const last = sentences.endToken[s] as number;
    if (last - first < FEWEST || last - first > LONGEST) continue;
    let large = 0;
    let doing = 0;
    let isTitle = true;
    for (let at = first; at < last && isTitle; at++) {
      const of = shape[at] as number;
      if ((of & CAPITAL) !== 0) {
        large++;
        if ((of & SMALL) !== 0 && ((lexical[at] as number) & DOES) !== 0) doing++;
      } else if ((of & SMALL) !== 0 && of >> LENGTH >= SHORT) isTitle = LED.has(form[at] as number);
    }
    if (!isTitle || large < FEWEST || doing === 0) continue;
    for (let at = first + 1; at < last; at++) {
      const of = shape[at] as number;
      if ((of & CAPITAL) === 0 || (of & SHOUTED) !== 0 || (of & SMALL) === 0) continue;
      if (((lexical[at] as number) & DOES) === 0 || ((elsewhere[at] as number) & LARGE) !== 0) continue;
      shape[at] = of & ~CAPITAL;
      elsewhere[at] = 0;
    }
  }
}
