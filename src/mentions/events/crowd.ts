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

/** "Thousands rallied, and police used tear gas to disperse them": those whose protest the sentence tells of before are dispersed. */
export function addDispersed(draft: Draft, standing: readonly Draft[], { view }: Matcher): void {
  if (draft.code.mode !== 'crowd-control' || draft.recipients.length > 0) return;
  const { trigger } = draft.coded;
  const protest = standing.filter(
    ({ code, coded }) =>
      code.type === 'PROTEST' && coded.trigger < trigger && view.sentence[coded.trigger] === view.sentence[trigger],
  );
  const crowd = protest.length === 1 ? (protest[0]?.actors ?? []) : [];
  for (const one of crowd) if (!draft.actors.includes(one)) draft.recipients.push(one);
}

/** How many sentences before and behind a crowd may be told of that only a noun says to have protested. */
const NEAR = 3;

const MARCHERS: ReadonlySet<string> = new Set(['protester', 'protestor', 'demonstrator', 'marcher']);

/** "Protests went on in the capital. Protesters blamed the army": the only crowd that the sentences around tell of; -1 for none. */
export function crowdNear({ coded, code, actors }: Draft, match: Matcher, parties: PartyFinder, { actors: known }: Cast): number {
  const { view } = match;
  const { trigger } = coded;
  if (code.type !== 'PROTEST' || code.mode === 'riot' || actors.length > 0 || view.upos[trigger] !== NOUN) return -1;
  const at = view.sentence[trigger] ?? 0;
  let found = -1;
  let from = trigger;
  while (from > 0 && at - (view.sentence[from - 1] ?? 0) <= NEAR) from--;
  for (let token = from; token < view.length && (view.sentence[token] ?? 0) - at <= NEAR; token++) {
    if (view.upos[token] !== NOUN || !view.tag(token).endsWith('S') || !MARCHERS.has(match.lemma(token))) continue;
    const crowd = parties.of([token]);
    const one = crowd[0] ?? -1;
    if (crowd.length !== 1 || isOffice(known[one])) continue;
    if (found >= 0 && found !== one) return -1;
    found = one;
  }
  return found;
} // biome-ignore format: long signature

/** A state, a body of states or an office: none of them marches. */
const isOffice = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined &&
  (actor.kind === 'state' || actor.sector === 'IGO' || (actor.kind === 'organisation' && actor.sector === 'GOV'));
