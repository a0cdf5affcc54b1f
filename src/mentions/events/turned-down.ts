// An event that turns down or grants what another asked in, that asking with its own two sides out: both were told.
import { NOUN, PRON } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { statusOf } from './status.ts';

/** What one does to a request. */
const ANSWERS: ReadonlySet<string> = new Set(['REJECT', 'CONCEDE', 'AGREE']);

/** "Velmar's demand for his extradition was refused by Dorvania": Velmar demanded it of Dorvania. Null where none is told, or nobody else asked. */
export function turnedDown({ code, clause, operators, consumed, agents }: Coded, coder: Coder): Coded | null {
  if (!ANSWERS.has(code.type) || agents.length === 0) return null;
  const { view, roles } = coder.match;
  const { object, passive } = roles.clauses;
  // "would refuse any Velmari request"
  if (statusOf(clause, view, roles, new Set(operators)) !== 'asserted') return null;
  for (const asking of new Set([...consumed, object[clause] ?? -1, passive[clause] ?? -1])) {
    if (asking < 0 || view.upos[asking] !== NOUN) continue;
    const inner = coder.code(asking);
    if (inner?.code.type !== 'REQUEST' || inner.trigger !== asking) continue;
    const isOther = (one: number) => view.upos[one] !== PRON && coder.isActor(one) && !agents.includes(one);
    if (inner.agents.length > 0 && inner.agents.every(isOther)) return { ...inner, patients: agents };
  }
  return null;
}
