// A parsed sentence in, those whom somebody took hostage made the object: “took guests hostage”, read as a hostage of guests.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `hostageNames`. */
export interface HostageNames {
  /** By tag: 1 a noun, 2 one of several. */
  readonly noun: Uint8Array;
  /** By tag: 1 a verb. */
  readonly verb: Uint8Array;
  readonly compound: number;
  readonly open: number;
}

const HOSTAGE: ReadonlySet<number> = hashWords('hostage captive prisoner');
const TAKING: ReadonlySet<number> = hashWords('take takes took taken taking hold holds held holding');
const BY_FORCE = hashWord('hostage');
const SEVERAL = 2;
/** How far above the noun the verb may stand: "took hundreds of guests hostage". */
const REACH = 3;

/** What the rule needs of a model's names; null where its treebank does not tell compounds. */
export function hostageNames(tags: readonly string[], relations: readonly string[]): HostageNames | null {
  const [compound, open] = ['compound', 'xcomp'].map((name) => relations.indexOf(name)) as [number, number];
  if (compound < 0 || open < 0) return null;
  return {
    noun: Uint8Array.from(tags, (name) =>
      /^(?:NOUN NNS|PROPN NNPS)/.test(name) ? SEVERAL : /^(?:NOUN|PROPN) /.test(name) ? 1 : 0,
    ),
    verb: Uint8Array.from(tags, (name) => (name.startsWith('VERB ') ? 1 : 0)),
    compound,
    open,
  };
}

/** A noun right before the word is those who are taken; what hung from the word hangs from them. */
export function hangHostages({ form, head, label, tag, length }: ParseState, names: HostageNames): void {
  for (let word = 2; word < length; word++) {
    if (!HOSTAGE.has(form[word] as number)) continue;
    const people = word - 1;
    const noun = names.noun[tag[people] as number];
    if (head[people] !== word || label[people] !== names.compound || noun === 0) continue;
    // "took a rebel prisoner": who was a rebel
    if (form[word] !== BY_FORCE && noun !== SEVERAL) continue;
    let verb = word;
    for (let steps = 0; steps < REACH && verb < length && names.verb[tag[verb] as number] !== 1; steps++)
      verb = head[verb] as number;
    if (verb >= people || !TAKING.has(form[verb] as number)) continue;
    const [above, by] = [head[word] as number, label[word] as number];
    for (let at = 0; at < word; at++) if (head[at] === word) head[at] = people;
    head[people] = above;
    label[people] = by;
    head[word] = verb;
    label[word] = names.open;
  }
}
