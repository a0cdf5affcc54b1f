// "Gang shooting", "mob attack" in, whether those before the noun did it out: of violence or a war among gangs nobody is the doer.

const GANGS: ReadonlySet<string> = new Set(['gang', 'mob', 'cartel']);
const BLOWS: ReadonlySet<string> = new Set([
  'shooting', 'attack', 'killing', 'murder', 'slaying', 'bombing', 'raid', 'beating', 'assault', 'ambush', 'massacre', 'stabbing', 'shootout', 'kidnapping',
]); // biome-ignore format: one table

export const isOfGang = (before: string, noun: string): boolean => GANGS.has(before) && BLOWS.has(noun);
