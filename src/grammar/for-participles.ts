// A parsed sentence in, “for” put back before the one it leads: “set bail for a nurse charged with theft”, read as bail set for what a nurse charged.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `forNames`. */
export interface ForNames {
  readonly participle: Uint8Array;
  readonly mark: number;
  readonly case: number;
  readonly oblique: number;
  readonly beside: number;
  readonly clause: number;
}

const FOR = hashWord('for');
/** “Held for hours accused of theft”: how long. */
const LONG = hashWords('minutes hours days weeks months years decades time hour day week month year while long');

/** What the rule needs of a model's names; null where its treebank lacks one. */
export function forNames(tags: readonly string[], relations: readonly string[]): ForNames | null {
  const [mark, marker, oblique, beside, clause] = ['mark', 'case', 'obl', 'advcl', 'acl'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number, number];
  if (Math.min(mark, marker, oblique, beside, clause) < 0) return null;
  const participle = Uint8Array.from(tags, (name) => Number(name === 'VERB VBN'));
  return { participle, mark, case: marker, oblique, beside, clause };
}

/** A participle behind “for” and a noun describes the noun, which the verb above has its “for” with. */
export function hangForParticiples({ form, head, label, tag, length }: ParseState, names: ForNames): void {
  for (let verb = 3; verb < length; verb++) {
    if (label[verb] !== names.beside || names.participle[tag[verb] as number] !== 1) continue;
    const noun = verb - 1;
    if (head[noun] !== verb || label[noun] !== names.oblique) continue;
    let led = noun - 1;
    while (led >= 0 && head[led] === noun) led--;
    let own = noun - 1;
    while (own > led && form[own] !== FOR) own--;
    const marked = led >= 0 && form[led] === FOR && head[led] === verb && label[led] === names.mark;
    if (own > led && label[own] === names.case) led = own;
    else if (!marked) continue;
    if (LONG.has(form[noun] as number)) continue;
    head[led] = noun;
    label[led] = names.case;
    head[noun] = head[verb] as number;
    head[verb] = noun;
    label[verb] = names.clause;
  }
}
