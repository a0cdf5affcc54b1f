// "The helicopter", "the jets" in, the words before them that tell whose they are out: "a Kestrian army helicopter circled … the helicopter dropped a bomb".
import { REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

/** One word for another of the same craft. */
const SORT: ReadonlyMap<string, string> = new Map([
  ['warplane', 'plane'], ['plane', 'plane'], ['jet', 'plane'], ['aircraft', 'plane'], ['bomber', 'plane'],
  ['helicopter', 'helicopter'], ['gunship', 'helicopter'], ['chopper', 'helicopter'],
  ['drone', 'drone'], ['tank', 'tank'], ['gunboat', 'ship'], ['warship', 'ship'], ['frigate', 'ship'],
]); // biome-ignore format: one table
const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those']);
const GROUP = kindBit('forces') | kindBit('body');
/** Farther back nobody remembers whose they are. */
const NEAR = 150;

/** The words that tell whose the craft is that was told of last; -1 where none tells, or where two did in turn. */
export function sameCraft(token: number, match: Matcher, cast: CastGrowth): number {
  const { view, roles } = match;
  const sort = SORT.get(match.lemma(token));
  if (sort === undefined || !DEFINITE.has(view.lower[roles.childBy(token, REL.det)] ?? '')) return -1;
  let found = -1;
  for (let at = token - 1; at >= 0 && at > token - NEAR; at--) {
    if (SORT.get(match.lemma(at)) !== sort) continue;
    const owner = ownerOf(at, match, cast);
    if (owner < 0) {
      // another one, of nobody who is told
      if (!DEFINITE.has(view.lower[roles.childBy(at, REL.det)] ?? '')) return found;
    } else if (found < 0) found = owner;
    else if (cast.at(owner) !== cast.at(found) && view.lower[owner] !== view.lower[found]) return -1;
  }
  return found;
}

function ownerOf(craft: number, { view, roles, kinds }: Matcher, cast: CastGrowth): number {
  const { first, next } = roles.children;
  let owner = -1;
  for (let child = first[craft] as number; child >= 0 && child < craft; child = next[child] as number) {
    const link = view.relation[child];
    if (link !== REL['nmod:poss'] && link !== REL.amod && link !== REL.compound) continue;
    if (
      cast.at(child) >= 0 ||
      (link === REL.compound && (kinds.of(child) & GROUP) !== 0 && view.lower[child] !== 'fighter')
    )
      owner = child;
  }
  return owner;
}
