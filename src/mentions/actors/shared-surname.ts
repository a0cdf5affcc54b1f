// A surname that stands alone in, whom it means of several in the report who share it out: nobody rather than the wrong one.
import type { Gender } from './actor.ts';
import type { Entity, RawMention } from './cast.ts';
import { lastMentioned, MY, type Reader } from './chunk.ts';
import { actorLexicon } from './lexicon.ts';

const KIN =
  /^(?:(?:ex-|step|grand|half-)?(?:wife|husband|brother|sister|son|daughter|mother|father|child|children|parents|sons|daughters|brothers|sisters)|cousin|uncle|aunt|nephew|niece|widow|widower|fianc[eé]e?)$/;

/**
 * The one whom the surname has meant alone most often, else the holder of an office; else the only one who is not introduced as
 * somebody's kin and who speaks or is spoken of as the surname is. `at` is the token of the surname. Null where nobody shares it,
 * or where it may be anyone's.
 */
export function bearerOf(reader: Reader, word: string, at: number, gender: Gender | null): Entity | null {
  const all = reader.cast.sharing(word).filter((one) => !gender || !one.gender || one.gender === gender);
  if (all.length < 2) return all[0] ?? null;
  const { leaders } = actorLexicon();
  const weight = all.map(({ name }): number => (leaders.has(name) ? 0.5 : 0));
  const surname = reader.view.lower;
  for (const { entity, from, to, manner } of reader.mentions) {
    const index = to - from === 1 && manner === 'name' ? all.indexOf(entity) : -1;
    if (index < 0) continue;
    // friends who are quoted call everybody by the first name
    const first = reader.view.quoteAt[from] === -1 && entity.name.toLowerCase().startsWith(`${surname[from]} `);
    weight[index] = (weight[index] ?? 0) + (first ? -100 : 1);
  }
  const most = Math.max(...weight);
  const best = all.filter((_, i) => weight[i] === most);
  if (best.length === 1 || most > 0) return lastMentioned(reader, best);
  return principal(reader, best, at);
}

/** Of those whom nothing else tells apart; null for none. */
function principal(reader: Reader, all: readonly Entity[], at: number): Entity | null {
  const { view, speakers, mentions } = reader;
  const own = new Map<Entity, RawMention[]>(all.map((one) => [one, []]));
  for (const mention of mentions) own.get(mention.entity)?.push(mention);
  let left = all.filter((one) => !isKin(reader, own.get(one)?.[0]));
  if (left.length === 0) left = [...all];
  if (left.length === 1) return left[0] ?? null;
  const speaks = speakers.has(at);
  const asThis = left.filter((one) =>
    (own.get(one) ?? []).some(({ from, to }) => {
      for (let i = from; i < to; i++) if (speakers.has(i)) return speaks;
      return !speaks;
    }),
  );
  if (asThis.length === 1) return asThis[0] ?? null;
  const count = left.map((one) => (own.get(one) ?? []).length);
  const most = Math.max(...count);
  const named = left.filter((_, i) => count[i] === most);
  // whom the nearest sentence with one of them names, where the report names no other more often
  if (named.length !== 1) return null;
  let sentence = -1;
  const there = new Set<Entity>();
  for (let m = mentions.length - 1; m >= 0; m--) {
    const mention = mentions[m];
    if (!mention || !left.includes(mention.entity)) continue;
    if (there.size === 1 && view.sentence[mention.head] !== sentence) break;
    if (view.sentence[mention.head] !== sentence) there.clear();
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
  for (let i = noun - 1; i > noun - 4; i--) if (MY.has(lower[i] ?? '') || /^['’]s?$/.test(lower[i] ?? '')) return true;
  return false;
};
