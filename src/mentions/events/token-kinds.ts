// A token in, the kinds of what it names in this text out: from the lists, its actor, or what it counts.
import { FormTable } from '../../text/word-forms.ts';
import type { Found } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, DET, NOUN, NUM, PRON, PROPN, REL, SYM, type TokenView } from '../actors/token-view.ts';
import { singular } from './forms.ts';
import { DEEDS, kindBit, kindsOfLemma } from './kinds.ts';
import { areCounted } from './nationals.ts';
import type { RoleReader } from './roles.ts';
import { thingsBefore } from './said-thing.ts';

const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'COP', 'PRM', 'UAF', 'SPY']);
/** Sectors that act in politics and war; a state or a body of states does too. */
const POWERS: ReadonlySet<string> = new Set([...ARMED, 'GOV', 'LEG', 'JUD', 'PTY', 'OPP', 'IGO', 'PRE']);
const CURRENCIES: ReadonlySet<string> = new Set(
  'dollar dollars euro euros pound pounds yen yuan ruble rubles rouble roubles rupee rupees franc francs krona kronor kroner shekel shekels hryvnia lira liras peso pesos rand naira riyal riyals'.split(
    ' ',
  ),
);
const QUANTITIES: ReadonlySet<string> = new Set(
  'dozens hundreds thousands tens scores millions number numbers group groups crowd crowds handful majority minority part parts rest lot lots couple pair trio total members member families relatives remains bodies lives half most many several some all one two none any each convoy column contingent hundred dozen swathe swathes series wave waves quarter third percent units elements package shipment shipments consignment worth tonnes tons tonne team teams batch truckload planeload shipload boatload busload busloads shiploads boatloads cargo convoys contingents columns batches consignments packages truckloads planeloads companies company platoons battalions squads tranche tranches instalment instalments installment installments trainload trainloads'.split(
    ' ',
  ),
);
/** One of whom there is one, as of presidents. */
const PONTIFFS: ReadonlySet<string> = new Set(['pope', 'pontiff']);
const UNITS: ReadonlySet<string> = new Set(['company', 'companies']);
const COUNTS: ReadonlySet<string> = new Set([
  'dozens',
  'hundreds',
  'thousands',
  'scores',
  'many',
  'several',
  'others',
  'more',
]);
const PEOPLE: ReadonlySet<string> = new Set(
  'he him she her they them i me we us you who whom himself herself themselves someone somebody everyone everybody anyone anybody'.split(
    ' ',
  ),
);

/** What is done to people or by people only: "those detained", "those protesting". */
const PEOPLE_ONLY: ReadonlySet<string> = new Set(
  'kill injure wound arrest detain jail imprison abduct kidnap murder slay evacuate displace rescue torture deport protest demonstrate riot march rally flee fight shelter gather'.split(
    ' ',
  ),
);

const FIGHTERS: ReadonlySet<string> = new Set(['terrorist', 'militant', 'rebel', 'insurgent', 'armed', 'jihadist', 'extremist', 'guerrilla', 'islamist']); // biome-ignore format: one table

const OTHER_AGENTS =
  /^(?:chemical|biological|nerve|toxic|blister|choking|free|travel|estate|insurance|ticket|letting|cleaning|player|literary|talent|sports|shipping|sales)$/;

const BANDS: ReadonlySet<string> = new Set(['group', 'groups', 'cell', 'cells', 'organization', 'organizations', 'organisation', 'organisations', 'gang', 'gangs']); // biome-ignore format: one table

const FIGURES = /^figures?$/;
const EMBASSY = /^(?:embassy|consulate|consular|diplomatic)$/;
const STAFF = /^(?:staff|staffers?|officials?|employees?|personnel|attach[eé]s?|officers?)$/;
const WHOSE =
  /^(?:opposition|political|religious|leading|prominent|tribal|militant|military|party|activist|dissident|rebel|cultural|literary|underworld|islamist|exiled)$/;

const GREAT: ReadonlySet<string> = new Set(['foreign', 'world', 'major', 'western', 'regional', 'great', 'european', 'nuclear', 'outside']); // biome-ignore format: one table

const PAPERS: ReadonlySet<string> = new Set(
  'statement statements report reports letter letters tweet tweets post email emails message messages poll survey study data article interview document documents memo figures source video footage resolution resolutions treaty treaties bill bills law laws ad ads advertisement advertisements petition editorial op-ed charter constitution manifesto memorandum memo memoir book program programs programme programmes convention conventions sentence sentences policy policies draft drafts lawsuit lawsuits suit suits indictment indictments affidavit affidavits confession confessions description descriptions'.split(
    ' ',
  ),
);
/** What speaks for somebody and is nobody: "according to a statement". */
export const isPaper = (word: string): boolean => PAPERS.has(word);

/** Whether an actor is only called by what was said on paper: "army statement". */
export const isPaperName = (name: string): boolean =>
  isPaper(name.toLowerCase()) ||
  /\b(?:statements?|letters?|messages?|communiqués?|reports?|lawsuits?|suit|petition|complaint|memo|declaration)$/i.test(
    name,
  );

const CRAFT: ReadonlySet<string> = new Set([
  'ship',
  'ships',
  'vessel',
  'vessels',
  'boat',
  'boats',
  'cutter',
  'cutters',
]);
/** What flies for peace as well: whose it is tells. */
const FLYING: ReadonlySet<string> = new Set(['planes', 'helicopters', 'choppers', 'plane', 'helicopter', 'chopper']);
const WARRING: ReadonlySet<string> = new Set([
  'army', 'military', 'force', 'government', 'regime', 'coalition', 'rebel', 'junta', 'attack', 'combat', 'nato', 'marine', 'navy',
]); // biome-ignore format: one table
const OF_FORCES: ReadonlySet<string> = new Set(['navy', 'naval', 'guard', 'coastguard']);

const kindsBy = new FormTable(kindsOfLemma);
/** What a word is that was tagged as a singular. */
const kindsOfOne = new FormTable((word) => kindsOfLemma(singular(word)));

/** Kinds of one text's tokens, each worked out once. */
export class TokenKinds {
  readonly #view: TokenView;
  readonly #cast: Found;
  readonly #roles: RoleReader;
  readonly #known: Int32Array;
  readonly #person = kindBit('person');
  readonly #forces = kindBit('forces');
  readonly #police = kindBit('police');
  readonly #diplomat = kindBit('diplomat');
  readonly #body = kindBit('body');
  readonly #place = kindBit('place');
  readonly #name = kindBit('name');
  readonly #actor = kindBit('actor');
  readonly #state = kindBit('state');
  readonly #money = kindBit('money');
  readonly #power = kindBit('power');
  readonly #number = kindBit('number');
  readonly #anything = kindBit('anything');
  readonly #relief = kindBit('relief');
  readonly #weapon = kindBit('weapon');
  readonly #blow = kindBit('blow');
  readonly #peace = kindBit('peace');

  /** Tokens that the caller says are parties. */
  readonly #given: ReadonlySet<number>;

  constructor(view: TokenView, cast: Found, roles: RoleReader, given: ReadonlySet<number> = new Set()) {
    this.#given = given;
    this.#view = view;
    this.#cast = cast;
    this.#roles = roles;
    this.#known = new Int32Array(view.length).fill(-1);
  }

  get hasGiven(): boolean {
    return this.#given.size > 0;
  }

  /** Whether the caller says that it is a party: then it can be whatever a party must be. */
  isGiven(token: number): boolean {
    return this.#given.has(token);
  }

  /** Whether it acts in politics or war, or is given as a party. */
  isPower(token: number): boolean {
    return (this.of(token) & (this.#power | this.#state)) !== 0 || this.#given.has(token);
  }

  /** Bits of `kinds.ts`; 0 when nothing is known of it. */
  of(token: number): number {
    if (token < 0) return 0;
    const known = this.#known[token] as number;
    if (known >= 0) return known;
    this.#known[token] = 0; // "the rest of the rest": a broken tree may come back here
    let mask = this.#work(token);
    // somebody, whoever it is
    if (this.#given.has(token)) mask |= this.#actor | (mask === 0 ? this.#name : 0);
    this.#known[token] = mask;
    return mask;
  }

  /** Whether a word is a state's name or adjective: "Dorvanian", "US". */
  isState(token: number): boolean {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    if (mention) return this.#cast.actors[mention.value.actor]?.kind === 'state';
    return (this.of(token) & this.#state) !== 0 || this.#isNamed(token);
  }

  /** Whether it is those who oppose who rules. */
  isOpposed(token: number): boolean {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    return mention !== undefined && this.#cast.actors[mention.value.actor]?.sector === 'OPP';
  }

  /** Whether it is somebody who held office: "the former envoy". */
  isFormer(token: number): boolean {
    return this.sectorOf(token) === 'ELI';
  }

  /** The sector of the actor that it names, or null. */
  sectorOf(token: number): string | null {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    return mention === undefined ? null : (this.#cast.actors[mention.value.actor]?.sector ?? null);
  }

  #isNamed(token: number): boolean {
    if (!this.#isCapital(token)) return false;
    if (namedAt(this.#view, token)?.entry.kind === 'state') return true;
    // "in South Korea", "in the Czech Republic": the name begins before it
    for (let from = token - 1; from >= 0 && from > token - 3 && this.#isCapital(from); from--) {
      const found = namedAt(this.#view, from);
      if (found && found.to > token) return found.entry.kind === 'state';
    }
    return false;
  }

  #isCapital(token: number): boolean {
    const code = this.#view.text.charCodeAt(this.#view.start[token] ?? 0);
    return code >= 65 && code <= 90;
  }

  /** "The White House": whether a name of a state or of its seat ends here. */
  #isSeat(token: number): boolean {
    const { upos } = this.#view;
    for (let from = token; from >= 0 && from > token - 3 && upos[from] === PROPN; from--) {
      const found = namedAt(this.#view, from);
      if (found && found.to > token) return found.entry.kind === 'state';
    }
    return false;
  }

  /** "$4 million", "€28m": a sign of money stands in the number or just before it. */
  #isMoney(token: number): boolean {
    for (let at = token; at >= 0 && at >= token - 3; at--) {
      const { start, text, upos } = this.#view;
      const sign = text[start[at] ?? 0] ?? '';
      if (sign === '$' || sign === '€' || sign === '£' || sign === '¥' || sign === '₹') return true;
      if (upos[at] !== NUM && upos[at] !== SYM) return false;
    }
    return false;
  }

  #work(token: number): number {
    const { upos, lower, parsed } = this.#view;
    const word = lower[token] ?? '';
    const pos = upos[token];
    // "killed in firing by the police": shots, and no fire
    const number = this.#view.word[token] as number;
    let mask =
      (word === 'firing' ? 0 : kindsOfLemma(parsed.words.lemma(token).toLowerCase())) |
      kindsBy.of(this.#view.forms, number);
    if (mask === 0 && (pos === NOUN || pos === PROPN)) mask = kindsOfOne.of(this.#view.forms, number);
    // "nerve agents", "free agents": no agents of a power
    if ((word === 'agents' || word === 'agent') && OTHER_AGENTS.test(lower[token - 1] ?? '')) mask = 0;
    // "terrorist groups", "militant cells": what those are who make it up
    if (pos === NOUN && BANDS.has(word) && FIGHTERS.has(lower[token - 1] ?? '')) mask |= this.#forces;
    // "opposition figures", against "sales figures"
    if (FIGURES.test(word) && WHOSE.test(lower[token - 1] ?? '')) mask |= this.#person;
    // "two embassy officials"
    if (EMBASSY.test(lower[token - 1] ?? '') && STAFF.test(word)) mask |= this.#diplomat;
    // "foreign powers"
    if (word === 'powers' && GREAT.has(lower[token - 1] ?? '')) mask |= this.#power;
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    const actor = mention && this.#cast.actors[mention.value.actor];
    // "according to a statement": a source, yet nobody to be freed or hurt
    const thing = pos === NOUN && isPaper(word);
    // "the resolution urges": it speaks for those who adopted it
    if (thing && actor && (word === 'resolution' || word === 'resolutions')) mask |= this.#power | this.#body;
    // "accused each other", "one another": those who do it
    const mutual =
      (word === 'each' && lower[token + 1] === 'other') ||
      (word === 'other' && lower[token - 1] === 'each') ||
      // "each side accused the other of lying"
      isOtherSide(token, this.#view) ||
      (word === 'one' && lower[token + 1] === 'another');
    if (mutual) mask |= this.#power | this.#person;
    // "the mayor rejected it": whatever may be said no to, condemned or signed of what was told before
    if (pos === PRON) for (const thing of thingsBefore(token, this.#view, this.#roles)) mask |= this.of(thing) & DEEDS;
    if (actor && !thing && (pos === NOUN || pos === PROPN || pos === PRON || mention.head === token)) {
      mask |= this.#actor;
      if (actor.kind === 'person') mask |= this.#person;
      else if (actor.kind === 'group') mask |= this.#person;
      else if (actor.kind === 'state') {
        // "hundreds of Iranians", "two Iranians": people, and no state
        if (areCounted(token, this.#view, this.#roles)) return mask | this.#person;
        mask |= this.#state | this.#place;
      } else mask |= this.#body;
      // a pope by name or office visits and receives as presidents do, a priest does not
      const prelate = actor.sector === 'REL' && actor.kind === 'person' && (pos === PROPN || PONTIFFS.has(word));
      if (prelate || actor.kind === 'state' || actor.country === 'IGO' || (actor.sector && POWERS.has(actor.sector)))
        mask |= this.#power;
      if (actor.sector && ARMED.has(actor.sector)) mask |= this.#forces;
      // "the FBI", "Interpol"
      if (actor.sector === 'COP') mask |= this.#police;
      // "twenty companies of troops"
      if (UNITS.has(word)) mask |= this.of(this.#roles.obliqueOf(token, 'of')) & this.#forces;
      return mask | this.#peaceful(token, mask);
    }
    // "both", "the two": what those are whom they mean
    const meant = pos === PRON ? undefined : this.#cast.several.get(token);
    if (meant) return meant.reduce((all, part) => all | this.of(part), mask & ~this.#number);
    if (COUNTS.has(word)) mask |= this.#number;
    if (word === 'those' && this.#arePeople(token)) mask |= this.#person;
    // "artillery fire", "rocket fire", "police fire", "Dorvanian fire" burn nothing: they hit
    if (word === 'fire' && pos === NOUN) {
      const { first, next } = this.#roles.children;
      for (let child = first[token] as number; child >= 0 && child < token; child = next[child] as number)
        if (
          (this.#view.relation[child] === REL.compound && (this.of(child) & (this.#weapon | this.#forces)) !== 0) ||
          (this.#view.relation[child] === REL.amod && child === token - 1 && this.isState(child))
        )
          return this.#blow;
    }
    if (pos === PRON) {
      // "the army says it has seized": what the one who says it is
      const speaker = this.#roles.speakerOf(token);
      if (speaker >= 0) return mask | this.of(speaker);
    }
    if (pos === PRON) return mask | (PEOPLE.has(word) ? this.#person : word === 'it' ? this.#anything : 0);
    if (pos === NOUN && CURRENCIES.has(word)) mask |= this.#money;
    if (pos === NUM || pos === SYM) mask |= this.#isMoney(token) ? this.#money : this.#number;
    if (pos === PROPN && mask === 0) mask |= this.#name;
    // whatever a house is
    else if (pos === PROPN && this.#isSeat(token)) mask |= this.#state | this.#power;
    // "dozens of protesters", "parts of the city": what is counted
    if (
      QUANTITIES.has(word) ||
      ((mask & ~this.#number) === 0 && (pos === NUM || pos === PRON || pos === DET || pos === ADJ))
    ) {
      const counted = this.#roles.obliqueOf(token, 'of');
      // "truckloads of soldiers" are no relief
      if (counted >= 0)
        mask =
          (this.of(counted) & this.#forces) !== 0 ? (mask & ~this.#relief) | this.of(counted) : mask | this.of(counted);
      // "rebel group members"
      else if (QUANTITIES.has(word)) mask |= this.#near(token);
    }
    if (mask === 0) mask = this.#near(token);
    if (pos === NOUN && (mask & this.#forces) === 0 && CRAFT.has(word) && this.#isNaval(token)) mask |= this.#forces;
    else if (FLYING.has(word) && (mask & this.#forces) === 0 && this.#isWarring(token)) mask |= this.#forces;
    return mask | this.#peaceful(token, mask);
  }

  /** "Army helicopters", "Russian planes", "planes of the coalition": forces; a plane of a land alone may carry anybody. */
  #isWarring(token: number): boolean {
    const { lower, relation, head, tag } = this.#view;
    // "shot down a helicopter": one that is hit is a thing
    if (relation[token] !== REL.nsubj && this.#roles.caseOf(token) !== 'by') return false;
    const many = tag(token) === 'NNS';
    const isTheirs = (one: number) => WARRING.has(lower[one] ?? '') || (many && this.isState(one));
    for (let at = token - 1; at >= 0 && at > token - 6; at--) {
      const how = relation[at];
      if (head[at] !== token && at < token - 1) continue;
      if ((how === REL.compound || how === REL.amod || how === REL['nmod:poss']) && isTheirs(at)) return true;
    }
    const of = this.#roles.obliqueOf(token, 'of');
    return of > token && isTheirs(of);
  }

  /** "Those who protested", "those protesting": people, whoever they are; "those that were built" may be anything. */
  #arePeople(token: number): boolean {
    const { lower, sentence, tag } = this.#view;
    const at = token + 1;
    if (sentence[at] !== sentence[token]) return false;
    if (lower[at] === 'who') return true;
    return (
      this.#view.relation[at] === REL.acl &&
      this.#view.head[at] === token &&
      PEOPLE_ONLY.has(this.#view.parsed.words.lemma(at)) &&
      tag(at).startsWith('VB')
    );
  }

  /** "A navy ship", "two coast guard vessels": forces, whatever else sails. */
  #isNaval(token: number): boolean {
    const { lower, relation, head } = this.#view;
    for (let at = token - 1; at >= 0 && at > token - 4 && head[at] === token; at--)
      if ((relation[at] === REL.compound || relation[at] === REL.amod) && OF_FORCES.has(lower[at] ?? '')) return true;
    return false;
  }

  /** "Peacekeeping troops": forces that keep a peace. */
  #peaceful(token: number, mask: number): number {
    if ((mask & this.#forces) === 0) return 0;
    const before = this.#view.lower[token - 1];
    return before === 'peacekeeping' || (before === 'keeping' && this.#view.lower[token - 3] === 'peace')
      ? this.#peace
      : 0;
  }

  /** "Hamas targets", "journalist Jo Kern": what an unknown noun is by the names that stand with it. */
  #near(token: number): number {
    const { first, next } = this.#roles.children;
    const { relation, upos } = this.#view;
    let mask = 0;
    for (let child = first[token] as number; child >= 0; child = next[child] as number) {
      const at = relation[child];
      if (at === REL.appos || at === REL.flat || (at === REL.nmod && child < token && upos[child] === PROPN)) {
        if (upos[child] === PROPN) mask |= this.#name;
      } else if (at === REL.compound || at === REL.amod) {
        const own = this.of(child);
        if (own & this.#actor) mask |= own & (this.#forces | this.#person | this.#state | this.#actor);
      }
    }
    return mask;
  }
}

/** "The other", whom one of two accuses or blames. */
export function isOtherSide(token: number, { lower, relation, head }: TokenView): boolean {
  if (lower[token] !== 'other' || lower[token - 1] !== 'the' || relation[token] !== REL.obj) return false;
  return /^(?:accus|blam)(?:e[sd]?|ing)$/.test(lower[head[token] ?? -1] ?? '');
}
