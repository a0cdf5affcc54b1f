// A parsed sentence in, a gerund behind a verb of beginning or ending hung as what is begun or ended out: “stop recruiting minors”, read as a stop of minors.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `gerundNames`. */
export interface GerundNames {
  /** By tag: whether it is that of a present participle. */
  readonly gerund: Uint8Array;
  /** By relation: whether it is that of what stands before a noun and tells of what kind it is. */
  readonly kind: Uint8Array;
  readonly object: number;
  readonly open: number;
}

const PHASES = hashWords(
  'stop stops stopped start starts started begin begins began begun continue continues continued keep keeps kept resume resumes resumed avoid avoids avoided deny denies denied consider considers considered admit admits admitted quit quits',
);
/** What participles tell of a noun more often than what is done to it. */
const LIKE = hashWords(
  'warring existing rising growing remaining competing leading living fleeing marching protesting speeding advancing retreating striking arriving dying falling outstanding developing pending missing promising following opposing ruling governing crippling ailing emerging surviving dissenting invading incoming visiting migrating feuding conflicting ongoing passing oncoming sitting running flying soaring',
);

/** What the rule needs of a model's names; null where its treebank has no open clauses. */
export function gerundNames(tags: readonly string[], relations: readonly string[]): GerundNames | null {
  const object = relations.indexOf('obj');
  const open = relations.indexOf('xcomp');
  if (object < 0 || open < 0) return null;
  return {
    gerund: Uint8Array.from(tags, (name) => Number(name === 'VERB VBG')),
    kind: Uint8Array.from(relations, (name) => Number(name === 'amod' || name === 'compound')),
    object,
    open,
  };
}

/** The noun behind is the gerund's object; nothing stands between the two verbs. */
export function hangBegun({ form, head, label, tag, length }: ParseState, names: GerundNames): void {
  for (let at = 1; at < length; at++) {
    if (names.gerund[tag[at] as number] !== 1 || names.kind[label[at] as number] !== 1) continue;
    const noun = head[at] as number;
    const verb = at - 1;
    if (noun <= at || noun >= length || head[noun] !== verb || label[noun] !== names.object) continue;
    if (!PHASES.has(form[verb] as number) || LIKE.has(form[at] as number)) continue;
    head[at] = verb;
    label[at] = names.open;
    head[noun] = at;
  }
}
