// A surname that stands alone in, whom it means of several in the report who share it out: nobody rather than the wrong one, nor the town of that name.
import type { Gender } from './actor.ts';
import type { Entity, RawMention } from './cast.ts';
import { isName, lastMentioned, MY, type Reader } from './chunk.ts';
import { actorLexicon, type namedAt } from './lexicon.ts';
import { POSSESSIVE } from './phrase.ts';
import { PROPN, REL } from './token-view.ts';

const KIN =
  /^(?:(?:ex-|step|grand|half-)?(?:wife|husband|brother|sister|son|daughter|mother|father|child|children|parents|sons|daughters|brothers|sisters)|cousin|uncle|aunt|nephew|niece|widow|widower|fianc[eé]e?)$/;

/**
 * The one whom the surname has meant before, speaking where it speaks here; else the holder of an office; else the one who speaks
 * or is spoken of as it is here, whom the report does not call by the first name, and who is no one's kin. `at` is the token of
 * the surname. Null where nobody shares it, or where it may be anyone's.
 */
export function bearerOf(reader: Reader, word: string, at: number, gender: Gender | null): Entity | null {
  const all = reader.cast.sharing(word).filter((one) => !gender || !one.gender || one.gender === gender);
  if (all.length < 2) return all[0] ?? null;
  const { view, speakers } = reader;
  const speaks = speakers.has(at);
  const alike = new Map<Entity, number>();
  const used = new Set<Entity>();
  for (const { entity, from, to, manner } of reader.mentions) {
    if (
      to - from !== 1 ||
      manner !== 'name' ||
      !all.includes(entity) ||
      entity.name.toLowerCase().startsWith(`${view.lower[from]} `)
    )
      continue;
    used.add(entity);
    if (speakers.has(from) === speaks) alike.set(entity, (alike.get(entity) ?? 0) + 1);
  }
  if (alike.size > 0) {
    const most = Math.max(...alike.values());
    return lastMentioned(
      reader,
      all.filter((one) => alike.get(one) === most),
    );
  }
  const { leaders } = actorLexicon();
  const officials = all.filter(({ name }) => leaders.has(name));
  if (officials.length === 1) return officials[0] ?? null;
  const found = principal(reader, all, at);
  if (found || used.size !== 1) return found;
  const [only] = used;
  return only ?? null;
}

/** Friends who are quoted call everybody by the first name; a report does so with children, and where a surname is shared. */
function isFamiliar({ view }: Reader, { name }: Entity): boolean {
  const { lower, upos, quoteAt, length } = view;
  const first = name.split(' ')[0]?.toLowerCase();
  if (first === undefined || !name.includes(' ')) return false;
  for (let i = 0; i < length; i++)
    if (lower[i] === first && quoteAt[i] === -1 && upos[i] === PROPN && upos[i + 1] !== PROPN && upos[i - 1] !== PROPN)
      return true;
  return false;
}

/** Of those whom nothing else tells apart; null for none. */
function principal(reader: Reader, all: readonly Entity[], at: number): Entity | null {
  const { view, speakers, mentions } = reader;
  const own = new Map<Entity, RawMention[]>(all.map((one) => [one, []]));
  for (const mention of mentions) own.get(mention.entity)?.push(mention);
  const speaks = speakers.has(at);
  const asHere = all.filter((one) =>
    own.get(one)?.some(({ from, to }) => {
      for (let i = from; i < to; i++) if (speakers.has(i)) return speaks;
      return !speaks;
    }),
  );
  const distant = all.filter((one) => !isFamiliar(reader, one));
  if (asHere.length !== 1 && distant.length === 1) return distant[0] ?? null;
  const unrelated = all.filter((one) => !isKin(reader, own.get(one)?.[0]));
  const [only] = asHere;
  // "Tom Kern said his brother Jan Kern had gone. Kern was shot", but "Kern left"
  if (asHere.length === 1 && only)
    return unrelated.length === 0 || unrelated.includes(only) || view.relation[at] !== REL.nsubj ? only : null;
  const left = unrelated.length > 0 ? unrelated : all;
  if (left.length === 1) return left[0] ?? null;
  const count = left.map((one) => (own.get(one) ?? []).length);
  const most = Math.max(...count);
  const named = left.filter((_, i) => count[i] === most);
  if (named.length !== 1) return null;
  // whom the report names most often, where the nearest sentence with one of them names that one
  let sentence = -1;
  const there = new Set<Entity>();
  for (let m = mentions.length - 1; m >= 0; m--) {
    const mention = mentions[m];
    if (!mention || !left.includes(mention.entity)) continue;
    if (view.sentence[mention.head] !== sentence) {
      if (there.size === 1) break;
      there.clear();
    }
    sentence = view.sentence[mention.head] ?? -1;
    there.add(mention.entity);
  }
  const [nearest] = there;
  return there.size === 1 && nearest === named[0] ? (nearest ?? null) : null;
}

/** "His wife, Anna Kern", "Holt's brother Tom Kern": told of for somebody else's sake. */
function isKin({ view }: Reader, mention: RawMention | undefined): boolean {
  if (!mention) return false;
  const { lower } = view;
  let noun = mention.from - 1;
  if (lower[noun] === ',') noun--;
  // a title is inside the mention: "his wife Anna Kern"
  for (let i = mention.from; i < mention.to; i++) if (KIN.test(lower[i] ?? '') && isOwned(view.lower, i)) return true;
  return KIN.test(lower[noun] ?? '') && isOwned(view.lower, noun);
}

const isOwned = (lower: readonly string[], noun: number): boolean => {
  for (let i = noun - 1; i > noun - 4; i--) if (MY.has(lower[i] ?? '') || POSSESSIVE.has(lower[i] ?? '')) return true;
  return false;
};

/** "Amman" in a report of Ahmed Amman: the man, where the word is not led in as a town. */
export function isSurname({ view, cast }: Reader, at: number, { to, entry }: NonNullable<ReturnType<typeof namedAt>>): boolean {
  if (entry.use !== 'capital' || to !== at + 1 || isName(view, to)) return false;
  if (/^(?:in|at|near|from|to|outside|of|around|into)$/.test(view.lower[at - 1] ?? '')) return false;
  const word = view.lower[at] ?? '';
  // "Norland Rebels Deal Amman", a headline, is nobody's name
  const name = cast.findPerson(word)?.name.toLowerCase() ?? '';
  return name.endsWith(` ${word}`) && name.split(' ').length < 4;
} // biome-ignore format: long signature
