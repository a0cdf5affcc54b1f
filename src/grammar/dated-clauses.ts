// A parsed sentence in, a subject behind “and” that was joined to the noun before it hung on its own verb out: “left in August 2022 and Germany halted its flights”, “voiced concern, and Mali, which fought, said”.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `datedNames`. */
export interface DatedNames {
  /** By tag: 1 a verb with a tense, 2 a number. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 a conjunct, 3 “and”, 4 what describes a noun between commas. */
  readonly use: Uint8Array;
  readonly subject: number;
}

const TENSED = 1;
const NUMBER = 2;
const SUBJECT = 1;
const CONJUNCT = 2;
const JOINING = 3;
const ASIDE = 4;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, 'nsubj:pass': SUBJECT, conj: CONJUNCT, cc: JOINING, 'acl:relcl': ASIDE, appos: ASIDE,
}; // biome-ignore format: one table
const COMMA = hashWords(',');
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

/**
 * Nobody acts together with a day: whoever stands between the “and” and a verb that lacks its subject is that subject. So is
 * whoever stands there behind a comma, where no “and” joins the verb itself.
 */
export function hangDatedClauses(state: ParseState, names: DatedNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use, subject } = names;
  for (let verb = 4; verb < length; verb++) {
    if (kind[tag[verb] as number] !== TENSED || use[label[verb] as number] !== CONJUNCT) continue;
    const above = head[verb] as number;
    if (above >= verb || hasDependant(state, verb, use, SUBJECT, 0, verb)) continue;
    const who = COMMA.has(form[verb - 1] as number) ? describedBefore(state, names, verb) : verb - 1;
    const day = head[who] as number;
    if (use[label[who] as number] !== CONJUNCT || day >= who || day <= above) continue;
    const dated = who === verb - 1 && (DAYS.has(form[day] as number) || kind[tag[day] as number] === NUMBER);
    if (!dated && !isClauseAlone(state, names, day, who, verb)) continue;
    head[who] = verb;
    label[who] = subject;
    for (let and = day + 1; and < who; and++)
      if (use[label[and] as number] === JOINING && head[and] === who) head[and] = verb;
  }
}

/** Of “and Mali, which fought there, said” the word before the first comma; else the verb itself. */
function describedBefore({ form, head, label }: ParseState, { use }: DatedNames, verb: number): number {
  for (let at = verb - 2; at > 2; at--)
    if (use[label[at] as number] === ASIDE) {
      const who = head[at] as number;
      if (who < at && COMMA.has(form[who + 1] as number)) return who;
    }
  return verb;
}

/** Whether “, and” opens a clause before the second of two nouns: they are no list of three, and nothing else joins the verb. */
function isClauseAlone(state: ParseState, { use }: DatedNames, noun: number, who: number, verb: number): boolean {
  const { form, head, label } = state;
  if (hasDependant(state, verb, use, JOINING, who, verb)) return false;
  for (let at = noun + 1; at < who; at++) if (use[label[at] as number] === CONJUNCT && head[at] === noun) return false;
  for (let and = noun + 2; and < who; and++)
    if (use[label[and] as number] === JOINING && head[and] === who) return COMMA.has(form[and - 1] as number);
  return false;
}
