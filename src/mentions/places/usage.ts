// A known name in the text in; whether it names a place there, an actor, or something else out.
import { hashLower } from '../../grammar/hash.ts';
import { loadModel } from '../../grammar/load-model.ts';
import type { Found as Cast } from '../actors/actor.ts';
import { actorLexicon, titleAt } from '../actors/lexicon.ts';
import { actsAsState } from '../actors/metonymy.ts';
import { PROPN, PUNCT, REL, type TokenView } from '../actors/token-view.ts';
import type { NameHit } from './find-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import { SORTS, type Wording } from './wording.ts';

/** 'place', 'actor' for a government by metonymy, 'weak' where only other mentions can make it a place, 'none'. */
export type Use = 'place' | 'actor' | 'weak' | 'none';

const BODY =
  /^(?:department|ministry|university|bank|institute|office|council|league|union|association|front|army|board|bureau|court|house|committee|party|church|school|college|chamber|centre|center|federation|organization|organisation|movement|society|institution|commission|secretariat|directorate|battle|treaty|declaration|voice|duke|prince|princess|queen|king|earl|lord|bishop|archbishop|museum|academy|club|brotherhood|sons|daughters|friends|times|daily|radio|air|airlines|states|republic|hospital|greater|statue|isle|gulf|bay|cape|strait|sea|lake|mount|fort|camp)$/;
/** Capitalised words that may follow a place without making one name with it. */
const APART =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|mr\.?|mrs\.?|ms\.?|mayor|police|gov\.?|governor|sen\.?|rep\.?|sheriff|district|city|county|state|province|governorate|region|oblast|raion|township|parish|airport|city-based|-|i|he|she|it|they|we|but|and|the|a|an|in|on|at|after|when|while|where|says?|said)$/;

export interface UseOf {
  readonly use: Use;
  /** How much speaks for a place: 3 and more is plenty. */
  readonly weight: number;
}

const NONE: UseOf = { use: 'none', weight: 0 };

/** `common` tells whether a word stands in lower case somewhere in the text. */
export function useOf(
  view: TokenView,
  cast: Cast,
  gazetteer: Gazetteer,
  hit: NameHit,
  wording: Wording,
  common: (token: number) => boolean,
  neighbours: { readonly before: boolean; readonly behind: boolean },
): UseOf {
  const { from, to, entries } = hit;
  const { lower, upos, sentence, text, start, end, relation } = view;
  if (hit.short) return { use: 'place', weight: 3 };
  const beside = (i: number) => i >= 0 && i < view.length && sentence[i] === sentence[from];
  const touches = (i: number) => beside(i) && (start[i + 1] as number) - (end[i] as number) <= 1;
  const capital = (i: number) => /^\p{Lu}/u.test(text.charAt(start[i] as number));

  let country = false;
  let province = false;
  let size = 0;
  let usual = false;
  for (const value of entries) {
    const entry = value & ~ALTERNATE;
    const kind = gazetteer.kind(entry);
    if (kind === 'country') country = true;
    if (kind === 'province' || kind === 'region') province = true;
    if (value < ALTERNATE) {
      usual = true;
      size = Math.max(size, gazetteer.size(entry));
    } else size = Math.max(size, gazetteer.size(entry) - 30);
  }
  const one = to - from === 1;
  const strongly = wording.strong || wording.sort !== null || neighbours.behind;

  // Part of a longer name: “Washington Post”, “Paris Hilton”, “Columbia University”.
  if (
    beside(to) &&
    touches(to - 1) &&
    upos[to] !== PUNCT &&
    capital(to) &&
    !APART.test(lower[to] ?? '') &&
    !neighbours.behind
  ) {
    const titled = titleAt(view, to);
    const followed = titled !== null || upos[to] !== PROPN;
    if (!followed && !headline(view, from)) return NONE;
  }
  if (from > 0 && touches(from - 1) && upos[from - 1] !== PUNCT && capital(from - 1) && !headline(view, from)) {
    const opens = !beside(from - 2) || upos[from - 2] === PUNCT;
    const word = lower[from - 1] ?? '';
    if (upos[from - 1] === PROPN && !SIDE.test(word) && !APART.test(word) && !SORTS.has(word)) {
      if (
        !opens ||
        titleAt(view, from - 1) !== null ||
        actorLexicon().firstNames.has(text.slice(start[from - 1], end[from - 1])) ||
        word === 'new'
      )
        return NONE;
      if (!strongly && !country) return NONE;
    }
  }
  // “University of X”, “Bank of X”; but “Mayor of X”, “City of X”.
  if (
    /^(?:of|de)$/.test(lower[from - 1] ?? '') &&
    beside(from - 2) &&
    capital(from - 2) &&
    BODY.test(lower[from - 2] ?? '') &&
    !/^(?:city|port|town|state|province)$/.test(lower[from - 2] ?? '')
  )
    return NONE;

  // Persons: “Jordan”, “Sydney Blair”; a title between makes the first word a place (“Kyiv Mayor V. K.”).
  const mention = cast.mentions[cast.mentionAt[from] ?? -1];
  const actor = mention ? cast.actors[mention.value.actor] : undefined;
  if (actor && mention) {
    const titled = titleAt(view, to) !== null || lower[to] === 'mayor';
    if (actor.kind === 'person' && mention.value.manner === 'name' && !titled) {
      const inName = actor.name.includes(text.slice(start[from], end[to - 1]));
      if (inName || mention.span.end === end[to - 1]) {
        if (!(wording.strong && wording.preposition === 'in') && !(country && wording.strong)) return NONE;
      }
    }
  }
  if (one && !country && !strongly) {
    const word = text.slice(start[from], end[from]);
    if (actorLexicon().firstNames.has(word) && !wording.placed) return NONE;
    if (actorLexicon().surnames.has(word)) return NONE;
  }

  let weight = 0;
  if (country || province) weight += 3;
  else if (size >= 155) weight += 2;
  else if (size >= 125) weight += 1;
  if (!one) weight += 1;
  if (!usual && one) weight -= 1;
  if (wording.strong) weight += 2;
  else if (wording.placed) weight += 1;
  if (wording.sort !== null) weight += 2;
  if (neighbours.behind) weight += 3;
  if (neighbours.before) weight += 1;
  if (upos[from] === PROPN) weight += 1;
  else if (!country) weight -= 2;
  const opens = from === 0 || sentence[from - 1] !== sentence[from] || upos[from - 1] === PUNCT;
  if (one && isCommon(view, from)) weight -= country ? 0 : opens ? 4 : 2;
  if (one && common(from)) weight -= 2;
  if (headline(view, from) && size < 125) weight -= 2;

  if (country || isCapital(gazetteer, entries)) {
    const head = relation[to - 1];
    const acts = country
      ? actsAsCountry(view, from, to, head, wording)
      : actsAsState(view, from, to, 'capital') && !wording.placed;
    if (acts) return { use: 'actor', weight };
  }
  // “a Paris hotel”, “Moscow police”: before a noun a city says where; before a verb it may be whoever
  if (weight >= 3) return { use: 'place', weight };
  return { use: weight >= 1 ? 'weak' : 'none', weight };
}

const SIDE =
  /^(?:north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|southwest|central|upper|lower|downtown|greater|inner|outer|near|in|at|from|to|mainland|rural)$/;

/** A country acts as the subject of a verb, behind “by” and “with”, or where it only says whose something is. */
function actsAsCountry(
  view: TokenView,
  from: number,
  to: number,
  relation: number | undefined,
  wording: Wording,
): boolean {
  if (
    wording.placed &&
    /^(?:in|at|near|across|inside|outside|into|through|throughout|within|around|via|off|over|along|toward|towards|from|to|of|on|between|beyond|for|amid)$/.test(
      wording.preposition,
    )
  )
    return false;
  if (wording.sort !== null || wording.relation !== null) return false;
  if (relation === REL.nsubj || relation === REL['nsubj:pass'] || relation === REL['obl:agent']) return true;
  return actsAsState(view, from, to, 'name');
}

function isCapital(gazetteer: Gazetteer, entries: readonly number[]): boolean {
  for (const value of entries) if (value < ALTERNATE && gazetteer.kind(value) === 'capital') return true;
  return false;
}

/** Words that are more than nouns (“Reading”, “Mobile”, “Nice”) are common ones. */
export function isCommon({ text, start, end }: TokenView, i: number): boolean {
  const from = start[i] as number;
  const to = end[i] as number;
  return (loadModel().lexicon(hashLower(text, from, to)) & ~1) !== 0;
}

/** Whether nearly every word around is capitalised, so that a capital says nothing. */
function headline({ text, start, sentence, length, upos }: TokenView, i: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let j = Math.max(0, i - 6); j < Math.min(length, i + 7); j++) {
    if (sentence[j] !== sentence[i] || upos[j] === PUNCT) continue;
    const code = text.charCodeAt(start[j] as number);
    if (code >= 48 && code <= 57) continue;
    words++;
    if (code < 97) capitals++;
  }
  return words >= 4 && capitals / words > 0.85;
}
