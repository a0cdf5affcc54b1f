// Text in, what the search index holds of it out: bare words, and tags for what filters ask.
import type { Claim } from '../record/claim.ts';
import { PLAIN } from '../record/copies/shingles.ts';
import type { Term } from './engine.ts';

/** Code units of one document that the index takes: a tsvector may hold one megabyte. */
const MOST = 400_000;

/** Letters and digits in lower case, without accents, single spaces between: both engines then see the same words. */
export function searchWords(said: string | Claim): string {
  const whole = typeof said === 'string' ? said : wordsOf(said);
  const text = whole.length > MOST ? whole.slice(0, MOST) : whole;
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  // what is beyond ASCII is little of most texts: the tables of all the world's letters are asked about that alone
  return text
    .replace(BEYOND, unaccented)
    .toLowerCase()
    .replace(/[^a-z0-9\u0080-\uffff]+/g, ' ')
    .replace(BEYOND, lettersOf)
    .replace(/ {2,}/g, ' ')
    .trim();
}

const BEYOND = /[\u0080-\uffff]+/g;
const unaccented = (run: string): string => run.normalize('NFKD').replace(/\p{M}+/gu, '');
const lettersOf = (run: string): string => run.replace(/[^\p{L}\p{N}]+/gu, ' ');

/** The words of a claim; a figure's with what stands around them, since “12” alone finds nothing. */
function wordsOf({ kind, evidence }: Claim): string {
  const [first] = evidence;
  if (kind === 'figure')
    return `${first.prefix.replace(/^\S*\s/, '')}${first.quote}${first.suffix.replace(/\s\S*$/, '')}`;
  const seen: string[] = [];
  for (const { quote } of evidence) if (!seen.some((one) => one.includes(quote))) seen.push(quote);
  return seen.join('\n');
}

export interface Tagged {
  readonly kind: string;
  readonly type: string | null;
  readonly place: number | null;
  readonly actors: readonly number[];
  readonly report: number;
}

/** Each tag ends in a digit, so that no stemmer changes it. */
export const kindTag = (kind: string): string => `k${kind}0`;
export const typeTag = (type: string): string => `t${type.toLowerCase().replace(/[^a-z0-9]/g, '')}0`;
export const placeTag = (n: number): string => `p${n}`;
export const actorTag = (n: number): string => `a${n}`;

export function tagsOf({ kind, type, place, actors }: Tagged): string[] {
  return [
    kindTag(kind),
    ...(type === null ? [] : [typeTag(type)]),
    ...(place === null ? [] : [placeTag(place)]),
    ...actors.map(actorTag),
  ];
}

/** What a person typed: words that all must be there, "quoted phrases", a star for a beginning. Empty for no word. */
export function termsOf(query: string): Term[] {
  const terms: Term[] = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const words = searchWords(phrase ?? word ?? '')
      .split(' ')
      .filter(Boolean);
    if (words.length > 0) terms.push({ words, prefix: phrase === undefined && /\*$/.test(word ?? '') });
  }
  return terms;
}
