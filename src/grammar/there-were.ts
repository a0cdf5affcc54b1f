// A parsed sentence in, what belongs to the noun behind “there were” hung from it: “there were calls from the opposition for elections”, read as being from the opposition.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's relations that the rule goes by; see `existentialNames`. */
export interface ExistentialNames {
  readonly there: number;
  readonly subject: number;
  readonly oblique: number;
  readonly modifier: number;
  readonly case: number;
}

/** Nouns of what somebody says or does to somebody: whose it is and what it is for stands behind them. */
const OF_SOMEBODY = hashWords(
  'call calls demand demands appeal appeals request requests plea pleas threat threats warning warnings accusation accusations criticism condemnation complaint complaints protest protests attack attacks clash clashes talks meeting meetings strike strikes',
);
const WHOSE = hashWords('from for by against between with of on to');

/** What the rule needs of a model's names; null where its treebank does not tell “there” from a subject. */
export function existentialNames(relations: readonly string[]): ExistentialNames | null {
  const [there, subject, oblique, modifier, marker] = ['expl', 'nsubj', 'obl', 'nmod', 'case'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number, number];
  if (Math.min(there, subject, oblique, modifier, marker) < 0) return null;
  return { there, subject, oblique, modifier, case: marker };
}

/** What prepositions of whose and what for lead, behind such a noun, is its own and not the verb's. */
export function hangExistential({ form, head, label, length }: ParseState, names: ExistentialNames): void {
  for (let there = 0; there < length; there++) {
    if (label[there] !== names.there) continue;
    const being = head[there] as number;
    let noun = -1;
    for (let at = being + 1; at < length && noun < 0; at++)
      if (head[at] === being && label[at] === names.subject && OF_SOMEBODY.has(form[at] as number)) noun = at;
    if (noun < 0) continue;
    for (let at = noun + 1; at < length; at++) {
      if (head[at] !== being || label[at] !== names.oblique) continue;
      for (let marker = noun + 1; marker < at; marker++)
        if (head[marker] === at && label[marker] === names.case && WHOSE.has(form[marker] as number)) {
          head[at] = noun;
          label[at] = names.modifier;
          break;
        }
    }
  }
}
