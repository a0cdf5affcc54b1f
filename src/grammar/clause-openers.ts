// A parsed sentence in, clauses behind “after” and “before” that were taken for a phrase made clauses: “came days after they signed”.
import { below } from './below.ts';
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `openerNames`. */
export interface OpenerNames {
  /** By tag: 1 a finite verb, 2 an adverb. */
  readonly kind: Uint8Array;
  /** By relation: 1 a preposition, 2 a noun with one, 3 what a clause behind it may have been taken for, 4 a subject. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly mark: number;
  readonly clause: number;
}

const FINITE = 1;
const ADVERB = 2;

const CASE = 1;
const OBLIQUE = 2;
const BESIDE = 3;
const SUBJECT = 4;
const USES: Readonly<Record<string, number>> = {
  case: CASE, obl: OBLIQUE, nmod: OBLIQUE, advcl: BESIDE, conj: BESIDE, parataxis: BESIDE, ccomp: BESIDE, nsubj: SUBJECT,
  'nsubj:pass': SUBJECT, csubj: SUBJECT, expl: SUBJECT,
}; // biome-ignore format: one table

const COMMA = hashWord(',');
const OPENERS = hashWords('after before until since');

/** What the rule needs of a model's names; null where its treebank does not tell clauses from phrases. */
export function openerNames(tags: readonly string[], relations: readonly string[]): OpenerNames | null {
  const of = (name: string) => relations.indexOf(name);
  const kind = Uint8Array.from(tags, (name) =>
    /^VERB VB[DPZ]$/.test(name) ? FINITE : name.startsWith('ADV ') ? ADVERB : 0,
  );
  const use = Uint8Array.from(relations, (name) => USES[name] ?? 0);
  const names = { subject: of('nsubj'), mark: of('mark'), clause: of('advcl') };
  return Object.values(names).every((one) => one >= 0) ? { kind, use, ...names } : null;
}

/** A noun behind “after” with a finite verb at once behind its phrase is the subject of that verb. */
export function hangOpenedClauses(state: ParseState, names: OpenerNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  for (let opener = 0; opener + 2 < length; opener++) {
    if (!OPENERS.has(form[opener] as number) || use[label[opener] as number] !== CASE) continue;
    const noun = head[opener] as number;
    if (noun <= opener || noun >= length || use[label[noun] as number] !== OBLIQUE) continue;
    const above = head[noun] as number;
    if (above >= opener) continue;
    let verb = noun + 1;
    // "after the rebels, who hold the port, signed": what stands between two commas, not "after the talks, signed"
    let commas = 0;
    while (verb < length && (form[verb] === COMMA || below(head, verb, noun, length)))
      if (form[verb++] === COMMA) commas++;
    if (commas % 2 === 1) continue;
    while (verb < length && kind[tag[verb] as number] === ADVERB) verb++;
    if (verb >= length || kind[tag[verb] as number] !== FINITE) continue;
    if (use[label[verb] as number] !== BESIDE || (head[verb] as number) !== above) continue;
    if (hasDependant(state, verb, use, SUBJECT, 0, length)) continue;
    head[noun] = verb;
    label[noun] = names.subject;
    head[opener] = verb;
    label[opener] = names.mark;
    label[verb] = names.clause;
  }
}
