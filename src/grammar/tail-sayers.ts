// A parsed sentence in, those who end it with “said” hung on that word as its subject: “fought with militias, rebels and the mayor said”, read as one list of those who were fought with.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `sayerNames`. */
export interface SayerNames {
  /** By tag: 1 a comma, 2 a noun or a name. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 what is told, 3 a conjunct, 4 what lists are made of. */
  readonly use: Uint8Array;
  readonly subject: number;
}

const COMMA = 1;
const NOUN = 2;
const SUBJECT = 1;
const TOLD = 2;
const CONJUNCT = 3;
const LISTING = 4;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, 'nsubj:pass': SUBJECT, csubj: SUBJECT, expl: SUBJECT, ccomp: TOLD, parataxis: TOLD, conj: CONJUNCT, cc: LISTING, punct: LISTING,
}; // biome-ignore format: one table
const SAID = hashWords('said says reported confirmed announced');

/** What the rule needs of a model's names; null where its treebank has no subjects or conjuncts. */
export function sayerNames(tags: readonly string[], relations: readonly string[]): SayerNames | null {
  const subject = relations.indexOf('nsubj');
  if (subject < 0 || !relations.includes('conj') || !relations.includes('ccomp')) return null;
  return {
    kind: Uint8Array.from(tags, (name) => (name === 'PUNCT ,' ? COMMA : /^(?:NOUN|PROPN) /.test(name) ? NOUN : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
  };
}

/** Of a verb of saying behind what it tells, without a subject, those between the last comma and the verb are the subject, taken for more of a list before the comma. */
export function hangTailSayers(state: ParseState, names: SayerNames): void {
  const { head, label, tag, form, length } = state;
  const { kind, use } = names;
  for (let verb = 3; verb < length; verb++) {
    if (!SAID.has(form[verb] as number) || kind[tag[verb - 1] as number] !== NOUN) continue;
    let told = false;
    let free = true;
    for (let at = 0; at < length && free; at++) {
      if (head[at] !== verb) continue;
      if (use[label[at] as number] === SUBJECT) free = false;
      if (use[label[at] as number] === TOLD && at < verb) told = true;
    }
    if (!free || !told) continue;
    let comma = verb - 2;
    while (comma > 0 && kind[tag[comma] as number] !== COMMA) comma--;
    if (comma > 0) hang(state, comma, verb, names);
  }
}

/** Hangs the conjuncts between a comma and a verb on the verb, unless anything else there hangs from before the comma. */
function hang({ head, label }: ParseState, comma: number, verb: number, { use, subject }: SayerNames): void {
  let first = -1;
  for (let at = comma + 1; at < verb; at++) {
    const up = head[at] as number;
    if (up > comma && up < verb) continue;
    const way = use[label[at] as number];
    if (up > comma || (way !== CONJUNCT && way !== LISTING)) return;
    if (way === CONJUNCT && first < 0) first = at;
  }
  if (first < 0) return;
  for (let at = comma + 1; at < verb; at++) if (at !== first && (head[at] as number) < comma) head[at] = first;
  head[first] = verb;
  label[first] = subject;
  head[comma] = verb;
}
