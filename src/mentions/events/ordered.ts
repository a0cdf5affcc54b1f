// An event in the making whose doer no word tells in, whether only those in authority can have done it out: "the garrison was ordered to withdraw", "an inquiry was opened".
import { REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const COMMANDED = kindBit('forces') | kindBit('power') | kindBit('diplomat') | kindBit('body');
/** What only those say who have somebody under them. */
const ORDERING = /^(?:order|instruct|command)$/;

/** Whether it was done by those who may, whoever they are. */
export function isByAuthority({ coded, code, status, recipients }: Draft, match: Matcher): boolean {
  const { view, roles, kinds } = match;
  const { clause, patients } = coded;
  const passive = view.upos[clause] === VERB && roles.childBy(clause, REL['aux:pass']) >= 0;
  if (!passive || status !== 'asserted') return false;
  if (code.type === 'REQUEST')
    return (
      recipients.length > 0 &&
      ORDERING.test(match.lemma(clause)) &&
      (roles.clauses.open[clause] ?? -1) > clause &&
      patients.some((one) => (kinds.of(one) & COMMANDED) !== 0)
    );
  return code.mode === 'investigate' && recipients.length === 0;
}
