// A pronoun that says whose something is in, the one whom its clause is about, or who stands right before it, out: "Kern was killed after his arrest", "criticised Velmar for its strikes".
import type { RawMention } from '../actors/cast.ts';
import { REL, type TokenView } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import { sayerAbove } from './rivals.ts';

/**
 * The one whom the clause is about in which something of somebody's is named; -1 for none: the subject of a passive
 * ("Kern was killed after his arrest") where beings are meant, and whom a participle is done to ("sanctions imposed on Velmar
 * after its invasion").
 */
export function clauseSubject(view: TokenView, clauses: Clauses, i: number, being: boolean): number {
  const { relation, head, lower } = view;
  if (relation[i] !== REL['nmod:poss']) return -1;
  let at = head[i] ?? -1;
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    if (relation[at] !== REL.obl && relation[at] !== REL.nmod) return -1;
    at = head[at] ?? -1;
    const subject = at < 0 || !being ? -1 : (clauses.passive[at] ?? -1);
    if (subject >= 0) return subject < i ? subject : -1;
    if (at < 0 || relation[at] !== REL.acl || view.tag(at) !== 'VBN') continue;
    for (let word = at + 1; word < i && word < at + 8; word++)
      if (
        head[word] === at &&
        relation[word] === REL.obl &&
        (lower[word - 1] === 'on' || lower[word - 1] === 'against')
      )
        return word;
  }
  return -1;
}

/** Those who speak for somebody, and of that one. */
const SPEAKING_FOR =
  /^(?:lawyers?|attorneys?|solicitors?|barristers?|mother|father|parents|wife|husband|widow|widower|brothers?|sisters?|sons?|daughters?|family|relatives?|cousin|uncle|aunt|nephew|niece|aides?|doctors?|physician|spokesman|spokeswoman|spokesperson|representatives?|agent|neighbou?rs?|friends?|colleagues?|supporters?|counsel)$/;

/** Of "whose lawyer said he had been beaten", the one whose lawyer it is; -1 where nobody speaks for somebody. */
export function clientOf(view: TokenView, clauses: Clauses, i: number): number {
  const said = sayerAbove(view, clauses, i);
  if (said < 0 || !SPEAKING_FOR.test(view.lower[said] ?? '')) return -1;
  for (let at = said - 1; at >= 0 && at > said - 8 && view.sentence[at] === view.sentence[said]; at--)
    if (view.head[at] === said && view.relation[at] === REL['nmod:poss']) return at;
  for (let at = said + 1; at < i && at < said + 6; at++)
    if (view.head[at] === said && view.relation[at] === REL.nmod && /^(?:of|for|to)$/.test(view.lower[at - 1] ?? ''))
      return at;
  return -1;
}

/** "Criticised Velmar for its strikes", "imposed on Velmar after its invasion": whose something is, right before the preposition. */
export function isOwnerBefore({ relation, lower, tag }: TokenView, i: number, { from, to }: RawMention): boolean {
  if (relation[i] !== REL['nmod:poss']) return false;
  const led = lower[i - 1];
  if (led === 'for' || led === 'over') {
    for (let at = from; at < to; at++)
      if (relation[at] === REL.obj || relation[at] === REL.obl || relation[at] === REL.nmod) return true;
    return false;
  }
  const before = lower[from - 1] === 'the' ? from - 2 : from - 1;
  return led === 'after' && lower[before] === 'on' && tag(before - 1) === 'VBN';
}
