// A parsed sentence in, a phrase behind “and” hung on the one before it: “of senator and candidate Holt”, read as two phrases side by side; “for elections and for sanctions”, read as a second thing that is done.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `joinedNames`. */
export interface JoinedNames {
  /** By tag: 1 an adjective. */
  readonly adjective: Uint8Array;
  /** By relation: 1 “and”, 2 a preposition, 3 a phrase or part of a clause that may be one of several, 4 an adjective before a noun. */
  readonly use: Uint8Array;
  readonly conjunct: number;
  readonly qualifying: number;
  readonly oblique: number;
  /** By tag: 1 a verb. */
  readonly verb: Uint8Array;
}

const JOINING = 1;
const CASE = 2;
const PART = 3;
const QUALIFYING = 4;
const USES: Readonly<Record<string, number>> = {
  cc: JOINING, case: CASE, nmod: PART, obl: PART, 'obl:agent': PART, obj: PART, nsubj: PART, 'nsubj:pass': PART, amod: QUALIFYING,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank does not tell what is coordinated. */
export function joinedNames(tags: readonly string[], relations: readonly string[]): JoinedNames | null {
  const [conjunct, qualifying, oblique] = ['conj', 'amod', 'obl'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (conjunct < 0 || qualifying < 0 || !relations.includes('cc')) return null;
  return {
    adjective: Uint8Array.from(tags, (name) => (name.startsWith('ADJ ') ? 1 : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    conjunct,
    qualifying,
    oblique,
    verb: Uint8Array.from(tags, (name) => (name.startsWith('VERB ') ? 1 : 0)),
  };
}

/**
 * A phrase that “and” leads with a preposition of its own, hung from the verb itself, goes on with the verb's phrase of the
 * same preposition: “called for elections within a year and for sanctions”.
 */
function hangRepeated({ form, head, label, tag, length }: ParseState, names: JoinedNames): void {
  const { use } = names;
  for (let led = 2; led < length; led++) {
    if (use[label[led] as number] !== CASE || use[label[led - 1] as number] !== JOINING) continue;
    const second = head[led] as number;
    if (second <= led || second >= length || label[second] !== names.conjunct) continue;
    const verb = head[second] as number;
    if (verb >= led || names.verb[tag[verb] as number] !== 1) continue;
    for (let before = led - 2; before > verb; before--) {
      if (form[before] !== form[led] || use[label[before] as number] !== CASE) continue;
      const first = head[before] as number;
      if (first <= before || first >= led || head[first] !== verb || label[first] !== names.oblique) continue;
      head[second] = first;
      break;
    }
  }
}

const OF = hashWords('of');
const BY = hashWords('by');
const THE = hashWords('the');
/** How many words up a noun is looked for. */
const FAR = 4;

/** “The killing of nine by soldiers and the arrest of ten”: the arrest goes on with the killing, and not with the soldiers. */
function hangTwin({ form, head, label, length }: ParseState, { use, conjunct }: JoinedNames): void {
  for (let second = 7; second < length - 1; second++) {
    if (label[second] !== conjunct || !OF.has(form[second + 1] as number) || !THE.has(form[second - 1] as number))
      continue;
    const beside = head[second] as number;
    if (use[label[second - 2] as number] !== JOINING || beside >= second - 2) continue;
    let led = beside - 1;
    while (led > beside - FAR && led > 0 && !BY.has(form[led] as number)) led--;
    if (!BY.has(form[led] as number) || head[led] !== beside) continue;
    for (
      let up = head[beside] as number, steps = 0;
      up > 0 && up < beside && steps < FAR;
      up = head[up] as number, steps++
    )
      if (OF.has(form[up + 1] as number) && THE.has(form[up - 1] as number)) {
        head[second] = up;
        break;
      }
  }
}

/** A part of a clause that “and” leads, and no preposition, goes on with the part of the same kind right before the “and”. */
export function hangJoined(state: ParseState, names: JoinedNames): void {
  hangRepeated(state, names);
  hangTwin(state, names);
  const { head, label, tag, length } = state;
  const { use } = names;
  for (let and = 1; and < length; and++) {
    if (use[label[and] as number] !== JOINING) continue;
    let second = head[and] as number;
    // “and” hung from the adjective behind it
    if (second > and && second < length && use[label[second] as number] === QUALIFYING) second = head[second] as number;
    if (second <= and || second >= length || use[label[second] as number] !== PART) continue;
    const first = and - 1;
    if (head[first] !== head[second] || label[first] !== label[second]) continue;
    if (hasDependant(state, second, use, CASE, and + 1, second)) continue;
    if (names.adjective[tag[first] as number] === 1) {
      // “Velmarian and Orlovian army raids”: both are of the raids
      head[first] = second;
      label[first] = names.qualifying;
    } else {
      head[and] = second;
      head[second] = first;
      label[second] = names.conjunct;
    }
  }
}
