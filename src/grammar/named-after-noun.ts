// A parsed sentence in, a noun hung on the name right behind it as a title is: “the bloc Arva has warned”, read with two subjects or as “the bloc that Arva has warned”.
import { hasDependant } from './dependants.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `namedNames`. */
export interface NamedNames {
  /** By tag: 1 a common noun, 2 a name, 3 punctuation and what leads or joins a phrase. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 an auxiliary of the passive, 3 a subject of the passive, 4 a relative clause, 5 an object. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly compound: number;
  readonly root: number;
}

const COMMON = 1;
const NAME = 2;
const EDGE = 3;
const SUBJECT = 1;
const PASSIVE = 2;
const UNDERGOER = 3;
const RELATIVE = 4;
const OBJECT = 5;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, 'aux:pass': PASSIVE, 'nsubj:pass': UNDERGOER, 'acl:relcl': RELATIVE, obj: OBJECT,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank has no subjects or compounds. */
export function namedNames(tags: readonly string[], relations: readonly string[]): NamedNames | null {
  const subject = relations.indexOf('nsubj');
  const compound = relations.indexOf('compound');
  if (subject < 0 || compound < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      /^NOUN NNS?$/.test(name)
        ? COMMON
        : name.startsWith('PROPN ')
          ? NAME
          : /^(?:PUNCT|ADP|CCONJ) /.test(name)
            ? EDGE
            : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject,
    compound,
    root: relations.indexOf('root'),
  };
}

/** Of two subjects of one verb that stand side by side, a noun and a name, the noun says what the named one is, as a title does. */
export function hangNamed(state: ParseState, names: NamedNames): void {
  const { kind, use, subject, compound } = names;
  const { head, label, tag, length } = state;
  for (let name = 1; name < length; name++) {
    const verb = head[name] as number;
    if (kind[tag[name] as number] !== NAME || verb <= name || verb >= length || !isSubject(use, label[name] as number))
      continue;
    let edge = name;
    while (edge > 0 && head[edge - 1] === name && kind[tag[edge - 1] as number] !== EDGE) edge--;
    const noun = edge - 1;
    if (noun < 0 || kind[tag[noun] as number] !== COMMON) continue;
    if (head[noun] === length && head[verb] === noun) raiseVerb(state, noun, verb, names);
    if (head[noun] !== verb || !isSubject(use, label[noun] as number)) continue;
    head[noun] = name;
    label[noun] = compound;
    if (!hasDependant(state, verb, use, PASSIVE, name + 1, verb)) label[name] = subject;
  }
}

/** “The bloc Arva imposed sanctions”: a verb with an object of its own is no clause upon the noun that opens the sentence. */
function raiseVerb(state: ParseState, noun: number, verb: number, { use, subject, root }: NamedNames): void {
  const { head, label, length } = state;
  if (use[label[verb] as number] !== RELATIVE || !hasDependant(state, verb, use, OBJECT, verb + 1, length)) return;
  for (let at = verb + 1; at < length; at++) if (head[at] === noun) head[at] = verb;
  head[noun] = verb;
  label[noun] = subject;
  head[verb] = length;
  label[verb] = root;
}

const isSubject = (use: Uint8Array, relation: number): boolean =>
  use[relation] === SUBJECT || use[relation] === UNDERGOER;
