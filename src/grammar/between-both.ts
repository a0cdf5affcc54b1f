// A parsed sentence in, the second party of “between” hung on the first: “fighting between the army and the movement”, read as fighting and a movement.
import { hashLower } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `betweenNames`. */
export interface BetweenNames {
  /** By tag: 1 one thing or one name, which alone there is no between; 2 several, between whom there may be. */
  readonly single: Uint8Array;
  /** By tag: 1 what may be the other one. */
  readonly nominal: Uint8Array;
  readonly case: number;
  readonly and: number;
  readonly conjunct: number;
}

const ONE = 1;
const SEVERAL = 2;
const SINGLE: Readonly<Record<string, number>> = { 'NOUN NN': ONE, 'PROPN NNP': ONE, 'NOUN NNS': SEVERAL };
const BETWEEN = hashLower('between', 0, 7);

/** What the rule needs of a model's names; null where its treebank does not tell what is coordinated. */
export function betweenNames(tags: readonly string[], relations: readonly string[]): BetweenNames | null {
  const [marker, and, conjunct] = ['case', 'cc', 'conj'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (Math.min(marker, and, conjunct) < 0) return null;
  return {
    single: Uint8Array.from(tags, (name) => SINGLE[name] ?? 0),
    nominal: Uint8Array.from(tags, (name) => (/^(?:NOUN|PROPN|PRON) /.test(name) ? 1 : 0)),
    case: marker,
    and,
    conjunct,
  };
}

/** Between one party and nobody there is nothing: the next one that “and” leads is the other. */
export function hangBetween(state: ParseState, names: BetweenNames): void {
  const { form, head, label, tag, length } = state;
  for (let between = 0; between < length; between++) {
    if (form[between] !== BETWEEN || label[between] !== names.case) continue;
    const first = head[between] as number;
    if (first <= between || first >= length) continue;
    const number = names.single[tag[first] as number];
    if (number !== ONE && number !== SEVERAL) continue;
    let other = -1;
    for (let at = first + 1; at < length; at++) {
      if (label[at] !== names.conjunct) continue;
      if (head[at] === first) {
        other = -1;
        break;
      }
      if (other < 0 && isLed(at, first, state, names) && (number === ONE || isAlike(at, first, state, names)))
        other = at;
    }
    if (other >= 0) head[other] = first;
  }
}

/** "Between officers of the government and commanders": several like the first, and unlike the one whom those are of. */
function isAlike(at: number, first: number, { head, tag }: ParseState, { single }: BetweenNames): boolean {
  const up = head[at] as number;
  return up > first && head[up] === first && single[tag[at] as number] === SEVERAL && single[tag[up] as number] === ONE;
}

/** Whether “and” and no preposition leads a phrase behind the first, not yet within the clause that follows it. */
function isLed(at: number, first: number, { head, label, tag, length }: ParseState, names: BetweenNames): boolean {
  if (names.nominal[tag[at] as number] !== 1 || (head[at] as number) > at) return false;
  let and = false;
  for (let word = first + 1; word < at; word++) {
    if (head[word] !== at) continue;
    if (label[word] === names.case) return false;
    if (label[word] === names.and) and = true;
  }
  return and && isAbove(head[at] as number, first, head, length);
}

/** Whether a word is what “between” belongs to, or within the first party's own phrase. */
function isAbove(word: number, first: number, head: Int32Array, length: number): boolean {
  if (word === head[first]) return true;
  for (let up = word; up > first && up < length; up = head[up] as number) if (head[up] === first) return true;
  return false;
}
