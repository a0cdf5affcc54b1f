// An entry's words in, the tokens near its verb or noun that are those words out.
import type { Parsed } from '../../grammar/parsed.ts';
import { eachChild } from '../../grammar/tree.ts';
import { ADP, NOUN, NUM, PROPN, PUNCT, REL, SYM, type TokenView, VERB } from '../actors/token-view.ts';
import type { Seconds } from './entries.ts';
import { isMonth } from './lookalikes.ts';
import { MANY, NearWords } from './near-words.ts';
import { isDay } from './role-words.ts';
import type { RoleReader } from './roles.ts';

const NONE: readonly number[] = [];

/** Finds the further words of entries: "out" and "attack" of "carry out attack". */
export class EntryWords {
  readonly #parsed: Parsed;
  readonly #view: TokenView;
  readonly #roles: RoleReader;
  readonly #near: NearWords;
  readonly #lemma: (token: number) => string;

  constructor(parsed: Parsed, view: TokenView, roles: RoleReader, lemma: (token: number) => string) {
    this.#parsed = parsed;
    this.#view = view;
    this.#roles = roles;
    this.#near = new NearWords(parsed, view, roles);
    this.#lemma = lemma;
  }

  /** "violation of the ceasefire": the words behind "of", with articles and adjectives between. */
  ofWords(noun: number, rest: readonly string[], tokens: number[]): boolean {
    const { lower, upos, length } = this.#view;
    if (lower[noun + 1] !== 'of') return false;
    tokens.push(noun + 1);
    let at = noun + 2;
    for (let i = 1; i < rest.length; i++) {
      const last = at + (i === 1 ? 5 : 1);
      while (at < length && at < last && lower[at] !== rest[i] && this.#lemma(at) !== rest[i]) {
        const pos = upos[at];
        if (pos === VERB || pos === PUNCT || pos === ADP) return false;
        at++;
      }
      if (at >= length || at >= last) return false;
      tokens.push(at++);
    }
    return true;
  }

  particle(token: number): number {
    let found = -1;
    const { relation, lower } = this.#view;
    eachChild(this.#parsed, token, (child) => {
      const way = relation[child];
      if (way === REL['compound:prt']) found = child;
      // "threw the bottles away", against "shot dead away from the crowd"
      else if (
        found < 0 &&
        way === REL.advmod &&
        lower[child] === 'away' &&
        child > token &&
        lower[child + 1] !== 'from'
      )
        found = child;
    });
    return found;
  }

  /** The entry's further words among what hangs from the verb, in order; null when one is missing. */
  rest(verb: number, words: readonly string[]): number[] | null {
    if (words.length === 0) return NONE as number[];
    const tokens: number[] = [];
    const pool = this.#near.around(verb);
    const up = this.#view.head[verb] ?? -1;
    for (const word of words) {
      let found = -1;
      for (const token of pool)
        if (
          !tokens.includes(token) &&
          !isMonth(token, this.#view) &&
          !(word === 'on' && isDay(token + 1, this.#view)) &&
          // "in giving aid": it leads the verb and is no part of it
          (token > verb || this.#view.relation[token] !== REL.mark) &&
          (this.#view.lower[token] === word || this.#lemma(token) === word) &&
          (token === up || this.#isBare(token, words))
        ) {
          found = token;
          break;
        }
      if (found < 0) {
        found = this.#leading(word, words, pool, verb, tokens);
        if (found >= 0) this.#near.gather(this.#view.head[found] ?? -1);
      }
      if (found < 0) {
        // particles and prepositions that the parser hung elsewhere stand close behind
        for (let token = verb + 1; token <= verb + 3 && found < 0 && token < this.#view.length; token++) {
          if (this.#view.upos[token] === PUNCT || this.#view.upos[token] === VERB) break;
          if (this.#view.lower[token] !== word || tokens.includes(token) || isMonth(token, this.#view)) continue;
          // "agreed on Friday to free them": no word of the entry
          if (word === 'on' && isDay(token + 1, this.#view)) continue;
          // "gave speeches in Velmar" is not "gave in", nor "called elections for June" a call for them
          const within = word === 'in' || (token > verb + 1 && word !== words.at(-1));
          // nor is "took years in finding it" "took in"
          const way = this.#view.relation[token];
          if (within && (way === REL.case || way === REL.mark) && !this.#leads(token, words)) {
            // "closed in on the town": before another preposition it is a particle
            if (token !== verb + 1 || this.#view.upos[token + 1] !== ADP) continue;
          }
          found = token;
        }
      }
      if (found < 0 && word === 'as' && word === words.at(-1)) found = this.#named(verb);
      if (found < 0) return null;
      // "taken by government forces": by whom, against "taken by force"
      if (word === 'force' && words.includes('by') && this.#view.lower[found] !== word) return null;
      tokens.push(found);
      this.#near.gather(found);
    }
    return tokens;
  }

  /** "Described the raid on the port of Velmar as barbaric": the "as" before what its object is called, however far; -1 for none. */
  #named(verb: number): number {
    const { first, next } = this.#roles.children;
    const { relation, lower } = this.#view;
    const named = this.#roles.obliqueOf(verb, 'as');
    for (let child = named < verb ? -1 : (first[named] as number); child >= 0 && child < named; child = next[child] as number)
      if (lower[child] === 'as' && (relation[child] === REL.case || relation[child] === REL.mark)) return child;
    return -1;
  } // biome-ignore format: long condition

  #leads(preposition: number, words: readonly string[]): boolean {
    const noun = this.#view.head[preposition] ?? -1;
    return noun >= 0 && (words.includes(this.#view.lower[noun] ?? '') || words.includes(this.#lemma(noun)));
  }

  /** "Forced the mayor out of the country": a preposition among the words leads one of the nouns that hang from the verb. */
  #leading(word: string, words: readonly string[], pool: readonly number[], verb: number, tokens: readonly number[]): number {
    const { first, next } = this.#roles.children;
    const { lower, relation } = this.#view;
    for (const noun of pool) {
      // "brought in hundreds of troops"
      const counted = MANY.has(lower[noun] ?? '') ? this.#roles.obliqueOf(noun, 'of') : noun;
      if (noun <= verb || counted < 0 || !(words.includes(lower[counted] ?? '') || words.includes(this.#lemma(counted)))) continue;
      for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
        if ((relation[child] === REL.case || relation[child] === REL.mark) && lower[child] === word && !tokens.includes(child)) return child;
    }
    return -1;
  } // biome-ignore format: one long list of what is known

  /** "Put on trial", not "opened after the trial": a further noun has no preposition but one of the words. */
  #isBare(token: number, words: readonly string[]): boolean {
    const upos = this.#view.upos[token];
    if (upos !== NOUN && upos !== PROPN) return true;
    const led = this.#roles.caseOf(token);
    if (led === '' || words.includes(led)) return true;
    // "declared the head of the mission persona non grata": hung from "of"
    if (this.#view.lower[token] === 'persona') return true;
    // "a team of doctors", "thousands of troops": the thing is what is counted
    const up = this.#view.head[token] ?? -1;
    return (
      led === 'of' &&
      (MANY.has(this.#view.lower[up] ?? '') || this.#view.upos[up] === NUM || this.#view.upos[up] === SYM)
    );
  }

  /**
   * Where those of a verb's entries stand in their list whose first further word `rest` may find, and those without one;
   * in order.
   */
  within(verb: number, seconds: Seconds): readonly number[] {
    const { relation, lower, length } = this.#view;
    const places: number[] = [];
    addPlaces(places, seconds.get(''));
    const { first, next } = this.#roles.children;
    for (const token of this.#near.around(verb)) {
      const word = lower[token] as string;
      addPlaces(places, seconds.get(word));
      const lemma = this.#lemma(token);
      if (lemma !== word) addPlaces(places, seconds.get(lemma));
      if (token > verb)
        for (let child = first[token] as number; child >= 0 && child < token; child = next[child] as number)
          if (relation[child] === REL.case || relation[child] === REL.mark)
            addPlaces(places, seconds.get(lower[child] as string));
    }
    for (let token = verb + 1; token <= verb + 3 && token < length; token++)
      addPlaces(places, seconds.get(lower[token] as string));
    return places;
  }
}

/** Puts what is not yet there of a list in order into another. */
function addPlaces(places: number[], more: readonly number[] | undefined): void {
  if (!more) return;
  const [begin] = more as readonly [number];
  for (const place of places) {
    if (place === begin) return; // the same list again
    if (place > begin) break;
  }
  for (const place of more) {
    let at = places.length;
    for (; at > 0 && (places[at - 1] as number) > place; at--) places[at] = places[at - 1] as number;
    places[at] = place;
  }
}
