// What a cast is: the actors of one report, and every mention that refers to one.
import type { Issue } from '../../report/issue.ts';
import type { Mention } from '../mention.ts';

export type ActorKind = 'person' | 'state' | 'organisation' | 'group';
export type Gender = 'm' | 'f';

export interface Actor {
  /** The fullest form in the report, without title and article. */
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3 (KOS for Kosovo); IGO, NGO, NSA for bodies of no country; null if unknown. */
  readonly country: string | null;
  /** PLOVER sector code; null if unknown. */
  readonly sector: string | null;
  /** As last printed before or after the name; null if none is. */
  readonly title: string | null;
  /** Only where the words or a lexicon give it. */
  readonly gender: Gender | null;
}

export type Manner = 'name' | 'title' | 'description' | 'pronoun' | 'place';

/** What a mention of an actor says: whom, and by what kind of words. */
export interface Reference {
  /** Index into `Found.actors`. */
  readonly actor: number;
  readonly manner: Manner;
}

/** The cast of a report. */
export interface Found {
  readonly actors: readonly Actor[];
  /** In order of the text; a mention's span is the words that refer to the actor, a title and a name together. */
  readonly mentions: readonly Mention<Reference>[];
  /** For every token the index of the mention whose words it is in (the shortest one), or -1. */
  readonly mentionAt: Int32Array;
  /** Tokens of pronouns that mean several who were named one by one, and the tokens where they are: "they" of "Holt and Kern". */
  readonly several: ReadonlyMap<number, readonly number[]>;
  /** What stays unresolved: `actors/unresolved` for a pronoun between two level candidates. */
  readonly issues: readonly Issue[];
}
