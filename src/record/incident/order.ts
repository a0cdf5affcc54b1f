// Two happenings in, which comes first out.
import type { Happening } from './happening.ts';

/** By publication, those without a day last, then by id: the order of happenings in an incident, and of incidents by their first. */
export const order = (x: Pick<Happening, 'published' | 'id'>, y: Pick<Happening, 'published' | 'id'>): number => {
  const a = x.published ?? '9';
  const b = y.published ?? '9';
  return a === b ? (x.id < y.id ? -1 : x.id > y.id ? 1 : 0) : a < b ? -1 : 1;
};
