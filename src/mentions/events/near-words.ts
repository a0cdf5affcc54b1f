// A verb of the text in, the tokens among which the further words of its entries are looked for first out.
import type { Parsed } from '../../grammar/parsed.ts';
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, REL, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const FURTHER_OFF: ReadonlySet<number> = new Set([
  REL.nsubj, REL.ccomp, REL.advcl, REL.conj, REL.parataxis, REL['acl:relcl'], REL.punct,
]); // biome-ignore format: one table

/** What tells how much there is of the thing behind "of". */
export const MANY: ReadonlySet<string> = new Set([
  'team', 'teams', 'group', 'groups', 'number', 'dozens', 'hundreds', 'thousands', 'scores', 'tens', 'millions', 'convoy', 'convoys', 'shipment', 'shipments', 'batch', 'truckloads', 'busloads', 'boatloads', 'planeloads', 'trainloads',
  'consignment', 'amount', 'amounts', 'quantity', 'quantities', 'cache', 'caches', 'haul', 'total', 'handful', 'pair', 'couple', 'series', 'tons', 'tonnes', 'contingent', 'contingents', 'companies', 'platoons', 'battalions', 'units', 'columns', 'detachments', 'kind', 'kinds', 'lot', 'lots', 'plenty',
  'euros', 'dollars', 'pounds', 'francs', 'roubles', 'rubles', 'yen', 'yuan', 'crowns',
]); // biome-ignore format: one table

/** Those of a force that move as one. */
const UNITS: ReadonlySet<string> = new Set([
  'companies', 'platoons', 'battalions', 'units', 'columns', 'detachments', 'contingents', 'company', 'battalion', 'contingent',
]); // biome-ignore format: one table

/** Purposes that are among the words of entries, and that no noun is written like. */
const PURPOSES: ReadonlySet<string> = new Set(['discuss', 'deliver', 'face', 'investigate', 'land']);

/** What hangs from a verb, kept from one of its entries to the next. */
export class NearWords {
  readonly #parsed: Parsed;
  readonly #view: TokenView;
  readonly #roles: RoleReader;
  readonly #pool: number[] = [];
  #verb = -1;
  /** How much of the pool is the verb's own; the rest was added for an entry. */
  #own = 0;

  constructor(parsed: Parsed, view: TokenView, roles: RoleReader) {
    this.#parsed = parsed;
    this.#view = view;
    this.#roles = roles;
  }

  /** The same list each time, until the next verb is asked for. */
  around(verb: number): readonly number[] {
    const pool = this.#pool;
    if (verb === this.#verb) {
      pool.length = this.#own;
      return pool;
    }
    pool.length = 0;
    this.gather(verb);
    const { head, relation } = this.#view;
    const up = head[verb] ?? -1;
    // "the sanctions imposed on": the noun above stands for the object
    if (up >= 0 && (relation[verb] === REL.acl || relation[verb] === REL['acl:relcl'])) pool.push(up);
    // "troops fired rubber bullets", taken for bullets that were fired
    else if (up > verb && relation[verb] === REL.amod) {
      pool.push(up);
      this.gather(up);
    }
    const patient = this.#roles.clauses.passive[verb] ?? -1;
    if (patient >= 0) {
      pool.push(patient);
      // "two companies of riot police were posted"
      if (UNITS.has(this.#view.lower[patient] ?? '')) this.gather(patient);
    }
    // "shot a guard in the leg": the phrase hangs from the object as often as from the verb
    const object = this.#roles.clauses.object[verb] ?? -1;
    if (object >= 0) this.gather(object);
    // "a number of observation posts": what hangs from those that are counted
    const counted = object >= 0 && MANY.has(this.#view.lower[object] ?? '') ? this.#roles.obliqueOf(object, 'of') : -1;
    if (counted > object) this.gather(counted);
    // "declared the militia a terrorist group": what the object is said to be
    const said = this.#roles.clauses.open[verb] ?? -1;
    if (object >= 0 && said > object && this.#view.upos[said] === NOUN) this.gather(said);
    this.#verb = verb;
    this.#own = pool.length;
    return pool;
  }

  /** An infinitive or gerund that is part of what the verb above says: "charged with plotting", "beat to pulp". */
  #isPurpose(verb: number): boolean {
    const before = this.#view.lower[verb - 1];
    if (before === 'to') return PURPOSES.has(this.#view.lower[verb] ?? '') || this.#isAlone(verb);
    return before === 'from' || ((before === 'with' || before === 'of') && this.#view.tag(verb) === 'VBG');
  }

  /** With nothing but "to": a noun that was taken for a verb. */
  #isAlone(verb: number): boolean {
    let alone = true;
    eachChild(this.#parsed, verb, (child) => {
      if (child !== verb - 1) alone = false;
    });
    return alone;
  }

  /** Adds what hangs from a token that was found. */
  gather(from: number): void {
    eachChild(this.#parsed, from, (child) => {
      const relation = this.#view.relation[child] ?? 0;
      // "called on the minister to discuss the vote", "kept them from leaving": part of some expressions
      if (!FURTHER_OFF.has(relation) || (relation === REL.advcl && this.#isPurpose(child))) this.#pool.push(child);
    });
  }
}
