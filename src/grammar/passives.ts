// A parsed sentence in, “was” before a participle made the passive's auxiliary: “curfew was relaxed”, read as what curfew is like.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `passiveNames`. */
export interface PassiveNames {
  /** By tag: 1 a participle. */
  readonly participle: Uint8Array;
  readonly copula: number;
  readonly auxiliary: number;
  readonly subject: number;
  readonly undergoer: number;
}

/** What the rule needs of a model's names; null where its treebank does not tell passives. */
export function passiveNames(tags: readonly string[], relations: readonly string[]): PassiveNames | null {
  const [copula, auxiliary, subject, undergoer] = ['cop', 'aux:pass', 'nsubj', 'nsubj:pass'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number];
  if (copula < 0 || auxiliary < 0 || subject < 0 || undergoer < 0) return null;
  return {
    participle: Uint8Array.from(tags, (name) => (name === 'VERB VBN' ? 1 : 0)),
    copula,
    auxiliary,
    subject,
    undergoer,
  };
}

/** What is tagged as a participle of a verb has no copula. */
export function hangPassives({ head, label, tag, length }: ParseState, names: PassiveNames): void {
  for (let copula = 0; copula < length; copula++) {
    if (label[copula] !== names.copula) continue;
    const verb = head[copula] as number;
    if (verb >= length || names.participle[tag[verb] as number] !== 1) continue;
    label[copula] = names.auxiliary;
    for (let at = 0; at < verb; at++) if (head[at] === verb && label[at] === names.subject) label[at] = names.undergoer;
  }
}
