// The means of two events in, whether they exclude each other out: a drone attack is no stabbing.

/** Family of each means that leaves no room for another. */
const MEANS: Readonly<Record<string, string>> = {
  aerial: 'air', drone: 'air', 'heavy-weapons': 'air', explosives: 'bomb', 'suicide-attack': 'bomb', firearms: 'gun',
  primitive: 'hand', beat: 'hand', abduct: 'abduct', 'crowd-control': 'crowd', sexual: 'sexual', torture: 'torture',
}; // biome-ignore format: one table

export function meansExclude(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  const one = MEANS[a];
  const other = MEANS[b];
  return one !== undefined && other !== undefined && one !== other;
}
