// The events of a report in; whom a censure of a deed falls on out: "condemned the attack" blames those who the report says carried it out.
import { NOUN } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

/** How deep in a phrase a deed is named. */
const DEEPEST = 3;

/** Fills in whom those blame who censure a deed: its own actors, where the report tells of it. */
export function blameDoers(drafts: readonly Draft[], match: Matcher): void {
  let told: Map<number, Draft> | null = null;
  for (const draft of drafts) {
    const { code, coded, recipients, actors } = draft;
    if (code.type !== 'ACCUSE' || code.mode === 'investigate' || recipients.length > 0 || actors.length === 0) continue;
    told ??= triggers(drafts);
    const object = match.roles.clauses.object[coded.clause] ?? -1;
    for (const thing of coded.patients.length > 0 ? coded.patients : [object]) {
      if (thing < 0 || match.view.upos[thing] !== NOUN) continue;
      const deed = deedIn(thing, told, match);
      // "Velmar condemned the raid": nobody blames themselves
      if (!deed || deed === draft || deed.status === 'negated' || deed.actors.some((one) => actors.includes(one))) continue;
      for (const one of deed.actors) if (!recipients.includes(one)) recipients.push(one);
    }
  }
} // biome-ignore format: long conditions

/** Each event by the tokens that tell of it. */
function triggers(drafts: readonly Draft[]): Map<number, Draft> {
  const at = new Map<number, Draft>();
  for (const draft of drafts) for (const token of [draft.coded.trigger, ...draft.others]) at.set(token, draft);
  return at;
}

/** The event that a noun names, or that brought about what it names: "the deaths from strikes by the army". */
function deedIn(thing: number, told: ReadonlyMap<number, Draft>, { view, roles }: Matcher): Draft | null {
  for (let at = thing, steps = 0; at >= 0 && steps < DEEPEST; steps++) {
    const deed = told.get(at);
    if (deed && deed.actors.length > 0) return deed;
    const of = roles.obliqueOf(at, 'of');
    at = of >= 0 ? of : roles.obliqueOf(at, 'from');
    if (at >= 0 && view.upos[at] !== NOUN) return null;
  }
  return null;
}
