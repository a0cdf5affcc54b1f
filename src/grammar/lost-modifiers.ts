// A parsed sentence in, words that modify what they cannot hung elsewhere: “met for two hours with Holt”, “Holt's very loud, angry attacks”, “Holt of Velmar and Kern of Orlo”, “sentenced for the murder by a court”.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rules go by; see `modifierNames`. */
export interface ModifierNames {
  /** By tag: 1 an adjective or a participle, 2 a noun or a name. */
  readonly kind: Uint8Array;
  readonly modifier: number;
  readonly oblique: number;
  readonly case: number;
  readonly possessor: number;
  readonly adjective: number;
  readonly flat: number;
  readonly conjunct: number;
  readonly conjunction: number;
  readonly agent: number;
  readonly passive: number;
  readonly subject: number;
  readonly undergoing: number;
  /** By tag: 1 an adjective that is part of a name. */
  readonly proper: Uint8Array;
}

const QUALITY = 1;
const NOUN = 2;
const LASTING = hashWords('hour hours minute minutes day days week weeks month months year years');
const FOR = hashWord('for');
const AND = hashWord('and');
const OF = hashWord('of');
const BY = hashWord('by');
const JUDGED = hashWords('sentenced convicted jailed imprisoned acquitted fined condemned remanded cleared');
/** What somebody does to whoever did something. */
const FAULTED = hashWords('blamed criticised criticized condemned denounced praised thanked accused rebuked');
const THE = hashWords('the his her its their this that');
const JUDGES = hashWords('court courts judge judges jury tribunal magistrate magistrates');
/** What leads those with whom, or where, something is done for so long. */
const BESIDE = hashWords('with at about over against');

/** What the rules need of a model's names; null where its treebank does not tell them apart. */
export function modifierNames(tags: readonly string[], relations: readonly string[]): ModifierNames | null {
  const [modifier, oblique, marker, possessor, adjective, flat, conjunct, conjunction, agent, passive, subject, undergoing] = [
    'nmod', 'obl', 'case', 'nmod:poss', 'amod', 'flat', 'conj', 'cc', 'obl:agent', 'aux:pass', 'nsubj', 'nsubj:pass',
  ].map((name) => relations.indexOf(name)) as [number, number, number, number, number, number, number, number, number, number, number, number]; // biome-ignore format: one line
  if (
    Math.min(modifier, oblique, marker, possessor, adjective, flat, conjunct, conjunction, agent, passive, subject) < 0
  )
    return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('ADJ ') || name === 'VERB VBN' || name === 'VERB VBD' || name === 'VERB VBG'
        ? QUALITY
        : name.startsWith('NOUN ') || name.startsWith('PROPN ')
          ? NOUN
          : 0,
    ),
    modifier,
    oblique,
    case: marker,
    possessor,
    adjective,
    flat,
    conjunct,
    conjunction,
    agent,
    passive,
    subject,
    undergoing,
    proper: Uint8Array.from(tags, (name) => (name === 'ADJ NNP' ? 1 : 0)),
  };
}

/** Hours are with nobody, qualities are nobody's, no crime that is judged is by a court nor a deed that is condemned by whoever condemns, no name goes on behind “and” with an “of” of its own, and what a name ends in is no second subject. */
export function hangModifiers(state: ParseState, names: ModifierNames): void {
  const { form, head, label, tag, length } = state;
  for (let at = 0; at < length; at++) {
    const up = head[at] as number;
    if (up >= length) continue;
    if (label[at] === names.modifier && up < at && LASTING.has(form[up] as number)) {
      if (label[up] !== names.oblique || (head[up] as number) >= up) continue;
      if (!BESIDE.has(ledBy(state, at, names)) || ledBy(state, up, names) !== FOR) continue;
      head[at] = head[up] as number;
      label[at] = names.oblique;
    } else if (label[at] === names.modifier && up < at && label[up] === names.oblique) {
      const verb = head[up] as number;
      if (verb >= up || ledBy(state, at, names) !== BY || !isPassive(state, verb, names)) continue;
      const judged = JUDGED.has(form[verb] as number) && JUDGES.has(form[at] as number);
      // "condemned for the raid by Velmar", against "for a raid by rebels"
      const faulted = FAULTED.has(form[verb] as number) && isKnown(state, up) && ledBy(state, up, names) === FOR;
      if (!judged && !faulted) continue;
      head[at] = verb;
      label[at] = names.agent;
    } else if (label[at] === names.possessor && up > at && names.kind[tag[up] as number] === QUALITY) {
      let noun = up;
      while (label[noun] === names.adjective && (head[noun] as number) > noun && (head[noun] as number) < length)
        noun = head[noun] as number;
      if (noun !== up && names.kind[tag[noun] as number] === NOUN) head[at] = noun;
    } else if (
      (label[at] === names.subject || label[at] === names.undergoing) &&
      label[at - 1] === names.subject &&
      head[at - 1] === up &&
      up > at &&
      names.proper[tag[at] as number] === 1 &&
      names.kind[tag[at - 1] as number] === NOUN
    ) {
      // "Transparency International said": the whole name said it
      head[at] = at - 1;
      label[at] = names.flat;
    } else if (label[at] === names.flat && up < at && isOfOwn(state, up, at, names) && isJoined(state, at, names))
      label[at] = names.conjunct;
  }
}

/** Whether an article or the like stands before a noun that says which one is meant. */
function isKnown({ form, head }: ParseState, noun: number): boolean {
  for (let at = noun - 1; at >= 0 && at > noun - 5; at--)
    if (head[at] === noun && THE.has(form[at] as number)) return true;
  return false;
}

function isPassive({ head, label }: ParseState, verb: number, names: ModifierNames): boolean {
  for (let at = 0; at < verb; at++) if (head[at] === verb && label[at] === names.passive) return true;
  return false;
}

/** The form of the word that leads a noun; 0 for none. */
function ledBy({ form, head, label }: ParseState, noun: number, names: ModifierNames): number {
  for (let at = noun - 1; at >= 0 && at > noun - 8; at--)
    if (head[at] === noun && label[at] === names.case) return form[at] as number;
  return 0;
}

function isJoined({ form, head, label }: ParseState, name: number, names: ModifierNames): boolean {
  for (let at = name - 1; at >= 0 && at > name - 5; at--)
    if (label[at] === names.conjunction && (head[at] === name || head[head[at] as number] === name))
      return form[at] === AND;
  return false;
}

/** Whether “of” leads a noun between two words, and one behind the second that is hung from it. */
function isOfOwn(state: ParseState, first: number, second: number, names: ModifierNames): boolean {
  const { head, label, length } = state;
  let before = false;
  let behind = false;
  for (let at = first + 1; at < length && at < second + 6; at++) {
    if (label[at] !== names.modifier || ledBy(state, at, names) !== OF) continue;
    if (at < second && head[at] === first) before = true;
    if (at > second && head[at] === second) behind = true;
  }
  return before && behind;
}
