// A noun that names an event in, whether the words above it say that there was none out: "was not part of a campaign", "was no act of war".
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';
import { NEGATIONS } from './undone.ts';

/** What something is, or is not, of an event. */
const SHARES: ReadonlySet<string> = new Set([
  'part', 'result', 'act', 'work', 'product', 'outcome', 'consequence', 'instance', 'case', 'form', 'kind', 'sort', 'attempt',
]); // biome-ignore format: one table

/** `noun` hangs behind an "of" from what is said not to be; "is not only part of" and "not just the result of" say that it is. */
export function isDisowned(noun: number, view: TokenView, roles: RoleReader): boolean {
  const what = view.head[noun] ?? -1;
  if (what < 0 || view.relation[noun] !== REL.nmod || !SHARES.has(view.lower[what] ?? '')) return false;
  if (roles.caseOf(noun) !== 'of') return false;
  let is = false;
  let not = false;
  eachChild(roles.parsed, what, (child) => {
    const word = view.lower[child] ?? '';
    if (view.relation[child] === REL.cop) is = true;
    if (view.relation[child] === REL.det && word === 'no') not = true;
    if (NEGATIONS.has(word)) not = !/^(?:only|just|merely|simply)$/.test(view.lower[child + 1] ?? '');
  });
  return is && not;
}
