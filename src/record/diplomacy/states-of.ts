// A reading in, the states whose matter the report is out: the two whose people, bodies and forces it names most.
import type { Reading } from '../../reading/schema.ts';
import { byCode } from '../by-code.ts';

/** Codes in the place of a country that are none. */
const NO_COUNTRY = /^(?:IGO|NGO|NSA|MNC)$/;
/** Mentions that make a state one of those that a report is about. */
const OFTEN = 2;

/**
 * The record's ids of those states, sorted: the two that are named most, or the only one. Empty when none is named
 * often, or when the second is level with a third.
 */
export function statesOf({ actors }: Pick<Reading, 'actors'>): string[] {
  const named = new Map<string, number>();
  for (const { country, mentions } of actors)
    if (country !== null && !NO_COUNTRY.test(country)) named.set(country, (named.get(country) ?? 0) + mentions.length);
  const most = [...named].sort(([x, a], [y, b]) => b - a || byCode(x, y));
  // a short report names each of its two only once
  const [first, second, third] = most.length === 2 ? most : most.filter(([, count]) => count >= OFTEN);
  if (!first) return [];
  if (!second) return [`state:${first[0]}`];
  return third && third[1] === second[1] ? [] : [first[0], second[0]].map((code) => `state:${code}`).sort(byCode);
}
