// A protest in the making in, who took part out: the crowd that its sentence names, where no subject does, and never a state.
import type { Found as Cast } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { NOUN } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';

const CROWDS: ReadonlySet<string> = new Set(['protester', 'protestor', 'demonstrator', 'marcher', 'rioter', 'striker']);

/** The actors of a protest: those that may march, else the crowd whose word stands before it. */
export function crowdOf({ coded, code, actors }: Draft, match: Matcher, parties: PartyFinder, { actors: known }: Cast, growth: CastGrowth): number[] {
  if (code.type !== 'PROTEST') return actors;
  const able = actors.filter((one) => !isOffice(known[one]));
  if (able.length > 0) return able;
  const { view } = match;
  // "Dorvanians protested": a people, and not its state
  for (const token of coded.agents) {
    if (!view.tag(token).endsWith('S') || namedAt(view, token)?.entry.use !== 'people') continue;
    return [growth.phrase(token, token, token + 1, 'group', 'CVL', growth.countryOf(growth.at(token)))];
  }
  const at = view.sentence[coded.trigger];
  for (let token = coded.trigger; token >= 0 && view.sentence[token] === at; token--)
    if (view.upos[token] === NOUN && view.tag(token).endsWith('S') && CROWDS.has(match.lemma(token))) {
      const crowd = parties.of([token]).filter((one) => !isOffice(known[one]));
      if (crowd.length > 0) return crowd;
    }
  return able;
} // biome-ignore format: long signature

/** A state, a body of states or an office: none of them marches. */
const isOffice = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined &&
  (actor.kind === 'state' || actor.sector === 'IGO' || (actor.kind === 'organisation' && actor.sector === 'GOV'));
