// The token of an argument in, the actors it stands for out: named, counted, owned, or the state whose town or troops they are.
import { eachChild } from '../../grammar/tree.ts';
import { actorLexicon } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import { CRAFT } from './bearers.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Coded } from './coder.ts';
import { embodiedIn } from './embodied.ts';
import { holderBefore } from './held-by.ts';
import { issuerOf } from './issuer.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { toldTogether } from './members.ts';
import { apposedTo, bothLands, namedParts, ownersBeside, ownerWithin, tiedState } from './named-parts.ts';
import { RULING, ruledLand, stateBefore, unparted } from './national-body.ts';
import { nationalsAt } from './nationals.ts';
import { isTown, statesBehind } from './of-several.ts';
import { betweenOf } from './pair.ts';
import { isAnyForce, isNoParty, nameFrom, phraseFrom } from './phrase-from.ts';
import { dealerBefore, doneBy, launchedBy } from './responsible.ts';
import { COUNTED, DAYS, isKin, TIED } from './role-words.ts';
import { standsIn } from './sites.ts';
import { BODIES, spokenFor } from './spoken-for.ts';
import { standIns } from './stand-ins.ts';
import { isPaper, isPaperName } from './token-kinds.ts';

const DEEPEST = 4;
const PERSON = kindBit('person');
const BODY = kindBit('body');
const FORCES = kindBit('forces');
const NAME = kindBit('name');
const BLOW = kindBit('blow');
const WEAPON = kindBit('weapon');
const MEDIA = kindBit('media');
const ACCORD = kindBit('accord');
const TALKS = kindBit('talks');
const PLACE = kindBit('place');
const SITE = PLACE | kindBit('thing') | WEAPON;
const AREA = /^(?:zone|belt|strip|area|corridor|fence|wall|barrier|perimeter|buffer)s?$/;
/** What nouns for people end in. */
const DOER = /(?:er|or|ist|man|woman|men|women|ian|ant|mate|crat)s?$/;
/** What leads to the one a noun belongs to: "the mayor of Velmar", "troops from Dorvania". */
const OWNERS = ['of', 'from'] as const;
const BETWEEN = ['between', ...OWNERS] as const;

export class PartyFinder {
  readonly #view: TokenView;
  readonly #match: Matcher;
  readonly #cast: CastGrowth;
  /** Country of the place whose words a token is in; null when it is in none. */
  readonly #countryAt: (token: number) => string | null;
  /** What a token names as an event, if it names one. */
  readonly #codedAt: (token: number) => Coded | null;
  /** The body that its members stand for, by the actor of their words. */
  readonly #bodyOf = new Map<number, number>();
  /** The states whose ministers or envoys an actor is. */
  readonly #statesOf = new Map<number, readonly number[]>();
  #somebody = false;
  /** Whether a name is that of a person: nothing else is killed or arrested. */
  #mortal = false;
  /** Whether a thing may be that of the place where it is. */
  #placed = true;

  constructor(
    match: Matcher,
    cast: CastGrowth,
    countryAt: (token: number) => string | null,
    codedAt: (token: number) => Coded | null,
  ) {
    this.#codedAt = codedAt;
    this.#match = match;
    this.#view = match.view;
    this.#cast = cast;
    this.#countryAt = countryAt;
  }

  /**
   * Indices into the cast, in the order of the text, each once. `somebody` where what is done can only be done to people:
   * any noun then names some. `mortal` where it can only be done to what lives: a name then is a person's.
   */
  of(tokens: readonly number[], somebody = false, mortal = false): number[] {
    const found: number[] = [];
    this.#somebody = somebody;
    this.#mortal = mortal || somebody;
    this.#placed = true;
    const named = tokens.flatMap((token) => namedParts(token, this.#match));
    for (const part of unparted(named, this.#match, this.#cast)) this.#one(part, found, 0);
    return found;
  }

  /** Those whose things are, by possessor, nationality, "of", "from" or the one who made them: not where they stand. */
  owners(tokens: readonly number[]): number[] {
    const found: number[] = [];
    this.#somebody = false;
    this.#mortal = false;
    this.#placed = false;
    for (const token of tokens) for (const part of this.#match.together(token)) this.#one(part, found, 0);
    this.#placed = true;
    return found;
  }

  #one(token: number, found: number[], depth: number): void {
    const add = (actor: number) => {
      if (!found.includes(actor)) found.push(actor);
    };
    // "Holt and Kern fled. They"
    for (const part of this.#cast.severalAt(token)) this.#one(part, found, depth + 1);
    if (this.#cast.severalAt(token).length > 0) return;
    // "the foreign ministers of France and Germany": theirs, each of them
    const states = statesBehind(token, this.#match);
    if (states.length > 0) {
      for (const part of states) this.#one(part, found, depth + 1);
      // "they condemned", of the ministers: whose they are
      this.#statesOf.set(this.#cast.at(token), found.slice(-states.length));
      return;
    }
    // "the two countries", "its forces": those that were named
    const meant = standIns(token, this.#match, this.#cast);
    if (meant.length > 0) {
      for (const one of meant) add(one);
      return;
    }
    // "the local affiliate of the Front", "the members of the Council", "a spokesman for the army"
    const body = embodiedIn(token, this.#match, this.#cast);
    if (body) {
      const before = found.length;
      // "representatives of the government and the rebels": both
      for (const part of this.#match.together(body.token)) this.#one(part, found, depth + 1);
      if (body.members && found.length > before) this.#bodyOf.set(this.#cast.at(token), found[before] as number);
      if (found.length > before) return;
    }
    // "the government of Velmar": no other than Velmar; "two members of the Front"
    const land = ruledLand(token, this.#match, this.#cast);
    // "Front spokesman Ivan Holt claimed the attack": the Front's, where its own word is asked for
    const spoken = /^spokes/.test(this.#view.lower[token + 1] ?? '') ? this.#cast.body(token) : -1;
    const theirOwn = Math.max(land, spoken);
    const whole = theirOwn >= 0 ? theirOwn : toldTogether(token, this.#match, this.#cast, this.#mortal);
    if (whole >= 0) add(whole);
    if (whole >= 0) return;
    const paper = this.#view.upos[token] === NOUN && isPaper(this.#view.lower[token] ?? '');
    // "the agreement calls on Velmar": a thing, whatever it says
    const accord = this.#view.upos[token] === NOUN && (this.#match.kinds.of(token) & ACCORD) !== 0;
    const known = paper || accord ? -1 : this.#cast.at(token);
    // "it condemns", of a resolution
    const actor = this.#view.upos[token] === PRON && isPaperName(this.#cast.nameOf(known)) ? -1 : known;
    // "the members of the Council … their support": the Council's
    const theirs = this.#view.upos[token] === PRON ? this.#bodyOf.get(actor) : undefined;
    const sent = this.#view.upos[token] === PRON ? this.#statesOf.get(actor) : undefined;
    const stood = sent ?? (theirs === undefined ? null : [theirs]);
    for (const one of stood ?? []) add(one);
    if (stood) return;
    if (actor >= 0) {
      const nationals = nationalsAt(token, actor, this.#match, this.#cast);
      // "the Turkish-Libyan agreement": both
      const tied = this.#view.upos[token] === ADJ && nationals < 0 ? tiedState(token, this.#view, this.#cast) : -1;
      if (tied >= 0) add(tied);
      const beside = ownersBeside(token, actor, this.#match, this.#cast);
      const both = nationals < 0 && !this.#mortal ? bothLands(token, actor, beside, this.#match, this.#cast) : [];
      for (const one of both) add(one);
      if (both.length > 0) return;
      add(nationals < 0 ? actor : nationals);
      // "arrested Kenyan and Somali fighters": people, and no state
      for (const one of beside) if (!this.#mortal || this.#cast.kindOf(one) !== 'state') add(one);
      return;
    }
    const { upos, relation, lower } = this.#view;
    if (depth > DEEPEST) return;
    // "adopted a resolution that condemns": theirs who adopted it
    const issuer = paper && this.#placed ? issuerOf(token, this.#match) : -1;
    if (issuer >= 0) {
      this.#one(issuer, found, depth + 1);
      return;
    }
    if (upos[token] === PRON && !COUNTED.has(lower[token] ?? '')) {
      // "the ministry says it has opened": the one who says it, where nothing else was found
      const speaker = this.#match.roles.speakerOf(token);
      if (speaker < 0 || this.#body(token, speaker, found, depth)) return;
      // "Ms Holt said it had", "said they beat her": one being is no "it" and not several, where it is sure to be one
      const being =
        BODIES.has(lower[token] ?? '') && this.#cast.isBeing(this.#cast.at(speaker), upos[speaker] === NOUN);
      if (!being) this.#one(speaker, found, depth + 1);
      return;
    }
    if (upos[token] === PROPN) {
      const country = this.#countryAt(token);
      const state =
        country === null
          ? -1
          : this.#cast.state(country, token, token + 1, 'a place that is attacked or visited stands for its country');
      if (state >= 0) {
        add(state);
        return;
      }
    }
    if (upos[token] !== NOUN && upos[token] !== PROPN && upos[token] !== ADJ) {
      // "shelling of a rebel-held town": a gerund tells what is struck
      const counted = this.#view.tag(token) === 'VBG' ? -1 : this.#match.roles.obliqueOf(token, 'of');
      if (counted >= 0) for (const part of this.#match.together(counted)) this.#one(part, found, depth + 1);
      return;
    }
    // "condemned the killing of civilians by rebels": those who did it, not those who suffered it
    // "coalition strikes": a body, whatever its name may stand for elsewhere
    const named = relation[token] === REL.compound && (this.#match.kinds.of(token) & BODY) !== 0;
    const event = upos[token] === NOUN && !named ? this.#codedAt(token) : null;
    if (event && event.trigger === token) {
      for (const one of this.#placed ? event.agents : event.patients)
        if (one !== token) for (const part of this.#match.together(one)) this.#one(part, found, depth + 1);
      // "spurned offers by Velmar", "dismissed the protest filed by Holt": whose it is
      if (this.#placed && depth === 0 && event.agents.length === 0) {
        const by = doneBy(token, this.#match);
        if (by >= 0) this.#one(by, found, depth + 1);
      }
      return;
    }
    // "Holt, the exiled Dorvanian millionaire who is accused": Holt
    const called = apposedTo(token, this.#match, this.#cast);
    if (called >= 0) {
      add(called);
      return;
    }
    // "with his Dorvanian counterpart, Anna Holt", "the capital, Tarn"
    const apposed =
      upos[token] === NOUN && (this.#match.kinds.of(token) & (PERSON | PLACE)) !== 0
        ? this.#match.roles.childBy(token, REL.appos)
        : -1;
    if (
      apposed > token &&
      upos[apposed] === PROPN &&
      (this.#cast.at(apposed) >= 0 || this.#countryAt(apposed) !== null)
    ) {
      this.#one(apposed, found, depth + 1);
      return;
    }
    // "a friend of the suspect": whoever it is, and not the suspect
    if ((upos[token] === NOUN || upos[token] === PROPN) && depth === 0 && isKin(lower[token] ?? '')) {
      const made = this.#phrase(token);
      if (made >= 0) add(made);
      return;
    }
    // "the Ukrainian capital", "Trump's remarks", "Dorvanian-backed rebels"
    const before = found.length;
    let owner = -1;
    let ruler = -1;
    eachChild(this.#match.parsed, token, (child) => {
      const at = relation[child];
      if (
        (at === REL['nmod:poss'] || at === REL.amod || at === REL.compound || (at === REL.nmod && child < token)) &&
        this.#cast.at(child) >= 0 &&
        // "his Turkish counterpart": somebody else; "its soldiers" are those of whose they are
        !(upos[child] === PRON && (this.#match.kinds.of(token) & (PERSON | FORCES)) === PERSON) &&
        // "the Minsk agreements" are not of the country where they were signed
        // where "a US resolution" is whose draft it is
        !(
          at === REL.compound &&
          upos[child] === PROPN &&
          (this.#match.kinds.of(token) & ACCORD) !== 0 &&
          !(paper && this.#match.kinds.isState(child))
        )
      )
        owner = owner < 0 || at === REL['nmod:poss'] ? child : owner;
      // "an ISIL-held building"
      else if (owner < 0 && child < token) {
        const holder = holderBefore(child, this.#match, this.#cast);
        // a government stands for the land that the words behind may name
        if (RULING.has(lower[holder] ?? '')) ruler = holder;
        else owner = holder;
      }
    });
    if (owner < 0) owner = dealerBefore(token, this.#match);
    if (owner < 0) owner = ownerWithin(token, this.#match, this.#cast);
    // "a rebel-held town": those rebels who are told of
    if (owner >= 0 && lower[owner + 1] === '-' && this.#cast.at(owner) < 0) {
      const many = this.#cast.called(`${lower[owner]}s`);
      if (many >= 0) {
        add(many);
        return;
      }
    }
    // "arrested a sharpshooter of the gang": whoever it is, and not the gang
    if (
      this.#somebody &&
      depth === 0 &&
      owner < 0 &&
      this.#match.kinds.of(token) === 0 &&
      DOER.test(this.#view.lower[token] ?? '')
    ) {
      const made = this.#phrase(token);
      if (made >= 0) {
        add(made);
        return;
      }
    }
    // "abducted 12 Iranian guards": so many people, and no state
    if (
      owner >= 0 &&
      this.#mortal &&
      depth < 2 &&
      relation[owner] === REL.amod &&
      this.#cast.kindOf(this.#cast.at(owner)) === 'state' &&
      (this.#match.kinds.of(token) & (PERSON | FORCES)) !== 0
    ) {
      const made = this.#phrase(token, this.#cast.countryOf(this.#cast.at(owner)));
      if (made >= 0) {
        add(made);
        return;
      }
    }
    if (owner >= 0) for (const part of this.#match.together(owner)) this.#one(part, found, depth + 1);
    // "lifted its blockade of Velmar": of things of one's own, whom they are about
    if (found.length > before && this.#placed) return;
    // "the Indian government's decision": an owner that is no actor by itself
    const possessor = this.#match.roles.childBy(token, REL['nmod:poss']);
    if (possessor >= 0 && upos[possessor] === NOUN && (this.#match.kinds.of(possessor) & (BODY | FORCES)) !== 0) {
      for (const part of this.#match.together(possessor)) this.#one(part, found, depth + 1);
      if (found.length > before) return;
    }
    // "police bullets", "rebel rockets", "regime warplanes": those whose weapon it is
    if (
      (this.#match.kinds.of(token) & WEAPON) !== 0 ||
      lower[token] === 'fire' ||
      CRAFT.has(this.#match.lemma(token))
    ) {
      // "launched missiles targeting troops": who launched them
      const sender = launchedBy(token, this.#match);
      if (sender >= 0 && sender !== token) {
        for (const part of this.#match.together(sender)) this.#one(part, found, depth + 1);
        if (found.length > before) return;
      }
      const { first, next } = this.#match.roles.children;
      for (let armed = first[token] as number; armed >= 0 && armed < token; armed = next[armed] as number) {
        const kinds = this.#match.kinds.of(armed);
        if (relation[armed] !== REL.compound || lower[armed] === 'fighter' || (kinds & WEAPON) !== 0) continue;
        // "coalition aircraft", however it is written
        if ((kinds & (FORCES | BODY)) !== 0) this.#one(armed, found, depth + 1);
        if (found.length > before) return;
      }
    }
    // "the missiles fired by the army", "a resolution drafted by Velmar"
    const deed = (this.#match.kinds.of(token) & PERSON) !== 0 ? -1 : this.#match.roles.childBy(token, REL.acl);
    if (deed >= 0) {
      const { agent, passive } = this.#match.roles.rolesOf(deed);
      // "a ship attacked by pirates": not theirs
      const harmed = (this.#match.kinds.of(token) & WEAPON) === 0 && this.#codedAt(deed)?.code.type === 'ASSAULT';
      if (passive && agent >= 0 && !harmed) this.#one(agent, found, depth + 1);
      // "targets linked to Hezbollah", "plants belonging to Velmar"
      const tied = TIED.has(lower[deed] ?? '')
        ? Math.max(this.#match.roles.obliqueOf(deed, 'with'), this.#match.roles.obliqueOf(deed, 'to'))
        : -1;
      if (tied >= 0) this.#one(tied, found, depth + 1);
      if (found.length > before) return;
    }
    for (const preposition of BETWEEN) {
      const led =
        preposition === 'between' ? betweenOf(token, this.#match) : this.#match.roles.obliqueOf(token, preposition);
      // "shelling of a rebel-held town": the town is struck, and whoever holds it strikes nobody
      if (led < 0 || ((this.#match.kinds.of(token) & BLOW) !== 0 && (this.#match.kinds.of(led) & PLACE) !== 0))
        continue;
      // of "the villages of Tarn and Orlo" those that some land is known to hold, and nobody of that name
      const towns = isTown(token, this.#match);
      for (const part of this.#match.together(led))
        if (!towns || this.#cast.at(part) >= 0 || this.#countryAt(part) !== null) this.#one(part, found, depth + 1);
      if (towns && this.#match.view.upos[led] === PROPN) return;
      if (found.length > before) return;
    }
    // "a bomb near Tarn killed nine": what strikes is not of where it is, nor who is hurt
    const strikes = (this.#match.kinds.of(token) & WEAPON) !== 0 && relation[token] === REL.nsubj;
    const sited = this.#placed && !strikes && !this.#mortal && (this.#match.kinds.of(token) & SITE) !== 0;
    if (sited && this.#site(token, add)) return;
    // "killed Tarn Vell in Velmar": a person, and not the town
    if (this.#mortal && depth === 0 && upos[token] === PROPN) {
      const made = this.#phrase(token);
      if (made >= 0) {
        add(made);
        return;
      }
    }
    for (const preposition of ['in', 'on', 'by']) {
      if ((!this.#placed || strikes || this.#mortal) && preposition !== 'by') continue;
      const led = this.#match.roles.obliqueOf(token, preposition);
      if (led < 0 || (preposition === 'by' && this.#isDoneTo(token))) continue;
      // "a town on the Norlandic border": on whose side nobody says
      if (/^(?:border|frontier)s?$/.test(lower[led] ?? '')) continue;
      // "the report on Twitter" is not Twitter's, nor "the talks in Velmar" or "a deal in Velmar" Velmar's
      if (preposition !== 'by' && (paper || (this.#match.kinds.of(token) & (MEDIA | TALKS | ACCORD)) !== 0)) continue;
      // people or a raid in a country are not the country: "his counterparts in Paris"
      if (preposition !== 'by' && ((this.#match.kinds.of(token) & (PERSON | FORCES)) !== 0 || event !== null)) continue;
      // "a market in Tarn", "boats in the Pacific": a place that no list knows, and nobody
      const placed = preposition === 'in' && !/^(?:embass|consul)/.test(lower[token] ?? '');
      for (const part of placed ? this.#match.together(led) : [led])
        if (!placed || upos[part] !== PROPN || this.#cast.at(part) >= 0 || this.#countryAt(part) !== null)
          this.#one(part, found, depth + 1);
      if (found.length > before) return;
    }
    if (ruler >= 0) this.#one(ruler, found, depth + 1);
    if (found.length > before) return;
    // the words of the entry itself name nobody new: "took prisoner"
    const made = (!named && this.#codedAt(token) !== null) || (!this.#placed && depth === 0) ? -1 : this.#phrase(token);
    if (made >= 0) add(made);
  }

  /** "A spokesman for the army said it had": the army. Whether it was told. */
  #body(pronoun: number, sayer: number, found: number[], depth: number): boolean {
    if ((this.#match.kinds.of(sayer) & PERSON) === 0 && this.#cast.kindOf(this.#cast.at(sayer)) !== 'person')
      return false;
    const { roles, kinds } = this.#match;
    const said = spokenFor(pronoun, sayer, this.#cast.beginOf(sayer), this.#view, roles);
    if (!said) return false;
    const before = found.length;
    const bodies = BODY | FORCES;
    if (said.led >= 0 && ((kinds.of(said.led) & bodies) !== 0 || this.#cast.at(said.led) >= 0)) {
      if (this.#cast.kindOf(this.#cast.at(said.led)) !== 'person') this.#one(said.led, found, depth + 1);
      if (found.length > before) return true;
    }
    for (const at of said.before) {
      const group = actorLexicon().agents.get(this.#view.lower[at] ?? '')?.kind === 'group';
      const own = group && (kinds.of(at) & bodies) !== 0 && this.#view.upos[at] === NOUN ? this.#phrase(at) : -1;
      const body = own >= 0 ? own : this.#cast.body(at);
      if (body < 0) continue;
      if (!found.includes(body)) found.push(body);
      return true;
    }
    return false;
  }

  /** "An army camp in western Velmar": the army's, of the country where it stands. Whether either was told. */
  #site(site: number, add: (actor: number) => void): boolean {
    const { relation, upos, lower } = this.#view;
    const { first, next } = this.#match.roles.children;
    let place = -1;
    let country: string | null = null;
    for (const token of standsIn(site, this.#view)) {
      country = this.#countryAt(token);
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
        // "a security zone": whose it is the words do not tell
        !(lower[child] === 'security' && AREA.test(lower[site] ?? '')) &&
        (this.#match.kinds.of(child) & (FORCES | BODY)) !== 0 &&
        (this.#match.kinds.of(child) & WEAPON) === 0;
      if (!military && !whose) continue;
      if (military) add(this.#cast.phrase(child, child, child + 1, 'organisation', 'MIL', country));
      else {
        const made = this.#phrase(child, country);
        if (made < 0) continue;
        add(made);
      }
      return true;
    }
    const why = 'a site that is attacked or visited stands for the country where it is';
    const state = country === null ? -1 : this.#cast.state(country, place, place + 1, why);
    if (state >= 0) add(state);
    return state >= 0;
  }

  /** "The bombing of towns by jets": what is bombed, and no deed of the jets by itself. */
  #isDoneTo(token: number): boolean {
    const up = this.#view.head[token] ?? -1;
    return (
      up >= 0 &&
      this.#view.relation[token] === REL.nmod &&
      this.#match.roles.caseOf(token) === 'of' &&
      this.#view.upos[up] === NOUN &&
      this.#codedAt(up) !== null
    );
  }

  /** An actor of the noun phrase itself, where its noun names people or a body; -1 otherwise. */
  #phrase(head: number, country: string | null = null): number {
    const kinds = this.#match.kinds.of(head);
    if (DAYS.has(this.#view.lower[head] ?? '')) return -1;
    const { upos, lower } = this.#view;
    // "the use of force": nobody's
    if (isAnyForce(head, this.#view) || isPaper(lower[head] ?? '') || isNoParty(head, this.#view)) return -1;
    // missiles strike, but somebody else sent them
    if ((kinds & WEAPON) !== 0 && (kinds & PERSON) === 0) return -1;
    // "their embassies": a part of whoever acts
    const owner = this.#match.roles.childBy(head, REL['nmod:poss']);
    if (owner >= 0 && upos[owner] === PRON && (kinds & PERSON) === 0) return -1;
    const anybody = this.#somebody && kinds === 0;
    if ((!anybody && (kinds & (PERSON | BODY | FORCES | NAME)) === 0) || (upos[head] !== NOUN && upos[head] !== PROPN))
      return -1;
    const whose = stateBefore(head, this.#match, this.#cast);
    const from = whose < 0 ? phraseFrom(head, this.#view) : head - 1;
    const to = nameFrom(head, this.#view);
    if (upos[head] === PROPN && (kinds & (PERSON | BODY | FORCES)) === 0)
      return this.#cast.phrase(from, head, to, this.#mortal ? 'person' : 'organisation', null, country);
    const being = this.#view.tag(head).endsWith('S') ? 'group' : 'person';
    const kind = (kinds & PERSON) !== 0 ? being : kinds & BODY ? 'organisation' : 'group';
    const sector = actorLexicon().agents.get(lower[head] ?? '')?.sector ?? null;
    return this.#cast.phrase(from, head, to, kind, sector, country ?? this.#cast.countryOf(whose));
  }
}
