// The object "it" in, the nouns that were told of before out: "The bill passed on Monday. The mayor rejected it."
import { NOUN, REL, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const IT: ReadonlySet<string> = new Set(['it', 'this', 'that', 'them', 'these']);

/**
 * Subject and object of the main clause before the one in which something is done to "it": of the same sentence, or else of the
 * one before; empty for any other word.
 */
export function thingsBefore(token: number, view: TokenView, roles: RoleReader): readonly number[] {
  // "would leave it at 35 per cent": nothing is done
  if (view.relation[token] !== REL.obj || !IT.has(view.lower[token] ?? '') || view.lower[token + 1] === 'at') return [];
  const own = view.sentence[token] ?? 0;
  const main = rootOf(own, view);
  if (main >= 0 && main < token && main !== view.head[token]) {
    const things = thingsOf(main, roles, view);
    if (things.length > 0) return things;
  }
  const { firstToken } = view.parsed.text.sentences;
  if (own === 0 || view.paragraph[token] !== view.paragraph[firstToken[own - 1] ?? 0]) return [];
  const before = rootOf(own - 1, view);
  return before < 0 ? [] : thingsOf(before, roles, view);
}

function rootOf(sentence: number, view: TokenView): number {
  const { firstToken, endToken } = view.parsed.text.sentences;
  const end = endToken[sentence] ?? 0;
  for (let at = firstToken[sentence] ?? 0; at < end; at++) if (view.relation[at] === REL.root) return at;
  return -1;
}

const thingsOf = (verb: number, { clauses }: RoleReader, { upos }: TokenView): readonly number[] =>
  [clauses.subject[verb] ?? -1, clauses.passive[verb] ?? -1, clauses.object[verb] ?? -1].filter(
    (one) => one >= 0 && upos[one] === NOUN,
  );
