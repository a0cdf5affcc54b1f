// A list in, the same in pieces of a few dozen out: what is drawn piece by piece is looked through quickly when one thing changes.
const SIZE = 40;

export function chunksOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += SIZE) chunks.push(list.slice(at, at + SIZE));
  return chunks;
}
