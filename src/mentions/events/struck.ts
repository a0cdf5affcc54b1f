// Attacks on towns, buildings and things with where they were in, the state that was struck, where nobody else is named, out.
import { NOUN } from '../actors/token-view.ts';
import { antiBefore } from './aimed-at.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const THING = kindMask('thing') | kindMask('place');
const SOMEBODY = kindMask('person') | kindMask('forces') | kindMask('name');

/** "A missile struck a block of flats in Velmar": what stands in a country is that country's, unless its own people struck it. */
export function addStruckState(
  draft: Draft,
  country: string | null,
  head: number,
  growth: CastGrowth,
  countryOf: (actor: number) => string | null,
  isAgainst: (actor: number) => boolean,
): void {
  const { actors, recipients } = draft;
  if (country === null) return;
  for (const one of actors) if (countryOf(one) === country && !isAgainst(one)) return;
  const state = growth.state(country, head, head + 1, 'what stands in a country and is struck is that country’s');
  if (state >= 0 && !actors.includes(state)) recipients.push(state);
}

/** Whether it is an attack on a thing or place whose owner no words name. */
export const isUnowned = ({ coded, code, recipients, status }: Draft, match: Matcher): boolean =>
  code.type === 'ASSAULT' &&
  status !== 'negated' &&
  recipients.length === 0 &&
  antiBefore(coded, match) === null &&
  !isShooting(coded, match) &&
  (coded.patients.some((token) => isThing(match.kinds.of(token))) ||
    (coded.patients.length === 0 && isAlone(coded, match)));

/** "A shooting at a hotel", "opened fire inside a mosque": where people were shot at, which was no target. */
const isShooting = ({ entry, trigger }: Draft['coded'], { view }: Matcher) =>
  entry.mode === 'firearms' && (entry.words === 'open fire' || (view.lower[trigger] ?? '').startsWith('shooting'));

/** Attacks on whatever is there: shootings and fights are between people. */
const AT_LARGE = /(?:attack|bombing|strike|airstrike|raid|shelling|bombardment|offensive)$/;

/** "The attacks in Velmar": a noun that names nobody acted upon. */
const isAlone = ({ trigger, mutual, entry }: Draft['coded'], { view }: Matcher) =>
  view.upos[trigger] === NOUN && !mutual && AT_LARGE.test(entry.words);

const isThing = (kinds: number) => (kinds & THING) !== 0 && (kinds & SOMEBODY) === 0;
