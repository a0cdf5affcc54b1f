// A parsed sentence in, a verb with an object of its own that was joined to a clause about an object hung on the verb above out: “raided shops that he owned and arrested Holt”, where he arrested nobody.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `gapNames`. */
export interface GapNames {
  /** By tag: 1 a verb of the past, 2 a present of the third person, 3 another present, 4 a participle of the past. */
  readonly tense: Uint8Array;
  readonly conjunct: number;
  readonly relative: number;
  readonly object: number;
  /** By relation: whether it is a subject's. */
  readonly subject: Uint8Array;
}

const TENSES: Readonly<Record<string, number>> = { 'VERB VBD': 1, 'VERB VBZ': 2, 'VERB VBP': 3, 'VERB VBN': 4 };
const PERFECT = 4;
const WHICH = hashWords('that which whom who');
/** When, where and how something is done is no object of it: “the day he came and shot Holt”. */
const WHEN = hashWords(
  'day days time times year years night way moment month week hour morning evening afternoon reason place point minute second season',
);

/** What the rule needs of a model's names; null where its treebank does not tell relative clauses. */
export function gapNames(tags: readonly string[], relations: readonly string[]): GapNames | null {
  const [conjunct, relative, object] = ['conj', 'acl:relcl', 'obj'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (Math.min(conjunct, relative, object) < 0) return null;
  const tense = Uint8Array.from(tags, (name) => TENSES[name] ?? 0);
  const subject = Uint8Array.from(relations, (name) => Number(name.startsWith('nsubj')));
  return { tense, conjunct, relative, object, subject };
}

/** What a clause tells of lacks its object there; a verb joined to it that has one goes on from the verb whose object the clause describes. */
export function hangFilledGaps(state: ParseState, names: GapNames): void {
  const { form, head, label, tag, length } = state;
  for (let verb = 4; verb < length; verb++) {
    if (label[verb] !== names.conjunct) continue;
    const inner = head[verb] as number;
    if (inner >= verb || label[inner] !== names.relative) continue;
    const noun = head[inner] as number;
    const upper = noun < inner && label[noun] === names.object ? (head[noun] as number) : length;
    if (upper >= noun) continue;
    const kind = names.tense[tag[verb] as number] as number;
    const above = names.tense[tag[upper] as number] as number;
    // “he owned … and arrested”: the same tense as the verb above, whatever a past was taken for
    if (above === 0 || above === PERFECT || (kind !== above && !(kind === PERFECT && above === 1))) continue;
    if (WHEN.has(form[noun] as number) || !lacksObject(state, names, inner, noun)) continue;
    if (hasOwnObject(state, names, verb)) head[verb] = upper;
  }
}

/** Whether the clause has somebody who does what its object, the noun, undergoes. */
function lacksObject({ form, head, label }: ParseState, names: GapNames, inner: number, noun: number): boolean {
  let subject = -1;
  let relative = -1;
  for (let at = noun + 1; at < inner; at++) {
    if (head[at] !== inner) continue;
    if (names.subject[label[at] as number] === 1) subject = at;
    if (WHICH.has(form[at] as number)) relative = at;
  }
  if (subject < 0 || subject === relative) return false;
  if (relative >= 0 && label[relative] !== names.object) return false;
  // another object behind it
  for (let at = inner + 1; at < inner + 12 && at < head.length; at++)
    if (head[at] === inner && label[at] === names.object) return false;
  return true;
}

/** Whether a verb has an object behind it and no subject of its own. */
function hasOwnObject({ head, label, length }: ParseState, names: GapNames, verb: number): boolean {
  let object = false;
  for (let at = 0; at < length; at++) {
    if (head[at] !== verb) continue;
    if (names.subject[label[at] as number] === 1) return false;
    if (label[at] === names.object && at > verb) object = true;
  }
  return object;
}
