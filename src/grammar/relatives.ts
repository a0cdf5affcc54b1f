// A parsed sentence in, clauses of “who” and “which” behind a noun hung on the noun.
import { below } from './below.ts';
import { hashWord } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `relativeNames`. */
export interface RelativeNames {
  /** By tag: 1 common noun, 2 proper noun, 3 verb, 4 a pronoun that asks or relates, 5 comma. */
  readonly kind: Uint8Array;
  /** By relation: 1 subject or object of a verb, 2 what a clause behind a comma is wrongly taken for, 3 part of a name, 4 of a noun phrase, 5 what is said, 6 how or where. */
  readonly use: Uint8Array;
  readonly relative: number;
}

const NOUN = 1;
const NAME = 2;
const VERB = 3;
const WHO = 4;
const COMMA = 5;

const ARGUMENT = 1;
const BESIDE = 2;
const PART = 3;
const PHRASE = 4;
const SAID = 5;
const MANNER = 6;

const WHERE = hashWord('where');

const USES: Readonly<Record<string, number>> = {
  nsubj: ARGUMENT, 'nsubj:pass': ARGUMENT, obj: ARGUMENT, advmod: MANNER, parataxis: BESIDE, conj: BESIDE, advcl: BESIDE, flat: PART,
  compound: PART, nmod: PHRASE, appos: PHRASE, ccomp: SAID,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank does not tell relative clauses. */
export function relativeNames(tags: readonly string[], relations: readonly string[]): RelativeNames | null {
  const relative = relations.indexOf('acl:relcl');
  const kind = Uint8Array.from(tags, (name) => {
    const [upos, own] = name.split(' ');
    if (upos === 'NOUN') return NOUN;
    if (upos === 'PROPN') return NAME;
    if (upos === 'VERB') return VERB;
    return upos === 'PRON' && (own === 'WP' || own === 'WDT') ? WHO : own === ',' ? COMMA : 0;
  });
  const use = Uint8Array.from(relations, (name) => USES[name] ?? 0);
  return relative >= 0 && kind.includes(WHO) && kind.includes(COMMA) ? { kind, use, relative } : null;
}

/**
 * “…the journalist, who was detained”: such a clause describes the noun before the comma, though the parser may take
 * it for one that stands beside the sentence's verb, or for a “said” behind all that is said before it.
 */
export function hangRelatives(
  { form, head, label, tag, length }: ParseState,
  { kind, use, relative }: RelativeNames,
): void {
  const of = (at: number) => kind[tag[at] as number] as number;
  for (let at = 2; at < length; at++) {
    if (of(at - 1) !== COMMA) continue;
    // "in Kharkiv, where a drone struck a house"
    const where = form[at] === WHERE && use[label[at] as number] === MANNER && of(at - 2) === NAME;
    if (!where && (of(at) !== WHO || use[label[at] as number] !== ARGUMENT)) continue;
    const verb = head[at] as number;
    if (verb <= at || verb >= length) continue;
    const said = saidBefore(head, label, use, at, verb);
    const beside = use[label[verb] as number] === BESIDE || (where && use[label[verb] as number] === SAID);
    if (said < 0 && (!beside || (head[verb] as number) >= at)) continue;
    const above = said >= 0 ? said : (head[verb] as number);
    let noun = at - 2;
    if (of(noun) !== NOUN && of(noun) !== NAME) continue;
    while (use[label[noun] as number] === PART && (head[noun] as number) < at) noun = head[noun] as number;
    // a name is what is described; of common nouns the one that leads the phrase
    if (of(noun) === NOUN)
      for (let steps = 0; steps < 4 && use[label[noun] as number] === PHRASE; steps++) {
        const up = head[noun] as number;
        if (up >= at || up === above) break;
        noun = up;
      }
    if (said >= 0) {
      head[said] = head[verb] as number;
      label[said] = label[verb] as number;
    } else if (below(head, noun, verb, length)) continue;
    head[verb] = noun;
    label[verb] = relative;
  }
}

/** The clause before a comma that hangs on the verb of “who”, as if that told who said it; -1 where there is none. */
function saidBefore(head: Int32Array, label: Int32Array, use: Uint8Array, at: number, verb: number): number {
  let top = at - 2;
  while (top < at && head[top] !== verb) top = head[top] as number;
  return top < at && use[label[top] as number] === SAID ? top : -1;
}
