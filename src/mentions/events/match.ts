// A word of the text in, the most knowing entry or operator whose further words and demands it meets out.

import type { Parsed } from '../../grammar/parsed.ts';
import { Filed } from '../../lexicon/filed.ts';
import { FormTable } from '../../text/word-forms.ts';
import { ADJ, NOUN, PRON, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { coordinated } from './coordinated.ts';
import type { Entry, Need } from './entries.ts';
import { eventEntries } from './entries.ts';
import { fitsAt, isPersonal } from './entry-fits.ts';
import { EntryWords } from './entry-words.ts';
import { formsOf, singular } from './forms.ts';
import { kindBit, kindMask } from './kinds.ts';
import { type Operator, operators } from './operators.ts';
import { moved, ownerOf, receiver, transferred } from './receivers.ts';
import type { RoleReader, Roles } from './roles.ts';
import { strandedBy } from './stranded.ts';
import type { TokenKinds } from './token-kinds.ts';
import { isWish } from './would-like.ts';

export interface Matched<T> {
  readonly found: T;
  /** Tokens of its further words. */
  readonly tokens: readonly number[];
}

const NONE: readonly number[] = [];
/** Particles that make another verb of one. */
const APART: ReadonlySet<string> = new Set(['out', 'off']);
/** Groups of entries longer than this are first looked through by their second word. */
const PRUNED = 4;

/** Whether what is known of somebody meets a demand; of deeds done to people only, nothing need be known. */
const kindsFit = (kinds: number, need: Need, entry: Entry) =>
  (kinds & need.mask) !== 0 || (kinds === 0 && !need.not && need.of === 'target' && isPersonal(entry));
const FILLED = /^(?:containing|carrying|filled|loaded|tipped|armed|packed|laden)$/;
const STATE = kindBit('state');
const PARTY = kindMask('party');
/** The lemma of each form of the lists' verbs. */
const FORMS = new Filed<string>(
  'events/verb-forms',
  function* () {
    for (const [form, lemma] of formsOf([...eventEntries().verbs.words(), ...operators().verbs.keys()]))
      yield [form, [lemma]];
  },
  ([[lemma = ''] = []]) => lemma,
);

/** Of each word the lemma of the lists under the lemma that it was last asked for with. */
const listedBy = new FormTable(() => ({ lemma: '', verb: '' }));

/** Of each word whether the lists have nothing for it as a noun, under the lemma that it was last asked for with. */
const unlistedBy = new FormTable(() => ({ lemma: '', isUnlisted: false }));

const isListed = (lemma: string): boolean => eventEntries().verbs.has(lemma) || operators().verbs.has(lemma);

/** "Re-imposed", "re-entered": written in one word elsewhere, or the verb that is done again. */
function anew(word: string, lemma: string): string {
  const whole = word.startsWith('reestablish');
  if (!whole && !word.startsWith('re-')) return lemma;
  const again = word.slice(whole ? 2 : 3);
  return FORMS.get(`re${again}`) ?? FORMS.get(again) ?? lemma;
}

export class Matcher {
  readonly parsed: Parsed;
  readonly view: TokenView;
  readonly roles: RoleReader;
  readonly kinds: TokenKinds;
  readonly #words: EntryWords;
  readonly #lemmas: string[];
  readonly #verbLemmas: string[];
  readonly #together: (readonly number[])[];
  /** What the words alone do not allow is asked anew where somebody knows who the parties are. */
  lenient = false;

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
      // "co-operate", as some write it
      if (known.startsWith('co-o')) known = `co${known.slice(3)}`;
      this.#lemmas[token] = known;
    }
    return known;
  }

  /** The lemma of a verb as the lists have it, where the lists know the word at all. */
  verbLemma(token: number): string {
    const known = this.#verbLemmas[token];
    if (known !== undefined) return known;
    const lemma = this.lemma(token);
    const kept = listedBy.of(this.view.forms, this.view.word[token] as number);
    if (kept.lemma !== lemma) {
      const word = this.view.lower[token] ?? '';
      kept.lemma = lemma;
      kept.verb = isListed(lemma) ? lemma : (FORMS.get(word) ?? anew(word, lemma));
    }
    this.#verbLemmas[token] = kept.verb;
    return kept.verb;
  }

  /** Whether no list has an entry or an operator that a noun may be: most nouns name no event. */
  isUnlisted(token: number, lemma: string): boolean {
    const kept = unlistedBy.of(this.view.forms, this.view.word[token] as number);
    if (kept.lemma !== lemma) {
      const word = this.view.lower[token] ?? '';
      const { nouns, adjectives } = eventEntries();
      const isNoun = nouns.has(lemma) || nouns.has(word) || nouns.has(singular(word)) || operators().nouns.has(lemma);
      kept.lemma = lemma;
      kept.isUnlisted = !isNoun && !adjectives.has(lemma) && !adjectives.has(word);
    }
    return kept.isUnlisted;
  }

  verbOperator(token: number, lemma: string): Matched<Operator> | null {
    // "would like them to leave": wants it
    return this.#operator(token, operators().verbs.get(lemma === 'like' && isWish(token, this.view) ? 'want' : lemma));
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
        // "called out Velmar for blocking it", "called off the search for him" are no calls for anything
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
    this.lenient = true;
    const given = this.#verbEntry(token, lemma);
    this.lenient = false;
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
        // "called off the search for him" is no call for him
        !(entry.bound && !(lemma === 'call' && APART.has(this.view.lower[particle] ?? ''))) &&
        !this.#letIn(lemma, particle)
      )
        continue;
      const tokens = this.#words.rest(token, entry.rest);
      if (!tokens || !fitsAt(this, entry, token, tokens, roles)) continue;
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
  adjectiveEntry(token: number, lemma: string, known?: Roles): Matched<Entry> | null {
    const group = eventEntries().adjectives.get(lemma) ?? eventEntries().adjectives.get(this.view.lower[token] ?? '');
    if (!group) return null;
    const roles = known ?? this.roles.rolesOf(token);
    for (const entry of group) {
      let at = token - 1;
      let fits = true;
      const tokens: number[] = [];
      for (let i = entry.rest.length - 1; i >= 0 && fits; i--, at--) {
        fits = at >= 0 && this.view.lower[at] === entry.rest[i];
        tokens.push(at);
      }
      if (fits && fitsAt(this, entry, token, tokens, roles)) return { found: entry, tokens };
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

  /** The one a preposition leads, or who stands before the thing given: "gave the rebels weapons". */
  toWhom(verb: number, tokens: readonly number[], preposition: string): number {
    const led = this.led(verb, tokens, preposition);
    if (led >= 0 || (preposition !== 'to' && preposition !== 'for')) return led;
    const given = receiver(this, verb);
    return given >= 0 || preposition !== 'to' ? given : transferred(this, verb);
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
            // "Dorvanian strikes" are a state's, whether anything else tells of it or not
            ((need.mask & STATE) !== 0 &&
              this.view.upos[part] === ADJ &&
              (need.not || !AT_LENGTH.test(entry.words)) &&
              this.kinds.isState(part)) ||
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
    if (found > verb && preposition === 'on' && isOfGrounds(found, this.view, this.roles)) found = -1;
    // "imposed sanctions on nine officials over the crackdown on protesters": the one right behind the words comes first
    for (const token of tokens)
      if (found < 0 || (this.view.lower[token + 1] === preposition && token + 1 < found)) {
        const own = this.roles.obliqueOf(token, preposition);
        if (own >= 0 && (found < 0 || own < found)) found = own;
      }
    if (found < 0) {
      const object = this.roles.clauses.object[verb] ?? -1;
      if (object >= 0) {
        found = this.roles.obliqueOf(object, preposition);
        // "discussed a trade pact with Velmar": whom the pact is with
        if (found >= 0 && preposition === 'with' && this.lemma(verb) === 'discuss' && TIES.has(this.lemma(object)))
          found = -1;
        // "resumed imports of beef from Velmar": hung from the thing that is dealt in
        const of = found < 0 && preposition !== 'of' ? this.roles.obliqueOf(object, 'of') : -1;
        if (of >= 0) found = this.roles.obliqueOf(of, preposition);
        // "fired rockets containing gas on the town": hung from what is in them
        const thing = of >= 0 ? of : object;
        const filled = found < 0 ? this.roles.childBy(thing, REL.acl) : -1;
        if (filled > thing && FILLED.test(this.view.lower[filled] ?? ''))
          found = this.roles.obliqueOf(filled, preposition);
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

/** "Imposed sanctions over the attack on marchers": upon whom the deed was that it is done for, whatever the parser hung it from. */
function isOfGrounds(led: number, { lower, upos, head }: TokenView, roles: RoleReader): boolean {
  let at = led - 1;
  while (at > 1 && lower[at] !== 'on') at--;
  const deed = at - 1;
  return upos[deed] === NOUN && head[deed] === head[led] && GROUNDS.has(roles.caseOf(deed));
}
const GROUNDS: ReadonlySet<string> = new Set(['over', 'for', 'after', 'following', 'about', 'amid']);
/** What there is with others, whoever talks about it. */
const TIES: ReadonlySet<string> = new Set([
  'pact', 'deal', 'treaty', 'agreement', 'accord', 'tie', 'relation', 'relationship', 'border', 'trade', 'war', 'conflict', 'dispute', 'truce', 'ceasefire', 'talk', 'negotiation', 'cooperation', 'partnership', 'row', 'standoff', 'alliance',
]); // biome-ignore format: one table
/** What goes on for long, and may be called by the land where it does: "the Dorvanian war". */
const AT_LENGTH =
  /\b(?:war|wars|conflict|aggression|operations?|campaign|violence|intervention|fighting|crisis|involvement)$/;
