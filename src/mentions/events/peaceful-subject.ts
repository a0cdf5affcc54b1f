// A deed of violence in, whether the clause that it hangs from is a peaceful one whose subject did not do it.
import { REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { PEACEABLE } from './event.ts';
import type { Matcher } from './match.ts';

/** What leads a deed of whoever the verb above is told of. */
const LED_DEEDS: ReadonlySet<string> = new Set(['of', 'after', 'before', 'without', 'despite', 'since', 'while']);

/** "Hours after both sides announced a truce, killing three and wounding nine": a participle of violence borrows no subject from a peaceful clause. */
export function disowned({ code, trigger }: Coded, coder: Coder, { view, roles: { clauses } }: Matcher): boolean {
  if (code.type !== 'ASSAULT') return false;
  let at = trigger;
  for (let steps = 0; steps < 4; steps++) {
    if ((clauses.subject[at] ?? -1) >= 0 || (clauses.passive[at] ?? -1) >= 0) return false;
    if (view.relation[at] !== REL.conj) break;
    at = view.head[at] ?? -1;
  }
  // "acquitted the general of killing nine": of him; "fled after killing nine": theirs who fled
  if (view.relation[at] !== REL.advcl || LED_DEEDS.has(view.lower[at - 1] ?? '')) return false;
  const above = coder.code(view.head[at] ?? -1);
  return above !== null && PEACEABLE.has(above.code.type);
}
