// An event in the making in, whether its words of war are a figure of speech out: "a five-word missile", "an army of gardeners", "pushback from shoppers", venues that are booked.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { sentenceHas } from './soon.ts';

const SPOKEN = /^(?:words?|sentence|verbal|rhetorical|witty|proverbial|metaphorical|figurative)$/;
/** Bodies of soldiers, and crowds of anybody. */
const HOSTS: ReadonlySet<string> = new Set(['army', 'legion', 'battalion', 'brigade', 'regiment', 'squad', 'horde']);
/** What is booked by guests. */
const BOOKED =
  /^(?:venues?|hotels?|halls?|rooms?|tickets?|seats?|flights?|tables?|slots?|compartments?|class|coaches|bands?|stadiums?|theatres?|theaters?|beds?|cars?|trains?|dates?)$/;
const BLOODY =
  /^(?:armed|violent|deadly|bloody|fatal|military|naval|border|kill(?:s|ed|ing)?|dead|died|wounded|injured|shots?|troops|soldiers|warships?|warplanes|jets)$/;
const FIGHTERS = kindMask('forces') | kindMask('state');
/** Animals that are shot, caught and beaten. */
const BEASTS =
  /^(?:dog|wolf|wolve|bear|deer|bird|fox|boar|horse|cow|cattle|sheep|goat|pig|lion|tiger|elephant|rhino|whale|shark|seal|swan|duck|goose|geese|rat|snake|alligator|crocodile|coyote|cougar|cat|bull|moose)s?$/;

export function isFigurative({ coded, code, actors, recipients }: Draft, { actors: known }: Cast, index: (actor: number) => number, match: Matcher): boolean {
  const { view, roles } = match;
  const { trigger, consumed, agents, patients, entry } = coded;
  if (code.type !== 'ASSAULT' && code.type !== 'COERCE' && code.type !== 'MOBILIZE') return false;
  // "an army of gardeners took over the square"
  if (agents.length > 0 && agents.every((token) => isHost(token, match))) return true;
  if (code.type === 'ASSAULT') {
    // "fired a five-word missile"
    if ([trigger, ...consumed].some((token) => view.upos[token] === NOUN && (SPOKEN.test(view.lower[token - 1] ?? '') || (view.lower[token - 1] === '-' && SPOKEN.test(view.lower[token - 2] ?? ''))))) return true;
    // "in a confrontation with Norland": a quarrel of states, where nothing says that blood was shed
    if (entry.words === 'confrontation' && actors.length + recipients.length > 0 && [...actors, ...recipients].every((one) => known[index(one)]?.kind === 'state' || known[index(one)]?.sector === 'GOV') && !sentenceHas(BLOODY, trigger, view)) return true;
    // "hospitals were overrun": by nobody
    if (entry.words === 'overrun' && actors.length + agents.length === 0 && recipients.every((one) => known[index(one)]?.kind !== 'state')) return true;
    // "shot one of the dogs"
    return recipients.length === 0 && patients.length > 0 && patients.every((token) => isBeast(token, match));
  }
  // "faced pushback from shoppers": nobody is put back across a border
  if (entry.words === 'pushback' && recipients.length === 0) return true;
  // "venues were booked": whom nobody arrests
  return entry.words === 'book' && actors.length === 0 && roles.isPassive(trigger) && (recipients.length === 0 || patients.every((token) => BOOKED.test(view.lower[token] ?? '')));
} // biome-ignore format: one rule a line

/** "Army of gardeners": whose members fight nobody. */
function isHost(token: number, match: Matcher): boolean {
  const { view, roles, kinds } = match;
  if (view.upos[token] !== NOUN || !HOSTS.has(match.lemma(token)) || view.lower[token + 1] !== 'of') return false;
  const of = roles.obliqueOf(token, 'of');
  return of > token && view.upos[of] === NOUN && view.tag(of).endsWith('S') && (kinds.of(of) & FIGHTERS) === 0;
}

/** A beast, or one of several. */
function isBeast(token: number, { view, roles }: Matcher): boolean {
  if (BEASTS.test(view.lower[token] ?? '')) return true;
  const of = view.relation[token] === REL.obj ? roles.obliqueOf(token, 'of') : -1;
  return of >= 0 && BEASTS.test(view.lower[of] ?? '');
}
