// A parsed sentence in, a verb that was taken for a participle made its head: “In Cali, a bomb exploded”, read as “Cali, a bomb that was exploded”.
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `openingNames`. */
export interface OpeningNames {
  /** By tag: 1 a participle or past tense, 2 an adverb. */
  readonly kind: Uint8Array;
  /** By relation: 1 a preposition, 2 an apposition, 3 a clause upon a noun, 4 a phrase upon a noun. */
  readonly use: Uint8Array;
  readonly past: number;
  readonly root: number;
  readonly subject: number;
  readonly oblique: number;
  readonly clause: number;
}

const PAST = 1;
const ADVERB = 2;
const CASE = 1;
const APPOSED = 2;
const UPON = 3;
const PHRASE = 4;
const USES: Readonly<Record<string, number>> = { case: CASE, appos: APPOSED, acl: UPON, nmod: PHRASE };

const COMMA = hashWord(',');
/** Pasts of verbs that nobody does to anything: no participle of theirs stands behind a noun. */
const HAPPENED = hashWords(
  'exploded erupted collapsed died crashed burst occurred happened arrived fell vanished emerged rose landed marched gathered resigned clashed went fled rallied disappeared returned',
);
/** How many words an opening phrase may have. */
const LONGEST = 5;

/** What the rule needs of a model's names; null where its treebank does not tell them apart. */
export function openingNames(tags: readonly string[], relations: readonly string[]): OpeningNames | null {
  const [root, subject, oblique, clause] = ['root', 'nsubj', 'obl', 'advcl'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  const past = tags.indexOf('VERB VBD');
  if (past < 0 || root < 0 || subject < 0 || oblique < 0 || clause < 0) return null;
  const kind = Uint8Array.from(tags, (name) =>
    /^VERB VB[DN]$/.test(name) ? PAST : name.startsWith('ADV ') ? ADVERB : 0,
  );
  return { kind, use: Uint8Array.from(relations, (name) => USES[name] ?? 0), past, root, subject, oblique, clause };
}

/** Writes the verb's tag into `tags` too, where the sentence begins at `first`. */
export function hangOpeningPlaces(state: ParseState, tags: Int32Array, first: number, names: OpeningNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  let top = 0;
  while (top < length && head[top] !== length) top++;
  if (top === 0 || top >= LONGEST || form[top + 1] !== COMMA || !hasDependant(state, top, use, CASE, 0, top)) return;
  let noun = top + 2;
  while (noun < length && !(head[noun] === top && use[label[noun] as number] === APPOSED)) noun++;
  let verb = noun + 1;
  while (verb < length && kind[tag[verb] as number] === ADVERB) verb++;
  if (verb >= length || !HAPPENED.has(form[verb] as number) || kind[tag[verb] as number] !== PAST) return;
  if (head[verb] !== noun || use[label[verb] as number] !== UPON) return;
  for (let at = 0; at < length; at++) {
    if ((head[at] !== top && head[at] !== noun) || (head[at] === noun && at < verb) || at === verb) continue;
    if (head[at] === top && at < noun && form[at] !== COMMA) continue;
    head[at] = verb;
    const way = use[label[at] as number];
    if (way === UPON) label[at] = names.clause;
    else if (way === PHRASE) label[at] = names.oblique;
  }
  head[noun] = verb;
  label[noun] = names.subject;
  head[top] = verb;
  label[top] = names.oblique;
  head[verb] = length;
  label[verb] = names.root;
  tag[verb] = names.past;
  tags[first + verb] = names.past;
}
