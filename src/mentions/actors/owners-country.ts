// A report's actors and its pronouns in, “its soldiers” with the country of whose they are out.
import type { Entity, RawMention } from './cast.ts';
import { PRON, type TokenView } from './token-view.ts';

/** Parts of a state; "his wife" and "their lawyer" are of no country for that. */
const PARTS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY']);

/** Fills in countries that no words give: where every mention of an actor is owned by a pronoun, and all of them mean one country. */
export function countryByOwner(view: TokenView, named: readonly RawMention[], pronouns: readonly RawMention[]): void {
  const owners = new Map<number, Entity>();
  for (const { from, to, entity } of pronouns) if (to === from + 1) owners.set(from, entity);
  const countries = new Map<Entity, string | null>();
  for (const { entity, from, to } of named) {
    if (entity.country !== null || !PARTS.has(entity.sector ?? '')) continue;
    const owned = to > from + 1 && view.upos[from] === PRON;
    const country = owned ? (owners.get(from)?.country ?? null) : null;
    const before = countries.get(entity);
    countries.set(entity, before === undefined || before === country ? country : null);
  }
  for (const [entity, country] of countries) if (country !== null) entity.country = country;
}
