// "Meeting" that was taken for a noun in, those who meet out: "ministers of the bloc meeting in Lintz agreed".
import { ADP, NOUN, REL } from '../actors/token-view.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const SEVERAL = kindMask('person') | kindMask('forces');

/** "Rebels meeting", "ministers meeting": several people right before it. */
export const isTheirs = (token: number, { view, kinds }: Matcher): boolean =>
  view.lower[token + 1] === 'meeting' && view.tag(token) === 'NNS' && (kinds.of(token) & SEVERAL) !== 0;

/** "Leaders of the Union meeting in Lintz": the ones whose Union the parser made the meeting's; -1 for none. */
export function gatheredThere(noun: number, { view, roles, kinds }: Matcher): number {
  if (view.lower[noun] !== 'meeting' || view.upos[noun + 1] !== ADP || view.relation[noun] !== REL.nmod) return -1;
  const who = view.head[noun] ?? -1;
  if (who < 0 || who > noun || view.upos[who] !== NOUN || view.tag(who) !== 'NNS') return -1;
  if (roles.caseOf(noun) !== 'of' || roles.childBy(noun, REL.compound) < 0 || view.relation[who] !== REL.nsubj)
    return -1;
  return (kinds.of(who) & SEVERAL) === 0 ? -1 : who;
}
