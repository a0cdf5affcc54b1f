// The words of an event in, the name of its spot out where no gazetteer knows it: "in Port Averin", "near the Linden Gap".
import type { Reading } from '../../reading/schema.ts';
import { slug } from '../entity.ts';
import { matchesOf } from '../matches.ts';

/** A place by its printed name alone. */
export interface Spot {
  /** `name:` and the name without what may stand or be missing before it ("port of Averin" and "Port Averin" are one). */
  readonly key: string;
  readonly name: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}\u2019'-]*(?:\s+(?:of\s+|al-)?\p{Lu}[\p{L}\p{M}\u2019'-]*){0,3}`;
/** What a place has: "the grain terminal of Port Averin", "the mayor of Averin", "north of Averin". */
const PART =
  '(?:ports?|city|town|village|district|market|harbour|suburbs?|outskirts|cent(?:re|er)|terminal|station|bridge|airport|streets|hospital|area|region|province|island|islands|hills?|coast|north|south|east|west|people|residents|mayor|governor|parts|half|most|battle|siege)';
/** What is done to a place: "the shelling of Averin", "an attack on Averin". */
const ACT =
  '(?:attacks?|assaults?|strikes?|raids?|barrages?|shelling|bombing|bombardment|storming|capture|seizure|occupation|liberation|evacuation|advance|march)';
const AFTER_ON = '(?:Street|Road|Avenue|Lane|Boulevard|Highway|Bridge|Island|Square|Hill|Front|Ridge|River|Coast)';
const PLACED = new RegExp(
  String.raw`\b(?:(?:in|at|near|outside|around|over|into|towards?|${ACT}\s+(?:on|of)|hit|struck|shelled|bombed|attacked|seized|captured|entered)\s+(?:the\s+)?(?:${PART}\s+of\s+)?|on\s+(?=${NAME}(?<=\b${AFTER_ON})\b)|${PART}\s+of\s+(?:the\s+)?)(${NAME})`,
  'gu',
);
/** What moves or stretches from a place names it, but nothing happened there: "would leave the Linden Gap". */
const PASSED = new RegExp(
  String.raw`\b(?:from|through|across|along|beyond|leav(?:e|es|ing)|left|reach(?:ed|es|ing)?|cross(?:ed|es|ing)?|enter(?:s|ing)?)\s+(?:the\s+)?(${NAME})`,
  'gu',
);
/** "in Polish waters", "of Hispanic people": a people's adjective before its noun. */
const ADJECTIVE = /(?:ish|ian|ean|an|ese|ic)$/;
const BEFORE_NOUN =
  /^\s+(?!(?:on|in|at|after|before|and|or|when|while|as|by|to|for|with|that|which|where|who|earlier|later|late|early|is|was|were|has|have|had|from|until|but|said|says)\b)\p{Ll}/u;
const GENERIC = /^(?:port|city|town|village)-(?:of-)?(?=.)/;
const NO_PLACE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer|autumn|winter|thanksgiving|president|minister|foreign|defen[cs]e|general|colonel|captain|sergeant|the|a|an|it|he|she|they|we|i|mayor|governor|gov|sen|rep|mr|mrs|ms|dr|king|queen|prime|ministry|parliament|army|police|room|easter|christmas|ramadan|facebook|twitter|telegram|youtube)(?:-|$)|^(?:mon|tues?|wed|thurs?|fri|sat|sun|spring|north(?:east|west)?|south(?:east|west)?|east|west|god|islam|english)$/;
/** Names that end so are of bodies, papers and laws. */
const BODY =
  /(?:^|-)(?:committee|court|unit|division|office|department|ministry|coalition|report|act|agency|bureau|commission|council|association|union|league|party|magistrate|festival|program(?:me)?|times|post|news|crimes|police|force|forces|guard|corps|inc|ltd|officials?|officer|law|code|bill)$/;

/** A capitalised word before "of", offices and kinds of place aside, and not where a sentence begins. */
const INSIDE =
  /\S\s+(?!(?:Mayor|Governor|President|Mayors|Governors|Port|City|Town|Village|Battle|Siege)\b)\p{Lu}\p{Ll}+\s+$/u;

/** The key of a printed name. */
export const spotKey = (name: string): string => `name:${slug(name).replace(GENERIC, '')}`;

/** The spots in which a piece of text puts something, in its order, each once; people, states and days are none. */
export const spotsIn = (text: string, taken: ReadonlySet<string>): Spot[] => matching(PLACED, text, taken);

/** The spots that it only names on the way. */
export const passedIn = (text: string, taken: ReadonlySet<string>): Spot[] => matching(PASSED, text, taken);

function matching(pattern: RegExp, text: string, taken: ReadonlySet<string>): Spot[] {
  const found = new Map<string, Spot>();
  for (const match of matchesOf(pattern, text)) {
    // "the National Conference of State Legislatures": what stands there is the end of a name
    if (/^(?:of|in|at|on)\b/.test(match[0]) && INSIDE.test(text.slice(Math.max(0, match.index - 40), match.index)))
      continue;
    const printed = match[1] as string;
    const name = printed.replace(/[’']s?$/, '').replace(/\s+/g, ' ');
    const words = slug(name);
    if (words.length < 3 || NO_PLACE.test(words) || BODY.test(words) || taken.has(words)) continue;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    // "in Sobel’s killing", "in Polish waters", "in WISH"
    if (name !== printed && /^\s+\p{Ll}/u.test(rest)) continue;
    if (ADJECTIVE.test(name) && BEFORE_NOUN.test(rest)) continue;
    if (name === name.toUpperCase()) continue;
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
