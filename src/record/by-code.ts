// Two strings in, their order by code units out: the same on any machine, whatever its language.

export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
