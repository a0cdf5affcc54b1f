// The events of a report with their figures in; attacks that count the same dead joined: a headline and its first sentence.
import type { FoundFigures } from '../figures/figure.ts';
import type { CastGrowth } from './cast-growth.ts';
import { type Draft, join } from './draft.ts';
import type { Matcher } from './match.ts';
import { MORTAL } from './mortal.ts';
import { agree, apart, type Whereabouts } from './same-event.ts';

/** How many attacks back a count looks for its like. */
const BACK = 20;
/** Fewer than this die in too many attacks for the number to tell which. */
const FEWEST = 2;
/** So many tell one attack from another whoever is said to have done it. */
const MANY = 10;

const STATE = 1;
const ARMED = 2;
const CIVIL = 4;
const SIDES: Readonly<Record<string, number>> = { MIL: STATE, COP: STATE, PRM: STATE, SPY: STATE, REB: ARMED, UAF: ARMED, CRM: ARMED, UNK: ARMED | CIVIL }; // biome-ignore format: one line
/** Last words of names that tell of no side. */
const ANYBODY =
  /\b(?:people|persons?|men|women|others|victims|individuals|bodies|dead|citizens|nationals|pilots|crew|airmen|fighters|youths|youth|teenagers|adults|bodyguards|guards|officials|staff|workers|employees)$/i;

const ANY = STATE | ARMED | CIVIL;

/** Which sides the dead of a killing may be of: "nine soldiers" one, "nine people" any; of a raid any, since others than those it is on may die. */
export const sidesOf = (
  { recipients, coded }: Draft,
  match: Matcher,
  cast: Pick<CastGrowth, 'sectorOf' | 'nameOf'>,
): number =>
  (MORTAL.has(match.verbLemma(coded.trigger)) &&
    recipients.reduce((sides, actor) => {
      const sector = cast.sectorOf(actor);
      return sides | (sector === null || ANYBODY.test(cast.nameOf(actor)) ? ANY : (SIDES[sector] ?? CIVIL));
    }, 0)) ||
  ANY;

/** "Bomb kills nine in Velmar" and "Nine people died when a bomb went off": whether any two were joined. */
export function foldCounts(
  drafts: readonly Draft[],
  figuresOf: (draft: Draft) => readonly number[],
  { mentions }: FoundFigures,
  at: Whereabouts,
  isNameless: (actor: number) => boolean,
  sides: (draft: Draft) => number,
): boolean {
  const counted: { readonly draft: Draft; readonly count: string }[] = [];
  let folded = false;
  for (const draft of drafts) {
    if (draft.into || draft.absorbed || draft.code.type !== 'ASSAULT') continue;
    if (draft.status !== 'asserted' && draft.status !== 'historical') continue;
    const count = countOf(figuresOf(draft), mentions);
    if (count === null) continue;
    let like: Draft | null = null;
    for (let i = counted.length - 1; i >= 0 && i >= counted.length - BACK && !like; i--) {
      const one = counted[i] as (typeof counted)[number];
      if (one.count !== count || apart(one.draft, draft, at)) continue;
      // "two officers were killed", "residents killed two thieves": others died there
      if ((sides(one.draft) & sides(draft)) === 0) continue;
      // "a suicide bomber" and the group that sent him: so many die in one attack alone
      const sent = Number(count) >= MANY && (one.draft.actors.every(isNameless) || draft.actors.every(isNameless));
      if (sent || agree(one.draft.actors, draft.actors)) like = one.draft;
    }
    if (like && !like.into) {
      join(draft, like);
      folded = true;
    } else counted.push({ draft, count });
  }
  return folded;
}

/** What the first count of the dead says, as one word; null where there is none that tells attacks apart. `exact`: no "dozens", no "at least". */
export function countOf(indices: readonly number[], mentions: FoundFigures['mentions'], exact = false): string | null {
  for (const index of indices) {
    const value = mentions[index]?.value;
    if (value?.measure !== 'killed') continue;
    const known = exact ? value.best : (value.best ?? value.low ?? value.high);
    return known === null || known < FEWEST ? null : String(known);
  }
  return null;
}

/** "injured 6, killed 4": the tolls that a draft's words give, of at least two people together; '' for none. */
export function tollOf(indices: readonly number[], mentions: FoundFigures['mentions']): string {
  const tolls = new Set<string>();
  let sum = 0;
  for (const index of indices) {
    const value = mentions[index]?.value;
    if (value === undefined || value.best === null || !/^(?:killed|injured|wounded)$/.test(value.measure ?? ''))
      continue;
    if (!tolls.has(`${value.measure} ${value.best}`)) sum += value.best;
    tolls.add(`${value.measure} ${value.best}`);
  }
  return sum < 2 ? '' : [...tolls].sort().join(', ');
}
