// A parsed sentence in, a verb with an object of its own that was joined to a clause about an object hung on the verb above out: “raided shops that he owned and arrested Holt”, where he arrested nobody.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `gapNames`. */
export interface GapNames {
  /** By tag: 1 a verb of the past, 2 a present of the third person, 3 another present, 4 a participle of the past. */
  readonly tense: Uint8Array;
  readonly conjunct: number;
  readonly relative: number;
  readonly object: number;
  /** By relation: 1 a subject, 2 an object. */
  readonly use: Uint8Array;
}

const TENSES: Readonly<Record<string, number>> = { 'VERB VBD': 1, 'VERB VBZ': 2, 'VERB VBP': 3, 'VERB VBN': 4 };
const PERFECT = 4;
const SUBJECT = 1;
const OBJECT = 2;
const WHICH = hashWords('that which whom who');
/** When, where and how something is done is no object of it: “the day he came and shot Holt”. */
const WHEN = hashWords(
  'day days time times year years night way moment month week hour morning evening afternoon reason place point minute second season',
);

/** How many words behind a verb its object is looked for. */
const FAR = 12;

/** What the rule needs of a model's names; null where its treebank does not tell relative clauses. */
export function gapNames(tags: readonly string[], relations: readonly string[]): GapNames | null {
  const [conjunct, relative, object] = ['conj', 'acl:relcl', 'obj'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (Math.min(conjunct, relative, object) < 0) return null;
  const tense = Uint8Array.from(tags, (name) => TENSES[name] ?? 0);
  const use = Uint8Array.from(relations, (name) => (name.startsWith('nsubj') ? SUBJECT : name === 'obj' ? OBJECT : 0));
  return { tense, conjunct, relative, object, use };
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
function lacksObject(state: ParseState, names: GapNames, inner: number, noun: number): boolean {
  const { form, head, label } = state;
  let subject = -1;
  let relative = -1;
  for (let at = noun + 1; at < inner; at++) {
    if (head[at] !== inner) continue;
    if (names.use[label[at] as number] === SUBJECT) subject = at;
    if (WHICH.has(form[at] as number)) relative = at;
  }
  if (subject < 0 || subject === relative) return false;
  if (relative >= 0 && label[relative] !== names.object) return false;
  // another object behind it
  return !hasDependant(state, inner, names.use, OBJECT, inner + 1, Math.min(inner + FAR, state.length));
}

/** Whether a verb has an object behind it and no subject of its own. */
const hasOwnObject = (state: ParseState, { use }: GapNames, verb: number): boolean =>
  hasDependant(state, verb, use, OBJECT, verb + 1, state.length) &&
  !hasDependant(state, verb, use, SUBJECT, 0, state.length);
