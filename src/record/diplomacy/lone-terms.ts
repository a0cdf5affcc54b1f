// Statements whose words no list knows in, the terms that several of them share out, those that go together as one.
import { byCode } from '../by-code.ts';
import { averageLinkage, type Link } from '../incident/clusters.ts';
import { stem, weightOf } from '../incident/signature.ts';
import { push } from '../lists.ts';
import type { Said } from './position.ts';

/** Terms that go together, the most told first, and the statements that hold one of them. */
export interface Lone {
  readonly terms: readonly [string, ...string[]];
  readonly members: readonly Said[];
}

/** A term that fewer statements, speakers or reports share is no issue yet. */
const STATEMENTS = 3;
const SPEAKERS = 2;
const REPORTS = 2;
/** How common a word may be, in the unit of the list of common words. */
const RARE = 14;
/** Statements that two terms share, of all that hold one of them, from which on they go together. */
const TOGETHER = 0.5;

const WORD = /(?<![\p{L}\p{N}’'-])\p{Ll}[\p{Ll}\p{M}-]{3,}/gu;
/** What people do with issues, and how they speak of them, is none. */
const MANNER =
  /(?:ly|ing|ed|less|ful|ous|able|ible|est)$|^(?:want|wish|hope|regret|thank|welcom|appreciat|insist|stress|condemn|describ|declin|remain|continu|believ|expect|comment|statement|spokes|offici|minist|govern|countr|peopl|nation|leader|president|situation|question|answer|reason|today|yesterday|tomorrow|morning|evening|afternoon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fort|fift|sixt|sevent|eight|ninet|hundred|thousand|million|dozen)/;

/** Terms that several speakers of several reports share, in an order of their own. */
export function loneTerms(said: readonly Said[]): Lone[] {
  const holders = new Map<string, Map<string, Said>>();
  const printed = new Map<string, Map<string, number>>();
  for (const one of said) {
    for (const word of one.words.match(WORD) ?? []) {
      const key = termOf(word);
      if (key === '') continue;
      const held = holders.get(key) ?? new Map<string, Said>();
      holders.set(key, held.set(one.id, one));
      const forms = printed.get(key) ?? new Map<string, number>();
      printed.set(key, forms.set(word, (forms.get(word) ?? 0) + 1));
    }
  }
  const keys = [...holders]
    .filter(([, held]) => isShared([...held.values()]))
    .map(([key]) => key)
    .sort(byCode);
  const links = linksOf(keys, holders);
  const heads = averageLinkage(keys.length, links, TOGETHER);
  const groups = new Map<number, string[]>();
  keys.forEach((key, at) => {
    const head = heads[at] as number;
    push(groups, head, key);
  });
  return [...groups.values()].map((group): Lone => {
    const told = group.sort((x, y) => (holders.get(y)?.size ?? 0) - (holders.get(x)?.size ?? 0) || byCode(x, y));
    const members = new Map(told.flatMap((key) => [...(holders.get(key) ?? [])]));
    const [first, ...rest] = told.map((key) => commonest(printed.get(key) as Map<string, number>));
    return { terms: [first as string, ...rest], members: [...members.values()] };
  });
}

/** Terms of words met lately: a record says the same words again and again. */
const met = new Map<string, string>();
const MOST_MET = 20_000;

/** The stem of a word that may be a term; '' for one that may not. */
function termOf(word: string): string {
  let term = met.get(word);
  if (term === undefined) {
    term = MANNER.test(word) || weightOf(word) < RARE ? '' : stem(word);
    if (met.size >= MOST_MET) met.clear();
    met.set(word, term);
  }
  return term;
}

const isShared = (held: readonly Said[]): boolean =>
  held.length >= STATEMENTS &&
  new Set(held.map(({ speaker }) => speaker ?? '')).size >= SPEAKERS &&
  new Set(held.map(({ report }) => report)).size >= REPORTS;

/** Of each two terms that a statement holds both of, the share of such statements in all that hold one of them. */
function linksOf(keys: readonly string[], holders: ReadonlyMap<string, ReadonlyMap<string, Said>>): Link[] {
  const held = new Map<string, number[]>();
  keys.forEach((key, at) => {
    for (const id of holders.get(key)?.keys() ?? []) push(held, id, at);
  });
  const both = new Map<number, number>();
  for (const some of held.values())
    some.forEach((a, at) => {
      for (const b of some.slice(at + 1)) both.set(a * keys.length + b, (both.get(a * keys.length + b) ?? 0) + 1);
    });
  const size = (at: number) => holders.get(keys[at] as string)?.size ?? 0;
  return [...both].map(([pair, count]): Link => {
    const [a, b] = [Math.floor(pair / keys.length), pair % keys.length];
    return { a, b, points: count / (size(a) + size(b) - count) };
  });
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([x, a], [y, b]) => b - a || byCode(x, y))[0]?.[0] ?? '';
}
