// A report's words in, its signature out: what it is about as a sparse vector of unit length, for telling reports alike.
import { readList } from '../../lexicon/read-list.ts';

/** Hashes of terms in rising order with their weights; the squares of the weights sum to 1 (or there are none). */
export interface Signature {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Weight of a word that no list knows, in the list's own unit (four natural logarithms). */
const RARE = 24;
/** Characters at the start of a report that tell what it is about. */
const LEAD = 600;
const NAME = 1.5;

let common: ReadonlyMap<string, number> | null = null;

/** How telling a word is: four times the logarithm of its rank among common words, 24 for one that no list knows. */
export function weightOf(word: string): number {
  common ??= new Map(readList('en/record/common-words').rows.map(([key, weight]) => [key ?? '', Number(weight)]));
  return common.get(word) ?? RARE;
}

/** Words and numbers; a possessive's ending stays outside. */
const WORD = /[\p{L}][\p{L}\p{M}’'-]*|\d+/gu;
const ENDING = /(?:['’]s?|-)$/;

interface Term {
  count: number;
  name: boolean;
  weight: number;
}

/**
 * The signature of a text: rare words and names weigh more than common ones, the beginning more than the rest. The
 * weights come from a list that ships, never from the record, so that a report's signature does not change with others.
 */
export function signatureOf(text: string): Signature {
  const lower = new Set<string>();
  for (const [word] of text.matchAll(WORD)) if (word === word.toLowerCase()) lower.add(word);
  const terms = new Map<number, Term>();
  for (const match of text.matchAll(WORD)) {
    const printed = match[0].replace(ENDING, '');
    const word = printed.toLowerCase();
    if (word.length < 2) continue;
    const number = word.charCodeAt(0) < 58;
    const listed = number ? (word.length > 1 ? 12 : 4) : weightOf(word);
    if (listed === 0) continue;
    // by the root: a word ten times as rare does not tell ten times as much
    const known = Math.sqrt(listed);
    const name = !number && printed !== word && !lower.has(word);
    const key = hash(number ? word : stem(word));
    const gain = match.index < LEAD ? 2 : 1;
    const term = terms.get(key);
    if (term) {
      term.count += gain;
      term.name ||= name;
      term.weight = Math.min(term.weight, known);
    } else terms.set(key, { count: gain, name, weight: known });
  }
  const keys = Int32Array.from(terms.keys()).sort();
  const weights = new Float32Array(keys.length);
  let squares = 0;
  keys.forEach((key, at) => {
    const { count, name, weight } = terms.get(key) as Term;
    const value = (1 + Math.log(count)) * weight * (name ? NAME : 1);
    weights[at] = value;
    squares += value * value;
  });
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / length;
  return { terms: keys, weights };
}

/** Cosine of two signatures, 0 to 1. */
export function likenessOf(a: Signature, b: Signature): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i] as number;
    const right = b.terms[j] as number;
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

/** Plural and verb endings cut, so that "strikes" and "strike" are one term. */
export function stem(word: string): string {
  if (word.length < 5) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const cut = /(?:ing|ed|es|s)$/.exec(word);
  return cut && cut.index >= 3 ? word.slice(0, cut.index) : word;
}

/** FNV-1a over UTF-16 code units. */
export function hash(word: string): number {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h;
}
