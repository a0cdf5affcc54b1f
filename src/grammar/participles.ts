// A parsed sentence in, verbs that were taken for adjectives behind their auxiliary put back out: “has frozen aid”, “is feeding refugees”.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `participleNames`. */
export interface ParticipleNames {
  /** By tag: 1 an auxiliary, 2 a past participle, 3 a present participle. */
  readonly kind: Uint8Array;
  readonly amod: number;
  readonly object: number;
  readonly copula: number;
  readonly auxiliary: number;
}

const AUXILIARY = 1;
const PAST = 2;
const PRESENT = 3;

const HAVE = hashWords("have has had having 've 'd");
const DO = hashWords('do does did');
/** Participles that tell what something had is like, and seldom what was done to it. */
const LIKE = hashWords(
  'limited mixed fixed balanced unbalanced dedicated detailed feathered stunted boiled justified armed wounded skilled gifted talented advanced sophisticated complicated related',
);

/** What the rule needs of a model's names; null where its treebank does not tell auxiliaries from verbs. */
export function participleNames(tags: readonly string[], relations: readonly string[]): ParticipleNames | null {
  const [amod, object, copula, auxiliary] = ['amod', 'obj', 'cop', 'aux'].map((name) => relations.indexOf(name));
  if (amod === undefined || object === undefined || copula === undefined || auxiliary === undefined) return null;
  if (amod < 0 || object < 0 || copula < 0 || auxiliary < 0) return null;
  const kind = Uint8Array.from(tags, (name) =>
    name.startsWith('AUX ')
      ? AUXILIARY
      : name === 'VERB VBN'
        ? PAST
        : name === 'VERB VBG'
          ? PRESENT
          : 0,
  ); // biome-ignore format: one table
  return kind.includes(AUXILIARY) && kind.includes(PAST) ? { kind, amod, object, copula, auxiliary } : null;
}

/** What is tagged as an auxiliary has its verb right behind it, and the noun behind that is the verb's object. */
export function hangParticiples(state: ParseState, names: ParticipleNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, amod, object, copula } = names;
  for (let at = 1; at < length; at++) {
    if (label[at] !== amod) continue;
    const noun = head[at] as number;
    const own = kind[tag[at] as number];
    const before = at - 1;
    if (noun <= at || noun >= length || (own !== PAST && own !== PRESENT) || kind[tag[before] as number] !== AUXILIARY)
      continue;
    if (own === PAST) {
      if (!HAVE.has(form[before] as number) || LIKE.has(form[at] as number)) continue;
      if (head[noun] === before && label[noun] === object && !isDone(before, state))
        lead(at, before, noun, state, names);
    } else if (head[before] === noun && label[before] === copula) lead(at, noun, noun, state, names);
  }
}

/** “Do not have fixed positions”: what helps “have” shows it to be the verb itself. */
function isDone(verb: number, { form, head }: ParseState): boolean {
  for (let at = Math.max(0, verb - 4); at < verb; at++)
    if (head[at] === verb && DO.has(form[at] as number)) return true;
  return false;
}

/** Puts `verb` in the place of `top`; what stands before it, and marks at the end, go with it. */
function lead(verb: number, top: number, noun: number, state: ParseState, names: ParticipleNames): void {
  const { head, label, length } = state;
  head[verb] = head[top] as number;
  label[verb] = label[top] as number;
  for (let at = 0; at < length; at++)
    // what stands behind the noun stays with it where the noun was above
    if (head[at] === top && at !== verb && (top !== noun || at < verb)) head[at] = verb;
  if (top !== noun) head[top] = verb;
  label[verb - 1] = names.auxiliary;
  head[noun] = verb;
  label[noun] = names.object;
}
