// A parsed sentence in, two that are counted and what befell both hung as a list: “3 guards, 6 rebels killed in clash”, read as guards who are rebels.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `countedNames`. */
export interface CountedNames {
  /** By tag: 1 a participle. */
  readonly participle: Uint8Array;
  /** By relation: 1 a number before a noun, 2 what a noun is called besides, 3 a clause of a noun. */
  readonly use: Uint8Array;
  readonly conjunct: number;
}

const COUNT = 1;
const APPOSED = 2;
const CLAUSE = 3;
const USES: Readonly<Record<string, number>> = { nummod: COUNT, appos: APPOSED, acl: CLAUSE };
const BEFELL = hashWords('killed slain wounded injured hurt arrested detained freed abducted kidnapped captured held');

/** What the rule needs of a model's names; null where its treebank does not tell what is counted. */
export function countedNames(tags: readonly string[], relations: readonly string[]): CountedNames | null {
  const conjunct = relations.indexOf('conj');
  if (conjunct < 0 || Object.keys(USES).some((name) => !relations.includes(name))) return null;
  return {
    participle: Uint8Array.from(tags, (name) => (name === 'VERB VBN' ? 1 : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    conjunct,
  };
}

/** Where both nouns have a number and no other verb stands above them, the participle behind the second is of both. */
export function hangCounted(state: ParseState, { participle, use, conjunct }: CountedNames): void {
  const { head, label, tag, form, length } = state;
  for (let verb = 4; verb < length; verb++) {
    if (participle[tag[verb] as number] !== 1 || use[label[verb] as number] !== CLAUSE) continue;
    const second = head[verb] as number;
    if (!BEFELL.has(form[verb] as number) || second >= verb || use[label[second] as number] !== APPOSED) continue;
    const first = head[second] as number;
    if (first >= second || (head[first] as number) < length) continue;
    if (!hasDependant(state, first, use, COUNT, 0, first) || !hasDependant(state, second, use, COUNT, first, second))
      continue;
    label[second] = conjunct;
    head[verb] = first;
  }
}
