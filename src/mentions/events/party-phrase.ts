// A noun in, the actor that its own phrase makes or the body that it speaks for out.
import { convoySector, isFeast } from '../actors/described-sector.ts';
import { actorLexicon } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import { kindBit } from './kinds.ts';
import { landAt, stateBefore } from './national-body.ts';
import type { PartyFinder } from './parties.ts';
import { isAnyForce, isNoParty, nameFrom, phraseFrom } from './phrase-from.ts';
import { isDay } from './role-words.ts';
import { standsIn } from './sites.ts';
import { spokenFor } from './spoken-for.ts';
import { isPaper } from './token-kinds.ts';

const PERSON = kindBit('person');
const BODY = kindBit('body');
const FORCES = kindBit('forces');
const NAME = kindBit('name');
const WEAPON = kindBit('weapon');
const AREA = /^(?:zone|belt|strip|area|corridor|fence|wall|barrier|perimeter|buffer)s?$/;

/** An actor of the noun phrase itself, where its noun names people or a body; -1 otherwise. */
export function phrase(finder: PartyFinder, head: number, country: string | null = null): number {
  const kinds = finder.match.kinds.of(head);
  const { upos, lower } = finder.view;
  // "sentenced to 21 years", hung as an object: a term is nobody
  if (isDay(head, finder.view) || isFeast(finder.view, head) || TERM.test(lower[head] ?? '')) return -1;
  // "the use of force": nobody's
  if (isAnyForce(head, finder.view) || isPaper(lower[head] ?? '') || isNoParty(head, finder.view)) return -1;
  // missiles strike, but somebody else sent them
  if ((kinds & WEAPON) !== 0 && (kinds & PERSON) === 0) return -1;
  // "their embassies": a part of whoever acts
  const owner = finder.match.roles.childBy(head, REL['nmod:poss']);
  if (owner >= 0 && upos[owner] === PRON && (kinds & PERSON) === 0) return -1;
  const anybody = finder.somebody && kinds === 0;
  if ((!anybody && (kinds & (PERSON | BODY | FORCES | NAME)) === 0) || (upos[head] !== NOUN && upos[head] !== PROPN))
    return -1;
  const whose = stateBefore(head, finder.match, finder.cast);
  const to = nameFrom(head, finder.view);
  // "Democrat Helen Holt": a first name opens what somebody is called
  if (isFullName(head, to, finder.view)) return finder.cast.phrase(head, head, to, 'person', null, country);
  const from = whose < 0 ? phraseFrom(head, finder.view) : landAt(head, lower);
  if (upos[head] === PROPN && (kinds & (PERSON | BODY | FORCES)) === 0)
    return finder.cast.phrase(from, head, to, finder.mortal ? 'person' : 'organisation', null, country);
  const being = finder.view.tag(head).endsWith('S') ? 'group' : 'person';
  const kind = (kinds & PERSON) !== 0 ? being : kinds & BODY ? 'organisation' : 'group';
  const sector = sectorOf(head, kinds, finder.view);
  return finder.cast.phrase(from, head, to, kind, sector, country ?? finder.cast.countryOf(whose));
}

/** People of whom nothing else is told are civilians ("two teens", "a shopper"), but not those who are somebody's. */
function sectorOf(head: number, kinds: number, view: TokenView): string | null {
  const { lower, text, start, end } = view;
  const word = lower[head] ?? '';
  if (word === 'convoy') return convoySector(view, head);
  const { agents } = actorLexicon();
  const listed = agents.get(text.slice(start[head], end[head])) ?? agents.get(word);
  if (listed) return listed.sector;
  return (kinds & (PERSON | FORCES)) === PERSON && !SOMEBODYS.test(word) ? 'CVL' : null;
}
const SOMEBODYS =
  /^(?:actor|auditor|dealer|(?:front-?)?runner|rapist|vandal|plotter|predecessor|successor|foe|enem(?:y|ies)|rival|opponent|operative|inspector|frontline|agent|member|figure|player|side|client|fugitive|colleague|counterpart|leader|boss|adversar(?:y|ies)|aide|partner|delegate|representative)s?$/;

const TERM = /^(?:year|month|week|hour|minute)s$/;

/** A first name that the lists know with a surname behind it. */
export const isFullName = (
  head: number,
  to: number,
  { upos, text, start, end, head: heads, relation }: TokenView,
): boolean =>
  to > head + 1 &&
  upos[head] === PROPN &&
  // "Chanice Renee Holt" has another before it
  !(upos[head - 1] === PROPN && heads[head - 1] === head && relation[head - 1] !== REL.nmod) &&
  // "Al-Kern" is no Al
  upos[head + 1] === PROPN &&
  actorLexicon().firstNames.has(text.slice(start[head], end[head])) &&
  /^\p{Lu}/u.test(text.charAt(start[to - 1] ?? 0));

/** "A spokesman for the army said it had": the army. Whether it was told. */
export function spokenBody(
  finder: PartyFinder,
  pronoun: number,
  sayer: number,
  found: number[],
  depth: number,
): boolean {
  if ((finder.match.kinds.of(sayer) & PERSON) === 0 && finder.cast.kindOf(finder.cast.at(sayer)) !== 'person')
    return false;
  const { roles, kinds } = finder.match;
  const said = spokenFor(pronoun, sayer, finder.cast.beginOf(sayer), finder.view, roles);
  if (!said) return false;
  const before = found.length;
  const bodies = BODY | FORCES;
  if (said.led >= 0 && ((kinds.of(said.led) & bodies) !== 0 || finder.cast.at(said.led) >= 0)) {
    if (finder.cast.kindOf(finder.cast.at(said.led)) !== 'person') finder.one(said.led, found, depth + 1);
    if (found.length > before) return true;
  }
  for (const at of said.before) {
    const group = actorLexicon().agents.get(finder.view.lower[at] ?? '')?.kind === 'group';
    const own = group && (kinds.of(at) & bodies) !== 0 && finder.view.upos[at] === NOUN ? phrase(finder, at) : -1;
    const body = own >= 0 ? own : finder.cast.body(at);
    if (body < 0) continue;
    if (!found.includes(body)) found.push(body);
    return true;
  }
  return false;
}

const LOCAL = /^(?:state|city|town|province|district|county|region)$/;

/** "An army camp in western Velmar": the army's, of the country where it stands. Whether either was told. */
export function site(finder: PartyFinder, site: number, add: (actor: number) => void): boolean {
  const { relation, upos, lower } = finder.view;
  const { first, next } = finder.match.roles.children;
  let place = -1;
  let country: string | null = null;
  for (const token of standsIn(site, finder.view)) {
    country = finder.countryAt(token);
    place = token;
    if (country !== null) break;
  }
  for (let child = first[site] as number; child >= 0 && child < site; child = next[child] as number) {
    const military = upos[child] === ADJ && lower[child] === 'military';
    const whose =
      upos[child] === NOUN &&
      relation[child] === REL.compound &&
      lower[child] !== 'office' && // "an office building" is nobody's, nor a fighter jet a fighter's
      lower[child] !== 'fighter' &&
      // "the state capital", "city buildings"
      !LOCAL.test(lower[child] ?? '') &&
      // "a security zone": whose it is the words do not tell
      !(lower[child] === 'security' && AREA.test(lower[site] ?? '')) &&
      (finder.match.kinds.of(child) & (FORCES | BODY)) !== 0 &&
      (finder.match.kinds.of(child) & WEAPON) === 0;
    if (!military && !whose) continue;
    if (military) add(finder.cast.phrase(child, child, child + 1, 'organisation', 'MIL', country));
    else {
      const made = phrase(finder, child, country);
      if (made < 0) continue;
      add(made);
    }
    return true;
  }
  const why = 'a site that is attacked or visited stands for the country where it is';
  const state = country === null ? -1 : finder.cast.state(country, place, place + 1, why);
  if (state >= 0) add(state);
  // "targets in Syria, Lebanon and Iraq": all of them
  if (state >= 0 && finder.match.kinds.isState(place))
    for (const other of finder.match.together(place)) {
      const land = finder.countryAt(other);
      const more = land === null || land === country ? -1 : finder.cast.state(land, other, other + 1, why);
      if (more >= 0) add(more);
    }
  return state >= 0;
}
