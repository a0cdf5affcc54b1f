// A set of hashes in, a place for each out, no two in one: finding a hash again takes one look and no search.
//
// Hashes are put into groups by their upper bits. Each group has a move, chosen once, that takes all its members to
// places of their own. A table of open addressing is as small, but there a look-up goes on until it finds its hash or
// a gap, and a processor that guesses wrong when that will be waits longer than for the memory.

/** How to find the place of a hash: see `placeOf`. */
export interface Placement {
  /** A power of two less one, at least 65,535: of the numbers up to it, three or four quarters are places. */
  readonly mask: number;
  readonly quarters: number;
  /** The group of a hash is its bits above these. */
  readonly shift: number;
  /** By group, 0 to 255. */
  readonly moves: Uint8Array;
}

const STRIDE = 0x9e3779b1;
/** With so many bits of group and of place, members of one group differ in their places before they are moved. */
const LEAST_BITS = 16;
/** Hashes to a group, and to a place, that are still found moves quickly. */
const PER_GROUP = 2.75;
const PER_PLACE = 0.93;
const MOVES = 256;

/** The place of `hash`, if it is in the set; of others the place of one that is in it, or an empty one. */
export const placeOf = (hash: number, mask: number, quarters: number, shift: number, moves: Uint8Array): number =>
  Math.imul((hash ^ (hash >>> 16) ^ (Math.imul(moves[hash >>> shift] as number, STRIDE) >>> 12)) & mask, quarters) >>>
  2;

/** How many places there are. */
export const places = ({ mask, quarters }: Pick<Placement, 'mask' | 'quarters'>): number => ((mask + 1) / 4) * quarters;

const bitsFor = (count: number) => Math.max(LEAST_BITS, Math.ceil(Math.log2(Math.max(1, count))));

/** Finds a move for each group of these hashes; the same ones for the same hashes. Throws RangeError when two are equal. */
export function placeAll(hashes: Int32Array): Placement {
  const sorted = Uint32Array.from(hashes).sort();
  const twice = sorted.findIndex((hash, i) => i > 0 && hash === sorted[i - 1]);
  if (twice > 0) throw new RangeError(`hash ${sorted[twice]} stands twice among ${hashes.length}: it has one place`);
  const groupBits = bitsFor(hashes.length / PER_GROUP);
  // where a table is too full for few groups, more of them cost less than more places
  for (let bits = bitsFor(hashes.length / PER_PLACE); bits < 29; bits++)
    for (const quarters of [3, 4])
      for (const more of [0, 1]) {
        const mask = 2 ** bits - 1;
        const shift = Math.max(8, 32 - groupBits - more);
        if (places({ mask, quarters }) * PER_PLACE < hashes.length) continue;
        const moves = movesFor(sorted, { mask, quarters, shift });
        if (moves) return { mask, quarters, shift, moves };
      }
  throw new RangeError(`${hashes.length} hashes are too many to place`);
}

/** The moves; null where a group finds none. */
function movesFor(sorted: Uint32Array, table: Omit<Placement, 'moves'>): Uint8Array | null {
  const { mask, quarters, shift } = table;
  const groups = 2 ** (32 - shift);
  const first = new Int32Array(groups + 1);
  for (const hash of sorted) first[(hash >>> shift) + 1] = (first[(hash >>> shift) + 1] as number) + 1;
  let largest = 0;
  for (let group = 0; group < groups; group++) {
    largest = Math.max(largest, first[group + 1] as number);
    first[group + 1] = (first[group + 1] as number) + (first[group] as number);
  }
  const moves = new Uint8Array(groups);
  const taken = new Uint8Array(places(table));
  // the largest groups first, while there is room
  for (let size = largest; size > 0; size--)
    for (let group = 0; group < groups; group++) {
      const from = first[group] as number;
      const end = first[group + 1] as number;
      if (end - from !== size) continue;
      let move = 0;
      for (; move < MOVES; move++) {
        moves[group] = move;
        let at = from;
        while (at < end && taken[placeOf(sorted[at] as number, mask, quarters, shift, moves)] === 0) {
          taken[placeOf(sorted[at] as number, mask, quarters, shift, moves)] = 1;
          at++;
        }
        if (at === end) break;
        while (--at >= from) taken[placeOf(sorted[at] as number, mask, quarters, shift, moves)] = 0;
      }
      if (move === MOVES) return null;
    }
  return moves;
}

const HEAD = 3;

/** A placement as bytes: two exponents, the quarters, then each move in half a byte; those of 15 and more behind, a byte each. */
export function encodePlacement({ mask, quarters, shift, moves }: Placement): Uint8Array {
  const large = moves.filter((move) => move >= 15);
  const out = new Uint8Array(HEAD + moves.length / 2 + large.length);
  out[0] = 32 - Math.clz32(mask);
  out[1] = shift;
  out[2] = quarters;
  moves.forEach((move, group) => {
    const at = HEAD + (group >> 1);
    out[at] = (out[at] as number) | (Math.min(15, move) << (4 * (group & 1)));
  });
  out.set(large, HEAD + moves.length / 2);
  return out;
}

export function decodePlacement(bytes: Uint8Array): Placement {
  const shift = bytes[1] as number;
  const moves = new Uint8Array(2 ** (32 - shift));
  let large = HEAD + moves.length / 2;
  for (let group = 0; group < moves.length; group++) {
    const move = ((bytes[HEAD + (group >> 1)] as number) >> (4 * (group & 1))) & 15;
    moves[group] = move < 15 ? move : (bytes[large++] as number);
  }
  return { mask: 2 ** (bytes[0] as number) - 1, quarters: bytes[2] as number, shift, moves };
}
