// A visit in the making in, whether it was paid to a foreign land, though the report knows no other for the one who paid it, out: "Foreign minister visits Kenya".
import type { Found as Cast } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { NOUN } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

const VISITING: ReadonlySet<string> = new Set(['visit', 'tour']);

/** An unnamed office is taken for that of the one land that a report names; nobody is said to visit their own land by its name. */
export function isGoneAbroad({ coded: { trigger, agents, patients }, actors }: Draft, match: Matcher, { actors: known }: Cast): boolean {
  const { view, kinds } = match;
  if (!VISITING.has(match.verbLemma(trigger)) || actors.length !== 1 || patients.length === 0) return false;
  // by no name, and not by that of the land: "Kenya's minister"
  const { kind, name } = known[actors[0] as number] ?? {};
  return (
    kind === 'person' &&
    agents.every((one) => view.upos[one] === NOUN && !isOfState(one, match)) &&
    !/ \p{Lu}|^\p{Lu}\p{L}* \p{Lu}/u.test(name ?? '') &&
    patients.every((one) => kinds.isState(one) && match.roles.clauses.object[trigger] === one)
  );
} // biome-ignore format: one line each

/** "Kenyan minister", "Kenya's minister": whose it is is told. */
function isOfState(noun: number, { roles, view }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number)
    if (namedAt(view, child)?.entry.kind === 'state') return true;
  return false;
}
