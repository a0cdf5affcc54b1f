// A token of a report in, whether its sentence is furniture of the page out: a line under a picture, a list of other headlines.
import { ADJ, ADV, NOUN, PROPN, type TokenView, VERB } from '../actors/token-view.ts';

/** A run of headlines has at least so many words that may have a capital, and nearly all of them have one. */
const RUN = 14;
const NEARLY_ALL = 0.88;
/** What stands before and in a line under a picture, and among how many of its first words. */
const CAPTION: ReadonlySet<string> = new Set(['caption', 'copyright', 'playback', 'credit']);
const OF_PICTURE: ReadonlySet<string> = new Set(['image', 'media', 'photo', 'picture', 'video']);
const FIRST = 12;
/** More words than a list of headlines between bars has. */
const LONG = 80;

/** "Everybody arrested is presumed innocent": what papers print under each report. */
const PRESUMED = 'presumed';

/** The first sentence is the headline and never is. */
export function isFurniture(token: number, { sentence, lower, upos, text, start, length }: TokenView): boolean {
  const at = sentence[token] ?? 0;
  if (at === 0) return false;
  let from = token;
  while (from > 0 && sentence[from - 1] === at) from--;
  let open = 0;
  let capitals = 0;
  let bars = 0;
  // a verb in small letters is a sentence's, however many names stand around it
  let small = 0;
  let verbs = 0;
  let to = from;
  for (; to < length && sentence[to] === at; to++) {
    const word = lower[to] ?? '';
    if (word === PRESUMED && lower[to + 1] === 'innocent') return true;
    if (word === '|') bars++;
    // "image caption Soldiers at the border"
    if (to > from && to - from < FIRST && CAPTION.has(word) && OF_PICTURE.has(lower[to - 1] ?? '')) return true;
    const pos = upos[to];
    if (word.length < 4 || (pos !== NOUN && pos !== PROPN && pos !== VERB && pos !== ADJ && pos !== ADV)) continue;
    open++;
    const code = text.charCodeAt(start[to] ?? 0);
    const large = code > 64 && code < 91;
    if (large) {
      const second = text.charCodeAt((start[to] ?? 0) + 1);
      // SHOUTING TEXT has no headlines in it
      if (!(second > 64 && second < 91)) capitals++;
    }
    if (pos !== VERB) continue;
    if (large) verbs++;
    else small++;
  }
  if (open >= RUN && capitals >= open * NEARLY_ALL && small === 0 && verbs > 0) return true;
  return bars > 1 && to - from < LONG;
}
