// A verb in, whether its "not" is a refusal out: what somebody says they will not do, leave that was not given.
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';
import { NEGATIONS } from './undone.ts';

/** "Will not lift", "would never meet": the speaker's own refusal, not a report that nothing happened. */
export function isDeclined(verb: number, view: TokenView, roles: RoleReader): boolean {
  let volition = false;
  let negation = false;
  let unreal = false;
  eachChild(roles.parsed, verb, (child) => {
    const word = view.lower[child] ?? '';
    if (child > verb) return;
    // "would not have met him"
    if (view.relation[child] === REL.aux && word === 'have') unreal = true;
    if (
      view.relation[child] === REL.aux &&
      (word === 'will' || word === 'would' || word === 'wo' || word === "'ll" || word === '’ll')
    )
      volition = true;
    if (view.relation[child] === REL.advmod && NEGATIONS.has(word)) negation = true;
  });
  return (volition && negation && !unreal) || isRuledOut(verb, view, roles);
}

const INTENDING: ReadonlySet<string> = new Set(['intend', 'plan', 'propose']);

/** "Is not going to lift it", "does not intend to meet them". */
function isRuledOut(verb: number, view: TokenView, roles: RoleReader): boolean {
  const up = view.head[verb] ?? -1;
  if (up < 0 || up > verb) return false;
  if (view.relation[verb] !== REL.xcomp || view.upos[up] !== VERB) return false;
  if (view.lower[up] === 'going') return roles.isLedBy(up, REL.advmod, NEGATIONS);
  // "did not intend to hit the school" tells of a mishap
  return (
    INTENDING.has(roles.parsed.words.lemma(up)) &&
    roles.isLedBy(up, REL.advmod, NEGATIONS) &&
    roles.isLedBy(up, REL.aux, DO)
  );
}
const DO: ReadonlySet<string> = new Set(['do', 'does']);

/** Verbs of leave that a past refusal is told with: "did not allow the march". */
const PERMITTING: ReadonlySet<string> = new Set([
  'allow',
  'permit',
  'let',
  'give',
  'grant',
  'authorise',
  'authorize',
  'issue',
  'approve',
]);

/** "Did not give permission", "did not allow the rally": leave that was withheld. */
export function isWithheld(verb: number, view: TokenView, roles: RoleReader): boolean {
  let done = false;
  let negation = false;
  if (view.upos[verb] !== VERB || !PERMITTING.has(roles.parsed.words.lemma(verb))) return false;
  eachChild(roles.parsed, verb, (child) => {
    if (child > verb) return;
    const word = view.lower[child] ?? '';
    if (view.relation[child] === REL.aux && (word === 'did' || word === 'has' || word === 'have' || word === 'had')) done = true;
    if (view.relation[child] === REL.advmod && NEGATIONS.has(word)) negation = true;
  });
  return done && negation;
} // biome-ignore format: long conditions
