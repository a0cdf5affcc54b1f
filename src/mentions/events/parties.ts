// The token of an argument in, the actors it stands for out: named, counted, owned, or the state whose town or troops they are.
import { eachChild } from '../../grammar/tree.ts';
import { ADJ, NOUN, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Matcher } from './match.ts';

const DEEPEST = 4;
/** What leads to the one a noun belongs to: "the mayor of Velmar", "troops from Dorvania". */
const OWNERS = ['of', 'from'] as const;

export class PartyFinder {
  readonly #view: TokenView;
  readonly #match: Matcher;
  readonly #cast: CastGrowth;
  /** Country of the place whose words a token is in; null when it is in none. */
  readonly #countryAt: (token: number) => string | null;

  constructor(match: Matcher, cast: CastGrowth, countryAt: (token: number) => string | null) {
    this.#match = match;
    this.#view = match.view;
    this.#cast = cast;
    this.#countryAt = countryAt;
  }

  /** Indices into the cast, in the order of the text, each once. */
  of(tokens: readonly number[]): number[] {
    const found: number[] = [];
    for (const token of tokens) for (const part of this.#match.together(token)) this.#one(part, found, 0);
    return found;
  }

  #one(token: number, found: number[], depth: number): void {
    const add = (actor: number) => {
      if (!found.includes(actor)) found.push(actor);
    };
    const actor = this.#cast.at(token);
    if (actor >= 0) {
      add(actor);
      return;
    }
    const { upos, relation } = this.#view;
    if (depth > DEEPEST) return;
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
      const counted = this.#match.roles.obliqueOf(token, 'of');
      if (counted >= 0) for (const part of this.#match.together(counted)) this.#one(part, found, depth + 1);
      return;
    }
    // "the Ukrainian capital", "Trump's remarks", "Dorvanian-backed rebels"
    const before = found.length;
    let owner = -1;
    eachChild(this.#match.parsed, token, (child) => {
      const at = relation[child];
      if (
        (at === REL['nmod:poss'] || at === REL.amod || at === REL.compound || (at === REL.nmod && child < token)) &&
        this.#cast.at(child) >= 0
      )
        owner = owner < 0 || at === REL['nmod:poss'] ? child : owner;
    });
    if (owner >= 0) for (const part of this.#match.together(owner)) this.#one(part, found, depth + 1);
    if (found.length > before) return;
    for (const preposition of OWNERS) {
      const led = this.#match.roles.obliqueOf(token, preposition);
      if (led < 0) continue;
      for (const part of this.#match.together(led)) this.#one(part, found, depth + 1);
      if (found.length > before) return;
    }
    for (const preposition of ['in', 'on', 'by']) {
      const led = this.#match.roles.obliqueOf(token, preposition);
      if (led < 0) continue;
      this.#one(led, found, depth + 1);
      if (found.length > before) return;
    }
  }
}
