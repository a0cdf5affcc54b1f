// A parsed sentence in, lists of names hung on their first: “by Kestria, Dorvania, Orlova and the Velmar Union”.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `listNames`. */
export interface ListNames {
  /** By tag: 1 proper noun, 2 comma. */
  readonly kind: Uint8Array;
  readonly conjunct: number;
  readonly apposition: number;
  readonly joining: number;
}

const NAME = 1;
const COMMA = 2;

/** What the rule needs of a model's names; null where its treebank does not tell what is coordinated. */
export function listNames(tags: readonly string[], relations: readonly string[]): ListNames | null {
  const [conjunct, apposition, joining] = ['conj', 'appos', 'cc'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const kind = Uint8Array.from(tags, (name) => (name.startsWith('PROPN ') ? NAME : name.endsWith(' ,') ? COMMA : 0));
  return conjunct >= 0 && apposition >= 0 && joining >= 0 ? { kind, conjunct, apposition, joining } : null;
}

/**
 * Two names joined by a comma alone open a list, which ends with “and”: a third behind another comma is no apposition of
 * anything before it.
 */
export function hangLists({ head, label, tag, length }: ParseState, names: ListNames): void {
  const { kind, conjunct, apposition, joining } = names;
  for (let third = 4; third < length; third++) {
    if (label[third] !== apposition || kind[tag[third] as number] !== NAME) continue;
    const second = nameBefore(tag, kind, third);
    if (second < 2) continue;
    let first = second;
    let openly = false;
    // up the names that a comma alone joins
    while (label[first] === conjunct && (head[first] as number) < first) {
      if (leads(head, label, first, joining)) return;
      openly = true;
      first = head[first] as number;
    }
    if (!openly || kind[tag[first] as number] !== NAME) continue;
    if ((head[third] as number) > first || !joinedBehind(head, label, third, conjunct, joining, length)) continue;
    for (let at = third + 1; at < length; at++) if (head[at] === third && label[at] === conjunct) head[at] = first;
    head[third] = first;
    label[third] = conjunct;
  }
}

/** The name that ends right before the comma before the phrase of `at`; -1 without one. */
function nameBefore(tag: Int32Array, kind: Uint8Array, at: number): number {
  let comma = at - 1;
  while (comma > 0 && kind[tag[comma] as number] !== COMMA && at - comma < 4) comma--;
  return kind[tag[comma] as number] === COMMA && kind[tag[comma - 1] as number] === NAME ? comma - 1 : -1;
}

/** Whether “and” hangs on a conjunct. */
function leads(head: Int32Array, label: Int32Array, conjunct: number, joining: number): boolean {
  for (let at = conjunct - 1; at >= 0 && at > conjunct - 6; at--)
    if (head[at] === conjunct && label[at] === joining) return true;
  return false;
}

function joinedBehind(
  head: Int32Array,
  label: Int32Array,
  of: number,
  conjunct: number,
  joining: number,
  length: number,
): boolean {
  for (let at = of + 1; at < length; at++)
    if (head[at] === of && label[at] === conjunct && leads(head, label, at, joining)) return true;
  return false;
}
