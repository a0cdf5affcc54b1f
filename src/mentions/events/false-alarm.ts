// An event in the making in, whether the words bear it out: somebody who acts or is hurt, and nothing that only sounds like it.
import { VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Links } from './links.ts';
import type { Matcher } from './match.ts';

/** Deeds that are told for their victims alone: nobody knows yet who did them. */
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'RETREAT']);

export function stands(draft: Draft, match: Matcher, links: Links): boolean {
  const { coded, actors, recipients, code } = draft;
  // what only may be is worth a row when it says who to whom
  if (
    draft.status === 'hypothetical' &&
    (coded.mutual ? actors.length + recipients.length < 2 : actors.length === 0 || recipients.length === 0)
  )
    return false;
  if (actors.length > 0) return true;
  const verbal = match.view.upos[coded.trigger] === VERB;
  if (!DEEDS.has(code.type)) return recipients.length > 0 && verbal;
  if (recipients.length > 0 || links.figures(draft).length > 0) return true;
  // "a bomb exploded in the market", "gunmen opened fire": people or places that can be hurt
  const hurt = kindMask('person') | kindMask('forces');
  for (const token of [...coded.agents, ...coded.patients]) if ((match.kinds.of(token) & hurt) !== 0) return true;
  return false;
}
