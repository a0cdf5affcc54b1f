// A parsed sentence in, a preposition before a title hung on the name behind the title: “spoke with Prime Minister Holt”, read as an object.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `titleNames`. */
export interface TitleNames {
  /** By tag: 1 a name, 2 punctuation, 3 a verb. */
  readonly kind: Uint8Array;
  /** By relation: 1 a preposition, 2 a title or part of a name, 3 an object. */
  readonly use: Uint8Array;
  readonly oblique: number;
}

const NAME = 1;
const POINT = 2;
const VERB = 3;
const CASE = 1;
const TITLE = 2;
const OBJECT = 3;
const USES: Readonly<Record<string, number>> = {
  case: CASE, 'nmod:desc': TITLE, compound: TITLE, flat: TITLE, obj: OBJECT,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank does not tell objects from oblique phrases. */
export function titleNames(tags: readonly string[], relations: readonly string[]): TitleNames | null {
  const oblique = relations.indexOf('obl');
  if (oblique < 0 || !relations.includes('obj') || !relations.includes('case')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('PROPN ') ? NAME : name.startsWith('PUNCT ') ? POINT : name.startsWith('VERB ') ? VERB : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    oblique,
  };
}

/** No title has a preposition of its own before the name: it leads the whole phrase, which is then no object. */
export function hangTitlesLed({ head, label, tag, length }: ParseState, { kind, use, oblique }: TitleNames): void {
  for (let led = 0; led < length; led++) {
    if (use[label[led] as number] !== CASE) continue;
    const title = head[led] as number;
    if (title <= led || title >= length || use[label[title] as number] !== TITLE) continue;
    const name = head[title] as number;
    if (name <= title || name >= length || kind[tag[name] as number] !== NAME) continue;
    let whole = true;
    for (let at = led + 1; at < name; at++) if (kind[tag[at] as number] === POINT) whole = false;
    if (!whole) continue;
    head[led] = name;
    const above = head[name] as number;
    if (use[label[name] as number] === OBJECT && above < led && kind[tag[above] as number] === VERB)
      label[name] = oblique;
  }
}
