// The token of an argument in, those who were named before and whom its words stand for out: "both sides", "its forces", "they" of two, "the person who".
import { stateCalled } from '../actors/half-land.ts';
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { nameBehind } from './name-behind.ts';
import { SENT } from './of-several.ts';
import { askingLand, pairAgain, pairOf } from './pair.ts';
import { phraseFrom } from './phrase-from.ts';
import { severalOf } from './several.ts';
import { whoMet } from './who-met.ts';

const PERSON = kindBit('person');
/** What a land or a group acts by. */
const TROOPS: ReadonlySet<string> = new Set([
  'forces', 'troops', 'army', 'military', 'navy', 'soldiers', 'fighters', 'warplanes', 'militants', 'security',
]); // biome-ignore format: one table
const COUNTERPARTS = /^counterparts$/;

/** Actors; empty where the words stand for nobody else. */
export function standIns(token: number, match: Matcher, cast: CastGrowth): readonly number[] {
  const { view } = match;
  const { upos, lower } = view;
  const met = whoMet(token, match, cast);
  if (met.length > 0) return met;
  const counted = countedOf(token, view, cast);
  if (counted.length > 0) return counted;
  // "the leaders of the two countries": those lands
  if (SENT.has(lower[token] ?? '')) {
    const of = match.roles.obliqueOf(token, 'of');
    const lands = of > token ? countedOf(of, view, cast) : [];
    if (lands.length > 0) return lands;
  }
  if (upos[token] === PRON) {
    if (lower[token] !== 'they' && lower[token] !== 'them' && lower[token] !== 'their') return [];
    if (cast.at(token) >= 0) return pairAgain(token, view, cast);
    return lower[token] === 'they' ? bothNamed(token, match, cast) : [];
  }
  if (upos[token] === PROPN && lower[token]?.endsWith('s')) {
    const halves = bothHalves(token, view, cast);
    if (halves.length > 0) return halves;
  }
  if (upos[token] === PROPN && REGION.test(lower[token - 1] ?? '') && COUNTRIES.test(lower[token] ?? ''))
    return landMeant(token, view, cast);
  if (upos[token] === ADJ || upos[token] === PROPN) return nationOf(token, view, cast);
  if (upos[token] !== NOUN) return [];
  if (TROOPS.has(lower[token] ?? '')) return ownerOfTroops(token, match, cast);
  if (COUNTERPARTS.test(lower[token] ?? '')) return counterparts(token, view, cast);
  if (COUNTRIES.test(lower[token] ?? '')) return landMeant(token, view, cast);
  if (lower[token] === 'groups') return groupsOf(token, match, cast);
  const name = nameBehind(token, match, cast);
  return name < 0 ? described(token, match, cast) : [name];
}

/** "The two Koreas": North and South; empty for any other name. */
function bothHalves(token: number, { lower, text, start, end }: TokenView, cast: CastGrowth): readonly number[] {
  if (!/^(?:two|both)$/.test(lower[token - 1] ?? '')) return [];
  const land = text.slice(start[token], (end[token] ?? 0) - 1);
  const [north, south] = [stateCalled('North', land), stateCalled('South', land)];
  if (!north?.country || !south?.country) return [];
  return [north.country, south.country].map((country) => cast.state(country, token, token + 1, 'both halves of the land'));
} // biome-ignore format: one list

/** "The two countries", "all three leaders": those so many; empty where the noun counts none, or nobody can tell whom. */
function countedOf(noun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const pair = pairOf(noun, view, cast);
  return pair.length > 0 ? pair : severalOf(noun, view, cast);
}

/** "Kenyan student groups": those, and not Kenya; empty where no noun says what groups they are. */
function groupsOf(token: number, { view }: Matcher, cast: CastGrowth): readonly number[] {
  const { upos, relation, head } = view;
  const kind = token - 1;
  if (cast.at(token) >= 0 && cast.headAt(token) === token) return [];
  if (upos[kind] !== NOUN || relation[kind] !== REL.compound || head[kind] !== token) return [];
  const from = phraseFrom(token, view);
  return [cast.phrase(from, token, token + 1, 'group', null, cast.countryOf(cast.at(from)))];
}

/** "Velmar jailed two envoys. The bloc froze aid to the country": the one land besides that of whoever does it that is told of in the nearest sentence with one; empty for none or several. */
function landMeant(noun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const { lower, sentence, paragraph, relation, head } = view;
  // "the nation" is the readers' own or that of whoever speaks, unless another land just did something to it
  const bare = lower[noun] === 'nation' && lower[noun - 1] === 'the' && !SAID_WHICH.test(lower[noun + 1] ?? '');
  if (bare ? !isLandActing(noun, view, cast) : !isSomeLand(noun, view)) return [];
  const back = bare ? 0 : BACK;
  const asking = askingLand(noun, view, cast);
  const own = sentence[noun] ?? 0;
  let found: string | null = null;
  let at = -1;
  for (let token = noun - 2; token >= 0 && own - (sentence[token] ?? 0) <= back; token--) {
    if (found !== null && sentence[token] !== sentence[token + 1]) break;
    if ((paragraph[noun] ?? 0) - (paragraph[token] ?? 0) > 1) break;
    // "cut aid to the Sahel state. It had imposed sanctions on the country": that one again
    if (found === null && sentence[token] !== own && COUNTRIES.test(lower[token] ?? '') && isSomeLand(token, view))
      return landMeant(token, view, cast);
    const named = namedAt(view, token);
    if (named?.entry.kind !== 'state' || (named.entry.use !== 'name' && named.entry.use !== 'adjective')) continue;
    const { country } = named.entry;
    // "US-backed fighters": of whom it is not told
    if (country === null || country === found || lower[named.to] === '-' || cast.stateOf(country) === asking) continue;
    // "Velmar and Oster recognised Tarn and sent an envoy to the country": both did
    const first = relation[token] === REL.conj ? (head[token] ?? token) : token;
    if (first < token && relation[first] === REL.nsubj && cast.at(first) === asking) continue;
    if (found !== null) return [];
    found = country;
    at = token;
  }
  const state = found === null ? -1 : cast.state(found, at, at + 1, 'the country that was named before');
  return state < 0 ? [] : [state];
}
/** Whether the last subject before a noun in its sentence is a land. */
function isLandActing(noun: number, { relation, sentence }: TokenView, cast: CastGrowth): boolean {
  for (let at = noun - 1; at >= 0 && sentence[at] === sentence[noun]; at--)
    if (relation[at] === REL.nsubj) return cast.kindOf(cast.at(at)) === 'state';
  return false;
}

/** "The country", "the West African nation", "the Gulf state": a land told of elsewhere, by no name. */
function isSomeLand(noun: number, view: TokenView): boolean {
  const { lower, upos } = view;
  if (SAID_WHICH.test(lower[noun + 1] ?? '')) return false;
  let at = noun - 1;
  for (; at > noun - 5 && lower[at] !== 'the'; at--) {
    if (upos[at] !== ADJ && upos[at] !== PROPN && upos[at] !== NOUN && upos[at] !== VERB && lower[at] !== '-') return false;
    if (OTHER.test(lower[at] ?? '') || view.tag(at) === 'JJS' || namedAt(view, at) !== null) return false;
  }
  if (lower[at] !== 'the') return false;
  // "the state" may be no land
  if (lower[noun] === 'country') return true;
  return at < noun - 1 && (lower[noun] === 'nation' || REGION.test(lower[noun - 1] ?? ''));
} // biome-ignore format: long conditions
const COUNTRIES = /^(?:country|nation|state)$/;
/** Whatever is another, or one of many. */
const OTHER =
  /^(?:other|another|same|third|second|first|next|last|only|host|home|whole|entire|member|neighbou?ring|nearby|rival|enemy|hostile|friendly|foreign|rogue|ideal|average|typical|divided|new|future|independent|one|two)$/;
/** Parts of the world that lands are said to be of. */
const REGION =
  /^(?:african|arab|asian|european|gulf|sahel|baltic|balkan|caribbean|island|himalayan|andean|nordic|pacific|caucasus|alpine|maghreb|persian|muslim|oil-rich|ex-soviet|soviet|american)$/;
const SAID_WHICH = /^(?:of|that|which|where|who|club|house|music|road|side)$/;
/** Sentences before its own in which a land may be named. */
const BACK = 2;

/** "Rwanda denied that its forces attacked": Rwanda's, whose the pronoun is. */
function ownerOfTroops(token: number, { roles, view }: Matcher, cast: CastGrowth): readonly number[] {
  const owner = roles.childBy(token, REL['nmod:poss']);
  const word = view.lower[owner];
  // "Velmar, whose troops crossed the border"
  if (word === 'whose') return ownerBehind(token, view, cast);
  if (owner < 0 || (word !== 'its' && word !== 'their')) return [];
  let actor = cast.at(owner);
  // "Velmar denied it. Its forces struck": nobody else there has any
  if (actor < 0 || actor === cast.at(token)) actor = cast.at(subjectBefore(owner, view));
  const kind = cast.kindOf(actor);
  // "protesters said their soldiers had left": a crowd has none
  return kind === 'state' || kind === 'organisation' || (kind === 'group' && /^\p{Lu}/u.test(cast.nameOf(actor)))
    ? [actor]
    : [];
}

/** "Velmar, whose troops": Velmar. */
function ownerBehind(token: number, { relation, head }: TokenView, cast: CastGrowth): readonly number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 5; at = head[at] ?? -1, steps++) {
    if (relation[at] !== REL['acl:relcl']) continue;
    const actor = cast.at(head[at] ?? -1);
    const kind = cast.kindOf(actor);
    return kind === 'state' || kind === 'organisation' || kind === 'group' ? [actor] : [];
  }
  return [];
}

/** "His Greek and Cypriot counterparts, Nikos Vell and Maria Tarn": those two, and not their lands besides; empty where fewer are named. */
function counterparts(
  token: number,
  { lower, upos, sentence, length }: TokenView,
  cast: CastGrowth,
): readonly number[] {
  if (lower[token + 1] !== ',') return [];
  const found: number[] = [];
  for (let at = token + 2; at < length && sentence[at] === sentence[token]; at++) {
    if (upos[at] === PROPN) {
      const actor = cast.at(at);
      if (actor >= 0 && cast.kindOf(actor) === 'person' && !found.includes(actor)) found.push(actor);
    } else if (lower[at] !== ',' && lower[at] !== 'and' && lower[at] !== '-') break;
  }
  return found.length > 1 ? found : [];
}

/** "The Greek and Cypriot presidents, Nikos Vell and Maria Tarn, met": those two; empty where fewer are named. */
export function namedBetween(token: number, match: Matcher, cast: CastGrowth): readonly number[] {
  const { view, kinds, roles } = match;
  if (view.tag(token) !== 'NNS' || (kinds.of(token) & PERSON) === 0 || COUNTERPARTS.test(view.lower[token] ?? ''))
    return [];
  const name = roles.childBy(token, REL.appos);
  if (name < token || view.upos[name] !== PROPN || view.lower[name - 1] !== ',') return [];
  const found = match.together(name).map((part) => cast.at(part));
  if (found.length < 2) return [];
  const people = found.every((actor) => actor >= 0 && cast.kindOf(actor) === 'person');
  return people && found.length > 1 ? [...new Set(found)] : [];
}

/** "Greek" of "his Greek and Cypriot counterparts, Nikos Vell and Maria Tarn", joined to whoever met them: those two. */
function nationOf(token: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const { lower, upos } = view;
  for (let at = token; at < token + 8; at++) {
    const word = lower[at] ?? '';
    if (COUNTERPARTS.test(word)) return at > token ? counterparts(at, view, cast) : [];
    if (word !== ',' && word !== 'and' && namedAt(view, at)?.entry.use !== 'adjective') return [];
    if (upos[at] === NOUN) return [];
  }
  return [];
}

/** "Omar Vell, the person who planned it": Vell. */
function described(token: number, { view, kinds, roles }: Matcher, cast: CastGrowth): readonly number[] {
  if (view.relation[token] !== REL.appos || (kinds.of(token) & PERSON) === 0 || view.tag(token) !== 'NN') return [];
  const clause = roles.childBy(token, REL['acl:relcl']);
  const name = view.head[token] ?? -1;
  if (clause < token || name > token || view.upos[name] !== PROPN) return [];
  const actor = cast.at(name);
  return cast.kindOf(actor) === 'person' ? [actor] : [];
}

/** "Norway and Mali signed it. They accused Niger": both subjects of the sentence before, where no others are told of in between. */
function bothNamed(token: number, { view, roles }: Matcher, cast: CastGrowth): readonly number[] {
  const { relation, sentence, upos } = view;
  if (relation[token] !== REL.nsubj) return [];
  for (let at = token - 1; at >= 0 && sentence[at] === sentence[token]; at--)
    if (view.tag(at) === 'NNS' || view.tag(at) === 'NNPS') return [];
  const subject = subjectBefore(token, view);
  if (subject < 0) return [];
  const found: number[] = [];
  for (let child = subject; child >= 0; ) {
    const actor = cast.at(child);
    if (actor < 0 || upos[child] !== PROPN) return [];
    if (!found.includes(actor)) found.push(actor);
    child = nextConjunct(child, subject, view, roles.children.next, roles.children.first);
  }
  return found.length > 1 ? found : [];
}

/** The name that is the subject of the sentence before; -1 for none. */
function subjectBefore(token: number, { relation, sentence, upos, paragraph, head }: TokenView): number {
  const own = sentence[token] ?? 0;
  let at = token - 1;
  while (at >= 0 && sentence[at] === own) at--;
  for (; at >= 0 && sentence[at] === own - 1 && paragraph[at] === paragraph[token]; at--)
    if (relation[at] === REL.nsubj && upos[at] === PROPN && relation[head[at] ?? 0] === REL.root) return at;
  return -1;
}

/** The next one that "and" joins to the first; -1 for none. */
function nextConjunct(
  after: number,
  first: number,
  { relation }: TokenView,
  next: Int32Array,
  firsts: Int32Array,
): number {
  for (let child = firsts[first] as number; child >= 0; child = next[child] as number)
    if (child > after && relation[child] === REL.conj) return child;
  return -1;
}
