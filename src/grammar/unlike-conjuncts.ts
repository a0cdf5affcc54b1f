// A parsed sentence in, a verb with a tense that was joined to an infinitive hung on the verb of its own form out: “urged them to wait and spoke to Holt”, where nobody was urged to speak.
import { hasDependant } from './dependants.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `unlikeNames`. */
export interface UnlikeNames {
  /** By tag: 1 an infinitive, 2 a past, 3 a present of the third person. */
  readonly kind: Uint8Array;
  /** By relation: 1 a conjunct, 2 a mark. */
  readonly use: Uint8Array;
}

const INFINITIVE = 1;
const PAST = 2;
const CONJUNCT = 1;
const MARK = 2;

/** What the rule needs of a model's names; null where its treebank has no conjuncts or marks. */
export function unlikeNames(tags: readonly string[], relations: readonly string[]): UnlikeNames | null {
  if (!relations.includes('conj') || !relations.includes('mark')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name === 'VERB VB' ? INFINITIVE : name === 'VERB VBD' ? PAST : name === 'VERB VBZ' ? 3 : 0,
    ),
    use: Uint8Array.from(relations, (name) => (name === 'conj' ? CONJUNCT : name === 'mark' ? MARK : 0)),
  };
}

/** An infinitive is joined to infinitives: what has a tense goes on from the verb above that has the same. */
export function hangUnlike(state: ParseState, { kind, use }: UnlikeNames): void {
  const { head, label, tag, length } = state;
  for (let verb = 2; verb < length; verb++) {
    if (use[label[verb] as number] !== CONJUNCT) continue;
    const form = kind[tag[verb] as number] as number;
    const first = head[verb] as number;
    if (form < PAST || first >= verb || kind[tag[first] as number] !== INFINITIVE) continue;
    if (!hasDependant(state, first, use, MARK, 0, first)) continue;
    let above = head[first] as number;
    while (above < first && kind[tag[above] as number] !== form) {
      const up = head[above] as number;
      if (up > above) break;
      above = up;
    }
    if (above < first && kind[tag[above] as number] === form) head[verb] = above;
  }
}
