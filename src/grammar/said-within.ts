// A parsed sentence in, “who” put with its own verb where somebody says what it did out: “a man who police say shot two guards”, read with two subjects of “say”.
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `saidNames`. */
export interface SaidNames {
  /** By tag: 1 a pronoun that relates, 2 a past participle. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 an object, 3 a subject of the passive, 4 what is said, 5 an auxiliary of the passive, 6 another auxiliary or “be”. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly undergoer: number;
  readonly relative: number;
  /** The tag of a verb in the past tense. */
  readonly past: number;
  /** The tag of "that" as a pronoun. */
  readonly that: number;
}

const WHO = 1;
const PARTICIPLE = 2;
const SUBJECT = 1;
const OBJECT = 2;
const UNDERGOER = 3;
const SAID = 4;
const PASSIVE = 5;
const AUXILIARY = 6;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, obj: OBJECT, 'nsubj:pass': UNDERGOER, ccomp: SAID, 'aux:pass': PASSIVE, aux: AUXILIARY, cop: AUXILIARY,
}; // biome-ignore format: one table

const THAT = hashWord('that');
const SAYING = hashWords('say says said believe believes believed allege alleges alleged claim claims claimed suspect');

/** What the rule needs of a model's names; null where its treebank does not tell relative clauses. */
export function saidNames(tags: readonly string[], relations: readonly string[]): SaidNames | null {
  const [subject, undergoer, relative] = ['nsubj', 'nsubj:pass', 'acl:relcl'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number];
  const past = tags.indexOf('VERB VBD');
  const that = tags.indexOf('PRON WDT');
  if (Math.min(subject, undergoer, relative, past, that) < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) => (/^PRON W(?:P|DT)$/.test(name) ? WHO : name === 'VERB VBN' ? PARTICIPLE : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
    undergoer,
    relative,
    past,
    that,
  };
}

/** Behind “who” and whoever says it stands the verb of which “who” is the subject. */
export function hangSaidWithin(state: ParseState, names: SaidNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  for (let say = 2; say + 1 < length; say++) {
    if (label[say] !== names.relative || !SAYING.has(form[say] as number)) continue;
    let who = -1;
    let sayer = -1;
    for (let at = say - 1; at >= 0 && at > say - 12; at--) {
      const link = use[label[at] as number];
      // "those who officials say": taken for a name's first word, and "that" for what only opens a clause
      if (sayer >= 0 && head[at] === sayer && kind[tag[at] as number] === WHO) who = at;
      if (head[at] !== say) continue;
      if (sayer >= 0 && (form[at] === THAT || (link !== 0 && kind[tag[at] as number] === WHO))) who = at;
      else if (link === SUBJECT && sayer < 0 && kind[tag[at] as number] !== WHO) sayer = at;
    }
    if (who < 0) continue;
    const verb = saidVerb(state, say, use);
    if (verb < 0 || hasDependant(state, verb, use, SUBJECT, 0, length)) continue;
    if (hasDependant(state, verb, use, UNDERGOER, 0, length)) continue;
    const passive = hasDependant(state, verb, use, PASSIVE, say + 1, verb);
    head[who] = verb;
    if (kind[tag[who] as number] !== WHO) tag[who] = names.that;
    label[who] = passive ? names.undergoer : names.subject;
    const helped = passive || hasDependant(state, verb, use, AUXILIARY, say + 1, verb);
    if (!helped && kind[tag[verb] as number] === PARTICIPLE) tag[verb] = names.past;
  }
}

/** The verb of what is said, before which only its own auxiliaries and adverbs stand; -1 for none. */
function saidVerb({ head, label, length }: ParseState, say: number, use: Uint8Array): number {
  let at = say + 1;
  while (at < length && at < say + 6 && head[at] !== say) at++;
  if (at >= length || head[at] !== say || use[label[at] as number] !== SAID) return -1;
  for (let between = say + 1; between < at; between++) if (head[between] !== at) return -1;
  return at;
}
