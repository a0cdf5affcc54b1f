// A parsed sentence in, the noun right before a clause's auxiliary hung on that clause as its subject: “said the mayor was shot”, read as “said the mayor”.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `auxiliaryNames`. */
export interface AuxiliaryNames {
  /** By tag: 1 an auxiliary with a tense, 2 a noun or a name. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 an auxiliary or copula, 3 an object, 4 a conjunct, 5 an adverb, 6 what is told, 7 a conjunction. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly undergoer: number;
  readonly passive: number;
}

const FINITE = 1;
const NOUN = 2;
const SUBJECT = 1;
const HELPING = 2;
const OBJECT = 3;
const CONJUNCT = 4;
const ADVERB = 5;
const TOLD = 6;
const JOINING = 7;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, 'nsubj:pass': SUBJECT, csubj: SUBJECT, 'csubj:pass': SUBJECT, expl: SUBJECT, aux: HELPING, 'aux:pass': HELPING, cop: HELPING, obj: OBJECT, iobj: OBJECT,
  conj: CONJUNCT, advmod: ADVERB, ccomp: TOLD, advcl: TOLD, parataxis: TOLD, xcomp: TOLD, cc: JOINING,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank does not tell passives. */
export function auxiliaryNames(tags: readonly string[], relations: readonly string[]): AuxiliaryNames | null {
  const [subject, undergoer, passive] = ['nsubj', 'nsubj:pass', 'aux:pass'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (subject < 0 || undergoer < 0 || passive < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      /^AUX (?:VB[DPZ]|MD)$/.test(name) ? FINITE : /^(?:NOUN|PROPN) /.test(name) ? NOUN : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
    undergoer,
    passive,
  };
}

/** Of a clause with a finite auxiliary and no subject the noun before it is the subject, taken for an object of that clause or of the one that tells it, or for one more that a clause before is about. */
export function hangAuxiliarySubjects(state: ParseState, names: AuxiliaryNames): void {
  const { head, label, tag, length } = state;
  const { kind, use } = names;
  for (let first = 1; first < length; first++) {
    if (kind[tag[first] as number] !== FINITE || use[label[first] as number] !== HELPING) continue;
    const verb = head[first] as number;
    if (verb <= first || verb >= length) continue;
    let passive = false;
    let free = true;
    for (let at = 0; at < length && free; at++) {
      if (head[at] !== verb) continue;
      const way = use[label[at] as number];
      // an auxiliary before this one: "will have been"
      if (way === SUBJECT || (way === HELPING && at < first)) free = false;
      if (label[at] === names.passive) passive = true;
    }
    if (!free) continue;
    const close = before(state, first, verb, names);
    const noun = close < 0 ? objectBefore(state, first, verb, names) : close;
    if (noun < 0) continue;
    if (use[label[noun] as number] === CONJUNCT)
      for (let at = noun - 1; at >= 0; at--)
        if (head[at] === noun && use[label[at] as number] === JOINING) head[at] = verb;
    head[noun] = verb;
    label[noun] = passive ? names.undergoer : names.subject;
  }
}

/** The noun whose phrase ends before the auxiliary and that may be its subject; -1 for none. */
function before(
  { head, label, tag, length }: ParseState,
  first: number,
  verb: number,
  { kind, use }: AuxiliaryNames,
): number {
  let at = first - 1;
  while (at > 0 && head[at] === verb && use[label[at] as number] === ADVERB) at--;
  if (kind[tag[at] as number] !== NOUN) return -1;
  const above = head[verb] as number;
  const told = use[label[verb] as number] === TOLD;
  let conjunct = -1;
  const joined = use[label[verb] as number] === CONJUNCT;
  for (let steps = 0; steps < 8 && at >= 0 && at < first; steps++) {
    const up = head[at] as number;
    const way = use[label[at] as number];
    // "crossing parts of Mali and Niger rebels have looted": the last of a list is none of it
    if (way === OBJECT && up === verb) return conjunct < 0 ? at : conjunct;
    if (way === OBJECT && told && up === above && above < at) return at;
    if (way === CONJUNCT && isJoined(head, label, at, use)) {
      // "fought with police and Holt was found": an “and” of the clause, and no comma list
      if (joined && up < at && above < up) return at;
      conjunct = at;
    }
    if (up >= length || up >= first) return -1;
    at = up;
  }
  return -1;
}

/** "Said a group, the Front (FF), had freed them": an object before the auxiliary of a clause that is told; -1 for none. */
function objectBefore(
  { head, label, tag, length }: ParseState,
  first: number,
  verb: number,
  { kind, use }: AuxiliaryNames,
): number {
  const above = head[verb] as number;
  if (use[label[verb] as number] !== TOLD || above >= length || above > verb) return -1;
  for (let at = above + 1; at < first; at++)
    if (head[at] === verb && use[label[at] as number] === OBJECT && kind[tag[at] as number] === NOUN) return at;
  return -1;
}

const isJoined = (head: Int32Array, label: Int32Array, noun: number, use: Uint8Array): boolean => {
  for (let at = noun - 1; at >= 0 && at > noun - 6; at--)
    if (head[at] === noun && use[label[at] as number] === JOINING) return true;
  return false;
};
