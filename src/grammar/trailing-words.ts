// A parsed sentence in, a gerund of speech behind a told clause hung on the verb that tells it: “said talks would go on, urging calm”, read as what would be done with that.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `trailingNames`. */
export interface TrailingNames {
  /** By tag: 1 a comma, 2 a gerund. */
  readonly kind: Uint8Array;
  readonly told: number;
  readonly beside: number;
  readonly auxiliary: number;
}

const COMMA = 1;
const GERUND = 2;
const SAID: ReadonlySet<number> = hashWords('said says say announced announces stated told added declared confirmed');
const AHEAD: ReadonlySet<number> = hashWords("will would 'll shall");
/** What one does by saying. */
const SAYING: ReadonlySet<number> = hashWords(
  'asking urging calling accusing blaming warning condemning denouncing criticising criticizing demanding praising thanking hailing welcoming rejecting dismissing vowing threatening describing citing adding noting stressing insisting appealing',
);

/** What the rule needs of a model's names; null where its treebank does not tell what is told. */
export function trailingNames(tags: readonly string[], relations: readonly string[]): TrailingNames | null {
  const [told, beside, auxiliary] = ['ccomp', 'advcl', 'aux'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (told < 0 || beside < 0 || auxiliary < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) => (name.endsWith(' ,') ? COMMA : name === 'VERB VBG' ? GERUND : 0)),
    told,
    beside,
    auxiliary,
  };
}

/** What somebody says right behind a comma is said with the words before, and not done with what is to come. */
export function hangTrailing({ form, head, label, tag, length }: ParseState, names: TrailingNames): void {
  const { kind, told, beside, auxiliary } = names;
  for (let gerund = 3; gerund < length; gerund++) {
    if (label[gerund] !== beside || kind[tag[gerund] as number] !== GERUND) continue;
    if (kind[tag[gerund - 1] as number] !== COMMA || !SAYING.has(form[gerund] as number)) continue;
    const clause = head[gerund] as number;
    if (clause >= gerund || label[clause] !== told) continue;
    const verb = head[clause] as number;
    if (verb >= clause || !SAID.has(form[verb] as number)) continue;
    for (let at = verb + 1; at < clause; at++)
      if (head[at] === clause && label[at] === auxiliary && AHEAD.has(form[at] as number)) head[gerund] = verb;
  }
}
