// A tree pattern as plain data in, a matcher compiled once out; events, statements and figures share it.
import { type Parsed, UPOS, type Upos } from './parsed.ts';
import { eachChild } from './tree.ts';

/** What a word and its dependants must be. A key that is left out demands nothing. */
export interface NodePattern {
  readonly upos?: readonly Upos[];
  /** Penn tags. */
  readonly tag?: readonly string[];
  readonly lemma?: Iterable<string>;
  /** Relation to the head: `nsubj` stands for its subtypes too, `nsubj:pass` only for itself. */
  readonly relation?: readonly string[];
  /** Name under which the word is handed out. */
  readonly as?: string;
  /**
   * Each must match a dependant of its own: the first in order of the text that no pattern before it took. Nothing is
   * tried again, so the narrower of two patterns that may meet the same dependant stands first.
   */
  readonly children?: readonly NodePattern[];
  /** As `children`, but a pattern that matches none leaves its name at -1. */
  readonly maybe?: readonly NodePattern[];
  /** None may match any dependant. Nothing within has a name, since there would be nothing to hand out. */
  readonly without?: readonly NodePattern[];
}

/** A compiled pattern. Names are slots in the answer: see `slotOf`. */
export interface TreePattern {
  /** Names in the order of the slots. */
  readonly names: readonly string[];
  /** Slot of a name. Throws RangeError for a name that the pattern lacks. */
  slotOf(name: string): number;
  /**
   * Does the token match? `found`, of at least `names.length` slots, then holds the tokens, -1 for none (all -1 when
   * it does not). Throws RangeError for too few slots.
   */
  match(parsed: Parsed, index: number, found: Int32Array): boolean;
  /** The first token that matches, from `from` on; -1 for none. */
  first(parsed: Parsed, from: number, found: Int32Array): number;
}

interface Node {
  /** Bits by number of the part of speech. */
  readonly upos: number;
  readonly tags: readonly string[] | null;
  readonly relations: readonly string[] | null;
  readonly lemmas: ReadonlySet<string> | null;
  readonly slot: number;
  /** Slots of this word and of all beneath it: emptied when a half-made match fails. */
  readonly slots: readonly number[];
  readonly children: readonly Node[];
  readonly maybe: readonly Node[];
  readonly without: readonly Node[];
}

/** Which numbers of a parse's table of names a list of names stands for: worked out once a table, not once a word. */
const marked = new WeakMap<readonly string[], WeakMap<readonly string[], Uint8Array>>();

function marks(wanted: readonly string[], table: readonly string[]): Uint8Array {
  let byTable = marked.get(wanted);
  if (!byTable) {
    byTable = new WeakMap();
    marked.set(wanted, byTable);
  }
  let known = byTable.get(table);
  if (!known) {
    known = Uint8Array.from(table, (name) =>
      wanted.includes(name) || wanted.includes(name.split(':', 1)[0] as string) ? 1 : 0,
    );
    byTable.set(table, known);
  }
  return known;
}

/** Compiles a pattern. Throws RangeError for a name that stands twice or within `without`, and for an unknown part of speech. */
export function compilePattern(pattern: NodePattern): TreePattern {
  const names: string[] = [];
  const compile = (one: NodePattern, forbidden: boolean): Node => {
    let slot = -1;
    const before = names.length;
    if (one.as !== undefined) {
      if (forbidden) throw new RangeError(`“${one.as}” names a word that must not be there`);
      if (names.includes(one.as)) throw new RangeError(`“${one.as}” names two words of a pattern`);
      slot = names.push(one.as) - 1;
    }
    const upos = one.upos?.reduce((bits, name) => {
      const number = UPOS.indexOf(name);
      if (number < 0) throw new RangeError(`“${name}” is no part of speech; there are ${UPOS.join(', ')}`);
      return bits | (1 << number);
    }, 0);
    const children = (one.children ?? []).map((child) => compile(child, forbidden));
    const maybe = (one.maybe ?? []).map((child) => compile(child, forbidden));
    return {
      upos: upos ?? -1,
      tags: one.tag ?? null,
      relations: one.relation ?? null,
      lemmas: one.lemma ? new Set(one.lemma) : null,
      slot,
      slots: Array.from({ length: names.length - before }, (_, i) => before + i),
      children,
      maybe,
      without: (one.without ?? []).map((child) => compile(child, true)),
    };
  };
  const root = compile(pattern, false);
  const match = (parsed: Parsed, index: number, found: Int32Array): boolean => {
    if (found.length < names.length) throw new RangeError(`${found.length} slots for ${names.length} names`);
    found.fill(-1);
    return matches(root, parsed, index, found);
  };
  return {
    names,
    slotOf(name) {
      const slot = names.indexOf(name);
      if (slot < 0) throw new RangeError(`“${name}” is not in the pattern; it has ${names.join(', ') || 'no names'}`);
      return slot;
    },
    match,
    first(parsed, from, found) {
      for (let at = Math.max(0, from); at < parsed.words.length; at++) if (match(parsed, at, found)) return at;
      return -1;
    },
  };
}

function matches(node: Node, parsed: Parsed, index: number, found: Int32Array): boolean {
  const { words } = parsed;
  const upos = words.upos[index];
  if (upos === undefined || (node.upos & (1 << upos)) === 0) return false;
  if (node.relations && marks(node.relations, words.relations)[words.relation[index] as number] !== 1) return false;
  if (node.tags && marks(node.tags, words.tags)[words.tag[index] as number] !== 1) return false;
  if (node.lemmas && !node.lemmas.has(words.lemma(index))) return false;
  for (const child of node.without) if (childOf(child, parsed, index, found, []) >= 0) return false;
  const taken: number[] = [];
  for (const child of node.children) {
    const at = childOf(child, parsed, index, found, taken);
    if (at < 0) {
      // what was found for the patterns before this one belongs to no match
      for (const slot of node.slots) found[slot] = -1;
      return false;
    }
    taken.push(at);
  }
  for (const child of node.maybe) {
    const at = childOf(child, parsed, index, found, taken);
    if (at >= 0) taken.push(at);
  }
  if (node.slot >= 0) found[node.slot] = index;
  return true;
}

/** The first dependant that matches and is not taken; -1 for none. */
function childOf(node: Node, parsed: Parsed, index: number, found: Int32Array, taken: readonly number[]): number {
  let first = -1;
  eachChild(parsed, index, (child) => {
    if (first < 0 && !taken.includes(child) && matches(node, parsed, child, found)) first = child;
  });
  return first;
}
