// An event in the making in, those whom its words lead to and who are none of its recipients out: one's own state, whoever a backed deed would hurt.
import { NOUN, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import type { Matcher } from './match.ts';

/** "Iran's minister threatened that any strike on Iran would be answered": Iran; none where a state is the verb's own object. */
export function ownStates({ patients, trigger }: Coded, actors: readonly number[], { cast, match }: Coder): number[] {
  if (patients.some((token) => match.view.head[token] === trigger)) return [];
  const ruling = actors.filter((actor) => cast.sectorOf(actor) === 'GOV');
  return ruling.map((actor) => cast.stateOf(cast.countryOf(actor) ?? ''));
}

/** Sectors of those who act for the state that they are of. */
const OFFICIAL: ReadonlySet<string | null> = new Set(['MIL', 'COP', 'GOV']);
/** Whose forces they are is plain where no word says it: those of the land that is told of. */
const THE_STATES =
  /^(?:the )?(?:(?:government|military|security|regime|regular) )?(?:army|forces|troops|soldiers|police)$/i;

/** Forces that fight in a land and are not its state's. */
const NO_STATES = /\b(?:kurd\w*|peshmerga|tribal|rebel|opposition|coalition|allied|militia)/i;

const OWN_LAND = /^(?:the )?country$/i;

/** "The army retook a town in Velmar", "shelled it", of Velmar's army: from whoever held it, and not the state that it is in. */
export function isFromOthers(one: Coded, named: readonly number[], actors: readonly number[], coder: Coder): boolean {
  const seized = one.code.mode === 'seize';
  if (named.length === 0 || (!seized && one.code.type !== 'ASSAULT')) return false;
  const { cast } = coder;
  const isForces = (actor: number) => OFFICIAL.has(cast.sectorOf(actor)) && !NO_STATES.test(cast.nameOf(actor));
  const isOwn = (state: number) =>
    actors.some((actor) => {
      const country = cast.countryOf(actor);
      if (!OFFICIAL.has(cast.sectorOf(actor)) || NO_STATES.test(cast.nameOf(actor))) return false;
      return country ? country === cast.countryOf(state) : seized && THE_STATES.test(cast.nameOf(actor));
    });
  // "the army sank a Dorvanian warship": whose it is by its own word, whatever army that was
  if (!seized && one.patients.some((token) => isOfLand(token, coder.match))) return false;
  return named.every((actor) =>
    cast.kindOf(actor) === 'state' ? isOwn(actor) : OWN_LAND.test(cast.nameOf(actor)) && actors.some(isForces),
  );
}

/** What is done against whoever "of" leads to. */
const UNDOING: ReadonlySet<string> = new Set([
  'removal', 'withdrawal', 'expulsion', 'arrest', 'ouster', 'overthrow', 'impeachment', 'dismissal', 'prosecution', 'killing', 'detention', 'deportation', 'boycott', 'resignation', 'isolation', 'ban', 'defeat', 'destruction', 'bombing', 'invasion',
]); // biome-ignore format: one table

/** "Supported the removal of US troops": no support of the troops. */
export const isUndoing = (token: number, match: Matcher): boolean =>
  match.view.upos[token] === NOUN && UNDOING.has(match.lemma(token));

/** "Condemned the deaths of civilians", "deaths in Velmar drew condemnation": what befell them is held against neither. */
export const isBefallen = (token: number, { view }: Matcher): boolean =>
  view.upos[token] === NOUN && BEFALLEN.test(view.lower[token] ?? '');
const BEFALLEN =
  /^(?:deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|traged(?:y|ies)|disasters?|bloodshed|carnage|suffering|plight|famine)$/;

/** Whether a land's name or adjective stands before a noun. */
function isOfLand(noun: number, { roles, view, kinds }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
    if (view.relation[child] === REL.amod && kinds.isState(child)) return true;
  return false;
}
