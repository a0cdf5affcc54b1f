// "The two countries", "both presidents" in, the two who were named last and are such out, where the words before name exactly two, or two far more often than others.
import { namedAt, titleAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

/** What two have with each other. */
const SHARED = kindMask('accord') | kindMask('talks');
export const LANDS: ReadonlySet<string> = new Set([
  'countries', 'nations', 'states', 'neighbours', 'neighbors', 'governments', 'republics', 'rivals', 'allies', 'sides',
]); // biome-ignore format: one table
export const PEOPLE: ReadonlySet<string> = new Set([
  'leaders', 'presidents', 'ministers', 'premiers', 'diplomats', 'generals', 'envoys', 'statesmen', 'senators',
]); // biome-ignore format: one table
/** Of whom there is one a land. */
const LEADING: ReadonlySet<string> = new Set(['leaders', 'presidents', 'premiers']);
export const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those', 'its', 'their']);
const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'OPP', 'REB', 'ELI', 'IGO']);
/** Sentences before its own in which they may be named. */
const BACK = 3;

/** "The two leaders agreed. They condemned it": the two again; empty where a pronoun means others. */
export function pairAgain(pronoun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const actor = cast.at(pronoun);
  if (actor < 0 || cast.kindOf(actor) !== 'group') return [];
  const noun = cast.toldBefore(actor, pronoun);
  const word = view.lower[noun] ?? '';
  return PEOPLE.has(word) || LANDS.has(word) ? pairOf(noun, view, cast) : [];
}

/** Empty where the noun counts no two, or the nearest sentences that name any name more. */
export function pairOf(noun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const { lower, upos, sentence, relation } = view;
  const word = lower[noun] ?? '';
  const people = PEOPLE.has(word);
  const each = word === 'side' && lower[noun - 1] === 'each';
  if (!people && !LANDS.has(word) && !each) return [];
  let at = noun - 1;
  // "the two neighbouring countries", "the two foreign ministers"
  if (upos[at] === ADJ || lower[at] === 'prime') at--;
  if (!each && lower[at] !== 'both' && !(lower[at] === 'two' && DEFINITE.has(lower[at - 1] ?? ''))) return [];
  const asking = people ? -1 : askingLand(noun, view, cast);
  const asker = relation[noun] === REL.nsubj ? -1 : subjectOf(noun, view);
  const found: number[] = [];
  let last = sentence[noun] ?? 0;
  let rebels = -1;
  for (let token = at - 1; token >= 0; token--) {
    const own = sentence[token] ?? 0;
    if (own !== last) {
      if (found.length >= 2 || (sentence[noun] ?? 0) - own > BACK) break;
      last = own;
    }
    // "he would reopen a line to Velmar, cut after both sides traded insults": his land is one, whichever it is
    if (!people && own === (sentence[noun] ?? 0) && isUnplaced(token, view, cast) && !isUnder(token, asker, view))
      return [];
    if (upos[token] !== PROPN && upos[token] !== ADJ && upos[token] !== NOUN) continue;
    // "urged both countries to stop. … The two neighbours": those again
    if (!people && LANDS.has(lower[token] ?? '')) {
      const before = pairOf(token, view, cast);
      if (before.length > 0) return before;
    }
    // "Velmar, which with Oster guarantees the talks, urged both sides": who asks with it is none of them
    if (asking >= 0 && own === (sentence[noun] ?? 0) && isInside(token, view)) continue;
    // "the government in Velmar urged both sides": where who asks them sits
    if (own === (sentence[noun] ?? 0) && asker >= 0 && isUnder(token, asker, view)) continue;
    // "a truce brokered by Velmar": none of its sides
    const name = cast.headAt(token) < 0 ? token : cast.headAt(token);
    if (relation[name] === REL['obl:agent'] && BROKERED.test(lower[view.head[name] ?? -1] ?? '')) continue;
    let actor = people ? official(token, view, cast) : landOf(token, view, cast);
    if (actor < 0 && (each || word === 'sides') && upos[token] === PROPN) {
      actor = rebelsAt(token, view, cast);
      if (actor >= 0) rebels = token;
    }
    if (actor < 0 || actor === asking || found.includes(actor)) continue;
    if (found.some((one) => isPartOf(one, actor, cast))) continue;
    // "The Front took the town. Velmar had asked both sides": rebels fight their own land, or one told of beside them
    if (rebels >= 0 && rebels !== token && sentence[rebels] !== own && !isOfLand(rebels, actor, cast)) return [];
    found.push(actor);
    if (found.length > 2) return mostNamed(noun, asking, people ? official : landOf, view, cast);
  }
  if (found.length === 2) return found.reverse();
  // "the two presidents", far from where they are named
  if (people && LEADING.has(word)) return mostNamed(noun, asking, official, view, cast);
  return each || word === 'sides' ? joinedBefore(noun, view, cast) : [];
}

/** "The army and the rebels clashed. Velmar urged both sides": the two groups that "and" joined last, in a sentence before; empty where it joined three. */
function joinedBefore(noun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const { relation, head, sentence } = view;
  const own = sentence[noun] ?? 0;
  for (let token = noun - 1; token >= 0 && own - (sentence[token] ?? 0) <= BACK; token--) {
    if (sentence[token] === own || relation[token] !== REL.conj) continue;
    // "the Committee or Tahrir" are one
    if (isEither(head[token] ?? token, token, view)) continue;
    const one = cast.at(head[token] ?? -1);
    const other = cast.at(token);
    // "the government and activists said": who tells of it
    const verb = head[head[token] ?? -1] ?? -1;
    if (TELLING.test(view.lower[token + 1] ?? '') || TELLING.test(view.lower[verb] ?? '')) continue;
    if (one === other || !isSide(one, cast) || !isSide(other, cast)) continue;
    if (isPartOf(one, other, cast)) continue;
    for (let third = token - 1; third > (head[token] ?? 0); third--)
      if (relation[third] === REL.conj && head[third] === head[token]) return [];
    return [one, other];
  }
  return [];
}

/** "Front commanders" and "the Front": one side; "Niger" and "Nigeria" are two. */
const isPartOf = (one: number, other: number, cast: CastGrowth): boolean =>
  cast.kindOf(one) !== 'state' &&
  cast.kindOf(other) !== 'state' &&
  (cast.nameOf(one).includes(cast.nameOf(other)) || cast.nameOf(other).includes(cast.nameOf(one)));

/** Whether "or" stands between two words. */
function isEither(from: number, to: number, { lower }: TokenView): boolean {
  for (let at = from + 1; at < to; at++) if (lower[at] === 'or') return true;
  return false;
}

const BROKERED = /^(?:brokered|mediated|negotiated|hosted|sponsored|overseen|guaranteed)$/;
const TELLING = /^(?:sa(?:y|ys|id)|t(?:ell|old)|report(?:s|ed)?|announced?|confirm(?:s|ed)?|added|claim(?:s|ed)?)$/;

/** Those who may be a side: no one person, and no "nine people". */
const isSide = (actor: number, cast: CastGrowth): boolean =>
  actor >= 0 &&
  cast.kindOf(actor) !== 'person' &&
  (cast.kindOf(actor) !== 'group' || cast.sectorOf(actor) !== null) &&
  !/^[0-9]/.test(cast.nameOf(actor));

/** The subject of the verb that a noun hangs from; -1 for none. */
function subjectOf(noun: number, { relation, head, sentence }: TokenView): number {
  const verb = head[noun] ?? -1;
  for (let at = noun - 1; at >= 0 && sentence[at] === sentence[noun]; at--)
    if (head[at] === verb && relation[at] === REL.nsubj) return at;
  return -1;
}

/** Whether a token hangs from another, near or far. */
function isUnder(token: number, top: number, { head }: TokenView): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 6; at = head[at] ?? -1, steps++) if (at === top) return true;
  return false;
}

/** Words of a relative clause between two commas: "Velmar, which with Oster guarantees the talks, urged". */
function isInside(token: number, { lower, sentence, upos }: TokenView): boolean {
  for (let at = token; at >= 0 && sentence[at] === sentence[token]; at--) {
    if (lower[at] === ',' && at < token - 1 && upos[at + 1] === VERB) return false;
    if ((lower[at] === 'which' || lower[at] === 'who') && lower[at - 1] === ',') return true;
  }
  return false;
}

/** How often the second must have been named, and how many times as often as the third. */
const NAMED = 3;
const AS_OFTEN = 2;

/** Of more than two lands or people the two that the report is about: named far more often than any other before the noun; empty where none are. */
function mostNamed(
  noun: number,
  asking: number,
  whoAt: (token: number, view: TokenView, cast: CastGrowth) => number,
  view: TokenView,
  cast: CastGrowth,
): readonly number[] {
  const times = new Map<number, number>();
  for (let token = 0; token < noun; token++) {
    if (view.upos[token] !== PROPN && view.upos[token] !== ADJ && view.upos[token] !== NOUN) continue;
    const actor = whoAt(token, view, cast);
    if (actor >= 0 && actor !== asking) times.set(actor, (times.get(actor) ?? 0) + 1);
  }
  const [first, second, third] = [...times].sort((a, b) => b[1] - a[1]);
  if (!first || !second || second[1] < NAMED || (third && third[1] * AS_OFTEN > second[1])) return [];
  return [first[0], second[0]];
}

/** "Russia's ministry urged both sides": the land of whoever does something to the two, which is none of them; -1 for none. */
export function askingLand(noun: number, { relation, sentence, lower }: TokenView, cast: CastGrowth): number {
  if (relation[noun] === REL.nsubj) return -1;
  for (let token = noun - 1; token >= 0 && sentence[token] === sentence[noun]; token--) {
    if (relation[token] !== REL.nsubj || /^(?:which|who|that)$/.test(lower[token] ?? '')) continue;
    const country = cast.countryOf(cast.at(token));
    return country === null ? -1 : cast.stateOf(country);
  }
  return -1;
}

/** Somebody named who holds or held an office, and is nobody's spokesman. */
export function official(token: number, { upos, lower }: TokenView, cast: CastGrowth): number {
  const actor = upos[token] === PROPN ? cast.at(token) : -1;
  if (cast.kindOf(actor) !== 'person' || cast.spokesmanAt(actor) >= 0) return -1;
  if (OFFICIAL.has(cast.sectorOf(actor) ?? '')) return actor;
  // "met her Egyptian counterpart, Ivan Holt": one as much as the other
  const before = lower[token - 1] === ',' ? token - 2 : token - 1;
  return cast.sectorOf(actor) === null && lower[before] === 'counterpart' ? actor : -1;
}

/** A group by its name that fights or negotiates as lands do. */
function rebelsAt(token: number, view: TokenView, cast: CastGrowth): number {
  // "the al-Qaida-linked group": who it is linked to is another
  // "the Committee or Tahrir": one and the same
  if (view.lower[token + 1] === '-' || view.lower[token + 1] === 'or') return -1;
  const actor = cast.at(token);
  // "a Houthi spokesman": one who speaks for a side
  if (cast.spokesmanAt(actor) >= 0) return -1;
  return cast.kindOf(actor) === 'group' || cast.sectorOf(actor) === 'REB' ? actor : -1;
}

/** "He" before a verb who is somebody in office of no land that the report names. */
function isUnplaced(token: number, { upos, relation }: TokenView, cast: CastGrowth): boolean {
  if (upos[token] !== PRON || relation[token] !== REL.nsubj) return false;
  const actor = cast.at(token);
  return cast.kindOf(actor) === 'person' && OFFICIAL.has(cast.sectorOf(actor) ?? '') && cast.countryOf(actor) === null;
}

/** Whether a group's country is a state's. */
function isOfLand(group: number, state: number, cast: CastGrowth): boolean {
  const country = cast.countryOf(cast.at(group));
  return country !== null && cast.stateOf(country) === state;
}

/** The land that a name or adjective is of, or somebody named: a capital says where, a people who was there. */
export function landOf(token: number, view: TokenView, cast: CastGrowth): number {
  for (let from = token; from >= 0 && from > token - 3; from--) {
    const named = namedAt(view, from);
    if (!named || named.to <= token) continue;
    if (named.entry.use !== 'name' && named.entry.use !== 'adjective') return -1;
    const own = cast.at(token);
    // "Kenyan employees" are no land, but Kenya is one of those told of
    return cast.kindOf(own) === 'state' ? own : cast.stateOf(named.entry.country ?? '');
  }
  const actor = view.upos[token] === PROPN ? cast.at(token) : -1;
  const country = cast.kindOf(actor) === 'person' && OFFICIAL.has(cast.sectorOf(actor) ?? '') ? cast.countryOf(actor) : null;
  return country === null ? -1 : cast.stateOf(country);
} // biome-ignore format: one condition

/** "The senator and presidential candidate Anna Holt": one person under two titles, where only nouns and adjectives stand between "and" and the name. */
export function isDoubleTitle(token: number, name: number, view: TokenView): boolean {
  const { lower, upos } = view;
  if (upos[token] !== NOUN || view.tag(token) !== 'NN' || lower[token + 1] !== 'and') return false;
  if (titleAt(view, token) === null || (upos[name] !== PROPN && (upos[name] !== NOUN || upos[name + 1] !== PROPN)))
    return false;
  let nouns = upos[name] === NOUN ? 1 : 0;
  for (let at = token + 2; at < name; at++) {
    if (upos[at] === NOUN) nouns++;
    else if (upos[at] !== ADJ && upos[at] !== PROPN) return false;
  }
  return nouns > 0;
}

/** "The memoranda of understanding between Velmar and Oster": the token that "between" leads behind a noun for an accord; -1 for none. */
export function betweenOf(noun: number, match: Matcher): number {
  if ((match.kinds.of(noun) & SHARED) === 0) return -1;
  const own = match.roles.obliqueOf(noun, 'between');
  if (own >= 0) return own;
  const of = match.roles.obliqueOf(noun, 'of');
  return of < 0 ? -1 : match.roles.obliqueOf(of, 'between');
}
