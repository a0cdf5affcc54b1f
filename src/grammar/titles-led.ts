// A parsed sentence in, a preposition before a title hung on the name behind the title: “spoke with Prime Minister Holt”, read as an object.
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `titleNames`. */
export interface TitleNames {
  /** By tag: 1 a name, 2 punctuation, 3 a verb, 4 a preposition. */
  readonly kind: Uint8Array;
  /** By relation: 1 a preposition, 2 a title or part of a name, 3 an object, 4 a phrase that a preposition leads, 5 an apposition. */
  readonly use: Uint8Array;
  readonly oblique: number;
  readonly led: number;
}

const NAME = 1;
const POINT = 2;
const VERB = 3;
const PREPOSITION = 4;
const CASE = 1;
const TITLE = 2;
const OBJECT = 3;
const PHRASE = 4;
const APPOSED = 5;
const USES: Readonly<Record<string, number>> = {
  case: CASE, 'nmod:desc': TITLE, compound: TITLE, flat: TITLE, obj: OBJECT, nmod: PHRASE, obl: PHRASE, appos: APPOSED,
}; // biome-ignore format: one table

/** What the rule needs of a model's names; null where its treebank does not tell objects from oblique phrases. */
export function titleNames(tags: readonly string[], relations: readonly string[]): TitleNames | null {
  const oblique = relations.indexOf('obl');
  if (oblique < 0 || !relations.includes('obj') || !relations.includes('case')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name.startsWith('PROPN ')
        ? NAME
        : name.startsWith('PUNCT ')
          ? POINT
          : name.startsWith('VERB ')
            ? VERB
            : name.startsWith('ADP ')
              ? PREPOSITION
              : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    oblique,
    led: relations.indexOf('case'),
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

/** “Blamed the attack on al-Vell”: a name that the parser hung on the preposition that leads it. */
export function hangLedNames({ head, label, tag, length }: ParseState, { kind, use, led }: TitleNames): void {
  for (let at = 1; at + 1 < length; at++) {
    if (kind[tag[at] as number] !== PREPOSITION || use[label[at] as number] !== PHRASE) continue;
    const name = at + 1;
    if (head[name] !== at || kind[tag[name] as number] !== NAME || use[label[name] as number] !== APPOSED) continue;
    head[name] = head[at] as number;
    label[name] = label[at] as number;
    head[at] = name;
    label[at] = led;
    for (let other = name + 1; other < length; other++) if (head[other] === at) head[other] = name;
  }
}
