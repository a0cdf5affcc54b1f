// The tokens of a report in, which sentences are furniture of the page out: lines under pictures, lists of other headlines.
import { ADJ, ADV, NOUN, PROPN, type TokenView, VERB } from '../actors/token-view.ts';

/** A run of headlines has at least so many words that may have a capital, and nearly all of them have one. */
const RUN = 14;
const NEARLY_ALL = 0.88;
/** What stands before and in a line under a picture. */
const CAPTION: ReadonlySet<string> = new Set(['caption', 'copyright', 'playback', 'credit']);
const OF_PICTURE: ReadonlySet<string> = new Set(['image', 'media', 'photo', 'picture', 'video']);

/** By sentence, 1 where it is furniture. The first is the headline and never is. */
export function furnitureOf({ sentence, lower, upos, text, start, length }: TokenView): Uint8Array {
  const count = length === 0 ? 0 : (sentence[length - 1] ?? 0) + 1;
  const furniture = new Uint8Array(count);
  let open = 0;
  let capitals = 0;
  let words = 0;
  let bars = 0;
  // a verb in small letters is a sentence's, however many names stand around it
  let small = 0;
  let verbs = 0;
  for (let token = 0; token <= length; token++) {
    const at = sentence[token] ?? -1;
    const before = token === 0 ? at : (sentence[token - 1] ?? -1);
    if (at !== before || token === length) {
      if (before > 0 && ((open >= RUN && capitals >= open * NEARLY_ALL && small === 0 && verbs > 0) || (bars > 1 && words < 80))) furniture[before] = 1;
      open = 0;
      capitals = 0;
      words = 0;
      bars = 0;
      small = 0;
      verbs = 0;
    }
    if (token === length) break;
    words++;
    const word = lower[token] ?? '';
    if (word === '|') bars++;
    // "image caption Soldiers at the border"
    if (CAPTION.has(word) && token > 0 && OF_PICTURE.has(lower[token - 1] ?? '') && at === before && words < 12) furniture[at] = 1;
    const pos = upos[token];
    if (word.length < 4 || (pos !== NOUN && pos !== PROPN && pos !== VERB && pos !== ADJ && pos !== ADV)) continue;
    open++;
    const code = text.charCodeAt(start[token] ?? 0);
    const second = text.charCodeAt((start[token] ?? 0) + 1);
    // SHOUTING TEXT has no headlines in it
    const large = code > 64 && code < 91;
    if (large && !(second > 64 && second < 91)) capitals++;
    if (pos === VERB) {
      if (large) verbs++;
      else small++;
    }
  }
  return furniture;
} // biome-ignore format: one loop
