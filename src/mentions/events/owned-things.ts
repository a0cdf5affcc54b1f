// A noun for a thing in, those whose it is out: by possessor, nationality, maker, sender, place or its own words.

import { eachChild } from '../../grammar/tree.ts';
import { agentOf } from '../actors/described.ts';
import { NOUN, PRON, PROPN, REL } from '../actors/token-view.ts';
import { CRAFT } from './bearers.ts';
import { holderBefore } from './held-by.ts';
import { kindBit } from './kinds.ts';
import { ownerWithin } from './named-parts.ts';
import { RULING } from './national-body.ts';
import { isTown } from './of-several.ts';
import { betweenOf } from './pair.ts';
import type { PartyFinder } from './parties.ts';
import { isFullName, phrase, site } from './party-phrase.ts';
import { nameFrom } from './phrase-from.ts';
import { dealerBefore, launchedBy } from './responsible.ts';
import { MEANT_FOR, TIED } from './role-words.ts';
import { sameCraft } from './same-craft.ts';
import { isPaper } from './token-kinds.ts';
import { isWhereBomb } from './where-struck.ts';

const PERSON = kindBit('person');
const BODY = kindBit('body');
const FORCES = kindBit('forces');
const BLOW = kindBit('blow');
const WEAPON = kindBit('weapon');
const MEDIA = kindBit('media');
const ACCORD = kindBit('accord');
const TALKS = kindBit('talks');
const PLACE = kindBit('place');
const SITE = PLACE | kindBit('thing') | WEAPON;
/** What nouns for people end in. */
const DOER = /(?:er|or|ist|man|woman|men|women|ian|ant|mate|crat)s?$/;
/** What leads to the one a noun belongs to: "the mayor of Velmar", "troops from Dorvania". */
const OWNERS = ['of', 'from'] as const;
const BETWEEN = ['between', ...OWNERS] as const;

/** Where things are, whosever it is. */
const AREA =
  /^(?:country|countries|nation|city|cities|town|capital|region|area|province|state|district|village|world|north|south|east|west)s?$/;

/** Those who keep somebody safe are not that one: "his guards". */
const GUARDS = /^(?:body)?guards?$/;

/** Those who act for the land that they are named by. */
const OFFICES: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP', 'ELI']);

/** "Gang leader", "opposition leader", "journalist": somebody of a sector that rules no land. */
function isOutsider(noun: number, { view }: PartyFinder['match']): boolean {
  const sector = agentOf(view, noun)?.sector ?? null;
  return sector !== null && !OFFICES.has(sector);
}

/** The town or land that one being is "of" or "from"; -1 where there is none. */
function hometown(token: number, { match, cast, countryAt, view }: PartyFinder): number {
  if (view.tag(token) !== 'NN') return -1;
  for (const preposition of OWNERS) {
    const led = match.roles.obliqueOf(token, preposition);
    if (led < token || view.upos[led] !== PROPN) continue;
    const kind = cast.kindOf(cast.at(led));
    if (kind === 'state' || (kind === null && (preposition === 'from' || countryAt(led) !== null))) return led;
  }
  return -1;
}

/** `isEvent`, `named`: the token names an event; the words of an event name a body. */
export function owned(
  finder: PartyFinder,
  token: number,
  found: number[],
  depth: number,
  isEvent: boolean,
  named: boolean,
): void {
  const { match, cast, view, mortal, placed } = finder;
  const { upos, relation, lower } = view;
  const paper = upos[token] === NOUN && isPaper(lower[token] ?? '');
  const add = (actor: number) => {
    if (!found.includes(actor)) found.push(actor);
  };
  // "the Ukrainian capital", "Trump's remarks", "Dorvanian-backed rebels"
  const before = found.length;
  let owner = -1;
  let ruler = -1;
  eachChild(match.parsed, token, (child) => {
    const at = relation[child];
    if (
      (at === REL['nmod:poss'] || at === REL.amod || at === REL.compound || (at === REL.nmod && child < token)) &&
      cast.at(child) >= 0 &&
      // "his Turkish counterpart": somebody else; "its soldiers" are those of whose they are
      !(upos[child] === PRON && (match.kinds.of(token) & (PERSON | FORCES)) === PERSON) &&
      !isWhereBomb(child, view, lower[token] ?? '') &&
      // "the Minsk agreements" are not of the country where they were signed
      // where "a US resolution" is whose draft it is
      !(
        at === REL.compound &&
        upos[child] === PROPN &&
        (match.kinds.of(token) & ACCORD) !== 0 &&
        !(paper && match.kinds.isState(child))
      )
    )
      owner = owner < 0 || at === REL['nmod:poss'] ? child : owner;
    // "an ISIL-held building"
    else if (owner < 0 && child < token) {
      const holder = holderBefore(child, match, cast);
      // a government stands for the land that the words behind may name
      if (RULING.has(lower[holder] ?? '')) ruler = holder;
      else owner = holder;
    }
  });
  if (owner < 0) owner = dealerBefore(token, match);
  if (owner < 0) owner = ownerWithin(token, match, cast);
  // "a rebel-held town": those rebels who are told of
  if (owner >= 0 && lower[owner + 1] === '-' && cast.at(owner) < 0) {
    const many = cast.called(`${lower[owner]}s`);
    if (many >= 0) {
      add(many);
      return;
    }
  }
  // "arrested a sharpshooter of the gang", "a clerk from Tarn": whoever it is, and neither the gang nor Tarn
  if (mortal && depth === 0 && upos[token] === NOUN && (owner < 0 || owner > token)) {
    const home = hometown(token, finder);
    const kinds = match.kinds.of(token) & (PERSON | FORCES | WEAPON | BODY | PLACE);
    const doer = finder.somebody && owner < 0 && match.kinds.of(token) === 0 && DOER.test(lower[token] ?? '');
    if (doer || (home >= 0 && ((finder.somebody && match.kinds.of(token) === 0) || kinds === PERSON))) {
      const made = phrase(finder, token, home < 0 ? null : (finder.countryAt(home) ?? cast.countryOf(cast.at(home))));
      if (made >= 0) {
        add(made);
        return;
      }
    }
  }
  // "shot two bodyguards of the minister": people, and not whose they are
  const boss = owner >= 0 ? owner : match.roles.obliqueOf(token, 'of');
  if (
    placed &&
    boss >= 0 &&
    upos[token] === NOUN &&
    ((match.kinds.of(token) & (PERSON | FORCES | WEAPON | BODY | PLACE)) === PERSON ||
      GUARDS.test(lower[token] ?? '')) &&
    cast.kindOf(cast.at(boss)) === 'person'
  ) {
    const made = phrase(finder, token);
    if (made >= 0) {
      add(made);
      return;
    }
  }
  // "Kestria's feared gang leader": somebody of that land, and not those who rule it
  if (
    owner >= 0 &&
    upos[token] === NOUN &&
    view.tag(token) === 'NN' &&
    relation[owner] === REL['nmod:poss'] &&
    cast.kindOf(cast.at(owner)) === 'state' &&
    (match.kinds.of(token) & (PERSON | FORCES | WEAPON | BODY | PLACE)) === PERSON &&
    isOutsider(token, match)
  ) {
    const made = phrase(finder, token, cast.countryOf(cast.at(owner)));
    if (made >= 0) {
      add(made);
      return;
    }
  }
  // "abducted 12 Iranian guards", "freed two Polish engineers": so many people, and no state
  const counted = (match.kinds.of(token) & (PERSON | FORCES)) === PERSON && match.roles.childBy(token, REL.nummod) >= 0;
  if (
    owner >= 0 &&
    (mortal || counted) &&
    depth < 2 &&
    relation[owner] === REL.amod &&
    cast.kindOf(cast.at(owner)) === 'state' &&
    (match.kinds.of(token) & (PERSON | FORCES)) !== 0
  ) {
    const made = phrase(finder, token, cast.countryOf(cast.at(owner)));
    if (made >= 0) {
      add(made);
      return;
    }
  }
  if (owner >= 0) for (const part of match.together(owner)) finder.one(part, found, depth + 1);
  // "lifted its blockade of Velmar": of things of one's own, whom they are about
  if (found.length > before && placed) return;
  // "the Indian government's decision": an owner that is no actor by itself
  const possessor = match.roles.childBy(token, REL['nmod:poss']);
  if (possessor >= 0 && upos[possessor] === NOUN && (match.kinds.of(possessor) & (BODY | FORCES)) !== 0) {
    for (const part of match.together(possessor)) finder.one(part, found, depth + 1);
    if (found.length > before) return;
  }
  // "Helen Holt's stance": hers, though nothing else tells of her
  if (possessor >= 0 && cast.at(possessor) < 0 && isFullName(possessor, nameFrom(possessor, view), view)) {
    add(phrase(finder, possessor));
    return;
  }
  // "arms shipments intended for the rebels"
  const meant = match.roles.childBy(token, REL.acl);
  const getter = meant >= 0 && MEANT_FOR.has(lower[meant] ?? '') ? match.roles.obliqueOf(meant, 'for') : -1;
  if (getter >= 0) for (const part of match.together(getter)) finder.one(part, found, depth + 1);
  if (found.length > before) return;
  // "police bullets", "rebel rockets", "regime warplanes": those whose weapon it is
  if ((match.kinds.of(token) & WEAPON) !== 0 || lower[token] === 'fire' || CRAFT.has(match.lemma(token))) {
    // "launched missiles targeting troops": who launched them
    const sender = launchedBy(token, match);
    if (sender >= 0 && sender !== token) {
      for (const part of match.together(sender)) finder.one(part, found, depth + 1);
      if (found.length > before) return;
    }
    const { first, next } = match.roles.children;
    for (let armed = first[token] as number; armed >= 0 && armed < token; armed = next[armed] as number) {
      const kinds = match.kinds.of(armed);
      if (relation[armed] !== REL.compound || lower[armed] === 'fighter' || (kinds & WEAPON) !== 0) continue;
      // "coalition aircraft", however it is written
      if ((kinds & (FORCES | BODY)) !== 0) finder.one(armed, found, depth + 1);
      if (found.length > before) return;
    }
    // "the helicopter" of the army that was told of
    const known = !mortal && relation[token] === REL.nsubj ? sameCraft(token, match, cast) : -1;
    if (known >= 0) finder.one(known, found, depth + 1);
    if (found.length > before) return;
  }
  // "the missiles fired by the army", "a resolution drafted by Velmar"
  const deed = (match.kinds.of(token) & PERSON) !== 0 ? -1 : match.roles.childBy(token, REL.acl);
  if (deed >= 0) {
    const { agent, passive } = match.roles.rolesOf(deed);
    // "a ship attacked by pirates": not theirs
    const harmed = (match.kinds.of(token) & WEAPON) === 0 && finder.codedAt(deed)?.code.type === 'ASSAULT';
    // "an inquiry at the airport, led by Holt": not what is behind a comma and said of another
    const aside = (match.kinds.of(token) & (PLACE | WEAPON)) === PLACE && lower[deed - 1] === ',';
    if (passive && agent >= 0 && !harmed && !aside) finder.one(agent, found, depth + 1);
    // "targets linked to Hezbollah", "plants belonging to Velmar"
    const tied = TIED.has(lower[deed] ?? '')
      ? Math.max(match.roles.obliqueOf(deed, 'with'), match.roles.obliqueOf(deed, 'to'))
      : -1;
    if (tied >= 0) finder.one(tied, found, depth + 1);
    if (found.length > before) return;
  }
  // "the director of a hospital in Velmar", "the owner of a firm": whoever it is, and neither the firm nor Velmar
  const charge = upos[token] === NOUN && view.tag(token) === 'NN' ? match.roles.obliqueOf(token, 'of') : -1;
  if (
    charge > token &&
    (match.kinds.of(token) & PERSON) !== 0 &&
    upos[charge] === NOUN &&
    (match.kinds.of(charge) & (PERSON | FORCES)) === 0 &&
    cast.at(charge) < 0
  ) {
    const made = phrase(finder, token);
    if (made >= 0) {
      add(made);
      return;
    }
  }
  // "killed Tarn Vell in Velmar", "arrested Vell, 34, of Tarn": a person, and not the town
  if (mortal && depth === 0 && upos[token] === PROPN) {
    const made = phrase(finder, token);
    if (made >= 0) {
      add(made);
      return;
    }
  }
  for (const preposition of BETWEEN) {
    const led = preposition === 'between' ? betweenOf(token, match) : match.roles.obliqueOf(token, preposition);
    // "shelling of a rebel-held town": the town is struck, and whoever holds it strikes nobody
    // "rockets were fired at the city from Velmar": whence, and not whose
    if (
      preposition === 'from' &&
      relation[token] === REL.obl &&
      (match.kinds.of(token) & (PLACE | PERSON | FORCES)) === PLACE
    )
      continue;
    if (led < 0 || ((match.kinds.of(token) & BLOW) !== 0 && (match.kinds.of(led) & PLACE) !== 0)) continue;
    // of "the villages of Tarn and Orlo" those that some land is known to hold, and nobody of that name
    const towns = isTown(token, match);
    for (const part of match.together(led))
      if (!towns || cast.at(part) >= 0 || finder.countryAt(part) !== null) finder.one(part, found, depth + 1);
    if (towns && match.view.upos[led] === PROPN) return;
    if (found.length > before) return;
  }
  // "a bomb near Tarn killed nine": what strikes is not of where it is, nor who is hurt
  const strikes = (match.kinds.of(token) & WEAPON) !== 0 && relation[token] === REL.nsubj;
  const sited = placed && !strikes && !mortal && (match.kinds.of(token) & SITE) !== 0;
  if (sited && site(finder, token, add)) return;
  for (const preposition of ['in', 'on', 'by']) {
    if ((!placed || strikes || mortal) && preposition !== 'by') continue;
    const led = match.roles.obliqueOf(token, preposition);
    if (led < 0 || (preposition === 'by' && isDoneTo(finder, token))) continue;
    // "a town on the Norlandic border": on whose side nobody says
    if (/^(?:border|frontier)s?$/.test(lower[led] ?? '')) continue;
    // "the report on Twitter" is not Twitter's, nor "the talks in Velmar" or "a deal in Velmar" Velmar's
    if (preposition !== 'by' && (paper || (match.kinds.of(token) & (MEDIA | TALKS | ACCORD)) !== 0)) continue;
    // people or a raid in a country are not the country: "his counterparts in Paris"
    if (preposition !== 'by' && ((match.kinds.of(token) & (PERSON | FORCES)) !== 0 || isEvent)) continue;
    // "a market in Tarn", "boats in the Pacific": a place that no list knows, and nobody
    const inPlace = preposition === 'in' && !/^(?:embass|consul)/.test(lower[token] ?? '');
    // "against prices in the country": nobody
    if (inPlace && upos[led] === NOUN && AREA.test(lower[led] ?? '') && cast.at(led) < 0) continue;
    for (const part of inPlace ? match.together(led) : [led])
      if (!inPlace || upos[part] !== PROPN || cast.at(part) >= 0 || finder.countryAt(part) !== null)
        finder.one(part, found, depth + 1);
    if (found.length > before) return;
  }
  if (ruler >= 0) finder.one(ruler, found, depth + 1);
  if (found.length > before) return;
  // the words of the entry itself name nobody new: "took prisoner"
  const made = (!named && finder.codedAt(token) !== null) || (!placed && depth === 0) ? -1 : phrase(finder, token);
  if (made >= 0) add(made);
}

/** "The bombing of towns by jets": what is bombed, and no deed of the jets by itself. */
function isDoneTo(finder: PartyFinder, token: number): boolean {
  const up = finder.view.head[token] ?? -1;
  return (
    up >= 0 &&
    finder.view.relation[token] === REL.nmod &&
    finder.match.roles.caseOf(token) === 'of' &&
    finder.view.upos[up] === NOUN &&
    finder.codedAt(up) !== null
  );
}
