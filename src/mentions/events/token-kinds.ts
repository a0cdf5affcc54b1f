// A token in, the kinds of what it names in this text out: from the lists, its actor, or what it counts.
import type { Found } from '../actors/actor.ts';
import { NOUN, NUM, PRON, PROPN, type TokenView } from '../actors/token-view.ts';
import { kindBit, kindsOfLemma } from './kinds.ts';
import type { RoleReader } from './roles.ts';

const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'COP', 'PRM', 'UAF', 'SPY']);
/** Sectors that act in politics and war; a state or a body of states does too. */
const POWERS: ReadonlySet<string> = new Set([...ARMED, 'GOV', 'LEG', 'JUD', 'PTY', 'OPP', 'IGO', 'PRE']);
const PEOPLE: ReadonlySet<string> = new Set(
  'he him she her they them i me we us you who whom himself herself themselves someone somebody everyone everybody anyone anybody'.split(
    ' ',
  ),
);

/** Kinds of one text's tokens, each worked out once. */
export class TokenKinds {
  readonly #view: TokenView;
  readonly #cast: Found;
  readonly #roles: RoleReader;
  readonly #known: Int32Array;
  readonly #person = kindBit('person');
  readonly #forces = kindBit('forces');
  readonly #body = kindBit('body');
  readonly #place = kindBit('place');
  readonly #name = kindBit('name');
  readonly #actor = kindBit('actor');
  readonly #state = kindBit('state');
  readonly #power = kindBit('power');
  readonly #number = kindBit('number');
  readonly #anything = kindBit('anything');

  constructor(view: TokenView, cast: Found, roles: RoleReader) {
    this.#view = view;
    this.#cast = cast;
    this.#roles = roles;
    this.#known = new Int32Array(view.length).fill(-1);
  }

  /** Bits of `kinds.ts`; 0 when nothing is known of it. */
  of(token: number): number {
    if (token < 0) return 0;
    const known = this.#known[token] as number;
    if (known >= 0) return known;
    this.#known[token] = 0; // "the rest of the rest": a broken tree may come back here
    const mask = this.#work(token);
    this.#known[token] = mask;
    return mask;
  }

  #work(token: number): number {
    const { upos, lower, parsed } = this.#view;
    const word = lower[token] ?? '';
    const pos = upos[token];
    let mask = kindsOfLemma(parsed.words.lemma(token).toLowerCase()) | kindsOfLemma(word);
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    const actor = mention && this.#cast.actors[mention.value.actor];
    if (actor && (pos === NOUN || pos === PROPN || pos === PRON || mention.head === token)) {
      mask |= this.#actor;
      if (actor.kind === 'person') mask |= this.#person;
      else if (actor.kind === 'group') mask |= this.#person;
      else if (actor.kind === 'state') mask |= this.#state | this.#place;
      else mask |= this.#body;
      if (actor.kind === 'state' || actor.country === 'IGO' || (actor.sector && POWERS.has(actor.sector)))
        mask |= this.#power;
      if (actor.sector && ARMED.has(actor.sector)) mask |= this.#forces;
      return mask;
    }
    if (pos === PRON) return mask | (PEOPLE.has(word) ? this.#person : word === 'it' ? this.#anything : 0);
    if (pos === NUM) mask |= this.#number;
    if (pos === PROPN && mask === 0) mask |= this.#name;
    // "dozens of protesters", "parts of the city": what is counted
    if ((mask & ~this.#number) === 0) {
      const counted = this.#roles.obliqueOf(token, 'of');
      if (counted >= 0) mask |= this.of(counted);
    }
    return mask;
  }
}
