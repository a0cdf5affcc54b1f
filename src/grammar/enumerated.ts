// A parsed sentence in, names that are told in a row made one list: “Velmar, the Orlov Republic and Tarn joined”, where the second was read as another name of the first.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `enumeratedNames`. */
export interface EnumeratedNames {
  /** By tag: 1 a name, 2 a comma, 3 “and”. */
  readonly kind: Uint8Array;
  /** By relation: 1 an apposition, 2 what two words of one clause cannot both be. */
  readonly use: Uint8Array;
  readonly conjunct: number;
}

const NAME = 1;
const COMMA = 2;
const AND = 3;
const APPOSITION = 1;
const SINGLE = 2;

/** What the rule needs of a model's names; null where its treebank does not tell what is coordinated. */
export function enumeratedNames(tags: readonly string[], relations: readonly string[]): EnumeratedNames | null {
  const conjunct = relations.indexOf('conj');
  if (conjunct < 0 || !relations.includes('appos')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('PROPN ') ? NAME : name === 'PUNCT ,' ? COMMA : name.startsWith('CCONJ ') ? AND : 0,
    ),
    use: Uint8Array.from(relations, (name) =>
      name === 'appos' ? APPOSITION : name === 'nsubj' || name === 'nsubj:pass' || name === 'obj' ? SINGLE : 0,
    ),
    conjunct,
  };
}

/**
 * A name behind a comma that “and” joins to a third goes on with the one before the comma. Another name of the first
 * would be closed by a comma: “Holt, the President and Commander of the Army, resigned”.
 */
export function hangEnumerated(
  { head, label, tag, length }: ParseState,
  { kind, use, conjunct }: EnumeratedNames,
): void {
  for (let and = 3; and < length - 1; and++) {
    if (kind[tag[and] as number] !== AND) continue;
    const second = and - 1;
    const third = head[and] as number;
    const first = head[second] as number;
    if (kind[tag[second] as number] !== NAME || third <= and || third >= length) continue;
    if (kind[tag[third] as number] !== NAME || label[third] !== conjunct) continue;
    if (isClosed(third)) continue;
    const named = use[label[second] as number];
    if (named === APPOSITION && first < second && isListed(first, second)) label[second] = conjunct;
    else if (named === SINGLE) {
      const before = commaBefore(second) - 1;
      if (before < 0 || head[before] !== first || label[before] !== label[second] || !isListed(before, second))
        continue;
      head[second] = before;
      label[second] = conjunct;
    }
  }

  /** Whether a comma stands right behind a name and what belongs to it. */
  function isClosed(name: number): boolean {
    for (let at = name + 1; at < length; at++) {
      if (kind[tag[at] as number] === COMMA) return true;
      let up = head[at] as number;
      for (let steps = 0; steps < 4 && up > name; steps++) up = head[up] as number;
      if (up !== name) return false;
    }
    return false;
  }

  /** The comma before a name's own words; 0 for none. */
  function commaBefore(name: number): number {
    let at = name - 1;
    while (at > 0 && head[at] === name && kind[tag[at] as number] !== COMMA) at--;
    return kind[tag[at] as number] === COMMA ? at : 0;
  }

  function isListed(first: number, second: number): boolean {
    return first >= 0 && kind[tag[first] as number] === NAME && commaBefore(second) === first + 1;
  }
}
