// A word that names an event in, its code with the tokens of its parties out: entries, operators and their complements.
import { eachChild } from '../../grammar/tree.ts';
import { ADJ, ADV, NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import { isOfOthers } from './alarm.ts';
import { armedUndertaking } from './armed-undertaking.ts';
import { arrivedAt } from './arrivals.ts';
import { askedToAct, isBehest, isLeader } from './at-behest.ts';
import type { CastGrowth } from './cast-growth.ts';
import { complements, counted, infinitives, isNoDoing } from './complements.ts';
import { agreedWith, composed, isJoint, menaced, type Operation, opposing, READY, ruling } from './composed.ts';
import type { Entry } from './entries.ts';
import type { Code } from './event.ts';
import { gaveWay } from './gave-way.ts';
import { isGerundNoun } from './gerund-noun.ts';
import { hiddenSubject } from './hidden-verb.ts';
import { inquired } from './inquired.ts';
import { joined } from './joined.ts';
import {
  imposedOn,
  isAppeals,
  isAround,
  isGuest,
  isJoined,
  isMonth,
  isNaming,
  isParticiple,
  operationOf,
} from './lookalikes.ts';
import type { Matched, Matcher } from './match.ts';
import { type NounRoles, nounRoles } from './noun-roles.ts';
import type { Operator } from './operators.ts';
import { demanded, plainOperator, REQUESTED, WHETHER } from './plain-operator.ts';
import { prefersOperator } from './prefer-operator.ts';
import { asked, isAsked, purposeOf, wished } from './purposes.ts';
import { rallied } from './rallying.ts';
import { DAYS } from './role-words.ts';
import { takesPart } from './takes-part.ts';
import { undoneBy } from './undone.ts';
import { verbParties } from './verb-parties.ts';

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
/** Requests only before an infinitive: what else is told is told. */
const TELLING: ReadonlySet<string> = new Set([
  'tell',
  'advise',
  'press',
  'pressure',
  'prod',
  'encourage',
  'counsel',
  'nudge',
  'recommend',
]);
/** A noun complement is the event itself; the verb only carries it: "launched an attack". */
const CARRYING: ReadonlySet<Operation> = new Set([
  'go', 'announce', 'plan', 'maybe', 'try', 'fail', 'deny', 'order', 'let', 'undergo',
]); // biome-ignore format: one table
/** These make no event of a clause below them: its own verb is coded, with its status. */
const TRANSPARENT: ReadonlySet<Operation> = new Set([
  'plan', 'maybe', 'try', 'fail', 'deny', 'let', 'announce', 'go', 'order', 'cause', 'undergo', 'judge',
]); // biome-ignore format: one table
/** With these what is not to be done is given up: "agreed not to attack" is no attack, "promised not to" no threat. */
const CONSENT: ReadonlySet<Operation> = new Set(['agree', 'accept', 'promise', 'offer']);
/** Nouns for deeds that name those who do them too. */
const BODIES: ReadonlySet<string> = new Set(['opposition', 'alliance', 'coalition', 'resistance', 'union']);
/** What one gets from others by what one did. */
const EARNING: ReadonlySet<string> = new Set(['win', 'earn', 'attract', 'elicit', 'garner', 'incur']);
/** "Is committed", "remains committed": what one is or goes on being. */
const BEING: ReadonlySet<string> = new Set([
  'is', 'are', 'was', 'were', 'be', 'been', 'remain', 'remains', 'remained', 'stay', 'stays', 'stayed', 'seems', 'seemed', 'appears', 'appeared',
]); // biome-ignore format: one table
const HARSH: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ASSAULT']);
/** Operations that make an event of their own. */
const OWN: ReadonlySet<Operation> = new Set([
  'agree', 'accept', 'promise', 'invite', 'threaten', 'refuse', 'request', 'want', 'stop', 'cancel', 'violate', 'help', 'force', 'offer',
]); // biome-ignore format: one table

const ENDED: ReadonlySet<string> = new Set(['visit', 'trip', 'tour', 'stay']);

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
    return view.tag(token) === 'VBG' && view.relation[token] === REL.nsubj && (roles.clauses.object[token] ?? -1) < 0;
  }

  /** "The guards tortured prisoners": taken for an adjective, yet there is no other verb for the subject. */
  #isHidden(token: number): boolean {
    const { view, roles } = this.match;
    return hiddenSubject(token, view, roles.clauses, roles.children) >= 0;
  }

  #nothing(token: number, tokens: readonly number[]): null {
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
    const { relation, tag } = this.match.view;
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
    const matched = match.verbEntry(token, lemma);
    if (matched?.found.none) return this.#nothing(token, matched.tokens);
    if (operator && prefersOperator(token, operator, matched, match)) {
      const coded = this.#compose(token, operator, depth, state !== null);
      if (coded) return coded;
    }
    if (matched && !isNaming(token, matched.found.preposition, match)) return this.#fromVerb(token, matched);
    return demanded(this, token, lemma, depth) ?? inquired(this, token, lemma);
  }

  #adjective(token: number, depth: number): Coded | null {
    const { match } = this;
    if (match.view.relation[token] === REL.amod) return null;
    const lemma = match.view.lower[token] ?? '';
    const operator = match.adjectiveOperator(token, lemma);
    if (operator) {
      const coded = this.#compose(token, operator, depth);
      if (coded) return coded;
    }
    const matched = match.adjectiveEntry(token, lemma);
    if (matched?.found.none) return this.#nothing(token, matched.tokens);
    return matched && this.#fromVerb(token, matched);
  }

  #fromVerb(token: number, matched: Matched<Entry>): Coded {
    const { match } = this;
    const { found: entry, tokens } = matched;
    const { agents, patients } = verbParties(match, token, matched);
    const raid = entry.type === 'ASSAULT' && agents.length === 0 ? operationOf(token, match) : -1;
    return {
      code: entry, trigger: token, clause: token, agents: raid < 0 ? agents : [raid], patients, mutual: entry.frame === 'mutual', operators: [],
      consumed: [...tokens.filter((one) => match.view.upos[one] === NOUN || match.view.upos[one] === VERB), ...imposedOn(match, tokens, entry)], entry, path: entry.words,
    }; // biome-ignore format: one record
  }

  #noun(token: number, depth: number): Coded | null {
    const { match } = this;
    if (isMonth(token, match.view)) return null;
    const lemma = match.view.upos[token] === VERB ? (match.view.lower[token] ?? '') : match.lemma(token);
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
    if (matched?.found.none) return this.#nothing(token, matched.tokens);
    if (predicate) {
      if (predicate.found.none) return this.#nothing(token, predicate.tokens);
      // "is the largest donor to": a bare noun predicates only of a subject
      if (predicate.tokens.length > 0 || (predicate.found.bound && (match.roles.clauses.subject[token] ?? -1) >= 0))
        return this.#fromVerb(token, predicate);
    }
    const operator = match.view.relation[token] === REL.compound ? null : match.nounOperator(token, lemma);
    if (operator && (!matched || matched.tokens.length === 0)) {
      const coded = this.#composeNoun(token, operator, matched, depth);
      if (coded) return coded;
    }
    if (!matched) return armedUndertaking(this, token, lemma);
    // "strike team", "release date": what it only qualifies is no event
    if (match.view.relation[token] === REL.compound && matched.found.kind === 'noun') {
      const head = match.view.head[token] ?? -1;
      // "strikes Friday evening": a time of day heads nothing
      const timed = DAYS.has(match.view.lower[head] ?? '');
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
    const reached = patients.length === 0 && matched.found.type === 'AID' ? arrivedAt(match, token) : -1;
    if (reached >= 0 && !agents.includes(reached)) patients.push(reached);
    return {
      code: matched.found, trigger: token, clause: token, agents, patients, mutual: matched.found.frame === 'mutual',
      // "a state of siege" is no siege
      operators: [], consumed: matched.found.rest[0] === 'of' ? matched.tokens : [], entry: matched.found, path: matched.found.words,
    }; // biome-ignore format: one record
  }

  /** "calls for a ceasefire", "refusal to recognise": the noun's complement decides. */
  #composeNoun(
    noun: number,
    { found: operator }: Matched<Operator>,
    matched: Matched<Entry> | null,
    depth: number,
  ): Coded | null {
    const { operation } = operator;
    const { match } = this;
    // "are there at the invitation of Velmar to fight the rebels": what they are there for
    if (!OWN.has(operation) || isBehest(noun, match)) return null;
    const candidates: number[] = [];
    eachChild(match.parsed, noun, (child) => {
      if (child > noun && match.view.relation[child] === REL.acl && match.view.upos[child] === VERB)
        candidates.push(child);
    });
    // "underlined its commitment to helping them": parsers hang the gerund from the verb above
    const { view } = match;
    if (view.lower[noun + 1] === 'to' && view.tag(noun + 2) === 'VBG' && view.head[noun + 2] === view.head[noun])
      candidates.push(noun + 2);
    for (const preposition of ['for', 'of', 'to', 'against']) {
      const led = match.roles.obliqueOf(noun, preposition);
      if (led >= 0) candidates.push(led);
      // "declared its readiness for an inquiry": hung from the verb above
      const lost = led < 0 && view.lower[noun + 1] === preposition ? (view.head[noun + 1] ?? -1) : -1;
      if (lost > noun && view.head[lost] === view.head[noun]) candidates.push(lost);
    }
    for (const one of candidates)
      for (const part of match.together(one)) {
        const inner = this.code(part, depth + 1);
        if (!inner) continue;
        const ready = READY.has(operator.words);
        // "its readiness for an open investigation": to submit to somebody else's
        if (ready && inner.code.type === 'ACCUSE') return this.#nothing(noun, [inner.trigger]);
        const code = composed(ruling(operation, inner.code, ready), inner.code);
        if (!code) continue;
        const entry = matched?.found ?? inner.entry;
        const own = nounRoles(this, noun, entry);
        const isInner = (token: number) => token === inner.trigger || inner.consumed.includes(token);
        const agents = own.agents.filter((token) => !isInner(token));
        let patients = own.patients.filter((token) => !isInner(token));
        if (patients.length === 0)
          patients = [...(part === noun + 2 ? [] : inner.agents), ...inner.patients].filter(
            (token) => !agents.includes(token) && !isLeader(token, view),
          );
        return {
          code, trigger: noun, clause: noun, agents, patients, mutual: false, operators: [noun],
          consumed: [inner.trigger, ...inner.consumed], entry, path: `${operator.words} + ${inner.path}`,
        }; // biome-ignore format: one record
      }
    return operation === 'request' && !matched ? this.#wish(noun, operator.words) : null;
  }

  /** "Its call for Holt to step aside", "a plea to the world to act": what is asked for is no event of any list. */
  #wish(noun: number, words: string): Coded | null {
    const { match } = this;
    const whom = asked(match, noun);
    if (whom === null) return null;
    const { agents } = nounRoles(this, noun, REQUESTED);
    return {
      code: REQUESTED, trigger: noun, clause: noun, agents: agents.filter((one) => !whom.behind.includes(one)), patients: [...whom.told], mutual: false, operators: [],
      consumed: whom.deed < 0 ? [] : [whom.deed], entry: REQUESTED, path: words,
    }; // biome-ignore format: one record
  }

  #compose(verb: number, { found: operator, tokens }: Matched<Operator>, depth: number, state = false): Coded | null {
    const { match } = this;
    if (isNaming(verb, operator.preposition, match)) return null;
    const { operation } = operator;
    const own = match.roles.rolesOf(verb);
    const { patient } = own;
    const agent = state && own.passive ? patient : own.agent;
    const passive = own.passive && !state;
    const { open, complement, object } = match.roles.clauses;
    const candidates: number[] = [];
    if (operator.preposition !== null) {
      const led = match.led(verb, tokens, operator.preposition);
      // "responded with air strikes", against "pleaded with the rebels"
      const told = ['on', 'upon', 'with'].includes(operator.preposition) && operation !== 'go';
      if (led >= 0 && !told) candidates.push(led);
    }
    for (const one of [open[verb] ?? -1, complement[verb] ?? -1, passive ? patient : (object[verb] ?? -1)])
      if (one >= 0 && one !== verb) candidates.push(one);
    if (passive) counted(match.roles, match.view, candidates);
    else complements(match, verb, tokens, operation, candidates);
    if (operation === 'agree' || operation === 'promise' || operation === 'refuse')
      for (const preposition of ['to', 'on']) {
        const led = match.roles.obliqueOf(verb, preposition);
        if (led >= 0) candidates.push(led);
      }
    if (operation === 'judge') return null;
    if (operation === 'go' && isNoDoing(match, verb, agent)) return null;
    // "ended a two-day visit": it was paid
    if (operation === 'stop' && (object[verb] ?? -1) >= 0 && ENDED.has(match.lemma(object[verb] as number)))
      return null;
    if (operation === 'cause') return this.#caused(verb, operator, agent);
    const against = rallied(match, verb, operator, agent);
    if (against) return against;
    infinitives(match, verb, candidates, operation === 'order');
    for (const one of candidates) {
      const pos = match.view.upos[one];
      const verbal = pos === VERB || (pos === ADJ && (match.roles.clauses.subject[one] ?? -1) > verb);
      if (verbal && match.roles.isLedBy(one, REL.mark, WHETHER)) continue;
      // "told the court that it was raided", "asked whether": only an infinitive is asked of somebody
      if (operation === 'request' && TELLING.has(operator.words) && !isAsked(one, match.view)) continue;
      // "ordered the mayors jailed": what was ordered done is done
      const done = verbal && operation === 'order' && isParticiple(match.view.tag(one));
      if (verbal && TRANSPARENT.has(operation) && operation !== 'go' && operation !== 'fail' && !done) continue;
      // "wants to meet" is a wish of one's own, "wants them to meet" a request
      if (verbal && operation === 'want' && match.roles.rolesOf(one).agent === agent) continue;
      const undone = CONSENT.has(operation) ? undoneBy(one, match.view, match.roles) : -1;
      for (const part of match.together(undone < 0 ? one : undone)) {
        const own = this.code(part, depth + 1);
        const meant =
          CONSENT.has(operation) && (!own || own.code.type === 'MOBILIZE') ? purposeOf(this, part, depth) : null;
        const inner = meant ?? own;
        if (!inner) continue;
        if (verbal && operator.words === 'warn' && isOfOthers(inner, agent, this)) continue;
        // "expressed its rejection and condemnation of the decree": nothing was proposed to whoever condemns it
        if (operation === 'go' && inner.code.type === 'REJECT' && this.#isFaulting(one, part, depth)) continue;
        if (undone >= 0) {
          const yielded = composed('stop', inner.code);
          // what is no harm ("agreed not to meet") is not given up for anybody
          const code = yielded && yielded.type !== 'SANCTION' ? composed(operation, yielded) : null;
          const ruledOut = { ...inner, consumed: [...inner.consumed, one] };
          if (code) return joined(match, verb, operator, ruledOut, code, { agent, patient, passive, verbal });
          continue;
        }
        // "began shelling": the shelling is coded; "failed to agree" is a refusal, other failures are negations
        const menace =
          operator.words === 'hesitate' && match.roles.childBy(verb, REL.advmod) >= 0 ? menaced(inner.code) : null;
        if (menace) return joined(match, verb, operator, inner, menace, { agent, patient, passive, verbal });
        if (verbal && (operation === 'go' || (operation === 'fail' && !isJoint(inner.code)))) return null;
        // "forced the army to withdraw", "was forced to resign": they did
        if (verbal && operation === 'force' && inner.code.type === 'RETREAT') return null;
        // pledged support is support
        const spoken = operation === 'promise' && !verbal && inner.code.type === 'SUPPORT';
        // "ordered the preacher freed"
        if (done && !HARSH.has(inner.code.type) && inner.code.mode !== 'release') continue;
        // "denied the accusation": somebody else's
        if (operation === 'deny' && inner.code.type === 'ACCUSE') return null;
        const against =
          opposing(operation, inner, verbal) ??
          agreedWith(operation, inner.code, verbal, match.roles.obliqueOf(verb, 'with') >= 0);
        const code =
          against ??
          (((CARRYING.has(operation) || spoken) && !verbal) ||
          done ||
          (operation === 'help' && takesPart(match, verb, inner.code))
            ? inner.code
            : composed(ruling(operation, inner.code, state || match.view.upos[verb] === ADJ), inner.code));
        if (!code) continue;
        const whole = code === inner.code ? inner : this.#withOthers(inner, one, depth);
        return joined(match, verb, operator, whole, code, { agent, patient, passive, verbal });
      }
    }
    return plainOperator(match, verb, operator, passive ? -1 : agent);
  }

  /** "Called for a ban and the arrest of its leaders": what is coordinated with what was asked for was asked for too. */
  #withOthers(inner: Coded, candidate: number, depth: number): Coded {
    const consumed = [...inner.consumed];
    for (const other of this.match.together(candidate)) {
      const more = other === inner.trigger ? null : this.code(other, depth + 1);
      if (more) consumed.push(more.trigger, ...more.consumed);
    }
    return consumed.length > inner.consumed.length ? { ...inner, consumed } : inner;
  }

  /** "The barrage drew a rebuke from Holt": what was caused is done to the one who caused it. */
  #caused(verb: number, operator: Operator, agent: number): Coded | null {
    const object = this.match.roles.clauses.object[verb] ?? -1;
    const inner = object < 0 ? null : this.code(object, 1);
    if (!inner || !this.match.view.upos[object] || inner.patients.length > 0 || agent < 0) return null;
    // "won praise from Holt", against "won the battle"
    if (
      EARNING.has(operator.words) &&
      this.match.roles.obliqueOf(object, 'from') < 0 &&
      this.match.roles.obliqueOf(verb, 'from') < 0
    )
      return null;
    // "militants triggered a blast": who sets it off does it
    const own = inner.code.type === 'ASSAULT' && inner.agents.length === 0;
    // "nine were killed, prompting airstrikes": what befell them did, and they are not struck for it
    const { relation, head } = this.match.view;
    const befell = !own && relation[agent] === REL['nsubj:pass'] && head[agent] !== verb;
    return {
      ...inner,
      clause: verb,
      ...(own ? { agents: [agent], patients: [] } : { patients: befell ? [] : [agent] }),
      operators: [verb, ...inner.operators],
      consumed: [verb, inner.trigger, ...inner.consumed],
      path: `${operator.words} + ${inner.path}`,
    };
  }

  /** Whether one of those coordinated with a part condemns. */
  #isFaulting(one: number, part: number, depth: number): boolean {
    return this.match
      .together(one)
      .some((other) => other !== part && this.code(other, depth + 1)?.code.type === 'ACCUSE');
  }

  /** Whether a token names an actor. */
  isActor(token: number): boolean {
    return this.cast.at(token) >= 0;
  }

  isProper(token: number): boolean {
    return this.match.view.upos[token] === PROPN;
  }
}
