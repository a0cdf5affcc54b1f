// A parsed text seen as trees: children, paths and subtrees of a word, by token index.
import type { Span } from '../report/span.ts';
import { type Parsed, UPOS, type Upos } from './parsed.ts';

/** Universal part of speech of a token. Throws RangeError when there is no such token. */
export function uposOf({ words }: Parsed, index: number): Upos {
  const upos = UPOS[words.upos[index] ?? -1];
  if (upos === undefined) throw new RangeError(`token ${index} of ${words.length}`);
  return upos;
}

/** Penn tag of a token; '' for an unanalysed one. */
export const tagOf = ({ words }: Parsed, index: number): string => words.tags[words.tag[index] ?? -1] ?? '';

/** Relation to the head with its subtype, `nsubj:pass`; `root` for the root of a sentence. */
export const relationOf = ({ words }: Parsed, index: number): string =>
  words.relations[words.relation[index] ?? -1] ?? '';

/** Relation without subtype, `nsubj`. */
export function plainRelation(parsed: Parsed, index: number): string {
  const relation = relationOf(parsed, index);
  const cut = relation.indexOf(':');
  return cut < 0 ? relation : relation.slice(0, cut);
}

/** Head of a token, -1 for a root. */
export const headOf = ({ words }: Parsed, index: number): number => words.head[index] ?? -1;

/** The value of a morphological feature that goes with the token's tag; null when it has none. */
export function featureOf({ words }: Parsed, index: number, name: string): string | null {
  for (const one of words.features(index).split('|')) if (one.startsWith(`${name}=`)) return one.slice(name.length + 1);
  return null;
}

/** First dependant of each token, and the next dependant of the same head; -1 for none. */
interface Links {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

const linked = new WeakMap<Parsed, Links>();

/** Worked out once a text, so that asking for the dependants of every word stays linear. */
function linksOf(parsed: Parsed): Links {
  let links = linked.get(parsed);
  if (!links) {
    const { head, length } = parsed.words;
    const first = new Int32Array(length).fill(-1);
    const next = new Int32Array(length).fill(-1);
    for (let at = length - 1; at >= 0; at--) {
      const up = head[at] as number;
      if (up < 0) continue;
      next[at] = first[up] as number;
      first[up] = at;
    }
    links = { first, next };
    linked.set(parsed, links);
  }
  return links;
}

/** Calls `visit` with each dependant of a token, in order of the text. */
export function eachChild(parsed: Parsed, index: number, visit: (child: number) => void): void {
  const { first, next } = linksOf(parsed);
  for (let at = first[index] ?? -1; at >= 0; at = next[at] as number) visit(at);
}

/** The first dependant in one of the relations, named with or without subtype; -1 for none. */
export function childBy(parsed: Parsed, index: number, ...relations: readonly string[]): number {
  let found = -1;
  eachChild(parsed, index, (child) => {
    if (
      found < 0 &&
      (relations.includes(relationOf(parsed, child)) || relations.includes(plainRelation(parsed, child)))
    )
      found = child;
  });
  return found;
}

/** First and last token of all that hangs from a token, itself included. */
export function subtree(parsed: Parsed, index: number): { first: number; last: number } {
  const links = linksOf(parsed);
  let first = index;
  let last = index;
  const waiting = [index];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    for (let child = links.first[at] ?? -1; child >= 0; child = links.next[child] as number) waiting.push(child);
  }
  return { first, last };
}

/** The words of a subtree as a span. */
export function subtreeSpan(parsed: Parsed, index: number): Span {
  const { first, last } = subtree(parsed, index);
  return { start: parsed.text.tokens.start[first] ?? 0, end: parsed.text.tokens.end[last] ?? 0 };
}

/** Tokens from a token up to its root, itself first. */
export function pathToRoot({ words }: Parsed, index: number): number[] {
  const path: number[] = [];
  for (let at = index; at >= 0 && path.length <= words.length; at = words.head[at] ?? -1) path.push(at);
  return path;
}
