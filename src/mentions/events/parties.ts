import { actorLexicon } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Coded } from './coder.ts';
import { embodiedIn } from './embodied.ts';
import { issuerOf } from './issuer.ts';
import { kindBit } from './kinds.ts';
import { knownAs } from './known-as.ts';
import type { Matcher } from './match.ts';
import { toldTogether } from './members.ts';
import { apposedName, apposedTo, bothLands, namedParts, ownersBeside, tiedState } from './named-parts.ts';
import { ruledLand, unparted } from './national-body.ts';
import { nationalsAt } from './nationals.ts';
import { isAggressor } from './of-gang.ts';
import { statesBehind } from './of-several.ts';
import { owned } from './owned-things.ts';
import { phrase, spokenBody } from './party-phrase.ts';
import { peopleListed } from './people-listed.ts';
import { doneBy } from './responsible.ts';
import { COUNTED, isKin, MEANT_FOR } from './role-words.ts';
import { BODIES } from './spoken-for.ts';
import { namedBetween, standIns } from './stand-ins.ts';
import { isOtherSide, isPaper, isPaperName } from './token-kinds.ts';

const DEEPEST = 4;
const PERSON = kindBit('person');
const BODY = kindBit('body');
const _FORCES = kindBit('forces');
const _NAME = kindBit('name');
const _BLOW = kindBit('blow');
const WEAPON = kindBit('weapon');
const _MEDIA = kindBit('media');
const ACCORD = kindBit('accord');
const _TALKS = kindBit('talks');
const PLACE = kindBit('place');
const _SITE = PLACE | kindBit('thing') | WEAPON;
const _AREA = /^(?:zone|belt|strip|area|corridor|fence|wall|barrier|perimeter|buffer)s?$/;
/** What nouns for people end in. */
const _DOER = /(?:er|or|ist|man|woman|men|women|ian|ant|mate|crat)s?$/;
/** What leads to the one a noun belongs to: "the mayor of Velmar", "troops from Dorvania". */
const OWNERS = ['of', 'from'] as const;
const _BETWEEN = ['between', ...OWNERS] as const;

const COUPS = /^(?:coups?|takeovers?|putsch)$/;
const HIM = /^(?:he|she|him|her|his|hers)$/;

export class PartyFinder {
  readonly view: TokenView;
  readonly match: Matcher;
  readonly cast: CastGrowth;
  /** Country of the place whose words a token is in; null when it is in none. */
  readonly countryAt: (token: number) => string | null;
  /** What a token names as an event, if it names one. */
  readonly codedAt: (token: number) => Coded | null;
  /** The body that its members stand for, by the actor of their words. */
  readonly #bodyOf = new Map<number, number>();
  /** The states whose ministers or envoys an actor is. */
  readonly #statesOf = new Map<number, readonly number[]>();
  somebody = false;
  /** Whether a name is that of a person: nothing else is killed or arrested. */
  mortal = false;
  /** Whether a thing may be that of the place where it is. */
  placed = true;

  constructor(
    match: Matcher,
    cast: CastGrowth,
    countryAt: (token: number) => string | null,
    codedAt: (token: number) => Coded | null,
  ) {
    this.codedAt = codedAt;
    this.match = match;
    this.view = match.view;
    this.cast = cast;
    this.countryAt = countryAt;
  }

  /**
   * Indices into the cast, in the order of the text, each once. `somebody` where what is done can only be done to people:
   * any noun then names some. `mortal` where it can only be done to what lives: a name then is a person's.
   */
  of(tokens: readonly number[], somebody = false, mortal = false): number[] {
    const found: number[] = [];
    this.somebody = somebody;
    this.mortal = mortal || somebody;
    this.placed = true;
    const named = tokens.flatMap((token) => {
      const parts = namedParts(token, this.match);
      return [token, ...parts.filter((part) => part !== token)].flatMap((part) => {
        const listed = peopleListed(part, this.match, this.cast);
        return part === token && !parts.includes(token) ? listed : [...listed, part];
      });
    });
    for (const part of unparted(named, this.match, this.cast)) this.one(part, found, 0);
    return found;
  }

  /** Those whose things are, by possessor, nationality, "of", "from" or the one who made them: not where they stand. */
  owners(tokens: readonly number[]): number[] {
    const found: number[] = [];
    this.somebody = false;
    this.mortal = false;
    this.placed = false;
    for (const token of tokens) for (const part of this.match.together(token)) this.one(part, found, 0);
    this.placed = true;
    return found;
  }

  /** Adds those whom a token stands for to `found`. */
  one(token: number, found: number[], depth: number): void {
    // "a shooting July 24th": a day is nobody
    if (/^\d+(?:st|nd|rd|th)$/.test(this.match.view.lower[token] ?? '')) return;
    const { upos, relation, lower } = this.view;
    const add = (actor: number) => {
      if (!found.includes(actor)) found.push(actor);
    };
    // "Police: two men shot at guards": who says it
    if (lower[token + 1] === ':' && (upos[token] === NOUN || upos[token] === PROPN)) {
      let first = token;
      while (this.view.head[first - 1] === token && this.view.sentence[first - 1] === this.view.sentence[token])
        first--;
      if (this.view.sentence[first - 1] !== this.view.sentence[token]) return;
    }
    // "each side accused the other": whoever the other is, told already
    if (isOtherSide(token, this.view)) return;
    // "killed a number of them": whoever they are
    if (lower[token] === 'number' && lower[token + 1] === 'of' && upos[token + 2] === PRON) return;
    // "Holt and Kern fled. They"
    for (const part of this.cast.severalAt(token)) this.one(part, found, depth + 1);
    if (this.cast.severalAt(token).length > 0) return;
    // "the presidents of Kenya and Chad, Anna Kern and Omar Vell": those two
    const people = namedBetween(token, this.match, this.cast);
    for (const one of people) add(one);
    if (people.length > 0) return;
    // "the foreign ministers of France and Germany": theirs, each of them
    const states = statesBehind(token, this.match);
    if (states.length > 0) {
      for (const part of states) this.one(part, found, depth + 1);
      // "they condemned", of the ministers: whose they are
      this.#statesOf.set(this.cast.at(token), found.slice(-states.length));
      return;
    }
    // "the two countries", "its forces": those that were named
    const meant = standIns(token, this.match, this.cast);
    if (meant.length > 0) {
      for (const one of meant) add(one);
      return;
    }
    // "an affiliate of the Front known as Orlec": by that name
    const name = knownAs(token, this.match);
    if (name >= 0) {
      const before = found.length;
      this.one(name, found, depth + 1);
      if (found.length > before) return;
    }
    // "the local affiliate of the Front", "the members of the Council", "a spokesman for the army"
    const body = embodiedIn(token, this.match, this.cast, this.mortal);
    if (body) {
      const before = found.length;
      // "representatives of the government and the rebels": both
      for (const part of this.match.together(body.token)) this.one(part, found, depth + 1);
      if (body.members && found.length > before) this.#bodyOf.set(this.cast.at(token), found[before] as number);
      if (found.length > before) return;
    }
    // "the government of Velmar": no other than Velmar; "two members of the Front"
    const land = ruledLand(token, this.match, this.cast);
    // "“We have shelled it,” army spokesman Ivan Holt said": the army
    if (lower[token] === 'we') {
      const voice = this.cast.spokesmanAt(this.cast.at(token));
      if (voice >= 0 && spokenBody(this, token, voice, found, depth)) return;
    }
    // "Front spokesman Ivan Holt claimed the attack": the Front's, where its own word is asked for
    const spoken = /^spokes/.test(this.view.lower[token + 1] ?? '') ? this.cast.body(token) : -1;
    const theirOwn = Math.max(land, spoken);
    const whole = theirOwn >= 0 ? theirOwn : toldTogether(token, this.match, this.cast, this.mortal);
    if (whole >= 0) add(whole);
    if (whole >= 0) return;
    const paper = this.view.upos[token] === NOUN && isPaper(this.view.lower[token] ?? '');
    // "the agreement calls on Velmar": a thing, whatever it says
    const accord = this.view.upos[token] === NOUN && (this.match.kinds.of(token) & ACCORD) !== 0;
    const met = paper || accord ? -1 : this.cast.at(token);
    // "the army's statement accuses Velmar": the army
    const known =
      isPaperName(this.cast.nameOf(met)) && upos[token] !== PRON && this.cast.headAt(token) !== token ? -1 : met;
    // "it condemns", of a resolution
    const actor = this.view.upos[token] === PRON && isPaperName(this.cast.nameOf(known)) ? -1 : known;
    // "the members of the Council … their support": the Council's
    const theirs = this.view.upos[token] === PRON ? this.#bodyOf.get(actor) : undefined;
    const sent = this.view.upos[token] === PRON ? this.#statesOf.get(actor) : undefined;
    const stood = sent ?? (theirs === undefined ? null : [theirs]);
    for (const one of stood ?? []) add(one);
    if (stood) return;
    if (actor >= 0) {
      const nationals = nationalsAt(token, actor, this.match, this.cast);
      // "the Turkish-Libyan agreement": both
      const tied = this.view.upos[token] === ADJ && nationals < 0 ? tiedState(token, this.view, this.cast) : -1;
      if (tied >= 0) add(tied);
      const beside = ownersBeside(token, actor, this.match, this.cast);
      const both = nationals < 0 && !this.mortal ? bothLands(token, actor, beside, this.match, this.cast) : [];
      for (const one of both) add(one);
      if (both.length > 0) return;
      add(nationals < 0 ? actor : nationals);
      // "arrested Kenyan and Somali fighters": people, and no state
      for (const one of beside) if (!this.mortal || this.cast.kindOf(one) !== 'state') add(one);
      return;
    }
    if (depth > DEEPEST) return;
    // "an insurgent attack": theirs
    if (upos[token] === ADJ && relation[token] === REL.amod && isAggressor(lower[token] ?? '')) {
      add(
        this.cast.phrase(
          token,
          token,
          token + 1,
          'group',
          actorLexicon().agents.get(lower[token] ?? '')?.sector ?? null,
          null,
        ),
      );
      return;
    }
    // "a military coup": the military's
    if (upos[token] === ADJ && lower[token] === 'military' && COUPS.test(lower[token + 1] ?? '')) {
      add(this.cast.phrase(token, token, token + 1, 'group', 'MIL', null));
      return;
    }
    // "adopted a resolution that condemns": theirs who adopted it
    const issuer = paper && this.placed ? issuerOf(token, this.match) : -1;
    if (issuer >= 0) {
      this.one(issuer, found, depth + 1);
      return;
    }
    if (upos[token] === PRON && !COUNTED.has(lower[token] ?? '')) {
      // "the ministry says it has opened": the one who says it, where nothing else was found
      const speaker = this.match.roles.speakerOf(token);
      if (speaker < 0 || spokenBody(this, token, speaker, found, depth)) return;
      // "the army said he had thrown a bomb": no army
      const who = this.cast.kindOf(this.cast.at(speaker));
      if (HIM.test(lower[token] ?? '') && who !== null && who !== 'person') return;
      // "Ms Holt said it had", "said they beat her": one being is no "it" and not several, where it is sure to be one
      const being = BODIES.has(lower[token] ?? '') && this.cast.isBeing(this.cast.at(speaker), upos[speaker] === NOUN);
      // "Velmar and Oster said they had": both
      const all = /^(?:they|we)$/.test(lower[token] ?? '') ? this.match.together(speaker) : [speaker];
      if (!being) for (const part of all) this.one(part, found, depth + 1);
      return;
    }
    if (upos[token] === PROPN) {
      const country = this.countryAt(token);
      const state =
        country === null
          ? -1
          : this.cast.state(country, token, token + 1, 'a place that is attacked or visited stands for its country');
      if (state >= 0) {
        add(state);
        return;
      }
    }
    if (upos[token] !== NOUN && upos[token] !== PROPN && upos[token] !== ADJ) {
      // "shelling of a rebel-held town": a gerund tells what is struck
      const counted = this.view.tag(token) === 'VBG' ? -1 : this.match.roles.obliqueOf(token, 'of');
      if (counted >= 0) for (const part of this.match.together(counted)) this.one(part, found, depth + 1);
      return;
    }
    // "condemned the killing of civilians by rebels": those who did it, not those who suffered it
    // "coalition strikes": a body, whatever its name may stand for elsewhere
    const named = relation[token] === REL.compound && (this.match.kinds.of(token) & BODY) !== 0;
    const event = upos[token] === NOUN && !named ? this.codedAt(token) : null;
    // "bombed arms shipments meant for the rebels": theirs, whoever sends them
    if (event?.trigger === token && event.code.type === 'AID' && this.placed) {
      const meant = this.match.roles.childBy(token, REL.acl);
      const getter = meant > token && MEANT_FOR.has(lower[meant] ?? '') ? this.match.roles.obliqueOf(meant, 'for') : -1;
      if (getter >= 0) for (const part of this.match.together(getter)) this.one(part, found, depth + 1);
      if (getter >= 0) return;
    }
    if (event && event.trigger === token) {
      for (const one of this.placed ? event.agents : event.patients)
        if (one !== token) for (const part of this.match.together(one)) this.one(part, found, depth + 1);
      // "spurned offers by Velmar", "dismissed the protest filed by Holt": whose it is
      if (this.placed && depth === 0 && event.agents.length === 0) {
        const by = doneBy(token, this.match);
        if (by >= 0) this.one(by, found, depth + 1);
      }
      return;
    }
    // "Holt, the exiled Dorvanian millionaire who is accused": Holt
    const called = apposedTo(token, this.match, this.cast);
    if (called >= 0) {
      add(called);
      return;
    }
    // "with his Dorvanian counterpart, Anna Holt", "the capital, Tarn"
    const apposed =
      upos[token] === NOUN && (this.match.kinds.of(token) & (PERSON | PLACE)) !== 0
        ? apposedName(token, this.match)
        : -1;
    if (
      apposed > token &&
      upos[apposed] === PROPN &&
      // "the 14 foreigners, six Iraqis and a Turk": all of them
      this.match.roles.childBy(apposed, REL.nummod) < 0 &&
      (this.cast.at(apposed) >= 0 || this.countryAt(apposed) !== null)
    ) {
      this.one(apposed, found, depth + 1);
      return;
    }
    // "a friend of the suspect": whoever it is, and not the suspect
    if ((upos[token] === NOUN || upos[token] === PROPN) && depth === 0 && isKin(lower[token] ?? '')) {
      const made = phrase(this, token);
      if (made >= 0) add(made);
      return;
    }
    owned(this, token, found, depth, event !== null, named);
  }
}
