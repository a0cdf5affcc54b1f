// A form with its tags in, its lemma by rule out; forms that no rule gives stand in the model.
import { BASE } from './irregular.ts';
import { ADJECTIVE, VERB } from './word-list.ts';

/** Whether a word list has a word as what some of these bits say; see word-list.ts. */
export type IsKnown = (word: string, bits: number) => boolean;

const NOTHING: IsKnown = () => false;

/**
 * The lemma that English spelling rules give: lower case, but proper nouns keep theirs. Where the rules give no word
 * that `isKnown`, and the stem with or without an e is one, it is that: "invaded" is of "invade", "visited" of "visit".
 */
export function ruleLemma(form: string, upos: string, tag: string, isKnown: IsKnown = NOTHING): string {
  if (upos === 'PROPN') return tag === 'NNPS' && form.length > 3 && form.endsWith('s') ? form.slice(0, -1) : form;
  const word = plain(form);
  switch (tag) {
    case 'NNS':
      return singular(word);
    case 'VBZ':
      return word.endsWith('s') ? singular(word) : word;
    case 'VBD':
    case 'VBN':
      return word.endsWith('ied') && word.length > 4
        ? `${word.slice(0, -3)}y`
        : (BASE.get(word) ?? (word.endsWith('ed') ? known(word.slice(0, -2), VERB, isKnown) : word));
    case 'VBG':
      return word.endsWith('ing') && word.length > 4 ? known(word.slice(0, -3), VERB, isKnown) : word;
    case 'JJR':
    case 'RBR':
      return word.endsWith('ier')
        ? `${word.slice(0, -3)}y`
        : word.endsWith('er') && word.length > 4
          ? known(word.slice(0, -2), ADJECTIVE, isKnown)
          : word;
    case 'JJS':
    case 'RBS':
      return word.endsWith('iest')
        ? `${word.slice(0, -4)}y`
        : word.endsWith('est') && word.length > 5
          ? known(word.slice(0, -3), ADJECTIVE, isKnown)
          : word;
    default:
      return word;
  }
}

/** A form in lower case, with the plain apostrophe. */
export function plain(form: string): string {
  const word = form.toLowerCase();
  // most have none, and a look is less than replacing it
  return word.includes('’') ? word.replace('’', "'") : word;
}

function singular(word: string): string {
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -2)}an`;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]oes$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') && word.length > 2 ? word.slice(0, -1) : word;
}

/** One syllable that ends in one vowel and one consonant. */
const SHORT = /^[^aeiou]*[aeiou][bdgmnprt]$/;

/** What the rules make of a stem, or what is known of it instead. */
function known(stem: string, bits: number, isKnown: IsKnown): string {
  const longer = `${stem}e`;
  // "fined": a short word without an e would have doubled its last letter
  if (SHORT.test(stem) && isKnown(longer, bits)) return longer;
  const byRule = restored(stem);
  if (isKnown(byRule, bits)) return byRule;
  if (isKnown(stem, bits)) return stem;
  if (isKnown(longer, bits)) return longer;
  // "cancelled", which some write with one l; "called" is of a word with two
  const single = stem.endsWith('ll') ? stem.slice(0, -1) : stem;
  return isKnown(single, bits) ? single : byRule;
}

/** A stem whose ending was taken off: `stopp` → stop, `stat` → state, `attack` → attack. */
function restored(stem: string): string {
  if (stem.length < 3) return stem;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (
    /(?:[^aeiou][aeiou]|[aeiou]{1}[rn]g|ang|rg|[^aeiou]l|[iu]t|at|ov|iv|av|eas|rs|ns|uc|rc|nc|[^aeiou]u|our|ur|ir|pos|us|is|as|os|iz|yz|oz|az|ag|ng)$/.test(
      stem,
    ) &&
    needsE(stem)
  )
    return `${stem}e`;
  return stem;
}

/** Endings that English writes with a silent e. */
function needsE(stem: string): boolean {
  return (
    /(?:[^aeiouy][aeiou][cgsuvz]|[aeiou]{2}[csvz]|[lnr][cgsv]|[bcdfgkptz]l|at|[^aeiou][iu]t|u[mnr]|[^aeiou]ir|[^aeo]or|uid|[^aeiou][aio]d|[^aeiou][aio]k|[^aeiou][aiou]p|ut|iqu|[aeiou]u|th)$/.test(
      stem,
    ) && !/(?:[eo]at|[^u]it|[iue]t|[aeiou]{2}[dkp]|sum|run|el|visit|limit|[aeiou]x)$/.test(stem)
  );
}
