// A verb in, the form that it stands in out: an imperative, an infinitive, the purpose of what was said.
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

export const FREE: ReadonlySet<number> = new Set([REL.root, REL.conj, REL.parataxis, REL.ccomp]);

/** A bare form that no subject, auxiliary or "to" goes with, as first word of what is said or after "and". */
export function isImperative(verb: number, view: TokenView): boolean {
  const up = view.head[verb] ?? -1;
  // "Stop the war, the crowd shouted", hung as what the shouting is for
  const shouted = view.relation[verb] === REL.xcomp && up > verb;
  if (view.tag(verb) !== 'VB' || !(shouted || FREE.has(view.relation[verb] ?? 0))) return false;
  if (view.relation[verb] !== REL.conj) {
    const before = view.text[(view.start[verb] ?? 0) - 1] ?? '';
    return (
      before === '“' ||
      before === '"' ||
      before === '`' ||
      // "Hold your fire, the colonel told his men"
      (view.relation[verb] === REL.ccomp && up > verb && view.sentence[verb - 1] !== view.sentence[verb]) ||
      view.lower[verb - 1] === ',' ||
      view.lower[verb - 1] === 'and'
    );
  }
  return up >= 0 && view.upos[up] === VERB && isImperative(up, view);
}

/** Behind these "to" leads what was done. */
const DONE_TO: ReadonlySet<string> = new Set([
  'resort',
  'confess',
  'admit',
  'plead',
  'return',
  'switch',
  'revert',
  'turn',
]);

export function isInfinitive(verb: number, view: TokenView, roles: RoleReader): boolean {
  // "resorted to firing", against "committed to supporting"
  const up = view.head[verb] ?? -1;
  if (view.tag(verb) === 'VBG' && up >= 0 && DONE_TO.has(roles.parsed.words.lemma(up))) return false;
  let to = false;
  eachChild(roles.parsed, verb, (child) => {
    if (child < verb && view.lower[child] === 'to' && view.relation[child] === REL.mark) to = true;
  });
  return to;
}

/** "Called Holt to congratulate him": a purpose that lies in the words themselves was reached with them. */
export function isSpokenPurpose(verb: number, view: TokenView, roles: RoleReader): boolean {
  return view.relation[verb] === REL.advcl && isInfinitive(verb, view, roles);
}
