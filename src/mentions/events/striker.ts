// The events of a report in; its air strikes of nobody known given to the only side that strikes from the air in it, and those upon nobody told to the one group that it strikes, out.
import { NOUN } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((one) => b.includes(one));
/** "The coalition", of "coalition military forces". */
const isShort = ([one, more]: readonly number[], [all]: readonly number[], cast: CastGrowth) =>
  one !== undefined &&
  more === undefined &&
  all !== undefined &&
  cast
    .nameOf(all)
    .toLowerCase()
    .startsWith(`${cast.nameOf(one).toLowerCase()} `);

/** Blows from the air, and the "strikes" of a list that tells how many there were near which town. */
const isStrike = ({ code, status, into, coded: { trigger } }: Draft, match: Matcher) =>
  code.type === 'ASSAULT' &&
  status === 'asserted' &&
  into === null &&
  (code.mode === 'aerial' || (match.view.upos[trigger] === NOUN && match.lemma(trigger) === 'strike'));

/** "Syrian air strikes killed nine. On Monday air strikes killed ten in the town": Syria's too, where nobody else is told to strike. */
export function inheritStriker(drafts: readonly Draft[], cast: CastGrowth, match: Matcher): void {
  let striker: Draft | null = null;
  for (const draft of drafts) {
    if (!isStrike(draft, match) || draft.actors.length === 0) continue;
    if (striker && !same(striker.actors, draft.actors) && !isShort(draft.actors, striker.actors, cast)) return;
    striker ??= draft;
  }
  // aircraft are states' or their forces'
  const isArmy = (one: number) =>
    cast.kindOf(one) === 'state' ||
    ['MIL', 'GOV'].includes(cast.sectorOf(one) ?? '') ||
    /\b(?:coalition|alliance|nato)\b/i.test(cast.nameOf(one));
  if (!striker?.actors.every(isArmy)) return;
  const enemy = enemyOf(striker, drafts, cast);
  let behind = false;
  for (const draft of drafts) {
    if (draft === striker) behind = true;
    if (!behind || !isStrike(draft, match)) continue;
    const open = draft.actors.length === 0 && draft.coded.agents.length === 0;
    if (open && !draft.recipients.some((one) => striker.actors.includes(one))) draft.actors = [...striker.actors];
    const own = same(striker.actors, draft.actors) || isShort(draft.actors, striker.actors, cast);
    if (own && draft.recipients.length === 0 && draft !== striker && enemy >= 0) draft.recipients = [enemy];
  }
}

/** A name, and not "ISIL fighters". */
const NAME = /^\p{Lu}\S*(?: (?:of|the|and|for|in|al|\p{Lu}\S*))*$/u;
const AGAINST: ReadonlySet<string | null> = new Set(['REB', 'UAF']);

/** "Struck ISIL positions … one strike destroyed a crane": the one armed group with a name that a side is told to strike; -1 for none or several. */
function enemyOf(striker: Draft, drafts: readonly Draft[], cast: CastGrowth): number {
  let found = -1;
  for (const { code, status, into, actors, recipients } of drafts) {
    if (code.type !== 'ASSAULT' || status === 'negated' || into !== null) continue;
    if (actors.length > 0 && !same(striker.actors, actors) && !isShort(actors, striker.actors, cast)) continue;
    for (const one of recipients) {
      if (!AGAINST.has(cast.sectorOf(one)) || !NAME.test(cast.nameOf(one)) || one === found) continue;
      if (found >= 0) return -1;
      found = one;
    }
  }
  return found;
}
