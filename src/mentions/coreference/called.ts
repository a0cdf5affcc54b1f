// A mention in, whether it only says what somebody is: "was a teacher", "accused of being a spy", "described him as an agent".
import type { RawMention } from '../actors/cast.ts';
import { REL, type TokenView } from '../actors/token-view.ts';

/** Words before the noun in which the "be" of its clause is looked for. */
const BACK = 8;

/** Such words name nobody whom a pronoun could mean besides the one who is said to be so. */
export function isCalled(
  { relation, head: heads, lower }: TokenView,
  { from, head, entity, manner }: RawMention,
): boolean {
  if (entity.named || entity.plural || manner !== 'description') return false;
  const link = relation[head];
  // "as the minister left": a clause of his own
  if (link === REL.nsubj || link === REL['nsubj:pass']) return false;
  if (isArticle(lower[from]) ? lower[from - 1] === 'as' : isArticle(lower[from - 1]) && lower[from - 2] === 'as')
    return true;
  for (let at = head - 1; at >= 0 && at > head - BACK; at--)
    if (heads[at] === head && (relation[at] === REL.cop || lower[at] === 'being')) return true;
  return false;
}

const isArticle = (word: string | undefined): boolean => word === 'a' || word === 'an';
