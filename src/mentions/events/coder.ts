import { ADJ, ADV, NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import { armedUndertaking, isUndertaken } from './armed-undertaking.ts';
import { arrivedAt } from './arrivals.ts';
import { askedToAct, isBehest } from './at-behest.ts';
import { toldByPhone } from './by-phone.ts';
import type { CastGrowth } from './cast-growth.ts';
import { composeNoun } from './compose-noun.ts';
import { compose } from './compose-verb.ts';
import { courtRuled } from './court-ruled.ts';
import type { Entry } from './entries.ts';
import type { Code } from './event.ts';
import { feltOf } from './felt.ts';
import { gaveWay } from './gave-way.ts';
import { isGerundNoun, isSaidOfSeveral } from './gerund-noun.ts';
import { hiddenSubject } from './hidden-verb.ts';
import { standingBy } from './in-support.ts';
import { inquired } from './inquired.ts';
import { imposedOn, isAppeals, isAround, isGuest, isJoined, isMonth, isNaming, operationOf } from './lookalikes.ts';
import type { Matched, Matcher } from './match.ts';
import { stressed } from './needed.ts';
import { type NounRoles, nounRoles } from './noun-roles.ts';
import { demanded } from './plain-operator.ts';
import { praised } from './praised.ts';
import { prefersOperator } from './prefer-operator.ts';
import { asked, wished } from './purposes.ts';
import { DEFIED, refusing } from './refusing.ts';
import { isDay } from './role-words.ts';
import { verbParties } from './verb-parties.ts';
import { backedDoing } from './vouched.ts';
import { wordsAttack } from './words-attack.ts';

export interface Coded {
  readonly code: Code;
  /** Token that names the event. */
  readonly trigger: number;
  /** Verb whose clause says it: the trigger, or the light verb above it. */
  readonly clause: number;
  /** Tokens of those who act and of those acted upon. */
  readonly agents: readonly number[];
  readonly patients: readonly number[];
  /** All parties act on each other. */
  readonly mutual: boolean;
  /** Operators that are part of the code, as tokens: their tense and negation are the event's. */
  readonly operators: readonly number[];
  /** Tokens that name nothing of their own any more. */
  readonly consumed: readonly number[];
  readonly entry: Entry;
  /** "urge + halt + violence": the lexicon's words in order. */
  readonly path: string;
}

const DEEPEST = 3;
/** Nouns for deeds that name those who do them too. */
const BODIES: ReadonlySet<string> = new Set(['opposition', 'alliance', 'coalition', 'resistance', 'union']);
/** "Is committed", "remains committed": what one is or goes on being. */
const BEING: ReadonlySet<string> = new Set([
  'is', 'are', 'was', 'were', 'be', 'been', 'remain', 'remains', 'remained', 'stay', 'stays', 'stayed', 'seems', 'seemed', 'appears', 'appeared',
]); // biome-ignore format: one table
export class Coder {
  readonly match: Matcher;
  readonly cast: CastGrowth;
  readonly #known: (Coded | null | undefined)[];
  /** Tokens of words that only sound like an event. */
  readonly #none: Uint8Array;

  constructor(match: Matcher, cast: CastGrowth) {
    this.match = match;
    this.cast = cast;
    this.#known = new Array(match.view.length);
    this.#none = new Uint8Array(match.view.length);
  }

  /** The event that a token names, if it names one. */
  code(token: number, depth = 0): Coded | null {
    const known = this.#known[token];
    if (known !== undefined) return known;
    this.#known[token] = null; // a broken tree may come back here
    if (depth > DEEPEST) return null;
    const upos = this.match.view.upos[token];
    const coded =
      upos === VERB
        ? isGerundNoun(token, this.match)
          ? this.#noun(token, depth)
          : this.#does(token)
            ? null
            : this.#verb(token, depth)
        : upos === NOUN
          ? this.#isVerb(token)
            ? this.#verb(token, depth)
            : this.#noun(token, depth)
          : upos === ADJ
            ? this.#isHidden(token)
              ? this.#verb(token, depth)
              : this.#adjective(token, depth)
            : null;
    this.#known[token] = coded;
    return coded;
  }

  /** "Fighting had killed 20": what a verb says of a gerund is the event. */
  #does(token: number): boolean {
    const { view, roles } = this.match;
    if (isSaidOfSeveral(token, view, roles)) return false;
    return view.tag(token) === 'VBG' && view.relation[token] === REL.nsubj && (roles.clauses.object[token] ?? -1) < 0;
  }

  /** "The guards tortured prisoners": taken for an adjective, yet there is no other verb for the subject. */
  #isHidden(token: number): boolean {
    const { view, roles } = this.match;
    return hiddenSubject(token, view, roles.clauses, roles.children) >= 0;
  }

  /** Marks words that only sound like an event. */
  nothing(token: number, tokens: readonly number[]): null {
    this.#none[token] = 1;
    for (const one of tokens) this.#none[one] = 1;
    return null;
  }

  /** Whether a token belongs to words that only sound like an event. Known once every token was asked for its code. */
  isNone(token: number): boolean {
    return this.#none[token] === 1;
  }

  /** "Pence meets": tagged as a noun, yet it has a subject and no copula. */
  #isVerb(token: number): boolean {
    const { clauses, children } = this.match.roles;
    if ((clauses.subject[token] ?? -1) < 0) return false;
    const { relation, tag, lower } = this.match.view;
    // "was among those calling for a truce"
    if (lower[token - 1] === 'those' && lower[token - 2] === 'among') return lower[token]?.endsWith('ing') === true;
    for (let child = children.first[token] as number; child >= 0; child = children.next[child] as number)
      if (relation[child] === REL.cop) return false;
    return tag(token) === 'NNS' || tag(token) === 'NN';
  }

  #verb(token: number, depth: number): Coded | null {
    const { match } = this;
    const relation = match.view.relation[token];
    if (isAround(token, match.view) || isJoined(token, match) || isGuest(token, match.view)) return null;
    if (relation === REL.compound || (relation === REL.amod && !this.#isHidden(token))) return null;
    const lemma = match.verbLemma(token);
    // "was prepared to use force": what somebody is, not what was done to them
    const before = match.view.upos[token - 1] === ADV ? token - 2 : token - 1; // "remains deeply committed"
    const being = (match.roles.clauses.passive[token] ?? -1) >= 0 || BEING.has(match.view.lower[before] ?? '');
    const state =
      match.view.tag(token) === 'VBN' && being ? match.adjectiveOperator(token, match.view.lower[token] ?? '') : null;
    const operator = state ?? match.verbOperator(token, lemma);
    const yielded = gaveWay(this, token, lemma);
    if (yielded) return yielded;
    // "will not be bullied": the refusal, and no threat that was not made
    const defied = DEFIED.has(lemma) ? refusing(this, token, lemma) : null;
    if (defied) return defied;
    const felt = being ? feltOf(match, token) : null;
    if (felt) return felt;
    const ruled = courtRuled(this, token, lemma);
    if (ruled) return ruled;
    const verbal = wordsAttack(this, token, lemma);
    if (verbal) return verbal;
    const matched = match.verbEntry(token, lemma);
    if (matched?.found.none) return this.nothing(token, matched.tokens);
    if (operator && prefersOperator(token, operator, matched, match)) {
      const coded = compose(this, token, operator, depth, state !== null);
      if (coded) return coded;
    }
    // "called Holt a hero": by no telephone
    const good = !matched || matched.found.type === 'CONSULT' ? praised(this, token, lemma) : null;
    if (good) return good;
    // "alleged that the envoy was a spy": of whom the clause tells
    const charged = matched?.found.words === 'allege' ? demanded(this, token, lemma, depth) : null;
    if (charged) return charged;
    if (matched && !isNaming(token, matched.found.preposition, match)) return this.#fromVerb(token, matched);
    return (
      stressed(this, token, lemma, depth) ??
      demanded(this, token, lemma, depth) ??
      inquired(this, token, lemma) ??
      refusing(this, token, lemma) ??
      backedDoing(this, token, lemma)
    );
  }

  #adjective(token: number, depth: number): Coded | null {
    const { match } = this;
    if (match.view.relation[token] === REL.amod) return null;
    const lemma = match.view.lower[token] ?? '';
    const operator = match.adjectiveOperator(token, lemma);
    if (operator) {
      const coded = compose(this, token, operator, depth);
      if (coded) return coded;
    }
    const matched = match.adjectiveEntry(token, lemma);
    if (matched?.found.none) return this.nothing(token, matched.tokens);
    return matched && this.#fromVerb(token, matched);
  }

  #fromVerb(token: number, matched: Matched<Entry>): Coded {
    const { match } = this;
    const { found: entry, tokens } = matched;
    const told = verbParties(match, token, matched);
    const { patients } = told;
    const noun = match.view.upos[token] === NOUN;
    const agents = noun && told.agents.length === 0 && patients.length > 0 ? standingBy(this, token) : told.agents;
    // "the resignation of the minister was announced": the noun tells whose
    const named = agents.length === 0 && match.roles.isPassive(token) ? (match.roles.clauses.passive[token] ?? -1) : -1;
    const own = named >= 0 && tokens.includes(named) ? this.code(named, 1) : null;
    if (own && own.code.type === entry.type && own.agents.length > 0) return { ...own, clause: token };
    // "a Turkish-Greek agreement was reached": theirs whose agreement it is
    const sides = own?.mutual && agents.length + patients.length === 0 ? own.agents : [];
    const raid = entry.type === 'ASSAULT' && agents.length === 0 ? operationOf(token, match) : -1;
    return {
      code: entry, trigger: token, clause: token, agents: sides.length > 0 ? sides : raid < 0 ? agents : [raid], patients, mutual: entry.frame === 'mutual', operators: [],
      consumed: [...tokens.filter((one) => (match.view.upos[one] === NOUN || match.view.upos[one] === VERB) && !(entry.type === 'SUPPORT' && this.#isDone(one))), ...imposedOn(match, tokens, entry)], entry, path: entry.words,
    }; // biome-ignore format: one record
  }

  /** "Welcomed the release of the captives by the rebels": whose deed it is, is told. */
  #isDone(noun: number): boolean {
    const own = this.match.view.upos[noun] === NOUN ? this.code(noun, 1) : null;
    return own?.code.type === 'RETREAT' && own.agents.length > 0 && own.patients.length > 0;
  }

  #noun(token: number, depth: number): Coded | null {
    const { match } = this;
    if (isMonth(token, match.view)) return null;
    const lemma = match.view.upos[token] === VERB ? (match.view.lower[token] ?? '') : match.lemma(token);
    if (match.isUnlisted(token, lemma) && !isUndertaken(lemma)) return null;
    return this.#listedNoun(token, lemma, depth);
  }

  #listedNoun(token: number, lemma: string, depth: number): Coded | null {
    const { match } = this;
    // "a primitive understanding of economics": knowledge, and no accord
    if (lemma === 'understanding' && match.view.lower[token + 1] === 'of') return null;
    // "the Syrian opposition": a body
    if (BODIES.has(lemma) && match.view.lower[token + 1] !== 'to' && this.cast.headAt(token) === token) return null;
    let roles: NounRoles | null = null;
    const matched = match.nounEntry(token, lemma, (entry) => {
      // "calls for a truce" are no calls by telephone
      if (
        entry.type === 'CONSULT' &&
        lemma === 'call' &&
        !/^(?:phone|telephone|video|conference)$/.test(match.view.lower[token - 1] ?? '') &&
        (match.roles.obliqueOf(token, 'for') >= 0 ||
          match.roles.childBy(token, REL.acl) >= 0 ||
          asked(match, token) !== null ||
          isAppeals(token, match))
      )
        return false;
      // "the firing of the minister": a dismissal, or shots of something
      if (entry.words === 'firing' && match.view.lower[token + 1] === 'of') return false;
      roles = nounRoles(this, token, entry);
      return match.suits(entry, roles.agents, roles.patients);
    });
    const predicate = match.view.relation[token] !== REL.compound && match.adjectiveEntry(token, lemma);
    if (matched?.found.none) return this.nothing(token, matched.tokens);
    if (predicate) {
      if (predicate.found.none) return this.nothing(token, predicate.tokens);
      // "is the largest donor to": a bare noun predicates only of a subject
      if (predicate.tokens.length > 0 || (predicate.found.bound && (match.roles.clauses.subject[token] ?? -1) >= 0))
        return this.#fromVerb(token, predicate);
    }
    const operator = match.view.relation[token] === REL.compound ? null : match.nounOperator(token, lemma);
    if (operator && (!matched || matched.tokens.length === 0)) {
      const coded = composeNoun(this, token, operator, matched, depth);
      if (coded) return coded;
    }
    if (!matched) return armedUndertaking(this, token, lemma);
    // "strike team", "release date": what it only qualifies is no event
    if (match.view.relation[token] === REL.compound && matched.found.kind === 'noun') {
      const head = match.view.head[token] ?? -1;
      // "strikes Friday evening": a time of day heads nothing
      const timed = isDay(head, match.view);
      if (head > token && match.view.upos[head] === NOUN && !timed) return null;
    }
    const { agents, patients } = roles ?? nounRoles(this, token, matched.found);
    if (patients.length === 0 && matched.found.type === 'REQUEST') {
      const doer = askedToAct(token, match);
      // "the concert was cancelled at the request of the band": by whom nobody says
      if (doer < 0 && isBehest(token, match)) return null;
      if (doer < 0) patients.push(...wished(match, token));
      else if (!agents.includes(doer)) patients.push(doer);
    }
    if (matched.found.mode === 'phone' && agents.length + patients.length === 0)
      agents.push(...toldByPhone(token, match));
    const reached = patients.length === 0 && matched.found.type === 'AID' ? arrivedAt(match, token) : -1;
    if (reached >= 0 && !agents.includes(reached)) patients.push(reached);
    return {
      code: matched.found, trigger: token, clause: token, agents, patients, mutual: matched.found.frame === 'mutual',
      // "a state of siege" is no siege
      operators: [], consumed: matched.found.rest[0] === 'of' ? matched.tokens : [], entry: matched.found, path: matched.found.words,
    }; // biome-ignore format: one record
  }

  /** Whether a token names an actor. */
  isActor(token: number): boolean {
    return this.cast.at(token) >= 0;
  }

  isProper(token: number): boolean {
    return this.match.view.upos[token] === PROPN;
  }
}
