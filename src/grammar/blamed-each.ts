// A parsed sentence in, the second one blamed hung beside the first out: “accused Velmar of shelling Lintz and Oster of arming it”, read as shelling of Lintz and Oster.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `blamedNames`. */
export interface BlamedNames {
  /** By tag: 1 a name, 2 a gerund, 3 a common noun. */
  readonly kind: Uint8Array;
  readonly object: number;
  readonly conjunct: number;
  readonly clause: number;
}

const NAME = 1;
const GERUND = 2;
const NOUN = 3;
const ACCUSING = hashWords('accused accuse accuses accusing suspected suspects');
const OF = hashWord('of');
const AND = hashWords('and but while');
const COMMA = hashWord(',');
const THE = hashWord('the');
/** What names that go on with "of" end in. */
const BODY = hashWords(
  'ministry minister bank university republic house court board department office council chamber state institute academy federation union league secretary chief head',
);
/** How far the second "of" may stand behind the verb. */
const FAR = 24;

/** What the rule needs of a model's names; null where its treebank has no clauses beside nouns. */
export function blamedNames(tags: readonly string[], relations: readonly string[]): BlamedNames | null {
  const [object, conjunct, clause] = ['obj', 'conj', 'acl'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (Math.min(object, conjunct, clause) < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('PROPN ') ? NAME : name === 'VERB VBG' ? GERUND : name.startsWith('NOUN ') ? NOUN : 0,
    ),
    object,
    conjunct,
    clause,
  };
}

/** A name or a noun between “and” and “of” with a gerund, behind a first “of”: whoever accuses blames each of one thing. */
export function hangBlamedEach({ form, head, label, tag, length }: ParseState, names: BlamedNames): void {
  const { kind, object } = names;
  for (let verb = 0; verb + 6 < length; verb++) {
    if (!ACCUSING.has(form[verb] as number)) continue;
    let first = -1;
    let led = -1;
    for (let at = verb + 1; at < length && at < verb + FAR; at++) {
      if (first < 0 && head[at] === verb && label[at] === object) first = at;
      if (form[at] !== OF || first < 0) continue;
      if (led < 0) {
        if (at > first) led = at;
        continue;
      }
      const gerund = kind[tag[at + 1] as number] === GERUND;
      if (!gerund && kind[tag[at + 1] as number] !== NOUN) continue;
      const other = at - 1;
      const one = kind[tag[other] as number];
      let from = other;
      while (from > led + 2 && (one === NAME ? kind[tag[from - 1] as number] === NAME : form[from - 1] === THE)) from--;
      // "of fraud and Oster of graft", but "and the head of state", "and Holt Bank of commerce"
      const named = gerund
        ? one === NAME || (one === NOUN && from < other)
        : one === NAME && !BODY.has(form[other] as number);
      if (!named || !(AND.has(form[from - 1] as number) || form[from - 1] === COMMA)) continue;
      const top = topOf(head, from, other);
      head[top] = first;
      label[top] = names.conjunct;
      const deed = at + 1;
      if (!gerund) continue;
      head[deed] = top;
      label[deed] = names.clause;
    }
  }
}

/** The word of a phrase from which the others hang. */
function topOf(head: Int32Array, from: number, to: number): number {
  for (let at = from; at <= to; at++) if ((head[at] as number) < from || (head[at] as number) > to) return at;
  return to;
}
