// A parsed sentence in, the object of the second of two verbs hung on it: “met and discussed trade”, read as “met trade”.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's relations that the rule goes by; see `metNames`. */
export interface MetNames {
  readonly object: number;
  readonly conjunct: number;
  readonly joining: number;
}

/** What only one with another does, and to no thing. */
const MET: ReadonlySet<number> = hashWords('met meet meets meeting gathered gather spoke speak talked talk conferred');
/** What is done to matters and papers, and to nobody. */
const DISCUSSED: ReadonlySet<number> = hashWords(
  'discussed discuss discusses discussing signed sign signs signing adopted adopt reviewed review exchanged exchange debated debate explored explore considered consider issued issue approved approve examined examine held hold',
);

/** What the rule needs of a model's names; null where its treebank has no objects or conjuncts. */
export function metNames(relations: readonly string[]): MetNames | null {
  const [object, conjunct, joining] = ['obj', 'conj', 'cc'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  return object < 0 || conjunct < 0 || joining < 0 ? null : { object, conjunct, joining };
}

/** What stands behind the second of two such verbs, and was hung from the first, is what the second is done to. */
export function hangMet({ form, head, label, length }: ParseState, { object, conjunct, joining }: MetNames): void {
  for (let second = 2; second < length; second++) {
    if (label[second] !== conjunct || !DISCUSSED.has(form[second] as number)) continue;
    const first = head[second] as number;
    if (first >= second || !MET.has(form[first] as number)) continue;
    let led = false;
    for (let at = first + 1; at < second; at++) if (label[at] === joining && head[at] === second) led = true;
    if (!led) continue;
    let own = -1;
    let lent = -1;
    for (let at = second + 1; at < length; at++) {
      if (label[at] !== object) continue;
      if (head[at] === second) own = at;
      if (head[at] === first && lent < 0) lent = at;
    }
    if (own < 0 && lent >= 0) head[lent] = second;
  }
}
