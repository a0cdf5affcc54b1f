// The verb of a clause in, whether it tells of what comes before something that is yet to come: "once he arrives, they will meet".
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import { isConditional } from './dated.ts';
import type { Status } from './event.ts';
import type { Matcher } from './match.ts';
import type { RoleReader } from './roles.ts';

const TIMES: ReadonlySet<string> = new Set([
  'once',
  'when',
  'until',
  'till',
  'before',
  'after',
  'as',
  'if',
  'whenever',
]);
const GERUND: ReadonlySet<string> = new Set(['on', 'upon', 'after', 'before']);
const PRESENT: ReadonlySet<string> = new Set(['has', 'have', 'is', 'are', 'been']);
const PAST: ReadonlySet<string> = new Set(['had']);
const TO_COME: ReadonlySet<string> = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would']);

/** A clause of time in the present, or a gerund behind "on" and "after", under a verb with "will" or "would". */
export function isAhead(verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[verb] !== VERB || view.relation[verb] !== REL.advcl) return false;
  const tag = view.tag(verb);
  const above = view.head[verb] ?? -1;
  if (tag === 'VBG' && isAheadOf(verb, view)) return true;
  if (above < 0 || !roles.isLedBy(above, REL.aux, TO_COME)) return false;
  // "once they have withdrawn", "when he is arrested"
  const present =
    tag === 'VBN' &&
    (roles.isLedBy(verb, REL.aux, PRESENT) ||
      (roles.isLedBy(verb, REL['aux:pass'], PRESENT) && !roles.isLedBy(verb, REL.aux, PAST)));
  if (tag === 'VBZ' || tag === 'VBP' || present)
    return roles.isLedBy(verb, REL.mark, TIMES) || roles.isLedBy(verb, REL.advmod, TIMES);
  return tag === 'VBG' && GERUND.has(roles.caseOf(verb));
}

/** "Ahead of Velmar signing the treaty": no verb between. */
function isAheadOf(gerund: number, { lower, upos, sentence }: TokenView): boolean {
  for (let at = gerund - 1; at > gerund - 7 && sentence[at] === sentence[gerund] && upos[at] !== VERB; at--) {
    if (lower[at] === ',') return false;
    if (lower[at] === 'of' && lower[at - 1] === 'ahead') return true;
  }
  return false;
}

const IFS: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'should']);
const WOULD: ReadonlySet<string> = new Set(['would', "'d", '’d']);

/** `told` of a verb of happening: what "would go ahead", as somebody says, is yet to come unless an "if" hangs on it. */
export function toCome(verb: number, told: Status, view: TokenView, roles: RoleReader): Status {
  if (told !== 'hypothetical' || !roles.isLedBy(verb, REL.aux, WOULD)) return told;
  let open = isConditional(verb, view);
  eachChild(roles.parsed, verb, (child) => {
    if (view.relation[child] === REL.advcl && roles.isLedBy(child, REL.mark, IFS)) open = true;
  });
  return open ? told : 'future';
}

const HAPPENING: ReadonlySet<string> = new Set([
  'begin',
  'start',
  'resume',
  'open',
  'happen',
  'occur',
  'proceed',
  'commence',
  'kick',
]);

/** "Begin", "resume", "take place", "go ahead": verbs that say when the deed of their subject is. */
export function happens(verb: number, { upos, lower }: TokenView, { clauses, parsed }: RoleReader): boolean {
  if (upos[verb] !== VERB) return false;
  const lemma = parsed.words.lemma(verb);
  if (lemma === 'take') return /^(?:place|effect)$/.test(lower[clauses.object[verb] ?? -1] ?? '');
  if (lemma === 'go') return lower[verb + 1] === 'ahead' || lower[verb + 1] === 'forward';
  return HAPPENING.has(lemma) && (clauses.object[verb] ?? -1) < 0;
}

/** The same of what is yet to come: "will begin", "would go ahead". */
export const willHappen = (verb: number, view: TokenView, roles: RoleReader): boolean =>
  happens(verb, view, roles) && roles.isLedBy(verb, REL.aux, TO_COME);
