// A parsed sentence in, participles behind a hyphen (“US-backed fighters”) hung on the noun that they describe, and nouns that are part of a verb (“pepper-sprayed the crowd”) on the verb.
import { below } from './below.ts';
import { hashWord } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `hyphenNames`. */
export interface HyphenNames {
  /** By tag: 1 hyphen, 2 past participle, 3 adjective or noun that may stand in between, 4 noun. */
  readonly kind: Uint8Array;
  readonly amod: number;
}

const HYPHEN = 1;
const PARTICIPLE = 2;
const BETWEEN = 3;
const NOUN = 4;

/** What the rule needs of a model's names; null where its treebank does not cut at hyphens. */
export function hyphenNames(tags: readonly string[], relations: readonly string[]): HyphenNames | null {
  const amod = relations.indexOf('amod');
  const kind = Uint8Array.from(tags, (name) => {
    const [upos, own] = name.split(' ');
    if (own === 'HYPH') return HYPHEN;
    if (own === 'VBN') return PARTICIPLE;
    if (upos === 'NOUN' || upos === 'PROPN') return NOUN;
    return upos === 'ADJ' || upos === 'NUM' ? BETWEEN : 0;
  });
  return amod >= 0 && kind.includes(HYPHEN) ? { kind, amod } : null;
}

/** A participle right behind a hyphen and right before a noun describes the noun, whatever the parser made of it. */
export function hangHyphened({ head, label, tag, length }: ParseState, { kind, amod }: HyphenNames): void {
  const of = (at: number) => kind[tag[at] as number] as number;
  for (let at = 2; at + 1 < length; at++) {
    if (of(at) !== PARTICIPLE || of(at - 1) !== HYPHEN) continue;
    let noun = at + 1;
    while (noun < length && noun < at + 4 && of(noun) === BETWEEN) noun++;
    if (noun >= length || of(noun) !== NOUN) continue;
    // on to the last of a row of nouns, of which the others are parts
    for (
      let up = head[noun] as number;
      up > noun && up < noun + 4 && up < length && of(up) === NOUN;
      up = head[noun] as number
    )
      noun = up;
    if (head[at] === noun) continue;
    if (below(head, noun, at, length)) {
      // the noun hung on the participle: it takes its place
      if (head[noun] !== at) continue;
      head[noun] = head[at] as number;
      label[noun] = label[at] as number;
    }
    head[at] = noun;
    label[at] = amod;
  }
}

/** Numbers of a model's tags and relations that the rule of verbs goes by; see `hyphenVerbNames`. */
export interface HyphenVerbNames {
  /** By tag: 1 a noun, 2 a name or pronoun, 3 a verb that may have a subject. */
  readonly kind: Uint8Array;
  readonly subject: number;
  readonly object: number;
  readonly compound: number;
  readonly amod: number;
  readonly punct: number;
}

const DASH = hashWord('-');
const COMMON = 1;
const FINITE = 3;

/** What the rule of verbs needs of a model's names; null where its treebank does not tell compounds. */
export function hyphenVerbNames(tags: readonly string[], relations: readonly string[]): HyphenVerbNames | null {
  const [subject, object, compound, amod, punct] = ['nsubj', 'obj', 'compound', 'amod', 'punct'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number, number];
  if (subject < 0 || object < 0 || compound < 0) return null;
  const kind = Uint8Array.from(tags, (name) =>
    /^NOUN /.test(name) ? COMMON : /^(?:PROPN|PRON) /.test(name) ? 2 : /^VERB VB[DNZP]/.test(name) ? FINITE : 0,
  );
  return { kind, subject, object, compound, amod, punct };
}

/**
 * “Police pepper-sprayed the crowd”: the noun before the hyphen is part of a verb that has an object, and no subject of
 * it; the subject is the noun before, which the parser hung from it.
 */
export function hangHyphenVerbs(
  { form, head, label, tag, length }: ParseState,
  { kind, subject, object, compound, amod, punct }: HyphenVerbNames,
): void {
  const of = (at: number) => kind[tag[at] as number] as number;
  for (let verb = 2; verb + 1 < length; verb++) {
    const noun = verb - 2;
    if (form[verb - 1] !== DASH || of(verb) !== FINITE || of(noun) !== COMMON || head[noun] !== verb) continue;
    if (label[verb] === amod) continue;
    let hasObject = false;
    let hasSubject = false;
    for (let at = 0; at < length; at++)
      if (head[at] === verb) {
        if (at > verb && label[at] === object) hasObject = true;
        if (at < noun && label[at] === subject) hasSubject = true;
      }
    if (!hasObject) continue;
    label[noun] = compound;
    if (hasSubject) continue;
    let who = noun - 1;
    while (who >= 0 && (head[who] !== noun || of(who) === 0 || of(who) === FINITE)) who--;
    if (who < 0) continue;
    for (let at = 0; at < noun; at++) if (head[at] === noun && at !== who && label[at] !== punct) head[at] = who;
    head[who] = verb;
    label[who] = subject;
  }
}
