// A parsed sentence in, what somebody is called hung on the verb: “declared the party a terrorist group”, read as an apposition of the party, “called the rebels terrorists”, read as one noun, and “called the raid on the camp barbaric”, read as a barbaric camp.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `namingNames`. */
export interface NamingNames {
  /** By tag: 1 a verb, 2 a plural noun, 3 an adjective, 4 a mark that ends a clause. */
  readonly kind: Uint8Array;
  /** 1 for tags of verbs with a tense. */
  readonly tensed: Uint8Array;
  /** By relation: 1 an object, 2 an apposition, 3 a noun before a noun, 4 a determiner. */
  readonly use: Uint8Array;
  readonly open: number;
  readonly object: number;
  /** A clause that belongs to a noun. */
  readonly clause: number;
}

const VERB = 1;
const PLURAL = 2;
const ADJECTIVE = 3;
const STOP = 4;
const OBJECT = 1;
const APPOSED = 2;
const COMPOUND = 3;
const DETERMINER = 4;
const USES: Readonly<Record<string, number>> = { obj: OBJECT, appos: APPOSED, compound: COMPOUND, det: DETERMINER };

const ARTICLES = hashWords('a an');
const COMMA = hashWord(',');
const TO = hashWord('to');
const NAMING = hashWords(
  'call called calls calling declare declared declares declaring label labelled labeled labels labelling labeling brand branded brands branding dub dubbed dubs dubbing deem deemed deems designate designated designates designating consider considered considers considering pronounce pronounced',
);
/** What people are called by those who think little or much of them: another noun before it is whom. */
const NAMES = hashWords(
  'terrorists traitors criminals liars thieves murderers cowards extremists fascists nazis heroes thugs bandits killers racists spies enemies mercenaries hypocrites rapists invaders occupiers puppets monsters fools martyrs patriots hooligans vandals rioters looters crooks butchers aggressors',
);

/** What the rule needs of a model's names; null where its treebank does not tell such nouns apart. */
export function namingNames(tags: readonly string[], relations: readonly string[]): NamingNames | null {
  const [open, object, clause] = ['xcomp', 'obj', 'acl'].map((name) => relations.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (open < 0 || object < 0 || !relations.includes('appos') || !relations.includes('compound')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('VERB ')
        ? VERB
        : name === 'NOUN NNS'
          ? PLURAL
          : name === 'ADJ JJ'
            ? ADJECTIVE
            : /^PUNCT [.,:]$/.test(name)
              ? STOP
              : 0,
    ),
    tensed: Uint8Array.from(tags, (name) => Number(/^(?:AUX|VERB) VB[DPZ]$/.test(name))),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    open,
    object,
    clause,
  };
}

/** Behind a verb of naming a noun with “a”, no comma before it, is what its object is called; so is one that only tells what people are. */
export function hangNamings(state: ParseState, names: NamingNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  for (let whom = 2; whom < length; whom++) {
    const verb = head[whom] as number;
    if (verb >= whom || use[label[whom] as number] !== OBJECT) continue;
    if (!NAMING.has(form[verb] as number) || kind[tag[verb] as number] !== VERB) continue;
    if (NAMES.has(form[whom] as number)) {
      const before = whom - 1;
      if (head[before] !== whom || use[label[before] as number] !== COMPOUND || kind[tag[before] as number] !== PLURAL)
        continue;
      for (let at = verb + 1; at < before; at++) if (head[at] === whom) head[at] = before;
      head[before] = verb;
      label[before] = names.object;
      label[whom] = names.open;
      continue;
    }
    // “called them mercenaries”: the second of two objects
    const next = whom + 1;
    if (
      next < length &&
      head[next] === verb &&
      use[label[next] as number] === OBJECT &&
      kind[tag[next] as number] === PLURAL
    ) {
      label[next] = names.open;
      continue;
    }
    for (let called = whom + 2; called < length; called++) {
      if (head[called] !== whom || use[label[called] as number] !== APPOSED) continue;
      if (isOpened(state, whom, called, use)) {
        head[called] = verb;
        label[called] = names.open;
      }
      break;
    }
  }
}

/**
 * “Called the raid on the camp barbaric”, “called its plan to expel monks unlawful”: an adjective that ends the clause and
 * hangs behind a word of the object's says what the object is called.
 */
export function hangCalled(
  { form, head, label, tag, length }: ParseState,
  { kind, tensed, use, open, clause }: NamingNames,
): void {
  const of = (at: number) => kind[tag[at] as number] as number;
  for (let called = 4; called < length; called++) {
    if (of(called) !== ADJECTIVE || (head[called] as number) >= called) continue;
    if (called + 1 < length && of(called + 1) !== STOP) continue;
    let verb = head[called] as number;
    for (let steps = 0; steps < 5 && verb > 0 && !NAMING.has(form[verb] as number); steps++)
      verb = head[verb] as number;
    if (verb >= (head[called] as number) || !NAMING.has(form[verb] as number) || of(verb) !== VERB) continue;
    let what = -1;
    let deed = -1;
    let isPlain = true;
    for (let at = verb + 1; at < called; at++) {
      if (head[at] === verb && use[label[at] as number] === OBJECT) what = at;
      if (head[at] === verb && label[at] === open) {
        if (of(at) === VERB && form[at - 1] === TO) deed = at;
        else isPlain = false;
      }
      // "called the man who is ill", "called the raid, which was illegal"
      if (tensed[tag[at] as number] === 1 || of(at) === STOP) isPlain = false;
    }
    if (what < 0 || !isPlain) continue;
    // "its plan to expel them": what the plan is
    if (deed > what && clause >= 0) {
      head[deed] = what;
      label[deed] = clause;
    }
    head[called] = verb;
    label[called] = open;
  }
}

/** Whether a noun has “a” and no comma stands between it and the noun before. */
function isOpened({ form, head, label }: ParseState, whom: number, called: number, use: Uint8Array): boolean {
  let article = called - 1;
  while (article > whom && !(head[article] === called && use[label[article] as number] === DETERMINER)) article--;
  if (article <= whom || !ARTICLES.has(form[article] as number)) return false;
  for (let at = whom + 1; at < article; at++) if (form[at] === COMMA) return false;
  return true;
}
