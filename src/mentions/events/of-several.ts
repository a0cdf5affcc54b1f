// A noun for people or towns in, the words behind it that say whose they all are out: "the ministers of France and Germany", "delegations from both".
import { NOUN } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** Those who speak for a land. */
export const SENT: ReadonlySet<string> = new Set([
  'delegation', 'delegations', 'negotiators', 'representatives', 'officials', 'envoys', 'diplomats', 'ministers', 'mediators', 'teams', 'commanders', 'leaders', 'presidents', 'premiers', 'ambassadors',
]); // biome-ignore format: one table

/** The states that a plural's "of" leads, or that sent those who negotiate; empty where those behind are no states, or one alone that "of" leads behind others than envoys. */
export function statesBehind(token: number, match: Matcher): readonly number[] {
  const { view, roles, kinds } = match;
  const sent = SENT.has(view.lower[token] ?? '');
  if (view.upos[token] !== NOUN || (!view.tag(token).endsWith('S') && !sent)) return [];
  const of = roles.obliqueOf(token, 'of');
  const led = of < 0 && sent ? roles.obliqueOf(token, 'from') : of;
  if (led < 0) return [];
  const parts = match.together(led);
  // "two diplomats of Norway"
  const enough = parts.length > 1 || (of >= 0 && /^(?:diplomats|envoys|ambassadors)$/.test(view.lower[token] ?? ''));
  return enough && parts.every((part) => kinds.isState(part)) ? parts : [];
}

const TOWNS: ReadonlySet<string> = new Set([
  'village', 'villages', 'town', 'towns', 'city', 'cities', 'settlement', 'settlements', 'hamlet', 'hamlets', 'suburb', 'suburbs',
]); // biome-ignore format: one table

/** "The villages of Tarn and Orlo": names of places, and of nobody. */
export const isTown = (token: number, { view }: Matcher): boolean =>
  view.upos[token] === NOUN && TOWNS.has(view.lower[token] ?? '');
