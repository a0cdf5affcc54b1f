// A noun in, whether it stands for nobody and nothing out: "no troops", "neither side", "neither Holt nor his aides", "none of the states".
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing', 'neither']);

export function saysNone(noun: number, view: TokenView, roles: RoleReader): boolean {
  const { lower, relation } = view;
  const word = lower[noun] ?? '';
  if (NOBODY.has(word) || (word === 'no' && lower[noun + 1] === 'one')) return true;
  let none = false;
  eachChild(roles.parsed, noun, (child) => {
    const one = lower[child];
    // "voted no confidence in": a vote against
    if (relation[child] === REL.det && (one === 'no' || one === 'neither') && word !== 'confidence') none = true;
    // "neither Holt nor his aides"
    if (child < noun && one === 'neither' && relation[child] === REL.cc) none = true;
    // "not a single activist has been arrested"
    if (child < noun && one === 'single' && lower[child - 2] === 'not') none = true;
    // "hardly any state recognised it"
    if (child < noun && one === 'any' && (lower[child - 1] === 'hardly' || lower[child - 1] === 'scarcely'))
      none = true;
  });
  return none;
}

/** "No ceasefire was agreed": a "no" before the subject, taken for a word of its own. */
export const isOpenedByNo = (child: number, verb: number, { lower, relation, text, end }: TokenView, roles: RoleReader): boolean =>
  lower[child] === 'no' &&
  relation[child] === REL.discourse &&
  child < verb &&
  text[end[child] ?? 0] === ' ' &&
  [roles.clauses.subject[verb], roles.clauses.passive[verb]].some((one) => (one ?? -1) > child && (one ?? -1) < child + 4 && roles.childBy(one ?? -1, REL.det) < 0); // biome-ignore format: long condition

const OCCASIONS = /^(?:time|case|circumstances?|account|way|point|stage|instance|sense)$/;

/** "At no time did they shoot", "under no circumstances". */
export const isNever = (phrase: number, { lower }: TokenView, roles: RoleReader): boolean =>
  lower[phrase - 1] === 'no' && OCCASIONS.test(lower[phrase] ?? '') && roles.caseOf(phrase) !== '';
