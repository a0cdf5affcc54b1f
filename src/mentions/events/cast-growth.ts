// The cast in, the same cast with the actors that only event words name out: "Dorvanian strikes", "the shelling of Velmar".
import { Filed } from '../../lexicon/filed.ts';
import type { Actor, ActorKind, Found, Manner, Reference } from '../actors/actor.ts';
import { namedAt, namedEntries } from '../actors/lexicon.ts';
import { ruledCountry } from '../actors/ruled-country.ts';
import { PROPN, type TokenView } from '../actors/token-view.ts';
import type { Mention } from '../mention.ts';

interface Tentative {
  readonly actor: Actor;
  readonly mentions: { readonly from: number; readonly to: number; readonly manner: Manner; readonly why: string }[];
}

/** Names of states by their codes. */
const STATES = new Filed<string>(
  'actors/states',
  () => {
    const known = new Map<string, [name: string]>();
    const sure = new Set<string>();
    for (const entries of namedEntries())
      for (const { country, kind, name, use } of entries) {
        if (kind !== 'state' || !country || sure.has(country)) continue;
        // a capital is the whole state's: "London" is no part of "Wales"
        if (use === 'capital') sure.add(country);
        if (use === 'capital' || use === 'name' || !known.has(country)) known.set(country, [name]);
      }
    return known;
  },
  ([[name = ''] = []]) => name,
);

/** Looks actors up by token; adds those that are asked for, and keeps those that events came to use. */
export class CastGrowth {
  readonly #view: TokenView;
  readonly #cast: Found;
  readonly #states = new Map<string, number>();
  readonly #phrases = new Map<string, number>();
  readonly #added: Tentative[] = [];
  #names: ReadonlyMap<string, number> | null = null;
  #ruled: string | null | undefined;
  /** Places that were taken for states which the cast has already. */
  readonly #places: { readonly actor: number; readonly from: number; readonly to: number; readonly why: string }[] = [];
  /** Actor by token where it is not the cast's; -2 where nobody looked yet. */
  readonly #known: Int32Array;

  constructor(view: TokenView, cast: Found) {
    this.#view = view;
    this.#cast = cast;
    this.#known = new Int32Array(view.length).fill(-2);
    cast.actors.forEach((actor, index) => {
      if (actor.kind !== 'state' || !actor.country) return;
      if (!this.#states.has(actor.country) || actor.name === STATES.get(actor.country))
        this.#states.set(actor.country, index);
    });
  }

  /** The actor whose words a token is in, a state for its adjective or name too; -1 for none. */
  at(token: number): number {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    if (mention) return mention.value.actor;
    const known = this.#known[token] ?? -1;
    if (known !== -2) return known;
    const actor = this.#named(token);
    this.#known[token] = actor;
    return actor;
  }

  /** The words for those whom a pronoun means together; empty where it means one actor or nobody known. */
  severalAt(token: number): readonly number[] {
    return this.#cast.several.get(token) ?? [];
  }

  /** The actor of the cast who has this name, in small letters; -1 for none. */
  called(name: string): number {
    this.#names ??= new Map(this.#cast.actors.map((actor, index) => [actor.name.toLowerCase(), index]));
    return this.#names.get(name) ?? -1;
  }

  countryOf(actor: number): string | null {
    const { actors } = this.#cast;
    return (actors[actor] ?? this.#added[actor - actors.length]?.actor)?.country ?? null;
  }

  /** The state of the cast that has this code; -1 for none. */
  stateOf(country: string): number {
    return this.#states.get(country) ?? -1;
  }

  /** The land whose government the text means by "government"; null where it may be that of several. */
  get ruled(): string | null {
    if (this.#ruled !== undefined) return this.#ruled;
    const counts = new Map<string, number>();
    for (const { value } of this.#cast.mentions) {
      const country = this.#cast.actors[value.actor]?.country;
      if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    const [only] = counts.keys();
    this.#ruled = counts.size === 1 && only ? only : ruledCountry(this.#view, counts);
    return this.#ruled;
  }

  sectorOf(actor: number): string | null {
    const { actors } = this.#cast;
    return (actors[actor] ?? this.#added[actor - actors.length]?.actor)?.sector ?? null;
  }

  nameOf(actor: number): string {
    const { actors } = this.#cast;
    return (actors[actor] ?? this.#added[actor - actors.length]?.actor)?.name ?? '';
  }

  kindOf(actor: number): ActorKind | null {
    const { actors } = this.#cast;
    return (actors[actor] ?? this.#added[actor - actors.length]?.actor)?.kind ?? null;
  }

  /** Whether an actor is sure to be one being: of a gender, or told by a common noun. */
  isBeing(actor: number, described: boolean): boolean {
    return this.kindOf(actor) === 'person' && (described || (this.#cast.actors[actor]?.gender ?? null) !== null);
  }

  /** First token of the words of the cast that a token is in; the token itself where it is in none. */
  beginOf(token: number): number {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    let from = token;
    if (mention) while (from > 0 && (this.#view.start[from - 1] ?? 0) >= mention.span.start) from--;
    return from;
  }

  /** One past the last token of the words of the cast that a token is in; one past the token where it is in none. */
  endOf(token: number): number {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    let to = token + 1;
    if (mention) while (to < this.#view.length && (this.#view.start[to] ?? 0) < mention.span.end) to++;
    return to;
  }

  /** The head of the last words before a token that are no pronoun and tell of an actor; -1 for none. */
  toldBefore(actor: number, token: number): number {
    let found = -1;
    for (const { value, head } of this.#cast.mentions)
      if (value.actor === actor && value.manner !== 'pronoun' && head < token && head > found) found = head;
    return found;
  }

  /** The word of an actor's words that calls them a spokesman, where any does: "army spokesman Ivan Kern"; -1 for none. */
  spokesmanAt(actor: number): number {
    if (this.kindOf(actor) !== 'person') return -1;
    for (const { value, span, head } of this.#cast.mentions) {
      if (value.actor !== actor) continue;
      for (let at = head; at >= 0 && (this.#view.start[at] ?? 0) >= span.start; at--)
        if (/^spokes/.test(this.#view.lower[at] ?? '')) return head;
    }
    return -1;
  }

  /** The body or state that a word inside another's title names: "the Front's spokesman", "a Dorvanian envoy"; -1 for none. */
  body(token: number): number {
    for (let from = token; from >= 0 && from > token - 4; from--) {
      const found = namedAt(this.#view, from);
      if (!found || found.to !== token + 1) continue;
      const { entry, to } = found;
      if (entry.kind === 'person') return -1;
      const why = 'an official who speaks for a body says what it did';
      if (entry.kind === 'state') return entry.country ? this.state(entry.country, from, to, why) : -1;
      const index = this.called(entry.name.toLowerCase());
      if (index < 0) return this.phrase(from, token, to, entry.kind, entry.sector, entry.country);
      this.#places.push({ actor: index, from, to, why });
      return index;
    }
    return -1;
  }

  /** An organisation that nothing but a capital letter speaks for. */
  isGuess(actor: number): boolean {
    const added = this.#added[actor - this.#cast.actors.length];
    return (
      added !== undefined &&
      added.actor.kind === 'organisation' &&
      added.actor.sector === null &&
      added.actor.country === null
    );
  }

  /** The head of the words of the cast that a token is in; -1 for none. */
  headAt(token: number): number {
    const mention = this.#cast.mentions[this.#cast.mentionAt[token] ?? -1];
    return mention && mention.value.manner !== 'pronoun' ? mention.head : -1;
  }

  #named(token: number): number {
    const code = this.#view.text.charCodeAt(this.#view.start[token] ?? 0);
    if (code < 65 || (code > 90 && code < 128)) return -1;
    // the head of a name of several words is its first or its last
    for (let from = token; from >= 0 && from > token - 3; from--) {
      const found = namedAt(this.#view, from);
      if (!found || found.to <= token) continue;
      const { entry, to } = found;
      if (entry.kind !== 'state' || !entry.country) return -1;
      return this.state(entry.country, from, to, 'what a country does or suffers is told of by its name');
    }
    return -1;
  }

  /** The actor of a state, for words that name it or a place of its own; -1 when the code names none. */
  state(country: string, from: number, to: number, why: string): number {
    let index = this.#states.get(country) ?? -1;
    if (index < 0) {
      const name = STATES.get(country);
      if (name === undefined) return -1;
      index = this.#cast.actors.length + this.#added.length;
      this.#added.push({
        actor: { name, kind: 'state', country, sector: 'GOV', title: null, gender: null },
        mentions: [],
      });
      this.#states.set(country, index);
    }
    if (index < this.#cast.actors.length) this.#places.push({ actor: index, from, to, why });
    else this.#added[index - this.#cast.actors.length]?.mentions.push({ from, to, manner: 'place', why });
    return index;
  }

  /** The actor of a noun phrase that the cast passed over: "a court", "Kestrel Aid". `from` is its first word. */
  phrase(
    from: number,
    head: number,
    to: number,
    kind: ActorKind,
    sector: string | null,
    country: string | null = null,
  ): number {
    const view = this.#view;
    const name = view.text.slice(view.start[from] ?? 0, view.end[to - 1] ?? 0);
    let index = this.#phrases.get(name) ?? -1;
    if (index < 0) {
      index = this.#cast.actors.length + this.#added.length;
      this.#added.push({ actor: { name, kind, country, sector, title: null, gender: null }, mentions: [] });
      this.#phrases.set(name, index);
    }
    this.#added[index - this.#cast.actors.length]?.mentions.push({
      from,
      to,
      manner: view.upos[head] === PROPN ? 'name' : 'description',
      why: 'a party to an event that nothing else names',
    });
    return index;
  }

  /**
   * The cast with the added actors of `used`, and where each old or added index went. `isParty` tells whether an event
   * in the sentence of a token has an actor as its party: a place there refers to the state that it was taken for.
   */
  grown(
    used: ReadonlySet<number>,
    isParty: (actor: number, token: number) => boolean,
  ): { readonly cast: Found; readonly index: (actor: number) => number } {
    const { actors, mentions, several, issues } = this.#cast;
    const kept = this.#added.map((one, i) => ({ one, from: actors.length + i })).filter(({ from }) => used.has(from));
    const places = this.#places.filter(({ actor, from }) => isParty(actor, from) && this.#cast.mentionAt[from] === -1);
    if (kept.length === 0 && places.length === 0) return { cast: this.#cast, index: (actor) => actor };
    const index = new Map(kept.map(({ from }, i) => [from, actors.length + i]));
    const view = this.#view;
    const more: Mention<Reference>[] = [];
    const placed = new Set<number>();
    for (const { actor, from, to, why } of places) {
      if (placed.has(from)) continue;
      placed.add(from);
      more.push(this.#mention(actor, from, to, 'place', why));
    }
    for (const { one, from } of kept) {
      const seen = new Set<number>();
      for (const mention of one.mentions) {
        if (seen.has(mention.from)) continue;
        seen.add(mention.from);
        more.push(this.#mention(index.get(from) ?? 0, mention.from, mention.to, mention.manner, mention.why));
      }
    }
    const all = [...mentions, ...more].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const place = new Map(all.map((mention, i) => [mention, i]));
    const mentionAt = this.#cast.mentionAt.map((old) =>
      old < 0 ? -1 : (place.get(mentions[old] as Mention<Reference>) ?? -1),
    );
    for (const mention of more)
      for (let token = mention.head; token >= 0 && (view.start[token] ?? 0) >= mention.span.start; token--)
        if (mentionAt[token] === -1) mentionAt[token] = place.get(mention) ?? -1;
    return {
      cast: { actors: [...actors, ...kept.map(({ one }) => one.actor)], mentions: all, mentionAt, several, issues },
      index: (actor) => index.get(actor) ?? actor,
    };
  }

  #mention(actor: number, from: number, to: number, manner: Manner, why: string): Mention<Reference> {
    const { start, end } = this.#view;
    return {
      span: { start: start[from] ?? 0, end: end[to - 1] ?? 0 },
      head: to - 1,
      value: { actor, manner },
      basis: 'implied',
      rule: 'events/cast-growth',
      why,
      from: [],
    };
  }
}
