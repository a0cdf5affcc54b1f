// “The Kestrian leader” in, the one who is told of as the head of that land out.
import type { Entity } from './cast.ts';
import type { Reader } from './chunk.ts';

/** Offices that lead a land, the highest first: where there are both, “the leader” is the first of them. */
const LEADING = [
  'supreme leader', 'president', 'king', 'queen', 'emir', 'sultan', 'crown prince', 'chancellor', 'prime minister', 'premier',
] as const; // biome-ignore format: one table
/** How many mentions back the leader may have been named. */
const BACK = 60;

/** Null where nobody named leads the land, or two hold the same office. */
export function landLeader({ mentions }: Reader, country: string): Entity | null {
  let leader: Entity | null = null;
  let rank: number = LEADING.length;
  let several = false;
  const seen = new Set<Entity>();
  for (let m = mentions.length - 1; m >= 0 && m > mentions.length - BACK; m--) {
    const entity = mentions[m]?.entity;
    if (!entity?.named || entity.kind !== 'person' || entity.country !== country || seen.has(entity)) continue;
    seen.add(entity);
    if (entity.title !== null && /^(?:former|ex-|then-|late)/i.test(entity.title)) continue;
    const own = LEADING.findIndex((office) => entity.roles.includes(office));
    if (own < 0 || own > rank) continue;
    several = own === rank;
    rank = own;
    leader = entity;
  }
  return several ? null : leader;
}
