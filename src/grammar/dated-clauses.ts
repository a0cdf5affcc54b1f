// A parsed sentence in, a subject behind “and” that was joined to the day before it hung on its own verb out: “left in August 2022 and Germany halted its flights”, read as “August 2022 and Germany”.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `datedNames`. */
export interface DatedNames {
  /** By tag: 1 a verb with a tense, 2 a number. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 a conjunct, 3 “and”. */
  readonly use: Uint8Array;
  readonly subject: number;
}

const TENSED = 1;
const NUMBER = 2;
const SUBJECT = 1;
const CONJUNCT = 2;
const JOINING = 3;
const USES: Readonly<Record<string, number>> = { nsubj: SUBJECT, 'nsubj:pass': SUBJECT, conj: CONJUNCT, cc: JOINING };
const DAYS = hashWords(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday week month year today yesterday',
);

/** What the rule needs of a model's names; null where its treebank does not tell what is coordinated. */
export function datedNames(tags: readonly string[], relations: readonly string[]): DatedNames | null {
  const subject = relations.indexOf('nsubj');
  if (subject < 0 || !relations.includes('conj') || !relations.includes('cc')) return null;
  return {
    kind: Uint8Array.from(tags, (name) => (/^VERB VB[DZP]$/.test(name) ? TENSED : name === 'NUM CD' ? NUMBER : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
  };
}

/** Nobody acts together with a day: whoever stands between the “and” and a verb that lacks its subject is that subject. */
export function hangDatedClauses(state: ParseState, { kind, use, subject }: DatedNames): void {
  const { form, head, label, tag, length } = state;
  for (let verb = 4; verb < length; verb++) {
    if (kind[tag[verb] as number] !== TENSED || use[label[verb] as number] !== CONJUNCT) continue;
    const above = head[verb] as number;
    if (above >= verb || hasDependant(state, verb, use, SUBJECT, 0, verb)) continue;
    const who = verb - 1;
    const day = head[who] as number;
    if (use[label[who] as number] !== CONJUNCT || day >= who || day <= above) continue;
    if (!DAYS.has(form[day] as number) && kind[tag[day] as number] !== NUMBER) continue;
    head[who] = verb;
    label[who] = subject;
    for (let and = day + 1; and < who; and++)
      if (use[label[and] as number] === JOINING && head[and] === who) head[and] = verb;
  }
}
