// The events of a report in; whom a censure of a deed falls on out: "condemned the attack" blames those who the report says carried it out.
import { NOUN, PROPN, PUNCT, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { judgedFor } from './through.ts';

/** What is censured for itself, whoever else is told behind it. */
const PERSON = kindBit('person') | kindBit('body') | kindBit('forces') | kindBit('state');
const PARTY = kindMask('party');
/** How far behind a deed the one who did it may be named. */
const FAR = 16;
/** How deep in a phrase a deed is named. */
const DEEPEST = 3;

/** Fills in whom those blame who censure a deed: its own actors, where the report tells of it. */
export function blameDoers(
  drafts: readonly Draft[],
  match: Matcher,
  partiesOf: (tokens: readonly number[]) => readonly number[],
  cast: CastGrowth,
): void {
  let told: Map<number, Draft> | null = null;
  for (const draft of drafts) {
    const { code, coded, recipients, actors } = draft;
    if (code.type !== 'ACCUSE' || code.mode === 'investigate' || recipients.length > 0 || actors.length === 0) continue;
    told ??= triggers(drafts);
    const object = match.roles.clauses.object[coded.clause] ?? -1;
    for (const thing of coded.patients.length > 0 ? coded.patients : [object]) {
      if (thing < 0 || match.view.upos[thing] !== NOUN) continue;
      const deed = deedIn(thing, told, match);
      const named = deed ? judgedFor(deed, draft, thing, match, cast) : partiesOf(doersBehind(thing, coded.trigger, match));
      // "Velmar condemned the raid": nobody blames themselves
      if (deed === draft || deed?.status === 'negated' || named.some((one) => actors.includes(one))) continue;
      for (const one of named) if (!recipients.includes(one)) recipients.push(one);
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

/** "Attacked the proclamation of the heights as its territory by the president", "the memoranda of understanding between Velmar and Oster": whose deed is censured. */
function doersBehind(thing: number, trigger: number, { view, kinds }: Matcher): readonly number[] {
  const { lower, upos, head, sentence } = view;
  if (thing < trigger || (kinds.of(thing) & PERSON) !== 0) return [];
  for (let at = thing + 1; at < thing + FAR && sentence[at] === sentence[thing]; at++) {
    if (upos[at] === PUNCT || (upos[at] === VERB && lower[at - 1] !== 'of')) return [];
    if (lower[at] !== 'by' && lower[at] !== 'between') continue;
    const led = head[at] ?? -1;
    if (led < at || (upos[led] !== NOUN && upos[led] !== PROPN) || (kinds.of(led) & PARTY) === 0) return [];
    return [led];
  }
  return [];
}
