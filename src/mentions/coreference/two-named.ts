// "Both", "the two", "the pair", "the two men" in, the words for the two whom the sentence before names out: "Holt met Kern. The two signed a pact".
import type { Entity, RawMention } from '../actors/cast.ts';
import { REL, type TokenView } from '../actors/token-view.ts';

const BEINGS: ReadonlySet<string> = new Set([
  'men',
  'women',
  'brothers',
  'sisters',
  'suspects',
  'pair',
  'duo',
  'couple',
]);
const MALE: ReadonlySet<string> = new Set(['men', 'brothers']);
const FEMALE: ReadonlySet<string> = new Set(['women', 'sisters']);
const PAIR: ReadonlySet<string> = new Set(['pair', 'duo', 'couple']);

/** Adds to `several`; `named` are those with a name or a description. */
export function meanTwo(view: TokenView, named: readonly RawMention[], several: Map<number, readonly number[]>): void {
  const { lower } = view;
  for (let i = 0; i < view.length; i++) {
    const word = lower[i] ?? '';
    if (word !== 'both' && word !== 'two' && !BEINGS.has(word)) continue;
    if (!countsTwo(i, view)) continue;
    const two = twoBefore(i, view, named);
    if (two) several.set(i, two);
  }
}

/** The heads of the two people, or else of the two lands, whom the sentence before names; null where it names fewer or more. */
function twoBefore(
  token: number,
  { lower, sentence, paragraph }: TokenView,
  named: readonly RawMention[],
): number[] | null {
  const own = sentence[token] ?? 0;
  const people = new Map<Entity, number>();
  const lands = new Map<Entity, number>();
  for (const { head, entity, manner, from, to } of named) {
    const back = own - (sentence[head] ?? 0);
    if (back < 0 || back > 1 || (from <= token && token < to)) continue;
    if (back === 0 && head > token) continue;
    // those whom its own sentence names may be meant as well
    if (back === 0) return null;
    if ((paragraph[token] ?? 0) - (paragraph[head] ?? 0) > 1) return null;
    // "two guards", "the mayor": of people of whom no name is told it may be those
    if (entity.kind === 'person' && entity.named && manner === 'name') people.set(entity, head);
    else if (entity.kind === 'person') return null;
    else if (entity.kind === 'state' && manner === 'name') lands.set(entity, head);
    else if (entity.kind !== 'state' && BEINGS.has(entity.roles[0] ?? '')) return null;
  }
  // "the two men": no woman
  const other = MALE.has(lower[token] ?? '') ? 'f' : FEMALE.has(lower[token] ?? '') ? 'm' : '';
  for (const entity of people.keys()) if (entity.gender === other) return null;
  if (people.size === 2) return [...people.values()].sort((a, b) => a - b);
  const beings = BEINGS.has(lower[token] ?? '');
  return people.size === 0 && lands.size === 2 && !beings ? [...lands.values()].sort((a, b) => a - b) : null;
}

/** Whether a word stands for two, with no noun behind it. */
function countsTwo(token: number, { lower, relation }: TokenView): boolean {
  const link = relation[token];
  if (link !== REL.nsubj && link !== REL['nsubj:pass'] && link !== REL.obj) return false;
  const word = lower[token] ?? '';
  const next = lower[token + 1];
  if (next === 'of' || next === 'and') return false;
  if (word === 'both') return link !== REL.obj;
  const before = lower[token - 1];
  if (word === 'two' || PAIR.has(word)) return before === 'the';
  return before === 'both' || (before === 'two' && lower[token - 2] === 'the');
}
