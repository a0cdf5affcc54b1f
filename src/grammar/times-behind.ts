// A parsed sentence in, names right before “next month” hung on the verb: “will visit Ankara next month”.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `timeNames`. */
export interface TimeNames {
  /** By tag: 1 proper noun, 2 verb. */
  readonly kind: Uint8Array;
  /** By relation: 1 part of a noun phrase, 2 object, 3 a time without a preposition, 4 a preposition. */
  readonly use: Uint8Array;
  readonly object: number;
  readonly oblique: number;
  readonly time: number;
}

const NAME = 1;
const VERB = 2;

const PART = 1;
const OBJECT = 2;
const TIME = 3;
const CASE = 4;
const USES: Readonly<Record<string, number>> = {
  compound: PART, amod: PART, 'nmod:unmarked': PART, nmod: PART, obj: OBJECT, 'obl:unmarked': TIME, case: CASE,
}; // biome-ignore format: one table

const WHICH = hashWords('next last this');
const SPANS = hashWords('month week year weekend summer winter spring autumn');

/** What the rule needs of a model's names; null where its treebank does not tell times without a preposition. */
export function timeNames(tags: readonly string[], relations: readonly string[]): TimeNames | null {
  const [object, oblique, time] = ['obj', 'obl', 'obl:unmarked'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const kind = Uint8Array.from(tags, (name) =>
    name.startsWith('PROPN ') ? NAME : name.startsWith('VERB ') ? VERB : 0,
  );
  return object >= 0 && oblique >= 0 && time >= 0
    ? { kind, use: Uint8Array.from(relations, (name) => USES[name] ?? 0), object, oblique, time }
    : null;
}

/** Nothing is part of a noun phrase before the adjective that opens it: a name there is what the verb is about. */
export function hangBeforeTimes(state: ParseState, { kind, use, object, oblique, time }: TimeNames): void {
  const { form, head, label, tag, length } = state;
  for (let span = 2; span < length; span++) {
    if (!SPANS.has(form[span] as number) || !WHICH.has(form[span - 1] as number)) continue;
    const name = span - 2;
    if (kind[tag[name] as number] !== NAME || head[name] !== span || use[label[name] as number] !== PART) continue;
    const verb = head[span] as number;
    if (verb >= name || verb >= length || kind[tag[verb] as number] !== VERB) continue;
    let led = false;
    for (let at = verb + 1; at < name; at++) {
      if (head[at] !== span && head[at] !== name) continue;
      // what hung on the time belongs to the name before it: a preposition, an article, a first name
      if (use[label[at] as number] === CASE) led = true;
      head[at] = name;
    }
    const taken = use[label[span] as number] !== OBJECT && hasDependant(state, verb, use, OBJECT, verb + 1, name);
    head[name] = verb;
    label[name] = led || taken ? oblique : object;
    label[span] = time;
  }
}
