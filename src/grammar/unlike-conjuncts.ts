// A parsed sentence in, a verb with a tense that was joined to an infinitive hung on the verb of its own form out: “urged them to wait and spoke to Holt”, where nobody was urged to speak.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `unlikeNames`. */
export interface UnlikeNames {
  /** By tag: 1 a participle of the past, 2 an infinitive, 3 a past, 4 a present of the third person. */
  readonly kind: Uint8Array;
  /** By tag: whether it is that of a gerund. */
  readonly gerund: Uint8Array;
  /** By relation: 1 a conjunct, 2 a mark, 3 an auxiliary, 4 a clause that is told, 5 a subject, 6 a clause without a subject of its own. */
  readonly use: Uint8Array;
}

const PERFECT = 1;
const INFINITIVE = 2;
/** From here on a verb has a tense by its own form. */
const PAST = 3;
const KINDS: Readonly<Record<string, number>> = {
  'VERB VBN': PERFECT,
  'VERB VB': INFINITIVE,
  'VERB VBD': PAST,
  'VERB VBZ': 4,
};
const CONJUNCT = 1;
const MARK = 2;
const AUXILIARY = 3;
const TOLD = 4;
const SUBJECT = 5;
const OPEN = 6;
const USES: Readonly<Record<string, number>> = {
  conj: CONJUNCT,
  mark: MARK,
  aux: AUXILIARY,
  ccomp: TOLD,
  nsubj: SUBJECT,
  xcomp: OPEN,
};
/** What somebody who says something goes on to do with words. */
const SAYING = hashWords(
  'warned urged accused vowed added denied pledged demanded insisted blamed criticised criticized appealed',
);
/** The same, of words that those told of may go on to as well: "said Kern had broken the truce and called for talks". */
const TELLING = hashWords('said called promised asked offered rejected condemned threatened');
const DENYING = hashWords('denied denies');
const HAD = hashWords('had');
/** How many words up a verb is looked for. */
const FAR = 4;
const ONESELF = hashWords('he she it they');

/** What the rule needs of a model's names; null where its treebank has no conjuncts or marks. */
export function unlikeNames(tags: readonly string[], relations: readonly string[]): UnlikeNames | null {
  if (!relations.includes('conj') || !relations.includes('mark')) return null;
  return {
    kind: Uint8Array.from(tags, (name) => KINDS[name] ?? 0),
    gerund: Uint8Array.from(tags, (name) => Number(name === 'VERB VBG')),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
  };
}

/**
 * An infinitive is joined to infinitives: what has a tense goes on from the verb above that has the same. "Agreed to add
 * two members but did not give in": what has a tense by its auxiliary goes on from whichever verb above has one.
 */
export function hangUnlike(state: ParseState, names: UnlikeNames): void {
  const { head, label, tag, length } = state;
  const { kind, use } = names;
  for (let verb = 2; verb < length; verb++) {
    if (use[label[verb] as number] !== CONJUNCT) continue;
    const first = head[verb] as number;
    if (goesOnSaying(state, names, verb, first)) {
      head[verb] = head[first] as number;
      continue;
    }
    const perfect = perfectAbove(state, names, verb, first);
    if (perfect > 0) {
      head[verb] = perfect;
      continue;
    }
    if (isBehindGerund(state, names, verb, first)) {
      head[verb] = head[first] as number;
      continue;
    }
    if (first >= verb || kind[tag[first] as number] !== INFINITIVE || !hasDependant(state, first, use, MARK, 0, first)) continue;
    const form = kind[tag[verb] as number] as number;
    const helped = form === INFINITIVE && isHelped(state, verb, first, use);
    if (form < PAST && !helped) continue;
    let above = head[first] as number;
    while (above < first && !goesOnFrom(state, names, above, helped, form)) {
      const up = head[above] as number;
      if (up > above) break;
      above = up;
    }
    if (above > 0 && above < first && goesOnFrom(state, names, above, helped, form)) head[verb] = above;
  }
} // biome-ignore format: long conditions

/** "Had struck a hut where guests were housed and had taken a hill": the verb above with "had" that one with "had" goes on from, where the first has none; 0 for none. */
function perfectAbove(state: ParseState, { kind, use }: UnlikeNames, verb: number, first: number): number {
  const { head, tag } = state;
  if (first >= verb || kind[tag[verb] as number] !== PERFECT || !hasHad(state, verb, use)) return 0;
  if (hasHad(state, first, use) || hasDependant(state, verb, use, SUBJECT, first, verb)) return 0;
  for (let above = head[first] as number, steps = 0; above > 0 && above < first && steps < FAR; steps++) {
    if (kind[tag[above] as number] === PERFECT && hasHad(state, above, use)) return above;
    above = head[above] as number;
  }
  return 0;
}

/** Whether "had" helps a verb. */
function hasHad({ head, label, form }: ParseState, verb: number, use: Uint8Array): boolean {
  for (let at = verb - 1; at > 0 && at >= verb - 4; at--)
    if (HAD.has(form[at] as number) && head[at] === verb && use[label[at] as number] === AUXILIARY) return true;
  return false;
}

/** "Will stop fighting and release them": a bare form joined to the gerund that a bare form governs. */
function isBehindGerund(
  { head, label, tag }: ParseState,
  { kind, use, gerund }: UnlikeNames,
  verb: number,
  first: number,
): boolean {
  if (first >= verb || gerund[tag[first] as number] !== 1 || use[label[first] as number] !== OPEN) return false;
  const above = head[first] as number;
  return above < first && kind[tag[verb] as number] === INFINITIVE && kind[tag[above] as number] === INFINITIVE;
}

/** Whether a verb above has a tense as well: by its auxiliary or, where none helps the one below, the same. */
function goesOnFrom(state: ParseState, { kind, use }: UnlikeNames, above: number, helped: boolean, form: number): boolean {
  const other = kind[state.tag[above] as number] as number;
  return helped ? other >= PAST || (other === INFINITIVE && isHelped(state, above, 0, use)) : other === form;
} // biome-ignore format: long conditions

/** Whether an auxiliary of its own stands between a verb and what is before it, and no "to". */
const isHelped = (state: ParseState, verb: number, from: number, use: Uint8Array): boolean =>
  hasDependant(state, verb, use, AUXILIARY, from, verb) && !hasDependant(state, verb, use, MARK, from, verb);

/**
 * "Said troops had moved and warned that it would respond": who says the one says the other. Also "said it had sent a
 * patrol and called for talks", where both are one's own, and "denied that it shelled them and said they had": nobody goes
 * on in a denial by what was said.
 */
function goesOnSaying(state: ParseState, { kind, use }: UnlikeNames, verb: number, first: number): boolean {
  const { head, label, tag, form } = state;
  const above = head[first] as number;
  if (!(first < verb && above > 0 && above < first) || use[label[first] as number] !== TOLD) return false;
  const word = form[verb] as number;
  const sure = SAYING.has(word);
  if (kind[tag[verb] as number] !== PAST || !(sure || TELLING.has(word))) return false;
  if (kind[tag[above] as number] !== PAST || hasDependant(state, verb, use, SUBJECT, first, verb)) return false;
  if (DENYING.has(form[above] as number)) return true;
  if (kind[tag[first] as number] !== PERFECT || !hasDependant(state, first, use, AUXILIARY, above, first)) return false;
  return sure || isOfOneself(state, use, first, above);
}

/** Whether "he", "she", "it" or "they" does what is told, with nothing but "that" between it and who tells. */
function isOfOneself({ head, label, form }: ParseState, use: Uint8Array, verb: number, teller: number): boolean {
  for (let at = teller + 1; at < verb && at <= teller + 2; at++)
    if (head[at] === verb && use[label[at] as number] === SUBJECT) return ONESELF.has(form[at] as number);
  return false;
}
