// An event in the making with the statement that its words stand in, whether somebody only talks of it out: "if he doesn't he should resign", "they ship jobs abroad".
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN } from '../actors/token-view.ts';
import type { Statement } from '../statements/statement.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

/** What others are said to have said, given or met for: in somebody's own words it is a view of the world. */
const SOFT: ReadonlySet<string> = new Set([
  'AGREE', 'SUPPORT', 'REQUEST', 'REJECT', 'CONSULT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'ACCUSE', 'THREATEN', 'SANCTION',
]); // biome-ignore format: one table
const OWN: ReadonlySet<string> = new Set(['i', 'we', 'our', 'my', 'us', 'me', 'ourselves']);
const ARMED: ReadonlySet<string | null> = new Set(['MIL', 'PRM']);
const RULING: ReadonlySet<string | null> = new Set(['GOV', 'REB', 'SEP', 'IGO', 'LEG', 'JUD', 'COP']);

/**
 * Whether the words of a quotation tell of others what would be, or what they are held to do. What the speaker does by saying it
 * ("we urge both sides") is done; so is what a state or its offices are said to have done, and blows that fell on somebody, unless `isTold` says
 * that the report tells of some in words of its own.
 */
export function isTalk(
  { coded, code, status, actors, recipients }: Draft,
  said: Statement | null,
  cast: Cast,
  index: (actor: number) => number,
  { view, roles }: Matcher,
  isTold: () => boolean,
): boolean {
  if (said?.form !== 'direct') return false;
  const subject = roles.clauses.subject[coded.clause] ?? -1;
  const own = (token: number) => token >= 0 && OWN.has(view.lower[token] ?? '');
  if (own(subject) || coded.agents.some(own)) return false;
  if (said.speaker !== null && actors.includes(said.speaker)) return false;
  // "Kern said the rebels were responsible": who says it stands outside of what is said
  const within = (token: number) =>
    said.content.some(({ start, end }) => (view.start[token] ?? 0) >= start && (view.start[token] ?? 0) < end);
  if (!coded.agents.every(within)) return false;
  const ruling = actors.length > 0 && actors.every((one) => isRuling(cast.actors[index(one)]));
  if (status !== 'asserted' && status !== 'historical')
    return !(ruling && status === 'future' && recipients.length > 0);
  if (!SOFT.has(code.type)) {
    if (code.type !== 'ASSAULT') return false;
    if (actors.length + recipients.length === 0) return view.upos[coded.trigger] === NOUN;
    // "the guy just started shooting": what a witness tells again, of nobody by name
    return [...actors, ...recipients].every((one) => !isNamed(cast.actors[index(one)])) && isTold();
  }
  return !ruling;
}

const isNamed = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined && (actor.country !== null || actor.sector === 'MIL' || /^\p{Lu}/u.test(actor.name));

/** A state, or somebody in office of a known land. */
export const isRuling = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined &&
  (actor.kind === 'state' ||
    (ARMED.has(actor.sector) && (actor.country !== null || /coalition|army|forces|military/i.test(actor.name))) ||
    (RULING.has(actor.sector) && (actor.country !== null || /^\p{Lu}/u.test(actor.name))));
