// A parsed sentence in, a noun behind “after” hung as subject on the clause that it opens: “arrested after Holt, the mayor, was stabbed”, read as “arrested after Holt”.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's relations that the rule goes by; see `clauseSubjectNames`. */
export interface ClauseSubjectNames {
  /** By relation: 1 a preposition, 2 an oblique phrase, 3 a clause beside a verb, 4 a subject, 5 an auxiliary, 6 that of the passive, 7 an apposition or what is taken for one. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly undergoer: number;
  readonly mark: number;
  readonly apposed: number;
}

const CASE = 1;
const OBLIQUE = 2;
const BESIDE = 3;
const SUBJECT = 4;
const AUXILIARY = 5;
const PASSIVE = 6;
const AGENT = 7;
const USES: Readonly<Record<string, number>> = {
  case: CASE, obl: OBLIQUE, advcl: BESIDE, nsubj: SUBJECT, 'nsubj:pass': SUBJECT, csubj: SUBJECT, aux: AUXILIARY, 'aux:pass': PASSIVE, 'obl:agent': AGENT,
}; // biome-ignore format: one table

/** Prepositions that open a clause as well. */
const OPENERS = hashWords('after before since until');

/** What the rule needs of a model's names; null where its treebank does not tell passives. */
export function clauseSubjectNames(relations: readonly string[]): ClauseSubjectNames | null {
  const [subject, undergoer, mark, apposed] = ['nsubj', 'nsubj:pass', 'mark', 'appos'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number];
  if (subject < 0 || undergoer < 0 || mark < 0 || apposed < 0) return null;
  return { use: Uint8Array.from(relations, (name) => USES[name] ?? 0), subject, undergoer, mark, apposed };
}

/** A verb with an auxiliary and without a subject, beside another verb: the phrase that “after” leads between them is its subject. */
export function hangClauseSubjects(state: ParseState, names: ClauseSubjectNames): void {
  const { head, label, form, length } = state;
  const { use } = names;
  for (let verb = 3; verb < length; verb++) {
    if (use[label[verb] as number] !== BESIDE) continue;
    const above = head[verb] as number;
    if (above >= verb || hasDependant(state, verb, use, SUBJECT, 0, verb)) continue;
    const passive = hasDependant(state, verb, use, PASSIVE, above + 1, verb);
    if (!passive && !hasDependant(state, verb, use, AUXILIARY, above + 1, verb)) continue;
    for (let led = above + 1; led < verb; led++) {
      if (use[label[led] as number] !== CASE || !OPENERS.has(form[led] as number)) continue;
      const noun = head[led] as number;
      if (noun <= led || noun >= verb || head[noun] !== above || use[label[noun] as number] !== OBLIQUE) continue;
      head[led] = verb;
      label[led] = names.mark;
      head[noun] = verb;
      label[noun] = passive ? names.undergoer : names.subject;
      // "Holt, mayor of Tarn, was": the mayor did nothing to anybody
      for (let at = noun + 1; at < verb; at++)
        if (head[at] === above && use[label[at] as number] === AGENT) {
          head[at] = noun;
          label[at] = names.apposed;
        }
      break;
    }
  }
}
