// The words of an event in, the name of its spot out where no gazetteer knows it: "in Port Averin", "near the Linden Gap".
import type { Reading } from '../../reading/schema.ts';
import { slug } from '../entity.ts';

/** A place by its printed name alone. */
export interface Spot {
  /** `name:` and the name without what may stand or be missing before it ("port of Averin" and "Port Averin" are one). */
  readonly key: string;
  readonly name: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:of\s+|al-)?\p{Lu}[\p{L}\p{M}’'-]*){0,3}`;
const PLACED = new RegExp(
  String.raw`\b(?:in|at|near|on|outside|around|over|of|into|towards?|hit|struck|shelled|bombed|attacked)\s+(?:the\s+)?(?:(?:port|city|town|village|district|market|harbour|suburb|outskirts|centre|center)\s+of\s+)?(${NAME})`,
  'gu',
);
const GENERIC = /^(?:port|city|town|village)-(?:of-)?(?=.)/;
const NO_PLACE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|president|minister|foreign|defen[cs]e|general|colonel|the|a|an|it|he|she|they|we|i|mayor|governor|mr|mrs|ms|dr|king|queen|prime|ministry|parliament|army|police|easter|christmas|ramadan)(?:-|$)/;

/** A capitalised word before "of", offices and kinds of place aside, and not where a sentence begins. */
const INSIDE =
  /\S\s+(?!(?:Mayor|Governor|President|Mayors|Governors|Port|City|Town|Village|Battle|Siege)\b)\p{Lu}\p{Ll}+\s+$/u;

/** The key of a printed name. */
export const spotKey = (name: string): string => `name:${slug(name).replace(GENERIC, '')}`;

/** The spots that a piece of text names, in its order, each once; people, states and days are none. */
export function spotsIn(text: string, taken: ReadonlySet<string>): Spot[] {
  const found = new Map<string, Spot>();
  for (const match of text.matchAll(PLACED)) {
    // "the National Conference of State Legislatures": what stands there is the end of a name
    if (/^(?:of|in|at|on)\b/.test(match[0]) && INSIDE.test(text.slice(Math.max(0, match.index - 40), match.index)))
      continue;
    const name = (match[1] as string).replace(/[’']s?$/, '').replace(/\s+/g, ' ');
    const words = slug(name);
    if (words.length < 3 || NO_PLACE.test(words) || taken.has(words)) continue;
    const key = spotKey(name);
    if (!found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

/** Names in a reading that are no spots: people, states, and bodies of a known country or kind. */
export function takenNames(reading: Reading): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { kind, name, country, sector, mentions } of reading.actors) {
    if (kind === 'organisation' && country === null && sector === null) continue;
    taken.add(slug(name));
    for (const part of kind === 'person' ? name.split(' ') : []) taken.add(slug(part));
    for (const { text } of mentions) taken.add(slug(text.replace(/^(?:the|an?)\s+/i, '')));
  }
  return taken;
}
