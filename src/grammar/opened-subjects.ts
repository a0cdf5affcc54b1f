// A parsed sentence in, the subject behind an opening phrase hung on the verb: “On Friday, the mayor resigned”, read as one list of the day and the mayor.
import { hasDependant } from './dependants.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `openedNames`. */
export interface OpenedNames {
  /** By tag: 1 a comma, 2 a verb. */
  readonly kind: Uint8Array;
  /** By relation: 1 a preposition, 2 an oblique phrase, 3 a conjunct, 4 a conjunction, 5 a subject, 6 an auxiliary of the passive, 7 a phrase upon a noun, 8 another name of it. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly oblique: number;
  readonly undergoer: number;
}

const COMMA = 1;
const VERB = 2;
const CASE = 1;
const OBLIQUE = 2;
const CONJUNCT = 3;
const JOINING = 4;
const SUBJECT = 5;
const PASSIVE = 6;
const PHRASE = 7;
const NAMED = 8;
const USES: Readonly<Record<string, number>> = {
  case: CASE, obl: OBLIQUE, conj: CONJUNCT, cc: JOINING, nsubj: SUBJECT, 'nsubj:pass': SUBJECT, csubj: SUBJECT, expl: SUBJECT, 'aux:pass': PASSIVE, nmod: PHRASE, appos: NAMED,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank has no subjects or conjuncts. */
export function openedNames(tags: readonly string[], relations: readonly string[]): OpenedNames | null {
  const subject = relations.indexOf('nsubj');
  if (subject < 0 || !relations.includes('conj') || !relations.includes('obl')) return null;
  const passive = relations.indexOf('nsubj:pass');
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.endsWith(' ,') ? COMMA : /^(?:VERB VB[DZPN]|VERB VB|VERB VBG)$/.test(name) ? VERB : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
    oblique: relations.indexOf('obl'),
    undergoer: passive < 0 ? subject : passive,
  };
}

/** Of a verb without a subject the noun that a comma alone joins to an oblique phrase in front, or to the end of one, is the subject. */
export function hangOpened(state: ParseState, names: OpenedNames): void {
  const { head, label, tag, length } = state;
  const { kind, use } = names;
  for (let noun = 2; noun < length; noun++) {
    // "on Friday, Ana Holt, the mayor, resigned": no other name of the day
    if (use[label[noun] as number] !== CONJUNCT && use[label[noun] as number] !== NAMED) continue;
    const first = head[noun] as number;
    const opening = first < noun && use[label[first] as number] === PHRASE ? (head[first] as number) : first;
    if (opening >= noun || opening >= length) continue;
    // "after talks in Orlo, Velmar": what a preposition leads is no subject either
    const taken = use[label[opening] as number] === SUBJECT && opening !== first;
    if (!taken && use[label[opening] as number] !== OBLIQUE) continue;
    const verb = head[opening] as number;
    if (verb <= noun || verb >= length || kind[tag[verb] as number] !== VERB) continue;
    if (!isFree(state, opening, noun, verb, names)) continue;
    if (taken) label[opening] = names.oblique;
    if (opening !== first)
      for (let at = noun + 1; at < verb; at++)
        if (head[at] === first && use[label[at] as number] === CONJUNCT) head[at] = noun;
    const passive = hasDependant(state, verb, use, PASSIVE, noun + 1, verb);
    head[noun] = verb;
    label[noun] = passive ? names.undergoer : names.subject;
  }
}

/** Whether the opening phrase has a preposition, a comma and no “and” stand between, and the verb has no subject. */
function isFree(state: ParseState, opening: number, noun: number, verb: number, { kind, use }: OpenedNames): boolean {
  const { head, label, tag } = state;
  let led = false;
  let comma = false;
  for (let at = 0; at < verb; at++) {
    const way = use[label[at] as number];
    if (head[at] === verb && way === SUBJECT && at !== opening) return false;
    if (head[at] === opening && way === CASE && at < opening) led = true;
    if (at > opening && at < noun && kind[tag[at] as number] === COMMA) comma = true;
    // "in Tarn, Orlo and Velmar": a list of what the preposition leads
    if (at > opening && (head[at] === opening || head[at] === noun) && way === JOINING) return false;
    if (at !== noun && head[at] === opening && way === CONJUNCT) return false;
  }
  return led && comma;
}
