// A body that a parser parted from its nationality in, whose it is out: in "Syrian regime raids" both words hang from the raids.
import { RULERS } from '../actors/ruled-country.ts';
import { PRON, REL, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { countedWith } from './members.ts';
import { landOf } from './pair.ts';

const BODIES = kindBit('body') | kindBit('forces');
/** Those who rule a land: no other party than the land. */
export const RULING: ReadonlySet<string> = new Set([
  'government',
  'regime',
  'authorities',
  'administration',
  'leadership',
]);

/** Where the adjective stands that tells whose a body is. */
export const landAt = (body: number, lower: readonly string[]): number =>
  lower[body] === 'force' && lower[body - 1] === 'air' ? body - 2 : body - 1;

/** The state right before a body that stands in front of the same noun: "Syrian army raids"; -1 for none. */
export function stateBefore(body: number, { view }: Matcher, cast: CastGrowth): number {
  const { relation, head, lower } = view;
  // "Syrian air force raids"
  const before = landAt(body, lower);
  if (before < 0 || relation[body] !== REL.compound) return -1;
  // "Russian and Syrian regime raids": it is the first of a list that hangs from the raids
  const listed = relation[before] === REL.conj ? (head[before] ?? -1) : before;
  if (head[listed] !== head[body] || (relation[listed] !== REL.amod && relation[listed] !== REL.compound)) return -1;
  const state = cast.at(before);
  return cast.kindOf(state) === 'state' ? state : -1;
}

/** The words of parties without those that only tell of the next one whose it is: of a government the land stays, of an army the army. */
export function unparted(parts: readonly number[], match: Matcher, cast: CastGrowth): readonly number[] {
  let kept: number[] | null = null;
  for (let i = 1; i < parts.length; i++) {
    const body = parts[i] as number;
    // "nine women and children": counted with the first
    if (countedWith(parts[i - 1] as number, match) === body)
      kept = (kept ?? [...parts]).filter((part) => part !== body);
    if (
      parts[i - 1] !== landAt(body, match.view.lower) ||
      (match.kinds.of(body) & BODIES) === 0 ||
      stateBefore(body, match, cast) < 0
    )
      continue;
    const told = RULING.has(match.view.lower[body] ?? '') ? body : landAt(body, match.view.lower);
    kept = (kept ?? [...parts]).filter((part) => part !== told);
  }
  return kept ?? parts;
}

/** The land that those whose words a token heads are from: "envoys from Velmar"; null for none. */
function landFrom(noun: number, { roles, kinds }: Matcher, cast: CastGrowth): string | null {
  const from = noun < 0 ? -1 : roles.obliqueOf(noun, 'from');
  return from > noun && kinds.isState(from) ? cast.countryOf(cast.at(from)) : null;
}

/** States by what they are to another. */
const NEAR = /^(?:neighbou?r|ally|rival|foe|enemy)$/;

const NEIGHBOUR = /^neighbou?r$/;
/** Sentences of a headline and a lead. */
const LEAD = 2;

/** "Kenya accused its neighbour": the other one of the two lands that the report opens with; -1 where it opens with more. */
function otherLand(token: number, view: TokenView, cast: CastGrowth): number {
  const own = cast.at(token - 1);
  if (cast.kindOf(own) !== 'state') return -1;
  const lands = new Set<number>();
  for (let at = 0; at < token && (view.sentence[at] ?? 0) < LEAD; at++) {
    const land = landOf(at, view, cast);
    if (land >= 0) lands.add(land);
  }
  return lands.size === 2 && lands.delete(own) ? ([...lands][0] as number) : -1;
}

/** The land whose government a word is, or which it is: "the government of Velmar", "the Velmar regime", "their government"; -1 for none. */
export function ruledLand(token: number, match: Matcher, cast: CastGrowth): number {
  const { view, roles, kinds } = match;
  // "its neighbour, Velmar"
  const near = NEAR.test(view.lower[token] ?? '') ? roles.childBy(token, REL.appos) : -1;
  if (near > token && kinds.isState(near)) return cast.at(near);
  if (near < 0 && view.lower[token - 1] === 'its' && NEIGHBOUR.test(view.lower[token] ?? ''))
    return otherLand(token, view, cast);
  if (!RULING.has(view.lower[token] ?? '')) return -1;
  const before = stateBefore(token, match, cast);
  if (before >= 0) return before;
  // "the government and people of Velmar"
  const beside = view.lower[token + 1] === 'and' ? token + 2 : token;
  const of = roles.obliqueOf(beside, 'of');
  if (of === beside + 2 && kinds.isState(of)) return cast.at(of);
  // "criticised their government": that of the land they are of
  const poss = roles.childBy(token, REL['nmod:poss']);
  const whose = poss >= 0 && view.upos[poss] === PRON ? cast.at(poss) : -1;
  const country = whose < 0 ? null : (cast.countryOf(whose) ?? landFrom(cast.toldBefore(whose, poss), match, cast));
  if (country !== null) return cast.state(country, token, token + 1, 'the government of those who are named');
  // "government shelling", where the report tells of one government
  const named = cast.at(token) >= 0 && cast.beginOf(token) < token; // "Holt regime shelling"
  const bare = view.relation[token] === REL.compound && roles.children.first[token] === -1 && !named;
  if (!bare || !RULERS.test(view.lower[token] ?? '') || cast.ruled === null) return -1;
  return cast.state(cast.ruled, token, token + 1, 'the only government that is told of');
}
