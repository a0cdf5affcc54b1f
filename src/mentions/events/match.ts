// A word of the text in, the most knowing entry or operator whose further words and demands it meets out.

import type { Parsed } from '../../grammar/parsed.ts';
import { Filed } from '../../lexicon/filed.ts';
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { coordinated } from './coordinated.ts';
import type { Entry, Need } from './entries.ts';
import { eventEntries } from './entries.ts';
import { EntryWords } from './entry-words.ts';
import { formsOf, singular } from './forms.ts';
import { ANY, kindBit, kindMask } from './kinds.ts';
import { calledWhat } from './lookalikes.ts';
import { type Operator, operators } from './operators.ts';
import { displaced, isOwned, moved, ownerOf, receiver, transferred } from './receivers.ts';
import type { RoleReader, Roles } from './roles.ts';
import { strandedBy } from './stranded.ts';
import type { TokenKinds } from './token-kinds.ts';

export interface Matched<T> {
  readonly found: T;
  /** Tokens of its further words. */
  readonly tokens: readonly number[];
}

/** Types whose verbs may have a clause in place of the one told: "warned that", "demanded that". */
export const VERBAL: ReadonlySet<string> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'AGREE',
  'SUPPORT',
  'CONCEDE',
]);
/** Types whose words may be about a deed in place of the one who did it. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN']);
const NONE: readonly number[] = [];
/** Particles that make another verb of one. */
const APART: ReadonlySet<string> = new Set(['out']);
/** Groups of entries longer than this are first looked through by their second word. */
const PRUNED = 4;

/** "Detain", "sentence": of words that say more, "take away", the thing must be known to be somebody. */
export const isPersonal = ({ mode, rest, kind, needs }: Entry) =>
  // "the ceremony was held": words that only their passive makes an arrest are done to things as well
  mode !== null &&
  PERSONAL.has(mode) &&
  (kind === 'noun' || (rest.length === 0 && needs.every(({ of }) => of !== 'passive')));
/** Whether what is known of somebody meets a demand; of deeds done to people only, nothing need be known. */
const kindsFit = (kinds: number, need: Need, entry: Entry) =>
  (kinds & need.mask) !== 0 || (kinds === 0 && !need.not && need.of === 'target' && isPersonal(entry));
/** What is done to somebody, known to the lists or not. */
const PERSONAL: ReadonlySet<string> = new Set(['arrest', 'convict', 'deport', 'torture']);
const INSULT = kindBit('insult');
const STATE = kindBit('state');
const PARTY = kindMask('party');
const FORCES = kindBit('forces');
const BODY = kindBit('body');
const PERSON = kindBit('person');
/** Those whose deeds are spoken of: the named and the known. */
const OWNER =
  kindBit('power') | kindBit('state') | kindBit('actor') | kindBit('name') | kindBit('forces') | kindBit('body');
/** The lemma of each form of the lists' verbs. */
const FORMS = new Filed<string>(
  'events/verb-forms',
  function* () {
    for (const [form, lemma] of formsOf([...eventEntries().verbs.words(), ...operators().verbs.keys()]))
      yield [form, [lemma]];
  },
  ([[lemma = ''] = []]) => lemma,
);

/** "Was allied with the rebels": what somebody was, and not what was done to them. */
const ALLIED: ReadonlySet<string> = new Set(['allied', 'aligned', 'united']);

export class Matcher {
  readonly parsed: Parsed;
  readonly view: TokenView;
  readonly roles: RoleReader;
  readonly kinds: TokenKinds;
  readonly #words: EntryWords;
  readonly #lemmas: string[];
  readonly #verbLemmas: string[];
  readonly #together: (readonly number[])[];
  #lenient = false;

  constructor(parsed: Parsed, view: TokenView, roles: RoleReader, kinds: TokenKinds) {
    this.parsed = parsed;
    this.view = view;
    this.roles = roles;
    this.kinds = kinds;
    // as long as the text from the beginning: they are filled here and there
    this.#lemmas = new Array(view.length);
    this.#verbLemmas = new Array(view.length);
    this.#together = new Array(view.length);
    this.#words = new EntryWords(parsed, view, roles, (token) => this.lemma(token));
  }

  lemma(token: number): string {
    let known = this.#lemmas[token];
    if (known === undefined) {
      known = this.parsed.words.lemma(token).toLowerCase();
      this.#lemmas[token] = known;
    }
    return known;
  }

  /** The lemma of a verb as the lists have it, where the lists know the word at all. */
  verbLemma(token: number): string {
    const known = this.#verbLemmas[token];
    if (known !== undefined) return known;
    const lemma = this.lemma(token);
    const listed = eventEntries().verbs.has(lemma) || operators().verbs.has(lemma);
    const found = listed ? lemma : (FORMS.get(this.view.lower[token] ?? '') ?? lemma);
    this.#verbLemmas[token] = found;
    return found;
  }

  verbOperator(token: number, lemma: string): Matched<Operator> | null {
    return this.#operator(token, operators().verbs.get(lemma));
  }

  nounOperator(token: number, lemma: string): Matched<Operator> | null {
    return this.#operator(token, operators().nouns.get(lemma));
  }

  adjectiveOperator(token: number, lemma: string): Matched<Operator> | null {
    return this.#operator(token, operators().adjectives.get(lemma));
  }

  #operator(token: number, group: readonly Operator[] | undefined): Matched<Operator> | null {
    if (group) {
      const particle = this.view.upos[token] === VERB ? this.#words.particle(token) : -1;
      const own = particle < 0 ? '' : (this.view.lower[particle] ?? '');
      for (const found of group) {
        // "called out Velmar for blocking it" is no call for anything
        if (APART.has(own) && found.preposition !== null && !found.rest.includes(own)) continue;
        // "undertook to reform" against "undertook an attack"
        if (
          found.operation === 'go' &&
          group.length > 1 &&
          (this.roles.clauses.open[token] ?? -1) >= 0 &&
          group.some((one) => one !== found && one.words === found.words)
        )
          continue;
        const tokens = this.#words.rest(token, found.rest);
        if (tokens && (found.preposition === null || this.led(token, tokens, found.preposition) >= 0))
          return { found, tokens };
      }
    }
    return null;
  }

  verbEntry(token: number, lemma: string): Matched<Entry> | null {
    const found = this.#verbEntry(token, lemma);
    if ((found && !found.found.none) || !this.kinds.hasGiven) return found;
    // what the words alone do not allow, they may where somebody knows who the parties are
    this.#lenient = true;
    const given = this.#verbEntry(token, lemma);
    this.#lenient = false;
    return given ?? found;
  }

  #verbEntry(token: number, lemma: string): Matched<Entry> | null {
    const group = eventEntries().verbs.get(lemma);
    if (!group) return null;
    const roles = this.roles.rolesOf(token);
    const particle = this.#words.particle(token);
    const places = group.length > PRUNED ? this.#words.within(token, eventEntries().verbs.seconds(lemma)) : null;
    const count = (places ?? group).length;
    // "imposed sanctions on": of entries of the same words the one whose preposition is there
    let without: Matched<Entry> | null = null;
    for (let i = 0; i < count; i++) {
      const entry = group[places ? (places[i] as number) : i] as Entry;
      // between places that do not follow each other stand entries of other words
      if (without && (entry.words !== without.found.words || (places && places[i] !== (places[i - 1] as number) + 1)))
        break;
      // "withdraw troops", "walk out": a verb with a particle of its own is another verb
      if (
        particle >= 0 &&
        !entry.rest.includes(this.view.lower[particle] ?? '') &&
        !entry.bound &&
        !this.#letIn(lemma, particle)
      )
        continue;
      const tokens = this.#words.rest(token, entry.rest);
      if (!tokens || !this.#fits(entry, token, tokens, roles)) continue;
      const one = { found: entry, tokens };
      if (entry.preposition === null || this.toWhom(token, tokens, entry.preposition) >= 0) return one;
      without ??= one;
    }
    return without;
  }

  /** "Allowed the inspectors in": letting somebody in is no other verb. */
  #letIn(lemma: string, particle: number): boolean {
    return (lemma === 'allow' || lemma === 'let') && this.view.lower[particle] === 'in';
  }

  /** "critical of", "at war with": an adjective or noun that predicates. */
  adjectiveEntry(token: number, lemma: string): Matched<Entry> | null {
    const group = eventEntries().adjectives.get(lemma) ?? eventEntries().adjectives.get(this.view.lower[token] ?? '');
    if (!group) return null;
    const roles = this.roles.rolesOf(token);
    for (const entry of group) {
      let at = token - 1;
      let fits = true;
      const tokens: number[] = [];
      for (let i = entry.rest.length - 1; i >= 0 && fits; i--, at--) {
        fits = at >= 0 && this.view.lower[at] === entry.rest[i];
        tokens.push(at);
      }
      if (fits && this.#fits(entry, token, tokens, roles)) return { found: entry, tokens };
    }
    return null;
  }

  /** The longest entry that ends in this noun; `fits` settles between those of the same words. */
  nounEntry(token: number, lemma: string, suits: (entry: Entry) => boolean = () => true): Matched<Entry> | null {
    const { lower } = this.view;
    const { nouns } = eventEntries();
    const group = nouns.get(lemma) ?? nouns.get(lower[token] ?? '') ?? nouns.get(singular(lower[token] ?? ''));
    if (!group) return null;
    const hyphen = lower[token - 1] === '-' ? 2 : 1;
    const before = lower[token - hyphen] ?? '';
    const lemmaBefore = token - hyphen >= 0 ? this.lemma(token - hyphen) : '';
    for (const entry of group) {
      const { rest } = entry;
      const last = rest.at(-1);
      // "joint naval operations"
      const parted = last === 'joint' && rest.length === 1 && this.#isParted(token, last);
      if (last !== undefined && rest[0] !== 'of' && last !== before && last !== lemmaBefore && !parted) continue;
      if (parted) {
        if (suits(entry)) return { found: entry, tokens: [token - 2] };
        continue;
      }
      if (rest[0] === 'of' && lower[token + 1] !== 'of') continue;
      if (rest.length === 0) {
        if (suits(entry)) return { found: entry, tokens: NONE };
        continue;
      }
      const tokens: number[] = [];
      let fits = true;
      if (rest[0] === 'of') fits = this.#words.ofWords(token, rest, tokens);
      else {
        let at = token - 1;
        for (let i = rest.length - 1; i >= 0 && fits; i--) {
          if (lower[at] === '-') at--;
          fits = at >= 0 && (lower[at] === rest[i] || this.lemma(at) === rest[i]);
          tokens.push(at);
          at--;
        }
      }
      if (fits && suits(entry)) return { found: entry, tokens };
    }
    return null;
  }

  /** Whether one word that says what sort of thing it is stands between a noun and the word of its entry. */
  #isParted(noun: number, word: string): boolean {
    const { lower, head, upos } = this.view;
    const sort = noun - 1;
    return lower[noun - 2] === word && head[sort] === noun && (upos[sort] === ADJ || upos[sort] === NOUN);
  }

  #fits(entry: Entry, token: number, tokens: readonly number[], roles: Roles): boolean {
    const { passive } = roles;
    let object = tokens.includes(roles.patient) ? -1 : calledWhat(this, roles.patient);
    // "handed over | a spy": the particle was taken for a preposition
    if (object < 0 && tokens.length > 0) object = moved(this, token, tokens);
    const target = entry.preposition
      ? entry.bound && tokens.length === 0
        ? this.led(token, tokens, entry.preposition)
        : this.toWhom(token, tokens, entry.preposition)
      : object < 0
        ? displaced(this, token, tokens)
        : object;
    if (entry.bound && target < 0) return false;
    // "called the illegal settlers": whom it is said of before, and nothing that is said of them
    if (entry.type === 'ACCUSE' && tokens.some((one) => this.#isOfOther(one, tokens))) return false;
    // "was shot at the station": the one who was shot is told, "at" only says where
    if (entry.bound && entry.preposition === 'at' && object >= 0 && entry.type === 'ASSAULT' && entry.rest.length === 0)
      if (passive || (this.kinds.of(object) & PERSON) !== 0) return false;
    // "to be called Bangsamoro": meeting and calling have no passive
    if (
      entry.frame === 'mutual' &&
      passive &&
      !ALLIED.has(this.view.lower[token] ?? '') &&
      roles.agent < 0 &&
      (entry.object || (this.kinds.of(object) & PARTY) !== 0)
    )
      return false;
    if (entry.frame === 'direct' && entry.rest.length === 0 && entry.kind === 'verb' && target < 0 && !passive) {
      const { complement, open } = this.roles.clauses;
      const clause = VERBAL.has(entry.type) && ((complement[token] ?? -1) >= 0 || (open[token] ?? -1) >= 0);
      const relation = this.view.relation[token];
      const lost = entry.mode === 'arrest' && this.#hasLost(token, roles.agent);
      if (
        !clause &&
        !lost &&
        relation !== REL.xcomp &&
        !(this.view.lower[token + 1] === ':' || this.view.lower[token + 1] === ',')
      )
        return false;
      if (!clause && !lost && relation !== REL.xcomp) return false;
    }
    // "power was cut to thousands of homes": by nobody, where nobody is told
    if (entry.mode === 'withhold' && entry.rest.length > 0 && passive && roles.agent < 0) return false;
    // a weapon that is not told strikes nobody: "nine people were injured"
    if (entry.frame === 'weapon' && roles.agent < 0) return false;
    // what one does alone has no passive: "was met with applause"
    if (
      entry.frame === 'agent' &&
      entry.kind === 'verb' &&
      entry.rest.length === 0 &&
      passive &&
      // "youths rioted": a bare participle is no passive of what has none
      ((this.roles.clauses.passive[token] ?? -1) >= 0 || this.view.relation[token] !== REL.acl) &&
      entry.needs.every(({ of }) => of !== 'o')
    )
      return false;
    // "demonstrate progress": what nobody does it to must not have something it is done to
    if (
      entry.frame === 'agent' &&
      entry.rest.length === 0 &&
      object >= 0 &&
      !passive &&
      entry.kind === 'verb' &&
      entry.needs.every(({ of }) => of !== 'o')
    )
      return false;
    for (const need of entry.needs)
      if (!this.#meets(need, entry, token, tokens, roles, target, object, passive)) return false;
    return true;
  }

  /** An adjective that stands before a noun which is none of the entry's words. */
  #isOfOther(token: number, tokens: readonly number[]): boolean {
    const noun = this.view.head[token] ?? -1;
    return (
      this.view.upos[token] === ADJ && this.view.relation[token] === REL.amod && noun > token && !tokens.includes(noun)
    );
  }

  /** "Police have been able to arrest only manilal till date": those who arrest and somebody behind whom the tree lost. */
  #hasLost(verb: number, agent: number): boolean {
    if (agent < 0 || (this.kinds.of(agent) & FORCES) === 0) return false;
    const at = this.view.lower[verb + 1] === 'only' ? verb + 2 : verb + 1;
    const pos = this.view.upos[at];
    return this.view.sentence[at] === this.view.sentence[verb] && (pos === NOUN || pos === PROPN || pos === NUM);
  }

  #meets(
    need: Need, entry: Entry, token: number, tokens: readonly number[], roles: Roles, target: number, object: number, passive: boolean,
  ): boolean {
    if (need.of === 'bare') {
      const { open, complement } = this.roles.clauses;
      return (open[token] ?? -1) < 0 && (complement[token] ?? -1) < 0;
    }
    if (need.of === 'passive') return passive;
    const one =
      need.of === 'target'
        ? target
        : need.of === 's'
          ? roles.agent
          : need.of === 'o'
            ? object
            : need.of === 'x'
              ? this.#saidOf(token)
              : need.of === 'as'
                ? this.#insulting(this.led(token, tokens, need.of))
                : this.led(token, tokens, need.of);
    if (one < 0) {
      if (need.not || need.of === 's') return true;
      // "the prime accused was arrested": a passive whose subject the tree lost still happened to somebody
      if (need.of === 'target')
        return (
          entry.frame === 'direct' &&
          ((passive && (object >= 0 || isPersonal(entry))) || (entry.mode === 'arrest' && this.#hasLost(token, roles.agent)))
        );
      return false;
    }
    if (need.mask === ANY) return !need.not;
    // "opposition supporters rallied": they want power and have none
    if (entry.type === 'PROTEST' && need.of === 's' && need.not && this.kinds.isOpposed(one)) return true;
    // "the former envoy criticised the decision": they know what they speak of
    if (entry.mode === 'disapprove' && need.of === 's' && !need.not && this.kinds.isFormer(one)) return true;
    // "Serbians protested": a people that is no power
    if (entry.type === 'PROTEST' && need.of === 's' && namedAt(this.view, one)?.entry.use === 'people')
      return true;
    // "welcomed the decision of the government and its councils": what a guest is coordinated with is badly told by trees
    const parts = entry.frame === 'received' && this.kinds.of(one) !== 0 ? [one] : this.together(one);
    for (const part of parts) {
      const kinds = this.kinds.of(part);
      if ((kinds & need.mask) !== 0) return !need.not;
      if (this.#lenient && need.of !== 'o' && !need.not && (need.mask & PARTY) !== 0 && this.kinds.isGiven(part)) return true;
      // "sent a platoon to Velmar": what nothing is known of, where somebody knows to whom
      if (this.#lenient && need.of === 'o' && !need.not && kinds === 0 && this.kinds.isGiven(target)) return true;
      // whoever is arrested is somebody, known to the lists or not
      if (kinds === 0 && !need.not && need.of === 'target' && isPersonal(entry)) return true;
      // nor does it matter what the team or the squad is called that arrests them
      if (need.of === 's' && !need.not && isPersonal(entry) && (kinds === 0 || (kinds & BODY) !== 0)) return true;
    }
    // "blamed the regime's policies", "welcomed Velmar's attempt": words about a deed are about whose deed it is
    if (need.of === 'target' && !need.not && SPOKEN.has(entry.type) && entry.mode !== 'investigate')
      return isOwned(this, one, need.mask & OWNER);
    return need.not;
  } // biome-ignore format: one long list of what is known

  /** The one a preposition leads, or who stands before the thing given: "gave the rebels weapons". */
  toWhom(verb: number, tokens: readonly number[], preposition: string): number {
    const led = this.led(verb, tokens, preposition);
    if (led >= 0 || (preposition !== 'to' && preposition !== 'for')) return led;
    const given = receiver(this, verb);
    return given >= 0 || preposition !== 'to' ? given : transferred(this, verb);
  }

  /** "called him a dictator": the noun behind the object, in quotation marks or not; -1 for none. */
  #saidOf(verb: number): number {
    const { clauses } = this.roles;
    const open = clauses.open[verb] ?? -1;
    if (open >= 0) return this.#insulting(open);
    const object = clauses.object[verb] ?? -1;
    if ((clauses.indirect[verb] ?? -1) >= 0 && object >= 0) return this.#insulting(object);
    // "called the envoy to Velmar a fool": a second object
    const { first, next } = this.roles.children;
    for (let child = first[verb] as number; child >= 0; child = next[child] as number)
      if (child > object && object > verb && this.view.relation[child] === REL.obj) return this.#insulting(child);
    for (let at = Math.max(verb, object) + 1; object >= 0 && at < verb + 8 && at < this.view.length; at++) {
      const upos = this.view.upos[at];
      if (upos === VERB || this.view.sentence[at] !== this.view.sentence[verb]) break;
      if (upos === ADJ && (this.kinds.of(at) & INSULT) !== 0) return at;
      if (upos === NOUN && this.view.upos[at + 1] !== NOUN) return at;
    }
    return -1;
  }

  /** "A very stupid man": the word that insults, where the noun does not. */
  #insulting(noun: number): number {
    for (let at = noun - 1; at >= 0 && this.view.upos[at] === ADJ; at--)
      if ((this.kinds.of(at) & INSULT) !== 0) return at;
    return noun;
  }

  /** Whether a noun's parties can be what its entry needs. */
  suits(entry: Entry, agents: readonly number[], patients: readonly number[]): boolean {
    for (const need of entry.needs) {
      const ones = need.of === 'target' ? patients : need.of === 's' ? agents : NONE;
      // "its military operations": whoever that is
      if (ones.every((one) => this.view.upos[one] === PRON && this.kinds.of(one) === 0)) continue;
      let has = false;
      for (const one of ones)
        for (const part of this.together(one))
          if (
            kindsFit(this.kinds.of(part), need, entry) ||
            // "Dorvanian strikes" are a state's
            (need.not && (need.mask & STATE) !== 0 && this.view.upos[part] === ADJ && this.kinds.isState(part)) ||
            (!need.not && (need.mask & PARTY) !== 0 && this.kinds.isGiven(part))
          )
            has = true;
      if (has === need.not) return false;
    }
    return true;
  }

  /** The noun that a preposition leads, at the verb, at a word of the entry or at the object. */
  led(verb: number, tokens: readonly number[], preposition: string): number {
    let found = this.roles.obliqueOf(verb, preposition);
    for (const token of tokens) if (found < 0) found = this.roles.obliqueOf(token, preposition);
    if (found < 0) {
      const object = this.roles.clauses.object[verb] ?? -1;
      if (object >= 0) {
        found = this.roles.obliqueOf(object, preposition);
        // "resumed imports of beef from Velmar": hung from the thing that is dealt in
        const of = found < 0 && preposition !== 'of' ? this.roles.obliqueOf(object, 'of') : -1;
        if (of >= 0) found = this.roles.obliqueOf(of, preposition);
      } else if (tokens.length > 0) {
        const thing = moved(this, verb, tokens);
        if (thing >= 0) found = this.roles.obliqueOf(thing, preposition);
      }
    }
    // "wrote off Somalia's debt": whose it is stands before it as well as behind "of"
    if (found < 0 && preposition === 'of') for (const token of tokens) if (found < 0) found = ownerOf(this, token);
    return found < 0 ? strandedBy(verb, preposition, this.view, this.roles) : found;
  }

  /** A token and those coordinated with it. */
  together(token: number): readonly number[] {
    if (token < 0) return NONE;
    const known = this.#together[token];
    if (known) return known;
    const all = coordinated(token, this.view, this.roles.children);
    this.#together[token] = all;
    return all;
  }
}
