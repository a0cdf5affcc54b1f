// A noun for a visit in, the visitor and the place out where a sentence says only where somebody is: "is in Velmar for an official visit".
import { PROPN, REL } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';

const OCCASION: ReadonlySet<string> = new Set(['for', 'on']);
const WITHIN: ReadonlySet<string> = new Set(['in', 'at']);

/** Adds who is there to the visitors, and where to those visited if nobody is; the noun must have no visitor of its own. */
export function staysIn(coder: Coder, noun: number, agents: number[], patients: number[]): void {
  const { view, roles } = coder.match;
  const place = view.head[noun] ?? -1;
  if (place < 0 || place > noun || view.upos[place] !== PROPN || !OCCASION.has(roles.caseOf(noun))) return;
  const guest = roles.clauses.subject[place] ?? -1;
  if (guest < 0 || !WITHIN.has(roles.caseOf(place)) || roles.childBy(place, REL.cop) < 0 || !coder.isActor(guest))
    return;
  agents.push(guest);
  if (patients.length === 0) patients.push(place);
}
