// The token of an argument in, the word for the body whom those it names act or speak for out: "the affiliate of the Front", "fighters from the Front", "a spokesman for the army".
import { isMovement } from '../actors/movement.ts';
import { PROPN, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

/** Parts of a body that are the body: "the armed wing of". */
const PART_OF: ReadonlySet<string> = new Set([
  'affiliate', 'branch', 'arm', 'wing', 'offshoot', 'franchise', 'chapter', 'affiliates', 'branches', 'leadership',
]); // biome-ignore format: one table
/** Those who fight for a group. */
const FIGHTERS: ReadonlySet<string> = new Set(
  'fighters militants gunmen insurgents rebels militiamen jihadists'.split(' '),
);
/** What moves for whoever it belongs to: "an arms convoy of Hezbollah". */
const COLUMNS = /^(?:convoy|column|patrol|motorcade)s?$/;
/** Those who do nothing in their own name. */
const SPEAKERS = /^(?:spokes(?:man|woman|person|men|people|persons)|representatives?|delegations?|negotiators?)$/;
const SPEAKING_FOR = ['for', 'of', 'from'] as const;
const BODIES = kindBit('body') | kindBit('forces') | kindBit('state');

export interface Embodied {
  readonly token: number;
  /** Whether its members stand for it, so that "their" means the body's. */
  readonly members: boolean;
}

/** Those by whom a land acts. */
const TROOPS = /^(?:troops|forces|soldiers|warplanes|jets|helicopters)$/;

/** "Troops from Chad", "forces of the government": whose they are; null for those of a person, or where nobody is named. */
function sentBy(token: number, { roles }: Matcher, cast: CastGrowth): Embodied | null {
  for (const preposition of ['from', 'of']) {
    const whose = roles.obliqueOf(token, preposition);
    if (whose < token) continue;
    const actor = cast.at(whose);
    const ruling =
      cast.kindOf(actor) === 'state' || (cast.sectorOf(actor) === 'GOV' && cast.kindOf(actor) !== 'person');
    if (ruling) return { token: whose, members: true };
  }
  return null;
}

/** Null where the words stand for nobody but themselves. */
export function embodiedIn(token: number, match: Matcher, cast: CastGrowth, mortal = false): Embodied | null {
  const { view, roles } = match;
  const word = view.lower[token] ?? '';
  // "the members of the Security Council urge", "members of the Union": the Council; "nine members of" are nine
  const bare =
    word === 'members' && [REL.det, REL.amod, REL.nummod, REL.compound].every((link) => roles.childBy(token, link) < 0);
  const members = word === 'members' && (bare || view.lower[token - 1] === 'the');
  // "Holt's leadership": how Holt leads, and no body of leaders
  const led = word === 'leadership' ? roles.childBy(token, REL['nmod:poss']) : -1;
  if (led >= 0 && cast.kindOf(cast.at(led)) === 'person') return { token: led, members: false };
  if (members || PART_OF.has(word)) {
    const of = roles.obliqueOf(token, 'of');
    if (of < token || (members && cast.kindOf(cast.at(of)) !== 'organisation')) return null;
    // "members of parliament": lawmakers; only of a body of states they are the whole
    if (bare && cast.countryOf(cast.at(of)) !== 'IGO') return null;
    return { token: of, members };
  }
  if (FIGHTERS.has(word)) {
    for (const preposition of ['of', 'from']) {
      const whose = roles.obliqueOf(token, preposition);
      const kind = cast.kindOf(cast.at(whose));
      if (kind === 'group' || (kind === 'organisation' && isMovement(cast.nameOf(cast.at(whose)))))
        return { token: whose, members: false };
    }
    return null;
  }
  // "killed soldiers from Chad": people
  if (!mortal && TROOPS.test(word))
    return [REL.amod, REL.nummod, REL.compound, REL['nmod:poss']].every((link) => roles.childBy(token, link) < 0)
      ? sentBy(token, match, cast)
      : null;
  if (COLUMNS.test(word)) {
    // "ambushed their convoy": those whose it is
    const owner = roles.childBy(token, REL['nmod:poss']);
    if (owner >= 0 && cast.at(owner) >= 0) return { token: owner, members: false };
    const whose = roles.obliqueOf(token, 'of');
    const kind = whose < token ? null : cast.kindOf(cast.at(whose));
    return kind === 'group' || kind === 'organisation' ? { token: whose, members: false } : null;
  }
  return SPEAKERS.test(word) ? spokenBy(token, match, cast) : null;
}

/** "A spokesman for the army": the army, where the one who speaks for it has no name; null where nobody but a person is spoken for. */
function spokenBy(token: number, { view, roles, kinds }: Matcher, cast: CastGrowth): Embodied | null {
  const { upos, relation, lower } = view;
  // "a spokesman for the guild, Omar Kern", "Omar Kern, a spokesman for the guild"
  if (relation[token] === REL.appos || relation[token] === REL.flat || upos[token] === PROPN) return null;
  const name = roles.childBy(token, REL.appos);
  if (name > token && upos[name] === PROPN) return null;
  for (const preposition of SPEAKING_FOR) {
    const whose = roles.obliqueOf(token, preposition);
    if (whose < token) continue;
    // the name may stand behind the body as well
    const behind = lower[whose + 1] === ',' ? whose + 2 : whose + 1;
    if (upos[behind] === PROPN && cast.kindOf(cast.at(behind)) === 'person') return null;
    const actor = cast.at(whose);
    const kind = cast.kindOf(actor);
    return (actor >= 0 ? kind !== 'person' : (kinds.of(whose) & BODIES) !== 0)
      ? { token: whose, members: false }
      : null;
  }
  return null;
}
