// A parsed sentence in, participles behind a hyphen (“US-backed fighters”) hung on the noun that they describe.
import { below } from './below.ts';
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
