// The events of a report in; those who rode in what was attacked out: "a bus carrying pilgrims".
import { NOUN, PROPN, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';

const VEHICLES =
  /^(?:bus|minibus|coach|van|minivan|car|taxi|truck|lorry|pickup|jeep|vehicle|convoy|train|boat|ship|ferry|helicopter|plane|aircraft|airliner|ambulance|motorcade|base|camp|barracks|compound|hotel|headquarters)(?:es|s)?$/;
const CARRYING: ReadonlySet<string> = new Set([
  'carry',
  'transport',
  'ferry',
  'take',
  'bring',
  'bus',
  'house',
  'host',
  'shelter',
]);

/** Fills in those who rode in what was attacked, where nobody else is told to have been hit. */
export function addRiders(drafts: readonly Draft[], match: Matcher, parties: PartyFinder, cast: CastGrowth): void {
  for (const draft of drafts) {
    if (draft.code.type !== 'ASSAULT' || draft.recipients.length > 0 || draft.into !== null) continue;
    const riding = draft.coded.patients.map((token) => aboard(token, match)).filter((token) => token >= 0);
    if (riding.length === 0) continue;
    // "buses carrying Kenyans": people, and not Kenya
    draft.recipients = parties
      .of(riding, true, true)
      .filter((one) => cast.kindOf(one) !== 'state' && !draft.actors.includes(one));
  }
}

/** -1 where no words tell who is in it. */
function aboard(vehicle: number, { view, roles }: Matcher): number {
  const { upos, lower } = view;
  if (upos[vehicle] !== NOUN || !VEHICLES.test(lower[vehicle] ?? '')) return -1;
  const verb = roles.childBy(vehicle, REL.acl);
  if (verb < vehicle || view.tag(verb) !== 'VBG' || !CARRYING.has(view.parsed.words.lemma(verb))) return -1;
  const object = roles.clauses.object[verb] ?? -1;
  return object > verb && (upos[object] === NOUN || upos[object] === PROPN) ? object : -1;
}
