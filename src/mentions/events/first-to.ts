// An infinitive behind "the first country" in, the one that it is said of out: "Chad became the first country to recognise Velmar", "was the only minister to resign".
import { NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

/** Whose place in a row is told of what they did. */
const RANKS: ReadonlySet<string> = new Set([
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'tenth', 'last', 'latest', 'only', 'lone', 'sole',
]); // biome-ignore format: one table
const BECOMING: ReadonlySet<string> = new Set(['become', 'remain']);

export interface First {
  /** Who it is. */
  readonly who: number;
  /** The word whose tense and negation are those of the deed. */
  readonly told: number;
}

/** Null where the infinitive tells of no such thing. */
export function firstTo(verb: number, { lower, upos, head, relation }: TokenView, roles: Pick<RoleReader, 'parsed' | 'children' | 'clauses'>): First | null {
  const noun = head[verb] ?? -1;
  if (relation[verb] !== REL.acl || lower[verb - 1] !== 'to' || noun < 0 || noun > verb) return null;
  // "was the first to recognise it"
  const alone = RANKS.has(lower[noun] ?? '');
  if (upos[noun] !== NOUN && !alone) return null;
  const { first, next } = roles.children;
  let ranked = alone;
  let being = false;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    if (RANKS.has(lower[child] ?? '')) ranked = true;
    if (relation[child] === REL.cop) being = true;
    // "would be the first to": nobody was yet
    if (alone && relation[child] === REL.aux && /^(?:would|will|could|may|might|should)$/.test(lower[child] ?? '')) return null;
  }
  if (!ranked) return null;
  const subject = (at: number) => roles.clauses.subject[at] ?? -1;
  const who = being ? subject(noun) : upos[head[noun] ?? -1] === VERB && BECOMING.has(roles.parsed.words.lemma(head[noun] ?? noun)) ? subject(head[noun] as number) : -1;
  if (who >= 0) return { who, told: being ? noun : (head[noun] as number) };
  // "Chad, the first country to recognise Velmar,"
  const name = relation[noun] === REL.appos ? (head[noun] ?? -1) : -1;
  return name >= 0 && name < noun && upos[name] === PROPN ? { who: name, told: name } : null;
} // biome-ignore format: long conditions
