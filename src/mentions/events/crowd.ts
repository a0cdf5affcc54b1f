// A protest in the making in, who took part out: the crowd that its sentence names, where no subject does, and never a state.
import type { Found as Cast } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, PRON, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';

const CROWDS: ReadonlySet<string> = new Set(['protester', 'protestor', 'demonstrator', 'marcher', 'rioter', 'striker']);

/** The actors of a protest: those that may march, else the crowd whose word stands before it. */
export function crowdOf({ coded, code, actors }: Draft, match: Matcher, parties: PartyFinder, { actors: known }: Cast, growth: CastGrowth): number[] {
  if (code.type !== 'PROTEST') return actors;
  const { view } = match;
  // "police stopped them, and they began pelting stones": by no word of their own are those who keep order said to riot
  const meant = coded.agents.length > 0 && coded.agents.every((token) => view.upos[token] === PRON);
  const able = actors.filter((one) => !isOffice(known[one]) && !(meant && ORDER.has(known[one]?.sector ?? '')));
  if (able.length > 0) return able;
  // "Dorvanians protested": a people, and not its state
  for (const token of coded.agents) {
    if (!view.tag(token).endsWith('S') || namedAt(view, token)?.entry.use !== 'people') continue;
    return [growth.phrase(token, token, token + 1, 'group', 'CVL', growth.countryOf(growth.at(token)))];
  }
  // "thousands marched": so many people
  const many = coded.agents.find((token) => MANY.has(view.lower[token] ?? '') && view.upos[token] !== PRON);
  if (many !== undefined && actors.length === 0) return [growth.phrase(many, many, many + 1, 'group', 'CVL', null)];
  const tens = coded.agents.find((token) => view.lower[token] === 'tens' && MANY.has(view.lower[token + 2] ?? ''));
  if (tens !== undefined && actors.length === 0) return [growth.phrase(tens, tens + 2, tens + 3, 'group', 'CVL', null)];
  const taken = takenThere(coded.trigger, match);
  if (taken >= 0) return parties.of([taken]).filter((one) => !isOffice(known[one]));
  const at = view.sentence[coded.trigger];
  for (let token = coded.trigger; token >= 0 && view.sentence[token] === at; token--)
    if (view.upos[token] === NOUN && view.tag(token).endsWith('S') && CROWDS.has(match.lemma(token))) {
      const crowd = parties.of([token]).filter((one) => !isOffice(known[one]));
      if (crowd.length > 0) return crowd;
    }
  return able;
} // biome-ignore format: long signature

const ARRESTING: ReadonlySet<string> = new Set(['arrest', 'detain', 'round', 'beat', 'hold']);
const MARCHING: ReadonlySet<string> = new Set(['activist', 'student', 'supporter', 'protester', 'demonstrator', 'worker', 'teacher', 'farmer', 'dissident', 'campaigner', 'marcher']); // biome-ignore format: one line

/** "Nine activists were detained during protests": those who were taken there; -1 for nobody. */
function takenThere(noun: number, match: Matcher): number {
  const { view, roles } = match;
  const verb = view.head[noun] ?? -1;
  const led = roles.caseOf(noun);
  if (verb < 0 || view.upos[verb] !== VERB || (led !== 'during' && led !== 'at') || !ARRESTING.has(match.lemma(verb))) return -1;
  const { patient } = roles.rolesOf(verb);
  return patient >= 0 && view.upos[patient] === NOUN && MARCHING.has(match.lemma(patient)) ? patient : -1;
} // biome-ignore format: long condition

const MANY: ReadonlySet<string> = new Set(['thousands', 'hundreds', 'dozens', 'scores']);
const ORDER: ReadonlySet<string> = new Set(['COP', 'MIL', 'PRM']);

/** "Thousands rallied, and police used tear gas to disperse them": those whose protest the sentence tells of before are dispersed. */
export function addDispersed(draft: Draft, standing: readonly Draft[], match: Matcher, crowdAround: (token: number) => number): void {
  const { view } = match;
  const { trigger, patients } = draft.coded;
  if (draft.recipients.length > 0) return;
  if (draft.code.mode !== 'crowd-control' && !isStopped(draft, match)) return;
  const protest = standing.filter(
    ({ code, coded }) =>
      code.type === 'PROTEST' && coded.trigger < trigger && view.sentence[coded.trigger] === view.sentence[trigger],
  );
  const crowd = protest.length === 1 ? (protest[0]?.actors ?? []) : [];
  for (const one of crowd) if (!draft.actors.includes(one)) draft.recipients.push(one);
  if (draft.recipients.length > 0) return;
  const noun = patients.find((token) => PROTESTS.has(match.lemma(token)));
  const one = noun === undefined ? -1 : crowdAround(noun);
  if (one >= 0 && !draft.actors.includes(one)) draft.recipients.push(one);
} // biome-ignore format: long signature

const PROTESTS: ReadonlySet<string> = new Set(['protest', 'demonstration', 'rally', 'march', 'unrest', 'sit-in']);

/** "Broke up the protest": done to whoever protests. */
const isStopped = ({ code, coded: { patients } }: Draft, match: Matcher): boolean =>
  code.type === 'COERCE' && patients.some((token) => PROTESTS.has(match.lemma(token)));

/** How many sentences before and behind a crowd may be told of that only a noun says to have protested. */
const NEAR = 3;

const MARCHERS: ReadonlySet<string> = new Set(['protester', 'protestor', 'demonstrator', 'marcher']);

/** "Protests went on in the capital. Protesters blamed the army": the only crowd that the sentences around tell of; -1 for none. */
export function crowdNear({ coded, code, actors }: Draft, match: Matcher, parties: PartyFinder, cast: Cast): number {
  const { trigger } = coded;
  if (code.type !== 'PROTEST' || code.mode === 'riot' || actors.length > 0 || match.view.upos[trigger] !== NOUN) return -1;
  return crowdAround(trigger, match, parties, cast);
} // biome-ignore format: long condition

/** The only crowd that the sentences around a token tell of; -1 for none or several. */
export function crowdAround(here: number, match: Matcher, parties: PartyFinder, { actors: known }: Cast): number {
  const { view } = match;
  const at = view.sentence[here] ?? 0;
  let found = -1;
  let from = here;
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
}

/** A state, a body of states or an office: none of them marches. */
const isOffice = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined &&
  (actor.kind === 'state' || actor.sector === 'IGO' || (actor.kind === 'organisation' && actor.sector === 'GOV'));

/** "Greek riots", "the Syrian protests": a land by its adjective, where they are and no government's. */
export const isScene = ({ code, coded, actors }: Draft, { view }: Matcher, growth: CastGrowth): boolean =>
  code.type === 'PROTEST' &&
  actors.length === 1 &&
  coded.agents.length === 1 &&
  view.upos[coded.agents[0] as number] === ADJ &&
  view.upos[coded.trigger] === NOUN &&
  growth.kindOf(actors[0] as number) === 'state';
