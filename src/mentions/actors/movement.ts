// The name of a body in, whether it is that of a movement that may fight, or of the forces of a state, out: "the Orlec Front", "the Lebanese Army".
import type { RawMention } from './cast.ts';
import type { TokenView } from './token-view.ts';

const FIGHTING =
  /\b(?:front|movement|resistance|brigades?|militias?|jihad|vanguard|faction|liberation|mujahideen|martyrs)\b/i;

/** Lists know few of them: what such a body is called says what it is. */
export const isMovement = (name: string): boolean => FIGHTING.test(name);

/** "The Lebanese Army", by a list's name, of which a noun behind says "the army". */
export const isStateForce = ({ lower }: TokenView, { entity, head }: RawMention, word: string): boolean =>
  (word === 'army' || word === 'military') &&
  entity.named &&
  entity.sector === 'MIL' &&
  entity.country !== null &&
  lower[head] === word;
