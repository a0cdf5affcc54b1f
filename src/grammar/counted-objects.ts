// A parsed sentence in, those of whom a rough number is told made the object: “detained around fifty of them”, read as somebody detained around a place.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `roughNames`. */
export interface RoughNames {
  /** By tag: 1 a verb, 2 a number. */
  readonly kind: Uint8Array;
  readonly led: number;
  readonly oblique: number;
  readonly object: number;
  readonly adverbial: number;
}

const VERB = 1;
const NUMBER = 2;
const ROUGHLY = hashWords('around about over under');
const OF = hashWords('of');
/** What is done to so many people, and to no place. */
const DONE = hashWords(
  'arrested arrest arresting detained detain detaining killed kill killing wounded wounding injured injuring captured capturing jailed jailing freed freeing released releasing abducted abducting kidnapped kidnapping held holding deported deporting expelled expelling evacuated evacuating rescued rescuing executed executing questioned sentenced shot',
);

/** What the rule needs of a model's names; null where its treebank has no objects or phrases. */
export function roughNames(tags: readonly string[], relations: readonly string[]): RoughNames | null {
  const [led, oblique, object, adverbial] = ['case', 'obl', 'obj', 'advmod'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  if (led < 0 || oblique < 0 || object < 0 || adverbial < 0) return null;
  const kind = Uint8Array.from(tags, (name) => (name.startsWith('VERB ') ? VERB : name === 'NUM CD' ? NUMBER : 0));
  return { kind, led, oblique, object, adverbial };
}

/** “Around”, “over” or “about” between such a verb and a number “of” those told of. */
export function hangCountedObjects(state: ParseState, { kind, led, oblique, object, adverbial }: RoughNames): void {
  const { form, head, label, tag, length } = state;
  for (let at = 1; at + 2 < length; at++) {
    if (label[at] !== led || !ROUGHLY.has(form[at] as number)) continue;
    const number = head[at] as number;
    const verb = at - 1;
    if (number <= at || kind[tag[number] as number] !== NUMBER || !OF.has(form[number + 1] as number)) continue;
    if (label[number] !== oblique || head[number] !== verb) continue;
    if (kind[tag[verb] as number] !== VERB || !DONE.has(form[verb] as number)) continue;
    label[number] = object;
    head[at] = number;
    label[at] = adverbial;
  }
}
