// What somebody works on: which screen comes first, whose rules stand first, which columns are carried away; chosen once, changed at any time.
import { useSyncExternalStore } from 'react';

export interface Work {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly about: string;
  /** Where the name of the program leads. */
  readonly start: string;
  /** The profile of figures that stands first. */
  readonly profile: string;
  /** Columns of a file that is carried away; the words and where they stand go with any. */
  readonly columns: readonly string[];
}

const WHEN_WHERE = ['from', 'to', 'place'];
const PARTIES = ['actors', 'recipients', 'speaker', 'addressee'];
const COUNTS = ['low', 'best', 'high'];
const CODES = ['type', 'mode', 'cameo', 'event_status'];
/** The words, and the place in the text by which they are found again. */
const ANCHORS = ['source', 'published', 'words', 'report', 'start', 'end', 'claim', 'decided'] as const;

export const WORKS: readonly Work[] = [
  { name: 'coding team', about: 'events under ACLED’s rules, with codes', start: '/desk', profile: 'acled', columns: ['kind', ...CODES, ...PARTIES, ...WHEN_WHERE, ...COUNTS] },
  { name: 'news desk', about: 'what conflicts, and who says so', start: '/desk', profile: 'airwars', columns: ['kind', 'type', ...PARTIES, ...WHEN_WHERE, ...COUNTS] },
  { name: 'mediation', about: 'statements, positions, promises', start: '/statements', profile: 'ucdp', columns: ['kind', 'type', 'speaker', 'addressee', 'actors', 'recipients', ...WHEN_WHERE] },
  { name: 'humanitarian', about: 'figures by place, with their bounds', start: '/figures', profile: 'ucdp', columns: ['kind', 'type', 'group', ...COUNTS, ...WHEN_WHERE, 'actors'] },
  { name: 'research', about: 'everything, under UCDP’s rules', start: '/explore', profile: 'ucdp', columns: ['kind', ...CODES, 'group', ...PARTIES, ...WHEN_WHERE, ...COUNTS] },
  { name: 'open sources', about: 'where and when, by whose account', start: '/explore', profile: 'airwars', columns: ['kind', 'type', ...WHEN_WHERE, ...COUNTS, 'actors', 'speaker'] },
]; // biome-ignore format: one work a row

const STORED = 'recount.work';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const stored = () => window.localStorage.getItem(STORED);

/** What was chosen in this browser; null before. */
export const useWork = (): Work | null => {
  const name = useSyncExternalStore(subscribe, stored);
  return WORKS.find((one) => one.name === name) ?? null;
};
export function chooseWork(name: string): void {
  if (WORKS.some((one) => one.name === name)) window.localStorage.setItem(STORED, name);
  else window.localStorage.removeItem(STORED);
  for (const listener of listeners) listener();
}
/** Columns of a file that is carried away now. */
export const columnsNow = (): readonly string[] => [
  ...(WORKS.find(({ name }) => name === stored()) ?? (WORKS.find(({ name }) => name === 'research') as Work)).columns,
  ...ANCHORS,
];
