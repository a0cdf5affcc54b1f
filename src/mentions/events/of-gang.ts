// "Gang shooting", "mob attack" in, whether those before the noun did it out: of violence or a war among gangs nobody is the doer.

const GANGS: ReadonlySet<string> = new Set(['gang', 'mob', 'cartel']);
const BLOWS: ReadonlySet<string> = new Set([
  'shooting', 'attack', 'killing', 'murder', 'slaying', 'bombing', 'raid', 'beating', 'assault', 'ambush', 'massacre', 'stabbing', 'shootout', 'kidnapping',
]); // biome-ignore format: one table

/** Whose name tells that they attack: nobody attacks bandits in "a bandit attack". */
const AGGRESSORS: ReadonlySet<string> = new Set([
  'bandit', 'pirate', 'settler', 'gunman', 'robber', 'vigilante', 'herdsman', 'poacher', 'raider', 'sniper', 'assassin', 'kidnapper', 'mercenary', 'hooligan', 'rioter', 'militant', 'insurgent', 'extremist', 'separatist', 'supremacist', 'mob', 'thug', 'intruder',
]); // biome-ignore format: one table

/** "An insurgent attack", "bandit raids": those before the noun, also where they stand as an adjective. */
export const isAggressor = (before: string): boolean => AGGRESSORS.has(before);

export const isOfGang = (before: string, noun: string): boolean =>
  AGGRESSORS.has(before) || (GANGS.has(before) && BLOWS.has(noun));
