// A parsed sentence in, the two names that open a headline joined: “Norland, Oster sign treaty”, read as one name and another.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `listedNames`. */
export interface ListedNames {
  /** By tag: 1 a comma, 2 a noun or a name, 3 a verb as several do it, 4 an adjective, 5 “to”. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 one who is called, 3 an apposition. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly conjunct: number;
  readonly adjective: number;
}

const COMMA = 1;
const NAME = 2;
const PLURAL = 3;
const OF_ONE = 4;
const TO = 5;
const SUBJECT = 1;
const CALLED = 2;
const APPOSED = 3;
const USES: Readonly<Record<string, number>> = { nsubj: SUBJECT, vocative: CALLED, appos: APPOSED };

/** What the rule needs of a model's names; null where its treebank has no subjects or conjuncts. */
export function listedNames(tags: readonly string[], relations: readonly string[]): ListedNames | null {
  const subject = relations.indexOf('nsubj');
  const conjunct = relations.indexOf('conj');
  if (subject < 0 || conjunct < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.endsWith(' ,')
        ? COMMA
        : /^(?:NOUN|PROPN) /.test(name)
          ? NAME
          : /^VERB VBP?$/.test(name)
            ? PLURAL
            : name.startsWith('ADJ ')
              ? OF_ONE
              : name === 'PART TO'
                ? TO
                : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
    conjunct,
    adjective: relations.indexOf('amod'),
  };
}

/** Of a verb that a sentence's first two names stand before, with one comma between them, both are the subject; of what they are to do they are the doers. */
export function hangListed(
  { head, label, tag, length }: ParseState,
  { kind, use, subject, conjunct, adjective }: ListedNames,
): void {
  const is = (at: number, what: number) => kind[tag[at] as number] === what;
  // "Polish, Czech presidents sign pact": theirs of whom the first adjective tells
  const both = length > 4 && adjective >= 0 && is(0, OF_ONE) && is(1, COMMA) && is(2, OF_ONE) && is(3, NAME);
  if (both && head[2] === 3 && use[label[3] as number] === SUBJECT && (head[3] as number) > 3 && head[0] === head[3]) {
    head[0] = 3;
    label[0] = adjective;
    head[2] = 0;
    label[2] = conjunct;
    return;
  }
  let comma = 0;
  while (comma < length && is(comma, NAME)) comma++;
  if (comma === 0 || comma >= length || !is(comma, COMMA)) return;
  let verb = comma + 1;
  // "Holt, Oster's new premier meet"
  while (
    verb < length &&
    (is(verb, NAME) || (is(verb, OF_ONE) && (is(verb + 1, NAME) || is(verb + 1, OF_ONE)))) &&
    !((head[verb] as number) >= length)
  )
    verb++;
  if (verb === comma + 1 || verb >= length) return;
  const [first, second] = [headOf(head, 0, comma), headOf(head, comma + 1, verb)];
  if (first < 0 || second < 0) return;
  // "Norland, Oster to resume ties"
  const ahead = head[first] === length && is(verb, TO) && verb + 1 < length && is(verb + 1, PLURAL);
  if (ahead && head[second] === first && use[label[second] as number] === APPOSED) {
    label[second] = conjunct;
    if (head[verb + 1] === second) head[verb + 1] = first;
    return;
  }
  if (head[first] !== verb) return;
  const called = use[label[first] as number] === CALLED;
  if (!called && use[label[first] as number] !== SUBJECT) return;
  // "Holt, mayor of Orlo," would have a comma behind it, and one alone "signs"
  const other = use[label[second] as number];
  const apposed = head[second] === first && other === APPOSED;
  if (!(head[second] === verb && other === SUBJECT) && !apposed) return;
  if ((called || apposed) && !is(verb, PLURAL) && !is(verb, NAME)) return;
  label[first] = subject;
  head[second] = first;
  label[second] = conjunct;
}

/** The one word of `from..to` that hangs from outside; -1 where several do. */
function headOf(head: Int32Array, from: number, to: number): number {
  let found = -1;
  for (let at = from; at < to; at++) {
    const up = head[at] as number;
    if (up >= from && up < to) continue;
    if (found >= 0) return -1;
    found = at;
  }
  return found;
}
