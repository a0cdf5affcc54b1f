// A text's tokens in, what the tagger and parser know of each word out.
import type { Pieces } from '../text/text.ts';
import { isAcronym } from './acronyms.ts';
import { closed, further, lowerCode, mix, OPEN, shapeOf } from './hash.ts';
import type { TagInput } from './tag-features.ts';
import { writtenElsewhere } from './written-elsewhere.ts';

/** What a body written like a common word is read as: a name that is nothing else. */
const BODY = 'NATO';

/** `lexicon` maps the hash of a form to bits; 0 stands for a word it does not hold. */
export function wordHashes(report: string, tokens: Pieces, lexicon: (hash: number) => number): TagInput {
  const { length, start, end } = tokens;
  const form = new Int32Array(length);
  const shape = new Int32Array(length);
  const suffix4 = new Int32Array(length);
  const suffix3 = new Int32Array(length);
  const suffix2 = new Int32Array(length);
  const prefix3 = new Int32Array(length);
  const lexical = new Int32Array(length);
  const doing = new Int32Array(length);
  const about = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const acronym = isAcronym(report, tokens, i);
    const text = acronym ? BODY : report;
    const from = acronym ? 0 : (start[i] as number);
    const to = acronym ? BODY.length : (end[i] as number);
    let whole = OPEN;
    let begun = OPEN;
    // the endings begin as many characters before the last one
    let [last4, last3, last2] = [OPEN, OPEN, OPEN];
    for (let at = from; at < to; at++) {
      const code = lowerCode(text.charCodeAt(at));
      whole = further(whole, code);
      if (at < from + 3) begun = whole;
      if (at >= to - 4) last4 = further(last4, code);
      if (at >= to - 3) last3 = further(last3, code);
      if (at >= to - 2) last2 = further(last2, code);
    }
    const hash = closed(whole);
    form[i] = hash;
    shape[i] = shapeOf(text, from, to);
    suffix4[i] = closed(last4);
    suffix3[i] = closed(last3);
    suffix2[i] = mix(closed(last2), Math.min(to - from, 2));
    prefix3[i] = closed(begun);
    const known = lexicon(hash);
    lexical[i] = known & 255;
    const classed = known >>> 28 !== 0;
    doing[i] = classed ? 1 + ((known >>> 8) & 1023) : 0;
    about[i] = classed ? 1 + ((known >>> 18) & 1023) : 0;
  }
  return {
    form,
    shape,
    suffix4,
    suffix3,
    suffix2,
    prefix3,
    lexical,
    doing,
    about,
    elsewhere: writtenElsewhere(form, shape),
  };
}
